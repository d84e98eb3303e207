"""The texts of a knowledge base, each scanned once for citations and links."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from plfkb.errors import Place
from plfkb.languages import Said
from plfkb.linking import wikilinks
from plfkb.linking.wikilinks import WikiLink
from plfkb.model import Comparison, Concept, KnowledgeBase, Text
from plfkb.plain_text import shown
from plfkb.reading.prose import prose
from plfkb.references import grammar
from plfkb.references.near_misses import near_misses
from plfkb.works import Cluster

DEFINITION = Said("definisjonen", "the definition")
SUMMARY = Said("sammendraget (summary)", "the summary")


@dataclass(frozen=True, slots=True)
class Scanned:
    """A text with what was found in it. ``owner`` is the id of the entry it belongs to, or empty for other pages.

    ``prose`` is the text without code, and ``cited`` the (start, end) of each citation in it.
    """

    owner: str
    text: Text
    prose: str
    cited: tuple[tuple[int, int], ...]
    clusters: tuple[tuple[Cluster, Place], ...]
    links: tuple[tuple[WikiLink, Place], ...]
    near_misses: tuple[tuple[str, Place], ...]
    broken_links: tuple[tuple[str, Place], ...]

    @property
    def shown(self) -> str:
        """The words that a reader meets."""
        return shown(self.prose, self.cited)


def scan_all(kb: KnowledgeBase) -> tuple[Scanned, ...]:
    return tuple(scan(owner, text) for owner, text in texts(kb))


def texts(kb: KnowledgeBase) -> Iterator[tuple[str, Text]]:
    """Every text of the knowledge base with the id of its entry (empty for other pages)."""
    for concept in kb.concepts.values():
        yield from ((concept.id, text) for text in concept_texts(concept))
    for comparison in kb.comparisons.values():
        yield from ((comparison.id, text) for text in comparison_texts(comparison))
    for document in kb.documents:
        yield "", document.body


def concept_texts(concept: Concept) -> tuple[Text, ...]:
    """The texts of an entry in the order in which a reader meets them."""
    return (concept.definition, *(part.text for part in concept.parts if part.text), concept.body)


def comparison_texts(comparison: Comparison) -> tuple[Text, ...]:
    sides = (text for dimension in comparison.dimensions for text in dimension.sides.values())
    return (comparison.summary, *sides, comparison.body)


@lru_cache(maxsize=2**14)  # the preview checks the same texts again and again
def scan(owner: str, text: Text) -> Scanned:
    """The links and citations of a text, with those that nearly are some. ``owner`` is the id of its entry."""
    written = plain = prose(text.markdown)
    links: list[tuple[WikiLink, Place]] = []
    if "[[" in plain:
        links += [(link, text.place_of(f"[[{link.target}", link.start)) for link in wikilinks.find(plain)]
        plain = wikilinks.blank(plain)
    broken = tuple(
        (
            text.markdown[start : start + 30].split("\n")[0],
            text.place_of(text.markdown[start : start + 30], start),
        )
        for start in wikilinks.broken(plain)
    )
    if "@" not in plain:
        return Scanned(owner, text, written, (), (), tuple(links), (), broken)
    citations = tuple(grammar.find(plain))
    cited = tuple((found.start, found.end) for found in citations)
    clusters = tuple(
        (found.cluster, text.place_of(text.markdown[found.start : found.end], found.start))
        for found in citations
    )
    misses = tuple(
        (text.markdown[start:end], text.place_of(text.markdown[start:end], start))
        for start, end in near_misses(plain)
    )
    return Scanned(owner, text, written, cited, clusters, tuple(links), misses, broken)
