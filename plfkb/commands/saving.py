"""Writing what a command has made."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from plfkb.model import KnowledgeBase
from plfkb.writing.changes import write


def all_read(kb: KnowledgeBase) -> None:
    """A ClickException when some file could not be read: what it says may be overwritten or contradicted."""
    if kb.unread:
        files = ", ".join(sorted(kb.unread))
        raise click.ClickException(f"{files} kan ikke leses; rett det «plfkb check» sier først")


def save(root: Path, changes: Mapping[str, str | bytes | None]) -> None:
    """Write the changes; a ClickException when the disk says no, and then nothing is written."""
    try:
        write(root, changes)
    except OSError as error:
        file = error.filename or root
        why = error.strerror or error
        raise click.ClickException(f"{file} kan ikke skrives ({why}); ingenting er endret") from error
