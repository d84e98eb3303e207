"""Drawings of models: nothing overlaps, every text is inside its box, and no more is drawn than was said."""

from __future__ import annotations

from itertools import combinations
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plfkb.drawing.forms import FORMS, Piece, draw
from plfkb.drawing.shapes import WIDTH, Box, Drawing, Node
from plfkb.drawing.svg import to_svg
from plfkb.drawing.text import width
from plfkb.reading.fields import DRAWINGS

LETTERS = "abcdefghijklmnopqrstuvwxyzæøåABCMWÆØÅ -–«»,()0123456789éШ"
labels = st.text(LETTERS, min_size=1, max_size=60).filter(lambda label: label.strip() != "")
pieces = st.lists(
    st.builds(Piece, st.builds(Node, labels), st.none() | st.builds(Node, labels)), min_size=1, max_size=12
)


def overlapping(a: Box, b: Box) -> bool:
    """Boxes that share a wall do not overlap."""
    slack = 0.01
    return (
        a.x + a.width > b.x + slack
        and b.x + b.width > a.x + slack
        and a.y + a.height > b.y + slack
        and b.y + b.height > a.y + slack
    )


def check_geometry(drawing: Drawing) -> None:
    for a, b in combinations(drawing.boxes, 2):
        assert not overlapping(a, b), (a, b)
    for item in drawing.boxes:
        assert item.x >= 0
        assert item.x + item.width <= WIDTH + 0.01
        assert item.y >= 0
        assert item.y + item.height <= drawing.height + 0.01
        for line, baseline in zip(item.lines, item.baselines, strict=True):
            half = width(line, item.size) / 2
            assert item.x < item.text_x - half, item
            assert item.text_x + half < item.x + item.width, item
            assert item.y < baseline - item.size * 0.7
            assert baseline + item.size * 0.2 < item.y + item.height
    for words in drawing.notes:
        assert words.y - words.size >= -0.01
        for line in words.lines:
            assert words.x + width(line, words.size) <= WIDTH, words


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(FORMS)), pieces)
def test_nothing_overlaps_and_all_text_fits(form: str, given_pieces: list[Piece]) -> None:
    check_geometry(draw(form, Node("helheten"), given_pieces, "Også:"))


@settings(max_examples=30, deadline=None)
@given(st.sampled_from(sorted(FORMS)), pieces)
def test_every_part_is_drawn_once_with_all_its_letters(form: str, given_pieces: list[Piece]) -> None:
    drawing = draw(form, Node("helheten"), given_pieces, "Også:")
    drawn = [item.node.label for item in drawing.boxes if item.node.label != "helheten"]
    assert sorted(drawn) == sorted(piece.node.label for piece in given_pieces)
    for item in drawing.boxes:
        letters = "".join(item.lines).replace("-", "")
        assert letters.replace(" ", "") == "".join(item.node.label.split()).replace("-", "")


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 12, 20])
@pytest.mark.parametrize("form", sorted(FORMS))
def test_any_number_of_parts_with_loops_and_outsiders(form: str, count: int) -> None:
    given_pieces = [
        Piece(Node(f"gruppesammensetning nummer {n}", "#"), Node("dobbeltkretslæring"), n == 0 or n % 4 != 3)
        for n in range(count)
    ]
    drawing = draw(form, Node("helheten"), given_pieces, "Også:")
    check_geometry(drawing)
    assert sum(item.kind == "outside" for item in drawing.boxes) == sum(
        not piece.ordered for piece in given_pieces
    )


def test_a_list_claims_no_order() -> None:
    drawing = draw("liste", Node("helheten"), [Piece(Node("a")), Piece(Node("b")), Piece(Node("c"))], "")
    assert drawing.strokes == ()
    assert [item.number for item in drawing.boxes] == [0, 0, 0]


@pytest.mark.parametrize(("form", "arrows"), [("kjede", 2), ("sirkel", 3), ("sloyfer", 4)])
def test_arrows_are_as_many_as_the_form_claims(form: str, arrows: int) -> None:
    parts = [
        Piece(Node("verdier"), Node("ytre")),
        Piece(Node("handling"), Node("indre")),
        Piece(Node("avvik")),
    ]
    drawing = draw(form, Node("helheten"), parts, "")
    assert sum(stroke.kind == "head" for stroke in drawing.strokes) == arrows


def test_the_forms_are_those_a_contributor_can_write() -> None:
    assert list(FORMS) == [name for name in DRAWINGS if name != "ingen"]


def test_svg_is_well_formed_has_real_links_and_no_styles() -> None:
    parts = [Piece(Node('A < "B" & C', "../a/?x=1&y=2")), Piece(Node("uten lenke"))]
    svg = str(to_svg(draw("kjede", Node("helheten"), parts, ""), "navn"))
    root = ElementTree.fromstring(svg)
    assert root.get("aria-labelledby") == "navn"
    link = root.find("a")
    assert link is not None
    assert link.get("href") == "../a/?x=1&y=2"
    assert link.get("aria-label") == '1. A < "B" & C'
    assert [group.get("aria-label") for group in root.findall("g")] == ["2. uten lenke"]
    assert "style=" not in svg
