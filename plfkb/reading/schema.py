"""JSON Schema (draft 2020-12) for the front matter, made from the same table that the reading uses."""

from __future__ import annotations

from collections.abc import Sequence

from plfkb.reading import fields
from plfkb.reading.fields import Field, Kind
from plfkb.reading.values import ID

Schema = dict[str, object]


def schema() -> Schema:
    """The schema of an entry: a concept or a comparison, told apart by ``type``."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Oppslag i en plfkb-kunnskapsbase",
        "if": {"properties": {"type": {"const": fields.COMPARISON_TYPE}}, "required": ["type"]},
        "then": _object(fields.COMPARISON_FIELDS),
        "else": _object(fields.CONCEPT_FIELDS),
    }


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
    text: Schema = {"type": "string", "minLength": 1}
    id_: Schema = {"type": "string", "pattern": f"^{ID.pattern}$"}
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


def _one_or_many(item: Schema) -> Schema:
    return {"anyOf": [item, {"type": "array", "items": item}]}
