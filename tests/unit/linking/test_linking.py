from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plfkb.errors import Place
from plfkb.linking import addresses
from plfkb.linking.relations import Direction, cycles, graph
from plfkb.linking.sentences import opening, sentence
from plfkb.linking.terms import TermIndex
from plfkb.model import Concept, KnowledgeBase, Planned, Relation, RelationKind, Text

PLACE = Place("x.md", 1)


def concept(id_: str, **values: object) -> Concept:
    text = Text("Tekst.", PLACE)
    whole: dict[str, object] = {
        "id": id_, "place": PLACE, "term": id_, "type": "begrep", "theme": "t",
        "definition": text, "definition_basis": "egen", "body": text,
    }  # fmt: skip
    # The values come as keywords of many types; a wrong one fails in the test that gives it.
    return Concept(**{**whole, **values})  # type: ignore[arg-type]


def base(*concepts: Concept, planned: tuple[str, ...] = ()) -> KnowledgeBase:
    rows = {id_: Planned(id_, id_, PLACE) for id_ in planned}
    return KnowledgeBase(Path(), concepts={item.id: item for item in concepts}, planned=rows)


@pytest.mark.parametrize(
    ("written", "ids"),
    [
        ("team", ("team",)),
        ("TEAM", ("team",)),
        ("  arbeids  lag ", ("team",)),
        ("gruppe", ("lag", "team")),
        ("kommer", ("kommer",)),
        ("la\u030ag", ()),
        ("ukjent", ()),
        ("lag", ("lag",)),
    ],
)
def test_a_name_leads_to_its_entry(written: str, ids: tuple[str, ...]) -> None:
    kb = base(
        concept("lag", also=("gruppe",)),
        concept("team", also=("gruppe", "arbeids lag", "lag")),
        planned=("kommer",),
    )
    assert TermIndex(kb).resolve(written).ids == ids


def test_an_unknown_name_comes_with_the_nearest() -> None:
    assert TermIndex(base(concept("profesjonsfellesskap"))).resolve("profesjonsfelleskap").candidates == (
        "profesjonsfellesskap",
    )


def related(kind: RelationKind, *targets: str) -> tuple[Relation, ...]:
    return tuple(Relation(kind, target, PLACE) for target in targets)


def test_inverses_are_computed_and_told_once() -> None:
    kb = base(
        concept(
            "a", relations=related(RelationKind.BROADER, "b") + related(RelationKind.RELATED, "c", "borte")
        ),
        concept("b"),
        concept("c", relations=related(RelationKind.RELATED, "a")),
    )
    found = graph(kb)
    assert found.of("a") == {Direction.BROADER: ("b",), Direction.RELATED: ("c",)}
    assert found.of("b") == {Direction.NARROWER: ("a",)}
    assert found.of("c") == {Direction.RELATED: ("a",)}


def test_rings_are_found_also_long_ones() -> None:
    many = [concept(f"n{n}", relations=related(RelationKind.PART_OF, f"n{n + 1}")) for n in range(5000)]
    last = concept("n5000", relations=related(RelationKind.PART_OF, "n4998"))
    assert list(cycles(base(*many, last), RelationKind.PART_OF)) == [("n4998", "n4999", "n5000")]
    assert list(cycles(base(*many, concept("n5000")), RelationKind.PART_OF)) == []


@pytest.mark.parametrize(
    ("target", "page", "link"),
    [
        ("begrep/a/", "begrep/b/", "../a/"),
        ("begrep/a/", "", "begrep/a/"),
        ("", "begrep/a/", "../../"),
        ("begrep/a/#x", "begrep/a/", "#x"),
        ("begrep/a/", "begrep/a/", "./"),
        ("kilde/k/", "begrep/a/", "../../kilde/k/"),
        ("begrep/", "begrep/a/", "../"),
    ],
)
def test_links_between_pages_are_relative(target: str, page: str, link: str) -> None:
    assert addresses.relative(target, page) == link
    address, _, _ = target.partition("#")
    assert addresses.led_to(link.partition("#")[0], page) == address


@given(st.text(min_size=1, max_size=20), st.text(min_size=1, max_size=20))
def test_keys_become_addresses_without_clashing(one: str, other: str) -> None:
    assert set(addresses.slug(one)) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-")
    if one != other:
        assert addresses.slug(one) != addresses.slug(other)


@pytest.mark.parametrize(
    ("before", "after", "head", "tail"),
    [
        ("En. To ", " slutt. Tre.", "To ", " slutt."),
        ("Sier Dahl m.fl. at ", " er (jf. s. 3). Ny.", "Sier Dahl m.fl. at ", " er (jf. s. 3)."),
        ("Hva? «Ja.» Så ", "", "Så ", ""),
        ("A. Berg sier ", " noe", "A. Berg sier ", " noe"),
        ("Det står i Meld. St. 28 og ", ". Mer.", "Det står i Meld. St. 28 og ", "."),
        ("Så. Ot.prp. nr. 4 og ", "", "Ot.prp. nr. 4 og ", ""),
    ],
)
def test_the_sentence_around_a_mention(before: str, after: str, head: str, tail: str) -> None:
    assert sentence(before, after) == (head, tail)


@pytest.mark.parametrize(
    ("text", "most", "opened"),
    [
        (
            "Et lag deler mål. En gruppe gjør ikke det. Les mer.",
            45,
            "Et lag deler mål. En gruppe gjør ikke det.",
        ),
        ("Et lag deler mål. En gruppe gjør ikke det.", 30, "Et lag deler mål."),
        ("Et lag deler mål. En gruppe gjør ikke det.", 100, "Et lag deler mål. En gruppe gjør ikke det."),
        ("Et lag deler mål. En gruppe gjør ikke det.", 5, "Et lag deler mål."),
        ("Stoll m.fl. (2006) sier at et lag deler mål", 5, "Stoll m.fl. (2006) sier at et lag deler mål"),
        ("", 5, ""),
    ],
)
def test_an_opening_is_whole_sentences(text: str, most: int, opened: str) -> None:
    assert opening(text, most) == opened
