"""Front matter: YAML between two lines of «---», read with the line of every value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import yaml

from plfkb.errors import Place, Problem
from plfkb.languages import Said
from plfkb.reading.yaml_faults import too_deep, unreadable

try:  # the C loader is five times faster; PyYAML lacks it on some platforms
    from yaml import CSafeLoader as _Loader
except ImportError:  # pragma: no cover
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]

DEEPEST = 100
"""How many lists and tables may stand inside each other. Composing goes as deep as the text, and the C loader brings the
whole program down when it gets too deep."""
# Only texts that look like it are counted, for counting takes as long as reading.
_DEEP = re.compile(rf"^(?:[ \t]*[-?:][ \t]){{{DEEPEST // 3}}}|^ {{{DEEPEST}}}", re.MULTILINE)

_FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Split:
    """A file taken apart. ``body_line`` is the line on which the body begins."""

    yaml: str
    body: str
    body_line: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A key of a mapping, its value as a YAML node, and their places."""

    key: str
    node: yaml.Node
    place: Place


def split(text: str, path: str) -> Split | Problem:
    """Take a file apart; a Problem (``frontmatter-mangler``) when it has no front matter."""
    first = _FENCE.match(text)
    if first is None:
        begins = text.lstrip().startswith("---")
        why = (
            Said("det står noe før den første linja «---»", "something stands before the first line “---”")
            if begins
            else Said("opplysningene øverst i fila mangler", "the fields at the top of the file are missing")
        )
        return Problem("frontmatter-mangler", Place(path, 1), {"why": why})
    last = _FENCE.search(text, first.end())
    if last is None:
        why = Said(
            "opplysningene øverst i fila avsluttes ikke med «---»",
            "the fields at the top of the file do not end with “---”",
        )
        return Problem("frontmatter-mangler", Place(path, 1), {"why": why})
    body = text[last.end() :]
    stripped = body.lstrip("\n")
    line = text.count("\n", 0, last.end()) + 1 + len(body) - len(stripped)
    return Split(text[first.end() : last.start()], stripped, line)


def compose(text: str, path: str) -> yaml.Node | Problem | None:
    """The YAML text as nodes; a Problem (``frontmatter-uleselig``) when it is not YAML. Line 1 is «---»."""
    try:
        if (line := _too_deep(text)) is not None:
            return too_deep(line, path)
        node: yaml.Node | None = yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError as error:
        return unreadable(error, text, path)
    return node


def _too_deep(text: str) -> int | None:
    """The line on which a text goes deeper than ``DEEPEST``, told without composing it."""
    if text.count("[") + text.count("{") <= DEEPEST and not _DEEP.search(text):
        return None
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            return event.start_mark.line + 1 if event.start_mark else 1
    return None


def entries(node: yaml.MappingNode, path: str) -> tuple[list[Entry], list[Problem]]:
    """The keys of a mapping in order; the second of two equal keys is complained about and left out."""
    seen: dict[str, int] = {}
    found: list[Entry] = []
    problems: list[Problem] = []
    for key_node, value_node in node.value:
        place = place_of(key_node, path)
        key = key_node.value if isinstance(key_node, yaml.ScalarNode) else "?"
        if key in seen:
            problems.append(Problem("dobbel-nokkel", place, {"key": key, "first": seen[key]}))
            continue
        seen[key] = place.line
        found.append(Entry(key, value_node, place))
    return found, problems


def place_of(node: yaml.Node, path: str) -> Place:
    return Place(path, node.start_mark.line + 1)


def raw_of(node: yaml.Node, source: str) -> str:
    """The value as it stands in the file, from the line on which it begins."""
    return "\n".join(source.split("\n")[node.start_mark.line : node.end_mark.line + 1])


@lru_cache(maxsize=2**12)  # the preview checks the same texts again and again
def headings(body: str) -> tuple[tuple[int, str, int], ...]:
    """Level, text and line offset of each ATX heading outside fenced code."""
    return tuple(_headings(body))


def _headings(body: str) -> Iterator[tuple[int, str, int]]:
    fence = ""
    for offset, line in enumerate(body.split("\n")):
        mark = re.match(r" {0,3}(`{3,}|~{3,})", line)
        if mark and (not fence or mark[1].startswith(fence)):
            fence = "" if fence else mark[1]
        elif not fence and (heading := re.match(r"(#{1,6})\s+(.+?)\s*#*$", line)):
            yield len(heading[1]), heading[2], offset
