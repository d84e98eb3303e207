"""Inline patterns: what looks like a citation or a link becomes a placeholder, filled in when the page is whole.

Python-Markdown runs inline patterns out of document order, so nothing that depends on what came before
(abbreviations, numbering, the sentence around) can be settled here.
"""

from __future__ import annotations

import re
from xml.etree import ElementTree

from markdown import Markdown
from markdown.inlinepatterns import (
    LINK_RE,
    REFERENCE_RE,
    InlineProcessor,
    LinkInlineProcessor,
    ReferenceInlineProcessor,
    ShortReferenceInlineProcessor,
)
from markdown.util import STX

from plfkb.linking import wikilinks
from plfkb.markdown.table_bars import BAR
from plfkb.references import grammar

CITATION_TAG = "plfkb-citation"
LINK_TAG = "plfkb-link"

# After code (190), escapes (180), links (160-120) and HTML (90), before emphasis (60), which would eat «_» in keys.
# A place worth asking the grammar about. Only the first character is consumed, so that nothing inside is skipped.
_CANDIDATE = re.compile(r"\[(?=[^\[\]]*@)|@|-@")

LINK_PRIORITY = 86
CITATION_PRIORITY = 85

# What Markdown's own links try at each bracket costs as much as formatting a citation. A bracket that begins as a
# citation and is not followed by what would make it the text of a link need not be tried.
_A_CITATION = r"(?!-?@[^\[\]]*\]{})"


def spare_citations(md: Markdown) -> None:
    """Let Markdown's own patterns for links pass over brackets that are no link."""
    link = LinkInlineProcessor(LINK_RE + _A_CITATION.format(r"(?!\()"), md)
    reference = ReferenceInlineProcessor(REFERENCE_RE + _A_CITATION.format(r"(?!\s?\[)"), md)
    short = ShortReferenceInlineProcessor(REFERENCE_RE + _A_CITATION.format(""), md)
    md.inlinePatterns.register(reference, "reference", 170)
    md.inlinePatterns.register(link, "link", 160)
    md.inlinePatterns.register(short, "short_reference", 130)


class CitationPattern(InlineProcessor):
    """Finds citations with the grammar of ``plfkb.references.grammar``."""

    ANCESTOR_EXCLUDES = ("a", LINK_TAG)

    def __init__(self, md: Markdown) -> None:
        super().__init__(_CANDIDATE.pattern, md)

    def getCompiledRegExp(self) -> re.Pattern[str]:  # noqa: N802 (the name is Python-Markdown's)
        return _CANDIDATE

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], data: str
    ) -> tuple[ElementTree.Element | None, int | None, int | None]:
        found = grammar.match_at(data, m.start())
        if found is None:
            return None, None, None
        element = ElementTree.Element(CITATION_TAG)
        source = data[found.start : found.end]
        element.set("source", self.unescape(source) if STX in source else source)
        return element, found.start, found.end


class LinkPattern(InlineProcessor):
    """Finds [[target]] and [[target|words]]; the words may hold other inline Markdown."""

    ANCESTOR_EXCLUDES = ("a",)

    def __init__(self, md: Markdown) -> None:
        super().__init__(
            wikilinks.PATTERN.replace(r"(?:\|(?P", rf"(?:[|{BAR}](?P").replace("|])", f"|{BAR}])"), md
        )

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], data: str
    ) -> tuple[ElementTree.Element, int, int]:
        element = ElementTree.Element(LINK_TAG)
        element.set("target", " ".join(self.unescape(m["target"]).split()))
        element.text = (m["words"] or m["target"]).strip()
        return element, m.start(), m.end()
