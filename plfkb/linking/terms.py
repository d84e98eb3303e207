"""The index of names: from what a contributor writes between [[ and ]] to the entry that is meant."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from plfkb.languages import Said
from plfkb.model import KnowledgeBase
from plfkb.norwegian.suggest import nearest


class Role(StrEnum):
    """What a name is to the entry it belongs to."""

    TERM = "anbefalt term"
    ALSO = "tillatt term"
    FORM = "bøyingsform"
    COVERS = "dekket navn"
    DISCOURAGED = "frarådd term"

    @property
    def said(self) -> Said:
        return Said(self.value, _ROLES_IN_ENGLISH[self])


_ROLES_IN_ENGLISH = {
    Role.TERM: "the preferred term",
    Role.ALSO: "an admitted term",
    Role.FORM: "an inflected form",
    Role.COVERS: "a covered name",
    Role.DISCOURAGED: "a discouraged term",
}


@dataclass(frozen=True, slots=True)
class Target:
    """What a name leads to.

    ``ids`` holds one id when the name is understood, several when it is ambiguous, none when it is unknown.
    ``planned`` tells that the one entry has no page yet. ``candidates`` are the nearest names for the unknown.
    """

    ids: tuple[str, ...] = ()
    planned: bool = False
    candidates: tuple[str, ...] = ()

    @property
    def id(self) -> str | None:
        return self.ids[0] if len(self.ids) == 1 else None


def fold(name: str) -> str:
    """A name as it is compared: composed Unicode, no case, one space between words."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", name)).strip().casefold()


class TermIndex:
    """All names of all entries. Built once for a knowledge base; never guesses."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self._ids: Mapping[str, bool] = {
            **dict.fromkeys(kb.planned, True),
            **dict.fromkeys((*kb.concepts, *kb.comparisons), False),
        }
        names: dict[str, dict[str, Role]] = {}
        for id_, name, role in all_names(kb):
            names.setdefault(fold(name), {}).setdefault(id_, role)
        for planned in kb.planned.values():
            if planned.id not in kb.concepts and planned.id not in kb.comparisons:
                names.setdefault(fold(planned.term), {}).setdefault(planned.id, Role.TERM)
        self._names = names

    def resolve(self, target: str) -> Target:
        """The entry that an id or a name leads to. Ids come first, then preferred terms."""
        if target in self._ids:
            return Target((target,), self._ids[target])
        owners = self._names.get(fold(target), {})
        preferred = [id_ for id_, role in owners.items() if role is Role.TERM]
        ids = tuple(preferred if len(preferred) == 1 else owners)
        if len(ids) == 1:
            return Target(ids, self._ids[ids[0]])
        return Target(ids) if ids else Target(candidates=nearest(target, (*self._ids, *self._names)))


def all_names(kb: KnowledgeBase) -> list[tuple[str, str, Role]]:
    """Every (id, name, role) of the concepts, in the order of the files."""
    found: list[tuple[str, str, Role]] = []
    for concept in kb.concepts.values():
        found.append((concept.id, concept.term, Role.TERM))
        found += [(concept.id, name, Role.ALSO) for name in concept.also]
        found += [(concept.id, name, Role.FORM) for name in concept.forms]
        found += [(concept.id, name, Role.COVERS) for name in concept.covers]
        found += [(concept.id, item.term, Role.DISCOURAGED) for item in concept.discouraged]
    found += [(comparison.id, comparison.title, Role.TERM) for comparison in kb.comparisons.values()]
    return found
