"""The form of what stands in a source's fields: DOI, address, ISBN, dates, pages.

Each function tells what is wrong with a value in a few words, or that nothing is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from plfkb.languages import Said

_DOI_PREFIX = re.compile(r"(?:https?://(?:dx\.|www\.)?doi\.org/|doi:\s*)", re.IGNORECASE)
_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/[^\s\"<>{}\\]+")
_URL = re.compile(r"(?:https?|ftp)://[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:[/?#][^\s\"<>{}\\]*)?", re.IGNORECASE)
_UNDATED = re.compile(r"u\.\s?å\.|n\.\s?d\.|i trykk|in press|i prent|forthcoming", re.IGNORECASE)
_YEAR = re.compile(r"(?:ca?\.\s?)?-?\d{3,4}(?:\s?[–/-]\s?\d{2,4})?|\[\d{4}\]")
_ISO = re.compile(r"(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T[\d:Z+.-]+)?[~?%]?")
_PAGE = r"[A-Za-z]{0,3}\d+(?:[.:]\d+)?[A-Za-z]?|[ivxlcdm]+|[IVXLCDM]+"
_PAGES = re.compile(rf"(?P<first>{_PAGE})(?:\s?[–—-]\s?(?P<last>{_PAGE}))?(?:ff?\.?|\+)?")
_PAGE_WORD = re.compile(r"(?:s|pp?|side|sider|pages?)\b\.?", re.IGNORECASE)


_CHECK_DIGIT = Said("kontrollsifferet er feil", "the check digit is wrong")
_PAGE_WORD_BEFORE = Said(
    "har ordet for side foran seg; det blir satt inn av seg selv",
    "have the word for page before them; it is put in by itself",
)
_UNKNOWN_FORM = Said("har en form som ikke er kjent", "have a form that is not known")
_SHORTENED = Said("er forkortet", "are shortened")
_BACKWARDS = Said("går baklengs", "go backwards")


def bare_doi(value: str) -> str:
    """A DOI without address or «doi:» before it and full stop after it, in lower case (DOIs ignore case)."""
    return _DOI_PREFIX.sub("", value.strip(), count=1).rstrip(".").lower()


def doi_is_wrong(value: str) -> bool:
    return _DOI.fullmatch(bare_doi(value)) is None


def url_is_wrong(value: str) -> bool:
    return _URL.fullmatch(value) is None


@dataclass(frozen=True, slots=True)
class WrongNumber:
    """A number whose form is wrong, and why."""

    number: str
    why: Said


def wrong_isbn(value: str) -> WrongNumber | None:
    """The first wrong number in an ISBN field (numbers are split by comma or semicolon)."""
    for part in re.split(r"[,;]", value):
        number = re.sub(r"\(.*?\)|[Ii][Ss][Bb][Nn](?:-1[03])?:?", "", part).strip()
        digits = re.sub(r"[\s–‐-]", "", number).upper()
        if re.fullmatch(r"\d{9}[\dX]", digits):
            total = sum(weight * (10 if sign == "X" else int(sign)) for weight, sign in _weighted(digits))
            if total % 11:
                return WrongNumber(number, _CHECK_DIGIT)
        elif re.fullmatch(r"97[89]\d{10}", digits):
            if sum(int(sign) * (3 if place % 2 else 1) for place, sign in enumerate(digits)) % 10:
                return WrongNumber(number, _CHECK_DIGIT)
        else:
            count = sum(sign.isdigit() for sign in digits)
            why = Said(
                f"det har {count} sifre eller andre tegn enn tall",
                f"it has {count} digits or other characters than digits",
            )
            return WrongNumber(number, why)
    return None


def _weighted(digits: str) -> zip[tuple[int, str]]:
    return zip(range(10, 0, -1), digits, strict=True)


def year_is_wrong(value: str) -> bool:
    """Whether a value is neither a year, a span of years, nor a word for «no date» or «in press»."""
    return _YEAR.fullmatch(value) is None and _UNDATED.fullmatch(value) is None


def date_is_wrong(value: str) -> bool:
    """Whether a value is no BibLaTeX date: 2016, 2016-01, 2016-01-11, or two of them with a slash between."""
    if _UNDATED.fullmatch(value):
        return False
    return not all(_is_iso(part) for part in value.split("/") if part not in ("", "..")) or not value.strip(
        "/."
    )


def _is_iso(value: str) -> bool:
    found = _ISO.fullmatch(value)
    if found is None:
        return False
    year, month, day = int(found.group(1)), int(found.group(2) or 1), int(found.group(3) or 1)
    if 21 <= month <= 24 and not found.group(3):
        return True  # a season
    try:
        date(max(year, 1), month, day)
    except ValueError:
        return False
    return True


def wrong_pages(value: str) -> Said | None:
    """What is wrong with a field of pages, as the end of the sentence «the pages …»."""
    if _PAGE_WORD.match(value):
        return _PAGE_WORD_BEFORE
    for part in re.split(r"\s?[,;]\s?", value):
        found = _PAGES.fullmatch(part)
        if found is None:
            return _UNKNOWN_FORM
        first, last = found.group("first"), found.group("last") or ""
        if first.isdecimal() and last.isdecimal() and int(last) < int(first):
            return _SHORTENED if len(last) < len(first) else _BACKWARDS
    return None
