"""Rules whose breaches can be mended: what the finders of ``plfkb.mending`` find is what is complained about."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache

from plfkb.errors import Place, Problem
from plfkb.mending.edits import File, Finder
from plfkb.mending.run import FINDERS, finders
from plfkb.model import KnowledgeBase


def forms(kb: KnowledgeBase, paths: Collection[str] | None = None) -> Iterator[Problem]:
    """Every breach in the files that could be read (only in ``paths``, when these are given)."""
    known = {rule: finder for rule, finder in finders(kb).items() if rule not in FINDERS}
    for path, text in kb.files.items():
        if path in kb.unread or (paths is not None and path not in paths):
            continue
        file = File(path, text)
        yield from _by_itself(file)
        yield from _breaches(file, known)


@lru_cache(maxsize=2**13)  # the preview checks the same files again and again
def _by_itself(file: File) -> tuple[Problem, ...]:
    """What the finders find that need nothing but the file."""
    return tuple(_breaches(file, FINDERS))


def _breaches(file: File, known: Mapping[str, Finder]) -> Iterator[Problem]:
    for rule, finder in known.items():
        for edit in finder(file):
            yield Problem(rule, Place(file.path, file.text.count("\n", 0, edit.start) + 1), edit.facts)
