"""The workflows and forms as far as they can be tried without GitHub: their form, their safety, and what they call."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from plfkb.reading.fields import CONCEPT_TYPES
from plfkb.reading.knowledge_base import load
from scripts.github import draft
from scripts.github.definitions import MARK
from tests.conftest import ROOT

GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
FORMS = sorted(path for path in (GITHUB / "ISSUE_TEMPLATE").glob("*.yml") if path.name != "config.yml")
WRITES = {
    "comment.yml": {"pull-requests"},
    "draft.yml": {"contents", "issues", "pull-requests"},
    "links.yml": {"issues"},
    "publish.yml": {"id-token", "pages"},
}


def read(path: Path) -> Any:
    # BaseLoader: «on» is a word here, as it is to GitHub.
    return yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)


def jobs() -> list[Any]:
    return [
        pytest.param(path.name, job, id=f"{path.stem}-{name}")
        for path in WORKFLOWS
        for name, job in read(path)["jobs"].items()
    ]


def steps(job: dict[str, Any], key: str) -> list[str]:
    return [step[key] for step in job["steps"] if key in step]


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("github-workflows", WORKFLOWS),
        ("github-issue-forms", FORMS),
        ("github-issue-config", [GITHUB / "ISSUE_TEMPLATE/config.yml"]),
        ("dependabot", [GITHUB / "dependabot.yml"]),
    ],
)
def test_the_files_have_the_form_that_github_wants(schema: str, files: list[Path]) -> None:
    assert files
    command = [
        sys.executable,
        "-m",
        "check_jsonschema",
        "--builtin-schema",
        f"vendor.{schema}",
        *map(str, files),
    ]
    said = subprocess.run(command, capture_output=True, text=True, check=False)
    assert said.returncode == 0, said.stdout


def test_zizmor_finds_nothing() -> None:
    command = [
        str(Path(sys.executable).with_name("zizmor")),
        "--offline",
        "--quiet",
        "--persona=pedantic",
        str(GITHUB),
    ]
    said = subprocess.run(command, capture_output=True, text=True, check=False)
    assert said.returncode == 0, said.stdout


def test_zizmor_would_find_something(tmp_path: Path) -> None:
    folder = tmp_path / ".github/workflows"
    folder.mkdir(parents=True)
    (folder / "bad.yml").write_text(
        "on: issues\njobs:\n  a:\n    runs-on: ubuntu-24.04\n"
        "    steps: [{run: 'echo ${{ github.event.issue.title }}'}]\n"
    )
    command = [str(Path(sys.executable).with_name("zizmor")), "--offline", "--quiet", str(tmp_path)]
    assert subprocess.run(command, capture_output=True, check=False).returncode != 0


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_nobody_has_rights_but_the_jobs_that_need_them(path: Path) -> None:
    workflow = read(path)
    assert workflow["permissions"] == {}
    written = {
        right
        for job in workflow["jobs"].values()
        for right, how in job["permissions"].items()
        if how == "write"
    }
    assert written == WRITES.get(path.name, set())
    if "pull_request" in workflow["on"]:
        assert written == set()
    assert "pull_request_target" not in workflow["on"]
    assert "${{ secrets" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "job"), jobs())
def test_what_can_write_runs_nothing_of_the_project(name: str, job: dict[str, Any]) -> None:
    """A token that can write, and what others wrote being read, never meet in one job."""
    if "write" in job["permissions"].values():
        assert not [run for run in steps(job, "run") if re.search(r"\b(make|python|plfkb|sh) ", run)]
    assert int(job["timeout-minutes"]) > 0


@pytest.mark.parametrize(("name", "job"), jobs())
def test_actions_are_pinned_and_shells_get_no_expressions(name: str, job: dict[str, Any]) -> None:
    text = (GITHUB / "workflows" / name).read_text(encoding="utf-8")
    for action in steps(job, "uses"):
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", action)
        assert re.search(rf"uses: {re.escape(action)} # v\d+\.\d+\.\d+$", text, re.MULTILINE)
    for run in steps(job, "run"):
        assert "${{" not in run
        assert subprocess.run(["sh", "-n"], input=run, text=True, check=False).returncode == 0
    for step in job["steps"]:
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] == "false"


def test_one_version_of_each_action() -> None:
    found = {
        action for path in WORKFLOWS for job in read(path)["jobs"].values() for action in steps(job, "uses")
    }
    assert len({action.split("@")[0] for action in found}) == len(found)


def test_what_the_workflows_call_is_there() -> None:
    runs = [run for path in WORKFLOWS for job in read(path)["jobs"].values() for run in steps(job, "run")]
    called = {match for run in runs for match in re.findall(r"scripts[./][\w./-]+", run)}
    for script in called:
        path = script if "/" in script else f"{script.replace('.', '/')}.py"
        assert (ROOT / path).is_file(), script
    ours = {path.name for path in (ROOT / "scripts/github").iterdir() if path.suffix in (".py", ".sh")}
    assert {Path(script.replace(".", "/")).name for script in called} >= {
        name.removesuffix(".py") for name in ours if name not in ("__init__.py", "check-changes.sh")
    }
    targets = re.findall(r"^([\w$()/.-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    for run in runs:
        for target in re.findall(r"^make (\S+)", run, re.MULTILINE):
            assert target.replace(".venv", "$(VENV)") in targets


def test_the_comment_is_found_by_its_mark() -> None:
    assert f'startswith("{MARK}")' in (GITHUB / "workflows/comment.yml").read_text(encoding="utf-8")


def test_the_comment_follows_the_preview() -> None:
    preview, comment = (read(GITHUB / f"workflows/{name}.yml") for name in ("preview", "comment"))
    assert comment["on"]["workflow_run"]["workflows"] == [preview["name"]]


def test_the_form_asks_for_what_a_draft_is_made_of() -> None:
    body = [item for item in read(GITHUB / "ISSUE_TEMPLATE/begrep.yml")["body"] if item["type"] != "markdown"]
    fields = {item["attributes"]["label"]: item for item in body}
    assert tuple(fields) == draft.LABELS
    assert tuple(fields[draft.TYPE]["attributes"]["options"]) == CONCEPT_TYPES
    assert fields[draft.THEME]["attributes"]["options"] == [
        theme.label for theme in load(ROOT).themes.values()
    ]


def test_the_forms_use_labels_of_their_own() -> None:
    """The label that asks for a draft is put on by a person."""
    asked = re.search(r"label\.name == '(.*?)'", (GITHUB / "workflows/draft.yml").read_text(encoding="utf-8"))
    assert asked is not None
    for form in FORMS:
        assert asked[1] not in read(form)["labels"]
