"""What a page of ``docs/`` may ask for in a comment: ``<!-- plfkb:NAME argument ... -->``.

| name | arguments |
|---|---|
| søkefelt, temaer, tall | none |
| sammenlikninger | ids, in the order to show them |
| kilder | keys, or filters: lest, annenhånds, type=book, fra=2010, til=2020 |
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

NAMES = ("søkefelt", "temaer", "sammenlikninger", "tall", "kilder")
FILTERS = ("lest", "annenhånds", "type=", "fra=", "til=")

_INSERT = re.compile(r"<!--\s*plfkb:\s*(?P<name>[^\s>]+)(?P<arguments>[^<>]*?)\s*-->")
_MISS = re.compile(r"<!--\s*plfkb\b[^<>]*?-->", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Insert:
    """One request: the name, its arguments as written, and where it begins in the text."""

    name: str
    arguments: tuple[str, ...]
    start: int


def find(text: str) -> Iterator[Insert]:
    for match in _INSERT.finditer(text):
        yield Insert(match["name"], tuple(match["arguments"].split()), match.start())


def misses(text: str) -> Iterator[tuple[str, int]]:
    """Comments that were surely meant as requests but are not read as such: the text, and where it begins."""
    return ((match[0], match.start()) for match in _MISS.finditer(text) if not _INSERT.match(match[0]))


def fill(html: str, render: Callable[[Insert], str]) -> str:
    """``html`` with each known request replaced; other comments stay as they are."""

    def made(match: re.Match[str]) -> str:
        insert = Insert(match["name"], tuple(match["arguments"].split()), match.start())
        return render(insert) if insert.name in NAMES else match[0]

    return _INSERT.sub(made, html)


def is_filter(argument: str) -> bool:
    """Whether an argument of «kilder» is a filter with a value that makes sense."""
    name, mark, value = argument.partition("=")
    if f"{name}{mark}" not in FILTERS:
        return False
    return value.isdigit() if name in ("fra", "til") else bool(value) == bool(mark)
