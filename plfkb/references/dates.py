"""Dates as they stand in a bibliography and as they are printed (rules T15, T16, T21, L4, F2)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from plfkb.norwegian.words import WORDS, Words
from plfkb.references.series import designation, is_official, year_in
from plfkb.works import Source

_ISO = re.compile(r"(?P<year>\d{4})[?~%]?(?:-(?P<month>\d\d?))?(?:-(?P<day>\d\d?))?[?~%]?(?:T.*)?")
_SPAN = re.compile(r"(\d{4})\s*[-–]{1,2}\s*(\d{4})")
_NO_DATE = re.compile(
    r"(?:u\. ?å\.?|uten år|udatert|utan år|n\. ?d\.?|no date|s\. ?a\.?|undated)", re.IGNORECASE
)
_IN_PRESS = re.compile(r"(?:i trykk|under trykking|in ?press|forthcoming|under utgivelse)", re.IGNORECASE)
_MONTHS = {
    name[:length].lower(): number
    for words in WORDS.values()
    for number, name in enumerate(words.months, start=1)
    for length in (3, len(name))
}


@dataclass(frozen=True, slots=True)
class Date:
    """When a work was published.

    ``year`` is text («2020», «1996–1998», «ca. 1850»), empty when there is no date. ``month`` and
    ``day`` are 0 when unknown.
    """

    year: str = ""
    month: int = 0
    day: int = 0
    in_press: bool = False

    @property
    def known(self) -> bool:
        return bool(self.year) or self.in_press

    @property
    def first_year(self) -> str:
        """The four figures of the (first) year, or an empty string."""
        figures = re.search(r"\d{4}", self.year)
        return figures[0] if figures else ""

    def sort_key(self, *, full: bool) -> tuple[int, int, str, int, int]:
        """No date, then oldest first, in press last (L12); inside a year the year alone comes first (O6)."""
        if self.in_press:
            return (2, 0, "", 0, 0)
        number = re.search(r"\d{3,4}", self.year)
        year = int(number[0]) if number else 0
        return (1 if self.year else 0, year, self.year, self.month if full else 0, self.day if full else 0)

    def year_text(self, words: Words, letter: str = "") -> str:
        """«2020b», «u.å.-a», «i trykk»."""
        if self.in_press:
            return words.in_press + (f"-{letter}" if letter else "")
        if not self.year:
            return words.no_date + (f"-{letter}" if letter else "")
        return self.year + letter

    def full_text(self, words: Words, letter: str = "") -> str:
        """«2016, 11. januar», «2006, februar»."""
        year = self.year_text(words, letter)
        return f"{year}, {words.date(self.month, self.day)}" if self.year and self.month else year


def read_date(source: Source) -> Date:
    """The date of a source, whichever fields it is written in; ``date`` goes before ``year``.

    A public document without either has the year of its designation (F3).
    """
    year = source.get("date", "year")
    if _IN_PRESS.fullmatch(source.get("pubstate")) or _IN_PRESS.fullmatch(year):
        return Date(in_press=True)
    date = parse_date(year)
    if not date.year:
        return Date(year_in(designation(source))) if is_official(source) else date
    if date.month:
        return date
    month, day = _month(source.get("month"))
    return Date(date.year, month, day or (_number(source.get("day"), 31) if month else 0))


def year_of(source: Source) -> str:
    """The four figures of the (first) year in which a work was published, or an empty string."""
    return read_date(source).first_year


def parse_date(text: str) -> Date:
    """A date in one field: «2023-08-14», «2006-02», «2019/2020», «u.å.»; other text is taken as the year."""
    text = text.strip()
    if not text or _NO_DATE.fullmatch(text):
        return Date()
    start, slash, end = text.partition("/")
    if iso := _ISO.fullmatch(start):
        last = _ISO.fullmatch(end)
        if last and last["year"] != iso["year"]:
            return Date(f"{iso['year']}–{last['year']}")
        if slash and end in ("", ".."):
            return Date(f"{iso['year']}–")
        month = _number(iso["month"] or "", 12)
        return Date(iso["year"], month, _number(iso["day"] or "", 31) if month else 0)
    return Date(_SPAN.sub(r"\1–\2", text))


def original_year(source: Source) -> str:
    """The year of the first edition of a translated or reissued work, or an empty string (T21)."""
    return parse_date(source.get("origdate", "origyear")).year


def retrieved(date: Date, words: Words) -> str:
    """«Hentet 1. oktober 2020 fra», without a comma before «fra»."""
    if not date.month:
        return words.retrieved.format(date=date.year)
    comma = "," if words.code == "en" and date.day else ""
    return words.retrieved.format(date=f"{words.date(date.month, date.day)}{comma} {date.year}")


def _month(text: str) -> tuple[int, int]:
    """Month and day of a month field: «3», «mar», «March», «april», «4. april»."""
    found = re.search(r"[^\W\d]{3,}", text)
    day = re.search(r"\d+", text)
    if not found:
        return (_number(day[0], 12) if day else 0), 0
    name = found[0].lower()
    number = _MONTHS.get(name, _MONTHS.get(name[:3], 0))
    return number, _number(day[0], 31) if day and number else 0


def _number(text: str, most: int) -> int:
    number = int(text) if text.strip().isdecimal() else 0
    return number if number <= most else 0
