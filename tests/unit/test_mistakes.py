"""Typical mistakes, as people make them (``tests/cases/mistakes/``): each gives one complaint, with its line and remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from plfkb.checks.run import check
from plfkb.reading.knowledge_base import load
from tests.conftest import CASES, rows

FOLDER = CASES / "mistakes"
MISTAKES = rows("mistakes")
ENTRY = "---\nterm: {term}\ntype: begrep\ntheme: samarbeid-og-dialog\ndefinition: {text} [@lest2020; @berg2021].\n---\n"
WORK = (
    "@book{{{key},\n  author = {{{author}}},\n  title = {{{key}}},\n  publisher = {{Forlaget}},\n"
    "  year = {{{year}}},\n}}\n"
)
BASE = {
    "concepts/team.md": ENTRY.format(term="team", text="Et team er en gruppe"),
    "concepts/profesjonelt-fellesskap.md": ENTRY.format(term="profesjonelt fellesskap", text="Et fellesskap"),
    "concepts/temaer.yml": "samarbeid-og-dialog:\n  label: Samarbeid og dialog\nledelse:\n  label: Ledelse\n",
    "bib/a.bib": WORK.format(key="lest2020", author="Berg, Kari", year=2020)
    + "\n"
    + WORK.format(key="berg2021", author="Dahl, Per", year=2021),
    "docs/index.md": "# Forside\n",
}


def complaints(folder: Path, path: str, file: str) -> list[str]:
    """Every complaint, notes included, save that nobody cites the new works."""
    for name, text in BASE.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    (folder / path).write_bytes((FOLDER / file).read_bytes())
    return [str(problem) for problem in check(load(folder)) if problem.rule != "ubrukt-kilde"]


@pytest.mark.parametrize("case", MISTAKES, ids=lambda case: str(case["file"]))
def test_a_mistake_gives_one_complaint_with_its_line_and_its_remedy(
    case: dict[str, object], tmp_path: Path
) -> None:
    found = complaints(tmp_path, str(case["path"]), str(case["file"]))
    assert len(found) == 1, found
    place = f"{case['path']}:{case['line']}" if case["line"] else case["path"]
    assert found[0].startswith(f"{place}: {case['rule']} ")
    assert str(case["says"]) in found[0].split(" – ", 1)[1]


def test_line_ends_from_windows_are_no_mistake(tmp_path: Path) -> None:
    """They are read as they are meant. A note says that ``--fix`` makes them like the others; nobody must do anything."""
    (note,) = complaints(tmp_path, "concepts/speilteam.md", "windows-linjeskift.md")
    assert "linjeskift" in note
    assert "ikke noe må gjøres" in note
    assert load(tmp_path).concepts["speilteam"].definition.markdown.endswith("[@lest2020, s. 12].")


def test_every_file_is_a_case_and_there_are_thirty_and_more() -> None:
    named = {str(case["file"]) for case in MISTAKES} | {"windows-linjeskift.md"}
    assert named == {path.name for path in FOLDER.iterdir()}
    assert len(MISTAKES) >= 30
