"""What stands near an entry in the graph: as much as a small picture can show."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest

from plfkb.linking.relations import Direction, Graph

MOST_NEAR = 8
MOST_FAR = 6


@dataclass(frozen=True, slots=True)
class Far:
    """An entry one step out, and the near entries that lead to it."""

    id: str
    through: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The shown relations of an entry by direction, and the entries that most of them lead on to.

    ``hidden`` is how many relations there was no room for. An entry that stands in two directions is shown in the first.
    """

    near: Mapping[Direction, tuple[str, ...]]
    far: tuple[Far, ...]
    hidden: int


def surroundings(graph: Graph, id_: str, shown: Callable[[str], bool]) -> Surroundings:
    """The surroundings of an entry. Entries one step out are left out unless ``shown``; among equals the one that a
    relation leads to first is kept.
    """
    relations = _once(graph.of(id_))
    chosen = set(_in_turn(list(relations.values()))[:MOST_NEAR])
    near = {
        direction: kept
        for direction, ids in relations.items()
        if (kept := tuple(other for other in ids if other in chosen))
    }
    everyone = {id_, *chain.from_iterable(relations.values())}
    through: dict[str, list[str]] = {}
    for other in chain.from_iterable(near.values()):
        for beyond in dict.fromkeys(chain.from_iterable(graph.of(other).values())):
            if beyond not in everyone and shown(beyond):
                through.setdefault(beyond, []).append(other)
    most = sorted(through, key=lambda beyond: -len(through[beyond]))[:MOST_FAR]
    hidden = sum(map(len, relations.values())) - len(chosen)
    return Surroundings(near, tuple(Far(beyond, tuple(through[beyond])) for beyond in most), hidden)


def _once(relations: Mapping[Direction, Sequence[str]]) -> dict[Direction, list[str]]:
    """Every entry under the first direction in which it stands."""
    seen: set[str] = set()
    found: dict[Direction, list[str]] = {}
    for direction, ids in relations.items():
        found[direction] = [other for other in ids if other not in seen]
        seen.update(ids)
    return found


def _in_turn(groups: Sequence[Sequence[str]]) -> list[str]:
    """The first of each group, then the second of each: every direction has a say."""
    return [item for row in zip_longest(*groups) for item in row if item is not None]
