"""The site runs under its own Content-Security-Policy, asks no other host, and stores no more than the colours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page

from tests.journeys.pages import PAGES

WATCH = """
window.broken = [];
document.addEventListener("securitypolicyviolation", (event) => {
  window.broken.push(event.violatedDirective + " " + event.blockedURI + " " + event.sample);
});
"""
STORED = "[...Object.keys(localStorage), ...Object.keys(sessionStorage)]"


@contextmanager
def watched(browser: Browser, address: str) -> Iterator[tuple[Page, list[str]]]:
    """A page, and a list of the complaints and foreign requests it has made."""
    context = browser.new_context(base_url=address, viewport={"width": 1280, "height": 800})
    context.add_init_script(WATCH)
    heard: list[str] = []
    page = context.new_page()
    page.on("console", lambda message: heard.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on(
        "request",
        lambda request: (
            None if request.url.startswith((address, "data:", "blob:")) else heard.append(request.url)
        ),
    )
    try:
        yield page, heard
    finally:
        context.close()


def use(page: Page) -> None:
    """Touch everything on the page that a script answers to."""
    page.wait_for_load_state("networkidle")
    citation = page.locator("main a.plfkb-cite__link[href^='#ref-']:visible").first
    if citation.count():
        citation.click()
        page.keyboard.press("Escape")
    copy = page.locator("button[data-plfkb-copy]:visible").first
    if copy.count():
        copy.click()
    page.get_by_role("button", name="Bytt til mørke farger").click()
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.keyboard.press("Control+k")
    page.keyboard.type("lær")
    page.wait_for_timeout(300)
    page.keyboard.press("Escape")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_keeps_its_policy_and_its_visitor_to_itself(browser: Browser, address: str, name: str) -> None:
    with watched(browser, address) as (page, heard):
        page.goto(PAGES[name])
        use(page)
        assert page.evaluate("window.broken") == []
        assert heard == []
        assert page.context.cookies() == []
        assert page.evaluate(STORED) == ["plfkb-farger"]
        assert page.evaluate("(async () => (await indexedDB.databases()).length)()") == 0
        assert page.evaluate("(async () => (await caches.keys()).length)()") == 0


def test_the_policy_is_strict(page: Page) -> None:
    page.goto("")
    policy = page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content") or ""
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
    assert not re.search(r"https?:|\*", policy)


def test_the_policy_stops_what_it_should(browser: Browser, address: str) -> None:
    with watched(browser, address) as (page, _):
        page.goto("om/")
        page.evaluate(
            """() => {
              const script = document.createElement("script");
              script.textContent = "window.ran = true";
              document.body.append(script);
              document.body.insertAdjacentHTML("beforeend", "<p style='color: red'>x</p>");
              const picture = new Image();
              picture.src = "https://example.org/x.png";
            }"""
        )
        page.wait_for_timeout(200)
        assert page.evaluate("window.ran") is None
        broken = " ".join(page.evaluate("window.broken"))
        assert "script-src" in broken
        assert "style-src" in broken
        assert "img-src https://example.org/x.png" in broken
