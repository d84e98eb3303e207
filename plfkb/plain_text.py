"""Written Markdown as the words that a reader meets: no code, no citations, links as their words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from html import unescape

from plfkb.linking import wikilinks
from plfkb.reading.prose import prose
from plfkb.references import grammar
from plfkb.works import Cluster

_TAG = re.compile(r"<!--.*?-->|</?[A-Za-z][^<>]*>", re.DOTALL)
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*\)")
_MARK = re.compile(r"\\(?P<escaped>[\\`*_{}\[\]()#+\-.!@])|[*`]")
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


def one_line(markdown: str, say: Callable[[Cluster], str] = lambda _: "") -> str:
    """The words of a short text on one line, without markup and without citations in brackets.

    ``say`` gives the words of a citation that is part of its sentence.
    """
    written = markdown
    for found in reversed(list(grammar.find(prose(markdown)))):
        words = say(found.cluster) if found.cluster.narrative else ""
        written = written[: found.start] + words + written[found.end :]
    text = _LINK.sub(r"\1", _TAG.sub("", wikilinks.words(written)))
    text = unescape(_MARK.sub(lambda match: match["escaped"] or "", text))
    return _SPACE_BEFORE_STOP.sub("", " ".join(text.split()))
