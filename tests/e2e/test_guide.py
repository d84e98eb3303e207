"""The guide, followed word for word in a fresh clone: every command is run, every file is written as it says.

A block of ``sh`` is run. A block of ``text`` is what the commands before it must have said. Any other block is the content
of the file that the paragraph above it names last (BibTeX is put at the end of that file).
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from click import Command, Group

from plfkb.cli import main
from tests.conftest import ROOT

GUIDE = ROOT / "docs/bidra"
ADDRESS = "https://github.com/eier/plf-basen.git"
LEFT_OUT = {"make serve": "Makefile", "pre-commit install": ".pre-commit-config.yaml"}
"""Commands that do not end, or change the machine, with the file that makes them work."""

ENTRY = """\
---
term: speilsamtale
type: metode
theme: samarbeid-og-dialog
definition: En speilsamtale er en samtale [@ottosen2022profesjonelt, kap. 2].
---

Se [[team]].
"""
BEFORE = {"gjennomgang": {"concepts/speilsamtale.md": ENTRY}}
"""What is there before a page is followed."""


@dataclass(frozen=True)
class Block:
    language: str
    text: str
    file: str

    @property
    def commands(self) -> list[str]:
        """The commands of a block of ``sh``; one may go on over several lines."""
        return self.text.replace("\\\n", " ").splitlines() if self.language == "sh" else []


def blocks(page: str) -> list[Block]:
    text = (GUIDE / f"{page}.md").read_text(encoding="utf-8")
    found = []
    for match in re.finditer(r"^```(\w+)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL):
        paragraph = text[: match.start()].rstrip().rsplit("\n\n", 1)[-1]
        named = re.findall(r"`((?:concepts|bib)/[\w.-]+)`", paragraph)
        found.append(Block(match[1], match[2], named[-1] if named else ""))
    return found


PAGES = [
    path.stem for path in sorted(GUIDE.glob("*.md")) if path.stem in ("gjennomgang", "med-git", "uten-git")
]


def executable(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)


def committed(folder: Path) -> Path:
    """A repository with the project as it is now, uncommitted changes included."""
    tracked = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    ).stdout.split("\0")  # fmt: skip
    for name in filter(None, tracked):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    for command in (
        ["init", "--quiet", "--initial-branch=main"],
        ["add", "."],
        ["commit", "--quiet", "--message=x"],
    ):
        subprocess.run(["git", *command], cwd=folder, env=environment(folder), check=True)
    return folder


def environment(origin: Path) -> dict[str, str]:
    """The address in the guide leads to ``origin``; git knows who writes."""
    settings = {
        "user.name": "Kari Nordmann",
        "user.email": "kari@example.org",
        f"url.{origin.as_uri()}.insteadOf": ADDRESS,
    }
    numbered = {
        name: value
        for number, (key, setting) in enumerate(settings.items())
        for name, value in ((f"GIT_CONFIG_KEY_{number}", key), (f"GIT_CONFIG_VALUE_{number}", setting))
    }
    return {**os.environ, **numbered, "GIT_CONFIG_COUNT": str(len(settings)), "NO_MKDOCS_2_WARNING": "1"}


@dataclass
class Contributor:
    """Someone who follows a page: where they stand, and what the commands have said."""

    folder: Path
    origin: Path
    said: str = ""
    ran: list[str] = field(default_factory=list)

    def run(self, command: str) -> None:
        self.ran.append(command)
        if command in LEFT_OUT:
            assert (ROOT / LEFT_OUT[command]).is_file()
            return
        if command.startswith("cd "):
            self.folder = self.folder / command.removeprefix("cd ")
            self.furnish()
            return
        done = subprocess.run(
            ["sh", "-c", command],
            cwd=self.folder,
            env={**environment(self.origin), "PYTHONPATH": str(self.folder)},
            capture_output=True,
            text=True,
            check=False,
        )
        self.said = done.stdout + done.stderr
        assert done.returncode == 0, f"{command}\n{self.said}"

    def furnish(self) -> None:
        """What ``make site`` would install is there already: this Python, running the code of the clone."""
        for name, module in (("plfkb", "plfkb.cli"), ("mkdocs", "mkdocs")):
            executable(self.folder / ".venv/bin" / name, f'exec "{sys.executable}" -m {module} "$@"')
        for stamp in ("site.stamp", "test.stamp"):
            (self.folder / ".venv" / stamp).touch()

    def write(self, block: Block) -> None:
        file = self.folder / block.file
        if block.language == "bibtex":
            file.write_text(f"{file.read_text(encoding='utf-8').rstrip()}\n\n{block.text}", encoding="utf-8")
        else:
            file.write_text(block.text, encoding="utf-8")


def follow(contributor: Contributor, page: str) -> None:
    for block in blocks(page):
        match block.language:
            case "sh":
                for command in block.commands:
                    contributor.run(command)
            case "text":
                assert block.text.strip() in contributor.said
            case _:
                assert block.file, block.text
                contributor.write(block)


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return committed(tmp_path_factory.mktemp("origin"))


@pytest.fixture
def contributor(origin: Path, tmp_path: Path) -> Contributor:
    return Contributor(tmp_path, origin)


def complaints(contributor: Contributor) -> str:
    contributor.run(".venv/bin/plfkb check concepts/gasamtale.md bib/plf.bib")
    return contributor.said


def test_with_git(contributor: Contributor) -> None:
    follow(contributor, "med-git")
    page = (contributor.folder / "site/begrep/gasamtale/index.html").read_text(encoding="utf-8")
    assert "En gåsamtale er en samtale" in page
    assert "Nordmann" in page
    assert (contributor.folder / "site/kilde/nordmann2026samtaler/index.html").is_file()
    branches = subprocess.run(
        ["git", "branch"], cwd=contributor.origin, capture_output=True, text=True, check=True
    ).stdout
    assert "gasamtale" in branches


def test_without_git(contributor: Contributor) -> None:
    contributor.run(f"git clone --quiet {ADDRESS} x")
    contributor.run("cd x")
    follow(contributor, "uten-git")
    assert "0 feil, 0 advarsler" in complaints(contributor)


def test_both_ways_lead_to_the_same_entry() -> None:
    with_git, without = (
        next(block.text for block in blocks(page) if block.file == "concepts/gasamtale.md")
        for page in ("med-git", "uten-git")
    )
    assert with_git.replace("created: 2026-11-21\n", "") == without


def test_what_happens_to_an_entry_that_retires(contributor: Contributor) -> None:
    contributor.run(f"git clone --quiet {ADDRESS} x")
    contributor.run("cd x")
    for path, text in BEFORE["gjennomgang"].items():
        (contributor.folder / path).write_text(text, encoding="utf-8")
    follow(contributor, "gjennomgang")
    contributor.run(".venv/bin/plfkb check concepts/kollegasamtale.md")
    assert contributor.said.startswith("0 feil, 0 advarsler")
    assert not (contributor.folder / "concepts/speilsamtale.md").exists()


@pytest.mark.parametrize("page", [path.stem for path in sorted(GUIDE.glob("*.md")) if path.stem not in PAGES])
def test_the_commands_of_other_pages_are_there(page: str) -> None:
    """They are tried elsewhere; here it is enough that the guide does not name what is gone."""
    for block in blocks(page):
        for line in block.commands:
            words = shlex.split(line, comments=True)
            if words and words[0].endswith("plfkb"):
                command: Command = main
                while isinstance(command, Group):
                    command = command.commands[words.pop(1)]
                known = {name for option in command.params for name in option.opts}
                assert {word.split("=")[0] for word in words if word.startswith("--")} <= known, line


def test_what_is_left_out_is_real() -> None:
    assert re.search(r"^serve:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
