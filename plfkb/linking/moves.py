"""Ids that entries had before."""

from __future__ import annotations

from collections.abc import Mapping

from plfkb.model import KnowledgeBase


def moves(kb: KnowledgeBase) -> Mapping[str, str]:
    """From each id under ``redirects`` to the entry that has it; ids that are in use again are left out."""
    taken = {*kb.concepts, *kb.comparisons, *kb.planned}
    return {old: entry.id for entry in kb.entries for old in entry.redirects if old not in taken}
