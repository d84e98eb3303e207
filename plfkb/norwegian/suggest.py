"""The nearest right thing to write: «mente du ...?»."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from plfkb.languages import Said


def nearest(word: str, known: Iterable[str], count: int = 3) -> tuple[str, ...]:
    """At most ``count`` of the known words that resemble ``word``, the most alike first."""
    by_folded: dict[str, str] = {}
    for candidate in known:
        by_folded.setdefault(candidate.casefold(), candidate)
    return tuple(by_folded[hit] for hit in get_close_matches(word.casefold(), by_folded, count, 0.6))


def suggestion(word: str, known: Iterable[str], otherwise: Said) -> Said:
    """A remedy that names the nearest candidates, or ``otherwise`` when nothing comes near."""
    hits = nearest(word, known)
    if not hits:
        return otherwise
    norwegian = " eller ".join(f"«{hit}»" for hit in hits)
    english = " or ".join(f"“{hit}”" for hit in hits)
    return Said(f"mente du {norwegian}?", f"did you mean {english}?")
