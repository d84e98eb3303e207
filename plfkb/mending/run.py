"""The finders of all mendable rules, and what a file becomes when they have been obeyed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from plfkb.linking.moves import moves
from plfkb.mending import identifiers, lists, marks, spacing
from plfkb.mending.edits import File, Finder, apply
from plfkb.model import KnowledgeBase
from plfkb.settings import Settings

FINDERS: Mapping[str, Finder] = {
    "usynlig-tegn": marks.invisible,
    "mellomrom": spacing.spaces,
    "anforselstegn": marks.quotation_marks,
    "usortert": lists.order,
    "doi-form": identifiers.dois,
}
"""The finders that need nothing but the file, in the order in which they are obeyed."""

BYTES = ("linjeskift", "bom")
"""The rules about bytes have no finder: files are read without, and what is written has neither."""

_MOST_ROUNDS = 5


def finders(kb: KnowledgeBase) -> Mapping[str, Finder]:
    """The finders of all mendable rules for the files of a knowledge base."""
    return {**FINDERS, "flyttet-oppslag": partial(identifiers.moved, moves=moves(kb))}


def mended(file: File, found: Mapping[str, Finder], settings: Settings) -> str:
    """The text of a file with everything mended by the rules that are in force for it."""
    text = file.text
    for _ in range(_MOST_ROUNDS):
        before = text
        for rule, finder in found.items():
            if settings.in_force(rule, file.path):
                text = apply(text, finder(File(file.path, text)))
        if text == before:
            break
    return text
