"""A page as a work that others cite: «Siter denne siden»."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from markupsafe import Markup

from plfkb.errors import Place
from plfkb.export.bibtex import to_bibtex, written
from plfkb.export.csl import csl_json
from plfkb.export.publication import Publication
from plfkb.export.ris import to_ris
from plfkb.export.values import iso_day
from plfkb.model import Credit
from plfkb.norwegian.ids import proposed_id
from plfkb.pages.page import Page
from plfkb.reading.names import read_names
from plfkb.references.bibliography import alone
from plfkb.references.runs import to_html
from plfkb.references.work import Work, read_work
from plfkb.works import Name, Names, Source

_LANGUAGES = {"nb": "norsk", "nn": "nynorsk", "en": "english"}


class Copy(NamedTuple):
    """A text for the reader to copy. ``id`` is the element's id on the page."""

    name: str
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Citing:
    """How a page is cited: the day it is dated (ISO, or empty), its lasting address, its entry in a reference list, and the
    formats of programs.
    """

    work: Source
    day: str
    permalink: str
    reference: Markup
    copies: tuple[Copy, ...]


def citing(publication: Publication, page: Page, credit: Credit, author: str) -> Citing | None:
    """None when the site has no address: then nothing on it can be cited. ``author`` is who wrote what nobody signed."""
    if not publication.url:
        return None
    work = page_as_work(publication, page, credit, author)
    read = read_work(work)
    reference = alone(read, publication.language)
    return Citing(
        work,
        iso_day(read.date),
        publication.address(page.address),
        Markup(to_html(reference)),
        copies(read, "siter"),
    )


def copies(work: Work, prefix: str) -> tuple[Copy, ...]:
    """A work in the formats of programs, for the reader to paste somewhere."""
    return (
        Copy("BibTeX", f"{prefix}-bibtex", to_bibtex(work.source)),
        Copy("RIS", f"{prefix}-ris", to_ris(work.source).replace("\r\n", "\n")),
        Copy("CSL-JSON", f"{prefix}-csl", csl_json([work])),
    )


def page_as_work(publication: Publication, page: Page, credit: Credit, author: str) -> Source:
    """A page of the site as a web page in a bibliography."""
    fields = {
        "title": page.title,
        "organization": publication.name,
        **_dated(credit.dated),
        "langid": _LANGUAGES[publication.language],
        "url": publication.address(page.address),
    }
    key = proposed_id(f"{publication.name} {page.address.replace('/', ' ')}")
    names = {"author": author_names(credit.authors, author)}
    work = Source(
        key, "online", {name: value for name, value in fields.items() if value}, names, Place(page.path)
    )
    return replace(work, raw=written(work))


def author_names(authors: Iterable[str], author: str) -> Names:
    """The names of those who signed, or the knowledge base itself. A name in braces is that of an organisation."""
    found: list[Name] = []
    for name in tuple(authors) or (author,):
        found += (Name(name, organisation=True),) if name == author else read_names(name).names.names
    return Names(tuple(found))


def _dated(day: date | None) -> dict[str, str]:
    if day is None:
        return {}
    return {"year": str(day.year), "month": str(day.month), "day": str(day.day)}
