"""The article of each kind of page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from plfkb.markdown.rendering import Rendering
from plfkb.pages import overviews
from plfkb.pages.answers import named
from plfkb.pages.citing import Citing, citing
from plfkb.pages.comparison import comparison_article
from plfkb.pages.concept import concept_article
from plfkb.pages.document import document_article
from plfkb.pages.maker import Article, Draft, Maker, Uses
from plfkb.pages.metadata import head
from plfkb.pages.page import Page, PageKind
from plfkb.pages.source import source_article

# A page, what its rendering brought to light, and the HTML that its Markdown became.
Rendered = tuple[Page, Rendering, str]


def make(maker: Maker, rendered: Iterable[Rendered], uses: Uses) -> Iterator[tuple[Page, Article]]:
    """The articles of pages, when all pages have rendered.

    Each step is taken for all pages before the next: half as fast again as one page after another, which has the
    processor fetch the same code and data anew for each.
    """
    drafts = []
    for page, rendering, html in rendered:
        with _about(page):
            drafts.append(Draft(page, rendering, named(html), uses, cited(maker, page)))
    articles = []
    for draft in drafts:
        with _about(draft.page):
            articles.append(_article(maker, draft))
    for draft, article in zip(drafts, articles, strict=True):
        with _about(draft.page):
            yield draft.page, replace(article, head=head(maker, draft.page, article))


@contextmanager
def _about(page: Page) -> Iterator[None]:
    """Whatever goes wrong tells which page it was."""
    try:
        yield
    except Exception as error:
        error.add_note(f"plfkb: {page.path or page.address}")
        raise


def cited(maker: Maker, page: Page) -> Citing | None:
    """How a page is cited; None when it is no work of its own."""
    kb = maker.library.kb
    match page.kind:
        case PageKind.CONCEPT:
            credit = kb.concepts[page.key].credit
        case PageKind.COMPARISON:
            credit = kb.comparisons[page.key].credit
        case PageKind.DOCUMENT if (document := maker.documents.get(page.path)) and document.credit.dated:
            credit = document.credit
        case _:
            return None
    return citing(maker.publication, page, credit, kb.settings.author)


def _article(maker: Maker, draft: Draft) -> Article:
    kb, page, uses = maker.library.kb, draft.page, draft.uses
    match page.kind:
        case PageKind.CONCEPT:
            return concept_article(maker, draft, kb.concepts[page.key])
        case PageKind.COMPARISON:
            return comparison_article(maker, draft, kb.comparisons[page.key])
        case PageKind.SOURCE:
            return source_article(maker, kb.sources[page.key], page, uses)
        case PageKind.THEME | PageKind.OVERVIEW:
            overview = overviews.make(maker.library, maker.texts, page, uses.citations)
            content = maker.render(overview.template, page, **overview.context)
            return Article(content, overview.sections, overview.description)
        case PageKind.DOCUMENT:
            return document_article(maker, draft)
