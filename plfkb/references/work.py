"""A source with its fields unified: BibTeX's and BibLaTeX's words for the same thing become one (rules F1–F5)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import MappingProxyType
from urllib.parse import quote

from plfkb.references.dates import Date, original_year, parse_date, read_date
from plfkb.references.kinds import Kind, kind_of
from plfkb.references.locators import dashes
from plfkb.references.series import designation
from plfkb.works import Names, Source

_DOI = re.compile(r"(?:https?://)?(?:dx\.|www\.)?doi\.org/|doi:\s*", re.IGNORECASE)
_TAG = re.compile(r"[a-z]{2,3}(?:-[A-Za-z]{2,4})?")
# What BibLaTeX and Babel call the languages that works in a Norwegian knowledge base are most likely written in.
_LANGUAGES = MappingProxyType(
    {
        **dict.fromkeys(("norsk", "norwegian", "bokmål", "bokmal"), "nb"),
        "nynorsk": "nn",
        **dict.fromkeys(("english", "american", "british", "usenglish", "ukenglish"), "en"),
        "danish": "da",
        "swedish": "sv",
        "finnish": "fi",
        **dict.fromkeys(("german", "ngerman"), "de"),
        "french": "fr",
    }
)
_WEB = re.compile(r"https?://\S+")
_NONE = Names()


@dataclass(frozen=True, slots=True)
class Work:
    """What the rules need to know about a source.

    ``authors`` are those who stand in the author's place, ``role`` is «editor», a role as written
    («Vert») or empty. ``label`` stands in the author's place instead: the designation of a public
    document or the short title of a law. ``title`` and ``container`` may hold ``*emphasis*``.
    ``address`` is where the link leads, ``link`` how it is printed.
    """

    key: str
    kind: Kind
    source: Source
    authors: Names
    role: str
    label: str
    abbreviation: str
    title: str
    main_title: str
    container: str
    date: Date
    original: str
    link: str
    address: str

    @property
    def described(self) -> bool:
        """Whether the title is a description in brackets, printed upright (O17)."""
        return self.title.startswith("[") and self.title.endswith("]")

    @property
    def language(self) -> str:
        return language_of(self.source)

    def names(self, field: str) -> Names:
        return self.source.names.get(field, _NONE)

    def get(self, *fields: str) -> str:
        """The first of the fields that has a value, in plain spaces and real dashes."""
        return text_of(self.source, *fields)


def text_of(source: Source, *fields: str) -> str:
    value = source.get(*fields)
    return dashes(value).replace("\u00a0", " ").strip() if value else ""


def language_of(source: Source) -> str:
    """The tag of the language that a work is in; empty when the source does not say, or in no word we know."""
    said = source.get("langid") or source.get("language")
    return _LANGUAGES.get(said.casefold(), said if _TAG.fullmatch(said) else "")


def read_work(source: Source) -> Work:
    """A source as a work of its kind: kind, names, title, dates and address made one whichever words the file uses."""
    kind = kind_of(source)
    authors, role = _authors(source, kind)
    title, main_title = _title(source)
    date = read_date(source)
    original = original_year(source)
    link, address = _link(source)
    return Work(
        key=source.key,
        kind=kind,
        source=source,
        authors=authors,
        role=role,
        label=_label(source, kind),
        abbreviation=_abbreviation(source, authors),
        title=title,
        main_title=main_title,
        container=_with_subtitle(text_of(source, "booktitle", "maintitle"), text_of(source, "booksubtitle")),
        date=date,
        original="" if original == date.year else original,
        link=link,
        address=address,
    )


def _authors(source: Source, kind: Kind) -> tuple[Names, str]:
    if kind in (Kind.OFFICIAL, Kind.LAW):
        return _NONE, ""  # the designation or the short title stands there (F3)
    authors = source.names.get("author", _NONE)
    if authors:
        return authors, text_of(source, "authortype")
    editors = source.names.get("editor", _NONE)
    if not editors or kind.has_container:
        return _NONE, ""
    return editors, "editor"


def _label(source: Source, kind: Kind) -> str:
    if kind is Kind.OFFICIAL:
        return designation(source)
    if kind is Kind.LAW:
        return text_of(source, "shorthand", "shorttitle", "title")
    return ""


def _abbreviation(source: Source, authors: Names) -> str:
    """The abbreviation of a work's only author, when that is an organisation (T13)."""
    alone = len(authors.names) == 1 and authors.names[0].organisation and not authors.others
    return text_of(source, "shortauthor") if alone else ""


def _title(source: Source) -> tuple[str, str]:
    """The whole title, and the main title (before the colon) that stands for a missing author."""
    title, subtitle = text_of(source, "title"), text_of(source, "subtitle")
    main = title if subtitle else re.split(r":\s", title, maxsplit=1)[0]
    # A star that opens before the colon and closes after it would be left alone.
    return _with_subtitle(title, subtitle), main if main.count("*") % 2 == 0 else main.replace("*", "")


def _with_subtitle(title: str, subtitle: str) -> str:
    """Title and subtitle with a colon, unless the title ends in ? or ! (L5)."""
    if not title or not subtitle:
        return title or subtitle
    start = next((index for index, sign in enumerate(subtitle) if sign.isalnum()), 0)
    subtitle = subtitle[:start] + subtitle[start : start + 1].upper() + subtitle[start + 1 :]
    return f"{title}{'' if title.endswith(('?', '!', ':')) else ':'} {subtitle}"


def _link(source: Source) -> tuple[str, str]:
    """DOI before URL, as it is printed and as an address (L9)."""
    doi = _DOI.sub("", source.get("doi")).strip().rstrip(".,;")
    how = source.get("howpublished")
    url = source.get("url").strip() or (how if _WEB.fullmatch(how) else "")
    if not doi and (match := _DOI.match(url)):
        doi = url[match.end() :].rstrip(".,;")
    link = f"https://doi.org/{doi}" if doi else url
    return link, quote(link, safe="%/:?#[]@!$&'()*+,;=~-._") if _WEB.fullmatch(link) else ""


def accessed(work: Work) -> Date:
    return parse_date(work.source.get("urldate"))
