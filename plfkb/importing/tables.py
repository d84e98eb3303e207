"""A table of concepts (CSV) to drafts: the one that the site exports, and such as people make."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO
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

    Columns that are not known are left out. Raises UnreadableListError when there is no column of terms, no row, two
    columns of the same, a quotation mark that is not closed, and cells that stand in no column.
    """
    text = text.removeprefix("\ufeff")
    delimiter = max(_DELIMITERS, key=re.split(r"[\r\n]", text, maxsplit=1)[0].count)
    rows = _rows(text, delimiter)
    _, heading = next(rows, (1, []))
    columns = _columns(heading)
    filled = [(line, row) for line, row in rows if any(cell.strip() for cell in row)]
    if not filled:
        raise UnreadableListError(
            "tabellen har ingen rader under overskriftene; skriv ett begrep på hver linje"
        )
    outside = [why for line, row in filled if (why := _outside(row, heading, delimiter, line))]
    if outside:
        raise UnreadableListError(*outside)
    return [_draft(row, columns, f"linje {line}") for line, row in filled]


def _rows(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """The rows, each with the line that it begins on."""
    # Strict, because a quotation mark that is not closed would otherwise take the rows that follow into its cell.
    rows = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    try:
        for row in rows:
            yield line, row
            line = rows.line_num + 1
    except csv.Error as error:
        raise UnreadableListError(
            f'linje {line}: raden har et anførselstegn (") som ikke lukkes der cella slutter; '
            'sett ett på hver side av hele cella, og skriv "" for hvert av dem inne i den'
        ) from error


def _outside(row: Sequence[str], heading: Sequence[str], delimiter: str, line: int) -> str:
    """The complaint about cells that have no heading over them, or an empty string."""
    lost = [
        cell.strip()
        for number, cell in enumerate(row)
        if cell.strip() and not "".join(heading[number : number + 1]).strip()
    ]
    if not lost:
        return ""
    cells = ", ".join(f"«{cell}»" for cell in lost)
    sign = "tabulator" if delimiter == "\t" else f"«{delimiter}»"
    return (
        f"linje {line}: {cells} står i en kolonne uten overskrift; "
        f"sett anførselstegn rundt celler som har {sign} i teksten, eller gi kolonnen et navn"
    )


def _columns(heading: Sequence[str]) -> dict[int, str]:
    meanings = {name: meaning for meaning, names in NAMES.items() for name in names}
    columns: dict[int, str] = {}
    seen: dict[str, str] = {}
    for number, cell in enumerate(heading):
        meaning = meanings.get(" ".join(cell.split()).lower())
        if meaning is None:
            continue
        if meaning in seen:
            raise UnreadableListError(
                f"linje 1: kolonnene «{seen[meaning]}» og «{cell.strip()}» er for det samme; "
                "slå dem sammen, eller gi den ene et navn som ikke blir lest"
            )
        seen[meaning] = cell.strip()
        columns[number] = meaning
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
