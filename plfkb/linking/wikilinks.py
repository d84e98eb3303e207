"""The syntax of links between entries: [[target]] and [[target|own words]]."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

PATTERN = r"\[\[(?P<target>[^\[\]|\n]+?)(?:\|(?P<words>[^\[\]\n]+?))?\]\]"
_LINK = re.compile(PATTERN)


@dataclass(frozen=True, slots=True)
class WikiLink:
    """``target`` as written, ``words`` shown on the page (the target when nothing else is given)."""

    target: str
    words: str
    start: int


def find(prose: str) -> Iterator[WikiLink]:
    """All links in a text in which code has been blanked."""
    for match in _LINK.finditer(prose):
        yield WikiLink(match["target"].strip(), (match["words"] or match["target"]).strip(), match.start())


def blank(prose: str) -> str:
    """The text with its links blanked out, offsets unchanged."""
    return _LINK.sub(lambda match: " " * len(match[0]), prose)


def words(prose: str) -> str:
    """The text with each link replaced by what is shown for it."""
    return _LINK.sub(lambda match: match["words"] or match["target"], prose)
