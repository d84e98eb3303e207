"""DOIs with more than the DOI, and links to ids that entries had before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import yaml

from plfkb.mending.edits import Edit, File
from plfkb.mending.regions import body, front_matter, scalars
from plfkb.model import RelationKind
from plfkb.reading.inserts import find as find_inserts
from plfkb.reading.prose import prose, without_code

_DOI = re.compile(
    r"(?<![\w-])doi\s*=\s*[{\"]\s*(?P<value>(?:https?://(?:dx\.|www\.)?doi\.org/|doi:\s*)(?P<doi>10\.[^\s{}\"]+?))\s*[}\"]",
    re.IGNORECASE,
)
_ID_KEYS = frozenset({*(kind.value for kind in RelationKind), "between", "replaced_by"})


def dois(file: File) -> Iterator[Edit]:
    """``doi-form``: an address or «doi:» before the DOI."""
    if file.is_bibliography:
        for match in _DOI.finditer(file.text):
            facts = {"value": match["value"], "doi": match["doi"]}
            yield Edit(match.start("value"), match.end("value"), match["doi"], facts)


def moved(file: File, moves: Mapping[str, str]) -> Iterator[Edit]:
    """``flyttet-oppslag``: links and relations that use an id that an entry had before (``plfkb.linking.moves``)."""
    for old, new in moves.items():
        if file.is_markdown and old in file.text:
            for start, end in occurrences(file, old):
                yield Edit(start, end, new, {"target": old, "new": new})


def occurrences(file: File, id_: str) -> Iterator[tuple[int, int]]:
    """Where an entry's id stands in a Markdown file as one: in links, relations, comparisons and inserts.

    Its own file name and the list ``redirects`` are not among them.
    """
    link = re.compile(rf"\[\[\s*({re.escape(id_)})\s*(?=\||\]\])")
    found = front_matter(file)
    if found is not None:
        offset, node = found
        for scalar in _ids(node):
            if scalar.value == id_:
                at = file.text.index(id_, offset + scalar.start_mark.index)
                yield at, at + len(id_)
        for scalar in scalars(node):
            first, last = offset + scalar.start_mark.index, offset + scalar.end_mark.index
            yield from _links(link, prose(file.text[first:last]), first)
    start, text = body(file)
    yield from _links(link, prose(text), start)
    for insert in find_inserts(without_code(text)):
        if insert.name == "sammenlikninger" and id_ in insert.arguments:
            match = re.compile(rf"(?<=\s){re.escape(id_)}(?=\s|-->)").search(text, insert.start)
            if match is not None:
                yield start + match.start(), start + match.end()


def _links(link: re.Pattern[str], shown: str, offset: int) -> Iterator[tuple[int, int]]:
    return ((offset + match.start(1), offset + match.end(1)) for match in link.finditer(shown))


def _ids(node: yaml.MappingNode) -> Iterator[yaml.ScalarNode]:
    """The nodes whose values are ids: relations, the sides of a comparison (keys of ``sides``), ids of parts."""
    for key, value in node.value:
        if key.value in _ID_KEYS:
            yield from scalars(value)
        elif key.value == "parts" and isinstance(value, yaml.SequenceNode):
            for part in value.value:
                yield from _under(part, "id")
        elif key.value == "dimensions" and isinstance(value, yaml.SequenceNode):
            for row in value.value:
                yield from _sides(row)


def _under(node: yaml.Node, name: str) -> Iterator[yaml.ScalarNode]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == name and isinstance(value, yaml.ScalarNode):
                yield value


def _sides(row: yaml.Node) -> Iterator[yaml.ScalarNode]:
    if isinstance(row, yaml.MappingNode):
        for key, value in row.value:
            if key.value == "sides" and isinstance(value, yaml.MappingNode):
                yield from (side for side, _ in value.value if isinstance(side, yaml.ScalarNode))
