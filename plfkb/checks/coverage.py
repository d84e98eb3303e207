"""How much of a planned inventory the knowledge base covers."""

from __future__ import annotations

from dataclasses import dataclass

from plfkb.linking import published
from plfkb.model import KnowledgeBase


@dataclass(frozen=True, slots=True)
class Wanted:
    """A row of an inventory: what must be found, and how much it matters (1 is most, 0 is unranked)."""

    id: str
    kind: str
    priority: int = 0


@dataclass(frozen=True, slots=True)
class Coverage:
    """Of the rows of one kind and priority: how many are found, and the ids that are not."""

    kind: str
    priority: int
    found: int
    missing: tuple[str, ...]


def coverage(kb: KnowledgeBase, wanted: list[Wanted]) -> tuple[Coverage, ...]:
    """A row is found when its id has a page or is an address that leads to one."""
    reached = {*kb.concepts, *kb.comparisons}
    reached |= {address.rstrip("/").rsplit("/", 1)[-1] for address in published.redirects(kb)}
    groups = sorted({(row.kind, row.priority) for row in wanted})
    rows = []
    for kind, priority in groups:
        ids = [row.id for row in wanted if (row.kind, row.priority) == (kind, priority)]
        missing = tuple(id_ for id_ in ids if id_ not in reached)
        rows.append(Coverage(kind, priority, len(ids) - len(missing), missing))
    return tuple(rows)
