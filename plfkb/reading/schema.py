"""JSON Schema (draft 2020-12) for what contributors write in YAML, made from the same tables that the reading uses."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from plfkb.reading import fields
from plfkb.reading.fields import Field, Kind
from plfkb.reading.settings import ADDRESS, ADDRESSES, LEVELS, TEXTS, YES_OR_NO
from plfkb.reading.values import ID
from plfkb.rules import RULES

Schema = dict[str, object]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def entry_schema() -> Schema:
    """The schema of an entry's front matter: a concept or a comparison, told apart by ``type``."""
    return {
        "$schema": _DIALECT,
        "title": "Oppslag i en plfkb-kunnskapsbase",
        "if": {"properties": {"type": {"const": fields.COMPARISON_TYPE}}, "required": ["type"]},
        "then": _object(fields.COMPARISON_FIELDS),
        "else": _object(fields.CONCEPT_FIELDS),
    }


def themes_schema() -> Schema:
    return {
        **_table("Temaene i en plfkb-kunnskapsbase"),
        "additionalProperties": _object(fields.THEME_FIELDS),
    }


def planned_schema() -> Schema:
    return {**_table("Arbeidslista: id og term for oppslag som er planlagt"), "additionalProperties": _text()}


def settings_schema() -> Schema:
    """The schema of ``plfkb.yml``."""
    address: Schema = {"type": "string", "pattern": f"^(?:{ADDRESS.pattern})$"}
    rule: Schema = {"enum": sorted(RULES)}
    exception: Schema = {
        "type": "object",
        "properties": {"rule": rule, "paths": _one_or_many(_text())},
        "required": ["rule", "paths"],
        "additionalProperties": False,
    }
    return {
        "$schema": _DIALECT,
        "title": "Innstillingene i en plfkb-kunnskapsbase",
        "type": "object",
        "properties": {
            **{name: _text() for name in ("concepts", "bibliography", "documents", *TEXTS)},
            **dict.fromkeys(ADDRESSES, address),
            "autolink": {"enum": list(YES_OR_NO)},
            "everyday_words": _one_or_many(_text()),
            "rules": {
                "type": "object",
                "propertyNames": rule,
                "additionalProperties": {"enum": list(LEVELS)},
            },
            "exceptions": {"type": "array", "items": exception},
        },
        "additionalProperties": False,
    }


SCHEMAS: Mapping[str, Callable[[], Schema]] = {
    "oppslag": entry_schema,
    "temaer": themes_schema,
    "planlagt": planned_schema,
    "innstillinger": settings_schema,
}
"""Each schema by what contributors call the file."""


def _table(title: str) -> Schema:
    return {"$schema": _DIALECT, "title": title, "type": "object", "propertyNames": _id()}


def _text() -> Schema:
    return {"type": "string", "minLength": 1}


def _id() -> Schema:
    return {"type": "string", "pattern": f"^{ID.pattern}$"}


def _object(table: Sequence[Field]) -> Schema:
    return {
        "type": "object",
        "properties": {field.name: _field(field) for field in table},
        "required": [field.name for field in table if field.required],
        "additionalProperties": False,
    }


def _field(field: Field) -> Schema:
    return {"description": field.help, "examples": [field.example], **_form(field)}


def _form(field: Field) -> Schema:
    text, id_ = _text(), _id()
    match field.kind:
        case Kind.TEXT | Kind.PROSE:
            return text
        case Kind.TEXTS:
            return _one_or_many(text)
        case Kind.ID:
            return id_
        case Kind.IDS:
            return _one_or_many(id_)
        case Kind.CHOICE:
            return {"enum": list(field.choices)}
        case Kind.DATE:
            return {"type": "string", "format": "date"}
        case Kind.DISCOURAGED:
            return _one_or_many({"anyOf": [text, _object(fields.DISCOURAGED_FIELDS)]})
        case Kind.PARTS:
            return {"type": "array", "items": _object(fields.PART_FIELDS)}
        case Kind.DIMENSIONS:
            return {"type": "array", "items": _object(fields.DIMENSION_FIELDS)}
        case Kind.SIDES:
            return {"type": "object", "propertyNames": id_, "additionalProperties": text}
        case Kind.SEARCH:
            return _object(fields.SEARCH_FIELDS)


def _one_or_many(item: Schema) -> Schema:
    return {"anyOf": [item, {"type": "array", "items": item}]}
