"""A build, put together without knowing the engine that writes the pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path

from plfkb import json_text
from plfkb.checks.levels import settled
from plfkb.editions import archive, feed
from plfkb.errors import Place, Problem
from plfkb.export import reference_files
from plfkb.export.data import Data
from plfkb.export.publication import Publication
from plfkb.interface.texts import Texts
from plfkb.linking import addresses
from plfkb.linking.uses import Origin, Use, by_target
from plfkb.markdown.rendering import Library, Rendering
from plfkb.model import KnowledgeBase
from plfkb.pages import articles, cards, courses, side_by_side
from plfkb.pages.courses import Course
from plfkb.pages.maker import Article, Maker, Uses
from plfkb.pages.overviews import listed
from plfkb.pages.page import Page, PageKind, pages
from plfkb.pages.redirects import redirects
from plfkb.reading.prose import SEPARATOR
from plfkb.search.documents import documents
from plfkb.search.files import files
from plfkb.search.opensearch import opensearch
from plfkb.search.postings import Read, joined, read

_UNPUBLISHED = Publication()

# A page, what its rendering brought to light, and the HTML that its Markdown became.
Rendered = tuple[Page, Rendering, str]

# Address and title of every page: the page for a missing address looks here for one that is like it.
PAGE_LIST = "assets/plfkb/sider.json"


class Site:
    """One build of one knowledge base.

    The engine asks for ``pages``, starts each page with ``begin``, hands in what Markdown made of it with
    ``collect``, and when every page has been handed in asks for each ``article``.
    """

    def __init__(self, kb: KnowledgeBase, texts: Texts, publication: Publication = _UNPUBLISHED) -> None:
        self.library = Library(kb)
        made = pages(kb, self.library.bibliography, texts, editions=bool(self.library.archives))
        self.pages = {page.address: page for page in made}
        self._maker = Maker(self.library, texts, publication)
        self._publication = publication
        self.rendered: dict[str, Rendered] = {}
        self._uses: Uses | None = None
        self._earlier: Site | None = None
        self._files: dict[str, Mapping[str, str]] = {}
        self._found: dict[str, Read] = {}

    @cached_property
    def _data(self) -> Data:
        return Data(self.library, self._publication)

    @property
    def files(self) -> Mapping[str, str]:
        """Files that are made of the knowledge base alone, by address: redirecting pages and data."""
        kb, texts = self.library.kb, self._maker.texts
        made = {f"{address}index.html": html for address, html in redirects(kb, texts).items()}
        made[side_by_side.NAMES] = side_by_side.names(self.library, listed(self.library))
        if any(document.course for document in kb.documents):
            made[courses.STYLE] = courses.links_style()
        if editions := [item.edition for item in self.library.archives]:
            made[feed.ADDRESS] = feed.atom(texts, kb.settings.author, editions, self.library.changes)
        if self._publication.url:
            made[addresses.OPENSEARCH] = opensearch(self._publication)
        return made | self._data.whole()

    @property
    def titles(self) -> dict[str, str]:
        """The title of every page that has been handed in, by address."""
        return {address: page.title for address, (page, _, _) in self.rendered.items()}

    @property
    def finished(self) -> Mapping[str, str]:
        """Files that need every page rendered, by address. Asked for when all pages have been handed in."""
        made = {PAGE_LIST: json_text.compact(list(self.titles.items()))}
        for address in self.rendered:
            made |= self._beside(address)
        for item in self._courses():
            address = f"{courses.links_address(item.page)}index.html"
            made[address] = courses.links_page(self._maker, item)
        found = self._read()
        return made | self._data.each() | files([item.document for item in found], joined(found))

    def write(self, folder: Path) -> None:
        """Write the files that ``finished`` names into a built site."""
        for address, content in self.finished.items():
            target, written = folder / address, content.encode()
            try:
                target.write_bytes(written)
            except FileNotFoundError:  # most folders are there: asking first would cost as much as writing
                target.parent.mkdir(parents=True)
                target.write_bytes(written)

    def _beside(self, address: str) -> Mapping[str, str]:
        """The files of one page, which depend on its own text alone."""
        if self._earlier and self._is_kept(address):
            self._files[address] = self._earlier._files[address]
        if address not in self._files:
            page, rendering, html = self.rendered[address]
            made: dict[str, str] = {}
            if rendering.listed:
                made |= self._data.references(f"{address}{reference_files.NAME}", rendering.listed)
            if card := cards.card(self._maker, page, html):
                made[f"{address}{cards.NAME}"] = card
            if page.kind is PageKind.CONCEPT:
                concept = self.library.kb.concepts[page.key]
                made[side_by_side.file_of(page.key)] = side_by_side.side(
                    self.library, self._maker.texts, concept, rendering, html
                )
            self._files[address] = made
        return self._files[address]

    def _read(self) -> list[Read]:
        """What each page is found by, in the order of the pages."""
        earlier = self._earlier._found if self._earlier else {}
        kept = {address: item for address, item in earlier.items() if self._is_kept(address)}
        fresh = [rendered for address, rendered in self.rendered.items() if address not in kept]
        made = read(documents(self.library, fresh), self.library.forms)
        found = kept | {item.document.address: item for item in made}
        self._found = {address: found[address] for address in self.rendered if address in found}
        return list(self._found.values())

    def _is_kept(self, address: str) -> bool:
        """Whether a page was not rendered again since the build that this one has adopted."""
        return self._earlier is not None and self.rendered[address] is self._earlier.rendered.get(address)

    def _courses(self) -> list[Course]:
        """The reading lists for courses among the pages that have been handed in."""
        documents = self._maker.documents
        titles = {
            page.address: page.title
            for page, _, _ in self.rendered.values()
            if courses.listed_kinds(page.address)
        }
        return [
            courses.course(page, html, titles)
            for page, _, html in self.rendered.values()
            if page.path in documents and documents[page.path].course
        ]

    def unpack_editions(self, folder: Path) -> None:
        """Write the pages of the published editions into a built site."""
        for item in self.library.archives:
            archive.unpack(item, folder)

    def begin(self, page: Page) -> Rendering:
        """What the Markdown extension needs for a page."""
        origin = Origin(page.address, page.title, page.kind)
        owner = page.key if page.kind in (PageKind.CONCEPT, PageKind.COMPARISON) else ""
        advice = self._maker.texts.say("term.advice", term="{term}")
        return Rendering(self.library, origin, page.path, owner, advice)

    def collect(self, page: Page, rendering: Rendering, html: str) -> None:
        if html.count(SEPARATOR) != page.markdown.count(SEPARATOR):
            place = Place(page.path)
            rendering.problems.append(Problem("avsnitt-uferdig", place, {"mark": SEPARATOR}))
        self.rendered[page.address] = page, rendering, html
        self._uses = None

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What the renderer complained about, beyond the check."""
        found = (problem for _, rendering, _ in self.rendered.values() for problem in rendering.problems)
        return tuple(settled(found, self.library.kb.settings))

    def article(self, address: str) -> Article:
        """The content of a page that has been handed in. KeyError when it has not."""
        page, rendering, html = self.rendered[address]
        return articles.make(self._maker, page, rendering, html, self.uses)

    @property
    def uses(self) -> Uses:
        """All uses on the pages that have been handed in."""
        if self._uses is None:
            renderings = [rendering for _, rendering, _ in self.rendered.values()]
            self._uses = Uses(
                by_target(_all(rendering.links for rendering in renderings)),
                by_target(_all(rendering.citations for rendering in renderings)),
                courses.lists_of(self._courses()),
            )
        return self._uses

    def adopt(self, earlier: Site) -> None:
        """Take over what an earlier build worked out. The two differ in nothing but the texts of entries and pages."""
        self._earlier = earlier
        self.library.adopt(earlier.library)

    def release(self) -> None:
        """Let go of the build that was adopted, when all has been asked for."""
        self._earlier = None

    def restore(self, rendered: Rendered) -> None:
        """Hand in a page as it was handed in to the build that this one has adopted."""
        page, rendering, _ = rendered
        rendering.library = self.library
        self.rendered[page.address] = rendered
        self._uses = None

    def arrange(self, addresses: Iterable[str]) -> None:
        """Put the pages that have been handed in in the order of these addresses."""
        self.rendered = {address: self.rendered[address] for address in addresses}
        self._uses = None


def _all(groups: Iterable[Iterable[Use]]) -> Iterable[Use]:
    return (use for group in groups for use in group)
