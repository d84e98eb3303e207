from itertools import combinations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from plfkb.norwegian.forms import Forms, fold_word
from tests.conftest import CASES

TABLE = yaml.safe_load((CASES / "forms.yml").read_text(encoding="utf-8"))
FORMS = Forms()


@pytest.mark.parametrize("words", TABLE["same"], ids=lambda words: words[0])
def test_forms_of_one_word_share_a_key(words: list[str]) -> None:
    base, *others = words
    apart = [word for word in others if not FORMS.keys(base) & FORMS.keys(word)]
    assert not apart


@pytest.mark.parametrize("pair", TABLE["different"], ids="/".join)
def test_different_words_share_no_key(pair: list[str]) -> None:
    assert not FORMS.keys(pair[0]) & FORMS.keys(pair[1])


def test_bases_in_the_table_are_told_apart() -> None:
    bases = {words[0].casefold() for words in TABLE["same"]}
    for first, second in combinations(sorted(bases), 2):
        assert not FORMS.keys(first) & FORMS.keys(second), (first, second)


@pytest.mark.parametrize("word", TABLE["parts"])
def test_a_compound_comes_apart(word: str) -> None:
    assert list(FORMS.parts(word)) == TABLE["parts"][word]


@pytest.mark.parametrize("word", TABLE["generated"])
def test_forms_are_generated(word: str) -> None:
    assert set(TABLE["generated"][word]) <= FORMS.forms(word)


@pytest.mark.parametrize("word", TABLE["not_generated"])
def test_forms_of_other_words_are_not(word: str) -> None:
    assert not set(TABLE["not_generated"][word]) & FORMS.forms(word)


def test_participles() -> None:
    assert all(map(FORMS.participle, TABLE["participles"]))
    assert not any(map(FORMS.participle, TABLE["not_participles"]))


@given(st.text(max_size=40))
def test_any_text_has_itself_as_a_key_and_is_a_form_of_itself(text: str) -> None:
    assert fold_word(text) in FORMS.keys(text) & FORMS.forms(text)
    assert FORMS.parts(text)


def test_a_long_word_without_end_costs_little() -> None:
    word = "læring" * 2_000
    assert FORMS.parts(word) == (word,)
    assert word in FORMS.keys(word)
