"""The page of a comparison."""

from __future__ import annotations

from markupsafe import Markup

from plfkb import html_text
from plfkb.markdown.rendering import Rendering, parted
from plfkb.model import Comparison
from plfkb.pages import parts
from plfkb.pages.answers import answer, headings
from plfkb.pages.history import history
from plfkb.pages.maker import BACKLINKS, REFERENCES, Article, Maker, Uses
from plfkb.pages.page import Page


def comparison_article(
    maker: Maker, comparison: Comparison, page: Page, rendering: Rendering, html: str, uses: Uses
) -> Article:
    summary, *texts = parted(html)
    body = texts.pop()
    cells = iter(texts)
    listed = parts.references(maker.library, rendering.listed, page.address)
    backlinks = parts.mentioning_pages(
        parts.one_in_a_section(uses.links.get(comparison.id, ())), page.address
    )
    sections = maker.sections((BACKLINKS, backlinks), (REFERENCES, listed))
    citing = maker.citing(page, comparison.credit)
    content = maker.render(
        "sammenlikning.html",
        page,
        comparison=comparison,
        summary=answer(summary),
        theme=maker.theme_link(comparison.theme, page),
        sides=[parts.link(maker.library, id_, page.address) for id_ in comparison.between],
        rows=[
            (dimension, [parts.inline(next(cells)) for _ in dimension.sides])
            for dimension in comparison.dimensions
        ],
        body=Markup(body),
        contents=(*headings(body), *sections),
        backlinks=backlinks,
        references=listed,
        byline=parts.byline(comparison.credit, maker.library.kb.settings.author, maker.texts.language),
        citing=citing,
        history=history(maker.library, maker.texts, page),
        lists=uses.lists_of(page),
    )
    return Article(
        content,
        sections,
        html_text.words(summary),
        citing=citing,
        cited=tuple(reference.key for reference in listed),
    )
