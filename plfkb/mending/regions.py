"""The parts of a file in which a word may be changed: prose, and never code, citations, links or HTML."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

import yaml

from plfkb.errors import Problem
from plfkb.mending.edits import File
from plfkb.reading.front_matter import compose, split
from plfkb.reading.prose import prose, without_code
from plfkb.references import grammar

_FOREIGN_KEYS = frozenset({"en", "nn"})
_ATTRIBUTES = re.compile(r"\{:?\s*(?:[.#][\w-]|[\w-]+\s*=)[^{}\n]*\}")
_FOREIGN = re.compile(
    r"<(\w+)\b[^<>]*\blang=[\"']?(?!nb|no|nn)[^<>]*>.*?</\1\s*>"  # an element in another language
    r"|(\*{1,3}|_{1,3})(?:(?!\2).)+?\2(?=\{:?[^{}\n]*\blang=)",  # *words*{: lang="en" }
    re.DOTALL,
)
_VERBATIM = re.compile(r"<(pre|code|script|style)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_NOT_NEWLINE = re.compile(r"[^\n]")


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of a file. ``shown`` is its text with all that is not to be touched blanked out; lengths agree."""

    start: int
    shown: str


def front_matter(file: File) -> tuple[int, yaml.MappingNode] | None:
    """Where the YAML of a file begins and its nodes; None when there is none, or it cannot be read."""
    if not file.is_markdown:
        node = compose(file.text, file.path)
        return (0, node) if isinstance(node, yaml.MappingNode) else None
    parts = split(file.text, file.path)
    if isinstance(parts, Problem):
        return None
    node = compose(parts.yaml, file.path)
    return (file.text.index(parts.yaml), node) if isinstance(node, yaml.MappingNode) else None


def body(file: File) -> tuple[int, str]:
    """Where the Markdown of a file begins, and the Markdown."""
    parts = split(file.text, file.path) if file.text.startswith("---") else None
    if parts is None or isinstance(parts, Problem):
        return 0, file.text
    return len(file.text) - len(parts.body), parts.body


def prose_regions(file: File) -> Iterator[Region]:
    """The Norwegian prose of a Markdown file: the body, and the values of the front matter that YAML takes as they are."""
    found = front_matter(file)
    if found is not None:
        offset, node = found
        for value in scalars(node, but=_FOREIGN_KEYS):
            if value.style not in ("'", '"'):
                start, end = offset + value.start_mark.index, offset + value.end_mark.index
                yield Region(start, shown(file.text[start:end]))
    start, text = body(file)
    yield Region(start, shown(text))


def scalars(node: yaml.Node, *, but: Collection[str] = ()) -> Iterator[yaml.ScalarNode]:
    """All values below a node that are neither lists nor tables, without those under the keys ``but``."""
    match node:
        case yaml.ScalarNode():
            yield node
        case yaml.SequenceNode():
            for item in node.value:
                yield from scalars(item, but=but)
        case yaml.MappingNode():
            for key, value in node.value:
                if not (isinstance(key, yaml.ScalarNode) and key.value in but):
                    yield from scalars(value, but=but)


def shown(text: str) -> str:
    """The words of a Markdown text; code, HTML, addresses, links, citations and foreign words are blanked out."""
    plain = _ATTRIBUTES.sub(_blank, prose(_FOREIGN.sub(_blank, text)))
    return _without(plain, _citations(plain))


def without_verbatim(text: str) -> str:
    """The text with what must stand as it is blanked out: code, in Markdown and in HTML, and citations."""
    plain = _VERBATIM.sub(_blank, without_code(text))
    return _without(plain, _citations(prose(plain)))


def _citations(plain: str) -> list[tuple[int, int]]:
    return [(found.start, found.end) for found in grammar.find(plain)] if "@" in plain else []


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + _NOT_NEWLINE.sub(" ", text[start:end]) + text[end:]
    return text


def _blank(match: re.Match[str]) -> str:
    return _NOT_NEWLINE.sub(" ", match[0])
