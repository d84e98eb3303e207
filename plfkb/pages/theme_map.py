"""The map of the whole knowledge base: an overview of the themes, and what stands under what in each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from plfkb.drawing.arcs import Arc, arcs
from plfkb.drawing.shapes import Node
from plfkb.drawing.svg import to_svg
from plfkb.interface.texts import Texts
from plfkb.linking import addresses
from plfkb.linking.theme_map import Branch, bonds, branches
from plfkb.markdown.rendering import Library
from plfkb.model import Concept, Theme
from plfkb.pages.drawings import Figure
from plfkb.pages.page import Page
from plfkb.pages.parts import Link, Section

_NAME = "temaene"


@dataclass(frozen=True, slots=True)
class Field:
    """A theme on the map: the themes it has most to do with and how many relations there are, and its concepts."""

    section: Section
    theme: Link
    bonds: Sequence[tuple[Link, int]]
    count: int
    branches: Sequence[Branch]


def context(library: Library, texts: Texts, page: Page, concepts: Sequence[Concept]) -> Mapping[str, object]:
    """What the template needs. ``concepts`` are those that stand in lists, in order."""
    themes = [
        theme for theme in library.kb.themes.values() if any(item.theme == theme.id for item in concepts)
    ]
    found = {
        pair: strength
        for pair, strength in bonds(concepts, library.graph).items()
        if set(pair) <= {theme.id for theme in themes}
    }
    fields = [_field(library, page, theme, concepts, found) for theme in themes]
    numbers = {theme.id: number for number, theme in enumerate(themes)}
    drawing = arcs(
        [Node(f"{field.theme.name} ({field.count})", f"#{field.section.id}") for field in fields],
        [Arc((numbers[a], numbers[b]), strength) for (a, b), strength in found.items()],
    )
    return {
        "fields": fields,
        "figure": Figure(to_svg(drawing, _NAME), _NAME, texts.say("map.how")),
        "href": lambda concept: addresses.relative(addresses.concept(concept.id), page.address),
    }


def _field(
    library: Library,
    page: Page,
    theme: Theme,
    concepts: Sequence[Concept],
    found: Mapping[tuple[str, str], int],
) -> Field:
    here = [concept for concept in concepts if concept.theme == theme.id]
    others = [
        (library.kb.themes[pair[0] if pair[1] == theme.id else pair[1]], strength)
        for pair, strength in found.items()
        if theme.id in pair
    ]
    others.sort(key=lambda other: -other[1])
    return Field(
        _section(theme),
        Link(theme.label, addresses.relative(addresses.theme(theme.id), page.address)),
        [(Link(other.label, f"#{_section(other).id}"), strength) for other, strength in others],
        len(here),
        branches(here, library.graph),
    )


def _section(theme: Theme) -> Section:
    return Section(f"tema-{theme.id}", theme.label)
