"""Rules about texts that must be one paragraph, and about pages that must not stand in each other's way."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from plfkb.checks.places import of_key
from plfkb.checks.text import DEFINITION, SUMMARY, texts
from plfkb.errors import Problem
from plfkb.languages import Said
from plfkb.linking import addresses, published
from plfkb.model import Concept, KnowledgeBase, Text
from plfkb.reading.prose import SEPARATOR

_BLOCK = re.compile(
    r"(?:[-*+]|\d+[.)])[ \t]|#{1,6}[ \t]|>|`{3}|~{3}|\||<(?:div|p|ul|ol|table|pre)\b", re.IGNORECASE
)

OVERVIEWS: Mapping[str, Said] = MappingProxyType(
    {
        addresses.CONCEPTS: Said("oversikten over begreper", "the overview of concepts"),
        addresses.COMPARISONS: Said("oversikten over sammenlikninger", "the overview of comparisons"),
        addresses.SOURCES: Said("oversikten over kilder", "the overview of sources"),
        addresses.SOURCES_BY_YEAR: Said("kildene etter år", "the sources by year"),
        addresses.SOURCES_BY_TYPE: Said("kildene etter type", "the sources by type"),
        addresses.THEMES: Said("oversikten over temaer", "the overview of themes"),
        addresses.MAP: Said("kartet", "the map"),
        addresses.SIDE_BY_SIDE: Said("siden for å sammenlikne to oppslag", "the page to compare two entries"),
        addresses.TYPES: Said("begrepene etter type", "the concepts by type"),
        addresses.CHANGES: Said("oversikten over endringer", "the overview of changes"),
    }
)
"""What the pages that no file gives rise to are called, by address."""


def paragraphs(kb: KnowledgeBase) -> Iterator[Problem]:
    """``ett-avsnitt``: what stands in front matter is one paragraph."""
    for entry in kb.entries:
        if isinstance(entry, Concept):
            yield from _paragraph(entry.definition, DEFINITION)
            for part in entry.parts:
                if part.text is not None:
                    yield from _paragraph(
                        part.text, Said(f"delen «{part.label}»", f"the part “{part.label}”")
                    )
        else:
            yield from _paragraph(entry.summary, SUMMARY)
            for dimension in entry.dimensions:
                for side in dimension.sides.values():
                    yield from _paragraph(
                        side,
                        Said(f"en celle i raden «{dimension.name}»", f"a cell in the row “{dimension.name}”"),
                    )


def _paragraph(text: Text, key: Said) -> Iterator[Problem]:
    lines = text.markdown.split("\n")
    if any(not line.strip() for line in lines):
        yield Problem(
            "ett-avsnitt",
            text.place,
            {"key": key, "why": Said("det har en tom linje", "it has an empty line")},
        )
    elif block := next((line for line in lines if _BLOCK.match(line.lstrip())), None):
        start = block.split()[0][:12]
        why = Said(
            f"«{start}» i begynnelsen av linja betyr noe eget i Markdown",
            f"“{start}” at the start of the line has a meaning of its own in Markdown",
        )
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
            yield Problem("fagvurdert-uten-navn", of_key(kb, entry, "status"))


def dates(kb: KnowledgeBase) -> Iterator[Problem]:
    """``dato-rekkefolge``: what was changed was made before."""
    for entry in kb.entries:
        created, updated = entry.credit.created, entry.credit.updated
        if created and updated and updated < created:
            facts = {"created": created, "updated": updated}
            yield Problem("dato-rekkefolge", of_key(kb, entry, "updated"), facts)


def places(kb: KnowledgeBase) -> Iterator[Problem]:
    """``adresse-opptatt``: an address belongs to one page."""
    taken: dict[str, str | Said] = {**OVERVIEWS}
    for address, place in published.pages(kb):
        own = standing(address)
        other = taken.setdefault(own, place.path)
        if other != place.path:
            yield Problem("adresse-opptatt", place, {"address": own, "other": other})


def standing(address: str) -> str:
    """The address under which a page is found: a file called index stands for its folder."""
    return address.removesuffix("index/") if address.endswith("/index/") else address
