"""By keyboard alone, with large text, with own spacing, without movement: what axe-core cannot see."""

from __future__ import annotations

from itertools import pairwise

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.pages import PAGES

# WCAG 1.4.12 says how much a reader may add.
SPACING = (
    "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }"
)
FOCUSED = """(() => {
  const style = getComputedStyle(document.activeElement);
  const seen = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1;
  return [document.activeElement.outerHTML.slice(0, 90), seen];
})()"""


def press(page: Page, key: str, times: int) -> None:
    for _ in range(times):
        page.keyboard.press(key)


@pytest.mark.parametrize(
    ("path", "content"), [("begrep/team/", "main article"), ("finnes/ikke/", ".plfkb-missing")]
)
def test_the_first_key_leads_past_the_menu(page: Page, path: str, content: str) -> None:
    page.goto(path)
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Gå til innholdet")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("content => Boolean(document.activeElement.closest(content))", content)


@pytest.mark.parametrize("name", ["forside", "begrep", "sammenlikning", "kilde", "A til Å"])
def test_focus_is_always_seen_and_never_caught(page: Page, name: str) -> None:
    page.goto(PAGES[name])
    seen: list[str] = []
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break
        html, outlined = page.evaluate(FOCUSED)
        assert outlined, html
        assert page.evaluate(
            "document.activeElement.getBoundingClientRect().bottom > 0"
            " && document.activeElement.getBoundingClientRect().top < innerHeight"
        ), html
        seen.append(html)
    assert len(set(seen)) > 20


def test_the_menu_of_a_phone(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto("begrep/team/")
    summary = page.locator(".plfkb-menu summary")
    summary.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("navigation", name="Meny", exact=True)).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("navigation", name="Meny", exact=True)).to_be_hidden()
    expect(summary).to_be_focused()


def test_search_open_and_back(page: Page) -> None:
    page.goto("begrep/")
    page.get_by_role("combobox").first.focus()
    page.keyboard.type("dobbeltkretslæring")
    expect(page.get_by_role("option").first).to_contain_text("Dobbeltkretslæring")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/begrep/dobbeltkretslaering/**")
    page.go_back()
    expect(page.locator("h1")).to_have_text("Begreper A–Å")


@pytest.mark.parametrize("name", PAGES)
def test_headings_are_in_order(page: Page, name: str) -> None:
    page.goto(PAGES[name])
    levels = page.locator("main :is(h1, h2, h3, h4)").evaluate_all(
        "all => all.filter(e => e.checkVisibility()).map(e => Number(e.tagName[1]))"
    )
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == []


def test_a_comparison_is_still_a_table_on_a_phone(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(PAGES["sammenlikning"])
    expect(page.get_by_role("table")).to_be_visible()
    assert page.get_by_role("columnheader").count() >= 3
    assert page.get_by_role("rowheader").count() >= 3


@pytest.mark.parametrize("name", PAGES)
def test_own_spacing_cuts_nothing(page: Page, name: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(PAGES[name])
    page.evaluate(
        "css => { const s = new CSSStyleSheet(); s.replaceSync(css); document.adoptedStyleSheets = [s]; }",
        SPACING,
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.evaluate(
        """[...document.querySelectorAll("main :is(h1, h2, p, li, td, dd, summary)")]
           .filter(e => e.checkVisibility() && e.clientWidth > 2 && getComputedStyle(e).overflow === "hidden"
                        && e.scrollHeight > e.clientHeight + 2).length"""
    ) == 0  # fmt: skip


def test_foreign_terms_carry_their_language(page: Page) -> None:
    page.goto("begrep/profesjonelt-laeringsfellesskap/")
    expect(page.locator("html")).to_have_attribute("lang", "nb")
    expect(page.locator(".plfkb-facts dd[lang=en]")).to_contain_text("professional learning")


def test_nothing_moves_for_who_has_asked_for_stillness(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, reduced_motion="reduce")
    page = context.new_page()
    page.goto(PAGES["begrep"])
    moving = page.evaluate(
        """[...document.querySelectorAll("*")].filter(e => {
             const s = getComputedStyle(e);
             return s.animationName !== "none" || parseFloat(s.transitionDuration) > 0.01
                    && s.transitionProperty !== "none" && s.transitionProperty !== "all";
           }).map(e => e.outerHTML.slice(0, 80))"""
    )
    context.close()
    assert moving == []
