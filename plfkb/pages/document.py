"""A page of ``docs/``: what its author wrote, with inserts filled in and a reference list."""

from __future__ import annotations

from markupsafe import Markup, escape

from plfkb.pages import inserts, parts
from plfkb.pages.courses import links_address
from plfkb.pages.maker import REFERENCES, Article, Draft, Maker, Uses
from plfkb.pages.page import Page
from plfkb.reading.inserts import Insert, fill


def document_article(maker: Maker, draft: Draft) -> Article:
    page, citing = draft.page, draft.citing
    content = fill(draft.html, lambda insert: _insert(maker, page, insert, draft.uses))
    listed = parts.references(maker.library, draft.rendering.listed, page.address)
    document = maker.documents.get(page.path)
    if document and document.course:
        content += maker.render("pensum.html", page, links=links_address(page), frame=_frame(maker, page))
    if listed or citing:
        content += maker.render("slutten.html", page, references=listed, citing=citing)
    if not page.address:
        content = maker.render("forside.html", page, body=Markup(content))
    else:
        content += maker.render("rediger.html", page)
    return Article(
        content,
        maker.sections((REFERENCES, listed)),
        document.description if document else "",
        citing=citing,
        cited=tuple(reference.key for reference in listed),
    )


def _frame(maker: Maker, page: Page) -> str:
    """What a teacher pastes into a learning platform to show the list; empty when the site has no address."""
    if not maker.publication.url:
        return ""
    address = escape(maker.publication.address(links_address(page)))
    return f'<iframe src="{address}" title="{escape(page.title)}" width="100%" height="600"></iframe>'


def _insert(maker: Maker, page: Page, insert: Insert, uses: Uses) -> str:
    context = inserts.context(maker, page, insert, uses.citations)
    return maker.render("innskudd.html", page, name=insert.name, **context)
