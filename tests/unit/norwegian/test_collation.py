"""Norwegian alphabetical order (rule L11)."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plfkb.norwegian.collation import first_letter, sort_key

NAMES = [
    "Adam",
    "Dahl",
    "de Beauvoir",
    "De Boeck",
    "Dean",
    "Säljö",
    "van Manen",
    "Ziehe",
    "Ärlestig",
    "Ødegård",
    "Öhman",
    "Øzerk",
    "Åkerlind",
    "Aas",
]
TITLES = [
    "10 000 skoler",
    "data",
    "dataanalyse",
    "databehandling",
    "Evans",
    "Évans",
    "NOU 2003: 16",
    "NOU 2015: 2",
    "NOU 2015: 13",
    "uy",
    "Uz",
    "ærlig",
    "økt",
    "Aasen-prisen",
]


@pytest.mark.parametrize(("texts", "name"), [(NAMES, True), (TITLES, False)])
def test_order(texts: list[str], name: bool) -> None:
    mixed = random.Random(1).sample(texts, len(texts))
    assert sorted(mixed, key=lambda text: sort_key(text, name=name)) == texts


def test_double_a_is_å_in_names_only() -> None:
    assert sort_key("Haakon", name=True) > sort_key("Hz", name=True)
    assert sort_key("dataanalyse") < sort_key("datb")
    assert sort_key("Aasen") > sort_key("øy")


def test_signs_are_passed_over() -> None:
    assert sort_key("«Team»")[0] == sort_key("team")[0] == sort_key("Team!")[0]
    assert sort_key("O'Connor")[0] == sort_key("OConnor")[0]


@pytest.mark.parametrize(
    ("text", "letter"),
    [
        ("team", "T"),
        ("Aasen", "Å"),
        ("Ärlig", "Æ"),
        ("«PLF»", "P"),
        ("Éva", "E"),
        ("2030", "#"),
        ("", "#"),
        ("…", "#"),
        ("ø", "Ø"),
    ],
)
def test_first_letter(text: str, letter: str) -> None:
    assert first_letter(text) == letter


@given(st.text(), st.text())
def test_any_two_texts_can_be_compared(one: str, other: str) -> None:
    assert (
        (sort_key(one) < sort_key(other))
        or (sort_key(other) < sort_key(one))
        or one == other
        or (sort_key(one) == sort_key(other))
    )
    assert first_letter(one)
