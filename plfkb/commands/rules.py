"""``plfkb rules``: the page of rules."""

from __future__ import annotations

import click

from plfkb.rules.page import rules_page


@click.command(help="Skriv ut tabellen over regler som Markdown; slik lages docs/bidra/regler.md.")
def rules() -> None:
    click.echo(rules_page(), nl=False)
