"""The article of each kind of page."""

from __future__ import annotations

from dataclasses import replace

from plfkb.markdown.rendering import Rendering
from plfkb.pages import overviews
from plfkb.pages.answers import named
from plfkb.pages.comparison import comparison_article
from plfkb.pages.concept import concept_article
from plfkb.pages.document import document_article
from plfkb.pages.maker import Article, Maker, Uses
from plfkb.pages.metadata import head
from plfkb.pages.page import Page, PageKind
from plfkb.pages.source import source_article


def make(maker: Maker, page: Page, rendering: Rendering, html: str, uses: Uses) -> Article:
    """The article of a page whose Markdown has become ``html``, when all pages have rendered."""
    article = _article(maker, page, rendering, named(html), uses)
    return replace(article, head=head(maker, page, article))


def _article(maker: Maker, page: Page, rendering: Rendering, html: str, uses: Uses) -> Article:
    kb = maker.library.kb
    match page.kind:
        case PageKind.CONCEPT:
            return concept_article(maker, kb.concepts[page.key], page, rendering, html, uses)
        case PageKind.COMPARISON:
            return comparison_article(maker, kb.comparisons[page.key], page, rendering, html, uses)
        case PageKind.SOURCE:
            return source_article(maker, kb.sources[page.key], page, uses)
        case PageKind.THEME | PageKind.OVERVIEW:
            overview = overviews.make(maker.library, maker.texts, page, uses.citations)
            content = maker.render(overview.template, page, **overview.context)
            return Article(content, overview.sections, overview.description)
        case PageKind.DOCUMENT:
            return document_article(maker, page, rendering, html, uses)
