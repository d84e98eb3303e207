"""Lists of sources: the overviews, and the bibliography or part of it on any page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from plfkb.interface.texts import Texts
from plfkb.linking import addresses
from plfkb.linking.uses import Use
from plfkb.markdown.rendering import Library
from plfkb.pages.page import Page
from plfkb.pages.parts import Section
from plfkb.references.dates import year_of
from plfkb.works import Source

# What a reader calls a kind of work (keys of the interface texts), in the order of the overview.
KINDS: Mapping[str, str] = {
    "book": "sources.books",
    "collection": "sources.books",
    "incollection": "sources.chapters",
    "inbook": "sources.chapters",
    "inproceedings": "sources.chapters",
    "article": "sources.articles",
    "report": "sources.reports",
    "techreport": "sources.reports",
    "mastersthesis": "sources.theses",
    "phdthesis": "sources.theses",
    "thesis": "sources.theses",
    "online": "sources.web",
}
OTHER = "sources.other"


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source in a list: its entry, the link to its page, and in how many places it is cited."""

    source: Source
    reference: Markup
    href: str
    count: int


Groups = Sequence[tuple[Section, Sequence[SourceRow]]]


def rows(
    library: Library, page: Page, cited: Mapping[str, Sequence[Use]], keys: Iterable[str]
) -> list[SourceRow]:
    """The rows of the keys that have a source, in the order of the list (Norsk APA-manual)."""
    sources = library.kb.sources
    return [
        SourceRow(
            sources[key],
            Markup(library.reference_html[key]),
            addresses.relative(addresses.source(key), page.address),
            len({(use.origin.url, use.anchor) for use in cited.get(key, ())}),
        )
        for key in library.bibliography.in_order(keys)
    ]


def by_reading(library: Library, texts: Texts, page: Page, cited: Mapping[str, Sequence[Use]]) -> Groups:
    """Works that are cited somewhere: those that were read, then those known through others."""
    found = rows(library, page, cited, cited)
    groups = [
        (Section("lest", texts.say("sources.read")), [row for row in found if row.source.read]),
        (
            Section("annenhands", texts.say("sources.secondary")),
            [row for row in found if not row.source.read],
        ),
    ]
    return [group for group in groups if group[1]]


def by_year(library: Library, texts: Texts, page: Page, cited: Mapping[str, Sequence[Use]]) -> Groups:
    """The newest first; works without a year last."""
    found = sorted(rows(library, page, cited, cited), key=lambda row: year_of(row.source), reverse=True)
    return [
        (Section(f"ar-{year}" if year else "uten-ar", year or texts.say("sources.no-year")), list(group))
        for year, group in groupby(found, key=lambda row: year_of(row.source))
    ]


def by_type(library: Library, texts: Texts, page: Page, cited: Mapping[str, Sequence[Use]]) -> Groups:
    found = rows(library, page, cited, cited)
    groups = []
    for number, key in enumerate(dict.fromkeys((*KINDS.values(), OTHER))):
        here = [row for row in found if KINDS.get(row.source.type, OTHER) == key]
        if here:
            groups.append((Section(f"slag-{number + 1}", texts.say(key)), here))
    return groups


def chosen(library: Library, cited: Mapping[str, Sequence[Use]], arguments: Sequence[str]) -> list[str]:
    """The keys that the arguments of an insert name (``plfkb.reading.inserts``): keys, or filters of the cited works."""
    sources = library.kb.sources
    named = [argument for argument in arguments if argument in sources]
    if named:
        return named
    return [key for key in cited if key in sources and all(_fits(sources[key], text) for text in arguments)]


def _fits(source: Source, argument: str) -> bool:
    name, _, value = argument.partition("=")
    match name:
        case "lest":
            return source.read
        case "annenhånds":
            return not source.read
        case "type":
            return source.type == value
        case "fra":
            return year_of(source) >= value
        case "til":
            return "" < year_of(source) <= value
    return False
