"""Which words search takes for one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plfkb.norwegian.search_words import fold, root, sound, stem, tables, words
from tests.conftest import cases, ids

CASES = cases("search_words")


def forms(case: dict[str, object], key: str) -> list[str]:
    found = case[key]
    assert isinstance(found, list)
    return [fold("".join(words(word))) for word in found]


@pytest.mark.parametrize("case", [case for case in CASES if "same" in case], ids=ids)
def test_the_same_word(case: dict[str, object]) -> None:
    assert len({stem(word) for word in forms(case, "same")}) == 1


@pytest.mark.parametrize("case", [case for case in CASES if "related" in case], ids=ids)
def test_related_words(case: dict[str, object]) -> None:
    found = forms(case, "related")
    assert len({root(stem(word)) for word in found}) == 1
    assert len({stem(word) for word in found}) > 1


@pytest.mark.parametrize("case", [case for case in CASES if "apart" in case], ids=ids)
def test_other_words(case: dict[str, object]) -> None:
    found = forms(case, "apart")
    assert len({root(stem(word)) for word in found}) == len(found)


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing_and_no_text_breaks_it(text: str) -> None:
    for word in words(text):
        assert stem(stem(fold(word))) == stem(fold(word))
        assert sound(fold(word)) == sound(sound(fold(word)))


def test_a_slip_in_a_vowel_leaves_the_sound() -> None:
    assert sound(fold("distrubuert")) == sound(fold("distribuert"))
    assert sound(fold("professionelle")) == sound(fold("profesjonelle"))


def test_the_tables_are_folded() -> None:
    found = tables()
    for name in ("stop", "comparing"):
        listed = found[name]
        assert isinstance(listed, list)
        assert listed == [fold(word) for word in listed]
