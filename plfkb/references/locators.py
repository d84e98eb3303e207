"""Places in a work (rules T6 and T7): «s. 12-15» becomes «s. 12–15», and «p. 12» in an English text."""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache

from plfkb.norwegian.words import Words


class Place(Enum):
    """What a label counts. The value is the pattern of every way of writing the label."""

    PAGE = r"s\.|s|ss\.|sd\.|side|sidene|sider|pp?\.|pp?|pages?"
    CHAPTER = r"kap\.|kap|kapittel|kapitlene|kapitla|chapters?|chap\.|ch\."
    PARAGRAPH = r"avsn\.|avsn|avsnitt|para\.|paras\.|paragraphs?"
    SECTION = r"§§?"
    FIGURE = r"figur|figurer|figurar|fig\.|figures?"
    TABLE = r"tabell|tabeller|tabellar|tab\.|tables?"
    APPENDIX = r"vedlegg|appendix"


# Numbers of pages, chapters and paragraphs make ranges; «§ 6-2» and «figur 2-1» are single numbers (T7).
_WITH_RANGES = frozenset({Place.PAGE, Place.CHAPTER, Place.PARAGRAPH})

_LABELS = "|".join(f"(?P<{place.name}>{place.value})" for place in Place)
_NUMBER = r"(?:[a-z]?\d[\d.]*[a-z]?|[ivxlcdm]+)(?![^\W_])"
_DASH = r"\s*[-\u2010-\u2014]{1,3}\s*"
_NUMBERS = rf"{_NUMBER}(?:{_DASH}{_NUMBER})?(?:\s*f{{1,2}}\b\.?)?"
_LABELLED = re.compile(
    rf"(?:{_LABELS})(?:(?<=[.§])\s*|\s+)(?P<value>(?:[A-Z]{{0,2}}\d|[ivxlcdm]+\b|[A-Z]\b).*)", re.IGNORECASE
)
_CONTINUED = re.compile(rf"{_NUMBERS}(?:\s*(?:og|and|&|til)\s*{_NUMBERS})*", re.IGNORECASE)
_BARE_PAGE = re.compile(rf"\d{{1,4}}(?:{_DASH}\d{{1,4}})?")
_RANGE = re.compile(rf"({_NUMBER}){_DASH}(?={_NUMBER})", re.IGNORECASE)
_SEVERAL = re.compile(rf"\w{_DASH}\w|[,&]|\b(?:og|and)\b")
_AND = re.compile(r"\b(?:og|and)\b")
_PART = re.compile(r"((?:«[^«»]*»|[^,])+)(,\s*)?")


def is_labelled(text: str) -> bool:
    """Whether a text begins with a label and a number («s. 12», «kap. 2.6», «§ 6-2»)."""
    return bool(_LABELLED.match(text.strip()))


@lru_cache(maxsize=2**14)  # pages and chapters come again and again
def format_locator(locator: str, words: Words) -> str:
    """The place as it is printed: labels in the language of the text, en dash in ranges of pages.

    A bare number is a page. A part without a label carries on from the part before it («s. 12, 15-17»)
    if it is a number; headings, time stamps and remarks are printed as they were written.
    """
    parts = [(part[1], part[2] or "") for part in _PART.finditer(dashes(locator))]
    printed: list[str] = []
    current: Place | None = None
    for index, (text, comma) in enumerate(parts):
        more = index + 1 < len(parts) and bool(_CONTINUED.fullmatch(parts[index + 1][0].strip()))
        labelled = _LABELLED.fullmatch(text.strip())
        if labelled:
            current = next(place for place in Place if labelled[place.name])
            value = _value(current, labelled["value"], words)
            printed.append(
                f"{_label(current, labelled[current.name], words, _several(value) or more)} {value}"
            )
        elif index == 0 and _BARE_PAGE.fullmatch(text.strip()):
            current = Place.PAGE
            value = _value(current, text.strip(), words)
            printed.append(f"{_label(current, '', words, _several(value) or more)} {value}")
        elif current and _CONTINUED.fullmatch(text.strip()):
            printed.append(_value(current, text.strip(), words))
        else:
            current = None
            printed.append(text)
        printed.append(comma)
    return "".join(printed)


def dashes(text: str) -> str:
    """BibTeX's two and three hyphens as dashes; a single hyphen is never touched (rule L10)."""
    return text.replace("---", "—").replace("--", "–")


def page_range(pages: str) -> str:
    """The pages of an article or a chapter, with an en dash for any number of hyphens (rule L10)."""
    return re.sub(rf"(?<=\w){_DASH}(?=\w)", "–", pages)


def _several(value: str) -> bool:
    return bool(_SEVERAL.search(value))


def _value(place: Place, value: str, words: Words) -> str:
    if place not in _WITH_RANGES:
        return value
    return _AND.sub(words.and_text, _RANGE.sub(r"\1–", value))


def _label(place: Place, typed: str, words: Words, several: bool) -> str:
    match place:
        case Place.PAGE:
            return words.pages if several else words.page
        case Place.CHAPTER:
            return words.chapters if several else words.chapter
        case Place.PARAGRAPH:
            return words.paragraphs if several else words.paragraph
        case Place.FIGURE:
            return words.figure
        case Place.TABLE:
            return words.table
        case Place.APPENDIX:
            return words.appendix
        case Place.SECTION:
            return typed
