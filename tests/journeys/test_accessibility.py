"""axe-core over every kind of page, in light and dark, on a phone and on a desktop: no violation of WCAG 2.2 A and AA."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.journeys.pages import PAGES

# WCAG 1.4.11 by the formula of WCAG («relative luminance»): the edge of every control, or its sign where it has no edge,
# against what is behind it, and the ring of the one that has focus. Colours here are never translucent.
CONTROLS = """() => {
  const channels = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const luminance = (colour) => {
    const [r, g, b] = channels(colour).slice(0, 3).map((value) => value / 255)
      .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element) => {
    for (let node = element; node; node = node.parentElement) {
      const colour = getComputedStyle(node).backgroundColor;
      if ((channels(colour)[3] ?? 1) > 0) return colour;
    }
    return "rgb(255, 255, 255)";
  };
  const ratio = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  const measured = [];
  for (const control of document.querySelectorAll("input, select, textarea, button, .plfkb-menu summary")) {
    if (!control.checkVisibility({ visibilityProperty: true }) || !control.getClientRects().length) continue;
    if (control.matches(".md-toggle")) continue;
    const style = getComputedStyle(control);
    const edge = parseFloat(style.borderTopWidth) > 0 ? style.borderTopColor : style.color;
    const found = [["edge", ratio(edge, behind(control.parentElement))]];
    control.focus({ focusVisible: true });
    const ring = getComputedStyle(control);
    const seen = parseFloat(ring.outlineWidth) >= 2;
    found.push(["focus", seen ? ratio(ring.outlineColor, behind(control.parentElement)) : 0]);
    for (const [what, value] of found) measured.push([what, Math.round(value * 10) / 10, control.outerHTML.slice(0, 80)]);
  }
  return measured;
}"""
# What is folded is read too, by those who open it.
UNFOLD = 'document.querySelectorAll("main details").forEach((folded) => { folded.open = true; })'
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}


@pytest.fixture(params=[360, 1280])
def width(request: pytest.FixtureRequest) -> int:
    return int(request.param)


@pytest.fixture(params=["light", "dark"])
def shown(browser: Browser, address: str, width: int, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page of each width in each colour scheme."""
    context = browser.new_context(
        base_url=address,
        viewport={"width": width, "height": 800},
        color_scheme=request.param,
        reduced_motion="reduce",
    )
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("name", PAGES)
def test_no_violations(shown: Page, name: str) -> None:
    shown.goto(PAGES[name])
    shown.evaluate(UNFOLD)
    found = Axe().run(shown, options=RULES)
    said = [
        f"{violation['id']}: {node['html'][:150]}"
        for violation in found.response["violations"]
        for node in violation["nodes"][:3]
    ]
    assert said == []


@pytest.mark.parametrize("name", ["forside", "begrep", "kilde", "sammenlikn", "verktøy", "søk"])
def test_controls_and_focus_stand_out(shown: Page, name: str) -> None:
    shown.goto(PAGES[name])
    shown.wait_for_load_state("networkidle")
    shown.evaluate(UNFOLD)
    measured = shown.evaluate(CONTROLS)
    assert len(measured) > 3
    assert [row for row in measured if row[1] < 3] == []
