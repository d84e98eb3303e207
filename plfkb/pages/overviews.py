"""The overviews: A–Å, themes, types, comparisons and sources."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from markupsafe import Markup

from plfkb.linking import addresses
from plfkb.linking.uses import Use
from plfkb.markdown.rendering import Library
from plfkb.model import Comparison, Concept, Theme
from plfkb.norwegian.collation import first_letter, sort_key
from plfkb.pages.answers import plain
from plfkb.pages.page import Page, PageKind
from plfkb.pages.parts import Link, Section
from plfkb.reading.fields import CONCEPT_TYPES

Cited = Mapping[str, Sequence[Use]]


@dataclass(frozen=True, slots=True)
class Overview:
    """A template and what it needs, with the headings for the table of contents."""

    template: str
    context: Mapping[str, object]
    description: str
    sections: tuple[Section, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Row:
    """A concept in a list: the name it stands under, and the preferred term when that is another."""

    name: str
    href: str
    concept: Concept
    main: str = ""


def make(library: Library, page: Page, cited: Cited) -> Overview:
    """The overview that ``page`` asks for. ``cited`` holds the uses of each source on the whole site."""
    if page.kind is PageKind.THEME:
        return _theme(library, page)
    return _MAKERS[page.key](library, page, cited)


def listed(library: Library) -> list[Concept]:
    """The concepts that stand in lists: all but the retired, in Norwegian order."""
    current = [concept for concept in library.kb.concepts.values() if concept.replaced_by is None]
    return sorted(current, key=lambda concept: sort_key(concept.term))


def _row(concept: Concept, page: Page, name: str = "") -> Row:
    href = addresses.relative(addresses.concept(concept.id), page.address)
    return Row(name or concept.term, href, concept, concept.term if name else "")


def _theme(library: Library, page: Page) -> Overview:
    theme = library.kb.themes[page.key]
    concepts = [_row(concept, page) for concept in listed(library) if concept.theme == theme.id]
    comparisons = [item for item in library.kb.comparisons.values() if item.theme == theme.id]
    context = {
        "theme": theme,
        "concepts": concepts,
        "comparisons": comparison_links(page, _in_order(comparisons)),
    }
    sections = [Section("begreper", "Begreper")] if concepts else []
    if comparisons:
        sections.append(Section("sammenlikninger", "Sammenlikninger"))
    return Overview("tema.html", context, theme.about, tuple(sections))


def _alphabet(library: Library, page: Page, cited: Cited) -> Overview:
    """All names, also the synonyms, in Norwegian order under their first letter."""
    rows = [_row(concept, page) for concept in listed(library)]
    rows += [_row(concept, page, name) for concept in listed(library) for name in concept.also]
    rows.sort(key=lambda row: sort_key(row.name))
    letters = [
        (Section(f"bokstav-{letter.lower()}", letter), list(group))
        for letter, group in groupby(rows, key=lambda row: first_letter(row.name))
    ]
    context = {"letters": letters, "concepts": len(listed(library)), "names": len(rows)}
    return Overview("begreper.html", context, "Alle begreper og synonymer i alfabetisk rekkefølge.")


def _comparisons(library: Library, page: Page, cited: Cited) -> Overview:
    return Overview(
        "sammenlikninger.html",
        {"links": comparison_links(page, _in_order(library.kb.comparisons.values()))},
        "Begreper som ofte forveksles, side ved side.",
    )


def _in_order(comparisons: Iterable[Comparison]) -> list[Comparison]:
    return sorted(comparisons, key=lambda item: sort_key(item.title))


def comparison_links(page: Page, comparisons: Iterable[Comparison]) -> list[Link]:
    """Links in the order given; the note is the answer in plain words."""
    return [
        Link(
            item.title,
            addresses.relative(addresses.comparison(item.id), page.address),
            plain(item.summary.markdown),
        )
        for item in comparisons
    ]


def theme_rows(library: Library, page: Page) -> list[tuple[Theme, str, int]]:
    """Each theme with the link to it and the number of its concepts, in the order of the file."""
    return [
        (
            theme,
            addresses.relative(addresses.theme(theme.id), page.address),
            sum(concept.theme == theme.id for concept in listed(library)),
        )
        for theme in library.kb.themes.values()
    ]


def _themes(library: Library, page: Page, cited: Cited) -> Overview:
    return Overview("temaer.html", {"themes": theme_rows(library, page)}, "Temaene i kunnskapsbasen.")


def _types(library: Library, page: Page, cited: Cited) -> Overview:
    rows = {
        type_: [_row(item, page) for item in listed(library) if item.type == type_] for type_ in CONCEPT_TYPES
    }
    groups = [
        (Section(f"type-{type_}", label), rows[type_])
        for type_, label in CONCEPT_TYPES.items()
        if rows[type_]
    ]
    sections = tuple(section for section, _ in groups)
    return Overview("typer.html", {"groups": groups}, "Begrepene ordnet etter type.", sections)


def _sources(library: Library, page: Page, cited: Cited) -> Overview:
    """Works that are cited somewhere, by author: those that were read, then those known through others."""
    bibliography, sources = library.bibliography, library.kb.sources
    rows = [
        (
            sources[key],
            Markup(library.reference_html[key]),
            addresses.relative(addresses.source(key), page.address),
            len({(use.origin.url, use.anchor) for use in cited[key]}),
        )
        for key in bibliography.in_order(key for key in cited if key in sources)
    ]
    groups = [
        (Section("lest", "Kilder vi har lest"), [row for row in rows if row[0].read]),
        (Section("annenhands", "Kilder vi kjenner gjennom andre"), [row for row in rows if not row[0].read]),
    ]
    shown = [group for group in groups if group[1]]
    sections = tuple(section for section, _ in shown)
    return Overview("kilder.html", {"groups": shown}, "Kildene som kunnskapsbasen bygger på.", sections)


_MAKERS: Mapping[str, Callable[[Library, Page, Cited], Overview]] = {
    "begreper": _alphabet,
    "sammenlikninger": _comparisons,
    "temaer": _themes,
    "typer": _types,
    "kilder": _sources,
}
