"""What the article of a page is made of, besides the outline: while it is the same, so is the page."""

from __future__ import annotations

from plfkb.pages.page import PageKind
from plfkb.preview.outline import summaries
from plfkb.reading.inserts import find as find_inserts
from plfkb.site import Site

_ALWAYS = frozenset({"kilder", "kilder-etter-ar", "kilder-etter-type"})
"""Overviews that count the citations of the whole site."""


def inputs(site: Site, address: str, source: object) -> object | None:
    """Compared with ==; None for a page that is made anew each time. ``source`` is what the engine read for the page."""
    page, rendering, html = site.rendered[address]
    kb, uses = site.library.kb, site.uses
    own = page, html, rendering.listed, uses.lists.get(address)
    match page.kind:
        case PageKind.CONCEPT:
            return own, kb.concepts[page.key], uses.links.get(page.key)
        case PageKind.COMPARISON:
            return own, kb.comparisons[page.key], uses.links.get(page.key)
        case PageKind.SOURCE:
            return own, uses.citations.get(page.key)
        case PageKind.THEME | PageKind.OVERVIEW:
            return None if page.key in _ALWAYS else (own, summaries(kb))
        case PageKind.DOCUMENT:
            course = any(document.course for document in kb.documents if document.place.path == page.path)
            whole = bool(address) and not course and not find_inserts(html)
            return (own, source) if whole else None
