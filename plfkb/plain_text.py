"""Written Markdown as the words that a reader meets: no code, no citations, links as their words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from plfkb.linking import wikilinks
from plfkb.reading.prose import prose
from plfkb.references import grammar

_SPACE_BEFORE_STOP = re.compile(r"\s+(?=[.,;:!?])")


def plain(markdown: str) -> str:
    """The words of a text. Line breaks stay where they are."""
    written = prose(markdown)
    return shown(written, [(found.start, found.end) for found in grammar.find(written)])


def shown(written: str, cited: Iterable[tuple[int, int]]) -> str:
    """The words of prose whose citations begin and end at the places in ``cited``."""
    pieces: list[str] = []
    position = 0
    for start, end in cited:
        pieces += written[position:start], "\n" * written.count("\n", start, end)
        position = end
    return wikilinks.words("".join((*pieces, written[position:])))


def one_line(markdown: str) -> str:
    """The words of a short text on one line and without emphasis, as for a list of entries."""
    return _SPACE_BEFORE_STOP.sub("", " ".join(plain(markdown).replace("*", "").split()))
