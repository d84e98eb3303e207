"""The pages that plfkb adds to a site."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from plfkb.checks.text import comparison_texts, concept_texts
from plfkb.interface.texts import Texts
from plfkb.linking import addresses
from plfkb.markdown.rendering import joined
from plfkb.model import Comparison, Concept, KnowledgeBase
from plfkb.norwegian.words import capital
from plfkb.references.bibliography import Bibliography
from plfkb.works import Source


class PageKind(StrEnum):
    """What a page is about."""

    CONCEPT = "begrep"
    COMPARISON = "sammenlikning"
    SOURCE = "kilde"
    THEME = "tema"
    OVERVIEW = "oversikt"
    DOCUMENT = "side"


@dataclass(frozen=True, slots=True)
class Page:
    """A page before rendering.

    ``address`` is relative to the site's root and ends in «/». ``markdown`` is what the Markdown parser gets:
    the texts of an entry joined (``plfkb.markdown.rendering.joined``), empty for pages that are made of data
    only. ``path`` is the file a contributor edits. ``key`` is the id or
    citation key that the page is about, or the name of an overview.
    """

    kind: PageKind
    address: str
    key: str
    title: str
    markdown: str = ""
    path: str = ""


def pages(
    kb: KnowledgeBase, bibliography: Bibliography, texts: Texts, *, editions: bool = False
) -> tuple[Page, ...]:
    """Every page that plfkb makes of a knowledge base, in a fixed order. The page of changes needs ``editions``."""
    return (
        *(concept_page(concept) for concept in kb.concepts.values()),
        *(comparison_page(comparison) for comparison in kb.comparisons.values()),
        *(source_page(source, bibliography) for source in kb.sources.values()),
        *(
            Page(PageKind.THEME, addresses.theme(theme.id), theme.id, theme.label, path=theme.place.path)
            for theme in kb.themes.values()
        ),
        Page(PageKind.OVERVIEW, addresses.CONCEPTS, "begreper", texts.say("concepts.title")),
        Page(PageKind.OVERVIEW, addresses.COMPARISONS, "sammenlikninger", texts.say("comparisons.title")),
        Page(PageKind.OVERVIEW, addresses.THEMES, "temaer", texts.say("themes.title")),
        Page(PageKind.OVERVIEW, addresses.TYPES, "typer", texts.say("types.title")),
        Page(PageKind.OVERVIEW, addresses.MAP, "kart", texts.say("map.title")),
        Page(PageKind.OVERVIEW, addresses.SEARCH, "sok", texts.say("search.title")),
        Page(PageKind.OVERVIEW, addresses.SIDE_BY_SIDE, "sammenlikn", texts.say("choose.title")),
        Page(PageKind.OVERVIEW, addresses.SOURCES, "kilder", texts.say("sources.title")),
        Page(
            PageKind.OVERVIEW,
            addresses.SOURCES_BY_YEAR,
            "kilder-etter-ar",
            texts.say("sources-by-year.title"),
        ),
        Page(
            PageKind.OVERVIEW,
            addresses.SOURCES_BY_TYPE,
            "kilder-etter-type",
            texts.say("sources-by-type.title"),
        ),
        *((Page(PageKind.OVERVIEW, addresses.CHANGES, "endringer", texts.say("changes.title")),) * editions),
    )


def concept_page(concept: Concept) -> Page:
    return Page(
        PageKind.CONCEPT,
        addresses.concept(concept.id),
        concept.id,
        capital(concept.term),
        joined([text.markdown for text in concept_texts(concept)]),
        concept.place.path,
    )


def comparison_page(comparison: Comparison) -> Page:
    return Page(
        PageKind.COMPARISON,
        addresses.comparison(comparison.id),
        comparison.id,
        capital(comparison.title),
        joined([text.markdown for text in comparison_texts(comparison)]),
        comparison.place.path,
    )


def source_page(source: Source, bibliography: Bibliography) -> Page:
    return Page(
        PageKind.SOURCE,
        addresses.source(source.key),
        source.key,
        bibliography.label(source.key),
        path=source.place.path,
    )
