"""Rules about how the entries are written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from plfkb.checks.text import Scanned
from plfkb.errors import Place, Problem
from plfkb.model import Text
from plfkb.plain_text import shown

LONGEST_SENTENCE = 40

# Where a sentence ends for the eye: a stop and space, or the end of a paragraph, a list item or a heading.
_END = re.compile(r"(?<=[.!?:])[»)]*\s+(?=[A-ZÆØÅ«–-])|\n\s*\n|\n(?=\s*(?:[-*+]|\d+\.)\s)|(?<=\n)(?=#)")


def sentences(scanned: Iterable[Scanned]) -> Iterator[Problem]:
    """``setning-for-lang`` in the entries."""
    for found in scanned:
        if found.owner:
            yield from _long(found.prose, found.cited, found.text)


@lru_cache(maxsize=2**14)  # the preview checks the same texts again and again
def _long(prose: str, cited: tuple[tuple[int, int], ...], text: Text) -> tuple[Problem, ...]:
    return tuple(_longest(shown(prose, cited), text))


def _longest(shown: str, text: Text) -> Iterator[Problem]:
    start = 0
    for end in [*_END.finditer(shown), None]:
        stop = end.start() if end else len(shown)
        words = shown[start:stop].split()
        if len(words) > LONGEST_SENTENCE:
            line = text.place.line + (0 if text.raw else shown.count("\n", 0, start))
            facts = {"start": " ".join(words[:4]), "words": len(words)}
            yield Problem("setning-for-lang", Place(text.place.path, line), facts)
        start = end.end() if end else stop
