"""The concepts as a table for spreadsheets.

Semicolons and a byte order mark: Excel with Norwegian settings reads commas as part of numbers and guesses wrong about
æ, ø and å without the mark. LibreOffice, Numbers and ``csv`` read it as well.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import StringIO

from plfkb.export.publication import Publication
from plfkb.linking import addresses
from plfkb.linking.relations import Direction
from plfkb.markdown.rendering import Library
from plfkb.model import Concept

MARK = "\ufeff"
DELIMITER = ";"
LINE_END = "\r\n"
BETWEEN = " | "
"""Stands between several values in one cell; no term has it."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column, what it says, and its form by Table Schema (Frictionless Standards, version 1)."""

    name: str
    says: str
    type: str = "string"
    format: str = "default"


COLUMNS = (
    Column("id", "id-en til begrepet; den siste delen av adressen"),
    Column("term", "anbefalt term på bokmål"),
    Column("også kalt", "tillatte termer og forkortelser"),
    Column("bør unngås", "frarådde termer"),
    Column("søkeord", "ord som bare brukes til å søke med"),
    Column("nynorsk", "termer på nynorsk"),
    Column("engelsk", "termer på engelsk"),
    Column("type", "hva slags begrep det er"),
    Column("tema", "temaet begrepet hører til"),
    Column("definisjon", "definisjonen, uten lenker"),
    Column("overordnet", "termene til videre begreper"),
    Column("underordnet", "termene til snevrere begreper"),
    Column("del av", "termene til helheter som begrepet er en del av"),
    Column("har delene", "termene til delene"),
    Column("skilles fra", "termene til begreper som lett forveksles med dette"),
    Column("beslektet", "termene til andre begreper det har med å gjøre"),
    Column("status", "hvor langt oppslaget er kommet"),
    Column("opprettet", "dagen oppslaget ble til", "date"),
    Column("sist endret", "dagen innholdet sist ble endret", "date"),
    Column("adresse", "adressen til siden om begrepet", format="uri"),
)
_RELATIONS = (
    Direction.BROADER, Direction.NARROWER, Direction.PART_OF, Direction.HAS_PART, Direction.CONTRASTS, Direction.RELATED,
)  # fmt: skip


def concept_table(library: Library, publication: Publication, definitions: Mapping[str, str]) -> str:
    """One row a concept, in the order of the files; relations by the names of what they lead to."""
    out = StringIO()
    writer = csv.writer(out, delimiter=DELIMITER, lineterminator=LINE_END)
    writer.writerow(column.name for column in COLUMNS)
    for concept in library.kb.concepts.values():
        writer.writerow(
            _harmless(cell) for cell in _cells(library, publication, concept, definitions[concept.id])
        )
    return MARK + out.getvalue()


def described() -> dict[str, object]:
    """What a program must know to read the table: parts of a Tabular Data Resource (Frictionless Standards, version 1)."""
    return {
        "profile": "tabular-data-resource",
        "dialect": {"delimiter": DELIMITER, "lineTerminator": LINE_END},
        "schema": {
            "fields": [
                {
                    "name": column.name,
                    "type": column.type,
                    "format": column.format,
                    "description": column.says,
                }
                for column in COLUMNS
            ],
            "primaryKey": "id",
        },
    }


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
