"""``sokeord-overflodig``: a hidden search word that does nothing."""

from __future__ import annotations

from collections.abc import Iterator

from plfkb.checks.places import of_key
from plfkb.errors import Problem
from plfkb.languages import Said
from plfkb.linking.terms import all_names, fold
from plfkb.model import Concept, KnowledgeBase


def superfluous(kb: KnowledgeBase) -> Iterator[Problem]:
    """A word that is a name of the entry already, or that stands twice. Two entries may share one."""
    taken: dict[str, set[str]] = {}
    for name in all_names(kb):
        taken.setdefault(name.id, set()).add(fold(name.text))
    for entry in kb.entries:
        names = taken[entry.id]
        if isinstance(entry, Concept):
            names |= set(map(fold, entry.en))
        seen: set[str] = set()
        for word in entry.hidden:
            why = None
            if fold(word) in names:
                why = Said("er alt et navn på oppslaget", "is a name of the entry already")
            elif fold(word) in seen:
                why = Said("står der to ganger", "stands there twice")
            if why is not None:
                yield Problem("sokeord-overflodig", of_key(kb, entry, "hidden"), {"word": word, "why": why})
            seen.add(fold(word))
