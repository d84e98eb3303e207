"""Groups in a column, with arcs between those that have to do with each other: a map that a phone has room for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plfkb.drawing.shapes import WIDTH, Box, Drawing, Node, Stroke, box, curve

_COLUMN = 196.0
_GAP = 14.0
_THINNEST, _THICKEST = 1.5, 8.0


@dataclass(frozen=True, slots=True)
class Arc:
    """A bond between two nodes (by their number from 0) and how strong it is (above 0)."""

    ends: tuple[int, int]
    strength: int


def arcs(nodes: Sequence[Node], bonds: Sequence[Arc]) -> Drawing:
    """The nodes from top to bottom. The heaviest bond gets the thickest arc; a longer one reaches further out."""
    boxes: list[Box] = []
    y = 0.0
    for node in nodes:
        boxes.append(box(node, 0, y, _COLUMN))
        y += boxes[-1].height + _GAP
    strongest = max((bond.strength for bond in bonds), default=1)
    longest = max((abs(bond.ends[0] - bond.ends[1]) for bond in bonds), default=1)
    # The strongest last, on top of the others.
    strokes = [
        _arc(boxes, bond, bond.strength / strongest, longest)
        for bond in sorted(bonds, key=lambda bond: bond.strength)
    ]
    height = max((item.y + item.height for item in boxes), default=0.0)
    return Drawing(height, tuple(boxes), tuple(strokes))


def _arc(boxes: Sequence[Box], bond: Arc, share: float, longest: int) -> Stroke:
    first, last = sorted(bond.ends)
    start, end = boxes[first].right, boxes[last].right
    # The middle of such a curve is three quarters of the way out to its handles.
    reach = (WIDTH - start[0] - _THICKEST) * 4 / 3
    path = curve(start, end, start[0] + reach * (0.2 + 0.8 * (last - first) / longest))
    return Stroke(path, "bond", _THINNEST + (_THICKEST - _THINNEST) * share)
