"""What rendering a page needs to know, and what comes out of it besides HTML."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from plfkb.editions import archive
from plfkb.editions.archive import Archive
from plfkb.editions.changes import Change, changes
from plfkb.errors import Problem
from plfkb.linking import addresses
from plfkb.linking.mentions import Mentions, names_of
from plfkb.linking.relations import Graph, graph
from plfkb.linking.terms import TermIndex
from plfkb.linking.uses import Origin, Use
from plfkb.model import KnowledgeBase
from plfkb.norwegian.forms import Forms
from plfkb.reading.prose import SEPARATOR
from plfkb.references.bibliography import Bibliography
from plfkb.references.runs import Runs, to_html, to_text


@dataclass(frozen=True, repr=False)
class Library:
    """A knowledge base with what is worked out from it once per build."""

    kb: KnowledgeBase

    @cached_property
    def bibliography(self) -> Bibliography:
        return Bibliography(self.kb.sources)

    @cached_property
    def forms(self) -> Forms:
        return Forms()

    @cached_property
    def terms(self) -> TermIndex:
        return TermIndex(self.kb, self.forms)

    @cached_property
    def mentions(self) -> Mentions:
        return Mentions(self.kb, self.forms)

    @cached_property
    def graph(self) -> Graph:
        return graph(self.kb)

    @cached_property
    def reference_html(self) -> Mapping[str, str]:
        """The list entry of every source as HTML: many pages show the same ones."""
        return {key: to_html(runs) for key, runs in self._references.items()}

    @cached_property
    def reference_text(self) -> Mapping[str, str]:
        """The same as plain text."""
        return {key: to_text(runs) for key, runs in self._references.items()}

    @cached_property
    def _references(self) -> Mapping[str, Runs]:
        return {key: self.bibliography.reference(key) for key in self.kb.sources}

    @cached_property
    def archives(self) -> tuple[Archive, ...]:
        """The editions that have been published, the oldest first."""
        return archive.read(self.kb)[0]

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """What each edition changed, in their order."""
        return changes([item.edition for item in self.archives])

    @cached_property
    def changes_of(self) -> Mapping[str, tuple[Change, ...]]:
        """The changes by the address of the entry."""
        found: dict[str, list[Change]] = {}
        for change in self.changes:
            found.setdefault(change.entry.address, []).append(change)
        return {address: tuple(rows) for address, rows in found.items()}

    def adopt(self, earlier: Library) -> None:
        """Take over what was worked out from an earlier state of the knowledge base and would be the same from this one.

        The editions must be the same in both.
        """
        same = {"forms", "archives", "changes", "changes_of"}
        if self.kb.sources == earlier.kb.sources:
            same |= {"bibliography", "reference_html", "reference_text", "_references"}
        if names_of(self.kb) == names_of(earlier.kb):
            same |= {"terms", "mentions"}
        for name in same & vars(earlier).keys():
            vars(self)[name] = vars(earlier)[name]

    def address(self, id_: str) -> str | None:
        """The address of an entry's page, None when it has none."""
        if id_ in self.kb.concepts:
            return addresses.concept(id_)
        return addresses.comparison(id_) if id_ in self.kb.comparisons else None

    def in_use(self, id_: str) -> bool:
        """Whether an id is that of a concept that has no successor."""
        concept = self.kb.concepts.get(id_)
        return concept is not None and concept.replaced_by is None

    def name(self, id_: str) -> str:
        """What an entry is called, also one without a page."""
        entry = self.kb.entry(id_)
        if entry is not None:
            return entry.title
        return self.kb.planned[id_].term if id_ in self.kb.planned else id_


@dataclass
class Rendering:
    """One page on its way through the Markdown parser.

    ``owner`` is the id of the entry that the page is about, or empty. ``advice`` is what is said beside a discouraged
    term. The extension adds to ``links`` and
    ``citations`` (the uses, in the order of the page), to ``listed`` (keys for the reference list) and to
    ``problems``. It is made for one page and thrown away after it.
    """

    library: Library
    origin: Origin
    path: str
    owner: str = ""
    advice: str = "anbefalt: {term}"
    links: list[Use] = field(default_factory=list)
    citations: list[Use] = field(default_factory=list)
    listed: dict[str, list[str]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def url(self, address: str) -> str:
        """An address relative to the root of the site, as a link from this page."""
        return addresses.relative(address, self.origin.url)


def joined(texts: list[str]) -> str:
    """Texts of one page as one Markdown document, so that they share citations and are parsed in one go."""
    return f"\n\n{SEPARATOR}\n\n".join(texts)


def parted(html: str) -> list[str]:
    """The rendered texts, in the order in which they were joined."""
    return [part.strip() for part in html.split(SEPARATOR)]
