"""A contributor at work: ``plfkb serve`` in one window, the browser in another. Nobody reloads the page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import write_files
from tests.e2e.test_build import FILES
from tests.e2e.test_preview import preview, shown

BOX = ".plfkb-complaints--error"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_files(tmp_path, FILES)


@pytest.fixture
def address(root: Path) -> Iterator[str]:
    with preview(root) as started:
        shown(f"{started}begrep/team/", "Et team er mer enn")
        yield started


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(base_url=address, locale="nb-NO")
    yield context.new_page()
    context.close()


def test_a_mistake_is_shown_and_goes_when_it_is_mended(root: Path, page: Page) -> None:
    entry = root / "concepts/team.md"
    whole = entry.read_text(encoding="utf-8")
    page.goto("begrep/team/")
    expect(page.locator("main")).to_contain_text("Et team er mer enn")
    expect(page.locator(BOX)).to_have_count(0)

    entry.write_text(whole.replace("[[lag]]", "[[lagg]]"), encoding="utf-8")
    box = page.locator(BOX)
    expect(box).to_be_visible(timeout=10_000)
    expect(box.get_by_role("heading")).to_have_text("1 feil på denne siden")
    complaint = box.locator("li").first
    expect(complaint).to_contain_text("concepts/team.md:14")
    expect(complaint).to_contain_text("ukjent-lenke")
    expect(complaint).to_contain_text("Slik retter du:")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")

    entry.write_text(whole.replace("Et team er mer enn et", "Et team er noe ganske annet enn et"), "utf-8")
    expect(page.locator("main")).to_contain_text("noe ganske annet", timeout=10_000)
    expect(page.locator(BOX)).to_have_count(0)


def test_the_search_finds_what_was_saved_just_now(root: Path, page: Page) -> None:
    entry = root / "concepts/team.md"
    page.goto("sok/?q=sykkelstall")
    results = page.locator("main")
    expect(results).to_contain_text("Ingen")
    entry.write_text(
        entry.read_text(encoding="utf-8") + "\nEt sykkelstall er for sykler.\n", encoding="utf-8"
    )
    expect(results.get_by_role("link", name="Team")).to_be_visible(timeout=10_000)
