"""Rules about texts that must be one paragraph, and about pages that must not stand in each other's way."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plfkb.checks.text import texts
from plfkb.errors import Problem
from plfkb.linking import addresses, published
from plfkb.model import Concept, KnowledgeBase, Text
from plfkb.reading.prose import SEPARATOR

_BLOCK = re.compile(
    r"(?:[-*+]|\d+[.)])[ \t]|#{1,6}[ \t]|>|`{3}|~{3}|\||<(?:div|p|ul|ol|table|pre)\b", re.IGNORECASE
)


def paragraphs(kb: KnowledgeBase) -> Iterator[Problem]:
    """``ett-avsnitt``: what stands in front matter is one paragraph."""
    for entry in kb.entries:
        if isinstance(entry, Concept):
            yield from _paragraph(entry.definition, "definisjonen")
            for part in entry.parts:
                if part.text is not None:
                    yield from _paragraph(part.text, f"delen «{part.label}»")
        else:
            yield from _paragraph(entry.summary, "sammendraget (summary)")
            for dimension in entry.dimensions:
                for side in dimension.sides.values():
                    yield from _paragraph(side, f"en celle i raden «{dimension.name}»")


def _paragraph(text: Text, key: str) -> Iterator[Problem]:
    lines = text.markdown.split("\n")
    if any(not line.strip() for line in lines):
        yield Problem("ett-avsnitt", text.place, {"key": key, "why": "det har en tom linje"})
    elif block := next((line for line in lines if _BLOCK.match(line.lstrip())), None):
        start = block.split()[0][:12]
        why = f"«{start}» i begynnelsen av linja betyr noe eget i Markdown"
        yield Problem("ett-avsnitt", text.place, {"key": key, "why": why})


def unfinished(kb: KnowledgeBase) -> Iterator[Problem]:
    """``avsnitt-uferdig``: no text holds the mark that keeps texts apart."""
    for _, text in texts(kb):
        if SEPARATOR in text.markdown:
            place = text.place_of(SEPARATOR, text.markdown.index(SEPARATOR))
            yield Problem("avsnitt-uferdig", place, {"mark": SEPARATOR})


def reviewers(kb: KnowledgeBase) -> Iterator[Problem]:
    """``fagvurdert-uten-navn``."""
    for entry in kb.entries:
        if entry.credit.status == "fagvurdert" and not entry.credit.reviewed_by:
            yield Problem("fagvurdert-uten-navn", entry.place)


def places(kb: KnowledgeBase) -> Iterator[Problem]:
    """``adresse-opptatt``: an address belongs to one page."""
    taken = {
        addresses.CONCEPTS: "oversikten over begreper",
        addresses.COMPARISONS: "oversikten over sammenlikninger",
        addresses.SOURCES: "oversikten over kilder",
        addresses.SOURCES_BY_YEAR: "kildene etter år",
        addresses.SOURCES_BY_TYPE: "kildene etter type",
        addresses.THEMES: "oversikten over temaer",
        addresses.TYPES: "begrepene etter type",
    }
    for address, place in published.pages(kb):
        # A file called index stands for its folder.
        own = address.removesuffix("index/") if address.endswith("/index/") else address
        other = taken.setdefault(own, place.path)
        if other != place.path:
            yield Problem("adresse-opptatt", place, {"address": own, "other": other})
