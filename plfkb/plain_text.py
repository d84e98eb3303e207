"""Written Markdown as the words that a reader meets: no code, no citations, links as their words."""

from __future__ import annotations

import re

from plfkb.linking import wikilinks
from plfkb.reading.prose import prose
from plfkb.references import grammar

_SPACE_BEFORE_STOP = re.compile(r"\s+(?=[.,;:!?])")


def plain(markdown: str) -> str:
    """The words of a text. Line breaks stay where they are."""
    shown = prose(markdown)
    if "@" in shown:
        for found in reversed(list(grammar.find(shown))):
            lines = "\n" * shown.count("\n", found.start, found.end)
            shown = shown[: found.start] + lines + shown[found.end :]
    return wikilinks.words(shown)


def one_line(markdown: str) -> str:
    """The words of a short text on one line and without emphasis, as for a list of entries."""
    return _SPACE_BEFORE_STOP.sub("", " ".join(plain(markdown).replace("*", "").split()))
