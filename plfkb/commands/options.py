"""Options that several commands have in common."""

from __future__ import annotations

from pathlib import Path

import click

FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)

root_option = click.option(
    "--root", type=FOLDER, default=".", help="Mappa med kunnskapsbasen (ellers mappa du står i)."
)
