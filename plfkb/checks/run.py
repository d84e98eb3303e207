"""All rules, applied to a knowledge base: the one door for the command line and for the build."""

from __future__ import annotations

from collections.abc import Iterator

from plfkb.checks import entries, language, links, permanence, requests, shape, sources
from plfkb.checks.text import scan_all
from plfkb.errors import Problem, in_order
from plfkb.linking.terms import TermIndex
from plfkb.model import KnowledgeBase


def check(kb: KnowledgeBase) -> tuple[Problem, ...]:
    """Every problem of a knowledge base, those met while reading included, sorted by file and line."""
    return in_order((*kb.problems, *_judged(kb)))


def _judged(kb: KnowledgeBase) -> Iterator[Problem]:
    for rule in (
        entries.names,
        permanence.redirects,
        permanence.promises,
        entries.themes,
        entries.definitions,
        entries.sections,
        language.sentences,
        requests.requests,
        shape.paragraphs,
        shape.unfinished,
        shape.reviewers,
        shape.places,
    ):
        yield from rule(kb)
    for rule in (links.targets, links.doubles, links.rings, links.planned):
        yield from rule(kb)
    scanned = scan_all(kb)
    yield from links.links(TermIndex(kb), scanned)
    uses = [
        (citation, place)
        for text in scanned
        for cluster, place in text.clusters
        for citation in cluster.citations
    ]
    yield from sources.cited(kb, uses)
    yield from sources.unreadable(scanned_misses for text in scanned for scanned_misses in text.near_misses)
    used = {key for citation, _ in uses for key in (citation.key, citation.via) if key}
    yield from sources.hygiene(kb)
    yield from sources.unused(kb, used)
