"""Data for the page on which a reader sets any two entries side by side (``assets/js/side-by-side.js``).

One file names the entries and the written comparisons; each concept has a small file of its own, fetched when it is
chosen. They serve that page alone and may change with it.
"""

from __future__ import annotations

from collections.abc import Sequence

from plfkb import json_text
from plfkb.interface.texts import Texts
from plfkb.linking import addresses
from plfkb.markdown.rendering import Library, Rendering, parted
from plfkb.model import Concept
from plfkb.norwegian.words import capital
from plfkb.pages import parts

NAMES = f"{addresses.SIDE_BY_SIDE}oppslag.json"
_FILE = "side-ved-side.json"


def names(library: Library, concepts: Sequence[Concept]) -> str:
    """What can be chosen: (id, term, other names) in the order of ``concepts``, and the comparisons that are written:
    (title, address from the root, ids of the sides).
    """
    return json_text.compact(
        {
            "concepts": [
                (concept.id, capital(concept.term), [*concept.also, *concept.covers, *concept.redirects])
                for concept in concepts
            ],
            "comparisons": [
                (capital(item.title), addresses.comparison(item.id), item.between)
                for item in library.kb.comparisons.values()
            ],
        }
    )


def file_of(concept: str) -> str:
    """The address of a concept's file, from the root."""
    return f"{addresses.concept(concept)}{_FILE}"


def side(library: Library, texts: Texts, concept: Concept, rendering: Rendering, html: str) -> str:
    """What is shown of a concept. ``html`` is the rendered page; all links are relative to the concept's address.

    ``rows`` holds (label, items) in the order of the table, an item being (words, link or nothing).
    """
    page = addresses.concept(concept.id)
    theme = library.kb.themes.get(concept.theme)
    place = (
        (theme.label, addresses.relative(addresses.theme(theme.id), page)) if theme else (concept.theme, "")
    )
    rows: list[tuple[str, Sequence[tuple[str, str]]]] = [
        (texts.say("entry.also"), [(name, "") for name in concept.also]),
        (texts.say("entry.type"), [(texts.say(f"type.{concept.type}"), "")]),
        (texts.say("entry.theme"), [place]),
        *(
            (texts.say(f"relation.{direction.value}"), [_named(library, id_, page) for id_ in ids])
            for direction, ids in library.graph.of(concept.id).items()
        ),
        (
            texts.say("sources.title"),
            [
                (library.bibliography.label(key), addresses.relative(addresses.source(key), page))
                for key in library.bibliography.in_order(rendering.listed)
            ],
        ),
    ]
    definition = parts.inline(parted(html)[0])
    return json_text.compact({"term": capital(concept.term), "definition": definition, "rows": rows})


def _named(library: Library, id_: str, page: str) -> tuple[str, str]:
    link = parts.link(library, id_, page)
    return link.name, link.href
