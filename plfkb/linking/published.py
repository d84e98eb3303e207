"""Which addresses a knowledge base has: those of its pages, and those that lead on to one of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plfkb.errors import Place
from plfkb.linking import addresses
from plfkb.model import KnowledgeBase
from plfkb.norwegian.ids import proposed_id


@dataclass(frozen=True, slots=True)
class Redirect:
    """An address that leads to the page at another. ``written`` is how a contributor wrote it.

    ``declared`` tells it from an address that follows from a name under ``covers``, which gives way to a page.
    """

    address: str
    target: str
    title: str
    written: str
    place: Place
    declared: bool = True


def pages(kb: KnowledgeBase) -> Iterator[tuple[str, Place]]:
    """The address of every page that a file gives rise to. An address may come twice: the check complains."""
    yield from ((addresses.concept(item.id), item.place) for item in kb.concepts.values())
    yield from ((addresses.comparison(item.id), item.place) for item in kb.comparisons.values())
    yield from ((addresses.source(item.key), item.place) for item in kb.sources.values())
    yield from ((addresses.theme(item.id), item.place) for item in kb.themes.values())
    for document in kb.documents:
        yield addresses.document(document.place.path, kb.settings.documents), document.place


def declared(kb: KnowledgeBase) -> Iterator[Redirect]:
    """Every redirect as it is claimed, conflicts included: ``redirects``, aliases of sources, ``covers``."""
    for concept in kb.concepts.values():
        target = addresses.concept(concept.id)
        for id_ in concept.redirects:
            yield Redirect(addresses.concept(id_), target, concept.term, id_, concept.place)
    for comparison in kb.comparisons.values():
        target = addresses.comparison(comparison.id)
        for id_ in comparison.redirects:
            yield Redirect(addresses.comparison(id_), target, comparison.title, id_, comparison.place)
    for source in kb.sources.values():
        target = addresses.source(source.key)
        for key in source.aliases:
            yield Redirect(
                addresses.source(key), target, source.get("title") or source.key, key, source.place
            )
    for document in kb.documents:
        target = addresses.document(document.place.path, kb.settings.documents)
        for path in document.redirects:
            yield Redirect(f"{path.strip('/')}/", target, f"/{target}", path, document.place)
    for concept in kb.concepts.values():
        target = addresses.concept(concept.id)
        for name in concept.covers:
            address = addresses.concept(proposed_id(name))
            yield Redirect(address, target, concept.term, name, concept.place, declared=False)


def redirects(kb: KnowledgeBase) -> dict[str, Redirect]:
    """The redirects by address: a page keeps its own address, and the first claim to another wins."""
    taken = {address for address, _ in pages(kb)}
    made: dict[str, Redirect] = {}
    for redirect in declared(kb):
        if redirect.address not in taken:
            made.setdefault(redirect.address, redirect)
    return made
