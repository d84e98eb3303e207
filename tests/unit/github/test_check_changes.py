"""The script of the check: errors wherever they stand, warnings only where the change is."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, MakeFiles
from tests.e2e.commands import FILES


def git(root: Path, *arguments: str) -> str:
    name = ("-c", "user.name=x", "-c", "user.email=x@example.org")
    done = subprocess.run(["git", *name, *arguments], cwd=root, capture_output=True, text=True, check=True)
    return done.stdout.strip()


@pytest.fixture
def root(make_files: MakeFiles) -> Path:
    """A knowledge base with a warning in a file that no one changes."""
    old = FILES["concepts/lag.md"].replace("term: lag", "term: gammel").replace("also: [arbeidslag]\n", "")
    folder = make_files({**FILES, "concepts/gammel.md": f"{old}\nSe [[samskaping]].\n"})
    git(folder, "init", "--quiet")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message", "x")
    return folder


def check(root: Path, changed: dict[str, str | None]) -> tuple[int, list[str]]:
    base = git(root, "rev-parse", "HEAD")
    for path, text in changed.items():
        if text is None:
            (root / path).unlink()
        else:
            (root / path).write_text(text, encoding="utf-8")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--allow-empty", "--message", "y")
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PLFKB": f"{sys.executable} -m plfkb.cli"}
    command = ["sh", str(ROOT / "scripts/github/check-changes.sh"), base]
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    return done.returncode, [line.split("::")[1] for line in done.stdout.splitlines()]


TEAM, LAG = FILES["concepts/team.md"], FILES["concepts/lag.md"]


def test_nothing_changed(root: Path) -> None:
    assert check(root, {}) == (0, [])


def test_a_warning_in_a_changed_file(root: Path) -> None:
    code, said = check(root, {"concepts/team.md": f"{TEAM}\nSe [[samskaping]].\n"})
    assert code == 0
    assert said == ["warning file=concepts/team.md,line=10,title=lenke-uten-side"]


def test_an_error_that_a_change_causes_elsewhere(root: Path) -> None:
    code, said = check(root, {"concepts/team.md": None})
    assert code == 1
    assert {line.split(",")[0] for line in said} == {
        "error file=concepts/lag.md",
        "error file=concepts/gammel.md",
    }


def test_an_error_is_told_once(root: Path) -> None:
    code, said = check(root, {"concepts/team.md": TEAM.replace("lest2020", "lst2020")})
    assert code == 1
    assert len(said) == 1


def test_names_with_strange_signs(root: Path) -> None:
    code, said = check(root, {"concepts/-f og.md": LAG, "concepts/$(id).md": LAG})
    assert code == 1
    assert any("$(id)" in line for line in said)
