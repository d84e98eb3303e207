"""The language table (rules N1 and N2)."""

from __future__ import annotations

from dataclasses import fields

import pytest

from plfkb.norwegian.words import WORDS, Words, words_for


def test_the_languages() -> None:
    assert set(WORDS) == {"nb", "nn", "en"}
    assert words_for("nn-NO") is WORDS["nn"]
    with pytest.raises(KeyError):
        words_for("sv")


@pytest.mark.parametrize("words", WORDS.values(), ids=lambda words: str(words.code))
def test_nothing_is_empty(words: Words) -> None:
    assert all(getattr(words, field.name) != "" for field in fields(words))
    assert len(words.months) == len(set(words.months)) == 12


@pytest.mark.parametrize(
    ("role", "nb", "nn", "en"),
    [
        ("Vert", "Verter", "Vertar", "Verts"),
        ("Regissør", "Regissører", "Regissørar", "Regissørs"),
        ("Programleder", "Programledere", "Programlederar", "Programleders"),
        ("Produsent", "Produsenter", "Produsentar", "Produsents"),
        ("Host", "Hoster", "Hostar", "Hosts"),
    ],
)
def test_plural_of_roles(role: str, nb: str, nn: str, en: str) -> None:
    assert [WORDS[code].plural(role) for code in ("nb", "nn", "en")] == [nb, nn, en]


@pytest.mark.parametrize(
    ("number", "english"),
    [
        (1, "1st"),
        (2, "2nd"),
        (3, "3rd"),
        (4, "4th"),
        (11, "11th"),
        (12, "12th"),
        (21, "21st"),
        (112, "112th"),
    ],
)
def test_ordinals(number: int, english: str) -> None:
    assert WORDS["en"].ordinal(number) == english
    assert WORDS["nb"].ordinal(number) == f"{number}."


def test_dates() -> None:
    assert [WORDS[code].date(1, 11) for code in ("nb", "nn", "en")] == [
        "11. januar",
        "11. januar",
        "January 11",
    ]
    assert WORDS["nb"].date(2) == "februar"
