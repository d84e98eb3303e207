"""The words that a citation or a reference list needs, in bokmål, nynorsk and English.

Terms follow the language of the text, not of the source (rules N1 and N2 in docs/utvikling/apa.md).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """One language. Patterns are format strings; the names of their holes say what goes in.

    ``and_comma`` is the comma that stands before the last of several names. ``plurals`` turns endings
    of roles into their plural, first match wins. A language has one value only, which equals nothing else.
    """

    code: str
    and_text: str
    and_comma: bool
    no_date: str
    in_press: str
    page: str
    pages: str
    chapter: str
    chapters: str
    paragraph: str
    paragraphs: str
    figure: str
    table: str
    appendix: str
    editor: str
    editors: str
    translator: str
    edition: str
    revised_edition: str
    volume: str
    number: str
    version: str
    article: str
    container: str
    retrieved: str
    original: str
    secondary: str
    doctoral: str
    master: str
    bachelor: str
    thesis: str
    thesis_number: str
    report: str
    video: str
    film: str
    episode: str
    full_date: str
    months: tuple[str, ...]
    quotes: tuple[str, str]
    plurals: tuple[tuple[str, str], ...]

    def ordinal(self, number: int) -> str:
        """«2.» in Norwegian; «2nd» in English."""
        if self.code != "en":
            return f"{number}."
        if number % 100 in (11, 12, 13):
            return f"{number}th"
        return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"

    def plural(self, role: str) -> str:
        """The plural of a role: «Vert» gives «Verter»."""
        for ending, plural in self.plurals:
            if re.search(ending, role):
                return re.sub(ending, plural, role)
        return role

    def date(self, month: int, day: int = 0) -> str:
        """«11. januar», or the month alone (rule L4)."""
        name = self.months[month - 1]
        return self.full_date.format(day=day, month=name) if day else name


BOKMAAL = Words(
    code="nb",
    and_text="og",
    and_comma=False,
    no_date="u.å.",
    in_press="i trykk",
    page="s.",
    pages="s.",
    chapter="kap.",
    chapters="kap.",
    paragraph="avsn.",
    paragraphs="avsn.",
    figure="figur",
    table="tabell",
    appendix="vedlegg",
    editor="Red.",
    editors="Red.",
    translator="Overs.",
    edition="{ordinal} utg.",
    revised_edition="Rev. utg.",
    volume="Bd. {volume}",  # open question O8
    number="Nr. {number}",
    version="Versjon {version}",
    article="Artikkel {number}",
    container="I",
    retrieved="Hentet {date} fra",
    original="(Opprinnelig utgitt {year})",
    secondary="sitert i",  # open question O1
    doctoral="Doktorgradsavhandling",
    master="Masteroppgave",
    bachelor="Bacheloroppgave",
    thesis="Avhandling",
    thesis_number="Publikasjonsnr. {number}",
    report="Rapport",
    video="Video",
    film="Film",
    episode="Podkastepisode",  # open question O11
    full_date="{day}. {month}",
    months=(
        *("januar", "februar", "mars", "april", "mai", "juni"),
        *("juli", "august", "september", "oktober", "november", "desember"),
    ),
    quotes=("«", "»"),
    plurals=((r"(?<=[dlt])er$", "ere"), (r"e$", "er"), (r"$", "er")),  # open question O11
)

NYNORSK = replace(
    BOKMAAL,
    code="nn",
    translator="Oms.",
    retrieved="Henta {date} frå",
    original="(Opphavleg gitt ut {year})",
    master="Masteroppgåve",
    bachelor="Bacheloroppgåve",
    plurals=((r"e$", "ar"), (r"$", "ar")),
)

ENGLISH = Words(
    code="en",
    and_text="and",
    and_comma=True,
    no_date="n.d.",
    in_press="in press",
    page="p.",
    pages="pp.",
    chapter="Chapter",
    chapters="Chapters",
    paragraph="para.",
    paragraphs="paras.",
    figure="Figure",
    table="Table",
    appendix="Appendix",
    editor="Ed.",
    editors="Eds.",
    translator="Trans.",
    edition="{ordinal} ed.",
    revised_edition="Rev. ed.",
    volume="Vol. {volume}",
    number="No. {number}",
    version="Version {version}",
    article="Article {number}",
    container="In",
    retrieved="Retrieved {date}, from",
    original="(Original work published {year})",
    secondary="as cited in",
    doctoral="Doctoral dissertation",
    master="Master's thesis",
    bachelor="Bachelor's thesis",
    thesis="Thesis",
    thesis_number="Publication No. {number}",
    report="Report",
    video="Video",
    film="Film",
    episode="Podcast episode",
    full_date="{month} {day}",
    months=(
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
    quotes=("“", "”"),
    plurals=((r"$", "s"),),
)

WORDS: Mapping[str, Words] = MappingProxyType({words.code: words for words in (BOKMAAL, NYNORSK, ENGLISH)})


def words_for(lang: str) -> Words:
    """The words of a language tag («nb», «nn-NO», «en»). Raises KeyError for a language without words."""
    return WORDS[lang.partition("-")[0].lower()]


def capital(text: str) -> str:
    """A text with a capital first letter; what follows stays as it is («PLF», «lærerrollen i Norge»)."""
    return text[:1].upper() + text[1:]


def written_date(day: date, language: str = "nb") -> str:
    """A whole date: «21. november 2026»."""
    return f"{words_for(language).date(day.month, day.day)} {day.year}"
