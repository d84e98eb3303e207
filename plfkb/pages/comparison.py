"""The page of a comparison."""

from __future__ import annotations

from plfkb.markdown.rendering import Rendering, parted
from plfkb.model import Comparison
from plfkb.pages import parts
from plfkb.pages.citing import Citing
from plfkb.pages.entry import entry_article
from plfkb.pages.maker import Article, Maker, Uses
from plfkb.pages.page import Page


def comparison_article(
    maker: Maker,
    comparison: Comparison,
    page: Page,
    rendering: Rendering,
    html: str,
    uses: Uses,
    citing: Citing | None,
) -> Article:
    summary, *texts = parted(html)
    body = texts.pop()
    cells = iter(texts)
    return entry_article(
        maker,
        "sammenlikning.html",
        comparison,
        page,
        rendering,
        uses,
        citing,
        opening=summary,
        body=body,
        comparison=comparison,
        sides=[parts.link(maker.library, id_, page.address) for id_ in comparison.between],
        rows=[
            (dimension, [parts.inline(next(cells)) for _ in dimension.sides])
            for dimension in comparison.dimensions
        ],
    )
