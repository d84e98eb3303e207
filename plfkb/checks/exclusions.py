"""Rules about what an entry keeps from being linked by itself."""

from __future__ import annotations

from collections.abc import Iterator

from plfkb.checks.places import of_key
from plfkb.errors import Problem
from plfkb.languages import Said
from plfkb.linking.terms import TermIndex, all_names, fold
from plfkb.model import KnowledgeBase
from plfkb.norwegian.suggest import suggestion


def exclusions(kb: KnowledgeBase, terms: TermIndex) -> Iterator[Problem]:
    """``hverdagsord-fremmed`` and ``nolink-ukjent``: an exclusion that excludes nothing is a slip."""
    own: dict[str, list[str]] = {}
    for name in all_names(kb):
        own.setdefault(name.id, []).append(name.text)
    for concept in kb.concepts.values():
        known = {fold(name) for name in own[concept.id]}
        for word in concept.everyday_words:
            if fold(word) not in known:
                listed = ", ".join(own[concept.id])
                otherwise = Said(f"bruk et av disse: {listed}", f"use one of these: {listed}")
                hint = suggestion(word, own[concept.id], otherwise)
                yield Problem(
                    "hverdagsord-fremmed",
                    of_key(kb, concept, "everyday_words"),
                    {"word": word, "suggestion": hint},
                )
    for entry in kb.entries:
        for word in entry.nolink:
            found = terms.resolve(word)
            if not found.ids:
                otherwise = Said("skriv id-en til et oppslag", "write the id of an entry")
                hint = suggestion(word, found.candidates, otherwise)
                yield Problem(
                    "nolink-ukjent", of_key(kb, entry, "nolink"), {"word": word, "suggestion": hint}
                )
