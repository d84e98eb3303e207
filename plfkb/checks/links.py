"""Rules about links in text and relations between entries."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from pathlib import PurePosixPath

from plfkb.checks.places import of_key
from plfkb.checks.text import Scanned
from plfkb.errors import Place, Problem
from plfkb.languages import Said
from plfkb.linking import relations
from plfkb.linking.moves import moves
from plfkb.linking.terms import TermIndex, fold
from plfkb.model import KnowledgeBase, RelationKind
from plfkb.norwegian.suggest import suggestion
from plfkb.reading.knowledge_base import PLANNED


def links(kb: KnowledgeBase, terms: TermIndex, scanned: Iterable[Scanned]) -> Iterator[Problem]:
    """``ukjent-lenke``, ``tvetydig-lenke``, ``lenke-uten-side`` and ``lenke-til-seg-selv``."""
    moved = moves(kb)
    for text in scanned:
        for start, place in text.broken_links:
            yield Problem("uleselig-lenke", place, {"text": start})
        for link, place in text.links:
            if link.target in moved:
                continue  # complained about where it can be mended
            problem = judge_link(terms, link.target, text.owner, place)
            if problem is not None and problem.rule == "ukjent-lenke":
                problem = _unread(kb, link.target, place) or problem
            if problem is not None:
                yield problem


def courses(kb: KnowledgeBase, terms: TermIndex, scanned: Iterable[Scanned]) -> Iterator[Problem]:
    """``pensum-uten-side``: what a reading list for a course lists can be read."""
    lists = {document.place.path for document in kb.documents if document.course}
    for text in scanned:
        if text.text.place.path in lists:
            for link, place in text.links:
                found = terms.resolve(link.target)
                if found.planned and found.id is not None:
                    yield Problem("pensum-uten-side", place, {"target": found.id})


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
    moved = moves(kb)
    for concept in kb.concepts.values():
        for relation in concept.relations:
            yield from _target(kb, moved, concept.id, relation.kind.value, relation.target, relation.place)
        for part in concept.parts:
            if part.id is not None:
                yield from _target(kb, moved, concept.id, "parts", part.id, part.place)
        if concept.replaced_by is not None:
            place = of_key(kb, concept, "replaced_by")
            yield from _target(kb, moved, concept.id, "replaced_by", concept.replaced_by, place)
    for comparison in kb.comparisons.values():
        for id_ in comparison.between:
            yield from _target(kb, moved, comparison.id, "between", id_, of_key(kb, comparison, "between"))


def _target(
    kb: KnowledgeBase, moved: Collection[str], owner: str, key: str, target: str, place: Place
) -> Iterator[Problem]:
    facts: dict[str, object] = {"key": key, "target": target}
    if target == owner:
        yield Problem("relasjon-til-seg-selv", place, facts)
    elif target in kb.concepts or target in moved:
        return
    elif target in kb.comparisons:
        yield Problem("relasjon-til-sammenlikning", place, facts)
    elif target in kb.planned:
        yield Problem("relasjon-uten-side", place, facts)
    elif problem := _unread(kb, target, place):
        yield problem
    else:
        known = (*kb.concepts, *kb.planned)
        otherwise = Said(
            f"rett id-en, eller sett «{target}» på arbeidslista i planlagt.yml",
            f"mend the id, or put “{target}” on the work list in planlagt.yml",
        )
        facts["suggestion"] = suggestion(target, known, otherwise)
        yield Problem("relasjon-til-ingenting", place, facts)


def _unread(kb: KnowledgeBase, target: str, place: Place) -> Problem | None:
    """``lenke-til-uleselig``: what a link means cannot be told while the file that may say so cannot be read."""
    for path in sorted(kb.unread):
        file = PurePosixPath(path)
        entry = not file.suffix or (
            file.suffix == ".md" and (file.stem == target or fold(target) in fold(kb.files.get(path, "")))
        )
        if entry or file.name == PLANNED:
            return Problem("lenke-til-uleselig", place, {"target": target, "file": path})
    return None


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
    """``relasjon-sirkel`` for broader, part_of and replaced_by."""
    for kind in (RelationKind.BROADER, RelationKind.PART_OF):
        for ring in relations.cycles(kb, kind):
            yield _ring(kb, ring, kind.value)
    successors = {
        concept.id: [concept.replaced_by] for concept in kb.concepts.values() if concept.replaced_by
    }
    for ring in relations.rings(successors):
        yield _ring(kb, ring, "replaced_by")


def _ring(kb: KnowledgeBase, ring: tuple[str, ...], key: str) -> Problem:
    place = of_key(kb, kb.concepts[ring[0]], key)
    return Problem("relasjon-sirkel", place, {"key": key, "path": " → ".join((*ring, ring[0]))})


def planned(kb: KnowledgeBase) -> Iterator[Problem]:
    """``planlagt-er-skrevet``."""
    for row in kb.planned.values():
        if row.id in kb.concepts or row.id in kb.comparisons:
            yield Problem("planlagt-er-skrevet", row.place, {"target": row.id})
