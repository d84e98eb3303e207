"""YAML nodes to values, by the table of fields: what has the right form comes out, the rest is complained about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import yaml

from plfkb.errors import Place, Problem
from plfkb.languages import Said
from plfkb.model import Discouraged, Part, Text
from plfkb.norwegian.suggest import suggestion
from plfkb.reading import fields
from plfkb.reading.fields import Field, Kind
from plfkb.reading.front_matter import entries, place_of, raw_of

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_COUNTED_ELSEWHERE = ("hidden", "between")
"""Lists in which a value that stands twice breaks a rule of its own."""


@dataclass(frozen=True, slots=True)
class Value:
    """A value of the right form and its place. The type of ``value`` follows from the field's kind:
    TEXT, ID, CHOICE: str; PROSE: Text; TEXTS: tuple of str; IDS: tuple of (str, Place); DATE: date;
    DISCOURAGED: tuple of Discouraged; PARTS: tuple of Part; DIMENSIONS: tuple of Values; SIDES: dict of id to Text;
    SEARCH: bool, whether a page may be found.
    """

    value: object
    place: Place


class Reader:
    """Reads the values of one file and gathers the complaints about them in ``problems``."""

    def __init__(self, source: str, path: str) -> None:
        self.source = source
        self.path = path
        self.problems: list[Problem] = []

    def mapping(self, node: yaml.Node | None, table: Sequence[Field], kind: Said) -> dict[str, Value]:
        """The known keys of a mapping node. ``kind`` names the thing in complaints («a concept»)."""
        if not isinstance(node, yaml.MappingNode):
            place = place_of(node, self.path) if node is not None else Place(self.path, 1)
            self._complain("frontmatter-ikke-tabell", place, what=kind, example=table[0].example)
            return {}
        found, problems = entries(node, self.path)
        self.problems += problems
        known = {field.name: field for field in table}
        values: dict[str, Value] = {}
        for entry in found:
            field = known.get(entry.key)
            if field is None:
                names = ", ".join(known)
                otherwise = Said(
                    f"stryk den, eller bruk en av disse: {names}", f"strike it, or use one of these: {names}"
                )
                hint = suggestion(entry.key, known, otherwise)
                self._complain("ukjent-nokkel", entry.place, key=entry.key, kind=kind, suggestion=hint)
            elif (value := self._value(entry.node, field)) is not None:
                values[entry.key] = Value(value, entry.place)
        for field in table:
            if field.required and field.name not in {entry.key for entry in found}:
                self._missing(node, field)
        return values

    def _value(self, node: yaml.Node, field: Field) -> object | None:
        if isinstance(node, yaml.ScalarNode) and not node.value.strip(" ~"):
            if field.required:
                self._missing(node, field)
            return None
        match field.kind:
            case Kind.TEXT | Kind.PROSE | Kind.ID | Kind.CHOICE | Kind.DATE:
                return self._scalar(node, field)
            case Kind.TEXTS | Kind.IDS | Kind.DISCOURAGED | Kind.PARTS | Kind.DIMENSIONS:
                return self._sequence(node, field)
            case Kind.SIDES:
                return self._sides(node, field)
            case Kind.SEARCH:
                return self._search(node, field)

    def _scalar(self, node: yaml.Node, field: Field) -> object | None:
        if not isinstance(node, yaml.ScalarNode):
            self._wrong(node, field)
            return None
        text = self._unquoted(node, field)
        match field.kind:
            case Kind.PROSE:
                return self._text(node)
            case Kind.DATE:
                found = _date(text)
                if found is None:
                    self._wrong(node, field)
                return found
            case Kind.CHOICE if text not in field.choices:
                hint = suggestion(text, field.choices, one_of(field.choices))
                place = place_of(node, self.path)
                self._complain("ugyldig-verdi", place, value=text, key=field.name, suggestion=hint)
                return None
            case Kind.ID if not ID.fullmatch(text):
                self._wrong(node, field)
                return None
        return text

    def _sequence(self, node: yaml.Node, field: Field) -> object | None:
        # A single value where a list is meant is unambiguous, so it is taken as a list of one.
        nodes = node.value if isinstance(node, yaml.SequenceNode) else [node]
        if isinstance(node, yaml.MappingNode) and field.kind in (Kind.TEXTS, Kind.IDS):
            self._wrong(node, field)
            return None
        if isinstance(node, yaml.ScalarNode) and field.kind in (Kind.TEXTS, Kind.DISCOURAGED):
            self._commas(node, field)
        elif field.kind in (Kind.TEXTS, Kind.IDS) and field.name not in _COUNTED_ELSEWHERE:
            self._twice(nodes, field)
        items = [self._item(item, field) for item in nodes]
        return tuple(item for item in items if item is not None)

    def _commas(self, node: yaml.ScalarNode, field: Field) -> None:
        """A comma in a single value most likely stands between two, which need brackets to be a list."""
        value = node.value.strip()
        if "," in value:
            items = ", ".join(filter(None, map(str.strip, value.split(","))))
            facts = {
                "key": field.name,
                "many": f"{field.name}: [{items}]",
                "one": f'{field.name}: ["{value}"]',
            }
            self._complain("komma-uten-liste", place_of(node, self.path), **facts)

    def _twice(self, nodes: Iterable[yaml.Node], field: Field) -> None:
        seen: set[str] = set()
        for node in nodes:
            word = node.value.strip() if isinstance(node, yaml.ScalarNode) else ""
            if word and word in seen:
                self._complain("dobbel-verdi", place_of(node, self.path), key=field.name, value=word)
            seen.add(word)

    def _item(self, node: yaml.Node, field: Field) -> object | None:
        match field.kind:
            case Kind.PARTS:
                return self._part(node)
            case Kind.DIMENSIONS:
                values = self.mapping(
                    node, fields.DIMENSION_FIELDS, Said("en rad i dimensions", "a row of dimensions")
                )
                return Value(values, place_of(node, self.path)) if values else None
            case Kind.DISCOURAGED if isinstance(node, yaml.MappingNode):
                values = self.mapping(
                    node, fields.DISCOURAGED_FIELDS, Said("en frarådd term", "a discouraged term")
                )
                term, reason = values.get("term"), values.get("reason")
                return Discouraged(str(term.value), str(reason.value) if reason else "") if term else None
        if not isinstance(node, yaml.ScalarNode) or not node.value.strip():
            self._wrong(node, field)
            return None
        text = self._unquoted(node, field)
        if field.kind is Kind.DISCOURAGED:
            return Discouraged(text)
        if field.kind is Kind.IDS:
            if ID.fullmatch(text):
                return text, place_of(node, self.path)
            self._wrong(node, field)
            return None
        return text

    def _part(self, node: yaml.Node) -> Part | None:
        values = self.mapping(node, fields.PART_FIELDS, Said("en del i parts", "a part of parts"))
        label, prose = values.get("label"), values.get("text")
        if label is None:
            return None
        return Part(
            str(label.value),
            prose.value if prose is not None and isinstance(prose.value, Text) else None,
            text(values, "id") or None,
            label.place,
            text(values, "loop"),
            text(values, "order") != fields.OUTSIDE,
        )

    def _sides(self, node: yaml.Node, field: Field) -> object | None:
        if not isinstance(node, yaml.MappingNode):
            self._wrong(node, field)
            return None
        found, problems = entries(node, self.path)
        self.problems += problems
        sides: dict[str, Text] = {}
        for entry in found:
            if isinstance(entry.node, yaml.ScalarNode) and entry.node.value.strip():
                sides[entry.key] = self._text(entry.node)
            else:
                self._wrong(entry.node, field)
        return sides

    def _search(self, node: yaml.Node, field: Field) -> object | None:
        if not isinstance(node, yaml.MappingNode):
            self._wrong(node, field)
            return None
        values = self.mapping(node, fields.SEARCH_FIELDS, Said("«search»", "“search”"))
        return text(values, "exclude") != fields.TRUE

    def _text(self, node: yaml.ScalarNode) -> Text:
        markdown = node.value.strip()
        place = place_of(node, self.path)
        raw = raw_of(node, self.source) if node.start_mark.line != node.end_mark.line else ""
        return Text(markdown, place, raw)

    def _wrong(self, node: yaml.Node, field: Field) -> None:
        match node:
            case yaml.SequenceNode():
                found = Said("en liste", "a list")
            case yaml.MappingNode():
                found = Said("par av nøkkel og verdi", "pairs of key and value")
            case _:
                found = Said(f"«{node.value}»", f"“{node.value}”") if node.value else Said("tom", "empty")
        place = place_of(node, self.path)
        self._complain(
            "feil-type", place, key=field.name, expected=field.kind.said, found=found, example=field.example
        )

    def _unquoted(self, node: yaml.ScalarNode, field: Field) -> str:
        """The value without the quotation marks of a word processor, which YAML takes for part of it."""
        text: str = node.value.strip()
        if len(text) < 2 or text[0] not in "“”„" or text[-1] not in "“”":
            return text
        if field.kind in (Kind.TEXT, Kind.TEXTS, Kind.DISCOURAGED):
            self._complain("verdi-i-anforselstegn", place_of(node, self.path), key=field.name, value=text)
        return text[1:-1].strip()

    def _missing(self, node: yaml.Node, field: Field) -> None:
        help_ = Said(field.help, f"for example “{field.example}”")
        self._complain("mangler-nokkel", place_of(node, self.path), key=field.name, help=help_)

    def _complain(self, rule: str, place: Place, **facts: object) -> None:
        self.problems.append(Problem(rule, place, facts))


def _date(text: str) -> date | None:
    """A day as year-month-day. ``date.fromisoformat`` takes weeks and days without hyphens too."""
    try:
        return date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None


def one_of(names: Iterable[str]) -> Said:
    """The remedy that lists what may be written."""
    listed = ", ".join(names)
    return Said(f"bruk en av disse: {listed}", f"use one of these: {listed}")


def texts(values: Mapping[str, Value], key: str) -> tuple[str, ...]:
    """The list of texts under ``key``, empty when it is not there."""
    value = values.get(key)
    return tuple(str(item) for item in value.value) if value and isinstance(value.value, tuple) else ()


def text(values: Mapping[str, Value], key: str, default: str = "") -> str:
    value = values.get(key)
    return str(value.value) if value else default
