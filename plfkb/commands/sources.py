"""``plfkb sources``: the works that are only known through others."""

from __future__ import annotations

from pathlib import Path

import click

from plfkb.checks.reading_list import second_hand
from plfkb.checks.text import scan_all
from plfkb.commands.options import root_option
from plfkb.reading.knowledge_base import load
from plfkb.references.bibliography import Bibliography
from plfkb.references.runs import to_text


@click.command(
    help="List verk som bare er kjent gjennom andre, de mest brukte først: det biblioteket bør skaffe."
)
@root_option
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
