"""The YAML files beside the entries: the themes, the work list, the ledger of published addresses."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import yaml

from plfkb.errors import Place, Problem
from plfkb.languages import Said
from plfkb.model import Planned, Promise, Theme
from plfkb.reading.fields import THEME_FIELDS, Kind
from plfkb.reading.files import Files
from plfkb.reading.front_matter import Entry, compose, entries
from plfkb.reading.values import ID, Reader, text

_T = TypeVar("_T")
_EDITION = Said("en utgave", "an edition")
_OTHER = Said("noe annet", "something else")

Make = Callable[[Entry, Reader], _T | None]
"""A row of a table to a value, or None when it is not one; complaints go into the reader."""


def read_table(files: Files, path: str, make: Make[_T]) -> dict[str, _T]:
    """A YAML file that maps ids (or addresses) to something. A file that is not there is an empty table."""
    source = files.table(path)
    if source is None:
        return {}
    node = compose(source, path)
    if node is None:
        return {}
    if not isinstance(node, yaml.MappingNode):
        files.unread.add(path)
        facts = {"what": Said("fila", "the file"), "example": "team: team"}
        found = Problem("frontmatter-ikke-tabell", Place(path, 1), facts)
        files.problems.append(node if isinstance(node, Problem) else found)
        return {}
    rows, problems = entries(node, path)
    reader = Reader(source, path)
    made = {row.key: value for row in rows if (value := make(row, reader)) is not None}
    files.problems += (*problems, *reader.problems)
    return made


def planned_entry(row: Entry, reader: Reader) -> Planned | None:
    if not isinstance(row.node, yaml.ScalarNode):
        _wrong(reader, row.place, row.key, Kind.TEXT.said, _OTHER, f"{row.key}: termen")
        return None
    return Planned(row.key, row.node.value, row.place) if _is_id(row, reader) else None


def promise(row: Entry, reader: Reader) -> Promise | None:
    if not isinstance(row.node, yaml.ScalarNode):
        _wrong(reader, row.place, row.key, _EDITION, _OTHER, f'{row.key}: "2027.1"')
        return None
    return Promise(row.key, row.node.value, row.place)


def theme(row: Entry, reader: Reader) -> Theme | None:
    kind = Said(f"temaet «{row.key}»", f"the theme “{row.key}”")
    values = reader.mapping(row.node, THEME_FIELDS, kind)
    if not _is_id(row, reader) or not isinstance(row.node, yaml.MappingNode):
        return None
    return Theme(row.key, text(values, "label", row.key), text(values, "about"), row.place)


def _is_id(row: Entry, reader: Reader) -> bool:
    if ID.fullmatch(row.key):
        return True
    found = Said(f"«{row.key}»", f"“{row.key}”")
    _wrong(reader, row.place, row.key, Kind.ID.said, found, "teamlaering: teamlæring")
    return False


def _wrong(reader: Reader, place: Place, key: str, expected: Said, found: Said, example: str) -> None:
    facts = {"key": key, "expected": expected, "found": found, "example": example}
    reader.problems.append(Problem("feil-type", place, facts))
