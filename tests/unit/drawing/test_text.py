"""Lines that fit, with Norwegian hyphenation."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plfkb.drawing.text import width, wrap


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("team", 100, ("team",)),
        ("utprøving og implementering", 120, ("utprøving og", "implementering")),
        ("enkeltkretslæring", 90, ("enkeltkrets-", "læring")),
        ("kunnskapsutvikling", 80, ("kunnskaps-", "utvikling")),
        ("gap-analyse", 60, ("gap-", "analyse")),
        ("WWWWWW", 50, ("WW-", "WW-", "WW")),
        ("", 50, ("",)),
    ],
)
def test_wrapping(text: str, room: float, lines: tuple[str, ...]) -> None:
    assert wrap(text, room, 15) == lines


@given(st.text("abcdefghijklmnopqrstuvwxyzæøåWM -", max_size=80), st.integers(30, 300))
def test_no_line_is_wider_than_its_room(text: str, room: int) -> None:
    assert all(width(line, 15) <= room for line in wrap(text, room, 15))
