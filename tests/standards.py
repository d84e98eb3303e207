"""A schema that others publish, for a test that holds our data against it.

It is not in the repository (what is, lies in ``tests/cases/standards``). Put it in a folder and name that in the
environment variable PLFKB_STANDARDS; without it the test that needs it is skipped. The readers of other programs, and the
rules that we have written out ourselves, are used in every run.

| file | from | version | licence |
|---|---|---|---|
| csl-data.json | github.com/citation-style-language/schema, schemas/input/csl-data.json | 1.0.2, e3ce254 | MIT |
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest


def standard(name: str) -> Path:
    """The file with a published schema; the test is skipped when it is not here."""
    folder = os.environ.get("PLFKB_STANDARDS", "")
    path = Path(folder, name)
    if not folder or not path.is_file():
        pytest.skip(f"{name} is not here; see tests/standards.py")
    return path
