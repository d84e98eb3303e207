"""Quotation marks and characters that cannot be seen."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plfkb.languages import Said
from plfkb.mending.edits import Edit, File
from plfkb.mending.regions import prose_regions, without_verbatim

_INSIDE = r"(?:(?!\n[ \t]*\n)[^\"“”„«»])+?"
_QUOTE = re.compile(
    rf"(?<![\w\"=“„])\"(?=[^\s\"])(?P<straight>{_INSIDE})(?<=\S)\"(?![\w\"])"
    rf"|[“„](?=\S)(?P<curly>{_INSIDE})(?<=\S)[”“]"
)
_SPACES = {
    "\u00a0": Said("et hardt mellomrom", "a non-breaking space"),
    "\u202f": Said("et smalt, hardt mellomrom", "a narrow non-breaking space"),
    "\u2007": Said("et mellomrom med sifferbredde", "a figure space"),
    "\u2009": Said("et smalt mellomrom", "a thin space"),
}
_NOTHING = {
    "\u200b": Said("et tegn uten bredde", "a zero-width space"),
    "\u2060": Said("et tegn uten bredde", "a word joiner"),
    "\ufeff": Said("et tegn uten bredde", "a zero-width no-break space"),
    "\u00ad": Said("en myk bindestrek", "a soft hyphen"),
}
_INVISIBLE = re.compile(f"[{''.join((*_SPACES, *_NOTHING))}]")


def quotation_marks(file: File) -> Iterator[Edit]:
    """``anforselstegn``: "…" and “…” in Norwegian prose."""
    if not file.is_markdown or not any(mark in file.text for mark in '"“„'):
        return
    for region in prose_regions(file):
        for match in _QUOTE.finditer(region.shown):
            if match.span() == (0, len(region.shown.rstrip())):
                continue  # «verdi-i-anforselstegn» is about a value that has nothing else
            start, end = region.start + match.start(), region.start + match.end()
            words = file.text[start + 1 : end - 1]
            short = " ".join(words.split())
            quote = Said(f"«{short}»", f"“{short}”")
            yield Edit(start, end, f"«{words}»", {"quote": quote})


def invisible(file: File) -> Iterator[Edit]:
    """``usynlig-tegn``: what word processors and web pages bring along."""
    if not _INVISIBLE.search(file.text):
        return
    shown = without_verbatim(file.text) if file.is_markdown else file.text
    for match in _INVISIBLE.finditer(shown):
        what = _SPACES.get(match[0])
        if what is not None:
            yield Edit(match.start(), match.end(), " ", {"what": what})
        else:
            yield Edit(match.start(), match.end(), "", {"what": _NOTHING[match[0]]})
