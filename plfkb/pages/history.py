"""The editions as readers meet them: the page of changes, and what an entry's own page says of its editions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from plfkb.editions.changes import Change, ChangeKind
from plfkb.editions.edition import Edition
from plfkb.editions.feed import label
from plfkb.interface.texts import Texts
from plfkb.linking import addresses
from plfkb.markdown.rendering import Library
from plfkb.norwegian.collation import sort_key
from plfkb.norwegian.words import written_date
from plfkb.pages.page import Page
from plfkb.pages.parts import Link, Section


@dataclass(frozen=True, slots=True)
class Release:
    """An edition on the page of changes. ``groups`` is empty for the first: everything in it is new."""

    section: Section
    day: str
    day_iso: str
    href: str
    entries: int
    groups: tuple[tuple[str, tuple[tuple[Link, Change], ...]], ...]


def releases(library: Library, texts: Texts, page: Page) -> tuple[Release, ...]:
    """The editions with what each changed, the newest first."""
    by_edition = {
        name: list(group) for name, group in groupby(library.changes, key=lambda change: change.edition.name)
    }
    editions = [item.edition for item in library.archives]
    return tuple(
        _release(texts, edition, () if edition is editions[0] else by_edition.get(edition.name, ()), page)
        for edition in reversed(editions)
    )


def _release(texts: Texts, edition: Edition, changes: Sequence[Change], page: Page) -> Release:
    groups = []
    for kind in ChangeKind:
        rows = sorted(
            (change for change in changes if change.kind is kind), key=lambda row: sort_key(row.entry.title)
        )
        if rows:
            links = tuple(
                (Link(row.entry.title, addresses.relative(row.entry.address, page.address)), row)
                for row in rows
            )
            groups.append((label(texts, rows[0]), links))
    return Release(
        Section(f"utgave-{edition.name.replace('.', '-')}", texts.say("changes.edition", name=edition.name)),
        written_date(edition.day, texts.language),
        edition.day.isoformat(),
        addresses.relative(edition.address, page.address),
        len(edition.entries),
        tuple(groups),
    )


def history(library: Library, texts: Texts, page: Page) -> tuple[Link, ...]:
    """The editions that an entry is in, the newest first, each with what changed in it."""
    notes = _notes(library, texts, page)
    return tuple(
        Link(
            item.edition.name,
            addresses.relative(item.edition.page(page.address), page.address),
            ", ".join(notes.get(item.edition.name, ())) or texts.say("changes.unchanged"),
        )
        for item in reversed(library.archives)
        if page.address in item.edition.entries
    )


def _notes(library: Library, texts: Texts, page: Page) -> dict[str, list[str]]:
    notes: dict[str, list[str]] = {}
    for change in library.changes_of.get(page.address, ()):
        notes.setdefault(change.edition.name, []).append(label(texts, change))
    return notes
