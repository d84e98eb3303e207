"""Mentions in real Norwegian text, held against a sample that was marked by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
import yaml

from plfkb.linking.mentions import Mentions
from plfkb.linking.terms import TermIndex
from plfkb.model import Concept, Discouraged, KnowledgeBase
from plfkb.norwegian.forms import Forms
from plfkb.reading.knowledge_base import load
from plfkb.settings import Settings
from tests.conftest import CASES, ROOT
from tests.unit.linking.test_linking import base, concept

SAMPLE: dict[str, list[str]] = yaml.safe_load((CASES / "mentions.yml").read_text(encoding="utf-8"))
FORMS = Forms()
MARK = re.compile(r"\{([^{}|]*)\|([^{}]*)\}")
Marked = set[tuple[int, int, str]]


def marked(row: str) -> tuple[str, Marked]:
    """A row of the sample as its text and the mentions in it."""
    text, position = "", 0
    mentions: Marked = set()
    for mark in MARK.finditer(row):
        text += row[position : mark.start()]
        mentions.add((len(text), len(text) + len(mark[1]), mark[2]))
        text += mark[1]
        position = mark.end()
    return text + row[position:], mentions


def found(mentions: Mentions, text: str) -> Marked:
    return {(mention.start, mention.end, mention.name.id) for mention in mentions.find(text)}


@pytest.fixture(scope="module")
def real() -> Mentions:
    return Mentions(load(ROOT), FORMS)


def test_the_sample_is_large_enough() -> None:
    rows = [row for part in SAMPLE.values() for row in part]
    assert sum(len(marked(row)[1]) for row in rows) >= 300
    assert len(SAMPLE["held_out"]) >= len(rows) // 3


@pytest.mark.parametrize("part", SAMPLE)
def test_precision_and_recall(part: str, real: Mentions) -> None:
    right, wrong, missed = 0, list[str](), list[str]()
    for row in SAMPLE[part]:
        text, true = marked(row)
        got = found(real, text)
        right += len(got & true)
        wrong += [f"{text[start:end]} → {id_}: {text}" for start, end, id_ in sorted(got - true)]
        missed += [f"{text[start:end]} → {id_}: {text}" for start, end, id_ in sorted(true - got)]
    listed = "\n".join(["falske:", *wrong, "oversett:", *missed])
    assert right / (right + len(wrong)) >= 0.99, listed
    assert right / (right + len(missed)) >= 0.95, listed


def words(kb: KnowledgeBase, text: str) -> list[tuple[str, str]]:
    return [
        (text[mention.start : mention.end], mention.name.id) for mention in Mentions(kb, FORMS).find(text)
    ]


def test_the_longest_name_wins_and_none_is_found_inside_it() -> None:
    kb = base(concept("dialog"), concept("dyp-dialog", term="dyp dialog"))
    assert words(kb, "Dype dialoger er dialoger.") == [
        ("Dype dialoger", "dyp-dialog"),
        ("dialoger", "dialog"),
    ]


def test_a_name_of_two_entries_is_no_mention_unless_it_is_the_term_of_one() -> None:
    kb = base(
        concept("team", also=("gruppe",)), concept("lag", also=("gruppe",)), concept("gjeng", also=("team",))
    )
    assert words(kb, "Gruppene er team.") == [("team", "team")]
    two = base(concept("en", term="nettverk"), concept("to", term="Nettverk"))
    assert words(two, "Et nettverk.") == []
    assert TermIndex(two).resolve("nettverket").ids == ("en", "to")


def test_a_term_inside_another_entrys_planned_term_is_no_mention() -> None:
    kb = base(concept("dialog"), planned=("overfladisk dialog",))
    assert words(kb, "Overfladisk dialog og dialog.") == [("dialog", "dialog")]


def test_everyday_words_are_recognised_and_not_told() -> None:
    kb = base(
        concept("motstand-mot-endring", also=("motstand",), everyday_words=("motstand",)),
        concept("makt"),
        concept("team"),
    )
    text = "Motstand mot makt i team."
    assert words(kb, text) == [("makt", "makt"), ("team", "team")]
    quiet = KnowledgeBase(kb.root, Settings(everyday_words=("Makt",)), kb.concepts)
    assert words(quiet, text) == [("team", "team")]


@pytest.mark.parametrize(
    ("term", "text", "mention"),
    [
        ("kapittel 3.5", "Se kapittel 3.5, ikke kapittel 3 eller kapittel 3.51.", ["kapittel 3.5"]),
        ("Meld. St. 28", "I Meld. St. 28 og Meld. St. 280.", ["Meld. St. 28"]),
        ("NOU 2015: 8", "NOU 2015: 8 og NOU 2015 8", ["NOU 2015: 8"]),
        ("ovenfra-og-ned-styring", "Ovenfra-og-ned-styringen er kritisert.", ["Ovenfra-og-ned-styringen"]),
        (
            "forsknings- og erfaringsbasert kunnskap",
            "forsknings- og\nerfaringsbasert kunnskap",
            ["forsknings- og\nerfaringsbasert kunnskap"],
        ),
        ("Irgens' seks kjennetegn", "Irgens’ seks kjennetegn", []),
        ("PISA", "PISA er ikke pisa, men PISA-undersøkelsen er PISAs.", ["PISA", "PISAs"]),
        ("den nordiske modellen", "En nordisk modell og den nordiske modellen.", ["nordisk modell", "nordiske modellen"]),
        ("delt visjon", "Dele visjoner med en delt visjon", ["delt visjon"]),
        ("PLF", "PLF-begrepet, PLF-et og «PLF»", ["PLF-et", "PLF"]),
        ("praksisfellesskap", "praksis- og praksisfellesskap, praksis fellesskap", ["praksisfellesskap"]),
        ("team", "teamet, team-, teamarbeid, lærerteam, te am", ["teamet"]),
        ("læring", "læ\u0301ring er la\u0308ring", []),
    ],
)  # fmt: skip
def test_names_in_text(term: str, text: str, mention: list[str]) -> None:
    assert [words for words, _ in words(base(concept("x", term=term)), text)] == mention


def test_discouraged_terms_are_mentions_but_neither_covered_names_nor_search_words() -> None:
    kb = base(concept("plf", discouraged=(Discouraged("PFL"),), covers=("møte",), hidden=("er",)))
    (mention,) = Mentions(kb, FORMS).find("PFL er et møte.")
    assert mention.name.text == "PFL"


def test_a_retired_entry_is_not_linked_to() -> None:
    kb = base(concept("gammel", replaced_by="ny"), concept("ny"))
    assert words(kb, "gammel og ny") == [("ny", "ny")]


@pytest.mark.parametrize(
    ("written", "ids"),
    [
        ("teamenes", ("team",)),
        ("De profesjonelle læringsfellesskapene", ("plf",)),
        ("lærarfellesskapa", ("laererfellesskap",)),
        ("plfs", ("plf",)),
        ("smågruppene", ("team",)),
        ("teamarbeid", ()),
        ("team og lag", ()),
        ("", ()),
    ],
)
def test_a_link_may_be_written_with_any_form(written: str, ids: tuple[str, ...]) -> None:
    kb = base(
        concept("team", covers=("smågruppe",)),
        concept("plf", term="profesjonelt læringsfellesskap", also=("PLF",)),
        concept("laererfellesskap", term="lærerfellesskap", nn=("lærarfellesskap",)),
    )
    assert TermIndex(kb).resolve(written).ids == ids


def many(number: int) -> Iterator[Concept]:
    for n in range(number):
        yield concept(f"n{n}", term=f"begrep {n}", also=tuple(f"profesjonelt ord{n}x{m}" for m in range(3)))


def test_twenty_thousand_names_and_a_megabyte_of_text() -> None:
    kb = base(*many(5000))
    text = "Et profesjonelt ord17x2 og begrep 4999 her. " * 25_000
    assert len(text) > 1_000_000
    assert sum(1 for _ in Mentions(kb, FORMS).find(text)) == 50_000
