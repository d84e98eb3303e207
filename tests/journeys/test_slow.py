"""On a slow network: the text can be read and the search used before scripts and the font have come, and nothing moves."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.journeys.pages import PAGES

# 400 kbit/s with 400 ms to the server: a phone at the edge of the network.
SLOW = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
SHIFT = """
window.moved = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    if (!entry.hadRecentInput) {
      window.moved.push(entry.sources.map((source) => source.node?.outerHTML?.slice(0, 90) ?? "").join());
    }
  }
}).observe({ type: "layout-shift", buffered: true });
"""
PAINTED = "() => performance.getEntriesByName('first-contentful-paint').length > 0"


@pytest.fixture
def phone(browser: Browser, address: str) -> Iterator[tuple[Page, Callable[[], None]]]:
    """A phone to which no script and no font comes until they are let through."""
    context = browser.new_context(base_url=address, viewport={"width": 360, "height": 640}, locale="nb-NO")
    context.add_init_script(SHIFT)
    page = context.new_page()
    page.context.new_cdp_session(page).send("Network.emulateNetworkConditions", SLOW)
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/*.{js,woff2}", hold)

    def let_through() -> None:
        assert held
        page.unroute("**/*.{js,woff2}")  # and what waits goes on
        page.wait_for_load_state("networkidle")

    yield page, let_through
    context.close()


@pytest.mark.parametrize("name", ["forside", "begrep", "sammenlikning", "kilde", "A til Å", "sammenlikn"])
def test_the_text_is_read_before_scripts_and_the_font_and_does_not_move(
    phone: tuple[Page, Callable[[], None]], name: str
) -> None:
    page, let_through = phone
    page.goto(PAGES[name], wait_until="commit")
    page.wait_for_function(PAINTED)
    expect(page.locator("h1")).to_be_in_viewport()
    let_through()
    assert page.evaluate("window.moved") == []


def test_a_search_that_is_sent_before_its_script_has_come_is_answered(
    phone: tuple[Page, Callable[[], None]],
) -> None:
    page, let_through = phone
    page.goto("", wait_until="commit")
    field = page.locator("main input[type=search]")
    field.fill("dobbeltkretslæring")
    field.press("Enter")
    page.wait_for_url("**/sok/?q=dobbeltkretsl*", wait_until="commit")
    let_through()
    expect(page.locator(".plfkb-results__list a").first).to_contain_text("Dobbeltkretslæring", timeout=20_000)
