"""Bibliographies: BibTeX files to ``Source``s, and a problem for everything that is not as it should be.

For each file, the number of ``@type{`` is the number of sources read plus the number of entries lost, and each
lost entry has exactly one problem whose rule is in ``LOSING``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, MutableMapping, Sequence
from functools import lru_cache

from pybtex.utils import CaseInsensitiveDict

from plfkb.errors import Place, Problem
from plfkb.reading.bibtex_crossref import resolve_crossrefs
from plfkb.reading.bibtex_entries import Entry, read_entries
from plfkb.reading.bibtex_faults import LOSING
from plfkb.reading.latex import decode, decode_address, squeeze
from plfkb.reading.names import read_names
from plfkb.works import Names, Source

__all__ = ["LOSING", "read_bibliographies", "read_bibliography"]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME_FIELDS = frozenset({"author", "editor", "translator"})
_LITERAL_FIELDS = frozenset({"date", "doi", "eprint", "eventdate", "file", "origdate", "url", "urldate"})
"""Fields in which ``~``, ``--`` and ``%`` mean themselves."""
_KEY_FIELDS = frozenset({"crossref", "xref", "x-known-through"})
_CITABLE_KEY = re.compile(r"\w(?:[\w:.#$%&+?<>~/-]*[\w/])?")


def read_bibliography(text: str, path: str) -> tuple[list[Source], list[Problem]]:
    """The sources of one file, in the order of the file. Raises nothing: complaints are in the second list."""
    sources, problems = read_bibliographies([(path, text)])
    return list(sources.values()), problems


def read_bibliographies(files: Sequence[tuple[str, str]]) -> tuple[dict[str, Source], list[Problem]]:
    """The sources of all files (path, text) by key, in the order given.

    The files share their ``@string`` definitions, their keys and their cross-references.
    """
    sources, problems = _read_files(tuple(files))
    return dict(sources), list(problems)


@lru_cache(maxsize=2)  # the preview reads the same files again and again
def _read_files(files: tuple[tuple[str, str], ...]) -> tuple[dict[str, Source], list[Problem]]:
    macros = CaseInsensitiveDict({name: str(number) for number, name in enumerate(_MONTHS, start=1)})
    sources: dict[str, Source] = {}
    problems: list[Problem] = []
    first: dict[str, Source] = {}
    for path, text in files:
        for item in _read_file(text, path, macros):
            if isinstance(item, Problem):
                problems.append(item)
                continue
            earlier = first.setdefault(item.key.lower(), item)
            if earlier is item:
                sources[item.key] = item
            else:
                facts = {"key": item.key, "earlier": earlier.place}
                problems.append(Problem("bib-dobbel-nokkel", item.place, facts))
    return resolve_crossrefs(sources, problems)


def _read_file(text: str, path: str, macros: MutableMapping[str, str]) -> Iterator[Source | Problem]:
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if not unicodedata.is_normalized("NFC", text):
        composed = unicodedata.normalize("NFC", text)
        yield Problem("bib-sammensatte-tegn", Place(path, _first_difference(text, composed)))
        text = composed
    for item in read_entries(text, path, macros):
        if isinstance(item, Problem):
            yield item
        else:
            yield from _source(item, path)


def _first_difference(text: str, other: str) -> int:
    pairs = zip(text.split("\n"), other.split("\n"), strict=False)
    return next((number for number, (one, two) in enumerate(pairs, start=1) if one != two), 1)


def _source(entry: Entry, path: str) -> Iterator[Source | Problem]:
    fields: dict[str, str] = {}
    names: dict[str, Names] = {}
    seen: dict[str, int] = {}

    def problem(rule: str, field: str, **facts: object) -> Problem:
        place = Place(path, entry.line_of(field, seen[field]))
        return Problem(rule, place, {"key": entry.key, "field": field, **facts})

    if not _CITABLE_KEY.fullmatch(entry.key):
        yield Problem("bib-nokkel-tegn", Place(path, entry.line), {"key": entry.key})
    for written, value in entry.fields:
        field = written.lower()
        seen[field] = seen.get(field, 0) + 1
        if seen[field] > 1:
            yield problem("bib-dobbelt-felt", field)
            continue
        unknown: tuple[str, ...] = ()
        if field in _NAME_FIELDS:
            read = read_names(value)
            unknown = read.unknown
            if read.names or read.names.others:
                names[field] = read.names
            for fault in read.faults:
                yield problem(fault.rule, field, **fault.facts)
        elif field in _LITERAL_FIELDS:
            fields[field] = decode_address(value)
        elif field in _KEY_FIELDS:
            fields[field] = squeeze(value)
        else:
            decoded = decode(value)
            fields[field], unknown = decoded.text, decoded.unknown
        for command in unknown:
            yield problem("bib-ukjent-kommando", field, command=command)
    filled = {field: value for field, value in fields.items() if value}
    yield Source(entry.key, entry.type, filled, names, Place(path, entry.line), entry.raw)
