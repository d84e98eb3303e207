"""The citation syntax (pandoc's, plus ``via`` for secondary sources): text to citations and back.

    [@key]  [@key, s. 12]  [se @a, s. 3; jf. @b]  [-@key]  @key  @key [s. 12]
    [@primary, s. 5 via @read, s. 9]  @primary [s. 5 via @read, s. 9]  @primary [via @read, s. 9]

Whatever is not a citation is left to whoever asked, byte for byte. Nothing here knows Markdown: the
caller keeps code, links, HTML and e-mail addresses away.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from plfkb.references.locators import is_labelled
from plfkb.works import Citation, Cluster

# Rule F6: letters of any language and digits, signs between them; a sign at the end belongs to the sentence.
KEY = r"\w*[^\W_](?:[\w:.#$%&\-+?<>~/]*[^\W_])?"

MARK = re.compile(rf"(?<![^\W_])(?<![@/\\])(?P<minus>-?)@(?P<key>(?>{KEY}))(?!@)")
_VIA = re.compile(rf"(?:^|[\s,])via\s+@(?P<key>(?>{KEY}))(?!@)")
BRACKET = re.compile(r"\[([^\[\]]*)\]")
_PIECE = re.compile(r"(?:«[^«»]*»|[^;])*")  # a semicolon inside a quoted heading does not separate
PARAGRAPH = re.compile(r"\n[ \t]*\n")
_GAP = re.compile(r"[ \t]*\n?[ \t]*")
_START = re.compile(r"\[|@|-@")
_NO_LOCATOR = frozenset({"sic", "…", "...", "x", "X"})  # what editors and task lists put in brackets
_DASHES = ("–", "—", "−")  # what word processors make of a hyphen
_NOT_BEFORE = frozenset("@\\/.+-%&=#$~?:^")  # an e-mail address, a URL, a footnote or an escape goes on here


class Found(NamedTuple):
    """A citation in a text: ``text[start:end]`` says ``cluster``."""

    start: int
    end: int
    cluster: Cluster


@lru_cache(maxsize=2**14)  # the same bracket is read by the check, the pattern and the resolver
def parse_bracket(inner: str) -> Cluster | None:
    """The citations in the text between ``[`` and ``]``, or None when it is something else."""
    if "@" not in inner or inner.startswith("^") or PARAGRAPH.search(inner):
        return None
    segments: list[tuple[Citation, ...]] = []
    for piece in _pieces(inner):
        citation = _citation(piece)
        if citation is None:
            return None
        if citation.prefix or not segments:
            segments.append((citation,))
        else:
            segments[-1] = (*segments[-1], citation)
    return Cluster(tuple(segments))


def _pieces(inner: str) -> Iterator[str]:
    position = 0
    while True:
        piece = _PIECE.match(inner, position)
        end = piece.end() if piece else position
        yield _words(inner[position:end])
        if end >= len(inner):
            return
        position = end + 1


def _words(text: str) -> str:
    return " ".join(text.split())


def _citation(piece: str) -> Citation | None:
    mark = MARK.search(piece)
    if mark is None:
        return None
    rest = _rest(piece[mark.end() :])
    if rest is None:
        return None
    locator, via, via_locator = rest
    prefix = piece[: mark.start()].strip()
    if prefix[-1:] in _DASHES:
        return None  # meant for the hyphen that leaves out the name
    return Citation(mark["key"], prefix, locator, via, via_locator, bool(mark["minus"]))


def _rest(text: str) -> tuple[str, str, str] | None:
    """What follows a key: locator, the key after ``via``, and its locator."""
    via = _VIA.search(text)
    if via is None:
        locator = _locator(text)
        return None if locator is None else (locator, "", "")
    locator, via_locator = _locator(text[: via.start()]), _locator(text[via.end() :])
    if locator is None or via_locator is None:
        return None
    return locator, via["key"], via_locator


def _locator(text: str) -> str | None:
    """The place that follows a key: after a comma, or after a space when its label gives it away."""
    place = text.strip(" ,")
    if MARK.search(place):
        return None
    if not text.strip():
        return ""
    if text.lstrip().startswith(","):
        return place or None
    return place if text.startswith(" ") and is_labelled(place) else None


def parse(text: str) -> Cluster | None:
    """The citation that a text consists of: what ``match_at`` found, cut out."""
    if text.startswith("["):
        return parse_bracket(text[1:-1])
    found = match_at(text, 0)
    return found.cluster if found else None


def match_at(text: str, position: int) -> Found | None:
    """The citation that starts exactly at ``position``, if one does."""
    if text.startswith("[", position):
        return _bracket_at(text, position)
    mark = MARK.match(text, position)
    if mark is None or not _may_start(text, position):
        return None
    citation = Citation(mark["key"], suppress_author=bool(mark["minus"]))
    end = mark.end()
    bracket = BRACKET.match(text, _gap_end(text, end))
    if bracket and not is_link(text, bracket) and (place := bare_place(bracket[1])):
        citation = Citation(mark["key"], "", *place, suppress_author=bool(mark["minus"]))
        end = bracket.end()
    return Found(position, end, Cluster(((citation,),), narrative=True))


def _gap_end(text: str, position: int) -> int:
    gap = _GAP.match(text, position)
    return gap.end() if gap else position


def _may_start(text: str, position: int) -> bool:
    before = text[:position] if position < 8 else text[position - 8 : position]
    before = before.rstrip("*_")  # emphasis opens here
    return not before or not (before[-1].isalnum() or before[-1] in _NOT_BEFORE)


def bare_place(inner: str) -> tuple[str, str, str] | None:
    """The content of ``@key [content]`` when it is a place in the work, or a ``via``."""
    content = _words(inner)
    if content in _NO_LOCATOR or content.startswith("^") or PARAGRAPH.search(inner):
        return None
    place = _rest(f", {content}") if not content.startswith("via ") else _rest(f" {content}")
    return place if place and any(place) else None


def _bracket_at(text: str, position: int) -> Found | None:
    bracket = BRACKET.match(text, position)
    if bracket is None or is_link(text, bracket) or text.startswith("\\", max(position - 1, 0), position):
        return None
    cluster = parse_bracket(bracket[1])
    return Found(position, bracket.end(), cluster) if cluster else None


def is_link(text: str, bracket: re.Match[str]) -> bool:
    """Whether the bracket is ``[text](url)``, ``[text][ref]`` or ``[[wiki]]``."""
    start, end = bracket.span()
    after = text[end : end + 1]
    if after == "]":
        return start > 0 and text[start - 1] == "["
    if after != "[":
        return after == "("
    label = BRACKET.match(text, end)
    return label is not None and not label[1].startswith("^") and parse_bracket(label[1]) is None


def find(text: str) -> Iterator[Found]:
    """All citations of a text, leftmost first; no two overlap."""
    position = 0
    while start := _START.search(text, position):
        found = match_at(text, start.start())
        if found:
            yield found
            position = found.end
            continue
        bracket = BRACKET.match(text, start.start())
        position = bracket.end() if bracket and is_link(text, bracket) else start.start() + 1


def write(cluster: Cluster) -> str:
    """The canonical syntax of a citation: reading it gives an equal ``cluster`` again."""
    if not cluster.narrative:
        return f"[{'; '.join(_written(citation) for citation in cluster.citations)}]"
    citation = cluster.citations[0]
    key = f"{'-' * citation.suppress_author}@{citation.key}"
    place = " ".join(filter(None, (citation.locator, _written_via(citation))))
    return f"{key} [{place}]" if place else key


def _written(citation: Citation) -> str:
    key = f"{'-' * citation.suppress_author}@{citation.key}"
    locator = f"{key}, {citation.locator}" if citation.locator else key
    return " ".join(filter(None, (citation.prefix, locator, _written_via(citation))))


def _written_via(citation: Citation) -> str:
    if not citation.via:
        return ""
    return f"via @{citation.via}" + (f", {citation.via_locator}" if citation.via_locator else "")
