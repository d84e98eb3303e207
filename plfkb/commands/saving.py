"""Writing what a command has made."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from plfkb.model import KnowledgeBase
from plfkb.writing.changes import write


def all_read(kb: KnowledgeBase) -> None:
    """A ClickException when some file could not be read: what it says may be overwritten or contradicted."""
    # Settings that are no YAML count as none, and then every file is looked for and written in the wrong folder.
    settings = {
        problem.place.path
        for problem in kb.problems
        if problem.place.path == "plfkb.yml" and problem.rule == "frontmatter-uleselig"
    }
    if unread := kb.unread | settings:
        files = ", ".join(sorted(unread))
        raise click.ClickException(f"{files} kan ikke leses; rett det «plfkb check» sier først")


def save(root: Path, changes: Mapping[str, str | bytes | None]) -> None:
    """Write the changes; a ClickException when the disk says no, and then nothing is written."""
    try:
        write(root, changes)
    except OSError as error:
        file = error.filename or root
        why = error.strerror or error
        raise click.ClickException(f"{file} kan ikke skrives ({why}); ingenting er endret") from error
