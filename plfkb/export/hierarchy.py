"""What stands above what, as SKOS wants it: no rings, and nothing both above and beside."""

from __future__ import annotations

from collections.abc import Mapping

from plfkb.model import KnowledgeBase, RelationKind


class Hierarchy:
    """The generic and partitive relations between concepts that have a page, as one order.

    The check refuses a ring of one kind. A ring of both («a is a kind of b, which is a part of a») is not wrong, but
    SKOS has one word for both: then the partitive relation is left out of the order.
    """

    def __init__(self, kb: KnowledgeBase) -> None:
        self._above: dict[str, list[str]] = {id_: [] for id_ in kb.concepts}
        for kind in (RelationKind.BROADER, RelationKind.PART_OF):
            for concept in kb.concepts.values():
                for relation in concept.relations:
                    if relation.kind is kind and relation.target in kb.concepts:
                        self._add(concept.id, relation.target)
        self._below: dict[str, list[str]] = {id_: [] for id_ in kb.concepts}
        for id_, targets in self._above.items():
            for target in targets:
                self._below[target].append(id_)

    def above(self, id_: str) -> tuple[str, ...]:
        return tuple(self._above[id_])

    def below(self, id_: str) -> tuple[str, ...]:
        return tuple(self._below[id_])

    def in_line(self, one: str, other: str) -> bool:
        """Whether one of two concepts is above the other, at any distance."""
        return other in _reached(one, self._above) or one in _reached(other, self._above)

    def _add(self, id_: str, target: str) -> None:
        if target != id_ and target not in self._above[id_] and id_ not in _reached(target, self._above):
            self._above[id_].append(target)


def _reached(start: str, edges: Mapping[str, list[str]]) -> set[str]:
    reached: set[str] = set()
    waiting = [start]
    while waiting:
        for target in edges[waiting.pop()]:
            if target not in reached:
                reached.add(target)
                waiting.append(target)
    return reached
