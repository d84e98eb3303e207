"""Building small sites for tests."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.conftest import ROOT, write_files

CONFIG = """
site_name: Prøve
site_url: https://example.org/
theme: {name: material, language: nb, font: false}
nav: [{Forside: index.md}]
plugins: [plfkb]
validation: {omitted_files: info, not_found: warn, unrecognized_links: warn, anchors: warn}
markdown_extensions: [attr_list, tables, toc, plfkb]
"""


def build(root: Path, *options: str, engine: str = "mkdocs") -> subprocess.CompletedProcess[str]:
    """Run ``mkdocs build`` (or that of another engine) in a folder and give what it said."""
    # The code under test is that of this folder, also where another copy is installed.
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, "-m", engine, "build", *options],
        cwd=root,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def built(root: Path, files: Mapping[str, str]) -> Path:
    """Write files below a folder and build them; a warning of MkDocs is a failure. Gives the site."""
    done = build(write_files(root, files), "--strict")
    assert done.returncode == 0, done.stderr
    return root / "site"


def page(site: Path, address: str) -> str:
    """The HTML of a page."""
    return (site / address / "index.html").read_text(encoding="utf-8")
