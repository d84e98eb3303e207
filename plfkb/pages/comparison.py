"""The page of a comparison."""

from __future__ import annotations

from plfkb.markdown.rendering import parted
from plfkb.model import Comparison
from plfkb.pages import parts
from plfkb.pages.entry import entry_article
from plfkb.pages.maker import Article, Draft, Maker


def comparison_article(maker: Maker, draft: Draft, comparison: Comparison) -> Article:
    page = draft.page
    summary, *texts = parted(draft.html)
    body = texts.pop()
    cells = iter(texts)
    return entry_article(
        maker,
        draft,
        "sammenlikning.html",
        comparison,
        opening=summary,
        body=body,
        comparison=comparison,
        sides=[parts.link(maker.library, id_, page.address) for id_ in comparison.between],
        rows=[
            (dimension, [parts.inline(next(cells)) for _ in dimension.sides])
            for dimension in comparison.dimensions
        ],
    )
