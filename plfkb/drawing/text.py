"""How wide a text is, and how it is broken into lines that fit.

SVG does not break lines, so the build has to. The widths are those of Newsreader, the face that the site ships
(``assets/fonts``), at weight 600; the drawings use 500, which is 3 % narrower and so leaves some slack.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from pyphen import Pyphen

# Thousandths of the size, measured in the browser and rounded up to the next 25.
_CLASSES = {
    225: " '",
    250: ".",
    275: ",:’",
    300: "jl;()!",
    325: "i",
    375: "I-",
    400: "ft",
    425: "s/",
    450: "r",
    475: "cz",
    500: "aeåJéäèêàáâë?",
    525: "g–",
    550: "oxöóòôõ«»“”",
    575: "bquvyøü",
    600: "dhknpSñ",
    625: "F0123456789",
    650: "L",
    675: "EPZÉ",
    700: "BRT",
    725: "CY",
    750: "æV&",
    775: "AGKXÅÄ",
    800: "wDNOQUÖÜ",
    825: "Ø",
    850: "H",
    875: "m",
    1025: "M",
    1050: "WÆ",
}
_WIDTHS: Mapping[str, int] = MappingProxyType(
    {letter: units for units, letters in _CLASSES.items() for letter in letters}
)
# A letter of another script, or a sign: as wide as the widest that is common.
_OTHER = 1050


def width(text: str, size: float) -> float:
    """How much room a text of one line takes at a size, in the units of the size."""
    return sum(_WIDTHS.get(letter, _OTHER) for letter in text) * size / 1000


# The same names stand in the pictures of many pages.
@lru_cache(maxsize=8192)
def wrap(text: str, room: float, size: float) -> tuple[str, ...]:
    """The text in lines that are at most ``room`` wide. A word that is too long is hyphenated.

    ``room`` must hold one letter and a hyphen, or the lines come out wider than it. A text without words
    gives one empty line.
    """
    lines: list[str] = []
    line = ""
    for word in text.split():
        whole = f"{line} {word}" if line else word
        if width(whole, size) <= room:
            line = whole
            continue
        if line:
            lines.append(line)
        *full, line = _pieces(word, room, size)
        lines += full
    return (*lines, line)


def _pieces(word: str, room: float, size: float) -> Iterator[str]:
    """A word in as few pieces as fit: broken where Norwegian allows it, or anywhere if that does not help."""
    while width(word, size) > room and len(word) > 1:
        fitting = [at for at in _breaks(word) if width(_head(word, at), size) <= room]
        anywhere = [at for at in range(1, len(word)) if width(f"{word[:at]}-", size) <= room]
        at = max(fitting or anywhere or [1])
        yield _head(word, at)
        word = word[at:]
    yield word


def _head(word: str, at: int) -> str:
    """The first piece, with a hyphen unless it has one."""
    return word[:at] if word[at - 1] in "-–/" else f"{word[:at]}-"


def _breaks(word: str) -> tuple[int, ...]:
    own = tuple(at for at in range(2, len(word)) if word[at - 1] in "-–/")
    return own or tuple(_hyphenation().positions(word))


@cache
def _hyphenation() -> Pyphen:
    # With so much on either side, most words break where they were put together.
    return Pyphen(lang="nb_NO", left=4, right=5)
