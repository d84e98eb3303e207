"""An entry, its relations and one step out: three layers from the top left to the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from plfkb.drawing.shapes import WIDTH, Box, Drawing, Node, Note, Stroke, box, curve, note, route

_RAIL = 9.0
_NEAR_X, _NEAR_WIDTH = 24.0, 136.0
_FAR_X, _FAR_WIDTH = 206.0, WIDTH - 206.0
_GAP = 8.0


@dataclass(frozen=True, slots=True)
class Group:
    """Relations of one kind."""

    name: str
    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Beyond:
    """A node one step out, and which of the near nodes lead to it (counted through all groups from 0)."""

    node: Node
    through: tuple[int, ...]


def neighbours(middle: Node, groups: Sequence[Group], beyond: Sequence[Beyond], beyond_name: str) -> Drawing:
    """``beyond_name`` stands above the right column."""
    root = box(middle, 0, 0, WIDTH, "root")
    notes: list[Note] = []
    near: list[Box] = []
    start = y = root.height + 14
    for group in groups:
        words = note(Node(group.name), _NEAR_X, y, _NEAR_WIDTH)
        notes.append(words)
        y += words.height + 4
        for node in group.nodes:
            near.append(box(node, _NEAR_X, y, _NEAR_WIDTH, "near"))
            y += near[-1].height + _GAP
        y += 4
    rail = [Stroke(route(((_RAIL, root.height), (_RAIL, near[-1].left[1]))), "line")] if near else []
    ticks = [Stroke(route(((_RAIL, item.left[1]), item.left)), "line") for item in near]
    far = _placed(beyond, near, start)
    if far:
        notes.append(note(Node(beyond_name), _FAR_X, start, _FAR_WIDTH))
    threads = [
        Stroke(curve(near[index].right, place.left), "thread")
        for item, place in far
        for index in item.through
    ]
    boxes = (root, *near, *(place for _, place in far))
    height = max(item.y + item.height for item in boxes)
    return Drawing(height, boxes, (*rail, *ticks, *threads), tuple(notes))


def _placed(beyond: Sequence[Beyond], near: Sequence[Box], start: float) -> list[tuple[Beyond, Box]]:
    """Each node as near to the middle of those that lead to it as there is room for, in the order that asks for."""

    def wanted(item: Beyond) -> float:
        return sum(near[index].left[1] for index in item.through) / len(item.through)

    placed: list[tuple[Beyond, Box]] = []
    y = start + 22
    for item in sorted(beyond, key=wanted):
        made = box(item.node, _FAR_X, 0, _FAR_WIDTH, "far")
        made = replace(made, y=max(y, wanted(item) - made.height / 2))
        placed.append((item, made))
        y = made.y + made.height + _GAP
    return placed
