"""What pages are made of as a whole: what every page may depend on, and what stands in overviews."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from plfkb.errors import Place
from plfkb.model import Comparison, Concept, Document, KnowledgeBase, Text

_NOWHERE = Place("")
_NOTHING = Text("", _NOWHERE)

# Compared with ==, never read.
Outline = tuple[object, ...]
Stamps = frozenset[tuple[str, int, int, int]]


def frame(kb: KnowledgeBase) -> Outline:
    """What no page asks for one by one: when it changes, all pages are made anew."""
    return (
        kb.settings,
        list(kb.themes.values()),
        list(kb.planned.values()),
        list(kb.published.values()),
        [_document(document) for document in kb.documents],
    )


def outline(kb: KnowledgeBase) -> Outline:
    """What overviews are made of: the entries without their texts and without the lines on which things stand."""
    return (
        [_concept(concept) for concept in kb.concepts.values()],
        [_comparison(comparison) for comparison in kb.comparisons.values()],
    )


def stamps(*folders: Path) -> Stamps:
    """What tells that a file below the folders is another than before: its place on disk, its size and its time."""
    return frozenset(
        (str(path), *stamp(path)) for folder in folders for path in folder.rglob("*") if path.is_file()
    )


def stamp(path: Path) -> tuple[int, int, int]:
    found = path.stat()
    # The time of the change of the place on disk: a file moved here may be older than the one that it replaces.
    return found.st_ino, found.st_size, max(found.st_mtime_ns, found.st_ctime_ns)


def _concept(concept: Concept) -> Concept:
    return replace(
        concept,
        place=Place(concept.place.path),
        definition=_NOTHING,
        body=_NOTHING,
        relations=tuple(replace(relation, place=_NOWHERE) for relation in concept.relations),
        parts=tuple(replace(part, place=_NOWHERE, text=part.text and _NOTHING) for part in concept.parts),
    )


def _comparison(comparison: Comparison) -> Comparison:
    return replace(
        comparison,
        place=Place(comparison.place.path),
        summary=replace(comparison.summary, place=_NOWHERE, raw=""),
        body=_NOTHING,
        dimensions=tuple(
            replace(row, place=_NOWHERE, sides=dict.fromkeys(row.sides, _NOTHING))
            for row in comparison.dimensions
        ),
    )


def _document(document: Document) -> Document:
    return replace(document, body=_NOTHING)
