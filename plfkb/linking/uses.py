"""Where an entry or a source is used: collected while pages render, shown when all have rendered."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

# A sentence ends at . ! ? (or with a closing quotation mark after it) followed by space and a capital,
# a quotation mark or a bracket. Common abbreviations and initials do not end one.
_END = re.compile(r"(?P<stop>[.!?…])[»”\"')\]]*\s+(?=[A-ZÆØÅÄÖ«“\"(\[0-9])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:[A-ZÆØÅ]|f\.eks|bl\.a|jf|s|kap|avsn|nr|mfl|m\.fl|m\.m|ca|dvs|osv|et al|St|red|Red)\.)$"
)


@dataclass(frozen=True, slots=True)
class Origin:
    """A page that uses something: its address, its title and what kind of page it is."""

    url: str
    title: str
    kind: str


@dataclass(frozen=True, slots=True)
class Use:
    """One place where a page names an entry or cites a source.

    ``target`` is an id or a key. ``anchor`` is the element's id on the page. ``before``, ``words`` and
    ``after`` make up the sentence, with the mention in the middle. ``via`` is the source through which a
    work is known, ``locator`` the place in the work. ``section`` is the heading above. ``found`` tells that the
    program has recognised the mention; otherwise the author has linked it.
    """

    target: str
    origin: Origin
    anchor: str
    section: str
    before: str
    words: str
    after: str
    locator: str = ""
    via: str = ""
    found: bool = False


def by_target(uses: Iterable[Use]) -> Mapping[str, tuple[Use, ...]]:
    found: dict[str, list[Use]] = {}
    for use in uses:
        found.setdefault(use.target, []).append(use)
    return {target: tuple(items) for target, items in found.items()}


def sentence(before: str, after: str) -> tuple[str, str]:
    """What of a paragraph's text before and after a mention belongs to the same sentence."""
    start = 0
    for end in _END.finditer(before):
        if not _abbreviation(before, end):
            start = end.end()
    stop = len(after)
    for end in _END.finditer(after):
        if not _abbreviation(after, end):
            stop = end.end("stop")
            break
    return before[start:].lstrip(), after[:stop].rstrip()


def _abbreviation(text: str, end: re.Match[str]) -> bool:
    """Whether the stop is that of an abbreviation. None is longer than the stretch that is looked at."""
    return _ABBREVIATION.search(text[max(0, end.start() - 10) : end.end("stop")]) is not None
