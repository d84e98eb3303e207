"""The comment on a pull request: what has changed, and nothing that GitHub would take for more than words."""

from __future__ import annotations

import subprocess
import sys
from html import unescape
from pathlib import Path

import pytest

from scripts.github import definitions
from tests.conftest import ROOT
from tests.e2e.commands import ENTRY, FILES


def comment(tmp_path: Path, changed: dict[str, str | None]) -> str:
    for side, files in (("before", FILES), ("after", {**FILES, **changed})):
        for path, text in files.items():
            if text is not None:
                file = tmp_path / side / path
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text, encoding="utf-8")
    return definitions.comment(tmp_path / "before", tmp_path / "after")


def words(text: str) -> str:
    """What GitHub shows, near enough."""
    return unescape(text)


TEAM, LAG = FILES["concepts/team.md"], FILES["concepts/lag.md"]


def test_a_definition_before_and_after(tmp_path: Path) -> None:
    said = words(comment(tmp_path, {"concepts/team.md": TEAM.replace("er en gruppe", "er en liten gruppe")}))
    assert said.startswith(definitions.MARK)
    assert "**team** har ny definisjon." in said
    assert "**Før:** Et team er en gruppe." in said
    assert "**Nå:** Et team er en liten gruppe." in said
    assert "lag" not in said


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"concepts/ny.md": ENTRY.format(term="ny")}, "**ny** er nytt.\n> Et ny er en gruppe."),
        ({"concepts/team.md": f"{TEAM}\nMer.\n"}, "**team** har ny tekst; definisjonen er den samme."),
        ({"concepts/team.md": TEAM.replace("term: team", "term: gruppe")}, "**gruppe** het før team."),
        (
            {"concepts/team.md": TEAM.replace("type:", "replaced_by: lag\ntype:")},
            "**team** er erstattet av begrep/lag/.",
        ),
        ({"concepts/lag.md": None}, "**lag** er tatt bort."),
        ({"docs/index.md": "# Ny forside\n"}, "Ingen begreper er endret."),
        ({}, "Sjekken finner ingen feil."),
        ({"concepts/lag.md": LAG.replace("lest2020", "lst2020")}, "Sjekken finner 1 feil."),
    ],
)
def test_each_kind_of_change(changed: dict[str, str | None], says: str, tmp_path: Path) -> None:
    assert says in words(comment(tmp_path, changed))


@pytest.mark.parametrize(
    ("front", "lost"),
    [
        ("term: gruppe", True),
        ("term: gruppe\nalso: [lærende team]", False),
        ("term: gruppe\ndiscouraged:\n  - {term: lærende team, reason: uklart}", False),
    ],
)
def test_a_term_that_nothing_leads_to_any_more(front: str, lost: bool, tmp_path: Path) -> None:
    before = TEAM.replace("term: team", "term: lærende team")
    definitions_of = {"before": before, "after": before.replace("term: lærende team", front)}
    for side, text in definitions_of.items():
        for path, content in {**FILES, "concepts/team.md": text}.items():
            file = tmp_path / side / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(content, encoding="utf-8")
    said = words(definitions.comment(tmp_path / "before", tmp_path / "after"))
    assert "**gruppe** het før lærende team." in said
    assert ("Den gamle termen står ikke i noe oppslag lenger" in said) is lost


@pytest.mark.parametrize(
    "trick",
    [
        "@everyone",
        "#12",
        "<img src=x>",
        "![x](https://evil.example/x.png)",
        "https://evil.example",
        "`code`",
        "--> x",
    ],
)
def test_words_stay_words(trick: str, tmp_path: Path) -> None:
    text = TEAM.replace(
        "definition: Et team er en gruppe", f"definition: >-\n  Et team er {trick} her"
    ).replace(" [@lest2020]", "")
    said = comment(tmp_path, {"concepts/team.md": text})
    rest = said.removeprefix(definitions.MARK).replace("**", "").replace("###", "").replace("\n>", "\n")
    assert not set("@#<`![]") & set(rest.replace("&#", "&")), rest
    assert "://" not in rest


def test_as_the_workflow_calls_it() -> None:
    command = [sys.executable, "-m", "scripts.github.definitions", str(ROOT), str(ROOT)]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True)
    assert said.stdout.startswith(f"{definitions.MARK}\n")
    assert "Ingen begreper er endret." in said.stdout
    assert said.stderr == ""


def test_safe_words_are_shown_as_they_were() -> None:
    text = "Et *team* [er] @noen #1 <b> & «oss» – 50 % https://x.no/a_b"
    assert words(definitions.safe(text)) == text


def test_a_long_comment_is_cut_where_a_change_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(definitions, "LONGEST", 400)
    files: dict[str, str | None] = {
        f"concepts/n{number}.md": ENTRY.format(term=f"n{number}") for number in range(30)
    }
    said = comment(tmp_path, files)
    assert len(said) <= 400
    assert "til." in said
