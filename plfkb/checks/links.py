"""Rules about links in text and relations between entries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plfkb.checks.text import Scanned
from plfkb.errors import Place, Problem
from plfkb.languages import Said
from plfkb.linking import relations
from plfkb.linking.terms import TermIndex
from plfkb.model import KnowledgeBase, RelationKind
from plfkb.norwegian.suggest import suggestion


def links(terms: TermIndex, scanned: Iterable[Scanned]) -> Iterator[Problem]:
    """``ukjent-lenke``, ``tvetydig-lenke``, ``lenke-uten-side`` and ``lenke-til-seg-selv``."""
    for text in scanned:
        for start, place in text.broken_links:
            yield Problem("uleselig-lenke", place, {"text": start})
        for link, place in text.links:
            problem = judge_link(terms, link.target, text.owner, place)
            if problem is not None:
                yield problem


def judge_link(terms: TermIndex, target: str, owner: str, place: Place) -> Problem | None:
    """What is wrong with a link to ``target`` from the entry ``owner``, if anything."""
    found = terms.resolve(target)
    if not found.ids:
        otherwise = Said(
            "skriv id-en eller termen til et oppslag, eller ta bort klammene",
            "write the id or the term of an entry, or take away the brackets",
        )
        facts = {"target": target, "suggestion": suggestion(target, found.candidates, otherwise)}
        return Problem("ukjent-lenke", place, facts)
    if found.id is None:
        return Problem("tvetydig-lenke", place, {"target": target, "candidates": ", ".join(found.ids)})
    if found.id == owner:
        return Problem("lenke-til-seg-selv", place, {"target": target})
    if found.planned:
        return Problem("lenke-uten-side", place, {"target": found.id})
    return None


def targets(kb: KnowledgeBase) -> Iterator[Problem]:
    """``relasjon-til-seg-selv``, ``relasjon-til-ingenting`` and ``relasjon-uten-side``."""
    for concept in kb.concepts.values():
        for relation in concept.relations:
            yield from _target(kb, concept.id, relation.kind.value, relation.target, relation.place)
        for part in concept.parts:
            if part.id is not None:
                yield from _target(kb, concept.id, "parts", part.id, part.place)
        if concept.replaced_by is not None:
            yield from _target(kb, concept.id, "replaced_by", concept.replaced_by, concept.place)
    for comparison in kb.comparisons.values():
        for id_ in comparison.between:
            yield from _target(kb, comparison.id, "between", id_, comparison.place)


def _target(kb: KnowledgeBase, owner: str, key: str, target: str, place: Place) -> Iterator[Problem]:
    facts: dict[str, object] = {"key": key, "target": target}
    if target == owner:
        yield Problem("relasjon-til-seg-selv", place, facts)
    elif target in kb.concepts:
        return
    elif target in kb.planned:
        yield Problem("relasjon-uten-side", place, facts)
    else:
        known = (*kb.concepts, *kb.planned)
        otherwise = Said(
            f"rett id-en, eller sett «{target}» på arbeidslista i planlagt.yml",
            f"mend the id, or put “{target}” on the work list in planlagt.yml",
        )
        facts["suggestion"] = suggestion(target, known, otherwise)
        yield Problem("relasjon-til-ingenting", place, facts)


def doubles(kb: KnowledgeBase) -> Iterator[Problem]:
    """``relasjon-dobbel``: a pair of entries stands in one relation only."""
    first: dict[frozenset[str], tuple[RelationKind, Place]] = {}
    for concept in kb.concepts.values():
        for relation in concept.relations:
            pair = frozenset((concept.id, relation.target))
            kind, place = first.setdefault(pair, (relation.kind, relation.place))
            if kind is not relation.kind:
                facts = {
                    "target": relation.target,
                    "key": relation.kind.value,
                    "other_key": kind.value,
                    "other": str(place),
                }
                yield Problem("relasjon-dobbel", relation.place, facts)


def rings(kb: KnowledgeBase) -> Iterator[Problem]:
    """``relasjon-sirkel`` for broader and part_of."""
    for kind in (RelationKind.BROADER, RelationKind.PART_OF):
        for ring in relations.cycles(kb, kind):
            path = " → ".join((*ring, ring[0]))
            yield Problem("relasjon-sirkel", kb.concepts[ring[0]].place, {"key": kind.value, "path": path})


def planned(kb: KnowledgeBase) -> Iterator[Problem]:
    """``planlagt-er-skrevet``."""
    for row in kb.planned.values():
        if row.id in kb.concepts or row.id in kb.comparisons:
            yield Problem("planlagt-er-skrevet", row.place, {"target": row.id})
