"""«Omtalt i»: which pages come first, and how much of each."""

from __future__ import annotations

import pytest

from plfkb.linking.uses import Origin, Use
from plfkb.pages.parts import mentioning_pages, one_in_a_section


def use(page: str, section: str = "", *, found: bool = False) -> Use:
    return Use(
        "team",
        Origin(f"begrep/{page}/", page, "begrep"),
        "nevnt-team",
        section,
        "Et ",
        "team",
        " her.",
        found=found,
    )


@pytest.mark.parametrize(
    ("uses", "near", "order"),
    [
        ([use("b"), use("a")], [], ["a", "b"]),
        ([use("a"), use("b"), use("b", "Opphav")], [], ["b", "a"]),
        ([use("a", found=True), use("a", "Opphav", found=True), use("b")], [], ["b", "a"]),
        ([use("a"), use("a", "Opphav"), use("b", found=True)], ["b"], ["b", "a"]),
        ([use("å"), use("ø")], [], ["ø", "å"]),
    ],
)
def test_related_pages_first_then_links_by_hand_then_many_uses(
    uses: list[Use], near: list[str], order: list[str]
) -> None:
    addresses = [f"begrep/{page}/" for page in near]
    assert [page.title for page in mentioning_pages(uses, "begrep/team/", addresses)] == order


def test_a_section_is_told_once_and_by_the_link_that_its_author_made() -> None:
    uses = [use("a", "Opphav"), use("a", "Opphav"), use("a", found=True), use("b", "Opphav")]
    assert list(one_in_a_section(uses)) == [uses[0], uses[2], uses[3]]


def test_a_sentence_that_names_a_thing_twice_is_told_once_and_leads_to_the_first_place() -> None:
    first = use("a", "Opphav")
    uses = [first._replace(anchor="sitat-1"), first._replace(anchor="sitat-2"), use("a", "Kritikk")]
    (page,) = mentioning_pages(uses, "begrep/team/")
    assert [(mention.href.partition("#")[2], mention.section) for mention in page.mentions] == [
        ("sitat-1", "Opphav"),
        ("nevnt-team", "Kritikk"),
    ]
