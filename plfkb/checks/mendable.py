"""Rules whose breaches can be mended: what the finders of ``plfkb.mending`` find is what is complained about."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from plfkb.errors import Place, Problem
from plfkb.mending.edits import File
from plfkb.mending.run import finders
from plfkb.model import KnowledgeBase


def forms(kb: KnowledgeBase, paths: Collection[str] | None = None) -> Iterator[Problem]:
    """Every breach in the files that could be read (only in ``paths``, when these are given)."""
    known = finders(kb)
    for path, text in kb.files.items():
        if path in kb.unread or (paths is not None and path not in paths):
            continue
        file = File(path, text)
        for rule, finder in known.items():
            for edit in finder(file):
                yield Problem(rule, Place(path, text.count("\n", 0, edit.start) + 1), edit.facts)
