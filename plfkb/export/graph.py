"""The entries and what holds them together, for programs that draw or count."""

from __future__ import annotations

from collections.abc import Iterator

from plfkb import json_text
from plfkb.export.publication import Publication
from plfkb.linking import addresses
from plfkb.markdown.rendering import Library

FORMAT = 1
"""Goes up by one when the meaning of something in the file changes."""


def graph_json(library: Library, publication: Publication) -> str:
    """Nodes and edges, one a line. A relation is told once, from the entry in which it is written."""
    nodes = ",\n".join(json_text.on_a_line(row) for row in _nodes(library, publication))
    edges = ",\n".join(json_text.on_a_line(row) for row in _edges(library))
    return f'{{"format": {FORMAT},\n"nodes": [\n{nodes}\n],\n"edges": [\n{edges}\n]}}\n'


def _nodes(library: Library, publication: Publication) -> Iterator[dict[str, str]]:
    for concept in library.kb.concepts.values():
        yield {
            "id": concept.id,
            "label": concept.term,
            "type": concept.type,
            "theme": concept.theme,
            "url": publication.address(addresses.concept(concept.id)),
        }
    for comparison in library.kb.comparisons.values():
        yield {
            "id": comparison.id,
            "label": comparison.title,
            "type": "sammenlikning",
            "theme": comparison.theme,
            "url": publication.address(addresses.comparison(comparison.id)),
        }


def _edges(library: Library) -> Iterator[dict[str, str]]:
    concepts = library.kb.concepts
    for concept in concepts.values():
        for relation in concept.relations:
            if relation.target in concepts and relation.target != concept.id:
                yield {"source": concept.id, "target": relation.target, "type": relation.kind.value}
    for comparison in library.kb.comparisons.values():
        for id_ in comparison.between:
            if id_ in concepts:
                yield {"source": comparison.id, "target": id_, "type": "compares"}
