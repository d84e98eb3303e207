"""``plfkb.yml``: what a knowledge base may set for itself."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import PurePosixPath

import yaml

from plfkb.errors import Place, Problem
from plfkb.model import Settings
from plfkb.reading.front_matter import compose, entries


def read_settings(text: str | None, path: str) -> tuple[Settings, list[Problem]]:
    """The settings, with defaults for what is not set; mistakes are complained about and left at the default."""
    settings = Settings()
    if text is None or not text.strip():
        return settings, []
    node = compose(text, path)
    if isinstance(node, Problem):
        return settings, [node]
    known = [field.name for field in fields(Settings)]
    if node is None:
        return settings, []
    if not isinstance(node, yaml.MappingNode):
        return settings, [_invalid("fila skal ha linjer med «navn: verdi»", Place(path, 1), known)]
    found, problems = entries(node, path)
    for entry in found:
        if entry.key not in known:
            problems.append(_invalid(f"«{entry.key}» finnes ikke", entry.place, known))
        elif not isinstance(entry.node, yaml.ScalarNode):
            problems.append(_invalid(f"«{entry.key}» skal være en tekst", entry.place, known))
        elif entry.key != "author" and not _folder(entry.node.value):
            problems.append(
                _invalid(
                    f"«{entry.key}» skal være en mappe her, ikke «{entry.node.value}»", entry.place, known
                )
            )
        else:
            settings = replace(settings, **{entry.key: entry.node.value})
    return settings, problems


def _folder(name: str) -> bool:
    """Whether a name is that of a folder below the root."""
    parts = PurePosixPath(name).parts
    return bool(parts) and not PurePosixPath(name).is_absolute() and ".." not in parts


def _invalid(why: str, place: Place, known: list[str]) -> Problem:
    return Problem("innstilling-ugyldig", place, {"why": why, "known": ", ".join(known)})
