"""The forms in which the parts of a model can be drawn.

A form claims something: a chain claims an order, a cycle that it begins anew, loops that something leads back. The
list claims nothing. Which form is right is for the author of the entry to say, never for the program to guess.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from types import MappingProxyType

from plfkb.drawing.shapes import (
    GAP,
    PADDING,
    SMALL,
    WIDTH,
    Box,
    Drawing,
    Node,
    Note,
    Point,
    Stroke,
    arrow,
    box,
    note,
    route,
)
from plfkb.drawing.text import wrap

_STEP = 30.0  # between two boxes with an arrow
_GUTTER = 36.0  # between two columns with a line
_LONG = 3  # lines that a label may take in half the width


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a model. ``loop`` names the way back from the last part to this one. A part that is not ``ordered``
    belongs to the model, but has no place in its order.
    """

    node: Node
    loop: Node | None = None
    ordered: bool = True


def draw(form: str, whole: Node, pieces: Sequence[Piece], outside_words: str) -> Drawing:
    """The parts of ``whole`` in a form; ``outside_words`` stand above the parts that have no place in the order.

    KeyError for a form that does not exist. There must be a part in order.
    """
    ordered = [piece for piece in pieces if piece.ordered]
    drawing = FORMS[form](whole, ordered)
    outside = [piece.node for piece in pieces if not piece.ordered]
    if not outside:
        return drawing
    words = note(Node(outside_words), 0, drawing.height + 18, WIDTH)
    boxes = _in_rows(outside, drawing.height + 24 + words.height, kind="outside")
    return Drawing(_end(boxes), (*drawing.boxes, *boxes), drawing.strokes, (*drawing.notes, words))


def _list(whole: Node, pieces: Sequence[Piece]) -> Drawing:
    boxes = _in_rows([piece.node for piece in pieces], 0)
    return Drawing(_end(boxes), boxes)


def _grid(whole: Node, pieces: Sequence[Piece]) -> Drawing:
    """Rooms that share walls, two in a row."""
    boxes = _in_rows([piece.node for piece in pieces], 0, kind="cell", gap=0, columns=2)
    if len(boxes) % 2:
        last = box(boxes[-1].node, 0, boxes[-1].y, WIDTH, "cell")
        boxes = (*boxes[:-1], replace(last, height=boxes[-1].height))
    return Drawing(_end(boxes), boxes)


def _chain(whole: Node, pieces: Sequence[Piece]) -> Drawing:
    wide = 250.0
    boxes: list[Box] = []
    for number, piece in enumerate(pieces, 1):
        y = _end(boxes) + _STEP if boxes else 0.0
        boxes.append(box(piece.node, (WIDTH - wide) / 2, y, wide, number=number))
    strokes = [stroke for a, b in pairwise(boxes) for stroke in arrow(a.bottom, b.top)]
    return Drawing(_end(boxes), tuple(boxes), tuple(strokes))


def _cycle(whole: Node, pieces: Sequence[Piece]) -> Drawing:
    """Clockwise: one on top, down the right column, one at the bottom when the number asks for it, up the left."""
    if len(pieces) < 2:
        return _chain(whole, pieces)
    numbered = [(piece.node, number) for number, piece in enumerate(pieces, 1)]
    side, middle = 140.0, 132.0
    rest = len(numbered) - 1
    half = rest // 2
    first, right = numbered[0], numbered[1 : half + 1]
    foot = numbered[half + 1] if rest % 2 else None
    left = numbered[len(numbered) - half :]
    top = box(first[0], (WIDTH - middle) / 2, 0, middle, number=1)
    y = top.height + _STEP
    rights: list[Box] = []
    lefts: list[Box] = []
    for (node, number), (other, other_number) in zip(right, reversed(left), strict=True):
        a, b = box(node, WIDTH - side, y, side, number=number), box(other, 0, y, side, number=other_number)
        height = max(a.height, b.height)
        rights.append(replace(a, height=height))
        lefts.append(replace(b, height=height))
        y += height + _STEP
    bottom = [box(foot[0], (WIDTH - middle) / 2, y, middle, number=foot[1])] if foot else []
    ring = [top, *rights, *bottom, *reversed(lefts)]
    strokes = [
        stroke
        for a, b in zip(ring, [*ring[1:], top], strict=True)
        for stroke in arrow(*_way(a, b, y), radius=24)
    ]
    return Drawing(_end(ring) if foot else y, tuple(ring), tuple(strokes))


def _way(a: Box, b: Box, floor: float) -> tuple[Point, ...]:
    """From a box of a cycle to the next: along its column, around a corner, or along the floor."""
    down = a.y < b.y
    match a.top[0] == WIDTH / 2, b.top[0] == WIDTH / 2:
        case True, True:  # two boxes alone: down on the right, up on the left
            start, end = (a.right, b.right) if down else (a.left, b.left)
            out = start[0] + (40 if down else -40)
            return start, (out, start[1]), (out, end[1]), end
        case True, False:
            start = a.right if b.x > a.x else a.left
            end = b.top if down else b.bottom
            return start, (end[0], start[1]), end
        case False, True:
            start = a.bottom if down else a.top
            end = b.right if a.x > b.x else b.left
            return start, (start[0], end[1]), end
    if a.x == b.x:
        return (a.bottom, b.top) if down else (a.top, b.bottom)
    return a.bottom, (a.bottom[0], floor - 6), (b.bottom[0], floor - 6), b.bottom


def _tree(whole: Node, pieces: Sequence[Piece]) -> Drawing:
    root = box(whole, 34, 0, WIDTH - 68, "root")
    nodes = [piece.node for piece in pieces]
    y = root.height + 22
    if _columns(nodes, _GUTTER) == 1:
        boxes = _in_column(nodes, y, 62, WIDTH - 62)
        lines = [Stroke(route(((48, root.height), (48, item.left[1]), item.left)), "line") for item in boxes]
    else:
        boxes = _in_rows(nodes, y, gap=_GUTTER)
        lines = _spine(boxes, root.height, None)
    return Drawing(_end(boxes), (root, *boxes), tuple(lines))


def _hub(whole: Node, pieces: Sequence[Piece]) -> Drawing:
    """The last part binds the others together."""
    *nodes, last = [piece.node for piece in pieces]
    if not nodes:
        return _list(whole, pieces)
    if _columns(nodes, _GUTTER) == 1:
        boxes = _in_column(nodes, 0, 28, WIDTH - 28)
        hub = box(last, 0, _end(boxes) + 22, WIDTH, "root")
        lines = [Stroke(route((item.left, (14, item.left[1]), (14, hub.y))), "line") for item in boxes]
    else:
        boxes = _in_rows(nodes, 0, gap=_GUTTER)
        hub = box(last, 34, _end(boxes) + 22, WIDTH - 68, "root")
        lines = _spine(boxes, None, hub.y)
    return Drawing(hub.y + hub.height, (*boxes, hub), tuple(lines))


def _spine(boxes: Sequence[Box], start: float | None, end: float | None) -> list[Stroke]:
    """A line between two columns with a branch to each box, from ``start`` or to ``end``."""
    middle = WIDTH / 2
    beside = [item for item in boxes if item.bottom[0] != middle]
    alone = [item for item in boxes if item.bottom[0] == middle]
    high = start if start is not None else min(item.left[1] for item in boxes)
    low = end if end is not None else max(item.left[1] for item in boxes)
    lines = [Stroke(route(((middle, high), (middle, low))), "line")] if beside or alone else []
    for item in beside:
        at = item.right if item.right[0] < middle else item.left
        lines.append(Stroke(route((at, (middle, at[1]))), "line"))
    return lines


def _loops(whole: Node, pieces: Sequence[Piece]) -> Drawing:
    """A chain, and from its last part ways back to earlier ones, the longest outermost."""
    wide, lane = 156.0, 8.0
    looped = [index for index, piece in enumerate(pieces[:-1]) if piece.loop]
    between = min(16.0, 90.0 / max(len(looped), 1))
    rails = {index: WIDTH - 4 - between * order for order, index in enumerate(looped)}
    boxes: list[Box] = []
    notes: list[Note] = []
    clear = 0.0  # where the last line to the right of the boxes is
    for index, piece in enumerate(pieces):
        item = box(piece.node, 0, _end(boxes) + _STEP if boxes else 0.0, wide)
        if index in rails and piece.loop:
            words = note(piece.loop, wide + lane, 0, rails[index] - wide - 2 * lane, "loop")
            item = replace(item, y=max(item.y, clear + words.height + 10 - item.height / 2))
            clear = item.right[1]
            notes.append(replace(words, y=clear - 7 - words.height + SMALL))
        boxes.append(item)
    boxes[-1] = replace(boxes[-1], height=max(boxes[-1].height, 14.0 * (len(looped) + 1)))
    strokes = [stroke for a, b in pairwise(boxes) for stroke in arrow(a.bottom, b.top)]
    last = boxes[-1]
    for order, index in enumerate(reversed(looped), 1):
        out = last.y + last.height * order / (len(looped) + 1)
        goal, rail = boxes[index].right, rails[index]
        strokes += arrow((wide, out), (rail, out), (rail, goal[1]), goal)
    return Drawing(_end(boxes), tuple(boxes), tuple(strokes), tuple(notes))


def _columns(nodes: Sequence[Node], gap: float) -> int:
    """Two columns, or one when a label is long."""
    room = (WIDTH - gap) / 2 - 2 * PADDING
    return 1 if any(len(wrap(node.label, room, 15)) > _LONG for node in nodes) or len(nodes) == 1 else 2


def _in_column(nodes: Sequence[Node], y: float, x: float, wide: float, kind: str = "part") -> tuple[Box, ...]:
    boxes: list[Box] = []
    for node in nodes:
        boxes.append(box(node, x, _end(boxes) + GAP if boxes else y, wide, kind))
    return tuple(boxes)


def _in_rows(
    nodes: Sequence[Node], y: float, kind: str = "part", gap: float = GAP, columns: int = 0
) -> tuple[Box, ...]:
    """Boxes beside each other, as high as the higher; one that is left over stands in the middle."""
    if (columns or _columns(nodes, gap)) == 1:
        return _in_column(nodes, y, 0, WIDTH, kind)
    wide = (WIDTH - gap) / 2
    boxes: list[Box] = []
    for start in range(0, len(nodes), 2):
        row = nodes[start : start + 2]
        x = 0.0 if len(row) == 2 else (WIDTH - wide) / 2
        pair = [box(node, x + (wide + gap) * place, y, wide, kind) for place, node in enumerate(row)]
        height = max(item.height for item in pair)
        boxes += [replace(item, height=height) for item in pair]
        y += height + min(gap, GAP)
    return tuple(boxes)


def _end(boxes: Sequence[Box]) -> float:
    return max((item.y + item.height for item in boxes), default=0.0)


FORMS: Mapping[str, Callable[[Node, Sequence[Piece]], Drawing]] = MappingProxyType(
    {
        "liste": _list,
        "rutenett": _grid,
        "kjede": _chain,
        "sirkel": _cycle,
        "hierarki": _tree,
        "knutepunkt": _hub,
        "sloyfer": _loops,
    }
)
