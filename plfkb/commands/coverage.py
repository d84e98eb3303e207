"""``plfkb coverage``: the knowledge base beside a plan."""

from __future__ import annotations

from pathlib import Path

import click
import yaml

from plfkb.checks.coverage import Wanted
from plfkb.checks.coverage import coverage as measure
from plfkb.commands.options import FOLDER, root_option
from plfkb.reading.knowledge_base import load


@click.command(
    help="Hold kunnskapsbasen opp mot en plan: en mappe med concepts.yml, contrasts.yml og systems.yml, "
    "hver en liste med id og eventuelt priority. Avslutter med 1 når noe mangler av prioritet 1 eller 2 eller av systemene."
)
@click.argument("folder", type=FOLDER)
@root_option
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
