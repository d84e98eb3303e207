"""What a page of ``docs/`` may ask for in a comment: lists and numbers that come from the knowledge base.

``<!-- plfkb:temaer -->``, ``<!-- plfkb:søkefelt -->``, ``<!-- plfkb:tall -->``, and
``<!-- plfkb:sammenlikninger id id -->`` with the ids in the order to show them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from plfkb.markdown.rendering import Library
from plfkb.pages import overviews
from plfkb.pages.page import Page

NAMES = ("søkefelt", "temaer", "sammenlikninger", "tall")

_INSERT = re.compile(rf"<!--\s*plfkb:({'|'.join(NAMES)})((?:\s+[a-z0-9-]+)*)\s*-->")


@dataclass(frozen=True, slots=True)
class Numbers:
    """How much there is in the knowledge base: entries that are in use, and works that entries may cite."""

    concepts: int
    comparisons: int
    sources: int


def fill(html: str, render: Callable[[str, tuple[str, ...]], str]) -> str:
    """``html`` with each comment replaced by ``render(name, ids)``. Other comments stay as they are."""
    return _INSERT.sub(lambda match: render(match[1], tuple(match[2].split())), html)


def context(library: Library, page: Page, ids: Iterable[str]) -> Mapping[str, object]:
    """What the template of an insert needs. Ids without a page are left out: a page may be planned still."""
    kb = library.kb
    return {
        "themes": overviews.theme_rows(library, page),
        "comparisons": overviews.comparison_links(
            page, [kb.comparisons[id_] for id_ in ids if id_ in kb.comparisons]
        ),
        "numbers": Numbers(len(overviews.listed(library)), len(kb.comparisons), len(kb.sources)),
    }
