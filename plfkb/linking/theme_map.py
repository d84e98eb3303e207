"""The whole knowledge base by theme: what stands under what, and which themes have to do with each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from plfkb.linking.relations import Direction, Graph
from plfkb.model import Concept

_UP = (Direction.BROADER, Direction.PART_OF)
STRONGEST_OF_EACH = 2
DEEPEST = 4


@dataclass(frozen=True, slots=True)
class Branch:
    """A concept and what stands under it in the same theme, in the order in which they were given."""

    concept: Concept
    below: tuple[Branch, ...]


def branches(concepts: Sequence[Concept], graph: Graph) -> tuple[Branch, ...]:
    """The concepts of a theme as trees: each under the first of its broader concepts or wholes in the same theme.

    Every concept stands in one place, also when relations of different kinds make a ring.
    """
    here = {concept.id for concept in concepts}
    above: dict[str, str] = {}
    for concept in concepts:
        relations = graph.of(concept.id)
        candidates = (other for direction in _UP for other in relations.get(direction, ()) if other in here)
        parent = next(
            (other for other in candidates if concept.id not in (other, *_line(other, above))), None
        )
        if parent is not None:
            above[concept.id] = parent
    below: dict[str, list[Concept]] = {}
    for concept in concepts:
        # What stands deeper than a reader can follow is drawn up.
        line = _line(concept.id, above)
        parent = line[max(0, len(line) - DEEPEST)] if line else ""
        below.setdefault(parent, []).append(concept)

    def branch(concept: Concept) -> Branch:
        return Branch(concept, tuple(branch(child) for child in below.get(concept.id, ())))

    return tuple(branch(concept) for concept in below.get("", ()))


def _line(start: str, above: Mapping[str, str]) -> list[str]:
    """What an entry stands under, the nearest first."""
    line: list[str] = []
    while (parent := above.get(line[-1] if line else start)) is not None:
        line.append(parent)
    return line


def bonds(concepts: Sequence[Concept], graph: Graph) -> Mapping[tuple[str, str], int]:
    """How many relations there are between two themes (in alphabetical order), the strongest few of each theme."""
    themes = {concept.id: concept.theme for concept in concepts}
    pairs = {
        (min(concept.id, other), max(concept.id, other))
        for concept in concepts
        for ids in graph.of(concept.id).values()
        for other in ids
        if themes.get(other, concept.theme) != concept.theme
    }
    counted = Counter(_sorted(themes[a], themes[b]) for a, b in pairs)
    kept: set[tuple[str, str]] = set()
    for theme in sorted(set(themes.values())):
        own = [pair for pair in counted if theme in pair]
        kept.update(sorted(own, key=lambda pair: (-counted[pair], pair))[:STRONGEST_OF_EACH])
    return {pair: counted[pair] for pair in sorted(kept)}


def _sorted(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a <= b else (b, a)
