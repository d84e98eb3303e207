"""Formatted text between a rule and a page: runs that become HTML, plain text or Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape
from itertools import groupby
from typing import NamedTuple


class Run(NamedTuple):
    """A stretch of text with one look.

    ``href`` is the address that the text itself shows (a DOI or a URL); ``key`` is the source that the
    run refers to. Both are left to whoever renders: a run never holds markup. ``language`` is the tag of the
    text's language where that is another than the language around it.
    """

    text: str
    italic: bool = False
    href: str = ""
    key: str = ""
    language: str = ""


# Values that a build makes by the ten thousand are named tuples: a frozen dataclass takes three times as long to make.
Runs = tuple[Run, ...]
Link = Callable[[Run], str | None]

_WEB = ("https://", "http://")
_SPECIAL = re.compile(r"[\\`*_{}\[\]<>&@~^$|=]")
_BACKSLASHED = frozenset("\\`*_{}[]")
_BLOCK_START = re.compile(r"^(?P<number>\d+)(?P<stop>[.)])|^(?P<sign>[#+\-!?/:%\"])")


def own_address(run: Run) -> str | None:
    """The link that a run carries itself: its address when that is on the web."""
    return run.href if run.href.startswith(_WEB) else None


def to_html(runs: Runs, link: Link | None = None) -> str:
    """HTML in which every character of the data is escaped; the only tags are ``em``, ``span`` and ``a``.

    ``link`` is asked about each run with a key or an address and answers with an href or None; without
    it web addresses are linked and nothing else is. Neighbours with the same href share one link.
    """
    choose = link or own_address
    addressed = ((choose(run) if run.key or run.href else None, run) for run in runs if run.text)
    parts = []
    for href, group in groupby(addressed, key=lambda pair: pair[0]):
        inner = "".join(_html(run) for _, run in group)
        parts.append(f'<a href="{escape(href)}">{inner}</a>' if href else inner)
    return "".join(parts)


def _html(run: Run) -> str:
    text = escape(run.text, quote=False)
    language = f' lang="{escape(run.language)}"' if run.language else ""
    if run.italic:
        return f"<em{language}>{text}</em>"
    return f"<span{language}>{text}</span>" if language else text


def to_text(runs: Runs) -> str:
    return "".join(run.text for run in runs)


def to_markdown(runs: Runs) -> str:
    """Markdown that reads as exactly these runs: ``*italics*``, ``<addresses>``, the rest escaped."""
    parts: list[str] = []
    for run in merged(runs):
        if own_address(run) and run.text == run.href and not re.search(r"[\s<>]", run.text):
            parts.append(f"<{run.text}>")
        elif run.italic:
            parts.append(_emphasis(run.text))
        else:
            parts.append(_SPECIAL.sub(_escaped, run.text))
    return _BLOCK_START.sub(_harmless, "".join(parts))


def _emphasis(text: str) -> str:
    """Stars hug the words: Markdown reads no emphasis where a star meets a space."""
    core = text.strip()
    if not core:
        return text
    before, after = text.split(core, 1)
    return f"{before}*{_SPECIAL.sub(_escaped, core)}*{after}"


def _escaped(match: re.Match[str]) -> str:
    # Python-Markdown has no backslash escape for the others, so they are written as entities.
    char = match[0]
    return f"\\{char}" if char in _BACKSLASHED else f"&#{ord(char)};"


def _harmless(match: re.Match[str]) -> str:
    """The first characters of a line, written so that they open neither list, heading nor block."""
    if match["number"]:
        return f"{match['number']}&#{ord(match['stop'])};"
    return f"&#{ord(match['sign'])};"


def merged(runs: Runs) -> Runs:
    """The same text with neighbours of one look joined and empty runs gone."""
    result: list[Run] = []
    last: Run | None = None
    for run in runs:
        if not run.text:
            continue
        if last and _alike(last, run):
            last = result[-1] = Run(last.text + run.text, run.italic, run.href, run.key, run.language)
        else:
            result.append(run)
            last = run
    return tuple(result)


def _alike(one: Run, other: Run) -> bool:
    return (
        one.key == other.key
        and one.italic == other.italic
        and one.href == other.href
        and one.language == other.language
    )


def followed(runs: Runs, text: str) -> Runs:
    """The runs with plain text after them, which is one run with the last when that is plain, too."""
    last = runs[-1]
    if last.italic or last.href or last.language:
        return (*runs, Run(text))
    return (*runs[:-1], Run(last.text + text, key=last.key))


def plain(text: str) -> Runs:
    return (Run(text),) if text else ()


_MARKED = re.compile(r"\*([^*]+)\*")


def marked(text: str, *, italic: bool = False, language: str = "") -> Runs:
    """The runs of a text with ``*emphasis*``; emphasis inside italics is set upright again."""
    pieces = _MARKED.split(text)
    runs = (
        Run(piece, italic != bool(index % 2), language=language)
        for index, piece in enumerate(pieces)
        if piece
    )
    return tuple(runs)


def joined(parts: list[Runs] | tuple[Runs, ...], separator: str) -> Runs:
    """The parts that say something, with the separator between them."""
    spoken = [part for part in parts if part]
    if len(spoken) < 2:
        return spoken[0] if spoken else ()
    between = Run(separator)
    return (*spoken[0], *(run for part in spoken[1:] for run in (between, *part)))
