"""An entry's file to a Concept or a Comparison."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import PurePosixPath

import yaml

from plfkb.errors import Place, Problem
from plfkb.languages import Said
from plfkb.model import (
    Comparison,
    Concept,
    Credit,
    Dimension,
    Discouraged,
    Part,
    Relation,
    RelationKind,
    Text,
)
from plfkb.norwegian.ids import proposed_id
from plfkb.norwegian.suggest import suggestion
from plfkb.reading import fields
from plfkb.reading.front_matter import compose, split
from plfkb.reading.values import ID, Reader, Value, text, texts


@dataclass(frozen=True, slots=True)
class ReadEntry:
    """What came of one file: an entry when enough of it could be read, and the complaints."""

    entry: Concept | Comparison | None
    problems: tuple[Problem, ...]


@lru_cache(maxsize=2**13)  # the preview reads the same files again and again
def read_entry(source: str, path: str) -> ReadEntry:
    """Read one entry. Every value keeps its place; every mistake is a Problem, and none stops the reading."""
    id_ = PurePosixPath(path).stem
    problems: list[Problem] = []
    if not ID.fullmatch(id_):
        facts = {"name": PurePosixPath(path).name, "proposal": proposed_id(id_)}
        problems.append(Problem("ugyldig-id", Place(path), facts))
    parts = split(source, path)
    if isinstance(parts, Problem):
        return ReadEntry(None, (*problems, parts))
    node = compose(parts.yaml, path)
    if isinstance(node, Problem):
        return ReadEntry(None, (*problems, node))
    comparison = _is_comparison(node)
    table = fields.COMPARISON_FIELDS if comparison else fields.CONCEPT_FIELDS
    kind = Said("en sammenlikning", "a comparison") if comparison else Said("et begrep", "a concept")
    reader = Reader(parts.yaml, path)
    content = Said("innholdet øverst i fila", "the content at the top of the file")
    values = reader.mapping(node, table, kind if isinstance(node, yaml.MappingNode) else content)
    body = Text(parts.body, Place(path, parts.body_line))
    entry = _comparison(id_, values, body, reader) if comparison else _concept(id_, values, body)
    return ReadEntry(entry, (*problems, *reader.problems))


def _is_comparison(node: yaml.Node | None) -> bool:
    if not isinstance(node, yaml.MappingNode):
        return False
    keys = {key.value: value.value for key, value in node.value if isinstance(key, yaml.ScalarNode)}
    return keys.get("type") == fields.COMPARISON_TYPE or ("between" in keys and "definition" not in keys)


def _concept(id_: str, values: Mapping[str, Value], body: Text) -> Concept | None:
    if not _whole(values, fields.CONCEPT_FIELDS):
        return None
    relations = tuple(
        Relation(kind, target, place) for kind in RelationKind for target, place in _ids(values, kind.value)
    )
    return Concept(
        id=id_,
        place=Place(body.place.path, 1),
        term=text(values, "term"),
        type=text(values, "type"),
        theme=text(values, "theme"),
        definition=_text(values, "definition"),
        definition_basis=text(values, "definition_basis", "egen"),
        body=body,
        also=texts(values, "also"),
        discouraged=tuple(item for item in _items(values, "discouraged") if isinstance(item, Discouraged)),
        covers=texts(values, "covers"),
        hidden=texts(values, "hidden"),
        forms=texts(values, "forms"),
        en=texts(values, "en"),
        nn=texts(values, "nn"),
        relations=relations,
        everyday_words=texts(values, "everyday_words"),
        nolink=texts(values, "nolink"),
        parts=tuple(item for item in _items(values, "parts") if isinstance(item, Part)),
        drawing=text(values, "drawing"),
        redirects=tuple(target for target, _ in _ids(values, "redirects")),
        replaced_by=text(values, "replaced_by") or None,
        credit=credit(values),
    )


def _comparison(id_: str, values: Mapping[str, Value], body: Text, reader: Reader) -> Comparison | None:
    if not _whole(values, fields.COMPARISON_FIELDS):
        return None
    sides = _ids(values, "between")
    between = tuple(target for target, _ in sides)
    if not 2 <= len(set(between)) <= 5:
        facts = {
            "key": "between",
            "expected": Said("to til fem ulike id-er", "two to five different ids"),
            "found": f"{len(set(between))}",
            "example": "between: [team, teamlaering]",
        }
        reader.problems.append(Problem("feil-type", values["between"].place, facts))
        return None
    rows = [
        row
        for item in _items(values, "dimensions")
        if isinstance(item, Value) and (row := _dimension(item, between, reader))
    ]
    return Comparison(
        id=id_,
        place=Place(body.place.path, 1),
        title=text(values, "title"),
        theme=text(values, "theme"),
        between=between,
        summary=_text(values, "summary"),
        dimensions=tuple(rows),
        body=body,
        hidden=texts(values, "hidden"),
        nolink=texts(values, "nolink"),
        redirects=tuple(target for target, _ in _ids(values, "redirects")),
        credit=credit(values),
    )


def _dimension(item: Value, between: tuple[str, ...], reader: Reader) -> Dimension | None:
    values = item.value
    if not isinstance(values, dict) or "name" not in values or "sides" not in values:
        return None
    sides: dict[str, Text] = values["sides"].value
    for id_ in between:
        if id_ not in sides:
            row = text(values, "name")
            help_ = Said(f"teksten om {id_} i raden «{row}»", f"the text on {id_} in the row “{row}”")
            facts: dict[str, object] = {"key": id_, "help": help_}
            reader.problems.append(Problem("mangler-nokkel", values["sides"].place, facts))
    for id_, side in sides.items():
        if id_ not in between:
            ids = ", ".join(between)
            otherwise = Said(
                f"bruk id-ene som står under «between»: {ids}",
                f"use the ids that stand under “between”: {ids}",
            )
            hint = suggestion(id_, between, otherwise)
            kind = Said("sidene i denne raden", "the sides of this row")
            facts = {"key": id_, "kind": kind, "suggestion": hint}
            reader.problems.append(Problem("ukjent-nokkel", side.place, facts))
    ordered = {id_: sides[id_] for id_ in between if id_ in sides}
    if len(ordered) < len(between):
        return None
    return Dimension(text(values, "name"), ordered, text(values, "basis"), item.place)


def credit(values: Mapping[str, Value]) -> Credit:
    """Who made it and when, from the keys that entries and pages have in common."""
    created, updated = values.get("created"), values.get("updated")
    return Credit(
        authors=texts(values, "authors"),
        reviewed_by=texts(values, "reviewed_by"),
        created=created.value if created and isinstance(created.value, date) else None,
        updated=updated.value if updated and isinstance(updated.value, date) else None,
        status=text(values, "status", "utkast"),
    )


def _whole(values: Mapping[str, Value], table: tuple[fields.Field, ...]) -> bool:
    return all(field.name in values for field in table if field.required)


def _text(values: Mapping[str, Value], key: str) -> Text:
    value = values[key].value
    assert isinstance(value, Text)
    return value


def _items(values: Mapping[str, Value], key: str) -> tuple[object, ...]:
    value = values.get(key)
    return value.value if value and isinstance(value.value, tuple) else ()


def _ids(values: Mapping[str, Value], key: str) -> tuple[tuple[str, Place], ...]:
    return tuple(item for item in _items(values, key) if isinstance(item, tuple))
