"""Taking rendered texts apart: the answer of a page, its headings."""

from __future__ import annotations

import re
from dataclasses import dataclass

from markupsafe import Markup

from plfkb import html_text
from plfkb.pages.parts import Section, inline

# A citation in brackets at the very end, with the full stop that follows it.
_LAST_CITATION = re.compile(
    r"(?P<text>.+?)\s*(?P<source><span class=\"plfkb-cite\" id=\"[^\"]*\">\((?:(?!</span>).)*\)</span>)"
    r"(?P<stop>[.!?]?)",
    re.DOTALL,
)
_HEADING_LINK = re.compile(r"(<a class=\"headerlink\" href=\"[^\"]*\" )title=(\"[^\"]*\")")


@dataclass(frozen=True, slots=True)
class Answer:
    """A definition or summary as HTML, and apart from it the citation that ends it (or nothing)."""

    text: Markup
    source: Markup


def answer(html: str) -> Answer:
    """A rendered definition or summary. A citation inside the text, or part of a sentence, stays where it is."""
    text = inline(html)
    match = _LAST_CITATION.fullmatch(text)
    if match is None:
        return Answer(text, Markup(""))
    return Answer(Markup(match["text"] + match["stop"]), Markup(match["source"]))


def named(html: str) -> str:
    """``html`` with the words about the links beside headings where a screen reader and a touch screen have them:
    the parser puts them in ``title``.
    """
    return _HEADING_LINK.sub(r"\1aria-label=\2", html)


def headings(html: str) -> tuple[Section, ...]:
    """The headings of the second level in a rendered text."""
    return tuple(Section(part.id, part.heading) for part in html_text.parts(html) if part.id)
