"""Schemas that others publish, for tests that hold our data against them.

They are not ours to spread, so they are not in the repository. Put them in a folder and name it in the environment
variable PLFKB_STANDARDS; without it the tests that need them are skipped. The readers of other programs, and the rules
that we have written out ourselves, are used in every run.

| file | from | version | licence |
|---|---|---|---|
| csl-data.json | github.com/citation-style-language/schema, schemas/input/csl-data.json | 1.0.2, e3ce254 | MIT |
| skos-ap-no-begrep.ttl | github.com/Informasjonsforvaltning/skos-ap-no-begrep, shacl/SKOS-AP-NO-Begrep-shape_shape_v2.ttl |
  2.0004, 766c179 | Apache 2.0 |
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
