from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plfkb.model import Comparison, Concept
from plfkb.norwegian.ids import proposed_id
from plfkb.reading.documents import read_document
from plfkb.reading.entry_files import read_entry
from plfkb.reading.prose import prose
from plfkb.reading.schema import entry_schema
from plfkb.reading.values import ID

WHOLE = """---
term: team
also: [lag, gruppe]
discouraged:
  - temm
  - {term: gjeng, reason: for uformelt}
en: [team]
hidden: arbeidsgruppe
type: modell
theme: t
definition: >-
  Et team er en gruppe
  [@berg2020, s. 1].
broader: [gruppe]
parts:
  - label: mål
    text: Det de vil.
    id: maal
created: 2026-11-21
status: kildesjekket
---

Brødtekst.
"""


def test_a_whole_entry_is_read_with_its_places() -> None:
    read = read_entry(WHOLE, "concepts/team.md")
    concept = read.entry
    assert read.problems == ()
    assert isinstance(concept, Concept)
    assert concept.also == ("lag", "gruppe")
    assert [(item.term, item.reason) for item in concept.discouraged] == [
        ("temm", ""),
        ("gjeng", "for uformelt"),
    ]
    assert concept.hidden == ("arbeidsgruppe",)
    assert concept.definition.markdown == "Et team er en gruppe [@berg2020, s. 1]."
    assert concept.definition.place_of("[@berg2020").line == 13
    assert [(relation.target, relation.place.line) for relation in concept.relations] == [("gruppe", 14)]
    assert concept.parts[0].id == "maal"
    assert concept.parts[0].place.line == 16
    assert concept.credit.status == "kildesjekket"
    assert str(concept.credit.created) == "2026-11-21"
    assert (concept.body.markdown, concept.body.place.line) == ("Brødtekst.\n", 23)


@pytest.mark.parametrize(
    ("search", "searched", "rule"),
    [
        ("{exclude: true}", False, None),
        ("{exclude: false}", True, None),
        ("", True, None),
        ("nei", True, "feil-type"),
        ("{exclude: ja}", True, "ugyldig-verdi"),
        ("{boost: 2}", True, "ukjent-nokkel"),
    ],
)
def test_a_page_says_whether_it_may_be_found(search: str, searched: bool, rule: str | None) -> None:
    document, problems = read_document(f"---\nsearch: {search}\n---\n# Om\n", "docs/om.md")
    assert document.searched is searched
    assert [problem.rule for problem in problems] == ([rule] if rule else [])


@pytest.mark.parametrize(
    "front", ["search: {exclude: true", "search: {exclude: true}\ntitle: A: b", "- search"]
)
def test_a_page_that_may_be_meant_to_be_hidden_is_not_found(front: str) -> None:
    document, problems = read_document(f"---\n{front}\n---\n# Om\n", "docs/om.md")
    assert not document.searched
    assert len(problems) == 1


def test_a_comparison_is_read() -> None:
    text = (
        "---\ntitle: A og B\ntype: sammenlikning\ntheme: t\nbetween: [a, b]\nsummary: Kort.\n"
        "dimensions:\n  - name: mål\n    sides: {b: To., a: En.}\n    basis: redaksjonell\nhidden: [c, d]\n---\nTekst."
    )
    entry = read_entry(text, "concepts/a-og-b.md").entry
    assert isinstance(entry, Comparison)
    assert entry.hidden == ("c", "d")
    (row,) = entry.dimensions
    assert [side.markdown for side in row.sides.values()] == ["En.", "To."]
    assert row.basis == "redaksjonell"


@given(st.text(max_size=200))
def test_nothing_that_is_typed_stops_the_reading(text: str) -> None:
    for source in (text, f"---\n{text}\n---\n", f"---\nterm: {text}\n---\n{text}"):
        read_entry(source, "concepts/x.md")


@given(st.text(max_size=300))
def test_prose_keeps_every_character_in_its_place(text: str) -> None:
    scanned = prose(text)
    assert len(scanned) == len(text)
    assert [i for i, c in enumerate(scanned) if c == "\n"] == [i for i, c in enumerate(text) if c == "\n"]
    assert all(new in (old, " ") for new, old in zip(scanned, text, strict=True))


@given(st.text(max_size=40))
def test_any_term_can_be_made_an_id(term: str) -> None:
    assert ID.fullmatch(proposed_id(term))


def test_an_id_is_made_as_a_norwegian_would() -> None:
    assert proposed_id("Dobbeltkretslæring – på øya") == "dobbeltkretslaering-pa-oya"


def test_the_schema_names_every_key() -> None:
    whole = entry_schema()
    concept, comparison = whole["else"], whole["then"]
    assert isinstance(concept, dict)
    assert isinstance(comparison, dict)
    assert set(concept["required"]) == {"term", "type", "theme", "definition"}
    assert {"between", "dimensions", "summary"} <= set(comparison["properties"])
    assert concept["additionalProperties"] is False
