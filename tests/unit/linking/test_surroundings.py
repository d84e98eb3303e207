"""What a picture of an entry's surroundings shows, and how the map orders a theme."""

from __future__ import annotations

from itertools import pairwise

import pytest

from plfkb.errors import Place
from plfkb.linking.relations import Direction, Graph
from plfkb.linking.surroundings import MOST_FAR, MOST_NEAR, surroundings
from plfkb.linking.theme_map import DEEPEST, Branch, bonds, branches
from plfkb.model import Concept, Text

UP, DOWN, RELATED = Direction.BROADER, Direction.NARROWER, Direction.RELATED
PLACE = Place("a.md")


def graph(*edges: tuple[str, Direction, str]) -> Graph:
    back = {UP: DOWN, DOWN: UP, Direction.PART_OF: Direction.HAS_PART}
    found: dict[str, dict[Direction, list[str]]] = {}
    for start, direction, end in edges:
        found.setdefault(start, {}).setdefault(direction, []).append(end)
        found.setdefault(end, {}).setdefault(back.get(direction, direction), []).append(start)
    return Graph(
        {
            id_: {direction: tuple(rows[direction]) for direction in Direction if direction in rows}
            for id_, rows in found.items()
        },
        {},
    )


def concept(id_: str, theme: str = "t") -> Concept:
    return Concept(id_, PLACE, id_, "begrep", theme, Text("", PLACE), "egen", Text("", PLACE))


def test_an_entry_without_relations_has_no_surroundings() -> None:
    found = surroundings(graph(), "a", lambda _: True)
    assert (dict(found.near), found.far, found.hidden) == ({}, (), 0)


def test_sixty_relations_are_cut_and_every_direction_has_a_say() -> None:
    edges = [("a", RELATED, f"r{number}") for number in range(59)] + [("a", UP, "over")]
    found = surroundings(graph(*edges), "a", lambda _: True)
    assert found.near == {UP: ("over",), RELATED: tuple(f"r{number}" for number in range(MOST_NEAR - 1))}
    assert found.hidden == 60 - MOST_NEAR


def test_one_step_out_comes_first_what_most_lead_to() -> None:
    edges = [
        ("a", RELATED, "b"),
        ("a", RELATED, "c"),
        ("b", RELATED, "å"),
        ("b", RELATED, "z"),
        ("c", RELATED, "å"),
    ]
    found = surroundings(graph(*edges, ("b", RELATED, "c")), "a", lambda _: True)
    assert [(item.id, item.through) for item in found.far] == [("å", ("b", "c")), ("z", ("b",))]


def test_what_is_not_shown_and_what_there_is_no_room_for_is_left_out() -> None:
    edges = [("a", RELATED, "b"), *(("b", RELATED, f"x{number}") for number in range(20))]
    found = surroundings(graph(*edges), "a", lambda id_: id_ != "x0")
    assert [item.id for item in found.far] == [f"x{number}" for number in range(1, MOST_FAR + 1)]


def test_an_entry_in_two_directions_is_shown_once() -> None:
    found = surroundings(graph(("a", UP, "b"), ("a", RELATED, "b")), "a", lambda _: True)
    assert (dict(found.near), found.hidden) == ({UP: ("b",)}, 0)


def flat(trees: tuple[Branch, ...]) -> dict[str, object]:
    return {tree.concept.id: flat(tree.below) for tree in trees}


def test_a_theme_is_a_forest_of_its_own_concepts() -> None:
    edges = [("b", UP, "a"), ("c", Direction.PART_OF, "b"), ("d", UP, "annet")]
    assert flat(branches([concept(id_) for id_ in "abcd"], graph(*edges))) == {"a": {"b": {"c": {}}}, "d": {}}


def test_a_ring_of_two_kinds_loses_nobody() -> None:
    edges = [("a", UP, "b"), ("b", Direction.PART_OF, "a")]
    assert flat(branches([concept("a"), concept("b")], graph(*edges))) == {"b": {"a": {}}}


@pytest.mark.parametrize("length", [3, 1500])
def test_a_long_chain_is_drawn_up(length: int) -> None:
    names = [f"n{number}" for number in range(length)]
    trees = branches(
        [concept(name) for name in names],
        graph(*((b, UP, a) for a, b in pairwise(names))),
    )
    depth, count, row = 0, 0, trees
    while row:
        depth, count = depth + 1, count + len(row)
        row = tuple(child for tree in row for child in tree.below)
    assert (depth, count) == (min(length, DEEPEST + 1), length)


def test_bonds_count_relations_between_themes_once_and_keep_the_strongest() -> None:
    concepts = [
        concept("a", "x"),
        concept("b", "y"),
        concept("c", "y"),
        *(concept(f"z{n}", f"z{n}") for n in range(5)),
    ]
    edges = [
        ("a", RELATED, "b"),
        ("a", UP, "b"),
        ("a", RELATED, "c"),
        *(("a", RELATED, f"z{n}") for n in range(5)),
    ]
    found = bonds(concepts, graph(*edges, ("b", RELATED, "c"), ("a", RELATED, "planlagt")))
    assert found[("x", "y")] == 2
    assert ("y", "y") not in found
    assert set(found) == {("x", "y"), *(("x", f"z{n}") for n in range(5))}
