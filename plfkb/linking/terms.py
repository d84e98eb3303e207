"""The index of names: from what a contributor writes between [[ and ]] to the entry that is meant."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from plfkb.linking.phrases import Name, Phrases, Role
from plfkb.model import KnowledgeBase
from plfkb.norwegian.forms import Forms
from plfkb.norwegian.suggest import nearest


@dataclass(frozen=True, slots=True)
class Target:
    """What a name leads to.

    ``ids`` holds one id when the name is understood, several when it is ambiguous, none when it is unknown.
    ``role`` is what the name is to that one entry, None for an id. ``planned`` tells that the one entry has no page
    yet. ``candidates`` are the nearest names for the unknown.
    """

    ids: tuple[str, ...] = ()
    role: Role | None = None
    planned: bool = False
    candidates: tuple[str, ...] = ()

    @property
    def id(self) -> str | None:
        return self.ids[0] if len(self.ids) == 1 else None


def fold(name: str) -> str:
    """A name as it is compared: composed Unicode, no case, one space between words."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", name)).strip().casefold()


class TermIndex:
    """All names of all entries. Built once for a knowledge base; never guesses.

    ``forms`` is asked only for what is no name as it stands, so that most knowledge bases never load a dictionary.
    """

    def __init__(self, kb: KnowledgeBase, forms: Forms | None = None) -> None:
        self._forms = forms or Forms()
        self._ids: Mapping[str, bool] = {
            **dict.fromkeys(kb.planned, True),
            **dict.fromkeys((*kb.concepts, *kb.comparisons), False),
        }
        names: dict[str, dict[str, Role]] = {}
        self._all = (*all_names(kb), *planned_names(kb))
        for name in self._all:
            names.setdefault(fold(name.text), {}).setdefault(name.id, name.role)
        self._names = names

    def resolve(self, target: str) -> Target:
        """The entry that an id or a name leads to. Ids come first, then names as written, preferred terms before others,
        then inflected forms of names.
        """
        if target in self._ids:
            return Target((target,), planned=self._ids[target])
        owners = self._names.get(fold(target)) or self._inflected(target)
        preferred = [id_ for id_, role in owners.items() if role is Role.TERM]
        ids = tuple(preferred if len(preferred) == 1 else owners)
        if len(ids) == 1:
            return Target(ids, owners[ids[0]], self._ids[ids[0]])
        return Target(ids) if ids else Target(candidates=nearest(target, (*self._ids, *self._names)))

    def _inflected(self, target: str) -> Mapping[str, Role]:
        owners: dict[str, Role] = {}
        for name in self._phrases.whole(target):
            if owners.get(name.id) is not Role.TERM:
                owners[name.id] = name.role
        return owners

    @cached_property
    def _phrases(self) -> Phrases:
        return Phrases(self._all, self._forms)


def all_names(kb: KnowledgeBase) -> list[Name]:
    """Every name of the entries, in the order of the files."""
    found: list[Name] = []
    for concept in kb.concepts.values():
        found.append(Name(concept.id, concept.term, Role.TERM))
        found += [Name(concept.id, name, Role.ALSO) for name in concept.also]
        found += [Name(concept.id, name, Role.FORM) for name in concept.forms]
        found += [Name(concept.id, name, Role.NYNORSK) for name in concept.nn]
        found += [Name(concept.id, name, Role.COVERS) for name in concept.covers]
        found += [Name(concept.id, item.term, Role.DISCOURAGED) for item in concept.discouraged]
    found += [Name(comparison.id, comparison.title, Role.TERM) for comparison in kb.comparisons.values()]
    return found


def planned_names(kb: KnowledgeBase) -> list[Name]:
    """The terms of planned entries that have no page yet."""
    planned = (row for row in kb.planned.values() if kb.entry(row.id) is None)
    return [Name(row.id, row.term, Role.TERM) for row in planned]
