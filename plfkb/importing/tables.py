"""A table of concepts (CSV) to drafts: the one that the site exports, and such as people make."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from types import MappingProxyType

from plfkb.importing.draft import RELATIONS, Draft, UnreadableListError

# What a column may be called, by what it holds. The first are those of the table that the site exports.
NAMES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "id": ("id", "identifikator"),
        "term": ("term", "begrep", "anbefalt term", "navn", "preflabel", "name"),
        "also": ("også kalt", "synonym", "synonymer", "tillatt term", "altlabel", "also"),
        "discouraged": ("bør unngås", "frarådd term", "frarådd", "discouraged"),
        "hidden": ("søkeord", "skjulte søkeord", "skjult søkeord", "nøkkelord", "hiddenlabel", "hidden"),
        "nn": ("nynorsk", "nn"),
        "en": ("engelsk", "english", "en"),
        "type": ("type",),
        "theme": ("tema", "fagområde", "theme", "subject"),
        "definition": ("definisjon", "forklaring", "definition"),
        "note": ("merknad", "kommentar", "note"),
        "broader": ("overordnet", "overbegrep", "broader"),
        "part_of": ("del av", "part of", "part_of"),
        "contrasts": ("skilles fra", "contrasts"),
        "related": ("beslektet", "se også", "related"),
    }
)

_BETWEEN = re.compile(r"\s*[|\n]\s*")
# Spreadsheets are told by this sign that a text is no formula.
_NO_FORMULA = re.compile(r"^'(?=[=+\-@\t\r])")
_DELIMITERS = (";", "\t", ",")


def read_table(text: str) -> list[Draft]:
    """The rows of a table with a heading row. Cells with several values have «|» between them.

    Columns that are not known are left out. Raises UnreadableListError when there is no column of terms.
    """
    text = text.removeprefix("\ufeff")
    heading = text.split("\n", 1)[0]
    delimiter = max(_DELIMITERS, key=heading.count)
    rows = csv.reader(text.splitlines(keepends=True), delimiter=delimiter)
    try:
        columns = _columns(next(rows, []))
        return [
            _draft(row, columns, f"linje {rows.line_num}")
            for row in rows
            if any(cell.strip() for cell in row)
        ]
    except csv.Error as error:
        raise UnreadableListError(
            f"tabellen kan ikke leses ved linje {rows.line_num}; lagre den på nytt som CSV (UTF-8) fra regnearket"
        ) from error


def _columns(heading: list[str]) -> dict[int, str]:
    meanings = {name: meaning for meaning, names in NAMES.items() for name in names}
    columns = {
        number: meanings[name]
        for number, cell in enumerate(heading)
        if (name := " ".join(cell.split()).lower()) in meanings
    }
    if "term" not in columns.values():
        raise UnreadableListError(
            "den første linja skal ha navn på kolonnene, og én av dem skal hete «term»; "
            f"disse forstås: {', '.join(names[0] for names in NAMES.values())}"
        )
    return columns


def _draft(row: list[str], columns: Mapping[int, str], where: str) -> Draft:
    cells = {
        columns[number]: _NO_FORMULA.sub("", cell.strip())
        for number, cell in enumerate(row)
        if number in columns
    }

    def one(name: str) -> str:
        return " ".join(cells.get(name, "").split())

    def many(name: str) -> tuple[str, ...]:
        return tuple(filter(None, map(str.strip, _BETWEEN.split(cells.get(name, "")))))

    return Draft(
        where,
        one("term"),
        one("id"),
        one("definition"),
        many("also"),
        many("discouraged"),
        many("hidden"),
        many("nn"),
        many("en"),
        one("type"),
        one("theme"),
        cells.get("note", ""),
        {relation: many(relation) for relation in RELATIONS},
    )
