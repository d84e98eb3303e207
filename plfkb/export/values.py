"""Values of a source as exchange formats want them."""

from __future__ import annotations

import re

from plfkb.references.dates import Date
from plfkb.references.work import language_of
from plfkb.works import Source

PUBLISHERS = ("publisher", "institution", "school", "organization")
"""Fields that say who published a work, the likeliest first."""
_EMPHASIS = re.compile(r"\*(\S(?:[^*]*\S)?)\*")


def one_line(value: str) -> str:
    """Exchange formats have no markup, and some one line a value."""
    if not value:
        return ""
    plain = _EMPHASIS.sub(r"\1", value) if "*" in value else value
    return " ".join(plain.split())


def doi(source: Source) -> str:
    """The DOI alone, however it is written."""
    return re.sub(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", "", source.get("doi"))


def language(source: Source) -> str:
    """The language tag for what Babel and BibLaTeX call a language, empty when the source does not say."""
    return language_of(source) or source.get("langid")


def iso_day(date: Date) -> str:
    """«2026-11-21», or an empty string when the day is not known."""
    return f"{date.year}-{date.month:02}-{date.day:02}" if date.day else ""
