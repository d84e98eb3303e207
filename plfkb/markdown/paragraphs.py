"""The plain text of a block on a page, and where in it each of its elements stands."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from markdown.util import AMP_SUBSTITUTE, ETX, STX

_PLACEHOLDER = re.compile(f"{STX}[^{ETX}]*{ETX}")
_LISTS = ("ul", "ol")
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
BLOCKS = {"p", "li", "td", "th", "dd", "dt", "figcaption", "div", *HEADINGS}
ADVICE_CLASS = "plfkb-instead"
"""The class of words that the program has put into a sentence; they are no part of it."""


class Paragraph:
    """A block that is whole: every placeholder in it has been filled. It is walked once for all its elements."""

    def __init__(self, block: ElementTree.Element) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._spans: dict[ElementTree.Element, tuple[int, int]] = {}
        self._lists: list[tuple[int, int]] = []
        self._visit(block)
        self._text = "".join(self._pieces)

    def around(self, element: ElementTree.Element) -> tuple[str, str]:
        """The text before and after an element of the block.

        A list below a list item is not part of the item's own sentence, so what stands after goes without.
        """
        start, end = self._spans[element]
        after, position = "", end
        for list_start, list_end in self._lists:
            if list_start >= position:
                after += self._text[position:list_start]
                position = list_end
        return self._text[:start], after + self._text[position:]

    def _visit(self, node: ElementTree.Element) -> None:
        start = self._length
        if node.get("class") != ADVICE_CLASS:
            self._add(node.text)
            for child in node:
                self._visit(child)
                self._add(child.tail)
        self._spans[node] = span = start, self._length
        if node.tag in _LISTS:
            self._lists.append(span)

    def _add(self, text: str | None) -> None:
        if text:
            piece = clean(text)
            if piece.startswith(" ") and self._pieces and self._pieces[-1].endswith(" "):
                piece = piece[1:]
            if piece:
                self._pieces.append(piece)
                self._length += len(piece)


def heading_text(element: ElementTree.Element) -> str:
    """The text of a heading without the link to itself that ``toc`` adds at its end."""
    last = element[-1] if len(element) else None
    if last is None or last.get("class") != "headerlink":
        return plain(element)
    return plain(element).removesuffix(plain(last)).rstrip()


def plain(element: ElementTree.Element) -> str:
    """The text of an element without space around it."""
    return clean("".join(element.itertext())).strip()


def clean(text: str) -> str:
    """Text as it is read: one space for any white space, and nothing of what Python-Markdown has put away."""
    if STX in text:
        text = _PLACEHOLDER.sub("", text.replace(AMP_SUBSTITUTE, "&"))
    if not text:
        return ""
    if text.isprintable() and "  " not in text:
        return text  # already read as it is written: the only white space that is printable is a single space
    words = " ".join(text.split())
    if not words:
        return " "
    return f"{' ' * text[0].isspace()}{words}{' ' * text[-1].isspace()}"
