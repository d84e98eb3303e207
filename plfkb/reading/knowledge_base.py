"""A folder to a KnowledgeBase. Reading never stops at a mistake: it is a Problem, and the rest is read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import yaml

from plfkb.errors import Place, Problem
from plfkb.languages import Said
from plfkb.model import Comparison, Concept, Document, KnowledgeBase, Planned, Promise, Theme
from plfkb.reading.bibtex import read_bibliographies
from plfkb.reading.entry_files import read_document, read_entry
from plfkb.reading.fields import Kind
from plfkb.reading.front_matter import compose, entries
from plfkb.reading.settings import read_settings

THEMES = "temaer.yml"
PLANNED = "planlagt.yml"
PUBLISHED = "utgitt.yml"

_T = TypeVar("_T")


def load(root: Path) -> KnowledgeBase:
    """Read everything under ``root``: the settings, the entries, the themes, the work list, the bibliography, the pages.

    Never raises for what a contributor wrote; every complaint is in ``KnowledgeBase.problems``.
    """
    files = _Files(root)
    settings, problems = read_settings(files.text("plfkb.yml"), "plfkb.yml")
    concepts, comparisons = _entries(files, settings.concepts)
    themes = _table(files, f"{settings.concepts}/{THEMES}", _theme)
    planned = _table(files, f"{settings.concepts}/{PLANNED}", _planned)
    published = _table(files, f"{settings.concepts}/{PUBLISHED}", _published)
    bib_files = [
        (path, text)
        for path in files.below(settings.bibliography, ".bib")
        if (text := files.text(path)) is not None
    ]
    sources, bib_problems = read_bibliographies(bib_files)
    documents = _documents(files, settings.documents)
    return KnowledgeBase(
        root=root,
        settings=settings,
        concepts=concepts,
        comparisons=comparisons,
        sources=sources,
        themes=themes,
        planned=planned,
        documents=documents,
        published=published,
        files=files.texts,
        problems=(*problems, *files.problems, *bib_problems),
    )


class _Files:
    """The files of a knowledge base, decoded; what cannot be decoded becomes a problem."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.texts: dict[str, str] = {}
        self.problems: list[Problem] = []

    def below(self, folder: str, suffix: str) -> list[str]:
        """Paths below a folder in a fixed order; hidden files and folders are left out."""
        base = self.root / folder
        found = [path.relative_to(self.root) for path in base.rglob(f"*{suffix}") if path.is_file()]
        return sorted(
            path.as_posix() for path in found if not any(part.startswith(".") for part in path.parts)
        )

    def text(self, path: str) -> str | None:
        """The text of a file with plain line feeds, or None when it is not there or not UTF-8."""
        try:
            data = (self.root / path).read_bytes()
        except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
            return None
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            self.problems.append(Problem("ikke-utf8", Place(path, line), {"offset": error.start + 1}))
            return None
        self.texts[path] = text.replace("\r\n", "\n").replace("\r", "\n")
        return self.texts[path]


def _entries(files: _Files, folder: str) -> tuple[dict[str, Concept], dict[str, Comparison]]:
    paths = files.below(folder, ".md")
    if not paths:
        files.problems.append(
            Problem(
                "tom-mappe", Place(folder), {"folder": folder, "what": Said("oppslag (.md)", "entries (.md)")}
            )
        )
    concepts: dict[str, Concept] = {}
    comparisons: dict[str, Comparison] = {}
    places: dict[str, str] = {}
    for path in paths:
        text = files.text(path)
        if text is None:
            continue
        read = read_entry(text, path)
        files.problems += read.problems
        entry = read.entry
        if entry is None:
            continue
        if entry.id in places:
            facts = {"id": entry.id, "other": places[entry.id]}
            files.problems.append(Problem("dobbel-id", Place(path, 1), facts))
            continue
        places[entry.id] = path
        if isinstance(entry, Concept):
            concepts[entry.id] = entry
        else:
            comparisons[entry.id] = entry
    return concepts, comparisons


def _documents(files: _Files, folder: str) -> tuple[Document, ...]:
    documents = []
    for path in files.below(folder, ".md"):
        text = files.text(path)
        if text is not None:
            document, problems = read_document(text, path)
            documents.append(document)
            files.problems += problems
    return tuple(documents)


def _table(files: _Files, path: str, make: Callable[[str, yaml.Node, Place], _T | Problem]) -> dict[str, _T]:
    """A YAML file that maps ids to something."""
    text = files.text(path)
    if text is None:
        return {}
    node = compose(text, path)
    if isinstance(node, Problem):
        files.problems.append(node)
        return {}
    if node is None:
        return {}
    if not isinstance(node, yaml.MappingNode):
        facts = {"what": Said("fila", "the file"), "example": "team: team"}
        files.problems.append(Problem("frontmatter-ikke-tabell", Place(path, 1), facts))
        return {}
    found, problems = entries(node, path)
    files.problems += problems
    made: dict[str, _T] = {}
    for entry in found:
        value = make(entry.key, entry.node, entry.place)
        if isinstance(value, Problem):
            files.problems.append(value)
        else:
            made[entry.key] = value
    return made


def _planned(id_: str, node: yaml.Node, place: Place) -> Planned | Problem:
    if not isinstance(node, yaml.ScalarNode):
        facts = {
            "key": id_,
            "expected": Kind.TEXT.said,
            "found": Said("noe annet", "something else"),
            "example": f"{id_}: termen",
        }
        return Problem("feil-type", place, facts)
    return Planned(id_, node.value, place)


def _published(address: str, node: yaml.Node, place: Place) -> Promise | Problem:
    if not isinstance(node, yaml.ScalarNode):
        facts = {
            "key": address,
            "expected": Said("en utgave", "an edition"),
            "found": Said("noe annet", "something else"),
            "example": f'{address}: "2027.1"',
        }
        return Problem("feil-type", place, facts)
    return Promise(address, node.value, place)


def _theme(id_: str, node: yaml.Node, place: Place) -> Theme | Problem:
    if not isinstance(node, yaml.MappingNode):
        facts = {"what": Said(f"temaet «{id_}»", f"the theme “{id_}”"), "example": "label: Ledelse"}
        return Problem("frontmatter-ikke-tabell", place, facts)
    texts = {
        key.value: value.value
        for key, value in node.value
        if isinstance(key, yaml.ScalarNode) and isinstance(value, yaml.ScalarNode)
    }
    return Theme(id_, texts.get("label", id_), texts.get("about", ""), place)
