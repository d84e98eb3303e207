"""What programs read in a page's head: Zotero, search engines, and whoever shows a link to the page.

Zotero's «Embedded Metadata» takes the kind of item from ``z:itemType`` before it guesses from the rest, authors from
``citation_author`` (one each, family name first), and the site's name from ``og:site_name``.
"""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import escape

from plfkb.export import schema_org
from plfkb.export.data import concept_file
from plfkb.export.ris import inverted
from plfkb.export.schema_org import Written
from plfkb.linking import addresses
from plfkb.pages.maker import Article, Maker
from plfkb.pages.page import Page, PageKind

# What others show beside a link to the site; scripts/social.py draws it.
_PICTURE = "assets/plfkb/social.png"
_LOCALES = {"nb": "nb_NO", "nn": "nn_NO", "en": "en_GB"}
_VOCABULARIES = (
    ("DC", "http://purl.org/dc/elements/1.1/"),
    ("z", "http://www.zotero.org/namespaces/export#"),
)


def head(maker: Maker, page: Page, article: Article) -> str:
    """Empty when the site has no address: nothing in a head means anything without one."""
    if not maker.publication.url:
        return ""
    return "".join(f"{element}\n" for element in _elements(maker, page, article))


def _elements(maker: Maker, page: Page, article: Article) -> Iterator[str]:
    # No template: on every page, what stands in the head is the same few elements in dozens, which cost a template more
    # than all else that is made for programs.
    for name, value in _open_graph(maker, page, article):
        if value:
            yield f'<meta property="{name}" content="{escape(value)}">'
    if article.citing:
        for name, address in _VOCABULARIES:
            yield f'<link rel="schema.{name}" href="{address}">'
    for name, value in _bibliographic(maker, page, article):
        if value:
            yield f'<meta name="{name}" content="{escape(value)}">'
    if page.kind is PageKind.CONCEPT:
        address = maker.to(concept_file(page.key), page)
        yield f'<link rel="alternate" type="application/ld+json" href="{escape(address)}">'
    if article.citing:
        yield f'<script type="application/ld+json">{_graph(maker, page, article)}</script>'


def _open_graph(maker: Maker, page: Page, article: Article) -> Iterator[tuple[str, str]]:
    """For whoever shows a link to the page (ogp.me)."""
    publication = maker.publication
    yield "og:type", "article" if article.citing else "website"
    yield "og:site_name", publication.name
    yield "og:locale", _LOCALES[publication.language]
    yield "og:title", page.title if page.address else publication.name
    yield "og:description", article.description or ("" if page.address else publication.description)
    yield "og:url", publication.address(page.address)
    yield "og:image", publication.address(_PICTURE)
    yield "article:modified_time", article.citing.day if article.citing else ""


def _bibliographic(maker: Maker, page: Page, article: Article) -> Iterator[tuple[str, str]]:
    """For reference managers: Zotero's own word for the kind of item, Highwire Press, Dublin Core."""
    if article.citing is None:
        return
    publication, work, day = maker.publication, article.citing.work, article.citing.day
    yield "z:itemType", "webpage"
    yield "citation_title", page.title
    yield "DC.title", page.title
    for name in work.names["author"].names:
        yield "citation_author", inverted(name)
        yield "DC.creator", inverted(name)
    yield "citation_publication_date", day.replace("-", "/")
    yield "DC.date", day
    yield "citation_language", publication.language
    yield "DC.language", publication.language
    yield "citation_public_url", article.citing.permalink
    yield "DC.identifier", article.citing.permalink
    yield "DC.publisher", publication.name
    yield "DC.rights", publication.licence


def _graph(maker: Maker, page: Page, article: Article) -> str:
    assert article.citing is not None
    library, publication = maker.library, maker.publication
    cited = tuple((library.reference_text[key], addresses.source(key)) for key in article.cited)
    written = Written(
        page.address, page.title, article.description, article.citing.work, article.citing.day, cited
    )
    match page.kind:
        case PageKind.CONCEPT:
            return schema_org.concept_graph(publication, library.kb.concepts[page.key], written)
        case PageKind.COMPARISON:
            return schema_org.comparison_graph(publication, library.kb.comparisons[page.key], written)
    return schema_org.document_graph(publication, written)
