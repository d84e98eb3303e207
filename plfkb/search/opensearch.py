"""The OpenSearch description, by which a browser can offer the site's own search (OpenSearch 1.1, draft 6)."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from plfkb.export.publication import Publication
from plfkb.linking import addresses

_LONGEST_NAME, _LONGEST_DESCRIPTION = 16, 1024
"""What the specification allows."""


def opensearch(publication: Publication) -> str:
    """The description of a site that has an address."""
    template = quoteattr(publication.address(f"{addresses.SEARCH}?q=") + "{searchTerms}")
    icon = escape(publication.address("assets/plfkb/icon.svg"))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">\n'
        f"<ShortName>{escape(publication.name[:_LONGEST_NAME])}</ShortName>\n"
        f"<Description>{escape((publication.description or publication.name)[:_LONGEST_DESCRIPTION])}</Description>\n"
        "<InputEncoding>UTF-8</InputEncoding>\n"
        f'<Image width="16" height="16" type="image/svg+xml">{icon}</Image>\n'
        f'<Url type="text/html" template={template}/>\n'
        "</OpenSearchDescription>\n"
    )
