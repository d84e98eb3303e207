"""``plfkb check``: judge the knowledge base."""

from __future__ import annotations

import os
from pathlib import Path

import click

from plfkb.checks.run import check as run_check
from plfkb.commands.options import root_option
from plfkb.commands.saving import save
from plfkb.errors import Severity, has_errors
from plfkb.languages import Language
from plfkb.model import KnowledgeBase
from plfkb.reading.knowledge_base import load
from plfkb.reports import FORMS
from plfkb.reports.report import Report
from plfkb.writing.changes import diff
from plfkb.writing.mend import mend

_HELP = """Sjekk alle oppslag, lenker, henvisninger og kilder.

Skriv filer (eller mapper) for å se klagene på dem alene; alt blir lest likevel.

\b
Eksempler:
  plfkb check
  plfkb check concepts/team.md
  plfkb check --format github
  plfkb check --fix --dry-run

Avslutter med 0 når det ikke er feil, 1 når det er feil, og 2 når kommandoen er skrevet galt.
"""


@click.command(help=_HELP)
@click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar="[FIL]...")
@root_option
@click.option("--quiet", is_flag=True, help="Vis bare feil, ikke advarsler og merknader.")
@click.option("--notes", is_flag=True, help="Vis også merknader, for eksempel ubrukte kilder.")
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMS)),
    default="text",
    help="Formen på svaret: text for folk, json og sarif for programmer, github for GitHub Actions.",
)
@click.option(
    "--lang",
    type=click.Choice([language.value for language in Language]),
    default=Language.NB.value,
    help="Språket i meldingene: nb (bokmål) eller en (engelsk).",
)
@click.option("--fix", is_flag=True, help="Rett det som trygt kan rettes, vis endringene, og sjekk på nytt.")
@click.option("--dry-run", is_flag=True, help="Vis endringene som --fix ville gjort, uten å skrive dem.")
def check(
    files: tuple[Path, ...],
    root: Path,
    *,
    quiet: bool,
    notes: bool,
    form: str,
    lang: str,
    fix: bool,
    dry_run: bool,
) -> None:
    if dry_run and not fix:
        raise click.UsageError("--dry-run brukes sammen med --fix")
    kb = load(root)
    paths = _paths(files, root, kb) if files else None
    if fix:
        changes = mend(kb, paths)
        # A program that reads the report from standard output must not meet the diff there.
        click.echo(diff(root, changes), nl=False, err=form != "text")
        if not dry_run and changes:
            save(root, changes)
            kb = load(root)
    problems = run_check(kb, paths)
    levels = {Severity.ERROR}
    if not quiet:
        levels |= {Severity.WARNING}
    if notes:
        levels |= {Severity.INFO}
    report = FORMS[form](Report(problems, frozenset(levels), Language(lang)))
    if report:
        click.echo(report)
    if has_errors(problems):
        raise SystemExit(1)


def _paths(files: tuple[Path, ...], root: Path, kb: KnowledgeBase) -> frozenset[str]:
    """The files as the knowledge base calls them, with all files of a folder; raises UsageError for others."""
    known = {*kb.files, *(problem.place.path for problem in kb.problems)}
    found: set[str] = set()
    for file in files:
        try:
            # Path.resolve raises for a link that leads to itself.
            path = Path(os.path.realpath(file)).relative_to(root.resolve()).as_posix()
        except ValueError as error:
            raise click.UsageError(f"{file} ligger ikke i kunnskapsbasen ({root})") from error
        hits = {name for name in known if path == "." or name == path or name.startswith(f"{path}/")}
        if not hits:
            what = "er ikke en fil som kunnskapsbasen leser" if os.path.lexists(file) else "finnes ikke"
            raise click.UsageError(f"{file} {what}")
        found |= hits
    return frozenset(found)
