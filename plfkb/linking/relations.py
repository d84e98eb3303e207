"""The graph of entries: relations as written, with their computed inverses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from plfkb.model import Comparison, KnowledgeBase, RelationKind


class Direction(StrEnum):
    """How a relation reads from one end. The order is the order on a page."""

    BROADER = "broader"
    NARROWER = "narrower"
    PART_OF = "part-of"
    HAS_PART = "has-part"
    CONTRASTS = "contrasts"
    RELATED = "related"


_READING: Mapping[RelationKind, tuple[Direction, Direction]] = {
    RelationKind.BROADER: (Direction.BROADER, Direction.NARROWER),
    RelationKind.PART_OF: (Direction.PART_OF, Direction.HAS_PART),
    RelationKind.CONTRASTS: (Direction.CONTRASTS, Direction.CONTRASTS),
    RelationKind.RELATED: (Direction.RELATED, Direction.RELATED),
}


@dataclass(frozen=True, slots=True)
class Graph:
    """``neighbours`` maps an id to its relations, each direction with ids in a fixed order.

    Only ids that exist or are planned occur. ``comparisons`` maps an id to the comparisons it takes part in.
    """

    neighbours: Mapping[str, Mapping[Direction, tuple[str, ...]]]
    comparisons: Mapping[str, tuple[Comparison, ...]]

    def of(self, id_: str) -> Mapping[Direction, tuple[str, ...]]:
        return self.neighbours.get(id_, {})


def graph(kb: KnowledgeBase) -> Graph:
    """The graph of a knowledge base; relations that lead nowhere are left out (the check complains about them)."""
    edges: dict[str, dict[Direction, dict[str, None]]] = {}

    def add(source: str, direction: Direction, target: str) -> None:
        edges.setdefault(source, {}).setdefault(direction, {})[target] = None

    for concept in kb.concepts.values():
        for relation in concept.relations:
            target = relation.target
            if target == concept.id or (target not in kb.concepts and target not in kb.planned):
                continue
            forward, back = _READING[relation.kind]
            add(concept.id, forward, target)
            add(target, back, concept.id)
    neighbours = {
        id_: {direction: tuple(found[direction]) for direction in Direction if direction in found}
        for id_, found in edges.items()
    }
    sides: dict[str, list[Comparison]] = {}
    for comparison in kb.comparisons.values():
        for id_ in comparison.between:
            sides.setdefault(id_, []).append(comparison)
    return Graph(neighbours, {id_: tuple(found) for id_, found in sides.items()})


def cycles(kb: KnowledgeBase, kind: RelationKind) -> Iterator[tuple[str, ...]]:
    """Each ring of relations of one kind."""
    return rings(
        {
            concept.id: [relation.target for relation in concept.relations if relation.kind is kind]
            for concept in kb.concepts.values()
        }
    )


def rings(targets: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, ...]]:
    """The ids along each ring of a graph (from ids to ids); every ring is told once, from its first id."""
    done: set[str] = set()
    for start in targets:
        if start not in done:
            yield from _rings_from(start, targets, done)


def _rings_from(
    start: str, targets: Mapping[str, Sequence[str]], done: set[str]
) -> Iterator[tuple[str, ...]]:
    """A depth-first walk without recursion (a chain may be longer than Python's stack); marks what is ``done``."""
    path = [start]
    rest = [iter(targets.get(start, ()))]
    while path:
        target = next(rest[-1], None)
        if target is None:
            rest.pop()
            done.add(path.pop())
        elif target in path:
            ring = path[path.index(target) :]
            if len(ring) > 1:  # a relation to itself has a rule of its own
                yield tuple(ring)
        elif target not in done:
            path.append(target)
            rest.append(iter(targets.get(target, ())))
