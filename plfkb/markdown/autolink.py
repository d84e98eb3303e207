"""Links that come by themselves: the first mention of a concept in a section of an entry.

Works on the finished tree, so that headings, links, code and quotations are known for what they are. A section goes
from one heading to the next; the parts of a model, and the cells of a comparison, are one section together. The first
text of an entry is left alone: a definition is an answer that is read at a glance and quoted, and what it mentions
is met again in the text below.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import NamedTuple
from xml.etree import ElementTree

from plfkb.linking.mentions import Mentions
from plfkb.linking.phrases import Name
from plfkb.markdown.paragraphs import BLOCKS, HEADINGS, heading_text
from plfkb.reading.prose import SEPARATOR

FOUND_CLASS = "plfkb-term plfkb-term--found"

# What is not running text: links, code, words of others, and headings of tables and lists.
_LEFT_ALONE = {
    "a",
    "blockquote",
    "caption",
    "cite",
    "code",
    "dt",
    "kbd",
    "pre",
    "q",
    "samp",
    "script",
    "style",
    "th",
}
_LEFT_ALONE_CLASSES = {"plfkb-cite", "plfkb-planned"}
_STASHED = re.compile("\x02wzxhzdk:(\\d+)\x03")
_HARMLESS_HTML = re.compile(r"\s*(?:&|<!--|</?w?br\b)", re.IGNORECASE)
_QUOTE = re.compile(r"[«»“”„\"]")
_OPENING, _CLOSING = "«„", "»"


@dataclass(frozen=True, slots=True)
class FoundLink:
    """A mention that has become an element, still without address. ``section`` is the heading it stands under."""

    element: ElementTree.Element
    block: ElementTree.Element
    section: str
    name: Name


@dataclass(slots=True)
class _Block:
    """A paragraph, list item or cell: what has been read of it, and whether a quotation is open."""

    element: ElementTree.Element
    text: str = ""
    quoted: bool = False
    raw_html: bool = False


class _Spot(NamedTuple):
    """A piece of running text: what follows ``child`` in ``parent``, or opens it; it begins at ``offset`` of the block."""

    parent: ElementTree.Element
    child: ElementTree.Element | None
    text: str
    block: _Block
    offset: int
    section: int
    heading: str
    quotations: tuple[tuple[int, int], ...]


class _Reading:
    """One walk through a tree: its pieces of running text, and in which section which concepts are linked by hand."""

    def __init__(
        self, root: ElementTree.Element, stash: Sequence[object], made: Mapping[ElementTree.Element, str]
    ) -> None:
        self.spots: list[_Spot] = []
        self.linked: set[tuple[int, str]] = set()
        self._stash = stash
        self._made = made
        self._section = 0
        self._heading = ""
        self._text = 0
        self._last_text = sum(1 for child in root if self._separates(child))
        self._walk(root, _Block(root))

    def _walk(self, element: ElementTree.Element, block: _Block) -> None:
        self._read(element, None, element.text, block)
        for child in element:
            if self._separates(child):
                self._text += 1
                if self._text in (1, self._last_text):
                    self._begin("")
            elif child.tag in HEADINGS:
                self._begin(heading_text(child))
                self._pass(child, block)
            elif (
                child.tag in _LEFT_ALONE
                or child.get("class") in _LEFT_ALONE_CLASSES
                or _opens(child, element, block)
            ):
                self._pass(child, block)
            else:
                self._walk(child, _Block(child) if child.tag in BLOCKS else block)
            self._read(element, child, child.tail, block)

    def _begin(self, heading: str) -> None:
        self._section += 1
        self._heading = heading

    def _pass(self, element: ElementTree.Element, block: _Block) -> None:
        """Go past an element that is left alone: its links count, its words are not looked at."""
        for link in element.iter():
            if link in self._made:
                self.linked.add((self._section, self._made[link]))
        block.text += "".join(element.itertext())

    def _read(
        self, parent: ElementTree.Element, child: ElementTree.Element | None, text: str | None, block: _Block
    ) -> None:
        if not text:
            return
        for stashed in _STASHED.finditer(text) if "\x02" in text else ():
            raw = self._stash[int(stashed[1])]
            block.raw_html = block.raw_html or not (isinstance(raw, str) and _HARMLESS_HTML.match(raw))
        quotations = tuple(_quotations(text, block)) if block.quoted or _QUOTE.search(text) else ()
        if self._text or not self._last_text:
            self.spots.append(
                _Spot(parent, child, text, block, len(block.text), self._section, self._heading, quotations)
            )
        block.text += text

    def _separates(self, element: ElementTree.Element) -> bool:
        """Whether an element is the mark between two texts of an entry, put away by the parser."""
        stashed = _STASHED.fullmatch((element.text or "").strip()) if element.tag == "p" else None
        return stashed is not None and str(self._stash[int(stashed[1])]).strip() == SEPARATOR


def autolink(
    root: ElementTree.Element,
    stash: Sequence[object],
    mentions: Mentions,
    made: Mapping[ElementTree.Element, str],
    quiet: Set[str],
) -> Iterator[FoundLink]:
    """Make elements of the first mentions and give them in the order of the page.

    ``stash`` is the parser's store of raw HTML, ``made`` the links that are there already with the ids they lead to,
    ``quiet`` the ids that are never linked to from here.
    """
    reading = _Reading(root, stash, made)
    linked = reading.linked
    for spot in reading.spots:
        if spot.block.raw_html:  # an element of the author's own may begin anywhere in it
            continue
        found: list[tuple[int, int, FoundLink]] = []
        for mention in mentions.find(spot.text):
            id_ = mention.name.id
            if (
                id_ in quiet
                or (spot.section, id_) in linked
                or not _stands_alone(spot, mention.start, mention.end)
            ):
                continue
            linked.add((spot.section, id_))
            element = ElementTree.Element("a", {"class": FOUND_CLASS})
            element.text = spot.text[mention.start : mention.end]
            link = FoundLink(element, spot.block.element, spot.heading, mention.name)
            found.append((mention.start, mention.end, link))
        _insert(spot, found)
        yield from (link for _, _, link in found)


def _opens(child: ElementTree.Element, parent: ElementTree.Element, block: _Block) -> bool:
    """Whether an element is the heading of its paragraph: bold words at the very beginning."""
    return child.tag == "strong" and parent is block.element and not block.text.strip()


def _stands_alone(spot: _Spot, start: int, end: int) -> bool:
    """Whether the words stand outside quotations and are not part of a word that goes on in another element."""
    if any(opened < end and start < closed for opened, closed in spot.quotations):
        return False
    around = spot.block.text[spot.offset + start - 1 : spot.offset + start] if spot.offset + start else ""
    around += spot.block.text[spot.offset + end : spot.offset + end + 1]
    return not any(letter.isalnum() for letter in around)


def _insert(spot: _Spot, found: Sequence[tuple[int, int, FoundLink]]) -> None:
    if not found:
        return
    before = spot.text[: found[0][0]]
    if spot.child is None:
        position = 0
        spot.parent.text = before
    else:
        position = list(spot.parent).index(spot.child) + 1
        spot.child.tail = before
    ends = [start for start, _, _ in found[1:]] + [len(spot.text)]
    for number, ((_, end, link), following) in enumerate(zip(found, ends, strict=True)):
        link.element.tail = spot.text[end:following]
        spot.parent.insert(position + number, link.element)


def _quotations(text: str, block: _Block) -> Iterator[tuple[int, int]]:
    """The stretches of a text that are quoted. One that is not closed goes on to the end of the block."""
    start = 0
    for mark in _QUOTE.finditer(text):
        opens = mark[0] in _OPENING or (mark[0] not in _CLOSING and not block.quoted)
        if opens and not block.quoted:
            start = mark.start()
        elif block.quoted and not opens:
            yield start, mark.end()
        block.quoted = opens
    if block.quoted:
        yield start, len(text)
