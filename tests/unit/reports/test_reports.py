"""The forms of a report: text, JSON, GitHub's workflow commands, SARIF."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from plfkb.errors import Place, Problem
from plfkb.languages import Language, Said
from plfkb.reports import FORMS
from plfkb.reports.report import Report
from plfkb.rules.rule import Severity

PROBLEMS = (
    Problem(
        "ukjent-lenke",
        Place("concepts/a, b.md", 12),
        {"target": "100 %", "suggestion": Said("mente du «a»?", "did you mean “a”?")},
    ),
    Problem("definisjon-for-lang", Place("concepts/æ.md", 3), {"key": "definisjonen", "words": 90}),
    Problem("ubrukt-kilde", Place("bib/a.bib"), {"key": "a2020"}),
)
ALL = Report(PROBLEMS, frozenset(Severity))
ENGLISH = Report(PROBLEMS, frozenset({Severity.ERROR}), Language.EN)
NOTHING = Report((), frozenset(Severity))


def test_text() -> None:
    lines = FORMS["text"](ALL).split("\n")
    assert (
        lines[0] == "concepts/a, b.md:12: ukjent-lenke lenken «[[100 %]]» fører ingen steder – mente du «a»?"
    )
    assert lines[2].startswith("bib/a.bib: ubrukt-kilde")
    assert lines[3:] == ["1 feil, 1 advarsel, 1 merknad"]
    assert FORMS["text"](NOTHING) == "0 feil, 0 advarsler, 0 merknader"
    assert FORMS["text"](ENGLISH).split("\n") == [
        "concepts/a, b.md:12: ukjent-lenke the link “[[100 %]]” leads nowhere – did you mean “a”?",
        "1 error, 1 warning, 1 note",
    ]


def test_json() -> None:
    found = json.loads(FORMS["json"](ALL))
    assert found["counts"] == {"error": 1, "warning": 1, "note": 1}
    assert found["problems"][0] == {
        "rule": "ukjent-lenke",
        "severity": "error",
        "file": "concepts/a, b.md",
        "line": 12,
        "message": "lenken «[[100 %]]» fører ingen steder",
        "remedy": "mente du «a»?",
        "fixable": False,
    }
    assert found["problems"][2]["line"] is None
    assert json.loads(FORMS["json"](NOTHING))["problems"] == []


def test_github() -> None:
    first, second, third = FORMS["github"](ALL).split("\n")
    assert first == (
        "::error file=concepts/a%2C b.md,line=12,title=ukjent-lenke::"
        "lenken «[[100 %25]]» fører ingen steder – mente du «a»?"
    )
    assert second.startswith("::warning file=concepts/æ.md,line=3,")
    assert third.startswith("::notice file=bib/a.bib,title=")
    assert FORMS["github"](NOTHING) == ""


@pytest.mark.parametrize("report", [ALL, ENGLISH, NOTHING])
def test_sarif(report: Report) -> None:
    """What the standard demands of each object (SARIF 2.1.0, sections 3.13 to 3.30)."""
    log: dict[str, Any] = json.loads(FORMS["sarif"](report))
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-schema-2.1.0.json")
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert run["tool"]["driver"]["name"] == "plfkb"
    assert run["language"] in ("nb", "en")
    for rule in rules:
        assert set(rule) <= {"id", "shortDescription", "help", "defaultConfiguration"}
        assert rule["defaultConfiguration"]["level"] in ("error", "warning", "note")
        assert rule["shortDescription"]["text"].endswith(".")
    assert len(run["results"]) == len(report.shown)
    for result, problem in zip(run["results"], report.shown, strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == problem.rule
        assert result["level"] in ("error", "warning", "note")
        assert result["message"]["text"]
        ((name, location),) = result["locations"][0].items()
        assert name == "physicalLocation"
        assert re.fullmatch(r"[\w%./-]+", location["artifactLocation"]["uri"], re.ASCII)
        assert location.get("region", {}).get("startLine", 0) == problem.place.line
