"""Spaces that are not needed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plfkb.languages import Said
from plfkb.mending.edits import Edit, File
from plfkb.mending.regions import body, without_verbatim

_AT_END = re.compile(r"(?<=\S)[ \t]+$", re.MULTILINE)
_BETWEEN = re.compile(r"(?<=[^\W\d_][,.;:!?»)]) {2,}(?=[\w«(\[])|(?<=[^\W_]) {2,}(?=[\w«(\[])")
_LAST = re.compile(r"(?<!\n)\Z|\n{2,}\Z")
_TRAILING = Said("mellomrom på slutten", "spaces at its end")
_DOUBLE = Said("to mellomrom etter hverandre", "two spaces in a row")
_NO_END = Said("ikke nøyaktig ett linjeskift etter seg", "not exactly one line feed after it")


def spaces(file: File) -> Iterator[Edit]:
    """``mellomrom``: at the ends of lines, between words, and at the end of the file. Code is left alone."""
    if file.text.strip() and (last := _LAST.search(file.text, max(len(file.text.rstrip("\n")) - 1, 0))):
        yield Edit(last.start(), last.end(), "\n", {"what": _NO_END})
    if not _AT_END.search(file.text) and not _BETWEEN.search(file.text):
        return
    start = body(file)[0] if file.is_markdown else len(file.text)
    shown = file.text[:start] + without_verbatim(file.text[start:])
    for match in _AT_END.finditer(shown):
        # In a body, two spaces at the end of a line break it; the next line must have something to break from.
        breaks = (
            match.start() >= start and match[0] == "  " and shown[match.end() + 1 :].split("\n")[0].strip()
        )
        if (
            not breaks
            and file.text[match.start() : match.end()] == match[0]
            and not _in_code(file.text, shown, match)
        ):
            yield Edit(match.start(), match.end(), "", {"what": _TRAILING})
    for match in _BETWEEN.finditer(shown, start):
        line = shown[shown.rfind("\n", 0, match.start()) + 1 :].split("\n")[0]
        if "|" not in line and file.text[match.start() : match.end()] == match[0]:
            yield Edit(match.start(), match.end(), " ", {"what": _DOUBLE})


def _in_code(text: str, shown: str, match: re.Match[str]) -> bool:
    return text[match.start() - 1] != shown[match.start() - 1]
