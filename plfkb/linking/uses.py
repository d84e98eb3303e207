"""Where an entry or a source is used: collected while pages render, shown when all have rendered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Origin:
    """A page that uses something: its address, its title and what kind of page it is."""

    url: str
    title: str
    kind: str


class Use(NamedTuple):
    """One place where a page names an entry or cites a source.

    ``target`` is an id or a key. ``anchor`` is the element's id on the page. ``before``, ``words`` and
    ``after`` make up the sentence, with the mention in the middle. ``via`` is the source through which a
    work is known, ``locator`` the place in the work. ``section`` is the heading above. ``found`` tells that the
    program has recognised the mention; otherwise the author has linked it.
    """

    target: str
    origin: Origin
    anchor: str
    section: str
    before: str
    words: str
    after: str
    locator: str = ""
    via: str = ""
    found: bool = False


def by_target(uses: Iterable[Use]) -> Mapping[str, tuple[Use, ...]]:
    found: dict[str, list[Use]] = {}
    for use in uses:
        found.setdefault(use.target, []).append(use)
    return {target: tuple(items) for target, items in found.items()}
