"""What the knowledge base knows only through others, and how much it leans on it: the library's reading list."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from plfkb.checks.text import Scanned
from plfkb.model import KnowledgeBase


@dataclass(frozen=True, slots=True)
class SecondHand:
    """A work that nobody here has read: how many citations name it, in how many entries, and through which works."""

    key: str
    citations: int
    entries: int
    through: tuple[str, ...]


def second_hand(kb: KnowledgeBase, scanned: Iterable[Scanned]) -> tuple[SecondHand, ...]:
    """The works that are known only second-hand, the most used first."""
    count: Counter[str] = Counter()
    places: defaultdict[str, set[str]] = defaultdict(set)
    through: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for text in scanned:
        for cluster, place in text.clusters:
            for citation in cluster.citations:
                source = kb.sources.get(citation.key)
                if source is None or source.read or not citation.via:
                    continue
                count[citation.key] += 1
                places[citation.key].add(place.path)
                through[citation.key][citation.via] += 1
    rows = [
        SecondHand(key, uses, len(places[key]), tuple(via for via, _ in through[key].most_common()))
        for key, uses in count.items()
    ]
    return tuple(sorted(rows, key=lambda row: (-row.citations, row.key)))
