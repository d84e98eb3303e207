"""A source as BibTeX to copy: the entry as it stands in the file, without the fields that are ours alone."""

from __future__ import annotations

import re

from plfkb.model import Source

_PRIVATE = re.compile(r"(?<=[,\s])x-[\w-]+\s*=\s*")


def to_bibtex(source: Source) -> str:
    """The entry without fields whose names begin with «x-», ending in one line feed."""
    text = source.raw
    while found := _PRIVATE.search(text):
        end = _value_end(text, found.end())
        text = text[: found.start()].rstrip(" \t") + text[end:].lstrip(",").lstrip(" \t")
    text = re.sub(r"\n\s*\n+", "\n", text.strip())
    return text + "\n"


def _value_end(text: str, start: int) -> int:
    """The position after the value that begins at ``start``: braced, quoted, or a bare word."""
    opening = text[start : start + 1]
    if opening not in ("{", '"'):
        bare = re.compile(r"[^,}\s]*").match(text, start)
        return bare.end() if bare else start
    depth = 0
    for position in range(start, len(text)):
        character = text[position]
        if character == "{":
            depth += 1
        elif character == "}":
            depth -= 1
            if depth == 0 and opening == "{":
                return position + 1
        elif character == '"' and opening == '"' and depth == 0 and position > start:
            return position + 1
    return len(text)
