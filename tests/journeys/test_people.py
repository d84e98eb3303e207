"""The three people of the project and their tasks, on a phone and on a desktop, in light and dark.

Each step leaves a picture in build/skjermbilder/ (PLFKB_PICTURES sets another folder) for a designer to look at.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import ROOT

PICTURES = Path(os.environ.get("PLFKB_PICTURES", ROOT / "build" / "skjermbilder"))
Look = Callable[[str], None]


@pytest.fixture(params=[(360, "light"), (360, "dark"), (1280, "light"), (1280, "dark")], ids=str)
def reader(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[tuple[Page, Look]]:
    """A page, and how to take a picture of it."""
    width, scheme = request.param
    context = browser.new_context(
        base_url=address,
        viewport={"width": width, "height": 740 if width == 360 else 800},
        color_scheme=scheme,
        has_touch=width == 360,
        permissions=["clipboard-read", "clipboard-write"],
    )
    page = context.new_page()
    PICTURES.mkdir(parents=True, exist_ok=True)

    def look(step: str) -> None:
        page.wait_for_load_state("networkidle")
        page.evaluate("document.fonts.ready")
        page.screenshot(path=PICTURES / f"{step}-{width}-{scheme}.png")

    yield page, look
    context.close()


def test_a_school_leader_asks_for_a_difference(reader: tuple[Page, Look]) -> None:
    page, look = reader
    page.goto("")
    look("leder-1-forside")
    field = page.locator("main input[type=search]")
    field.fill("forskjel på profesjonsfelleskap og plf")
    expect(page.get_by_role("option").first).to_be_visible()
    look("leder-2-forslag")
    page.get_by_role("option").filter(has_text="Profesjonsfellesskap og profesjonelt").first.click()
    expect(page.locator("h1")).to_contain_text("Profesjonsfellesskap og profesjonelt læringsfellesskap")
    answer = page.locator(".plfkb-definition")
    box = answer.bounding_box()
    assert box is not None
    assert box["y"] < 500
    look("leder-3-svar")
    page.locator(".plfkb-table").scroll_into_view_if_needed()
    look("leder-4-tabell")
    page.go_back()
    expect(page.locator("h1")).to_contain_text("Ordene vi bruker")


def test_a_student_cites_a_definition_and_checks_the_source(reader: tuple[Page, Look]) -> None:
    page, look = reader
    page.goto("begrep/dobbeltkretslaering/")
    expect(page.locator(".plfkb-definition")).to_be_in_viewport()
    look("student-1-begrep")
    page.locator("main a.plfkb-cite__link[href^='#ref-']").first.click()
    expect(page.locator(".plfkb-card")).to_be_visible()
    look("student-2-kilden-i-kort")
    page.keyboard.press("Escape")
    cite = page.locator("details.plfkb-cite-page")
    cite.locator("summary").first.click()
    expect(cite).to_contain_text("PLF-basen. (20")
    look("student-3-siter")
    page.goto("kilde/ottosen2022profesjonelt/")
    expect(page.get_by_role("heading", name="Sitert i")).to_be_attached()
    look("student-4-kilde")
    page.goto("pensum/mastermodul/")
    look("student-5-pensum")


def test_a_contributor_finds_the_way_from_a_page_to_the_guide(reader: tuple[Page, Look]) -> None:
    page, look = reader
    page.goto("begrep/team/")
    menu = page.locator(".plfkb-menu summary")
    if menu.is_visible():
        menu.click()
        look("bidragsyter-1-meny")
        page.get_by_role("navigation", name="Meny", exact=True).get_by_role("link", name="Bidra").click()
    else:
        page.get_by_role("navigation", name="Hovedmeny").get_by_role("link", name="Bidra").click()
    expect(page.locator("h1")).to_be_visible()
    look("bidragsyter-2-bidra")
    page.goto("bidra/sitere/")
    look("bidragsyter-3-sitere")
    page.goto("finnes-ikke-profesjonsfelleskap/")
    expect(page.get_by_role("heading", name="Siden finnes ikke")).to_be_visible()
    look("bidragsyter-4-feil-adresse")


@pytest.mark.parametrize("path", ["begrep/", "tema/", "kilde/", "verktoy/endringsteori/", "om/personvern/"])
def test_the_other_pages_have_their_pictures(reader: tuple[Page, Look], path: str) -> None:
    page, look = reader
    page.goto(path)
    expect(page.locator("h1")).to_be_visible()
    look(f"side-{path.strip('/').replace('/', '-')}")
