"""For GitHub Actions: workflow commands that become annotations on the lines of a pull request.

https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
"""

from __future__ import annotations

from plfkb.errors import Problem
from plfkb.languages import Language
from plfkb.reports.report import Report
from plfkb.rules.rule import Severity

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def report(report: Report) -> str:
    return "\n".join(_command(problem, report.language) for problem in report.shown)


def _command(problem: Problem, language: Language) -> str:
    place = f"file={_property(problem.place.path)}"
    if problem.place.line:
        place += f",line={problem.place.line}"
    message = f"{problem.message_in(language)} – {problem.remedy_in(language)}"
    return f"::{_COMMANDS[problem.severity]} {place},title={_property(problem.rule)}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
