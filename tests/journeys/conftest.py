"""The real site, built once and served to a real Chromium."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import chromium
from tests.conftest import ROOT
from tests.journeys.serving import served


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the served site, ending in «/»."""
    folder: Path = tmp_path_factory.mktemp("site")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)],
        cwd=ROOT,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    with served(folder) as started:
        yield started


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A fresh page whose requests to other hosts are refused and fail the test."""
    context = browser.new_context(base_url=address, viewport={"width": 1280, "height": 800}, locale="nb-NO")
    strangers: list[str] = []
    context.on(
        "request", lambda request: strangers.append(request.url) if not _own(request.url, address) else None
    )
    opened = context.new_page()
    yield opened
    context.close()
    assert strangers == []


def _own(url: str, address: str) -> bool:
    return url.startswith((address, "data:", "blob:"))
