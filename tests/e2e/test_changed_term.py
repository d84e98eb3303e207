"""A term that is changed: what still leads to the entry, and what is complained about."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import MakeFiles
from tests.e2e.commands import ENTRY, FILES, rules, run
from tests.e2e.sites import CONFIG, built, page

OLD, NEW = "lærende nettverk", "lærende møteplass"
LINKS = f"\nSe [[{OLD}]], [[laerende-nettverk|nettverket]] og [[lærende nettverkets]].\n"
NAMED = f"\nDe møtes i et {OLD} hver uke.\n"


@pytest.fixture
def root(make_files: MakeFiles) -> Path:
    return make_files(
        {
            **FILES,
            "concepts/laerende-nettverk.md": ENTRY.format(term=OLD),
            "concepts/team.md": ENTRY.format(term="team") + LINKS,
            "concepts/lag.md": ENTRY.format(term="lag") + NAMED,
        }
    )


def change(root: Path, front: str) -> None:
    path = root / "concepts/laerende-nettverk.md"
    path.write_text(path.read_text(encoding="utf-8").replace(f"term: {OLD}", front), encoding="utf-8")


def test_nothing_is_wrong_before(root: Path) -> None:
    assert rules(root) == []


def test_links_by_the_old_term_are_told_with_the_id_that_still_leads_there(root: Path) -> None:
    change(root, f"term: {NEW}")
    found = run(root, "check", "--quiet").output
    assert rules(root) == ["concepts/team.md ukjent-lenke"] * 2
    assert "laerende-nettverk" in found
    assert "concepts/team.md:8" in found


def test_the_old_term_as_another_name_keeps_every_link(root: Path) -> None:
    change(root, f"term: {NEW}\nalso: [{OLD}]")
    assert rules(root) == []


def test_pages_follow_the_new_term_and_the_address_stays(root: Path) -> None:
    (root / "concepts/team.md").write_text(
        FILES["concepts/team.md"].replace("[[lag]]", "[[laerende-nettverk]]"), encoding="utf-8"
    )
    change(root, f"term: {NEW}")
    site = built(root, {"mkdocs.yml": CONFIG})
    assert "Lærende møteplass" in page(site, "begrep/laerende-nettverk")
    assert f">{NEW}</a>" in page(site, "begrep/team")
    # What was recognised by its old name is no link any more.
    assert "plfkb-term--found" not in page(site, "begrep/lag")


def test_what_is_recognised_by_the_old_term_as_another_name_still_is(root: Path) -> None:
    change(root, f"term: {NEW}\nalso: [{OLD}]")
    assert "plfkb-term--found" in page(built(root, {"mkdocs.yml": CONFIG}), "begrep/lag")
