"""The command line. Nothing here but wiring: arguments in, text out."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click
import yaml

from plfkb import __version__
from plfkb.checks.coverage import Wanted
from plfkb.checks.coverage import coverage as measure
from plfkb.checks.reading_list import second_hand
from plfkb.checks.run import check as run_check
from plfkb.checks.text import scan_all
from plfkb.errors import Problem, Severity, has_errors
from plfkb.reading.knowledge_base import load
from plfkb.reading.schema import schema as make_schema
from plfkb.references.bibliography import Bibliography
from plfkb.references.runs import to_text
from plfkb.rules.page import rules_page

_ROOT = click.Path(exists=True, file_okay=False, path_type=Path)
_root_option = click.option(
    "--root", type=_ROOT, default=".", help="Mappa med kunnskapsbasen (ellers mappa du står i)."
)


@click.group(help="plfkb bygger og sjekker en kunnskapsbase av begreper og kilder.")
@click.version_option(__version__, prog_name="plfkb", message="%(prog)s %(version)s")
def main() -> None:
    # Windows consoles may use another encoding than the one our messages need.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")


@main.command(help="Sjekk alle oppslag, lenker, henvisninger og kilder. Avslutter med 1 når det er feil.")
@_root_option
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


@main.command(
    help="List verk som bare er kjent gjennom andre, de mest brukte først: det biblioteket bør skaffe."
)
@_root_option
def sources(root: Path) -> None:
    kb = load(root)
    bibliography = Bibliography(kb.sources)
    rows = second_hand(kb, scan_all(kb))
    for row in rows:
        through = ", ".join(bibliography.label(key) for key in row.through)
        click.echo(f"{row.citations:4} henvisninger i {row.entries:3} oppslag  {row.key}")
        click.echo(f"     {to_text(bibliography.reference(row.key))}")
        click.echo(f"     kjent gjennom {through}")
    click.echo(f"{len(rows)} verk er bare kjent gjennom andre.")


@main.command(
    help="Hold kunnskapsbasen opp mot en plan: en mappe med concepts.yml, contrasts.yml og systems.yml, "
    "hver en liste med id og eventuelt priority. Avslutter med 1 når noe mangler av prioritet 1 eller 2 eller av systemene."
)
@click.argument("folder", type=_ROOT)
@_root_option
def coverage(folder: Path, root: Path) -> None:
    rows = measure(load(root), _wanted(folder))
    for row in rows:
        name = f"{row.kind}, prioritet {row.priority}" if row.priority else row.kind
        click.echo(f"{name}: {row.found} av {row.found + len(row.missing)}")
        if row.missing:
            click.echo("  mangler " + ", ".join(row.missing))
    if any(row.missing for row in rows if row.kind != "concepts" or row.priority < 3):
        raise SystemExit(1)


def _wanted(folder: Path) -> list[Wanted]:
    wanted = []
    for kind in ("concepts", "contrasts", "systems"):
        path = folder / f"{kind}.yml"
        if not path.is_file():
            raise click.ClickException(f"{path} finnes ikke")
        try:
            rows = yaml.safe_load(path.read_text(encoding="utf-8")) or []
            wanted += [
                Wanted(row["id"], kind, row.get("priority", 0) if kind == "concepts" else 0) for row in rows
            ]
        except (yaml.YAMLError, UnicodeDecodeError, TypeError, KeyError, AttributeError) as error:
            raise click.ClickException(f"{path} skal være en liste der hvert punkt har «id»") from error
    return wanted


@main.command(help="Skriv ut tabellen over regler som Markdown; slik lages docs/bidra/regler.md.")
def rules() -> None:
    click.echo(rules_page(), nl=False)


@main.command(help="Skriv ut JSON Schema for opplysningene øverst i et oppslag.")
def schema() -> None:
    click.echo(json.dumps(make_schema(), ensure_ascii=False, indent=2))


if __name__ == "__main__":
    main()
