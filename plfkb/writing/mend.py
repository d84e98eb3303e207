"""Mending: what the files of a knowledge base become."""

from __future__ import annotations

from collections.abc import Collection

from plfkb.mending.edits import File
from plfkb.mending.run import BYTES, finders, mended
from plfkb.model import KnowledgeBase
from plfkb.writing.changes import Changes


def mend(kb: KnowledgeBase, paths: Collection[str] | None = None) -> Changes:
    """The files that change when everything mendable is mended, only those among ``paths`` when these are given."""
    bytewise = {
        problem.place.path
        for problem in kb.problems
        if problem.rule in BYTES and kb.settings.in_force(problem.rule, problem.place.path)
    }
    known = finders(kb)
    found: dict[str, str] = {}
    for path, text in kb.files.items():
        if paths is None or path in paths:
            new = mended(File(path, text), known, kb.settings)
            if new != text or path in bytewise:
                found[path] = new
    return found
