"""Changes to the text of a file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Edit:
    """Write ``new`` in place of ``text[start:end]``. ``facts`` fill the holes of the rule's message."""

    start: int
    end: int
    new: str
    facts: Mapping[str, object] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class File:
    """A file of a knowledge base: its path and its text with plain line feeds."""

    path: str
    text: str

    @property
    def is_markdown(self) -> bool:
        return self.path.endswith(".md")

    @property
    def is_bibliography(self) -> bool:
        return self.path.endswith(".bib")


Finder = Callable[[File], Iterator[Edit]]
"""All breaches of a rule in a file. Applying the edits leaves nothing for the finder to find."""


def apply(text: str, edits: Iterable[Edit]) -> str:
    """The text with the edits made. Of two that overlap the first counts."""
    pieces = []
    position = 0
    for edit in sorted(edits, key=lambda edit: edit.start):
        if edit.start >= position:
            pieces += [text[position : edit.start], edit.new]
            position = edit.end
    return "".join((*pieces, text[position:]))
