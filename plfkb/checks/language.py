"""Rules about how the entries are written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from plfkb.checks.text import Scanned
from plfkb.errors import Place, Problem

LONGEST_SENTENCE = 40

# Where a sentence ends for the eye: a stop and space, or the end of a paragraph, a list item or a heading.
_END = re.compile(r"(?<=[.!?:])[»)]*\s+(?=[A-ZÆØÅ«–-])|\n\s*\n|\n(?=\s*(?:[-*+]|\d+\.)\s)|(?<=\n)(?=#)")


def sentences(scanned: Iterable[Scanned]) -> Iterator[Problem]:
    """``setning-for-lang`` in the entries."""
    for found in scanned:
        if found.owner:
            yield from _long(found)


def _long(found: Scanned) -> Iterator[Problem]:
    shown, text = found.shown, found.text
    start = 0
    for end in [*_END.finditer(shown), None]:
        stop = end.start() if end else len(shown)
        words = shown[start:stop].split()
        if len(words) > LONGEST_SENTENCE:
            line = text.place.line + (0 if text.raw else shown.count("\n", 0, start))
            facts = {"start": " ".join(words[:4]), "words": len(words)}
            yield Problem("setning-for-lang", Place(text.place.path, line), facts)
        start = end.end() if end else stop
