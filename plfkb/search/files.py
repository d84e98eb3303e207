"""The index as files: a register that is read first, pieces of the index, and what results show.

A browser fetches the register, then for each word of a query the piece that holds it, then the documents that it
shows. Pieces hold keys with like consonants, so that a misspelt word is looked for where the right one is. The files
lie in a folder named by their content: a browser never mixes the index of two days.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256
from itertools import groupby

from plfkb import json_text
from plfkb.norwegian.search_words import sound, tables
from plfkb.search.documents import TOLD, Document, Role
from plfkb.search.postings import NAMED, WHOLE, Entry

FOLDER = "sok/data/"
REGISTER = f"{FOLDER}register.json"
_PIECE = 24_000
"""Characters in a piece of the index, about a quarter of it when compressed."""
_TOGETHER = 3
"""Keys that agree in so many consonants stay in one piece if it does not grow too large."""
_SHOWN = 6
"""Documents in one file."""
_SHORTEST = 4
"""Letters in a word that may be taken for a slip."""


def files(found: Sequence[Document], index: Mapping[str, Entry]) -> dict[str, str]:
    """Address to content."""
    pieces = _pieces(index)
    made = {f"i{number}.json": json_text.compact(dict(piece)) for number, (_, piece) in enumerate(pieces)}
    made["words.json"] = json_text.compact(_words(index))
    shown = [found[start : start + _SHOWN] for start in range(0, len(found), _SHOWN)]
    made |= {
        f"d{number}.json": json_text.compact([_shown(document) for document in some])
        for number, some in enumerate(shown)
    }
    version = sha256("".join(made.values()).encode()).hexdigest()[:10]
    register = _register(found, [first for first, _ in pieces], version)
    return {
        REGISTER: json_text.compact(register),
        **{f"{FOLDER}{version}/{name}": text for name, text in made.items()},
    }


def _register(found: Sequence[Document], firsts: list[str], version: str) -> dict[str, object]:
    types = list(dict.fromkeys(document.type for document in found))
    themes = list(dict.fromkeys(document.theme for document in found))
    kinds = list(dict.fromkeys(document.kind.value for document in found))
    return {
        "version": version,
        "together": _SHOWN,
        "pieces": firsts,
        "kinds": kinds,
        "types": types,
        "themes": themes,
        # One number for each document: its kind, type and theme, as places in the lists above.
        "documents": [
            (kinds.index(document.kind.value) * len(types) + types.index(document.type)) * len(themes)
            + themes.index(document.theme)
            for document in found
        ],
        "roles": [role.value for role in Role],
        "language": tables(),
    }


def _words(index: Mapping[str, Entry]) -> list[str]:
    """The stems that stand in names, for slips in the first letters of a word."""
    return sorted(
        key
        for key, entry in index.items()
        if key.isalpha()
        and len(key) >= _SHORTEST
        and any(posting.passage == NAMED for posting in entry.postings)
    )


def _shown(document: Document) -> list[object]:
    roles = list(Role)
    return [
        document.address,
        document.title,
        _shortened(document.summary),
        [[name.text, roles.index(name.role)] for name in document.names if name.role in TOLD],
        [[passage.id, passage.heading] for passage in document.passages],
    ]


def _shortened(text: str, longest: int = 260) -> str:
    if len(text) <= longest:
        return text
    return text[:longest].rsplit(" ", 1)[0].rstrip(".,;:") + " …"


Item = tuple[str, list[int]]


def _pieces(index: Mapping[str, Entry]) -> list[tuple[str, list[Item]]]:
    """The index cut up, each piece with the consonants that it begins with; one at least, for there is always one to ask."""
    keyed = sorted((sound(key.removeprefix(WHOLE)), key, _flat(entry)) for key, entry in index.items())
    pieces: list[tuple[str, list[Item]]] = []
    size = _PIECE
    for first, group in _groups(keyed, _TOGETHER):
        length = sum(len(key) + 3 * len(flat) for key, flat in group)
        if size + length > _PIECE and size:
            pieces.append((first if pieces else "", []))
            size = 0
        pieces[-1][1].extend(group)
        size += length
    return pieces or [("", [])]


def _groups(keyed: list[tuple[str, str, list[int]]], length: int) -> list[tuple[str, list[Item]]]:
    """Keys that share their first consonants; a group too large for one piece is cut by one consonant more."""
    made: list[tuple[str, list[Item]]] = []
    for first, members in groupby(keyed, key=lambda item: item[0][:length]):
        group = list(members)
        large = sum(len(key) + 3 * len(flat) for _, key, flat in group) > _PIECE
        if large and any(len(code) > length for code, _, _ in group):
            made += _groups(group, length + 1)
        else:
            made.append((first, [(key, flat) for _, key, flat in group]))
    return made


def _flat(entry: Entry) -> list[int]:
    """A count, then for each posting the step from the document before and the weight with the passage."""
    flat, last = [entry.count], 0
    for posting in entry.postings:
        flat += [posting.document - last, posting.weight * 16 + posting.passage]
        last = posting.document
    return flat
