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


# Letters and digits, joined by hyphens, apostrophes and, within numbers, by points («PLF-et», «3.5»). A hyphen at
# the end belongs to the word: «enkeltkrets-» is not «enkeltkrets». Python-Markdown's placeholders are passed over.
_WORD = re.compile(
    r"\x02[^\x03]*\x03|([^\W_]+(?:(?:[-\u2010\u2011'’]|(?<=\d)[.,](?=\d))[^\W_]+)*[-\u2010\u2011]?)"
)
_SPACES = re.compile(r"[\s\u00ad]+")
_ARTICLES = frozenset({"den", "det", "de", "dei"})


@dataclass(frozen=True, slots=True)
class _Pattern:
    """A name as words; ``participles`` tells of each word but the last whether it is one."""

    name: Name
    words: tuple[str, ...]
    participles: tuple[bool, ...]

    def fits(self, found: Sequence[str], forms: Forms) -> bool:
        """Whether words that have the right keys are this name in running text.

        Capitals in a name are capitals in the text («PISA», «Om lærerrollen»), and «delt visjon» is not «dele visjoner».
        """
        if not all(map(_same_capitals, self.words, found)):
            return False
        return all(map(lambda word, wanted: forms.participle(word) == wanted, found[:-1], self.participles))


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
    """The longest run of words that is a name: where it stands in the text, and the names that it may be."""

    start: int
    end: int
    names: tuple[Name, ...]


class Phrases:
    """A tree of names. An article that opens a name is left out of it: «den nordiske modellen» is «nordisk modell»."""

    def __init__(self, names: Iterable[Name], forms: Forms) -> None:
        self._forms = forms
        self._root = _Node()
        # Most words of a text begin no name, and texts use the same words again and again.
        self._starts: dict[str, list[_Node]] = {}
        for name in names:
            self._add(name)

    def _add(self, name: Name) -> None:
        words = _words(name.text)
        node = self._root
        for gap, word in words:
            step = gap, fold_word(word)
            child = node.made.get(step)
            if child is None:
                child = node.made[step] = _Node()
                for key in self._forms.keys(word):
                    node.next.setdefault((gap, key), []).append(child)
            node = child
        texts = tuple(word for _, word in words)
        if texts:
            node.ends.append(_Pattern(name, texts, tuple(map(self._forms.participle, texts[:-1]))))

    def find(self, text: str) -> Iterator[Found]:
        """Names in running text, the longest at each place, none inside another."""
        starts, position = self._starts, 0
        for match in _WORD.finditer(text):
            word = match[1]
            nodes = starts.get(word)
            if nodes is None:
                nodes = starts[word] = list(self._on([self._root], "", _plain(word))) if word else []
            if nodes and match.start() >= position:
                found = self._longest(text, match, nodes)
                if found is not None:
                    yield found
                    position = found.end

    def whole(self, text: str) -> tuple[Name, ...]:
        """The names that a text as a whole is a form of, whatever its capitals."""
        nodes = [self._root]
        for gap, word in _words(text):
            nodes = list(self._on(nodes, gap, word))
        return tuple(pattern.name for node in nodes for pattern in node.ends)

    def _longest(self, text: str, first: re.Match[str], nodes: list[_Node]) -> Found | None:
        """The longest name that begins with a word. ``nodes`` is where that word alone leads."""
        run, end = [_plain(first[1])], first.end()
        best: Found | None = None
        while True:
            names = tuple(
                pattern.name for node in nodes for pattern in node.ends if pattern.fits(run, self._forms)
            )
            if names:
                best = Found(first.start(), end, names)
            if not any(node.next for node in nodes):
                return best
            following = _WORD.search(text, end)
            if following is None or not following[1]:
                return best
            gap, word = _gap(text[end : following.start()]), _plain(following[1])
            nodes = list(self._on(nodes, gap, word))
            run.append(word)
            end = following.end()

    def _on(self, nodes: Sequence[_Node], gap: str, word: str) -> Iterator[_Node]:
        seen: set[int] = set()
        for key in self._forms.keys(word):
            for node in nodes:
                for following in node.next.get((gap, key), ()):
                    if id(following) not in seen:
                        seen.add(id(following))
                        yield following


def _words(name: str) -> list[tuple[str, str]]:
    """The words of a name, each with what stands before it, without an article that opens the name."""
    found: list[tuple[str, str]] = []
    end = 0
    for match in _WORD.finditer(name):
        if match[1]:
            found.append((_gap(name[end : match.start()]) if found else "", _plain(match[1])))
            end = match.end()
    if len(found) > 1 and fold_word(found[0][1]) in _ARTICLES:
        return [("", found[1][1]), *found[2:]]
    return found


def _gap(between: str) -> str:
    return _SPACES.sub(" ", between)


def _plain(word: str) -> str:
    """A word with ordinary hyphens."""
    return word.replace("\u2010", "-").replace("\u2011", "-")
