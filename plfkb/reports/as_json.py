"""For programs: an object with ``problems`` (a list) and ``counts`` (by severity)."""

from __future__ import annotations

from plfkb import json_text
from plfkb.reports.report import Report
from plfkb.rules import RULES
from plfkb.rules.rule import Severity

NAMES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
"""The severities as programs call them, whatever the language of the messages."""


def report(report: Report) -> str:
    """An object with ``problems`` (rule, severity, place and words of each) and ``counts`` by severity."""
    rows = [
        {
            "rule": problem.rule,
            "severity": NAMES[problem.severity],
            "file": problem.place.path,
            "line": problem.place.line or None,
            "message": problem.message_in(report.language),
            "remedy": problem.remedy_in(report.language),
            "fixable": RULES[problem.rule].mendable,
        }
        for problem in report.shown
    ]
    counts = {NAMES[severity]: report.count(severity) for severity in Severity}
    return json_text.indented({"problems": rows, "counts": counts})
