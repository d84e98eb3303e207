"""The syntax of links between entries: [[target]] and [[target|own words]]."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

# A link may go on over the end of a line, not over the end of a paragraph.
_INSIDE = r"(?:(?!\n[ \t]*\n)[^\[\]|])+?"
PATTERN = rf"\[\[(?P<target>{_INSIDE})(?:\|(?P<words>{_INSIDE}))?\]\]"
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
        words = match["words"] or match["target"]
        yield WikiLink(" ".join(match["target"].split()), " ".join(words.split()), match.start())


def blank(prose: str) -> str:
    """The text with its links blanked out, offsets and line breaks unchanged."""
    return _LINK.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), prose)


def words(prose: str) -> str:
    """The text with each link replaced by what is shown for it."""
    return _LINK.sub(lambda match: match["words"] or match["target"], prose)


def broken(blanked: str) -> Iterator[int]:
    """Where double brackets are left when the links have been blanked out."""
    return (match.start() for match in re.finditer(r"\[\[", blanked))
