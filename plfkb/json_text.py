"""JSON as plfkb writes it: æ, ø and å as themselves."""

from __future__ import annotations

import json

# Each made once: ``json.dumps`` makes an encoder for every value when it must keep æ, ø and å. Nothing that is written
# holds itself, so nobody looks for that.
_COMPACT = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":"))
_ON_A_LINE = json.JSONEncoder(ensure_ascii=False, check_circular=False)
_INDENTED = json.JSONEncoder(ensure_ascii=False, indent=2)


def compact(value: object) -> str:
    """For a browser: not a character too many."""
    return _COMPACT.encode(value)


def on_a_line(value: object) -> str:
    """For files in which each line is a value."""
    return _ON_A_LINE.encode(value)


def indented(value: object) -> str:
    """For people who read it, too. The last line has no end."""
    return _INDENTED.encode(value)
