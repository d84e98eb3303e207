"""Help in the editor: schemas, snippets, tasks and the hooks of pre-commit are what the program really accepts."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields as dataclass_fields
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from plfkb.errors import Place, Problem
from plfkb.model import KnowledgeBase
from plfkb.reading.schema import SCHEMAS, settings_schema
from plfkb.reports import FORMS
from plfkb.reports.report import Report
from plfkb.rules.rule import Severity
from plfkb.settings import Settings
from tests import scratch
from tests.conftest import ROOT, MakeFiles
from tests.e2e.commands import FILES

EDITOR = ROOT / ".vscode"


def without_comments(path: Path) -> Any:
    """VS Code allows comments on lines of their own."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return json.loads("\n".join(line for line in lines if not line.lstrip().startswith("//")))


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_schemas_are_those_of_the_program(name: str) -> None:
    """Mend with: plfkb schema NAVN > .vscode/skjema/NAVN.json"""
    assert json.loads((EDITOR / f"skjema/{name}.json").read_text(encoding="utf-8")) == SCHEMAS[name]()


def test_no_other_schemas() -> None:
    assert {path.stem for path in (EDITOR / "skjema").iterdir()} == set(SCHEMAS)


def test_the_settings_name_files_that_are_there() -> None:
    wired = without_comments(EDITOR / "settings.json")["yaml.schemas"]
    for schema, path in wired.items():
        assert (ROOT / schema).is_file()
        values = yaml.safe_load((ROOT / path).read_text(encoding="utf-8"))
        jsonschema.validate(values, json.loads((ROOT / schema).read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("temaer", {"ledelse": {"labell": "Ledelse"}}),
        ("temaer", {"Ledelse": {"label": "Ledelse"}}),
        ("planlagt", {"team": ["team"]}),
        ("innstillinger", {"rule": {}}),
        ("innstillinger", {"rules": {"setning-for-lang": "ofte"}}),
        ("innstillinger", {"rules": {"setning-for-langt": "av"}}),
        ("innstillinger", {"exceptions": [{"rule": "setning-for-lang"}]}),
        ("innstillinger", {"licence": "CC BY"}),
        ("oppslag", {"term": "team", "type": "begrepet", "theme": "a", "definition": "b"}),
    ],
)
def test_the_schemas_refuse_mistakes(name: str, wrong: object) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(wrong, SCHEMAS[name]())


def test_the_schema_of_settings_names_them_all() -> None:
    properties = settings_schema()["properties"]
    assert isinstance(properties, dict)
    assert set(properties) == {field.name for field in dataclass_fields(Settings)}


def test_every_entry_fits_the_schema() -> None:
    validator = jsonschema.Draft202012Validator(SCHEMAS["oppslag"]())
    for path in sorted((ROOT / "concepts").glob("*.md"))[::10]:
        front = path.read_text(encoding="utf-8").split("---\n")[1]
        values = yaml.load(front, yaml.BaseLoader)
        assert [error.message for error in validator.iter_errors(values)] == [], path.name


SNIPPETS = without_comments(EDITOR / "plfkb.code-snippets")
ENTRY = (
    "---\nterm: {term}\ntype: begrep\ntheme: samarbeid-og-dialog\n"
    "definition: Dette er en gruppe [@ottosen2022profesjonelt, kap. 2].\n{more}---\n\n{text}\n"
)


def expanded(body: str | list[str]) -> str:
    """A snippet as VS Code leaves it when one just presses the tab key."""
    text = "\n".join(body) if isinstance(body, list) else body
    for name, value in (("YEAR", "2026"), ("MONTH", "11"), ("DATE", "21")):
        text = text.replace(f"${{CURRENT_{name}}}", value)
    text = re.sub(r"\$\{\d+\|([^,|]+)[^|]*\|\}", r"\1", text)
    text = re.sub(r"\$\{\d+:([^}]*)\}", r"\1", text)
    return re.sub(r"\$\d+", "", text)


def file_of(number: int, scope: str, text: str) -> tuple[str, str]:
    """The path and text of a file that holds a snippet where it belongs: alone, in front matter, in prose."""
    if "bibtex" in scope:
        return f"bib/proeve-{number}.bib", f"{text}\n"
    path = f"concepts/proeve-{number}.md"
    if text.startswith("---"):
        return path, f"{text}\n"
    in_front = re.match(r"[a-z_]+:", text)
    term = f"prøve nummer {number}"
    return path, ENTRY.format(
        term=term,
        more=f"{text}\n" if in_front else "",
        text="Dette er en prøve." if in_front else f"Se {text}.",
    )


@pytest.fixture(scope="module")
def snippets(tmp_path_factory: pytest.TempPathFactory) -> tuple[KnowledgeBase, dict[str, str]]:
    """The knowledge base with every snippet in a file of its own, and the path of each."""
    files = {
        name: file_of(number, snippet["scope"], expanded(snippet["body"]))
        for number, (name, snippet) in enumerate(SNIPPETS.items())
    }
    folder = scratch.copy(tmp_path_factory.mktemp("snippets"))
    kb = scratch.with_files(folder, dict(files.values()))
    return kb, {name: path for name, (path, _) in files.items()}


@pytest.mark.parametrize("name", SNIPPETS)
def test_a_snippet_is_right_as_it_comes(name: str, snippets: tuple[KnowledgeBase, dict[str, str]]) -> None:
    kb, paths = snippets
    assert "$" not in kb.files[paths[name]]
    assert scratch.complaints(kb, paths[name]) == []


def test_a_wrong_snippet_would_be_seen(tmp_path: Path) -> None:
    path, text = file_of(99, "markdown", "[@ottosn2022profesjonelt, kap. 2]")
    kb = scratch.with_files(scratch.copy(tmp_path), {path: text})
    assert len(scratch.complaints(kb, path)) == 1


def test_the_snippets_offer_what_the_program_knows() -> None:
    schema = json.loads((EDITOR / "skjema/oppslag.json").read_text(encoding="utf-8"))
    known = schema["else"]["properties"]
    for snippet in SNIPPETS.values():
        for key, offered in re.findall(
            r"^(\w+): \$\{\d+\|([^|]*)\|\}$", "\n".join(snippet["body"]), re.MULTILINE
        ):
            assert offered.split(",") == known[key]["enum"]


def test_prefixes_are_unique() -> None:
    found = [prefix for snippet in SNIPPETS.values() for prefix in listed(snippet["prefix"])]
    assert len(found) == len(set(found))


def listed(value: str | list[str]) -> list[str]:
    return value if isinstance(value, list) else [value]


def test_the_task_puts_complaints_on_their_lines() -> None:
    tasks = without_comments(EDITOR / "tasks.json")["tasks"]
    pattern = tasks[0]["problemMatcher"]["pattern"]
    assert "--format github" in tasks[0]["command"]
    problems = tuple(
        Problem("mal-uferdig", Place("concepts/team.md", line), {"mark": "SKRIV HER"}) for line in (4, 12)
    )
    told = FORMS["github"](Report(problems, frozenset(Severity))).splitlines()
    found = [re.match(pattern["regexp"], line) for line in told]
    assert [match and match[pattern["line"]] for match in found] == ["4", "12"]
    assert found[0] is not None
    assert found[0][pattern["file"]] == "concepts/team.md"
    assert found[0][pattern["code"]] == "mal-uferdig"
    assert "SKRIV HER" in found[0][pattern["message"]]


def hooks() -> Iterator[dict[str, Any]]:
    yield from yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    for repo in yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"]:
        yield from repo["hooks"]


@pytest.mark.parametrize("hook", list(hooks()), ids=lambda hook: hook["language"])
@pytest.mark.parametrize(("found", "code"), [("team", 0), ("teamm", 1)])
def test_the_hook_stops_a_mistake(hook: dict[str, Any], found: str, code: int, make_files: MakeFiles) -> None:
    root = make_files(
        {
            **FILES,
            "concepts/ny.md": FILES["concepts/lag.md"]
            .replace("term: lag", "term: ny")
            .replace("also: [arbeidslag]\n", "")
            .replace("related: [team]", f"related: [{found}]"),
        }
    )
    assert {"id", "name", "entry", "language", "files"} <= set(hook)
    assert hook["pass_filenames"] is False  # a mistake may stand in another file than the one that causes it
    for path in ("concepts/team.md", "bib/plf.bib", "docs/index.md", "plfkb.yml"):
        assert re.search(hook["files"], path)
    entry = re.search(r"plfkb (check[^'&]*)", hook["entry"])
    assert entry is not None
    command = [sys.executable, "-m", "plfkb.cli", *entry[1].split(), "--root", str(root)]
    assert subprocess.run(command, capture_output=True, cwd=ROOT, check=False).returncode == code
