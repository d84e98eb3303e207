"""The concepts as a table for spreadsheets.

Semicolons and a byte order mark: Excel with Norwegian settings reads commas as part of numbers and guesses wrong about
æ, ø and å without the mark. LibreOffice, Numbers and ``csv`` read it as well.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from io import StringIO

from plfkb.export.publication import Publication
from plfkb.linking import addresses
from plfkb.linking.relations import Direction
from plfkb.markdown.rendering import Library
from plfkb.model import Concept

MARK = "\ufeff"
BETWEEN = " | "
"""Stands between several values in one cell; no term has it."""

COLUMNS = (
    "id", "term", "også kalt", "bør unngås", "søkeord", "nynorsk", "engelsk", "type", "tema", "definisjon",
    "overordnet", "underordnet", "del av", "har delene", "skilles fra", "beslektet", "status", "opprettet",
    "sist endret", "adresse",
)  # fmt: skip
_RELATIONS = (
    Direction.BROADER, Direction.NARROWER, Direction.PART_OF, Direction.HAS_PART, Direction.CONTRASTS, Direction.RELATED,
)  # fmt: skip


def concept_table(library: Library, publication: Publication, definitions: Mapping[str, str]) -> str:
    """One row a concept, in the order of the files; relations by the names of what they lead to."""
    out = StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for concept in library.kb.concepts.values():
        writer.writerow(
            _harmless(cell) for cell in _cells(library, publication, concept, definitions[concept.id])
        )
    return MARK + out.getvalue()


def _cells(library: Library, publication: Publication, concept: Concept, definition: str) -> Iterator[str]:
    theme = library.kb.themes.get(concept.theme)
    yield concept.id
    yield concept.term
    yield BETWEEN.join(concept.also)
    yield BETWEEN.join(item.term for item in concept.discouraged)
    yield BETWEEN.join(concept.hidden)
    yield BETWEEN.join(concept.nn)
    yield BETWEEN.join(concept.en)
    yield concept.type
    yield theme.label if theme else concept.theme
    yield definition
    related = library.graph.of(concept.id)
    for direction in _RELATIONS:
        yield BETWEEN.join(map(library.name, related.get(direction, ())))
    yield concept.credit.status
    yield concept.credit.created.isoformat() if concept.credit.created else ""
    yield concept.credit.updated.isoformat() if concept.credit.updated else ""
    yield publication.address(addresses.concept(concept.id))


def _harmless(cell: str) -> str:
    """A spreadsheet takes a text that begins with one of these signs for a formula."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell
