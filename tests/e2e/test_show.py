"""``plfkb show``."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import MakeFiles
from tests.e2e.commands import FILES, run


@pytest.fixture
def root(make_files: MakeFiles) -> Path:
    return make_files(
        {
            **FILES,
            "concepts/lag-og-team.md": "---\ntitle: Lag og team\ntype: sammenlikning\ntheme: ledelse\nbetween: [lag, team]\n"
            "hidden: [gjeng]\nsummary: Like [@lest2020].\ndimensions: [{name: a, sides: {lag: A., team: B.}}]\n---\n",
        }
    )


@pytest.mark.parametrize("name", ["lag", "LAG", "arbeidslag", "laget"])
def test_an_entry_is_found_by_any_of_its_names(root: Path, name: str) -> None:
    result = run(root, "show", name)
    assert result.exit_code == 0
    lines = result.output.splitlines()
    assert lines[0] == "lag (lag)"
    assert "  også: arbeidslag" in lines
    assert "Et lag er en gruppe." in lines
    assert "Beslektet: team" in lines
    assert "Sammenlikninger: lag-og-team" in lines
    assert "Lenket til fra 1: team" in lines
    assert "Bruker 1 kilder: lest2020" in lines
    assert lines[-1] == "Ingen klager."


def test_a_comparison(root: Path) -> None:
    lines = run(root, "show", "Lag", "og", "team").output.splitlines()
    assert lines[0] == "Lag og team (lag-og-team)"
    assert "Sammenlikner: lag, team" in lines
    assert "  skjulte søkeord: gjeng" in lines
    assert "Like." in lines


def test_the_complaints_about_an_entry(root: Path) -> None:
    (root / "concepts/team.md").write_text(FILES["concepts/team.md"] + "[[nei]]\n", encoding="utf-8")
    output = run(root, "show", "team").output
    assert "concepts/team.md:9: ukjent-lenke" in output
    assert "Klager:" in output


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("teamm", "mente du team?"),
        ("xyzzy", "det finnes ikke noe oppslag som heter «xyzzy»"),
        ("samskaping", "står på arbeidslista"),
    ],
)
def test_what_is_not_there(root: Path, name: str, says: str) -> None:
    result = run(root, "show", name)
    assert result.exit_code == 1
    assert says in result.output


def test_a_name_of_several_entries(root: Path) -> None:
    for name in ("team", "lag"):
        text = FILES[f"concepts/{name}.md"].replace("type:", "covers: [gjeng]\ntype:")
        (root / f"concepts/{name}.md").write_text(text, encoding="utf-8")
    result = run(root, "show", "gjeng")
    assert result.exit_code == 1
    assert "lag, team" in result.output
