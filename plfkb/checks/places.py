"""The line that a complaint about an entry as a whole is about."""

from __future__ import annotations

import re

from plfkb.errors import Place
from plfkb.model import Entry, KnowledgeBase


def of_key(kb: KnowledgeBase, entry: Entry, key: str) -> Place:
    """The line on which a key of the front matter stands; the entry's first line when it is not there."""
    text = kb.files.get(entry.place.path, "")
    found = re.search(rf"^{re.escape(key)}[ \t]*:", text, re.MULTILINE)
    if found is None:
        return entry.place
    return Place(entry.place.path, text.count("\n", 0, found.start()) + 1)
