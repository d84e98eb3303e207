"""Drawings in a browser: text in its box with the site's own face, nothing wider than the phone, links by keyboard."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

DRAWN = (
    "begrep/dobbeltkretslaering/", "begrep/de-fem-disiplinene/", "begrep/theory-of-change/",
    "begrep/irgens-seks-kjennetegn/",
    "begrep/utviklingshjulet/", "begrep/den-ekspansive-laeringssirkelen/", "begrep/kjennetegn-pa-plf/", "kart/",
)  # fmt: skip
OUTSIDE = """() => [...document.querySelectorAll('.plfkb-svg :is(a, g)')].filter(node => {
  const box = node.querySelector('rect');
  if (!box) return false;
  const edge = box.getBoundingClientRect();
  return [...node.querySelectorAll('text')].some(text => {
    const inner = text.getBoundingClientRect();
    return inner.left < edge.left + 2 || inner.right > edge.right - 2
      || inner.top < edge.top - 1 || inner.bottom > edge.bottom + 1;
  });
}).map(node => node.getAttribute('aria-label'))"""
SMALLEST = """() => Math.min(...[...document.querySelectorAll('.plfkb-svg')].map(svg =>
  svg.getBoundingClientRect().width / svg.viewBox.baseVal.width) .map(scale => scale * 13))"""


@pytest.mark.parametrize("width", [320, 360, 1280])
@pytest.mark.parametrize("path", DRAWN)
def test_text_is_in_its_box_and_nothing_is_too_wide(
    browser: Browser, address: str, path: str, width: int
) -> None:
    context = browser.new_context(base_url=address, viewport={"width": width, "height": 800})
    page = context.new_page()
    page.goto(path)
    page.evaluate("() => document.fonts.ready")
    found = page.evaluate(OUTSIDE)
    wide = page.evaluate("() => document.documentElement.scrollWidth")
    smallest = page.evaluate(SMALLEST)
    context.close()
    assert found == []
    assert wide <= width
    assert smallest >= (12 if width >= 360 else 11)


def test_links_in_a_drawing_are_reached_by_keyboard_and_show_focus(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.goto("begrep/kjennetegn-pa-plf/")
    link = page.locator(".plfkb-parts .plfkb-svg a").first
    before = link.locator("rect").evaluate("box => getComputedStyle(box).strokeWidth")
    link.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    assert link.evaluate("node => node === document.activeElement")
    assert link.locator("rect").evaluate("box => getComputedStyle(box).strokeWidth") != before
    page.keyboard.press("Enter")
    page.wait_for_url("**/begrep/stolls-fem-kjennetegn/")
    context.close()
