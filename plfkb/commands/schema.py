"""``plfkb schema``: the shape of the front matter."""

from __future__ import annotations

import json

import click

from plfkb.reading.schema import schema as make_schema


@click.command(help="Skriv ut JSON Schema for opplysningene øverst i et oppslag.")
def schema() -> None:
    click.echo(json.dumps(make_schema(), ensure_ascii=False, indent=2))
