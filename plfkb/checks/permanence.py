"""Rules about addresses: one owner each, and none that was published goes away."""

from __future__ import annotations

from collections.abc import Iterator

from plfkb.editions import archive
from plfkb.errors import Problem
from plfkb.linking import published
from plfkb.model import KnowledgeBase


def redirects(kb: KnowledgeBase) -> Iterator[Problem]:
    """``omadressering-opptatt``: an address leads to one place."""
    owners = {address: place.path for address, place in published.pages(kb)}
    for redirect in published.declared(kb):
        if not redirect.declared:
            continue
        if redirect.address in owners:
            facts = {"address": redirect.written, "other": owners[redirect.address]}
            yield Problem("omadressering-opptatt", redirect.place, facts)
        owners.setdefault(redirect.address, redirect.place.path)


def promises(kb: KnowledgeBase) -> Iterator[Problem]:
    """``utgitt-forsvunnet``: an address in the ledger has a page or leads to one."""
    reached = {address for address, _ in published.pages(kb)} | set(published.redirects(kb))
    for promise in kb.published.values():
        if promise.address not in reached:
            id_ = promise.address.rstrip("/").rsplit("/", 1)[-1]
            facts = {"address": promise.address, "edition": promise.edition, "id": id_}
            yield Problem("utgitt-forsvunnet", promise.place, facts)


def editions(kb: KnowledgeBase) -> Iterator[Problem]:
    """``utgave-uleselig``: every edition can be shown as it was frozen."""
    yield from archive.read(kb)[1]
