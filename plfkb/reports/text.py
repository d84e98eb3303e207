"""For people: one line for each complaint, and a line that counts them."""

from __future__ import annotations

from plfkb.languages import Said
from plfkb.reports.report import Report
from plfkb.rules.rule import Severity

_ONE = {
    Severity.ERROR: Said("feil", "error"),
    Severity.WARNING: Said("advarsel", "warning"),
    Severity.INFO: Said("merknad", "note"),
}
_MANY = {
    Severity.ERROR: Said("feil", "errors"),
    Severity.WARNING: Said("advarsler", "warnings"),
    Severity.INFO: Said("merknader", "notes"),
}


def report(report: Report) -> str:
    lines = [problem.told(report.language) for problem in report.shown]
    counts = []
    for severity in Severity:
        count = report.count(severity)
        words = _ONE if count == 1 else _MANY
        counts.append(f"{count} {words[severity].told(report.language)}")
    return "\n".join([*lines, ", ".join(counts)])
