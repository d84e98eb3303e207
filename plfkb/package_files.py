"""The files that plfkb brings along: style sheets, scripts, fonts, templates."""

from __future__ import annotations

from importlib.resources import files


def data(name: str) -> bytes:
    """A file by its path below ``plfkb/``."""
    return files("plfkb").joinpath(name).read_bytes()


def text(name: str) -> str:
    """A text file by its path below ``plfkb/``."""
    return data(name).decode("utf-8")


def names(folder: str) -> list[str]:
    """What is in a folder, sorted."""
    return sorted(file.name for file in files("plfkb").joinpath(folder).iterdir())
