"""Editions in any wording, printed in the language of the list (rule L6)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from plfkb.norwegian.words import Words

_ORDINALS = (
    ("first", "første"),
    ("second", "andre", "annen"),
    ("third", "tredje"),
    ("fourth", "fjerde"),
    ("fifth", "femte"),
    ("sixth", "sjette"),
    ("seventh", "sjuende", "syvende"),
    ("eighth", "åttende"),
    ("ninth", "niende"),
    ("tenth", "tiende"),
    ("eleventh", "ellevte", "elevte"),
    ("twelfth", "tolvte"),
)
_NUMBERS: Mapping[str, int] = MappingProxyType(
    {word: number for number, words in enumerate(_ORDINALS, start=1) for word in words}
)
_EDITION = r"(?:\s*(?:utg(?:ave|åve|\.)?|ed(?:ition|n|\.)?|opplag))?"
_COUNTED = re.compile(rf"(?P<number>\d+)(?:\.|st|nd|rd|th)?{_EDITION}", re.IGNORECASE)
_WORDED = re.compile(rf"(?P<word>[^\W\d]+){_EDITION}", re.IGNORECASE)
_REVISED = re.compile(rf"rev(?:\.|ised|idert|ert)?{_EDITION}", re.IGNORECASE)


def edition(text: str, words: Words) -> str:
    """«2. utg.»; nothing for a first edition; text that is neither number nor ordinal as it is written."""
    text = text.strip()
    counted, worded = _COUNTED.fullmatch(text), _WORDED.fullmatch(text)
    number = int(counted["number"]) if counted else _NUMBERS.get(worded["word"].lower(), 0) if worded else 0
    if number:
        return words.edition.format(ordinal=words.ordinal(number)) if number > 1 else ""
    return words.revised_edition if _REVISED.fullmatch(text) else text
