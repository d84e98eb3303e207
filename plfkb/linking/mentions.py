"""Concepts mentioned in running text, in any inflected form of one of their names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plfkb.linking.phrases import Name, Phrases, Role
from plfkb.linking.terms import all_names, fold, planned_names
from plfkb.model import KnowledgeBase
from plfkb.norwegian.forms import Forms


@dataclass(frozen=True, slots=True)
class Mention:
    """The characters ``start`` to ``end`` of a text are a form of ``name``."""

    start: int
    end: int
    name: Name


class Mentions:
    """Finds mentions. Where two concepts may be meant, none is; the longest name wins over those inside it.

    What an entry ``covers`` is not looked for: its page is about something larger than the word. Nor are titles of
    comparisons, which are no terms. Everyday words, terms of planned entries and of entries that have a successor
    are recognised, so that nothing inside them is taken for a mention, and not told.
    """

    def __init__(self, kb: KnowledgeBase, forms: Forms) -> None:
        retired = {concept.id for concept in kb.concepts.values() if concept.replaced_by}
        everyday = {
            (concept.id, fold(word)) for concept in kb.concepts.values() for word in concept.everyday_words
        }
        common = {fold(word) for word in kb.settings.everyday_words}
        names = [name for name in all_names(kb) if name.id in kb.concepts and name.role is not Role.COVERS]
        contested = _contested(names)
        self._silent = {
            name
            for name in names
            if name.id in retired
            or (name.id, fold(name.text)) in everyday
            or fold(name.text) in common | contested
        } | set(planned_names(kb))
        self._phrases = Phrases((*names, *planned_names(kb)), forms)

    def find(self, text: str) -> Iterator[Mention]:
        """The mentions in a paragraph's text, in order."""
        for found in self._phrases.find(text):
            name = _meant(text[found.start : found.end], found.names)
            if name is None or name in self._silent:
                continue
            yield Mention(found.start, found.end, name)


def names_of(kb: KnowledgeBase) -> object:
    """All that names are understood and found by, to be compared with that of another knowledge base."""
    about = [
        (concept.id, concept.replaced_by is not None, concept.everyday_words)
        for concept in kb.concepts.values()
    ]
    return all_names(kb), list(kb.planned.values()), list(kb.comparisons), about, kb.settings.everyday_words


def _contested(names: Iterable[Name]) -> set[str]:
    """Names, folded, that several entries have and none, or more than one, has for its term."""
    owners: dict[str, dict[str, Role]] = {}
    for name in names:
        owners.setdefault(fold(name.text), {}).setdefault(name.id, name.role)
    return {
        name
        for name, roles in owners.items()
        if len(roles) > 1 and list(roles.values()).count(Role.TERM) != 1
    }


def _meant(written: str, names: tuple[Name, ...]) -> Name | None:
    """The one name that is meant: as it is written before inflected, preferred terms before others."""
    exact = [name for name in names if fold(name.text) == fold(written)]
    candidates = exact or list(names)
    candidates = [name for name in candidates if name.role is Role.TERM] or candidates
    return candidates[0] if len({name.id for name in candidates}) == 1 else None
