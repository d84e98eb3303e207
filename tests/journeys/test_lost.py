"""Links that no longer lead where they did: the reader is told, and helped on."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect


@pytest.mark.parametrize(
    ("wanted", "near"),
    [
        ("begrep/profesjonelt-laeringsfelleskap/", "Profesjonelt læringsfellesskap"),
        ("begrep/dobbeltkretslæring", "Dobbeltkretslæring"),
        ("dobbelkretslaering.html", "Dobbeltkretslæring"),
        ("kilde/ottosen2022/", "Ottosen, 2022"),
    ],
)
def test_an_address_with_a_slip_leads_to_the_page_that_is_like_it(page: Page, wanted: str, near: str) -> None:
    answer = page.goto(wanted)
    assert answer is not None
    assert answer.status == 404
    expect(page.locator("h1")).to_have_text("Siden finnes ikke")
    page.get_by_role("link", name=near, exact=True).first.click()
    expect(page.locator("h1")).to_have_text(near)


def test_an_address_like_no_other_gets_the_ways_in(page: Page) -> None:
    page.goto("xqzw/%E0%A4%A/wxyz123/")
    expect(page.get_by_role("link", name="Alle begreper fra A til Å")).to_be_visible()
    page.wait_for_load_state("networkidle")
    expect(page.get_by_role("heading", name="Du leter kanskje etter")).to_be_hidden()


def test_without_javascript_a_missing_page_still_helps(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto("begrep/finnes-ikke/")
    expect(page.get_by_role("heading", name="Du leter kanskje etter")).to_be_hidden()
    page.get_by_role("link", name="Alle begreper fra A til Å").click()
    expect(page.locator("h1")).to_have_text("Begreper A–Å")
    context.close()


def test_a_link_to_a_part_that_is_gone_says_so(page: Page) -> None:
    page.goto("begrep/team/#noe-gammelt-%C3%A5")
    expect(page.locator("main [role=status].plfkb-gone")).to_contain_text("«noe-gammelt-å»")
    page.evaluate("location.hash = '#referanser'")
    expect(page.locator(".plfkb-gone")).to_have_count(0)


@pytest.mark.parametrize("part", ["", "#referanser", "#:~:text=team", "#__search"])
def test_a_link_to_a_part_that_is_there_says_nothing(page: Page, part: str) -> None:
    page.goto(f"begrep/team/{part}")
    page.wait_for_load_state("networkidle")
    expect(page.locator(".plfkb-gone")).to_have_count(0)
