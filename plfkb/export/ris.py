"""A source as RIS, the exchange format of reference managers (Zotero, EndNote, Mendeley).

Tags by the specification of Research Information Systems: TY first, ER last, one «XX  - value» a line, CRLF between.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plfkb.export.values import PUBLISHERS, doi, iso_day, language, one_line
from plfkb.references.dates import read_date
from plfkb.works import Name, Names, Source

_TYPES = {
    "article": "JOUR",
    "book": "BOOK",
    "collection": "EDBOOK",
    "incollection": "CHAP",
    "inbook": "CHAP",
    "inproceedings": "CPAPER",
    "conference": "CPAPER",
    "mastersthesis": "THES",
    "phdthesis": "THES",
    "thesis": "THES",
    "report": "RPRT",
    "techreport": "RPRT",
    "online": "ELEC",
    "legislation": "STAT",
    "unpublished": "UNPB",
    "video": "VIDEO",
    "audio": "SOUND",
}
_NEWSPAPERS = {"newspaper": "NEWS", "magazine": "MGZN"}
_NO_NAMES = Names()


def to_ris(source: Source) -> str:
    """One record, ending in a line break."""
    lines = [f"{tag}  - {one_line(value)}" for tag, value in _tags(source) if value]
    return "\r\n".join([*lines, "ER  - ", ""])


def _tags(source: Source) -> Iterator[tuple[str, str]]:
    kind = _kind(source)
    yield "TY", kind
    authors = source.names.get("author", _NO_NAMES)
    editors = source.names.get("editor", _NO_NAMES)
    yield from (("AU", inverted(name)) for name in (authors or editors).names)
    if authors:
        yield from (("A2", inverted(name)) for name in editors.names)
    yield from (("A4", inverted(name)) for name in source.names.get("translator", _NO_NAMES).names)
    yield "TI", ": ".join(filter(None, (source.get("title"), source.get("subtitle"))))
    site = source.get("organization", "publisher") if kind == "ELEC" else ""
    yield "T2", source.get("journal", "journaltitle", "booktitle", "series") or site
    date = read_date(source)
    yield "PY", date.first_year
    yield "DA", iso_day(date).replace("-", "/")
    yield "VL", source.get("volume")
    yield "IS", source.get("number", "issue") if kind == "JOUR" else ""
    yield "M1", source.get("number") if kind in ("RPRT", "STAT") else ""
    yield "M3", source.get("type")
    yield "ET", source.get("edition")
    first, _, last = re.sub(r"[–—-]+", "–", source.get("pages")).partition("–")
    yield "SP", first or source.get("eid")
    yield "EP", last
    yield "PB", "" if site else source.get(*PUBLISHERS)
    yield "CY", source.get("address", "location")
    yield "SN", source.get("isbn", "issn")
    yield "DO", doi(source)
    yield "UR", source.get("url")
    yield "LA", language(source)
    yield "ID", source.key


def _kind(source: Source) -> str:
    subtype = source.get("entrysubtype")
    if subtype in ("law", "regulation"):
        return "STAT"
    return _NEWSPAPERS.get(subtype, "") or _TYPES.get(source.type, "GEN")


def inverted(name: Name) -> str:
    """«Family, Given, Suffix», the particle with the family name; an organisation as it is written."""
    if name.organisation:
        return name.family
    family = " ".join(filter(None, (name.particle, name.family)))
    return ", ".join(filter(None, (family, " ".join(name.given), name.suffix)))
