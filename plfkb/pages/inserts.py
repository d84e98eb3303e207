"""What the template of an insert needs (``plfkb.reading.inserts`` says which inserts there are)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from plfkb.linking.sentences import opening
from plfkb.linking.uses import Use
from plfkb.pages import overviews, source_lists
from plfkb.pages.maker import Maker
from plfkb.pages.page import Page
from plfkb.reading.inserts import Insert

# How many characters of its answer a comparison shows where it is offered among others.
_OPENING = 240


@dataclass(frozen=True, slots=True)
class Numbers:
    """How much there is in the knowledge base: entries that are in use, and works that entries may cite."""

    concepts: int
    comparisons: int
    sources: int


def context(
    maker: Maker, page: Page, insert: Insert, cited: Mapping[str, Sequence[Use]]
) -> Mapping[str, object]:
    """The values for one insert. Ids without a page are left out: a page may be planned still."""
    library = maker.library
    kb = library.kb
    match insert.name:
        case "temaer":
            return {"themes": overviews.theme_rows(library, page)}
        case "sammenlikninger":
            found = [kb.comparisons[id_] for id_ in insert.arguments if id_ in kb.comparisons]
            links = overviews.comparison_links(page, found)
            return {"comparisons": [replace(link, note=opening(link.note, _OPENING)) for link in links]}
        case "kilder":
            keys = source_lists.chosen(library, cited, insert.arguments)
            return {"sources": source_lists.rows(library, page, cited, keys)}
        case "tall":
            return {"numbers": Numbers(len(overviews.listed(library)), len(kb.comparisons), len(kb.sources))}
    return {}
