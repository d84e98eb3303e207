"""Checks of the works in the bibliography, and of what entries cite."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import chain
from pathlib import PurePosixPath

from plfkb.checks import source_forms as forms
from plfkb.errors import Place, Problem
from plfkb.languages import Said
from plfkb.model import KnowledgeBase
from plfkb.norwegian.suggest import suggestion
from plfkb.reading.bibtex import LOSING
from plfkb.reading.bibtex_places import place_of_field
from plfkb.references.dates import year_of
from plfkb.works import Citation, Names, Source

_THESES = ("mastersthesis", "phdthesis", "thesis")
_CHAPTERS = ("incollection", "inbook", "inproceedings", "conference", "inreference")
_Wanted = tuple[tuple[str, ...], Said]
_TITLE: _Wanted = (("title", "shorthand"), Said("tittel", "a title"))
_DATE: _Wanted = (("year", "date"), Said("årstall", "a year"))
_AUTHOR = Said("forfatter", "an author")
_PUBLISHER = Said("forlag", "a publisher")
_ISSUER = Said("utgiver", "a publisher")

_REQUIRED: dict[str, tuple[_Wanted, ...]] = {
    "article": (
        _DATE,
        (("journal", "journaltitle"), Said("navnet på tidsskriftet", "the name of the journal")),
    ),
    "book": (_DATE,),
    "collection": (_DATE,),
    "report": (_DATE,),
    "techreport": (_DATE,),
    "online": ((("url", "doi"), Said("nettadresse", "a web address")),),
    **dict.fromkeys(
        _CHAPTERS, (_DATE, (("booktitle", "maintitle"), Said("tittelen på boka", "the title of the book")))
    ),
    **dict.fromkeys(_THESES, (_DATE, (("author",), _AUTHOR))),
}
"""For each type, groups of fields of which one must be filled, with what they hold. All works need a title."""

_WANTED: dict[str, tuple[_Wanted, ...]] = {
    "article": (
        (("author",), _AUTHOR),
        (("volume", "number", "issue", "doi", "url"), Said("bind eller hefte", "a volume or issue")),
    ),
    "book": (
        (("author", "editor"), Said("forfatter eller redaktør", "an author or editor")),
        (("publisher",), _PUBLISHER),
    ),
    "collection": ((("editor",), Said("redaktør", "an editor")), (("publisher",), _PUBLISHER)),
    "report": ((("institution", "publisher", "author"), _ISSUER),),
    "techreport": ((("institution", "publisher", "author"), _ISSUER),),
    **dict.fromkeys(
        _CHAPTERS,
        ((("author",), _AUTHOR), (("pages", "chapter", "eid", "doi"), Said("sidetall", "page numbers"))),
    ),
    **dict.fromkeys(_THESES, ((("school", "institution"), Said("lærested", "a school")),)),
}
"""As ``_REQUIRED``, but the printed entry can do without."""

_YEAR = Said("et årstall", "a year")
_YEAR_EXAMPLE = Said("fire sifre: 2006", "four digits: 2006")
_DAY = Said("en dato", "a date")
_DAY_EXAMPLE = Said("år-måned-dag: 2016-01-11", "year-month-day: 2016-01-11")

_MARKS = {
    "x-read": ("yes",),
    "x-status": ("verified", "plausible"),
    "x-ident": ("stated", "inferred", "uncertain"),
}


def hygiene(kb: KnowledgeBase) -> Iterator[Problem]:
    """Every check of the works as such, work by work."""
    return chain(duplicates(kb), missing_fields(kb), malformed(kb), marks(kb))


def duplicates(kb: KnowledgeBase) -> Iterator[Problem]:
    """Works under two keys: the same DOI, or the same authors, year and title."""
    seen: dict[tuple[str, ...], Source] = {}
    for source in kb.sources.values():
        names = source.names.get("author") or source.names.get("editor") or Names()
        people = " ".join(name.family for name in names.names)
        title = re.sub(r"\W+", " ", f"{source.get('title')} {source.get('subtitle')}").strip()
        work = (_bare(people), year_of(source), _bare(title), _bare(source.get("edition")))
        identities = [
            ((forms.bare_doi(source.get("doi")),), Said("samme DOI", "the same DOI")),
            (work, Said("samme navn, år og tittel", "the same names, year and title")),
        ]
        for identity, same in identities:
            if not identity[0] or not title:
                continue
            other = seen.setdefault(identity, source)
            if other is not source:
                facts = {"key": source.key, "other": other.key, "same": same}
                yield Problem("verk-dobbelt", source.place, facts)
                break


def _bare(text: str) -> str:
    return " ".join(text.casefold().split())


def missing_fields(kb: KnowledgeBase) -> Iterator[Problem]:
    """Fields that a work of its type must have, or should have, to be printed in full."""
    for source in kb.sources.values():
        undated = bool(source.get("pubstate"))
        for fields, what in chain((_TITLE,), _REQUIRED.get(source.type, ())):
            if not _has(source, fields) and not (undated and "year" in fields):
                yield _missing("verk-mangler-felt", source, fields, what)
        for fields, what in _WANTED.get(source.type, ()):
            if not _has(source, fields):
                yield _missing("verk-ufullstendig", source, fields, what)


def _has(source: Source, fields: Iterable[str]) -> bool:
    return any(source.get(field) or source.names.get(field) for field in fields)


def _missing(rule: str, source: Source, fields: tuple[str, ...], what: Said) -> Problem:
    facts = {"key": source.key, "what": what, "fields": Said(" eller ".join(fields), " or ".join(fields))}
    return Problem(rule, source.place, facts)


def malformed(kb: KnowledgeBase) -> Iterator[Problem]:
    """DOIs, addresses, ISBNs, years, dates and pages whose form is wrong."""
    for source in kb.sources.values():
        if (doi := source.get("doi")) and forms.doi_is_wrong(doi):
            yield _wrong("verk-doi", source, "doi", doi)
        if (url := source.get("url")) and forms.url_is_wrong(url):
            yield _wrong("verk-url", source, "url", url)
        if (isbn := source.get("isbn")) and (wrong := forms.wrong_isbn(isbn)):
            yield _wrong("verk-isbn", source, "isbn", wrong.number, why=wrong.why)
        for field in ("year", "origyear"):
            if (value := source.get(field)) and forms.year_is_wrong(value):
                yield _wrong("verk-ar", source, field, value, expected=_YEAR, example=_YEAR_EXAMPLE)
        for field in ("date", "urldate", "origdate"):
            if (value := source.get(field)) and forms.date_is_wrong(value):
                yield _wrong("verk-ar", source, field, value, expected=_DAY, example=_DAY_EXAMPLE)
        if (pages := source.get("pages")) and (why := forms.wrong_pages(pages)):
            yield _wrong("verk-sider", source, "pages", pages, why=why)


def _wrong(rule: str, source: Source, field: str, value: str, **facts: object) -> Problem:
    place = place_of_field(source, field)
    return Problem(rule, place, {"key": source.key, "field": field, "value": value, **facts})


def marks(kb: KnowledgeBase) -> Iterator[Problem]:
    """Values of x-read, x-status and x-ident that mean nothing, and works in x-known-through that are missing."""
    for source in kb.sources.values():
        for field, known in _MARKS.items():
            if (value := source.get(field)) and value not in known:
                yield _wrong("verk-merking", source, field, value, known=", ".join(known))
        for target in _known_through(source):
            if target not in kb.sources:
                place = place_of_field(source, "x-known-through")
                hint = suggestion(
                    target,
                    kb.sources,
                    Said("rett nøkkelen, eller ta den bort", "mend the key, or take it away"),
                )
                facts = {"key": source.key, "target": target, "suggestion": hint}
                yield Problem("verk-ukjent-kjennskap", place, facts)


def _known_through(source: Source) -> list[str]:
    return [key for part in source.get("x-known-through").split(",") if (key := part.strip())]


def unused(kb: KnowledgeBase, used: Collection[str]) -> Iterator[Problem]:
    """Works that nothing refers to; ``used`` holds every key in use, those known only «via» included."""
    for key, source in kb.sources.items():
        if key not in used:
            yield Problem("ubrukt-kilde", source.place, {"key": key})


def uncertain(source: Source) -> str:
    """Why it is not certain that a work is what it is held to be, as a mark («x-status: plausible»), or «»."""
    if source.get("x-status") == "plausible":
        return "x-status: plausible"
    if source.get("x-ident") == "uncertain":
        return "x-ident: uncertain"
    return ""


def cited(kb: KnowledgeBase, uses: Iterable[tuple[Citation, Place]]) -> Iterator[Problem]:
    """What is wrong with the citations of a text: unknown keys, and works cited as read that were not read.

    Whether works were read is asked only when the bibliography marks at least one of them as read. A key whose
    entry could not be read from its file is not unknown: the file has been complained about already.
    """
    # A folder that cannot be listed has no ending.
    whole = all(PurePosixPath(path).suffix not in ("", ".bib") for path in kb.unread)
    marked = any(source.read for source in kb.sources.values())
    lost = {str(problem.facts.get("key", "")) for problem in kb.problems if problem.rule in LOSING}
    for citation, place in uses:
        for key in filter(None, (citation.key, citation.via)):
            if whole and key not in kb.sources and key not in lost:
                otherwise = Said(
                    "rett nøkkelen, eller legg kilden i litteraturlista",
                    "mend the key, or add the source to the bibliography",
                )
                facts = {"key": key, "suggestion": suggestion(key, kb.sources, otherwise)}
                yield Problem("ukjent-kilde", place, facts)
        source, via = kb.sources.get(citation.key), kb.sources.get(citation.via)
        if citation.via:
            if marked and via is not None and not via.read:
                yield Problem("via-ulest-kilde", place, {"key": citation.key, "via": citation.via})
        elif source is not None and not source.read:
            yield from _unread(kb, source, place, marked)


def _unread(kb: KnowledgeBase, source: Source, place: Place, marked: bool) -> Iterator[Problem]:
    through = [key for key in _known_through(source) if key in kb.sources and kb.sources[key].read]
    facts = {"key": source.key, "example": f"[@{source.key} via @{through[0] if through else '…'}]"}
    if why := uncertain(source):
        yield Problem("usikker-kilde-direkte", place, {**facts, "why": why})
    elif marked:
        yield Problem("ulest-kilde-direkte", place, facts)


def unreadable(misses: Iterable[tuple[str, Place]]) -> Iterator[Problem]:
    """Text (as written) that looks like a citation, but is not read as one."""
    for text, place in misses:
        yield Problem("uleselig-henvisning", place, {"text": text})
