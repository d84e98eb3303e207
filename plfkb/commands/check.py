"""``plfkb check``: judge the knowledge base."""

from __future__ import annotations

from pathlib import Path

import click

from plfkb.checks.run import check as run_check
from plfkb.commands.options import root_option
from plfkb.errors import Problem, Severity, has_errors
from plfkb.reading.knowledge_base import load


@click.command(help="Sjekk alle oppslag, lenker, henvisninger og kilder. Avslutter med 1 når det er feil.")
@root_option
@click.option("--quiet", is_flag=True, help="Vis bare feil, ikke advarsler og merknader.")
@click.option("--notes", is_flag=True, help="Vis også merknader, for eksempel ubrukte kilder.")
def check(root: Path, *, quiet: bool, notes: bool) -> None:
    problems = run_check(load(root))
    shown = {Severity.ERROR}
    if not quiet:
        shown |= {Severity.WARNING}
    if notes:
        shown |= {Severity.INFO}
    for problem in problems:
        if problem.severity in shown:
            click.echo(f"{problem}")
    click.echo(_summary(problems))
    if has_errors(problems):
        raise SystemExit(1)


def _summary(problems: tuple[Problem, ...]) -> str:
    counts = {severity: sum(problem.severity is severity for problem in problems) for severity in Severity}
    words = {
        Severity.ERROR: ("feil", "feil"),
        Severity.WARNING: ("advarsel", "advarsler"),
        Severity.INFO: ("merknad", "merknader"),
    }
    return ", ".join(f"{count} {words[severity][count != 1]}" for severity, count in counts.items())
