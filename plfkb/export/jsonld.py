"""Statements as JSON-LD 1.1 with a context of its own: plain keys, texts by language, links as addresses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum

from plfkb import json_text
from plfkb.export.rdf import PREFIXES, Iri, Literal, Resource, Value

_NAMES = {"dct:type": "kind"}  # «type» is what JSON-LD itself says of a thing


class Form(Enum):
    """What the values of a key are; a value of another form is written in full under the name."""

    TEXT = "text in a language"
    LINK = "an address"
    DATE = "xsd:date"
    URI = "xsd:anyURI"
    FLAG = "xsd:boolean"
    PLAIN = "text"


_FORMS = {"": Form.PLAIN, "xsd:date": Form.DATE, "xsd:anyURI": Form.URI, "xsd:boolean": Form.FLAG}


class Writer:
    """Writes documents with one context. ``keys`` maps every predicate that occurs to the form of its values."""

    def __init__(self, keys: Mapping[str, Form]) -> None:
        self._keys = {predicate: (form, _key(predicate)) for predicate, form in keys.items()}
        self._head = f'{{"@context": {json_text.on_a_line(_context(keys))},\n"@graph": [\n'

    def document(self, things: Iterable[str]) -> str:
        """A whole document of things that are written already, one a line."""
        return self._head + ",\n".join(things) + "\n]}\n"

    def thing(self, resource: Resource) -> str:
        """What is said of one thing, which may stand in several documents."""
        return json_text.on_a_line(self._node(resource))

    def _node(self, resource: Resource) -> dict[str, object]:
        made: dict[str, object] = {"id": resource.address, "type": resource.type}
        for predicate, values in resource.said.items():
            form, key = self._keys[predicate]
            fitting: list[Value] = []
            others: list[dict[str, str]] = []
            for value in values:
                if _form(value) is form:
                    fitting.append(value)
                else:
                    others.append(_in_full(value))
            if fitting and form is Form.TEXT:
                made[key] = _by_language(fitting)
            elif fitting:
                made[key] = _alone([_bare(value) for value in fitting])
            if others:
                made[predicate] = _alone(others)
        return made


def _context(keys: Mapping[str, Form]) -> dict[str, object]:
    """A key is the predicate without its prefix."""
    terms: dict[str, object] = {"id": "@id", "type": "@type", **PREFIXES}
    for predicate, form in keys.items():
        term: dict[str, str] = {"@id": predicate}
        match form:
            case Form.TEXT:
                term["@container"] = "@language"
            case Form.LINK:
                term["@type"] = "@id"
            case Form.DATE | Form.URI | Form.FLAG:
                term["@type"] = form.value
        terms[_key(predicate)] = term
    return terms


def _key(predicate: str) -> str:
    return _NAMES.get(predicate) or predicate.partition(":")[2]


def _form(value: Value) -> Form:
    if isinstance(value, Iri):
        return Form.LINK
    if value.language:
        return Form.TEXT
    return _FORMS[value.datatype]


def _bare(value: Value) -> str:
    return value.address if isinstance(value, Iri) else value.text


def _in_full(value: Value) -> dict[str, str]:
    match value:
        case Iri(address):
            return {"@id": address}
        case Literal(text, language, datatype):
            kind = {"@language": language} if language else {"@type": datatype} if datatype else {}
            return {"@value": text, **kind}


def _by_language(values: Iterable[Value]) -> dict[str, object]:
    found: dict[str, list[object]] = {}
    for value in values:
        if isinstance(value, Literal):
            found.setdefault(value.language, []).append(value.text)
    return {language: _alone(texts) for language, texts in found.items()}


def _alone(items: list[object] | list[str] | list[dict[str, str]]) -> object:
    """A single value needs no list."""
    return items[0] if len(items) == 1 else items
