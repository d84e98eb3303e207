"""The page of a source."""

from __future__ import annotations

from markupsafe import Markup

from plfkb.linking import addresses
from plfkb.norwegian.collation import sort_key
from plfkb.pages import parts
from plfkb.pages.citing import copies
from plfkb.pages.maker import CITED_IN, COPIES, Article, Maker, Uses
from plfkb.pages.page import Page
from plfkb.pages.parts import Link
from plfkb.references.work import read_work
from plfkb.works import Source

# How sure it is that a work that nobody has read is the one that others refer to: marks, and what a reader is told.
_DOUBTS = {
    ("x-ident", "inferred"): "source.inferred",
    ("x-ident", "uncertain"): "source.uncertain",
    ("x-status", "plausible"): "source.unchecked",
}


def source_article(maker: Maker, source: Source, page: Page, uses: Uses) -> Article:
    bibliography = maker.library.bibliography
    found = uses.citations.get(source.key, ())
    cited = parts.mentioning_pages(found, page.address)
    through = sorted({use.via for use in found if use.via}, key=lambda key: sort_key(bibliography.label(key)))
    content = maker.render(
        "kilde.html",
        page,
        source=source,
        doubts=[] if source.read else [maker.texts.say(text) for text in _doubts(source)],
        reference=Markup(maker.library.reference_html[source.key]),
        through=[
            Link(bibliography.label(key), maker.to(addresses.source(key), page))
            for key in through
            if key in maker.library.kb.sources
        ],
        cited=cited,
        lists=uses.lists_of(page),
        forms=copies(read_work(source), "kopi"),
    )
    description = maker.library.reference_text[source.key]
    return Article(content, maker.sections((COPIES, True), (CITED_IN, cited)), description)


def _doubts(source: Source) -> list[str]:
    return [text for (field, value), text in _DOUBTS.items() if source.get(field) == value]
