"""The surroundings of an entry as a figure, and the same as a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plfkb.drawing.neighbours import Beyond, Group, neighbours
from plfkb.drawing.shapes import Node
from plfkb.drawing.svg import to_svg
from plfkb.linking.surroundings import surroundings
from plfkb.model import Concept
from plfkb.norwegian.words import capital
from plfkb.pages import parts
from plfkb.pages.drawings import Figure
from plfkb.pages.maker import AROUND, Maker
from plfkb.pages.page import Page
from plfkb.pages.parts import Link


@dataclass(frozen=True, slots=True)
class Around:
    """A figure and what it shows: the near entries by direction, those one step out with what leads there."""

    figure: Figure
    near: Sequence[tuple[str, Sequence[Link]]]
    far: Sequence[tuple[Link, Sequence[str]]]


def around(maker: Maker, concept: Concept, page: Page) -> Around | None:
    """The surroundings of a concept, None for one without relations."""
    library = maker.library
    found = surroundings(library.graph, concept.id, library.in_use)
    if not found.near:
        return None

    def link(id_: str) -> Link:
        return parts.link(library, id_, page.address)

    say = maker.texts.say
    numbers = {id_: number for number, id_ in enumerate(id_ for ids in found.near.values() for id_ in ids)}
    drawing = neighbours(
        Node(capital(concept.term)),
        [
            Group(say(f"relation.{direction.value}"), tuple(_node(link(id_)) for id_ in ids))
            for direction, ids in found.near.items()
        ],
        [Beyond(_node(link(item.id)), tuple(numbers[id_] for id_ in item.through)) for item in found.far],
        say("around.far"),
    )
    how = say("around.how" if found.far else "around.how-near")
    rest = say("around.hidden", n=found.hidden) if found.hidden else ""
    caption = f"{how} {rest}".strip()
    return Around(
        Figure(to_svg(drawing, AROUND[0]), AROUND[0], caption),
        [(direction.value, [link(id_) for id_ in ids]) for direction, ids in found.near.items()],
        [(link(item.id), [library.name(id_) for id_ in item.through]) for item in found.far],
    )


def _node(link: Link) -> Node:
    return Node(capital(link.name), link.href)
