"""The drawing of a model: from an entry's parts to a figure."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from plfkb.drawing.forms import FORMS, Piece, draw
from plfkb.drawing.shapes import Node
from plfkb.drawing.svg import to_svg
from plfkb.markdown.rendering import Library
from plfkb.model import Concept, Part
from plfkb.norwegian.words import capital
from plfkb.pages import parts
from plfkb.pages.maker import Maker
from plfkb.pages.page import Page
from plfkb.reading.fields import DRAWINGS, DRAWN_TYPES

_NAME = "tegning"


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture that is named by the element with the id ``name``, with a sentence or two on how to read it."""

    svg: Markup
    name: str
    caption: str


def model_figure(maker: Maker, concept: Concept, page: Page) -> Figure | None:
    """The drawing of the parts, None when the entry asks for none or has too few.

    The caption says what the form means: a picture must not seem to say more than the entry does.
    """
    form = concept.drawing or (DRAWINGS[0] if concept.type in DRAWN_TYPES else "")
    if form not in FORMS or sum(part.ordered for part in concept.parts) < 2:
        return None
    say = maker.texts.say
    pieces = [_piece(maker.library, part, page) for part in concept.parts]
    drawing = draw(form, Node(capital(concept.term)), pieces, say("drawing.outside"))
    own = say("drawing.own")
    return Figure(to_svg(drawing, _NAME), _NAME, f"{say('form.' + form)} {own}")


def _piece(library: Library, part: Part, page: Page) -> Piece:
    href = parts.link(library, part.id, page.address).href if part.id else ""
    return Piece(Node(capital(part.label), href), _loop(library, part, page), part.ordered)


def _loop(library: Library, part: Part, page: Page) -> Node | None:
    """The name of a loop leads to the entry of that name, unless that is where the reader is."""
    if not part.loop:
        return None
    id_ = library.terms.resolve(part.loop).id
    href = parts.link(library, id_, page.address).href if id_ and id_ != page.key else ""
    return Node(capital(part.loop), href)
