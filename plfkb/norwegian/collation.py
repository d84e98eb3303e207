"""Norwegian alphabetical order: … z, æ (ä), ø (ö), å (aa), and numbers by their value (rule L11).

The order follows CLDR's collation for «nb», word by word: «De Boeck» comes before «Dean».
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

SortKey = tuple[tuple[tuple[int, int], ...], tuple[int, ...], str]

_GAP, _DIGITS, _LETTER = 0, 1, 2
_ALPHABET = "abcdefghijklmnopqrstuvwxyzæøå"
_ALIKE = {
    "ä": "æ",
    "ö": "ø",
    "ő": "ø",
    "ü": "y",
    "ű": "y",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "œ": "ø",
    "ł": "l",
    "ß": "ss",
}
_SAME_AS: Mapping[int, str] = MappingProxyType({ord(letter): alike for letter, alike in _ALIKE.items()})
_RANK: Mapping[str, int] = MappingProxyType({letter: rank for rank, letter in enumerate(_ALPHABET)})
_TOKEN = re.compile(r"\d+|[^\W\d_]|[\s\-\u2010-\u2015_/]+")
_DOUBLE_A_NAME = re.compile(r"\bA[aA]")


@lru_cache(maxsize=2**14)  # the same titles and names are sorted on page after page
def sort_key(text: str, *, name: bool = False) -> SortKey:
    """A key that sorts texts as a Norwegian reader expects.

    In a ``name`` every «aa» is å (Aas, Haakon). Elsewhere only a word that begins with a capital «Aa»
    is taken for a name, so that «dataanalyse» stays under a. Accents and case tell apart only what is
    otherwise the same; signs other than spaces and hyphens are passed over.
    """
    text = unicodedata.normalize("NFC", text)
    folded = (text.lower().replace("aa", "å") if name else _DOUBLE_A_NAME.sub("å", text).lower()).translate(
        _SAME_AS
    )
    primary = tuple(
        _weight(token) for token in _TOKEN.findall(folded if folded.isascii() else _without_accents(folded))
    )
    return primary, tuple(map(ord, text.lower())), text


def _weight(token: str) -> tuple[int, int]:
    rank = _RANK.get(token)
    if rank is not None:
        return _LETTER, rank
    if token.isdecimal():
        return _DIGITS, int(token)
    if token.isalpha():
        return _LETTER, len(_ALPHABET) + ord(token)  # other scripts follow å
    return _GAP, 0


def _without_accents(text: str) -> str:
    """«é» as «e»; æ, ø and å are letters of their own and stay."""
    return "".join(letter if letter in _RANK else unicodedata.normalize("NFD", letter)[0] for letter in text)


def first_letter(text: str) -> str:
    """The capital letter that an A–Å index files a text under: «Ä» under Æ, «Aas» under Å, «2030» under #."""
    for kind, rank in sort_key(text)[0]:
        if kind == _LETTER:
            return _ALPHABET[rank].upper() if rank < len(_ALPHABET) else chr(rank - len(_ALPHABET)).upper()
        if kind == _DIGITS:
            return "#"
    return "#"
