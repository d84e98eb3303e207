"""The surroundings of an entry and the map of themes: nothing overlaps, all text fits, every bond is drawn."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from plfkb.drawing.arcs import Arc, arcs
from plfkb.drawing.neighbours import Beyond, Group, neighbours
from plfkb.drawing.shapes import Node
from tests.unit.drawing.test_forms import check_geometry, labels

nodes = st.builds(Node, labels)


@settings(max_examples=60, deadline=None)
@given(
    st.data(),
    st.lists(st.lists(nodes, min_size=1, max_size=4), min_size=1, max_size=4),
    st.lists(nodes, max_size=6),
)
def test_surroundings(data: st.DataObject, rows: list[list[Node]], far: list[Node]) -> None:
    count = sum(map(len, rows))
    beyond = [
        Beyond(node, tuple(data.draw(st.sets(st.integers(0, count - 1), min_size=1, max_size=3))))
        for node in far
    ]
    drawing = neighbours(Node("midten"), [Group("Beslektet", tuple(row)) for row in rows], beyond, "Videre")
    check_geometry(drawing)
    threads = [stroke for stroke in drawing.strokes if stroke.kind == "thread"]
    assert len(threads) == sum(len(item.through) for item in beyond)
    assert len(drawing.boxes) == 1 + count + len(far)


@settings(max_examples=30, deadline=None)
@given(st.lists(nodes, min_size=2, max_size=30))
def test_themes(themes: list[Node]) -> None:
    bonds = [Arc((number, 0), number) for number in range(1, len(themes))]
    drawing = arcs(themes, bonds)
    check_geometry(drawing)
    assert len(drawing.strokes) == len(bonds)
    weights = [stroke.weight for stroke in drawing.strokes]
    assert weights == sorted(weights)
    assert weights[-1] == 8


def test_nothing_to_draw_is_no_mistake() -> None:
    assert arcs([], []).boxes == ()
    assert len(neighbours(Node("alene"), [], [], "").boxes) == 1
