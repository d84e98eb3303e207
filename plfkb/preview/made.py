"""The pages of one build: which are as the build before made them, and which have to be made anew.

A page is made in two steps, and each is kept while it would come out alike: its Markdown is rendered, and when all texts
have been, its article is made. What a step asked of the knowledge base is noted (``plfkb.preview.asked``).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from plfkb.markdown.rendering import Rendering
from plfkb.pages.articles import Rendered
from plfkb.pages.maker import Article
from plfkb.pages.page import Page, PageKind
from plfkb.preview.asked import Known, Notes, asking, certain
from plfkb.preview.outline import Outline, outline
from plfkb.reading.inserts import find as find_inserts
from plfkb.site import Site


@dataclass(frozen=True, slots=True)
class _Made:
    """An article, what it was made from besides the answers that are noted, and whether these are all there is to it."""

    own: object
    notes: Notes
    article: Article
    whole: bool


class Build:
    """Each page that the engine renders goes through ``begin``; ``keeps`` and ``restore`` are for those it need not.
    When all have been handed in, ``make`` makes the articles.
    """

    def __init__(self, site: Site, before: Build | None) -> None:
        self.site = site
        self._before = before
        self._texts: dict[str, Notes] = {}
        self._made: dict[str, _Made] = {}
        self.fresh: set[str] = set()
        """The addresses of the pages whose articles are others than before."""
        if before is not None:
            site.adopt(before.site)
        self._certain = certain(site.library, before.site.library) if before else frozenset()

    def keeps(self, address: str) -> bool:
        """Whether the text of a page would be rendered as it was, if it is still what it was."""
        notes = self._before._texts.get(address) if self._before else None
        if notes is None or self._before is None:
            return False
        page = self.site.pages.get(address)
        same = page is None or page == self._before.site.rendered[address][0]
        return same and Known(self.site.library).holds(notes, self._certain)

    def begin(self, page: Page) -> Rendering:
        """What the engine needs to render a page."""
        notes = self._texts[page.address] = {}
        library, _ = asking(Known(self.site.library), notes)
        return self.site.begin(page, library)

    def restore(self, address: str) -> Rendered:
        """Hand in a page as it was handed in to the build before."""
        assert self._before is not None
        self._texts[address] = self._before._texts[address]
        rendered = self._before.site.rendered[address]
        self.site.restore(rendered)
        return rendered

    def make(self, addresses: Iterable[str]) -> None:
        """Make the articles, in this order, of the pages that have been handed in."""
        site = self.site
        site.arrange(addresses)
        known = Known(site.library, site.uses)
        for address in site.rendered:
            own = self._own(address)
            earlier = self._before._made.get(address) if self._before else None
            if (
                earlier is not None
                and earlier.whole
                and earlier.own == own
                and known.holds(earlier.notes, self._certain)
            ):
                self._made[address] = earlier
                continue
            notes: Notes = {}
            whole = self._is_whole(address)
            if whole and not self._is_overview(address):
                article = site.article(address, *asking(known, notes))
            else:
                article = site.article(address)
            self._made[address] = _Made(own, notes, article, whole)
            if earlier is None or earlier.own != own or earlier.article != article:
                self.fresh.add(address)

    def article(self, address: str) -> Article:
        return self._made[address].article

    def done(self) -> None:
        """Let go of the build before, when all has been made."""
        self._before = None

    @cached_property
    def _outline(self) -> Outline:
        return outline(self.site.library.kb)

    def _own(self, address: str) -> object:
        """What a page is made of that is not asked for."""
        page, rendering, html = self.site.rendered[address]
        return page, rendering.listed, html, self._outline if self._is_overview(address) else None

    def _is_overview(self, address: str) -> bool:
        return self.site.rendered[address][0].kind in (PageKind.THEME, PageKind.OVERVIEW)

    def _is_whole(self, address: str) -> bool:
        """Whether a page is made of its own text and of what it asks. Inserts and lists go through everything there is."""
        page, _, html = self.site.rendered[address]
        match page.kind:
            case PageKind.OVERVIEW:
                return page.key not in _ALWAYS
            case PageKind.DOCUMENT:
                documents = self.site.library.kb.documents
                course = any(document.course for document in documents if document.place.path == page.path)
                return bool(address) and not course and not find_inserts(html)
        return True


_ALWAYS = frozenset({"kilder", "kilder-etter-ar", "kilder-etter-type"})
"""Overviews that count the citations of the whole site."""
