"""The steps that talk to GitHub, run as GitHub runs them, with a ``gh`` that writes down what it was asked."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from tests.conftest import ROOT

GH = """\
#!/bin/sh
# Write down the command, one line; answer what a file named after its first two words says; download what is there.
echo "$*" | tr '\\n' ' ' >> "$TOLD"; echo >> "$TOLD"
case "$1 $2" in
    "run download")
        folder=.
        while [ $# -gt 0 ]; do if [ "$1" = --dir ]; then folder=$2; fi; shift; done
        mkdir -p "$folder"; cp -R "$ARTIFACT/." "$folder" ;;
    "issue list") cat "$ANSWERS/issue-list" ;;
    "api --paginate") cat "$ANSWERS/comments" ;;
esac
"""


@dataclass(frozen=True)
class Runner:
    """A machine of GitHub's: ``folder`` is the working copy, ``artifact`` what an earlier job left."""

    root: Path

    @property
    def folder(self) -> Path:
        return self.root / "work"

    @property
    def artifact(self) -> Path:
        return self.root / "artifact"

    def leave(self, files: dict[str, str]) -> None:
        for path, text in files.items():
            (self.artifact / path).parent.mkdir(parents=True, exist_ok=True)
            (self.artifact / path).write_text(text, encoding="utf-8")

    def answer(self, name: str, text: str) -> None:
        (self.root / "answers" / name).write_text(text)

    def run(self, workflow: str, job: str) -> tuple[int, list[str]]:
        """The last step of a job: its status, and the commands it gave to gh."""
        step = yaml.safe_load((ROOT / f".github/workflows/{workflow}.yml").read_text())["jobs"][job]["steps"][
            -1
        ]
        environment = {
            **os.environ,
            "PATH": f"{self.root / 'bin'}:{os.environ['PATH']}",
            "TOLD": str(self.root / "told"),
            "ANSWERS": str(self.root / "answers"),
            "ARTIFACT": str(self.artifact),
            "RUNNER_TEMP": str(self.root / "temp"),
            "GITHUB_RUN_ID": "1",
            "GITHUB_REPOSITORY": "eier/navn",
            "NUMBER": "7",
        }
        command = ["bash", "-e", "-o", "pipefail", "-c", step["run"]]
        done = subprocess.run(command, cwd=self.folder, env=environment, capture_output=True, check=False)
        told = self.root / "told"
        return done.returncode, told.read_text().splitlines() if told.exists() else []

    def git(self, *arguments: str) -> str:
        command = ["git", "-c", "user.name=x", "-c", "user.email=x@example.org", *arguments]
        return subprocess.run(command, cwd=self.folder, capture_output=True, text=True, check=True).stdout


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    made = Runner(tmp_path)
    for folder in (
        made.folder / "concepts",
        made.artifact,
        tmp_path / "answers",
        tmp_path / "bin",
        tmp_path / "temp",
    ):
        folder.mkdir(parents=True)
    gh = tmp_path / "bin/gh"
    gh.write_text(GH)
    gh.chmod(0o755)
    (made.folder / "concepts/team.md").write_text("team\n")
    made.git("init", "--quiet", "--initial-branch=main")
    made.git("add", ".")
    made.git("commit", "--quiet", "--message=x")
    made.git("init", "--quiet", "--bare", str(tmp_path / "origin"))
    made.git("remote", "add", "origin", str(tmp_path / "origin"))
    return made


DRAFT = {
    "id": "speilteam\n",
    "title": 'Utkast: speilteam $(id) "; true\n',
    "answer.md": "Utkast\n",
    "files/concepts/speilteam.md": "utkast\n",
}


def test_a_draft_becomes_a_pull_request(runner: Runner) -> None:
    runner.leave(DRAFT)
    code, told = runner.run("draft", "propose")
    assert code == 0
    assert runner.git("ls-tree", "-r", "--name-only", "origin/utkast/7").split() == [
        "concepts/speilteam.md",
        "concepts/team.md",
    ]
    assert told[-1].startswith('pr create --draft --title Utkast: speilteam $(id) "; true --body-file ')


def test_no_draft_is_answered_in_the_issue(runner: Runner) -> None:
    runner.leave({"answer.md": "Finnes fra før\n"})
    code, told = runner.run("draft", "propose")
    assert code == 0
    assert told[-1].startswith("issue comment 7 --body-file ")
    assert "utkast" not in runner.git("branch", "--all")


@pytest.mark.parametrize("id_", ["../x", "a b", "", "A", "x;id"])
def test_a_strange_id_stops_the_job(id_: str, runner: Runner) -> None:
    runner.leave({**DRAFT, "id": id_})
    code, told = runner.run("draft", "propose")
    assert code != 0
    assert not [line for line in told if line.startswith("pr ")]


@pytest.mark.parametrize(
    ("there", "asked"),
    [
        ("", "api --method POST repos/eier/navn/issues/7/comments -F body=@kommentar.md"),
        ("12\n13\n", "api --method PATCH repos/eier/navn/issues/comments/12 -F body=@kommentar.md"),
    ],
)
def test_the_comment_is_written_once(there: str, asked: str, runner: Runner) -> None:
    runner.leave({"kommentar.md": "x\n"})
    runner.answer("comments", there)
    code, told = runner.run("comment", "comment")
    assert code == 0
    assert told[-1].startswith(asked)


@pytest.mark.parametrize(
    ("there", "asked"), [("", "issue create --title "), ("9\n", "issue edit 9 --body-file lenker.md")]
)
def test_dead_links_have_one_issue(there: str, asked: str, runner: Runner) -> None:
    runner.leave({"lenker.md": "x\n"})
    runner.answer("issue-list", there)
    code, told = runner.run("links", "tell")
    assert code == 0
    assert told[-1].startswith(asked)


@pytest.mark.skipif(shutil.which("jq") is None, reason="jq stands in for the one that gh has built in")
@pytest.mark.parametrize(("head", "found"), [("abc", "number=3\nbase=b1\n"), ("xyz", "")])
def test_the_pull_request_is_the_one_with_the_commit(head: str, found: str, runner: Runner) -> None:
    steps = yaml.safe_load((ROOT / ".github/workflows/comment.yml").read_text())["jobs"]["compare"]["steps"]
    run = next(step["run"] for step in steps if step.get("id") == "find")
    program = run.split("--jq '")[1].split("'")[0]
    pulls = '[{"number":2,"head":{"sha":"old"},"base":{"sha":"b0"}},{"number":3,"head":{"sha":"abc"},"base":{"sha":"b1"}}]'
    done = subprocess.run(
        ["jq", "-r", program],
        input=pulls,
        env={**os.environ, "HEAD": head},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == found
