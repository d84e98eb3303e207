"""Rules about what an entry says of itself, beyond the form of its front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plfkb.checks.places import of_key
from plfkb.checks.text import DEFINITION, SUMMARY, comparison_texts, concept_texts
from plfkb.errors import Place, Problem
from plfkb.languages import Said
from plfkb.linking.phrases import Name, Role
from plfkb.linking.terms import all_names, fold
from plfkb.model import Concept, KnowledgeBase, Text
from plfkb.norwegian.suggest import suggestion
from plfkb.reading.front_matter import headings

SECTIONS = ("Opphav", "Kjennetegn", "I praksis", "Kritikk og uenighet", "Refleksjonsspørsmål")
COMPARISON_SECTIONS = ("Hvorfor skillet betyr noe", "I praksis", "Kritikk og uenighet", "Refleksjonsspørsmål")
LONGEST_DEFINITION = 60
TEMPLATE_MARK = "SKRIV HER"

_KEYS = {
    Role.TERM: "term",
    Role.ALSO: "also",
    Role.FORM: "forms",
    Role.NYNORSK: "nn",
    Role.COVERS: "covers",
    Role.DISCOURAGED: "discouraged",
}
"""Where the names of each kind stand."""

_ATTRIBUTES = re.compile(r"\s*\{[^{}]*\}$")
_CITATION = re.compile(r"\[[^\[\]]*@[^\[\]]*\]")


def names(kb: KnowledgeBase) -> Iterator[Problem]:
    """``dobbel-term``: a name leads to one entry."""
    first: dict[str, Name] = {}
    entries = {entry.id: entry for entry in kb.entries}
    for name in all_names(kb):
        other = first.setdefault(fold(name.text), name)
        if other.id != name.id:
            facts = {
                "name": name.text,
                "role": name.role.said,
                "other_role": other.role.said,
                "other": entries[other.id].place.path,
            }
            entry = entries[name.id]
            key = _KEYS[name.role] if isinstance(entry, Concept) else "title"
            yield Problem("dobbel-term", of_key(kb, entry, key), facts)


def themes(kb: KnowledgeBase) -> Iterator[Problem]:
    """``ukjent-tema``, when the knowledge base has a list of themes."""
    listed = ", ".join(kb.themes)
    otherwise = Said(f"bruk et av disse: {listed}", f"use one of these: {listed}")
    for entry in kb.entries:
        if kb.themes and entry.theme not in kb.themes:
            facts = {"theme": entry.theme, "suggestion": suggestion(entry.theme, kb.themes, otherwise)}
            yield Problem("ukjent-tema", of_key(kb, entry, "theme"), facts)


def definitions(kb: KnowledgeBase) -> Iterator[Problem]:
    """``definisjon-uten-kilde`` and ``definisjon-for-lang``."""
    for entry in kb.entries:
        text = entry.definition if isinstance(entry, Concept) else entry.summary
        key = DEFINITION if isinstance(entry, Concept) else SUMMARY
        yield from _definition(text, key)


def _definition(text: Text, key: Said) -> Iterator[Problem]:
    if "@" not in text.markdown and TEMPLATE_MARK not in text.markdown:
        yield Problem("definisjon-uten-kilde", text.place, {"key": key})
    words = len(_CITATION.sub("", text.markdown).split())
    if words > LONGEST_DEFINITION:
        yield Problem("definisjon-for-lang", text.place, {"key": key, "words": words})


def templates(kb: KnowledgeBase) -> Iterator[Problem]:
    """``mal-uferdig``: nothing is left of the template of ``plfkb new``. Told once for each entry."""
    for entry in kb.entries:
        for text in concept_texts(entry) if isinstance(entry, Concept) else comparison_texts(entry):
            if TEMPLATE_MARK in text.markdown:
                place = text.place_of(TEMPLATE_MARK, text.markdown.index(TEMPLATE_MARK))
                yield Problem("mal-uferdig", place, {"mark": TEMPLATE_MARK})
                break


def sections(kb: KnowledgeBase) -> Iterator[Problem]:
    """``overskrift-ukjent`` and ``overskrift-rekkefolge``: entries have the same parts in the same order."""
    for entry in kb.entries:
        order = SECTIONS if isinstance(entry, Concept) else COMPARISON_SECTIONS
        known = ", ".join(order)
        latest = -1
        for level, written, offset in headings(entry.body.markdown):
            heading = _ATTRIBUTES.sub("", written)
            place = Place(entry.body.place.path, entry.body.place.line + offset)
            if level != 2:
                continue
            if heading not in order:
                yield Problem("overskrift-ukjent", place, {"heading": heading, "known": known})
                continue
            position = order.index(heading)
            if position < latest:
                facts = {"heading": heading, "previous": order[latest], "known": known}
                yield Problem("overskrift-rekkefolge", place, facts)
            latest = max(latest, position)
