"""The finders of all mendable rules, and what a file becomes when they have been obeyed."""

from __future__ import annotations

from collections.abc import Mapping

from plfkb.mending import identifiers, lists, marks, spacing
from plfkb.mending.edits import File, Finder, apply
from plfkb.model import KnowledgeBase

FINDERS: Mapping[str, Finder] = {
    "usynlig-tegn": marks.invisible,
    "mellomrom": spacing.spaces,
    "anforselstegn": marks.quotation_marks,
    "usortert": lists.order,
    "doi-form": identifiers.dois,
    "flyttet-oppslag": identifiers.moved,
}
"""In the order in which they are obeyed. The rules about bytes (``linjeskift``, ``bom``) have none: files are read
without, and what is written has neither."""

BYTES = ("linjeskift", "bom")
_MOST_ROUNDS = 5


def mended(file: File, kb: KnowledgeBase) -> str:
    """The text of a file with everything mended by the rules that are in force for it."""
    text = file.text
    for _ in range(_MOST_ROUNDS):
        before = text
        for rule, finder in FINDERS.items():
            if kb.settings.in_force(rule, file.path):
                text = apply(text, finder(File(file.path, text), kb))
        if text == before:
            break
    return text
