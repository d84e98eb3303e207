"""``plfkb check`` from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from plfkb.cli import main
from tests.conftest import MakeFiles

TEAM = "---\nterm: team\ntype: begrep\ntheme: t\ndefinition: Et team er en gruppe.\n---\n"
FILES = {
    "concepts/team.md": TEAM + "Se [[lagx]].\n",
    "concepts/lag.md": TEAM.replace("team", "lag"),
    "bib/a.bib": "@book{berg2020, title = {Lest}, year = {2020}}\n",
    "docs/index.md": "# Forside\n",
}


@pytest.fixture
def root(make_files: MakeFiles) -> Path:
    return make_files(FILES)


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["check", "--root", str(root), *arguments], catch_exceptions=False)


def test_errors_give_1_and_none_give_0(root: Path) -> None:
    assert run(root).exit_code == 1
    (root / "concepts/team.md").write_text(TEAM, encoding="utf-8")
    assert run(root).exit_code == 0


def test_levels(root: Path) -> None:
    assert len(run(root, "--quiet").output.splitlines()) == 2
    assert "ubrukt-kilde" not in run(root).output
    assert "ubrukt-kilde" in run(root, "--notes").output


def test_the_complaints_about_some_files(root: Path) -> None:
    result = run(root, str(root / "concepts/lag.md"))
    assert result.exit_code == 0
    assert result.output.splitlines()[1:] == ["0 feil, 1 advarsel, 0 merknader"]
    assert run(root, str(root / "concepts"), "--notes").output.count("\n") == 4
    assert "ubrukt-kilde" in run(root, str(root / "bib/a.bib"), "--notes").output


def test_each_file_alone_gives_what_all_together_give(root: Path) -> None:
    whole = run(root, "--notes").output.splitlines()[:-1]
    alone = [run(root, "--notes", str(root / path)).output.splitlines()[:-1] for path in FILES]
    assert sorted(line for lines in alone for line in lines) == sorted(whole)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["nei.md"], "finnes ikke"),
        (["{root}/../annet.md"], "ligger ikke i kunnskapsbasen"),
        (["{root}/notat.txt"], "er ikke en fil som kunnskapsbasen leser"),
        (["--format", "xml"], "xml"),
        (["--lang", "se"], "se"),
        (["--finnes-ikke"], "--finnes-ikke"),
    ],
)
def test_a_command_written_wrong_gives_2(
    root: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], says: str
) -> None:
    monkeypatch.chdir(root)
    (root / "notat.txt").write_text("", encoding="utf-8")
    result = run(root, *(argument.format(root=root) for argument in arguments))
    assert result.exit_code == 2
    assert says in result.output
    assert "Traceback" not in result.output


def test_forms_and_languages(root: Path) -> None:
    assert json.loads(run(root, "--format", "json").output)["counts"]["error"] == 1
    assert json.loads(run(root, "--format", "sarif").output)["version"] == "2.1.0"
    assert run(root, "--format", "github").output.startswith("::warning file=concepts/lag.md,line=5")
    assert "leads nowhere" in run(root, "--lang", "en").output


def test_fix_shows_what_it_does_and_checks_again(root: Path) -> None:
    file = root / "concepts/team.md"
    file.write_text(TEAM + 'Et "team"\u00a0her.\n', encoding="utf-8")
    before = file.read_bytes()
    result = run(root, "--fix", "--dry-run")
    assert '-Et "team"\u00a0her.\n+Et «team» her.\n' in result.output
    assert "anforselstegn" in result.output
    assert file.read_bytes() == before
    result = run(root, "--fix")
    assert '-Et "team"\u00a0her.\n+Et «team» her.\n' in result.output
    assert "anforselstegn" not in result.output
    assert file.read_text(encoding="utf-8") == TEAM + "Et «team» her.\n"
    assert "@@" not in run(root, "--fix").output


def test_fix_of_some_files_leaves_the_others_alone(root: Path) -> None:
    for name in ("team", "lag"):
        (root / f"concepts/{name}.md").write_text(
            TEAM.replace("team", name) + 'Et "ord".\n', encoding="utf-8"
        )
    run(root, "--fix", str(root / "concepts/lag.md"))
    assert '"ord"' in (root / "concepts/team.md").read_text(encoding="utf-8")
    assert "«ord»" in (root / "concepts/lag.md").read_text(encoding="utf-8")


def test_fix_keeps_the_report_apart_from_the_diff(root: Path) -> None:
    (root / "concepts/team.md").write_text(TEAM + 'Et "ord".\n', encoding="utf-8")
    result = run(root, "--fix", "--format", "json")
    assert json.loads(result.stdout)["counts"]["error"] == 0
    assert "+Et «ord»." in result.stderr


def test_dry_run_needs_fix(root: Path) -> None:
    result = run(root, "--dry-run")
    assert result.exit_code == 2
    assert "--fix" in result.output


def test_fix_says_when_a_file_cannot_be_written(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / "concepts/team.md").write_text(TEAM + 'Et "ord".\n', encoding="utf-8")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device", "team.md")

    monkeypatch.setattr("plfkb.commands.saving.write", full)
    result = run(root, "--fix")
    assert result.exit_code == 1
    assert "ingenting er endret" in result.output


def test_fix_makes_a_file_readable_that_was_not(root: Path) -> None:
    file = root / "concepts/team.md"
    file.write_text(TEAM.replace("theme: t", "theme:\u00a0t"), encoding="utf-8")
    assert "frontmatter-uleselig" in run(root).output
    assert "frontmatter-uleselig" not in run(root, "--fix").output
    assert file.read_text(encoding="utf-8") == TEAM
