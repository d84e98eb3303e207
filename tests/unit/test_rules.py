"""The table of rules is whole; ``test_rule_examples.py`` has an example of wrong and right for each."""

from __future__ import annotations

import re
from string import Formatter

import pytest

from plfkb.errors import Place, Problem, in_order
from plfkb.rules import RULES
from plfkb.rules.rule import Rule


def holes(*texts: str) -> set[str]:
    return {name for text in texts for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.name)
def test_the_words_of_a_rule_have_the_same_holes_in_both_languages(rule: Rule) -> None:
    assert holes(rule.message, rule.remedy) == holes(rule.english.message, rule.english.remedy)


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.name)
def test_a_rule_is_whole(rule: Rule) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.name)
    english = rule.english
    for text in (rule.reason, rule.message, rule.remedy, rule.wrong, rule.right):
        assert text.strip()
    for text in (english.reason, english.message, english.remedy):
        assert text.strip()
        assert "«" not in text
    assert rule.wrong != rule.right
    facts = dict.fromkeys(holes(rule.message, rule.remedy), "x")
    assert " – " in str(Problem(rule.name, Place("a.md", 1), facts))


def test_problems_are_sorted_by_file_and_line_and_told_once() -> None:
    late = Problem("tom-mappe", Place("b", 2), {"folder": "b", "what": "x"})
    early = Problem("tom-mappe", Place("a", 10), {"folder": "a", "what": "x"})
    first = Problem("tom-mappe", Place("a", 9), {"folder": "a", "what": "x"})
    assert in_order([late, early, late, first]) == (first, early, late)
