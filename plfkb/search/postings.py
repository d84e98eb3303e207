"""The index: for each stem the documents it leads to, and how strongly."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from plfkb.norwegian.forms import Forms
from plfkb.norwegian.search_words import fold, stem, words
from plfkb.norwegian.stop_words import STOP_WORDS
from plfkb.search.documents import Document, Name, Role

NAMED = 15
"""The passage number of a hit in a name."""
WHOLE = "="
"""Begins the key of a whole name."""

_ROLES: Mapping[Role, float] = {
    Role.TITLE: 1.0, Role.ALSO: 0.95, Role.FORM: 0.95, Role.ENGLISH: 0.95, Role.NYNORSK: 0.95, Role.COVERS: 0.7,
    Role.DISCOURAGED: 0.9, Role.RETIRED: 0.9, Role.SIDE: 0.5, Role.PART: 0.4, Role.INITIALS: 0.3,
    Role.HIDDEN: 0.85, Role.VARIANT: 0.7,
}  # fmt: skip
_TOP = 255
_NAME, _TEXT, _AUTHOR, _PART = 0.62, 0.38, 0.9, 0.55
_SUMMARY, _HEADING, _LEAD, _BODY, _TEXT_PART = 4.0, 2.0, 1.4, 1.0, 0.45
_SATURATION, _LENGTH = 2.0, 0.6
_MOST = 400
_STOP = frozenset(fold(word) for word in STOP_WORDS)


class Posting(NamedTuple):
    """A document (its number) that a key leads to: how strongly (1 to 255), and in which of its passages."""

    document: int
    weight: int
    passage: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A key of the index. ``count`` is the number of documents that have it, also those left out of ``postings``."""

    count: int
    postings: tuple[Posting, ...]


@dataclass(frozen=True, slots=True)
class Read:
    """A document with what it is found by: the share of names, the weight in the text with the passage, whole names."""

    document: Document
    named: Mapping[str, float]
    text: Mapping[str, tuple[float, int]]
    whole: Mapping[str, float]
    length: int


def read(found: Iterable[Document], forms: Forms) -> Iterator[Read]:
    """What depends on one document alone."""
    vocabulary = _Vocabulary(forms)
    for document in found:
        length = sum(len(passage.text.split()) for passage in document.passages)
        named, text = _named(document, vocabulary), _text(document, vocabulary)
        yield Read(document, named, text, _whole(document.names), length)


def index(found: Sequence[Document], forms: Forms) -> dict[str, Entry]:
    """The index of the documents; their numbers are their places in ``found``."""
    return joined(tuple(read(found, forms)))


def joined(found: Sequence[Read]) -> dict[str, Entry]:
    """The index of documents that have been read."""
    average = sum(item.length for item in found) / max(len(found), 1) or 1.0
    postings: defaultdict[str, list[Posting]] = defaultdict(list)
    for number, item in enumerate(found):
        norm = 1 - _LENGTH + _LENGTH * item.length / average
        for key in item.named.keys() | item.text.keys():
            frequency, passage = item.text.get(key, (0.0, 0))
            weight = _TEXT * frequency / (frequency + _SATURATION * norm)
            if key in item.named:
                weight, passage = weight + _NAME * item.named[key], NAMED
            postings[key].append(Posting(number, max(1, min(_TOP, round(_TOP * weight))), passage))
        for key, weight in item.whole.items():
            postings[key].append(Posting(number, round(_TOP * weight), NAMED))
    return {key: Entry(len(entries), _strongest(entries)) for key, entries in postings.items()}


def _strongest(postings: list[Posting]) -> tuple[Posting, ...]:
    if len(postings) > _MOST:
        postings = sorted(postings, key=lambda posting: -posting.weight)[:_MOST]
    return tuple(sorted(postings, key=lambda posting: posting.document))


class _Vocabulary:
    """What each word is found by, worked out once for a word."""

    def __init__(self, forms: Forms) -> None:
        self._forms = forms
        self._known: dict[str, tuple[frozenset[str], frozenset[str]]] = {}

    def keys(self, word: str) -> tuple[frozenset[str], frozenset[str]]:
        """The stems of a word, and those of the words it is put together of."""
        if word not in self._known:
            stems = frozenset(stem(fold(key)) for key in self._forms.keys(word)) | {stem(fold(word))}
            self._known[word] = stems, frozenset(self._parts(word)) - stems
        return self._known[word]

    def _parts(self, word: str) -> Iterator[str]:
        """The parts of a compound, and what they make up together: «krets» and «enkeltkrets» in «enkeltkretslæring»."""
        parts = self._forms.parts(word)
        if len(parts) == 1:
            return
        starts, position = [], 0
        for part in parts:
            position = word.index(part, position)
            starts.append(position)
            position += len(part)
        for first in range(len(parts)):
            for last in range(first, len(parts)):
                yield stem(fold(word[starts[first] : starts[last] + len(parts[last])]))


def _content(text: str) -> list[str]:
    """The words of a text that say something."""
    return [word for word in words(text) if fold(word) not in _STOP]


def _named(document: Document, vocabulary: _Vocabulary) -> dict[str, float]:
    """How much of a name each stem makes up, at best."""
    found: dict[str, float] = {}
    for name in document.names:
        content = _content(name.text) or words(name.text)
        total = sum(map(_size, content)) or 1
        for word in content:
            share = math.sqrt(_size(word) / total) * _ROLES[name.role]
            stems, parts = vocabulary.keys(word)
            for key in stems:
                found[key] = max(found.get(key, 0.0), share)
            for key in parts:
                portion = share * _PART * math.sqrt(min(1, len(key) / len(word)))
                found[key] = max(found.get(key, 0.0), portion)
    for author, share in document.authors.items():
        for word in words(author):
            key = stem(fold(word))
            found[key] = max(found.get(key, 0.0), _AUTHOR * share)
    return found


def _size(word: str) -> float:
    return min(len(word), 12)


def _text(document: Document, vocabulary: _Vocabulary) -> dict[str, tuple[float, int]]:
    """How often each stem occurs in the text, weighted by where, and the passage in which it says most."""
    totals: defaultdict[str, float] = defaultdict(float)
    best: dict[str, tuple[float, int]] = {}

    def add(text: str, weight: float, number: int) -> None:
        here: defaultdict[str, float] = defaultdict(float)
        for word, times in Counter(_content(text)).items():
            stems, parts = vocabulary.keys(word)
            for key in stems:
                here[key] += weight * times
            for key in parts:
                here[key] += weight * times * _TEXT_PART
        for key, sum_ in here.items():
            totals[key] += sum_
            if sum_ > best.get(key, (0.0, 0))[0]:
                best[key] = sum_, number

    add(document.summary, _SUMMARY, 0)
    for number, passage in enumerate(document.passages):
        add(passage.heading, _HEADING, number)
        add(passage.text, _BODY if number else _LEAD, number)
    return {key: (total, best[key][1]) for key, total in totals.items()}


def _whole(names: Iterable[Name]) -> dict[str, float]:
    """Keys for whole names, written together: «lærings felleskap» is «læringsfellesskap», too."""
    found: dict[str, float] = {}
    for name in names:
        if name.role in (Role.SIDE, Role.PART):
            continue
        folded = [fold(word) for word in words(name.text)]
        for joined in ("".join(folded), "".join(map(stem, folded))):
            if joined:
                key = WHOLE + stem(joined)
                found[key] = max(found.get(key, 0.0), _ROLES[name.role])
    return found
