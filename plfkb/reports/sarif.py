"""For code scanning: SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html)."""

from __future__ import annotations

from urllib.parse import quote

from plfkb import __version__, json_text
from plfkb.errors import Place, Problem
from plfkb.languages import Language
from plfkb.reports.report import Report
from plfkb.rules import RULES
from plfkb.rules.rule import Rule, Severity

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

Json = dict[str, object]


def report(report: Report) -> str:
    """A log of one run, with the rules that were broken."""
    names = sorted({problem.rule for problem in report.shown})
    driver = {
        "name": "plfkb",
        "version": __version__,
        "rules": [_rule(RULES[name], report.language) for name in names],
    }
    run = {
        "tool": {"driver": driver},
        "language": report.language.value,
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, names.index(problem.rule), report.language) for problem in report.shown],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json_text.indented(log)


def _rule(rule: Rule, language: Language) -> Json:
    reason = rule.reason if language is Language.NB else rule.english.reason
    return {
        "id": rule.name,
        "shortDescription": {"text": reason},
        "help": {"text": f"– {rule.wrong}\n+ {rule.right}"},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(problem: Problem, index: int, language: Language) -> Json:
    message = f"{problem.message_in(language)} – {problem.remedy_in(language)}"
    return {
        "ruleId": problem.rule,
        "ruleIndex": index,
        "level": _LEVELS[problem.severity],
        "message": {"text": message},
        "locations": [{"physicalLocation": _location(problem.place)}],
    }


def _location(place: Place) -> Json:
    location: Json = {
        "artifactLocation": {"uri": quote(place.path, errors="surrogateescape"), "uriBaseId": "%SRCROOT%"}
    }
    if place.line:
        location["region"] = {"startLine": place.line}
    return location
