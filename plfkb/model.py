"""The knowledge base as frozen values, each of which remembers the file and line it came from."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path

from plfkb.errors import Place, Problem
from plfkb.settings import Settings
from plfkb.works import Source


class RelationKind(StrEnum):
    """How one concept stands to another (SKOS, SKOS-AP-NO)."""

    BROADER = "broader"
    PART_OF = "part_of"
    RELATED = "related"
    CONTRASTS = "contrasts"


@dataclass(frozen=True, slots=True)
class Text:
    """A Markdown text and where it stands.

    ``raw`` is the text as it stands in the file when that differs from ``markdown`` (a folded YAML
    value); it serves to find the line of something inside the text.
    """

    markdown: str
    place: Place
    raw: str = ""

    def place_of(self, token: str, start: int = 0) -> Place:
        """The place of ``token``, which stands at character ``start`` of the text."""
        text, position = (self.raw, self._in_raw(token, start)) if self.raw else (self.markdown, start)
        lines = text.count("\n", 0, position)
        return Place(self.place.path, self.place.line + lines)

    def _in_raw(self, token: str, start: int) -> int:
        """Where in ``raw`` the token stands: YAML may have folded lines, so it is found by counting occurrences."""
        pattern = re.compile(r"\s+".join(map(re.escape, token.split())))
        before = sum(1 for match in pattern.finditer(self.markdown) if match.start() < start)
        found = [match.start() for match in pattern.finditer(self.raw)]
        return found[min(before, len(found) - 1)] if token.split() and found else 0


@dataclass(frozen=True, slots=True)
class Relation:
    """An edge of the concept graph as it is written in a file: from the entry to ``target`` (an id)."""

    kind: RelationKind
    target: str
    place: Place


@dataclass(frozen=True, slots=True)
class Discouraged:
    """A term that readers meet but should not use, with the reason if there is one to tell."""

    term: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a model or typology. ``id`` is set when the part has an entry of its own.

    ``loop`` names what leads back to this part from the last one. A part that is not ``ordered`` has no place in
    the order of the others.
    """

    label: str
    text: Text | None
    id: str | None
    place: Place
    loop: str = ""
    ordered: bool = True


@dataclass(frozen=True, slots=True)
class Credit:
    """Who wrote and vouched for an entry, when, and how far it has come."""

    authors: tuple[str, ...] = ()
    reviewed_by: tuple[str, ...] = ()
    created: date | None = None
    updated: date | None = None
    status: str = "utkast"

    @property
    def dated(self) -> date | None:
        """The day that a citation of the page gives."""
        return self.updated or self.created


@dataclass(frozen=True, slots=True)
class Concept:
    """An entry about one concept; the keys are those of the front matter (``plfkb.reading.fields``).

    ``hidden`` are words that people search with and that are no names: nothing shows them or links from them.
    """

    id: str
    place: Place
    term: str
    type: str
    theme: str
    definition: Text
    definition_basis: str
    body: Text
    also: tuple[str, ...] = ()
    discouraged: tuple[Discouraged, ...] = ()
    covers: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    en: tuple[str, ...] = ()
    nn: tuple[str, ...] = ()
    relations: tuple[Relation, ...] = ()
    parts: tuple[Part, ...] = ()
    drawing: str = ""
    everyday_words: tuple[str, ...] = ()
    nolink: tuple[str, ...] = ()
    redirects: tuple[str, ...] = ()
    replaced_by: str | None = None
    credit: Credit = Credit()

    @property
    def title(self) -> str:
        return self.term


@dataclass(frozen=True, slots=True)
class Dimension:
    """A row of a comparison: one text for each side, in the order of ``Comparison.between``."""

    name: str
    sides: Mapping[str, Text]
    basis: str
    place: Place


@dataclass(frozen=True, slots=True)
class Comparison:
    """An entry that sets two to five concepts side by side."""

    id: str
    place: Place
    title: str
    theme: str
    between: tuple[str, ...]
    summary: Text
    dimensions: tuple[Dimension, ...]
    body: Text
    hidden: tuple[str, ...] = ()
    nolink: tuple[str, ...] = ()
    redirects: tuple[str, ...] = ()
    credit: Credit = Credit()


Entry = Concept | Comparison


@dataclass(frozen=True, slots=True)
class Document:
    """Any other page of the site (``docs/``): its text may hold citations and links.

    ``redirects`` are addresses («verktoy/gammelt-navn») that lead to it. A page whose ``credit`` has a date is
    a work of its own that readers cite. ``course`` tells that it is a reading list for a course, ``searched`` that
    the site's search finds it.
    """

    place: Place
    body: Text
    redirects: tuple[str, ...] = ()
    credit: Credit = Credit()
    description: str = ""
    course: bool = False
    searched: bool = True


@dataclass(frozen=True, slots=True)
class Theme:
    """A subject field; every entry belongs to one."""

    id: str
    label: str
    about: str
    place: Place


@dataclass(frozen=True, slots=True)
class Planned:
    """An entry that is on the work list and has no page yet."""

    id: str
    term: str
    place: Place


@dataclass(frozen=True, slots=True)
class Promise:
    """An address («begrep/team/») that was published in an edition, and so must lead somewhere for good."""

    address: str
    edition: str
    place: Place


@dataclass(frozen=True, slots=True)
class KnowledgeBase:
    """Everything that was read, and every complaint about the reading of it.

    ``concepts``, ``comparisons``, ``sources``, ``themes`` and ``planned`` are keyed by id or key, ``published`` by
    address, in the order of the files. ``files`` holds the text of every file that could be decoded, by path.
    ``unread`` are the paths of the files that could not be read as what they are; each has been complained about.
    """

    root: Path
    settings: Settings = field(default_factory=Settings)
    concepts: Mapping[str, Concept] = field(default_factory=dict)
    comparisons: Mapping[str, Comparison] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    themes: Mapping[str, Theme] = field(default_factory=dict)
    planned: Mapping[str, Planned] = field(default_factory=dict)
    documents: tuple[Document, ...] = ()
    published: Mapping[str, Promise] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All entries: the concepts, then the comparisons."""
        return (*self.concepts.values(), *self.comparisons.values())

    def entry(self, id_: str) -> Entry | None:
        return self.concepts.get(id_) or self.comparisons.get(id_)
