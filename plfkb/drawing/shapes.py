"""What a drawing is made of. All lengths are user units of the SVG; on a phone one unit is one CSS pixel."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from math import copysign, hypot

from plfkb.drawing.text import width, wrap

# Every drawing is as wide as the text column of a phone that is 360 pixels wide.
WIDTH = 328.0
SIZE = 15.0
SMALL = 13.0
LEADING = 1.25
PADDING = 9.0
LEAST = 44.0
LEAST_SMALL = 30.0
GAP = 12.0
BADGE = 22.0
NARROW = 200.0

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Node:
    """Something to be drawn as a box: its whole name and where it leads (empty: nowhere)."""

    label: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    """A box with its text broken into lines. ``kind`` is its look: part, root, outside, cell, near or far.

    ``number`` is its place in an order, 0 when there is none.
    """

    node: Node
    x: float
    y: float
    width: float
    height: float
    lines: tuple[str, ...]
    kind: str = "part"
    number: int = 0
    size: float = SIZE

    @property
    def left(self) -> Point:
        return self.x, self.y + self.height / 2

    @property
    def right(self) -> Point:
        return self.x + self.width, self.y + self.height / 2

    @property
    def top(self) -> Point:
        return self.x + self.width / 2, self.y

    @property
    def bottom(self) -> Point:
        return self.x + self.width / 2, self.y + self.height

    @property
    def number_above(self) -> bool:
        """In a narrow box the number stands above the text, in a wide one to the left of it."""
        return self.number > 0 and self.width < NARROW

    @property
    def text_x(self) -> float:
        """The middle of the text."""
        beside = BADGE if self.number and not self.number_above else 0
        return self.x + (self.width + beside) / 2

    @property
    def baselines(self) -> tuple[float, ...]:
        leading = self.size * LEADING
        above = leading if self.number_above else 0
        first = self.y + (self.height - above - leading * len(self.lines)) / 2 + above + self.size * 0.95
        return tuple(first + leading * line for line in range(len(self.lines)))

    @property
    def number_at(self) -> Point:
        """The middle of the number's baseline."""
        if self.number_above:
            return self.text_x, self.baselines[0] - self.size * LEADING
        return self.x + PADDING + BADGE / 2 - 2, self.y + self.height / 2 + self.size * 0.33


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line: the data of its path, its look, and how heavy it is (0: as its look says). Heads are filled."""

    path: str
    kind: str = "line"
    weight: float = 0.0


@dataclass(frozen=True, slots=True)
class Note:
    """Loose words; ``x`` is where they begin, ``y`` the baseline of the first line."""

    node: Node
    x: float
    y: float
    lines: tuple[str, ...]
    kind: str = "note"
    size: float = SMALL

    @property
    def height(self) -> float:
        return len(self.lines) * self.size * LEADING


@dataclass(frozen=True, slots=True)
class Drawing:
    """A finished picture; what comes first is drawn first. The boxes stand in the order in which they are read."""

    height: float
    boxes: tuple[Box, ...]
    strokes: tuple[Stroke, ...] = ()
    notes: tuple[Note, ...] = field(default=())


def box(node: Node, x: float, y: float, wide: float, kind: str = "part", number: int = 0) -> Box:
    """A box as high as its text asks for."""
    size = SMALL if kind in ("near", "far") else SIZE
    beside = BADGE if number and wide >= NARROW else 0
    lines = wrap(node.label, wide - 2 * PADDING - beside, size)
    rows = len(lines) + (1 if number and not beside else 0)
    height = max(LEAST if size == SIZE else LEAST_SMALL, rows * size * LEADING + 2 * PADDING)
    return Box(node, x, y, wide, height, lines, kind, number, size)


def note(node: Node, x: float, y: float, room: float, kind: str = "note") -> Note:
    """Words whose first line begins at the height ``y`` and that are at most ``room`` wide."""
    return Note(node, x, y + SMALL, wrap(node.label, room, SMALL), kind)


def text_width(lines: Iterable[str], size: float) -> float:
    return max((width(line, size) for line in lines), default=0.0)


def arrow(*points: Point, radius: float = 10.0) -> tuple[Stroke, Stroke]:
    """A line through the points with rounded corners, and the head at its end. The last stretch must be straight
    along an axis and at least as long as the head.
    """
    (x1, y1), (x2, y2) = points[-2:]
    dx, dy = (copysign(1, x2 - x1), 0.0) if abs(x2 - x1) > abs(y2 - y1) else (0.0, copysign(1, y2 - y1))
    base = x2 - 8 * dx, y2 - 8 * dy
    sides = (base[0] - 5 * dy, base[1] - 5 * dx), (base[0] + 5 * dy, base[1] + 5 * dx)
    head = f"M{_at((x2, y2))}L{_at(sides[0])}L{_at(sides[1])}Z"
    return Stroke(route((*points[:-1], base), radius)), Stroke(head, "head")


def route(points: tuple[Point, ...], radius: float = 10.0) -> str:
    """The data of a path along straight lines whose corners are rounded."""
    path = f"M{_at(points[0])}"
    for (before, corner), (_, after) in pairwise(pairwise(points)):
        cut = min(radius, _length(before, corner) / 2, _length(corner, after) / 2)
        start, end = _towards(corner, before, cut), _towards(corner, after, cut)
        path += f"L{_at(start)}Q{_at(corner)} {_at(end)}"
    return f"{path}L{_at(points[-1])}"


def curve(start: Point, end: Point, handle: float | None = None) -> str:
    """The data of a path that leaves and arrives level. Its ``handle`` is how far right it is pulled, by default halfway."""
    out = (start[0] + end[0]) / 2 if handle is None else handle
    return f"M{_at(start)}C{_at((out, start[1]))} {_at((out, end[1]))} {_at(end)}"


def digits(value: float) -> str:
    """A number for SVG, without decimals that no eye can see."""
    return f"{value:.1f}".removesuffix(".0")


def _length(a: Point, b: Point) -> float:
    return hypot(b[0] - a[0], b[1] - a[1])


def _towards(start: Point, goal: Point, distance: float) -> Point:
    length = _length(start, goal) or 1.0
    return (
        start[0] + (goal[0] - start[0]) * distance / length,
        start[1] + (goal[1] - start[1]) * distance / length,
    )


def _at(point: Point) -> str:
    return f"{digits(point[0])} {digits(point[1])}"
