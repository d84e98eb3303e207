"""Where a field stands in an entry."""

from __future__ import annotations

import re

from plfkb.errors import Place
from plfkb.works import Source


def line_of_field(raw: str, first_line: int, field: str, occurrence: int = 1) -> int:
    """The line of a field in an entry whose text is ``raw``, or the entry's own line when it is not there."""
    pattern = re.compile(rf"(?<![\w-]){re.escape(field)}\s*=", re.IGNORECASE)
    for number, match in enumerate(pattern.finditer(raw), start=1):
        if number == occurrence:
            return first_line + raw.count("\n", 0, match.start())
    return first_line


def place_of_field(source: Source, field: str) -> Place:
    """The place of a field of a source; the entry's place when the field is missing or inherited."""
    return Place(source.place.path, line_of_field(source.raw, source.place.line, field))
