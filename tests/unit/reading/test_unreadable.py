"""What cannot be opened, or has a name or a depth that is out of the ordinary: a complaint, never a traceback."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from plfkb.checks.run import check
from plfkb.cli import main
from plfkb.reading.front_matter import DEEPEST
from plfkb.reading.knowledge_base import load
from plfkb.reports import FORMS
from tests.conftest import MakeFiles

TEAM = "---\nterm: team\ntype: begrep\ntheme: t\ndefinition: Et team er en gruppe.\n---\n"
FILES = {
    "concepts/team.md": TEAM,
    "concepts/inne/lag.md": TEAM.replace("team", "lag"),
    "concepts/temaer.yml": "t:\n  label: T\n",
    "bib/a.bib": "",
    "docs/index.md": "# Forside\n",
}
links = pytest.mark.skipif(not hasattr(os, "symlink") or sys.platform == "win32", reason="needs links")


@pytest.fixture
def root(make_files: MakeFiles) -> Path:
    return make_files(FILES)


def unread(root: Path) -> list[str]:
    kb = load(root)
    found = [problem for problem in check(kb) if problem.rule == "fil-uleselig"]
    assert {problem.place.path for problem in found} == kb.unread
    return [str(problem) for problem in found]


@pytest.mark.parametrize("path", [*FILES, "plfkb.yml"])
def test_a_file_that_may_not_be_read(root: Path, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / "plfkb.yml").write_text("author: A\n", encoding="utf-8")
    read = Path.read_bytes

    def refused(self: Path) -> bytes:
        if self == root / path:
            raise PermissionError(13, "Permission denied", str(self))
        return read(self)

    monkeypatch.setattr(Path, "read_bytes", refused)
    (told,) = unread(root)
    assert told.startswith(f"{path}: fil-uleselig den kan ikke leses: du har ikke lov")


def test_a_folder_that_may_not_be_listed(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    listed = os.scandir

    def refused(folder: str) -> object:
        if Path(folder) == root / "concepts/inne":
            raise PermissionError(13, "Permission denied", str(folder))
        return listed(folder)

    monkeypatch.setattr(os, "scandir", refused)
    (told,) = unread(root)
    assert told.startswith("concepts/inne: fil-uleselig")


def test_a_file_that_may_not_be_looked_at(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at = os.stat

    def refused(path: str | Path, **options: bool) -> os.stat_result:
        if Path(path) == root / "concepts/inne/lag.md":
            raise PermissionError(13, "Permission denied", str(path))
        return looked_at(path, **options)

    monkeypatch.setattr(os, "stat", refused)
    (told,) = unread(root)
    assert told.startswith("concepts/inne/lag.md: fil-uleselig den kan ikke leses: du har ikke lov")


@links
@pytest.mark.parametrize(
    ("path", "target", "says"),
    [
        ("concepts/x.md", "x.md", "ikke fører til noen fil"),
        ("concepts/x.md", "borte.md", "ikke fører til noen fil"),
        ("docs/x.md", "../concepts", "en mappe"),
        ("bib/x.bib", "/dev/null", "ikke en vanlig fil"),
        ("concepts/planlagt.yml", "planlagt.yml", "ikke fører til noen fil"),
        ("plfkb.yml", "docs", "en mappe"),
    ],
)
def test_what_is_no_file(root: Path, path: str, target: str, says: str) -> None:
    (root / path).symlink_to(target)
    (told,) = unread(root)
    assert told.startswith(f"{path}: ")
    assert says in told
    result = CliRunner().invoke(
        main, ["check", "--root", str(root), str(root / path)], catch_exceptions=False
    )
    assert result.exit_code in (0, 1, 2)  # what a link leads to may be a folder without faults


@links
def test_hidden_links_that_lead_nowhere_are_left_alone(root: Path) -> None:
    (root / "concepts/.#team.md").symlink_to("kari@maskin.1234")
    assert unread(root) == []


@pytest.mark.skipif(sys.platform != "linux", reason="other file systems take no such names")
@pytest.mark.parametrize("folder", ["concepts", "docs", "bib"])
@pytest.mark.parametrize("form", FORMS)
def test_a_file_name_that_is_not_utf8(root: Path, folder: str, form: str) -> None:
    suffix = b".bib" if folder == "bib" else b".md"
    (Path(os.fsdecode(os.fsencode(root / folder) + b"/bl\xe5" + suffix))).write_text(
        "@book{}{{ [[x", encoding="utf-8"
    )
    arguments = ["check", "--root", str(root), "--format", form, "--notes"]
    result = CliRunner().invoke(main, arguments, catch_exceptions=False)
    assert "bl\\udce5" in result.output or "bl%E5" in result.output or "bl%5Cudce5" in result.output
    if form in ("json", "sarif"):
        json.loads(result.output)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk(root: Path) -> None:
    command = [sys.executable, "-m", "plfkb.cli", "check", "--root", str(root)]
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        result = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert result.returncode == 1
    assert "disken er full" in result.stderr
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    "value",
    [
        "[" * 40_000,
        "[" * 200 + "]" * 200,
        "{a: " * 200 + "}" * 200,
        "\n" + "- " * 40_000 + "a",
        "\n" + "\n".join(" " * number + "a:" for number in range(1, 200)),
    ],
    ids=["open", "lists", "tables", "hyphens", "indented"],
)
@pytest.mark.parametrize("path", ["concepts/team.md", "concepts/temaer.yml", "plfkb.yml", "docs/index.md"])
def test_what_is_too_deep_is_not_composed(root: Path, path: str, value: str) -> None:
    text = f"term: {value}\n"
    (root / path).write_text(f"---\n{text}---\n" if path.endswith(".md") else text, encoding="utf-8")
    (told,) = [str(problem) for problem in check(load(root)) if problem.rule == "frontmatter-uleselig"]
    assert "for mange nivåer" in told


@pytest.mark.parametrize(
    "value", ["[" * (DEEPEST - 2) + "]" * (DEEPEST - 2), ">-\n  " + "[[team]] " * 100, "'" + "[" * 500 + "'"]
)
def test_brackets_that_are_not_deep(root: Path, value: str) -> None:
    (root / "concepts/team.md").write_text(TEAM.replace("type:", f"also: {value}\ntype:"), encoding="utf-8")
    assert "frontmatter-uleselig" not in {problem.rule for problem in check(load(root))}


@pytest.mark.parametrize("name", ['"a\\0b"', '"a\\nb"', '"a\\eb"'])
def test_a_folder_has_a_name_that_can_be_written(root: Path, name: str) -> None:
    (root / "plfkb.yml").write_text(f"concepts: {name}\n", encoding="utf-8")
    assert {problem.rule for problem in load(root).problems} == {"innstilling-ugyldig"}
