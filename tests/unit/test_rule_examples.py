"""Every rule complains about what is wrong and not about what is right: ``tests/cases/rules.yml``.

Where it can be done, the two are the rule's own examples, those that the page of rules shows.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from plfkb.checks.run import check
from plfkb.errors import Problem, Severity
from plfkb.reading.knowledge_base import load
from plfkb.rules import RULES
from tests.conftest import norwegian_words, rows

ENTRY = {
    "term": "term: team",
    "type": "type: begrep",
    "theme": "theme: t",
    "definition": "definition: Et team er en gruppe [@lest2020].",
}
READ = "author = {Berg, Kari}, publisher = {Forlaget}, year = {2020}, x-read = {yes}"
BASE = {
    "concepts/profesjonsfellesskap.md": "---\nterm: profesjonsfellesskap\ntype: begrep\ntheme: t\n"
    "definition: Et fellesskap [@lest2020].\n---\n",
    "concepts/laererfellesskap.md": "---\nterm: lærerfellesskap\ntype: begrep\ntheme: t\n"
    "definition: Et fellesskap [@lest2020].\n---\n",
    "bib/a.bib": "".join(
        f"@book{{{key}, title = {{{key}}}, {READ}}}\n"
        for key in ("lest2020", "ottosen2022profesjonelt", "aas2013ledelse", "hjerto2017team")
    )
    + "".join(
        f"@book{{{key}, title = {{{key}}}, author = {{Dahl, Per}}, publisher = {{F}}, year = {{2000}}{mark}}}\n"
        for key, mark in (
            ("stoll2006professional", ""),
            ("schon1983reflective", ""),
            ("fullan2016coherence", ", x-status = {plausible}"),
        )
    ),
}
EXAMPLE = "EXAMPLE"
CASES = {str(case["rule"]): case for case in rows("rules")}


def entry(front: str, body: str) -> str:
    lines = dict(ENTRY)
    for line in front.split("\n"):
        lines.pop(line.partition(":")[0], None)
    return "\n".join(["---", *lines.values(), *filter(None, [front]), "---", "", body]).rstrip() + "\n"


@dataclass(frozen=True)
class Side:
    """One half of a case: the file that is judged, and the knowledge base around it."""

    path: str
    files: Mapping[str, str | bytes | None]


def side(rule: str, name: str) -> Side:
    case = CASES[rule]
    example = RULES[rule].wrong if name == "wrong" else RULES[rule].right
    files: dict[str, str | bytes | None] = {**BASE, **mapping(case.get("files"))}
    path = str(case.get("path", "concepts/team.md"))
    said = case.get(name, {key: case[key] for key in ("text", "front", "body") if key in case})
    if isinstance(said, dict):
        path = str(said.get("path", path))
        files |= mapping(said.get("files"))
        written = {key: filled(str(said.get(key, "")), example) for key in ("text", "front", "body")}
        files[path] = written["text"] or entry(written["front"], written["body"])
    elif said is None or isinstance(said, str | bytes):
        files[path] = said
    return Side(path, files)


def filled(text: str, example: str) -> str:
    """The text with the example in it, its lines as far in as the first."""
    before = text.partition(EXAMPLE)[0].rpartition("\n")[2]
    return text.replace(EXAMPLE, example.replace("\n", "\n" + before) if before.isspace() else example)


def mapping(value: object) -> dict[str, str | bytes | None]:
    return dict(value) if isinstance(value, dict) else {}


def judged(side: Side, folder: Path) -> tuple[Problem, ...]:
    for path, text in side.files.items():
        if text is not None:
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(text if isinstance(text, bytes) else text.encode())
    return check(load(folder))


def test_every_rule_has_a_case() -> None:
    assert set(CASES) == set(RULES)


@pytest.mark.parametrize("rule", CASES)
def test_what_is_wrong_is_complained_about(rule: str, tmp_path: Path) -> None:
    problems = judged(side(rule, "wrong"), tmp_path)
    assert rule in {problem.rule for problem in problems}, [str(problem) for problem in problems]


@pytest.mark.parametrize("rule", CASES)
def test_the_complaint_can_be_told_in_english(rule: str, tmp_path: Path) -> None:
    problems = [problem for problem in judged(side(rule, "wrong"), tmp_path) if problem.rule == rule]
    assert [norwegian_words(problem) for problem in problems] == [[] for _ in problems]


@pytest.mark.parametrize("rule", CASES)
def test_what_is_right_is_not(rule: str, tmp_path: Path) -> None:
    problems = judged(side(rule, "right"), tmp_path)
    assert not [str(problem) for problem in problems if problem.rule == rule]
    assert not [str(problem) for problem in problems if problem.severity is Severity.ERROR]
