"""Writing what a command has made."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from plfkb.writing.changes import write


def save(root: Path, changes: Mapping[str, str | bytes | None]) -> None:
    """Write the changes; a ClickException when the disk says no, and then nothing is written."""
    try:
        write(root, changes)
    except OSError as error:
        file = error.filename or root
        why = error.strerror or error
        raise click.ClickException(f"{file} kan ikke skrives ({why}); ingenting er endret") from error
