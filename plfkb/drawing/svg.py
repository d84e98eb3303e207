"""A drawing as SVG that stands in the page, so that it has the page's colours and its links are the page's.

Every box is one link or one picture with the whole name as its label: a screen reader would otherwise read the
broken lines. The lines and heads between the boxes say nothing that the caption and the list beside the
drawing do not say. There are no ``style`` attributes; the looks are classes in ``assets/css/drawing.css``.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from markupsafe import Markup

from plfkb.drawing.shapes import WIDTH, Box, Drawing, Node, Note, Stroke, digits

_MARGIN = 2.0


def to_svg(drawing: Drawing, labelled_by: str) -> Markup:
    """``labelled_by`` is the id of the element in the page that names the drawing."""
    inner = "".join(
        (
            *(_stroke(stroke) for stroke in drawing.strokes),
            *(_box(item) for item in drawing.boxes),
            *(_note(item) for item in drawing.notes),
        )
    )
    view = f"{-_MARGIN:g} {-_MARGIN:g} {WIDTH + 2 * _MARGIN:g} {digits(drawing.height + 2 * _MARGIN)}"
    return Markup(
        f'<svg class="plfkb-svg" viewBox="{view}" role="group" aria-labelledby="{escape(labelled_by)}">{inner}</svg>'
    )


def _stroke(stroke: Stroke) -> str:
    weight = f' stroke-width="{digits(stroke.weight)}"' if stroke.weight else ""
    return f'<path class="plfkb-svg__{stroke.kind}" d="{stroke.path}"{weight} aria-hidden="true"/>'


def _box(item: Box) -> str:
    number = ""
    if item.number:
        x, y = item.number_at
        number = f'<text class="plfkb-svg__number" x="{digits(x)}" y="{digits(y)}">{item.number}</text>'
    corner = 0 if item.kind == "cell" else 4
    place = " ".join(
        f'{name}="{digits(value)}"'
        for name, value in (("x", item.x), ("y", item.y), ("width", item.width), ("height", item.height))
    )
    shape = f'<rect {place} rx="{corner}"/>'
    words = _text(item.lines, item.text_x, item.baselines)
    label = f"{item.number}. {item.node.label}" if item.number else item.node.label
    return _group(item.node, item.kind, label, shape + number + words)


def _note(item: Note) -> str:
    leading = item.height / len(item.lines)
    lines = tuple(item.y + leading * line for line in range(len(item.lines)))
    return _group(item.node, item.kind, item.node.label, _text(item.lines, item.x, lines))


def _group(node: Node, kind: str, label: str, inner: str) -> str:
    label = escape(label)
    if node.href:
        return f'<a class="plfkb-svg__{kind}" href="{escape(node.href)}" aria-label="{label}">{inner}</a>'
    return f'<g class="plfkb-svg__{kind}" role="img" aria-label="{label}">{inner}</g>'


def _text(lines: Iterable[str], x: float, baselines: Iterable[float]) -> str:
    spans = (
        f'<tspan x="{digits(x)}" y="{digits(y)}">{escape(line)}</tspan>'
        for line, y in zip(lines, baselines, strict=True)
    )
    return f"<text>{''.join(spans)}</text>"
