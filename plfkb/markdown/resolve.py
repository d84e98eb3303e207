"""The last pass over a page: placeholders become links, and every use is written down with its sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import NamedTuple
from xml.etree import ElementTree

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from plfkb.errors import Place, Problem
from plfkb.languages import Said
from plfkb.linking import addresses
from plfkb.linking.phrases import Role
from plfkb.linking.sentences import sentence
from plfkb.linking.uses import Use
from plfkb.markdown.autolink import autolink
from plfkb.markdown.inline import CITATION_TAG, LINK_TAG
from plfkb.markdown.paragraphs import ADVICE_CLASS, BLOCKS, HEADINGS, Paragraph, heading_text, plain
from plfkb.markdown.rendering import Rendering
from plfkb.model import Comparison
from plfkb.references import grammar
from plfkb.references.runs import Run
from plfkb.works import Citation, Cluster

_NO_SUCH_SOURCE = Said(
    "rett nøkkelen, eller legg kilden til i litteraturlista",
    "mend the key, or add the source to the bibliography",
)
_NO_SUCH_ENTRY = Said("skriv id-en eller termen til et oppslag", "write the id or the term of an entry")
_SENTENCE_START = re.compile(r"(?:^|[.!?:][»”\"')\]]*\s)\s*[«“\"(]*$")


class _Mention(NamedTuple):
    """A filled placeholder whose sentence is to be written down when the whole page is filled."""

    element: ElementTree.Element
    block: ElementTree.Element
    section: str
    anchor: str
    words: str


class Resolver(Treeprocessor):
    """Runs after ``toc``, so that headings have their ids."""

    def __init__(self, md: Markdown, make: Callable[[], Rendering]) -> None:
        super().__init__(md)
        self.make = make
        self.introduced: frozenset[str] = frozenset()
        self.counts: dict[str, int] = {}
        self.section = ""
        self.cited: list[tuple[_Mention, Cluster]] = []
        self.linked: list[tuple[_Mention, str]] = []
        self.found: list[tuple[_Mention, str]] = []
        self.made: dict[ElementTree.Element, str] = {}

    @cached_property
    def rendering(self) -> Rendering:
        return self.make()

    def run(self, root: ElementTree.Element) -> None:
        self._walk(root, root)
        self._autolink(root)
        paragraphs: dict[ElementTree.Element, Paragraph] = {}
        for mention, cluster in self.cited:
            before, after = _sentence(mention, paragraphs)
            for citation in cluster.citations:
                self._cited(citation, mention, before, after)
        for mentions, found in ((self.linked, False), (self.found, True)):
            for mention, id_ in mentions:
                before, after = _sentence(mention, paragraphs)
                origin, words = self.rendering.origin, mention.words
                use = Use(id_, origin, mention.anchor, mention.section, before, words, after, found=found)
                self.rendering.links.append(use)

    def _walk(self, element: ElementTree.Element, block: ElementTree.Element) -> None:
        """Document order: an element's own placeholders before what follows it."""
        for child in list(element):
            inner = child if child.tag in BLOCKS else block
            if child.tag in HEADINGS:
                self.section = heading_text(child)
            if child.tag == CITATION_TAG:
                self._citation(child, block)
            elif child.tag == LINK_TAG:
                self._walk(child, inner)
                self._link(child, block)
            else:
                self._walk(child, inner)

    def _citation(self, element: ElementTree.Element, block: ElementTree.Element) -> None:
        cluster = grammar.parse(element.attrib.pop("source"))
        assert cluster is not None  # the inline pattern has parsed the same text
        start = cluster.narrative and bool(_SENTENCE_START.search(Paragraph(block).around(element)[0]))
        bibliography = self.rendering.library.bibliography
        shown = bibliography.in_text(cluster, self.introduced, start)
        self.introduced = shown.introduced
        anchor = self._anchor("sitat", str(len(self.cited) + 1))
        element.tag = "span"
        element.set("class", "plfkb-cite")
        element.set("id", anchor)
        for key in bibliography.listed(cluster):
            self.rendering.listed.setdefault(key, []).append(anchor)
        _fill(element, list(self._runs(shown.runs)))
        words = "".join(run.text for run in shown.runs)
        self.cited.append((_Mention(element, block, self.section, anchor, words), cluster))

    def _cited(self, citation: Citation, mention: _Mention, before: str, after: str) -> None:
        """Write a citation down for its work, and for the work through which that is known."""
        for key, locator, via in (
            (citation.key, citation.locator, citation.via),
            (citation.via, citation.via_locator, ""),
        ):
            if key in self.rendering.library.kb.sources:
                origin, section, anchor = self.rendering.origin, mention.section, mention.anchor
                use = Use(key, origin, anchor, section, before, mention.words, after, locator, via)
                self.rendering.citations.append(use)
            elif key:
                facts = {"key": key, "suggestion": _NO_SUCH_SOURCE}
                self.rendering.problems.append(Problem("ukjent-kilde", Place(self.rendering.path), facts))

    def _runs(self, runs: tuple[Run, ...]) -> Iterator[str | ElementTree.Element]:
        """Runs as text and elements; a run that belongs to a work is a link to it."""
        kb = self.rendering.library.kb
        for run in runs:
            if not run.italic and not run.key:
                yield run.text
                continue
            element = ElementTree.Element("em") if run.italic else ElementTree.Element("a")
            element.text = AtomicString(run.text)
            if run.key and run.key in kb.sources:
                link = element
                if run.italic:
                    link = ElementTree.Element("a")
                    link.append(element)
                link.set("class", "plfkb-cite__link")
                link.set("href", self._source_link(run.key))
                yield link
            elif run.italic:
                yield element
            else:
                yield run.text

    def _source_link(self, key: str) -> str:
        if key in self.rendering.listed:
            return f"#ref-{addresses.slug(key)}"
        return self.rendering.url(addresses.source(key))

    def _link(self, element: ElementTree.Element, block: ElementTree.Element) -> None:
        target = element.attrib.pop("target")
        library = self.rendering.library
        meant = library.terms.resolve(target)
        id_ = meant.id
        address = library.address(id_) if id_ is not None else None
        if id_ is None or address is None or id_ == self.rendering.owner:
            element.tag = "span"
            if id_ is None:
                place = Place(self.rendering.path)
                facts = {"target": target, "suggestion": _NO_SUCH_ENTRY}
                self.rendering.problems.append(Problem("ukjent-lenke", place, facts))
            elif id_ != self.rendering.owner:
                element.set("class", "plfkb-planned")
            return
        if element.text == target and target == id_:
            element.text = library.name(id_)
        element.tag = "a"
        element.set("class", "plfkb-term")
        self.made[element] = id_
        mention = self._refer(element, block, id_, self.section)
        if meant.role is Role.DISCOURAGED and element.text == target:
            element.append(self._advice(id_))
        if mention is not None:
            self.linked.append((mention, id_))

    def _autolink(self, root: ElementTree.Element) -> None:
        """Link what an entry mentions without its author having linked it."""
        library = self.rendering.library
        entry = library.kb.entry(self.rendering.owner)
        if entry is None or library.kb.settings.autolink == "nei":
            return
        quiet = {entry.id, *(entry.between if isinstance(entry, Comparison) else ())}
        quiet.update(id_ for word in entry.nolink for id_ in library.terms.resolve(word).ids)
        stash = self.md.htmlStash.rawHtmlBlocks
        for link in autolink(root, stash, library.mentions, self.made, quiet):
            mention = self._refer(link.element, link.block, link.name.id, link.section)
            if link.name.role is Role.DISCOURAGED:
                link.element.append(self._advice(link.name.id))
            if mention is not None:
                self.found.append((mention, link.name.id))

    def _refer(
        self, element: ElementTree.Element, block: ElementTree.Element, id_: str, section: str
    ) -> _Mention | None:
        """Give a link its address and, outside headings, an anchor by which it can be found."""
        address = self.rendering.library.address(id_)
        assert address is not None  # only entries with a page are linked to
        words = plain(element)
        element.set("href", self.rendering.url(address))
        if block.tag in HEADINGS:
            return None
        anchor = self._anchor("nevnt", id_)
        element.set("id", anchor)
        return _Mention(element, block, section, anchor, words)

    def _advice(self, id_: str) -> ElementTree.Element:
        """What to say instead of a discouraged term, beside it for everyone to see."""
        note = ElementTree.Element("span", {"class": ADVICE_CLASS})
        words = self.rendering.advice.format(term=self.rendering.library.name(id_))
        note.text = AtomicString(f" ({words})")
        return note

    def _anchor(self, prefix: str, name: str) -> str:
        """An id that no other element on the page has; the first mention of a thing keeps the plain one."""
        anchor = f"{prefix}-{name}"
        count = self.counts[anchor] = self.counts.get(anchor, 0) + 1
        return anchor if count == 1 else f"{anchor}-{count}"


def _fill(element: ElementTree.Element, pieces: list[str | ElementTree.Element]) -> None:
    """Give an element content of text and elements. Text is atomic: Markdown leaves it alone."""
    last: ElementTree.Element | None = None
    for piece in pieces:
        if isinstance(piece, ElementTree.Element):
            element.append(piece)
            last = piece
        elif last is None:
            element.text = AtomicString((element.text or "") + piece)
        else:
            last.tail = AtomicString((last.tail or "") + piece)


def _sentence(mention: _Mention, paragraphs: dict[ElementTree.Element, Paragraph]) -> tuple[str, str]:
    """What stands before and after a mention in its sentence; ``paragraphs`` keeps what has been walked."""
    paragraph = paragraphs.get(mention.block)
    if paragraph is None:
        paragraph = paragraphs[mention.block] = Paragraph(mention.block)
    return sentence(*paragraph.around(mention.element))
