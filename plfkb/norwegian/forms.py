"""Inflected Norwegian words, bokmål and nynorsk: which dictionary words a form may stem from, and the other way.

The words come from simplemma's dictionaries. They give one lemma for each form and know neither genitives nor most
compounds, so this module adds the genitive's -s, reads a compound by its last part, and takes a form that the
dictionary gives to a verb for a noun's as well («disipliner» of «disiplin», which it knows as «disiplinere» only).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import chain

from simplemma.strategies import DEFAULT_DICTIONARY_FACTORY

_LANGUAGES = ("nb", "nn")
# The regular endings of nouns, each with what the dictionary word may end in instead.
_ENDINGS: Mapping[str, tuple[str, ...]] = {
    "ene": ("", "e"),
    "ane": ("", "e"),
    "en": ("", "e"),
    "et": ("", "e"),
    "er": ("", "e"),
    "ar": ("", "e"),
    "a": ("", "e"),
}
_SHORTEST_STEM = 3
_SHORTEST_TAIL = 4
_FALLBACK_TAIL = 5
_LONG_HEAD, _LONG_TAIL = 4, 6
_LONGEST = 60  # what is longer is no word, and splitting it would cost
_PARTICIPLE = re.compile(r"(?:t|te|d|de|dd|dde|a)$")
_PRESENT_PARTICIPLE = re.compile(r"[ea]nde$")
# Letters for a word, written with a hyphen before the ending: «PLF-er», «PLF-ene», «CLLP-s».
_SHORT_FORM = re.compile(r"^(\w+)-(?:en|et|a|er|ar|ene|ane|ens|ets|enes|anes|s)$")


def fold_word(word: str) -> str:
    """A word as it is compared: composed Unicode, one kind of apostrophe, no case."""
    return unicodedata.normalize("NFC", word).replace("’", "'").casefold()


class Forms:
    """The forms of words. Loads the dictionaries when first asked (half a second) and remembers every answer.

    Make one for a build. Words are given in any case and come out folded.
    """

    def __init__(self) -> None:
        self._keys: dict[str, frozenset[str]] = {}
        self._heads: dict[str, bool] = {}

    def keys(self, word: str) -> frozenset[str]:
        """What a word may be a form of, itself always among them.

        Two words with a key in common may be forms of one word: «læringsfellesskapenes» and «læringsfellesskap»,
        «profesjonelle» and «profesjonelt». Keys are for comparing; those of an unknown word need not be words.
        """
        folded = fold_word(word)
        found = self._keys.get(folded)
        if found is None:
            found = self._keys[folded] = frozenset(self._readings(folded))
        return found

    def forms(self, word: str) -> frozenset[str]:
        """The inflected forms of a noun, an adjective or a verb that dictionaries have, itself and genitives among them.

        A compound that they lack is inflected by its last part.
        """
        folded = fold_word(word)
        found = {folded}
        head, tail = "", folded
        if not self._lemmas(folded):
            head, tail = next(self._compounds(folded), ("", folded))
        for lemma in (tail,) if self._is_lemma(tail) else self._lemmas(tail):
            found |= {head + form for form in self._inflected.get(lemma, ())}
        return frozenset(found | {form if form.endswith("s") else form + "s" for form in found})

    def parts(self, word: str) -> tuple[str, ...]:
        """The words that a compound is made of: «dobbeltkretslæringen» is dobbelt, krets and læringen.

        A word that cannot be split into words that the dictionaries have is one part. A word that they have is split
        when both parts are long, so that «elevmedvirkning» comes apart and «fellesskap» does not.
        """
        folded = fold_word(word)
        words = (self._without_genitive(folded), folded)
        known = any(map(self._lemmas, words))
        for head, tail in chain.from_iterable(map(self._compounds, words)):
            if not known or (len(head) >= _LONG_HEAD and len(tail) >= _LONG_TAIL):
                return (*self.parts(self._bare(head)), tail)
        return (folded,)

    def participle(self, word: str) -> bool:
        """Whether a word is a verb's past tense or participle, «delt» or «delte»; those two are spelt alike too often."""
        folded = fold_word(word)
        if _PRESENT_PARTICIPLE.search(folded) or not _PARTICIPLE.search(folded):
            return False
        return any(key != folded and key.endswith("e") for key in self.keys(folded))

    def _readings(self, word: str) -> Iterator[str]:
        yield word
        short = _SHORT_FORM.match(word)
        if short:
            yield short[1]
        if _PRESENT_PARTICIPLE.search(word):
            yield word[:-4] + "ende"  # lærande, lærende: uninflected, and no infinitive
            return
        lemmas = self._lemmas(word)
        yield from lemmas
        if not lemmas:
            yield from self._of_compound(word)
        bare = self._without_genitive(word)
        if bare != word and word not in lemmas:
            yield from self._readings(bare)

    def _of_compound(self, word: str) -> Iterator[str]:
        """What a word that no dictionary has may be a form of."""
        for head, tail in self._compounds(word):
            yield from (head + lemma for lemma in self._lemmas(tail))
            return
        for head, tail in self._splits(word):
            if len(tail) >= _FALLBACK_TAIL:
                yield from (head + lemma for lemma in self._lemmas(tail))
                break
        yield from _stems(word)

    def _compounds(self, word: str) -> Iterator[tuple[str, str]]:
        """The ways to split a word in which the first part, too, is made of words."""
        return ((head, tail) for head, tail in self._splits(word) if self._is_head(head))

    def _splits(self, word: str) -> Iterator[tuple[str, str]]:
        """Ways to cut a word in two so that the dictionaries have the last part, the longest last part first."""
        if len(word) > _LONGEST:
            return
        start = word.rfind("-") + 1 or _SHORTEST_STEM
        for cut in range(start, len(word) - _SHORTEST_TAIL + 1):
            if self._lemmas(word[cut:]):
                yield word[:cut], word[cut:]

    def _is_head(self, head: str) -> bool:
        """Whether something may be the first part of a compound: words, perhaps with a linking -s or -e, or a hyphen."""
        found = self._heads.get(head)
        if found is None:
            bare = self._bare(head)
            found = head.endswith("-") or bool(self._lemmas(bare)) or any(self._compounds(bare))
            self._heads[head] = found
        return found

    def _bare(self, head: str) -> str:
        """The first part of a compound without what links it to the next."""
        head = head.removesuffix("-")
        candidates = (head, head.removesuffix("s"), head.removesuffix("e"))
        return next((word for word in candidates if self._lemmas(word)), head)

    @staticmethod
    def _without_genitive(word: str) -> str:
        bare = word.removesuffix("s").removesuffix("'")
        return bare if len(bare) >= _SHORTEST_STEM else word

    def _lemmas(self, word: str) -> tuple[str, ...]:
        """The dictionary words behind a form that the dictionaries have; nothing when they lack it."""
        found = [
            lemma.casefold()
            for dictionary in self._dictionaries
            if (lemma := dictionary.get(word)) is not None
        ]
        if not found:
            return ()
        # One lemma for each form: a noun's form that is also a verb's is lost, so look for the noun.
        found += [stem for stem in _stems(word) if self._is_lemma(stem)]
        return tuple(dict.fromkeys(found))

    def _is_lemma(self, word: str) -> bool:
        return any(dictionary.get(word) == word for dictionary in self._dictionaries)

    @cached_property
    def _dictionaries(self) -> tuple[Mapping[str, str], ...]:
        return tuple(DEFAULT_DICTIONARY_FACTORY.get_dictionary(language) for language in _LANGUAGES)

    @cached_property
    def _inflected(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for dictionary in self._dictionaries:
            for form, lemma in dictionary.items():
                found.setdefault(lemma, []).append(form)
        return {lemma: tuple(forms) for lemma, forms in found.items()}


def _stems(word: str) -> Iterator[str]:
    """What a regular noun may be when its ending is taken off."""
    for ending, endings in _ENDINGS.items():
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            if len(stem) >= _SHORTEST_STEM:
                yield from (stem + other for other in endings)
