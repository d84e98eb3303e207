"""Names as sequences of words: a tree of them that is walked word by word, in any inflected form.

The walk looks up each word of a text in a table, so what it costs follows the length of the text and not how many names
there are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from plfkb.languages import Said
from plfkb.norwegian.forms import Forms, fold_word


class Role(StrEnum):
    """What a name is to the entry it belongs to."""

    TERM = "anbefalt term"
    ALSO = "tillatt term"
    FORM = "bøyingsform"
    NYNORSK = "nynorsk term"
    COVERS = "dekket navn"
    DISCOURAGED = "frarådd term"

    @property
    def said(self) -> Said:
        return Said(self.value, _ROLES_IN_ENGLISH[self])


_ROLES_IN_ENGLISH = {
    Role.TERM: "the preferred term",
    Role.ALSO: "an admitted term",
    Role.FORM: "an inflected form",
    Role.NYNORSK: "the term in nynorsk",
    Role.COVERS: "a covered name",
    Role.DISCOURAGED: "a discouraged term",
}


@dataclass(frozen=True, slots=True)
class Name:
    """One name of an entry."""

    id: str
    text: str
    role: Role


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text, where it stands, and what stands between it and the word before (spaces as one space)."""

    text: str
    start: int
    end: int
    gap: str


# Letters and digits, joined by hyphens, apostrophes and, within numbers, by points («PLF-et», «3.5»). A hyphen at
# the end belongs to the word: «enkeltkrets-» is not «enkeltkrets». Python-Markdown's placeholders are passed over.
_TOKEN = re.compile(
    r"\x02[^\x03]*\x03|(?P<word>[^\W_]+(?:(?:[-\u2010\u2011'’]|(?<=\d)[.,](?=\d))[^\W_]+)*[-\u2010\u2011]?)"
)
_SPACES = re.compile(r"[\s\u00ad]+")
_ARTICLES = frozenset({"den", "det", "de", "dei"})


def tokens(text: str) -> list[Token]:
    found: list[Token] = []
    end = 0
    for match in _TOKEN.finditer(text):
        if match["word"]:
            word = match["word"].replace("\u2010", "-").replace("\u2011", "-")
            gap = _SPACES.sub(" ", text[end : match.start()]) if found else ""
            found.append(Token(word, match.start(), match.end(), gap))
            end = match.end()
    return found


@dataclass(frozen=True, slots=True)
class _Pattern:
    """A name as words; ``participles`` tells of each word but the last whether it is one."""

    name: Name
    words: tuple[str, ...]
    participles: tuple[bool, ...]

    def fits(self, found: Sequence[Token], forms: Forms) -> bool:
        """Whether words that have the right keys are this name in running text.

        Capitals in a name are capitals in the text («PISA», «Om lærerrollen»), and «delt visjon» is not «dele visjoner».
        """
        if not all(_same_capitals(word, token.text) for word, token in zip(self.words, found, strict=True)):
            return False
        before_last = zip(self.participles, found[:-1], strict=True)
        return all(forms.participle(token.text) == participle for participle, token in before_last)


def _same_capitals(word: str, written: str) -> bool:
    if word.islower():
        return True
    return all(a.isupper() == b.isupper() for a, b in zip(word, written, strict=False))


@dataclass(slots=True)
class _Node:
    """A place in the tree: ``next`` leads on by gap and key, ``made`` by the word as it is written in a name."""

    next: dict[tuple[str, str], list[_Node]] = field(default_factory=dict)
    made: dict[tuple[str, str], _Node] = field(default_factory=dict)
    ends: list[_Pattern] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Found:
    """The longest run of words that is a name: the words from ``first`` up to ``last`` and the names they may be."""

    first: int
    last: int
    names: tuple[Name, ...]


class Phrases:
    """A tree of names. An article that opens a name is left out of it: «den nordiske modellen» is «nordisk modell»."""

    def __init__(self, names: Iterable[Name], forms: Forms) -> None:
        self._forms = forms
        self._root = _Node()
        for name in names:
            self._add(name)

    def _add(self, name: Name) -> None:
        words = _without_article(tokens(name.text))
        if not words:
            return
        node = self._root
        for number, word in enumerate(words):
            gap = word.gap if number else ""
            step = gap, fold_word(word.text)
            child = node.made.get(step)
            if child is None:
                child = node.made[step] = _Node()
                for key in self._forms.keys(word.text):
                    node.next.setdefault((gap, key), []).append(child)
            node = child
        texts = tuple(word.text for word in words)
        node.ends.append(_Pattern(name, texts, tuple(map(self._forms.participle, texts[:-1]))))

    def find(self, words: Sequence[Token]) -> Iterator[Found]:
        """Names in running text, the longest at each place, none inside another."""
        position = 0
        while position < len(words):
            found = self._longest(words, position)
            if found is None:
                position += 1
            else:
                yield found
                position = found.last + 1

    def whole(self, text: str) -> tuple[Name, ...]:
        """The names that a text as a whole is a form of, whatever its capitals."""
        words = _without_article(tokens(text))
        nodes = [self._root]
        for number, word in enumerate(words):
            nodes = list(self._on(nodes, word.gap if number else "", word.text))
        return tuple(pattern.name for node in nodes for pattern in node.ends) if words else ()

    def _longest(self, words: Sequence[Token], first: int) -> Found | None:
        nodes = [self._root]
        best: Found | None = None
        for last in range(first, len(words)):
            word = words[last]
            nodes = list(self._on(nodes, word.gap if last > first else "", word.text))
            if not nodes:
                break
            run = words[first : last + 1]
            names = tuple(
                pattern.name for node in nodes for pattern in node.ends if pattern.fits(run, self._forms)
            )
            if names:
                best = Found(first, last, names)
        return best

    def _on(self, nodes: Sequence[_Node], gap: str, word: str) -> Iterator[_Node]:
        seen: set[int] = set()
        for key in self._forms.keys(word):
            for node in nodes:
                for following in node.next.get((gap, key), ()):
                    if id(following) not in seen:
                        seen.add(id(following))
                        yield following


def _without_article(words: list[Token]) -> list[Token]:
    return words[1:] if len(words) > 1 and fold_word(words[0].text) in _ARTICLES else words
