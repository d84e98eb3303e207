"""All rules, applied to a knowledge base: the one door for the command line and for the build."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from plfkb.checks import (
    drawings,
    entries,
    exclusions,
    files,
    language,
    levels,
    links,
    mendable,
    permanence,
    requests,
    search_words,
    shape,
    sources,
)
from plfkb.checks.text import scan_all
from plfkb.errors import Problem, in_order
from plfkb.linking.terms import TermIndex
from plfkb.model import KnowledgeBase

_ENTRY_BY_ENTRY = (
    entries.themes,
    entries.definitions,
    entries.sections,
    drawings.fitting,
    shape.paragraphs,
    shape.unfinished,
    shape.reviewers,
    shape.dates,
    entries.templates,
    search_words.superfluous,
)
"""Rules whose complaints about an entry depend on that entry alone, and on lists such as that of the themes."""

_ALL_TOGETHER = (
    entries.names,
    permanence.redirects,
    permanence.promises,
    permanence.editions,
    shape.places,
    links.targets,
    links.doubles,
    links.rings,
    links.planned,
    levels.exemptions,
    sources.hygiene,
)


def check(kb: KnowledgeBase, paths: Collection[str] | None = None) -> tuple[Problem, ...]:
    """Every problem of a knowledge base, those met while reading included, sorted by file and line.

    With ``paths`` only the problems of these files: the same ones, found sooner.
    """
    found = levels.settled((*kb.problems, *_judged(kb, paths)), kb.settings)
    return in_order(problem for problem in found if paths is None or problem.place.path in paths)


def _judged(kb: KnowledgeBase, paths: Collection[str] | None) -> Iterator[Problem]:
    part = kb if paths is None else _part(kb, paths)
    for rule in _ALL_TOGETHER:
        yield from rule(kb)
    for rule in _ENTRY_BY_ENTRY:
        yield from rule(part)
    yield from mendable.forms(kb, paths)
    yield from requests.requests(replace(kb, documents=part.documents))
    yield from files.links(kb)
    sources_wanted = paths is None or any(source.place.path in paths for source in kb.sources.values())
    # Whether a source is in use can only be told when every text has been read.
    scanned = scan_all(kb if sources_wanted else part)
    yield from language.sentences(scanned)
    terms = TermIndex(kb)
    yield from links.links(kb, terms, scanned)
    yield from links.courses(kb, terms, scanned)
    yield from exclusions.exclusions(kb, terms)
    uses = [
        (citation, place)
        for text in scanned
        for cluster, place in text.clusters
        for citation in cluster.citations
    ]
    yield from sources.cited(kb, uses)
    yield from sources.unreadable(scanned_misses for text in scanned for scanned_misses in text.near_misses)
    if sources_wanted:
        used = {key for citation, _ in uses for key in (citation.key, citation.via) if key}
        yield from sources.unused(kb, used)


def _part(kb: KnowledgeBase, paths: Collection[str]) -> KnowledgeBase:
    """The knowledge base with no other entries and pages than those of the files."""
    return replace(
        kb,
        concepts={id_: item for id_, item in kb.concepts.items() if item.place.path in paths},
        comparisons={id_: item for id_, item in kb.comparisons.items() if item.place.path in paths},
        documents=tuple(item for item in kb.documents if item.place.path in paths),
    )
