"""Reading lists for courses on the built site."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.sites import built, page
from tests.e2e.test_build import FILES

COURSE = """---
type: pensum
created: 2026-11-21
---

# Emne <i>1</i>

## Uke 1

- [[team]]: les.
- [Berg](kilde/berg2020.md)
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("courses"), {**FILES, "docs/emne.md": COURSE})


def test_a_list_can_be_shown_in_a_frame(site: Path) -> None:
    links = page(site, "emne/lenker")
    assert 'href="../../begrep/team/">Team</a>' in links
    assert 'href="../../kilde/berg2020/"' in links
    assert '<base target="_blank">' in links
    assert "<script" not in links
    assert (site / "assets/plfkb/lenker.css").is_file()
    offered = page(site, "emne")
    assert "&lt;iframe src=&#34;https://example.org/emne/lenker/&#34;" in offered


def test_what_is_on_the_list_says_so(site: Path) -> None:
    for address in ("begrep/team", "kilde/berg2020"):
        assert "På pensum i" in page(site, address)
    assert "På pensum i" not in page(site, "begrep/lag")


def test_other_pages_have_no_page_of_links(site: Path) -> None:
    assert not (site / "liste/lenker").exists()
