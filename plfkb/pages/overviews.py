"""The overviews: A–Å, themes, types, comparisons and sources."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from plfkb.interface.texts import Texts
from plfkb.linking import addresses
from plfkb.linking.uses import Use
from plfkb.markdown.rendering import Library
from plfkb.model import Comparison, Concept, Theme
from plfkb.norwegian.collation import first_letter, sort_key
from plfkb.pages import history, side_by_side, source_lists, theme_map
from plfkb.pages.page import Page, PageKind
from plfkb.pages.parts import Link, Section
from plfkb.plain_text import one_line
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


def make(library: Library, texts: Texts, page: Page, cited: Cited) -> Overview:
    """The overview that ``page`` asks for. ``cited`` holds the uses of each source on the whole site."""
    if page.kind is PageKind.THEME:
        return _theme(library, texts, page)
    return _MAKERS[page.key](library, texts, page, cited)


def listed(library: Library) -> list[Concept]:
    """The concepts that stand in lists: all but the retired, in Norwegian order."""
    current = [concept for concept in library.kb.concepts.values() if concept.replaced_by is None]
    return sorted(current, key=lambda concept: sort_key(concept.term))


def _row(concept: Concept, page: Page, name: str = "") -> Row:
    href = addresses.relative(addresses.concept(concept.id), page.address)
    return Row(name or concept.term, href, concept, concept.term if name else "")


def _theme(library: Library, texts: Texts, page: Page) -> Overview:
    theme = library.kb.themes[page.key]
    concepts = [_row(concept, page) for concept in listed(library) if concept.theme == theme.id]
    comparisons = [item for item in library.kb.comparisons.values() if item.theme == theme.id]
    context = {
        "theme": theme,
        "concepts": concepts,
        "comparisons": comparison_links(page, _in_order(comparisons)),
    }
    sections = [Section("begreper", texts.say("themes.concepts"))] if concepts else []
    if comparisons:
        sections.append(Section("sammenlikninger", texts.say("comparisons.title")))
    return Overview("tema.html", context, theme.about, tuple(sections))


def _alphabet(library: Library, texts: Texts, page: Page, cited: Cited) -> Overview:
    """All names, also the synonyms, in Norwegian order under their first letter."""
    rows = [_row(concept, page) for concept in listed(library)]
    rows += [_row(concept, page, name) for concept in listed(library) for name in concept.also]
    rows.sort(key=lambda row: sort_key(row.name))
    letters = [
        (Section(f"bokstav-{letter.lower()}", letter), list(group))
        for letter, group in groupby(rows, key=lambda row: first_letter(row.name))
    ]
    context = {"letters": letters, "concepts": len(listed(library)), "names": len(rows)}
    return Overview("begreper.html", context, texts.say("concepts.about"))


def _comparisons(library: Library, texts: Texts, page: Page, cited: Cited) -> Overview:
    return Overview(
        "sammenlikninger.html",
        {"links": comparison_links(page, _in_order(library.kb.comparisons.values()))},
        texts.say("comparisons.about"),
    )


def _in_order(comparisons: Iterable[Comparison]) -> list[Comparison]:
    return sorted(comparisons, key=lambda item: sort_key(item.title))


def comparison_links(page: Page, comparisons: Iterable[Comparison]) -> list[Link]:
    """Links in the order given; the note is the answer in plain words."""
    return [
        Link(
            item.title,
            addresses.relative(addresses.comparison(item.id), page.address),
            one_line(item.summary.markdown),
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


def _themes(library: Library, texts: Texts, page: Page, cited: Cited) -> Overview:
    return Overview("temaer.html", {"themes": theme_rows(library, page)}, texts.say("themes.about"))


def _types(library: Library, texts: Texts, page: Page, cited: Cited) -> Overview:
    rows = {
        type_: [_row(item, page) for item in listed(library) if item.type == type_] for type_ in CONCEPT_TYPES
    }
    groups = [
        (Section(f"type-{type_}", texts.say(f"type.{type_}")), rows[type_])
        for type_ in CONCEPT_TYPES
        if rows[type_]
    ]
    sections = tuple(section for section, _ in groups)
    return Overview("typer.html", {"groups": groups}, texts.say("types.about"), sections)


def _side_by_side(library: Library, texts: Texts, page: Page, cited: Cited) -> Overview:
    links = comparison_links(page, _in_order(library.kb.comparisons.values()))
    context = {"links": links, "names": side_by_side.NAMES}
    return Overview("sammenlikn.html", context, texts.say("choose.about"))


def _map(library: Library, texts: Texts, page: Page, cited: Cited) -> Overview:
    context = theme_map.context(library, texts, page, listed(library))
    return Overview("kart.html", context, texts.say("map.description"))


def _search(library: Library, texts: Texts, page: Page, cited: Cited) -> Overview:
    """The page of results: what can be filtered by. The rest is the browser's."""
    types = {concept.type for concept in listed(library)}
    kinds = [PageKind.COMPARISON, PageKind.SOURCE, PageKind.THEME, PageKind.DOCUMENT]
    choices = [(type_, texts.say(f"type.{type_}")) for type_ in CONCEPT_TYPES if type_ in types]
    choices += [(kind.value, texts.say(f"kind.{kind}")) for kind in kinds]
    context = {"types": choices, "themes": [(theme.id, theme.label) for theme in library.kb.themes.values()]}
    return Overview("sok.html", context, texts.say("search.about"))


def _sources(library: Library, texts: Texts, page: Page, cited: Cited) -> Overview:
    groups = source_lists.by_reading(library, texts, page, cited)
    return _source_overview(groups, texts.say("sources.about"))


def _sources_by_year(library: Library, texts: Texts, page: Page, cited: Cited) -> Overview:
    groups = source_lists.by_year(library, texts, page, cited)
    return _source_overview(groups, texts.say("sources-by-year.about"))


def _sources_by_type(library: Library, texts: Texts, page: Page, cited: Cited) -> Overview:
    groups = source_lists.by_type(library, texts, page, cited)
    return _source_overview(groups, texts.say("sources-by-type.about"))


def _source_overview(groups: source_lists.Groups, description: str) -> Overview:
    sections = tuple(section for section, _ in groups)
    return Overview("kilder.html", {"groups": groups}, description, sections)


def _changes(library: Library, texts: Texts, page: Page, cited: Cited) -> Overview:
    releases = history.releases(library, texts, page)
    sections = tuple(release.section for release in releases)
    return Overview("endringer.html", {"releases": releases}, texts.say("changes.description"), sections)


_MAKERS: Mapping[str, Callable[[Library, Texts, Page, Cited], Overview]] = {
    "begreper": _alphabet,
    "sammenlikninger": _comparisons,
    "temaer": _themes,
    "typer": _types,
    "kart": _map,
    "sok": _search,
    "sammenlikn": _side_by_side,
    "kilder": _sources,
    "kilder-etter-ar": _sources_by_year,
    "kilder-etter-type": _sources_by_type,
    "endringer": _changes,
}
