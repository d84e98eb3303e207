"""A drawing as SVG that stands in the page, so that it has the page's colours and its links are the page's.

Every box is one link or one picture with the whole name as its label: a screen reader would otherwise read the
broken lines. The lines and heads between the boxes say nothing that the caption and the list beside the
drawing do not say. There are no ``style`` attributes; the looks are classes in ``assets/css/drawing.css``.
"""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from plfkb.drawing.shapes import WIDTH, Box, Drawing, Node, Note, Stroke

_MARGIN = 2.0


def to_svg(drawing: Drawing, labelled_by: str) -> Markup:
    """``labelled_by`` is the id of the element in the page that names the drawing."""
    inner = Markup("").join(
        (
            *(_stroke(stroke) for stroke in drawing.strokes),
            *(_box(item) for item in drawing.boxes),
            *(_note(item) for item in drawing.notes),
        )
    )
    view = f"{-_MARGIN:g} {-_MARGIN:g} {WIDTH + 2 * _MARGIN:g} {_n(drawing.height + 2 * _MARGIN)}"
    return Markup('<svg class="plfkb-svg" viewBox="{}" role="group" aria-labelledby="{}">{}</svg>').format(
        view, labelled_by, inner
    )


def _stroke(stroke: Stroke) -> Markup:
    weight = Markup(' stroke-width="{}"').format(_n(stroke.weight)) if stroke.weight else ""
    return Markup('<path class="plfkb-svg__{}" d="{}"{} aria-hidden="true"/>').format(
        stroke.kind, stroke.path, weight
    )


def _box(item: Box) -> Markup:
    number: Markup | str = ""
    if item.number:
        x, y = item.number_at
        number = Markup('<text class="plfkb-svg__number" x="{}" y="{}">{}</text>').format(
            _n(x), _n(y), item.number
        )
    shape = Markup('<rect x="{}" y="{}" width="{}" height="{}" rx="{}"/>').format(
        _n(item.x), _n(item.y), _n(item.width), _n(item.height), 0 if item.kind == "cell" else 4
    )
    words = _text(item.lines, item.text_x, item.baselines)
    label = f"{item.number}. {item.node.label}" if item.number else item.node.label
    return _group(item.node, f"plfkb-svg__{item.kind}", label, shape + number + words)


def _note(item: Note) -> Markup:
    leading = item.height / len(item.lines)
    lines = tuple(item.y + leading * line for line in range(len(item.lines)))
    return _group(item.node, f"plfkb-svg__{item.kind}", item.node.label, _text(item.lines, item.x, lines))


def _group(node: Node, look: str, label: str, inner: Markup) -> Markup:
    if node.href:
        return Markup('<a class="{}" href="{}" aria-label="{}">{}</a>').format(look, node.href, label, inner)
    return Markup('<g class="{}" role="img" aria-label="{}">{}</g>').format(look, label, inner)


def _text(lines: Iterable[str], x: float, baselines: Iterable[float]) -> Markup:
    spans = Markup("").join(
        Markup('<tspan x="{}" y="{}">{}</tspan>').format(_n(x), _n(y), line)
        for line, y in zip(lines, baselines, strict=True)
    )
    return Markup("<text>{}</text>").format(spans)


def _n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
