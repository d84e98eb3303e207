"""What has changed from one edition to the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from plfkb.editions.edition import Edition, Frozen


class ChangeKind(StrEnum):
    """The kinds of change, the weightiest first."""

    NEW = "ny"
    RETIRED = "utgatt"
    RENAMED = "navn"
    DEFINITION = "definisjon"
    TEXT = "tekst"


@dataclass(frozen=True, slots=True)
class Change:
    """One change of one entry. ``before`` and ``after`` hold the names, the definitions or the successor's address."""

    edition: Edition
    kind: ChangeKind
    entry: Frozen
    before: str = ""
    after: str = ""


def changes(editions: Sequence[Edition]) -> tuple[Change, ...]:
    """All changes, edition by edition in the order given (the oldest first). In the first, everything is new."""
    found: list[Change] = []
    previous: Edition | None = None
    for edition in editions:
        for entry in edition.entries.values():
            earlier = previous.entries.get(entry.address) if previous else None
            found += _of(edition, earlier, entry)
        for entry in previous.entries.values() if previous else ():
            if entry.address not in edition.entries:
                found.append(Change(edition, ChangeKind.RETIRED, entry))
        previous = edition
    return tuple(found)


def _of(edition: Edition, earlier: Frozen | None, entry: Frozen) -> Iterator[Change]:
    if earlier is None:
        yield Change(edition, ChangeKind.NEW, entry)
        return
    if entry.replaced_by and entry.replaced_by != earlier.replaced_by:
        yield Change(edition, ChangeKind.RETIRED, entry, after=entry.replaced_by)
    if entry.title != earlier.title:
        yield Change(edition, ChangeKind.RENAMED, entry, earlier.title, entry.title)
    if entry.definition != earlier.definition:
        yield Change(edition, ChangeKind.DEFINITION, entry, earlier.definition, entry.definition)
    elif entry.content != earlier.content and entry.title == earlier.title:
        yield Change(edition, ChangeKind.TEXT, entry)
