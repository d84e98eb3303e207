"""A work as CSL-JSON, the data format of citation processors (Zotero, Pandoc, citeproc).

Variables and types by the Citation Style Language 1.0.2; its schema for input data is ``csl-data.json``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from plfkb import json_text
from plfkb.export.values import PUBLISHERS, doi, language, one_line
from plfkb.references.dates import Date
from plfkb.references.kinds import Kind
from plfkb.references.work import Work, accessed
from plfkb.works import Name, Names

_TYPES: Mapping[Kind, str] = {
    Kind.BOOK: "book",
    Kind.CHAPTER: "chapter",
    Kind.ARTICLE: "article-journal",
    Kind.NEWSPAPER: "article-newspaper",
    Kind.REPORT: "report",
    Kind.OFFICIAL: "report",
    Kind.LAW: "legislation",
    Kind.CURRICULUM: "regulation",
    Kind.THESIS: "thesis",
    Kind.WEB: "webpage",
    Kind.FILM: "motion_picture",
    Kind.RECORDING: "broadcast",
    Kind.EPISODE: "broadcast",
    Kind.ENCYCLOPAEDIA: "entry-encyclopedia",
    Kind.UNPUBLISHED: "manuscript",
}
_SPECIAL = {
    "magazine": "article-magazine",
    "regulation": "regulation",
    "inproceedings": "paper-conference",
    "conference": "paper-conference",
    "dataset": "dataset",
    "software": "software",
}


def to_csl(work: Work) -> dict[str, object]:
    """One item; variables without a value are left out."""
    return {name: value for name, value in _variables(work) if value}


def csl_json(works: Iterable[Work]) -> str:
    """Works as the text of a file: a list with one item a line."""
    return listed(json_text.on_a_line(to_csl(work)) for work in works)


def listed(items: Iterable[str]) -> str:
    """Items that are JSON already, as a list."""
    return "[\n" + ",\n".join(items) + "\n]\n"


def _variables(work: Work) -> Iterator[tuple[str, object]]:
    source = work.source
    yield "id", source.key
    yield "type", _type(work)
    yield "title", one_line(work.title)
    yield "author", _names(source.names.get("author"))
    yield "editor", _names(source.names.get("editor"))
    yield "translator", _names(source.names.get("translator"))
    site = work.get("organization", "publisher") if work.kind is Kind.WEB else ""
    yield "container-title", one_line(work.container or work.get("journal", "journaltitle") or site)
    yield "collection-title", one_line(work.get("series"))
    yield "publisher", "" if site else one_line(work.get(*PUBLISHERS))
    yield "publisher-place", work.get("address", "location")
    yield "issued", _date(work.date)
    yield "accessed", _date(accessed(work))
    yield "volume", work.get("volume")
    article = work.kind is Kind.ARTICLE
    yield "issue", work.get("number", "issue") if article else work.get("issue")
    yield "number", "" if article else work.get("number")
    yield "page", re.sub(r"[–—-]+", "-", work.get("pages")) or work.get("eid")
    yield "chapter-number", work.get("chapter")
    yield "edition", work.get("edition")
    yield "version", work.get("version")
    yield "genre", one_line(work.get("type"))
    yield "ISBN", work.get("isbn")
    yield "ISSN", work.get("issn")
    yield "DOI", doi(source)
    yield "URL", source.get("url")
    yield "language", language(source)


def _type(work: Work) -> str:
    source = work.source
    return _SPECIAL.get(source.get("entrysubtype"), "") or _SPECIAL.get(source.type, "") or _TYPES[work.kind]


def _names(names: Names | None) -> list[dict[str, str]]:
    if names is None:
        return []
    found = [_name(name) for name in names.names]
    return [*found, {"literal": "et al."}] if names.others else found


def _name(name: Name) -> dict[str, str]:
    if name.organisation:
        return {"literal": name.family}
    parts = {
        "family": name.family,
        "given": " ".join(name.given),
        "non-dropping-particle": name.particle,
        "suffix": name.suffix,
    }
    return {part: value for part, value in parts.items() if value}


def _date(date: Date) -> dict[str, object]:
    """Numbers when the year is one, the text as it is when it is not («1996–1998», «i trykk»)."""
    if not date.year.isdigit():
        return {"literal": date.year} if date.year else {}
    parts = [int(date.year), *([date.month] if date.month else []), *([date.day] if date.day else [])]
    return {"date-parts": [parts]}
