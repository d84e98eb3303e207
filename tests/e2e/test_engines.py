"""The knowledge base builds under MkDocs and under ProperDocs, and the sites are the same."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.e2e.sites import build

ENGINES = ("mkdocs", "properdocs")
GENERATOR = re.compile(rb'<meta name="generator"[^>]*>')


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    built = {}
    for engine in ENGINES:
        built[engine] = tmp_path_factory.mktemp(engine)
        config = str(ROOT / "mkdocs.yml")
        done = build(ROOT, "--strict", "-f", config, "-d", str(built[engine]), engine=engine)
        assert done.returncode == 0, done.stderr
    return built


def content(site: Path) -> dict[str, bytes]:
    """Every file without the engine's own mark. A compressed file holds the time it was made."""
    return {
        path.relative_to(site).as_posix(): GENERATOR.sub(b"", path.read_bytes())
        for path in site.rglob("*")
        if path.is_file() and path.suffix != ".gz"
    }


def test_both_engines_make_the_same_files(sites: dict[str, Path]) -> None:
    """Two builds, in which no set has the same order: what differs, depends on chance."""
    ours, theirs = (content(sites[engine]) for engine in ENGINES)
    assert len(ours) > 300
    assert set(ours) == set(theirs)
    assert [name for name in ours if ours[name] != theirs[name]] == []


def test_the_engines_are_two(sites: dict[str, Path]) -> None:
    marks = [GENERATOR.findall((site / "index.html").read_bytes()) for site in sites.values()]
    assert [b"ProperDocs" in mark for found in marks for mark in found] == [False, True]
