"""Words as search compares them: without the differences in spelling and inflection that a reader need not know.

The browser does the same (``assets/js/search/words.js``) with the tables that ``tables()`` gives; a test holds the two
together. Words that fold to the same stem count as one word; words that share only the root count somewhat less.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from plfkb.norwegian.neighbours import NEIGHBOURS
from plfkb.norwegian.stop_words import COMPARING, STOP_WORDS

# The ways to write æ, ø and å, and the letters that neighbouring languages have for them. Pairs come first.
LETTERS = (
    *(("ae", "a"), ("aa", "a"), ("oe", "o"), ("æ", "a"), ("ä", "a"), ("å", "a"), ("ø", "o"), ("ö", "o")),
    *(("œ", "o"), ("ü", "y"), ("ß", "s"), ("ð", "d"), ("þ", "t"), ("ł", "l")),
)
# Inflection: what may be taken off the end of a folded word in bokmål, nynorsk and English.
ENDINGS = (
    *("anes", "enes", "erne", "arne", "ane", "ene", "ens", "ers", "ets", "ere", "are"),
    *("ar", "as", "en", "er", "es", "et", "a", "e", "s", "t"),
)
# Derivation: what makes one part of speech of another («uenig», «uenighet»; «observere», «observasjon»).
DERIVATIONS = (
    *("asjon", "isjon", "sjon", "itet", "ator", "ning", "els", "het", "ing", "ial"),
    *("lig", "isk", "ert", "end", "and", "iv", "ig"),
)
# What is left of a verb's ending between its stem and the derivation: «vurd-er-ing», «avkl-ar-ing».
VERBAL = ("ar", "er")
# Where inflection ends: what is left of «tryggheten» and «ledelsene» is «trygghet» and «ledels».
KEPT = ("het", "els")
SHORTEST_STEM, SHORTEST_ROOT = 3, 4
# What a spelling slip or a neighbouring language seldom changes: the order of the consonants.
_SOUNDS = str.maketrans({"d": "t", "b": "p", "g": "k", "c": "k", "q": "k", "w": "v", "z": "s", "x": "k"})
_SILENT = re.compile(r"[aeiouyjh]")
_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_DOUBLED = re.compile(r"(\D)\1+")


def words(text: str) -> list[str]:
    """The words of a text as they are written, in lower case."""
    return [word.lower() for word in _TOKEN.findall(unicodedata.normalize("NFC", text))]


@lru_cache(maxsize=200_000)
def fold(word: str) -> str:
    """A word without accents, doubled letters and apostrophes, and with æ, ø and å as plain letters."""
    word = word.lower().replace("'", "").replace("’", "")
    for written, plain in LETTERS:
        word = word.replace(written, plain)
    if not word.isascii():
        word = "".join(
            letter for letter in unicodedata.normalize("NFD", word) if not unicodedata.combining(letter)
        )
    return _DOUBLED.sub(r"\1", word)


@lru_cache(maxsize=200_000)
def stem(folded: str) -> str:
    """A folded word without its inflection. Not a word, but the same for the forms of one."""
    while not folded.endswith(KEPT) and (found := _ending(folded, ENDINGS, SHORTEST_STEM)):
        folded = folded[: -len(found)]
    return folded


@lru_cache(maxsize=200_000)
def root(stemmed: str) -> str:
    """A stem without what makes another part of speech of it, and without what is left of a verb's ending before that.

    «Vurdering» and «vurdere» have one root only so: the verb has lost its «-ere» when it is a stem.
    """
    found = _ending(stemmed, DERIVATIONS, SHORTEST_ROOT)
    if not found:
        return stemmed
    shorter = stemmed[: -len(found)]
    return shorter[: -len(_ending(shorter, VERBAL, SHORTEST_ROOT)) or None]


def _ending(word: str, endings: tuple[str, ...], shortest: int) -> str:
    """The longest of the endings that leaves enough of a word, or nothing."""
    fitting = (end for end in endings if word.endswith(end) and len(word) - len(end) >= shortest)
    return max(fitting, key=len, default="") if word.isalpha() else ""


def sound(folded: str) -> str:
    """The consonants of a word: words that are easily taken for one another mostly agree in the first of them."""
    return _DOUBLED.sub(r"\1", _SILENT.sub("", folded).translate(_SOUNDS))


def tables() -> dict[str, object]:
    """The rules above for the browser."""
    return {
        "letters": LETTERS,
        "endings": ENDINGS,
        "derivations": DERIVATIONS,
        "verbal": VERBAL,
        "kept": KEPT,
        "neighbours": sorted(
            {(fold(theirs), fold(ours)) for theirs, ours in NEIGHBOURS},
            key=lambda pair: (-len(pair[0]), pair),
        ),
        "stop": sorted({fold(word) for word in STOP_WORDS}),
        "comparing": sorted({fold(word) for word in COMPARING}),
    }
