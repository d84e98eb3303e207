"""``rules`` and ``exceptions`` in plfkb.yml."""

from __future__ import annotations

import pytest

from plfkb.checks.run import check
from plfkb.errors import Severity
from plfkb.reading.knowledge_base import load
from tests.conftest import MakeFiles

TEAM = "---\nterm: team\ntype: begrep\ntheme: t\ndefinition: Et team er en gruppe.\n---\n"
LAG = TEAM.replace("team", "lag")
FILES = {"concepts/team.md": TEAM, "concepts/lag.md": LAG}


def complaints(make_files: MakeFiles, settings: str) -> list[tuple[str, str, Severity]]:
    root = make_files({**FILES, "plfkb.yml": settings})
    return [(problem.place.path, problem.rule, problem.severity) for problem in check(load(root))]


def test_the_level_of_a_rule_can_be_raised_and_lowered(make_files: MakeFiles) -> None:
    found = complaints(make_files, "rules: {definisjon-uten-kilde: feil}\n")
    assert [severity for _, _, severity in found] == [Severity.ERROR, Severity.ERROR]
    found = complaints(make_files, "rules: {definisjon-uten-kilde: merknad}\n")
    assert [severity for _, _, severity in found] == [Severity.INFO, Severity.INFO]


def test_a_rule_can_be_turned_off(make_files: MakeFiles) -> None:
    assert complaints(make_files, "rules:\n  definisjon-uten-kilde: av\n") == []


@pytest.mark.parametrize("path", ["concepts/team.md", "concepts/t*.md", "[concepts/team.md]"])
def test_a_file_can_be_an_exception(make_files: MakeFiles, path: str) -> None:
    settings = f"exceptions:\n  - {{rule: definisjon-uten-kilde, paths: {path}}}\n"
    assert [place for place, _, _ in complaints(make_files, settings)] == ["concepts/lag.md"]


def test_a_folder_can_be_an_exception(make_files: MakeFiles) -> None:
    assert complaints(make_files, "exceptions: {rule: definisjon-uten-kilde, paths: concepts/}\n") == []


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ("rules: {definisjon-uten-kjelde: av}\n", "mente du «definisjon-uten-kilde»"),
        ("rules: {definisjon-uten-kilde: avv}\n", "mente du «av»?"),
        ("rules: {definisjon-uten-kilde: [av]}\n", "bruk en av disse: av, feil"),
        ("rules: [definisjon-uten-kilde]\n", "skriv for eksempel"),
        ("rules: {xyz: av}\n", "docs/bidra/regler.md"),
        ("exceptions: [definisjon-uten-kilde]\n", "skriv for eksempel"),
        ("exceptions: [{rule: definisjon-uten-kilde}]\n", "skriv for eksempel"),
        ("exceptions: [{rule: definisjon-uten-kilde, path: concepts/team.md}]\n", "skriv for eksempel"),
        ("exceptions: [{rule: definisjon-utan-kilde, paths: concepts/team.md}]\n", "mente du"),
        ("rule: {definisjon-uten-kilde: av}\n", "mente du «rules»?"),
        ("author: [a]\n", "skriv «author: ...»"),
        ("- author\n", "linjer med «navn: verdi»"),
    ],
)
def test_a_slip_in_the_settings_is_told(make_files: MakeFiles, settings: str, says: str) -> None:
    problems = check(load(make_files({**FILES, "plfkb.yml": settings})))
    told = [str(problem) for problem in problems if problem.rule == "innstilling-ugyldig"]
    assert len(told) == 1
    assert says in told[0]
    assert sum(problem.rule == "definisjon-uten-kilde" for problem in problems) == 2


def test_an_exception_for_no_file_is_told(make_files: MakeFiles) -> None:
    found = complaints(make_files, "exceptions: [{rule: definisjon-uten-kilde, paths: concept/team.md}]\n")
    assert ("plfkb.yml", "unntak-uten-fil", Severity.WARNING) in found
