"""``plfkb schema``: the shape of what contributors write in YAML."""

from __future__ import annotations

import click

from plfkb import json_text
from plfkb.reading.schema import SCHEMAS

_HELP = """Skriv ut JSON Schema for opplysningene øverst i et oppslag, eller for en av de andre filene.

\b
Eksempler:
  plfkb schema
  plfkb schema temaer
"""


@click.command(help=_HELP)
@click.argument("name", type=click.Choice(list(SCHEMAS)), default="oppslag", metavar="[NAVN]")
def schema(name: str) -> None:
    click.echo(json_text.indented(SCHEMAS[name]()))
