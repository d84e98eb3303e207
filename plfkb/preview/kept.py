"""What cannot be read just now stays as it was when it could."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from plfkb.model import Comparison, Concept, KnowledgeBase
from plfkb.works import Source

_Item = TypeVar("_Item", Concept, Comparison, Source)


def with_last_good(kb: KnowledgeBase, before: KnowledgeBase | None) -> KnowledgeBase:
    """The knowledge base with what ``before`` holds of the files that could not be read, in the order of the files."""
    if before is None or not kb.unread:
        return kb
    taken = {entry.id for entry in kb.entries}

    def last_good(now: Mapping[str, _Item], then: Mapping[str, _Item], names: set[str]) -> dict[str, _Item]:
        kept = {key: item for key, item in then.items() if item.place.path in kb.unread and key not in names}
        if not kept:
            return dict(now)
        return dict(sorted({**now, **kept}.items(), key=lambda pair: pair[1].place))

    return replace(
        kb,
        concepts=last_good(kb.concepts, before.concepts, taken),
        comparisons=last_good(kb.comparisons, before.comparisons, taken),
        sources=last_good(kb.sources, before.sources, set(kb.sources)),
    )
