"""A page of ``docs/`` to a Document."""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import lru_cache

import yaml

from plfkb.errors import Place, Problem, Severity
from plfkb.languages import Said
from plfkb.model import Document, Text
from plfkb.reading import fields
from plfkb.reading.entry_files import credit
from plfkb.reading.front_matter import Split, compose, split
from plfkb.reading.values import Reader, text, texts

_OURS = {field.name: field for field in fields.DOCUMENT_FIELDS}
_THEIRS = frozenset(
    ("title", "template", "hide", "tags", "icon", "status", "subtitle", "date", "draft", "slug", "comments")
)
"""Keys of MkDocs and Material, which are never ours misspelt."""

_PAGE = Said("en side", "a page")
_CONTENT = Said("innholdet øverst i fila", "the content at the top of the file")
# What MkDocs takes for front matter (mkdocs.utils.meta): it may end with «...» too.
_BLOCK = re.compile(r"---[ \t]*\n(?P<yaml>.*?\n)(?:\.{3}|-{3})[ \t]*(?:\n|\Z)", re.DOTALL)
_OPENING = re.compile(r"---[ \t]*\n")
_KEY = re.compile(r"^[ \t]*[A-Za-z_][\w-]*[ \t]*:(?:[ \t]|$)", re.MULTILINE)
_SMALL_KEY = re.compile(r"^[ \t]*[a-z_]+:(?:[ \t]|$)", re.MULTILINE)
_COLLECTION = re.compile(r"- |[\[{]")


@lru_cache(maxsize=2**10)
def read_document(source: str, path: str) -> tuple[Document, tuple[Problem, ...]]:
    """A page of ``docs/``. It may have front matter for MkDocs, of which what is in ``DOCUMENT_FIELDS`` concerns us.

    MkDocs publishes front matter that it cannot read as text, and says nothing, so the complaint is ours.
    """
    parts = _parts(source, path)
    if parts is None:
        return _bare(source, path), ()
    if isinstance(parts, Problem):
        return _bare(source, path, searched=False), (parts,)
    node = compose(parts.yaml, path)
    if isinstance(node, Problem):
        return _bare(source, path, searched=False), (node,) if _meant(parts.yaml[1:]) else ()
    body = Text(parts.body, Place(path, parts.body_line))
    reader = Reader(parts.yaml, path)
    if not isinstance(node, yaml.MappingNode):
        if node is None or not _meant(parts.yaml[1:]):  # text between two horizontal rules
            return _bare(source, path), ()
        reader.mapping(node, fields.DOCUMENT_FIELDS, _CONTENT)
        return Document(Place(path, 1), body, searched=False), tuple(reader.problems)
    return _document(node, body, reader), (*reader.problems, *_near_misses(node, path))


def _bare(source: str, path: str, *, searched: bool = True) -> Document:
    """A page that is all text. One whose front matter cannot be read may be meant to be hidden from the search."""
    return Document(Place(path, 1), Text(source, Place(path, 1)), searched=searched)


def _parts(source: str, path: str) -> Split | Problem | None:
    """The page taken apart as MkDocs does it; None when it has no front matter, a Problem when it was meant to."""
    block = _BLOCK.match(source)
    if block is not None:
        body = source[block.end() :]
        stripped = body.lstrip("\n")
        line = source.count("\n", 0, block.end()) + 1 + len(body) - len(stripped)
        return Split("\n" + block["yaml"], stripped, line)
    start = _OPENING.match(source.lstrip())
    if start is None:
        return None
    rest = source.lstrip()[start.end() :]
    # A page may begin with a horizontal rule, and then there is a blank line or prose.
    if not _KEY.match(rest):
        return None
    found = split(source, path)
    return found if isinstance(found, Problem) else None


def _meant(block: str) -> bool:
    """Whether what stands between two lines of «---» was meant for front matter: they may be horizontal rules."""
    first = re.split(r"\n[ \t]*\n", block.strip("\n"), maxsplit=1)[0]
    if block.startswith("\n"):
        return _SMALL_KEY.match(first) is not None
    return _KEY.search(first) is not None or _COLLECTION.match(first) is not None


def _document(node: yaml.MappingNode, body: Text, reader: Reader) -> Document:
    ours = [pair for pair in node.value if isinstance(pair[0], yaml.ScalarNode) and pair[0].value in _OURS]
    mapping = yaml.MappingNode(node.tag, ours, node.start_mark, node.end_mark)
    values = reader.mapping(mapping, fields.DOCUMENT_FIELDS, _PAGE)
    return Document(
        place=Place(reader.path, 1),
        body=body,
        redirects=texts(values, "redirects"),
        credit=credit(values),
        description=text(values, "description"),
        course=text(values, "type") == fields.COURSE_TYPE,
        searched="search" not in values or bool(values["search"].value),
    )


def _near_misses(node: yaml.MappingNode, path: str) -> list[Problem]:
    """``ukjent-nokkel``, as a warning: other keys than ours belong to MkDocs, its theme or a plugin."""
    problems = []
    for key, _ in node.value:
        word = key.value if isinstance(key, yaml.ScalarNode) else ""
        hits = get_close_matches(word.casefold(), _OURS, 1, 0.8)
        if word not in _OURS and word not in _THEIRS and hits:
            hint = Said(f"mente du «{hits[0]}»?", f"did you mean “{hits[0]}”?")
            facts = {"key": word, "kind": _PAGE, "suggestion": hint}
            place = Place(path, key.start_mark.line + 1)
            problems.append(Problem("ukjent-nokkel", place, facts, Severity.WARNING))
    return problems
