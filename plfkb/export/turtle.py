"""Statements as Turtle (W3C RDF 1.1 Turtle)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from plfkb.export.rdf import PREFIXES, Iri, Resource, Value

# What may not stand in a quoted string; other control characters are written by number.
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_SPECIAL = re.compile('[\\\\"\x00-\x1f\x7f]')
_NOT_IN_IRI = re.compile(r'[\x00-\x20<>"{}|^`\\]')


def turtle(resources: Iterable[Resource]) -> str:
    lines = [f"@prefix {prefix}: <{address}> .\n" for prefix, address in PREFIXES.items()]
    return "".join([*lines, *map(_resource, resources)])


def _resource(resource: Resource) -> str:
    rows = [f"\n{_iri(resource.address)} a {resource.type}"]
    rows += [
        f"    {predicate} {', '.join(map(_value, values))}" for predicate, values in resource.said.items()
    ]
    return " ;\n".join(rows) + " .\n"


def _value(value: Value) -> str:
    if isinstance(value, Iri):
        return _iri(value.address)
    quoted = f'"{_SPECIAL.sub(_escaped, value.text)}"'
    if value.language:
        return f"{quoted}@{value.language}"
    return f"{quoted}^^{value.datatype}" if value.datatype else quoted


def _iri(address: str) -> str:
    return f"<{_NOT_IN_IRI.sub(lambda match: f'%{ord(match[0]):02X}', address)}>"


def _escaped(match: re.Match[str]) -> str:
    return _ESCAPES.get(match[0]) or f"\\u{ord(match[0]):04X}"
