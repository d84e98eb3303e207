"""PLF-basen itself with a few files more, for examples that are to be tried in the real knowledge base."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from plfkb.checks.run import check
from plfkb.errors import Severity
from plfkb.model import KnowledgeBase
from plfkb.reading.knowledge_base import load
from tests.conftest import ROOT, write_files


def copy(folder: Path) -> Path:
    """The entries, the bibliography and the settings, in a folder of their own."""
    for name in ("concepts", "bib"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "plfkb.yml", folder)
    (folder / "docs").mkdir()
    return folder


def with_files(folder: Path, files: Mapping[str, str]) -> KnowledgeBase:
    return load(write_files(folder, files))


def complaints(kb: KnowledgeBase, path: str) -> list[str]:
    """The errors and warnings about a file."""
    return [str(problem) for problem in check(kb, {path}) if problem.severity is not Severity.INFO]
