"""The work list: what happens to a line of it when its entry is written or gets another id."""

from __future__ import annotations

import re

from plfkb.model import KnowledgeBase
from plfkb.reading.knowledge_base import PLANNED
from plfkb.writing.changes import Changes


def without(kb: KnowledgeBase, id_: str) -> Changes:
    """The work list without a planned entry; nothing when it is not on it."""
    return _changed(kb, id_, "")


def renamed(kb: KnowledgeBase, old: str, new: str) -> Changes:
    """The work list with a planned entry under another id."""
    return _changed(kb, old, rf"{new}\g<rest>")


def _changed(kb: KnowledgeBase, id_: str, line: str) -> Changes:
    path = f"{kb.settings.concepts}/{PLANNED}"
    text = kb.files.get(path, "")
    row = re.compile(
        rf"^(?:{re.escape(id_)}|'{re.escape(id_)}'|\"{re.escape(id_)}\")(?P<rest>[ \t]*:.*\n?)", re.MULTILINE
    )
    return {path: row.sub(line, text, count=1)} if id_ in kb.planned and row.search(text) else {}
