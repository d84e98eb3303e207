"""Searching when answers are late, lost or gone, and coming back to a search."""

from __future__ import annotations

import json
import re

from playwright.sync_api import Page, Route, expect

from tests.journeys.test_search import FIELD, HIT, ask

POPUP = ".plfkb-search__popup:visible"
NOTE = ".plfkb-search__note:visible"


def test_the_last_query_wins(page: Page) -> None:
    """The answer to an earlier query comes late, after the one to the last."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        if not held:
            held.append(route)
        else:
            route.continue_()

    page.goto("")
    page.locator(FIELD).focus()
    page.wait_for_timeout(300)
    page.route("**/sok/data/*/i*.json", hold)
    page.locator(FIELD).fill("praksisfellesskap")
    page.wait_for_timeout(100)
    page.locator(FIELD).fill("tillit")
    expect(page.locator(HIT).first).to_have_attribute("data-plfkb-page", "begrep/tillit/")
    held[0].continue_()
    page.wait_for_timeout(300)
    expect(page.locator(HIT).first).to_have_attribute("data-plfkb-page", "begrep/tillit/")


def test_a_search_that_cannot_be_fetched_says_so_and_comes_back(page: Page) -> None:
    page.route("**/sok/data/**", lambda route: route.abort())
    page.goto("")
    ask(page, "tillit")
    expect(page.locator(".plfkb-search__note:visible")).to_contain_text("kunne ikke hentes")
    page.unroute("**/sok/data/**")
    page.locator(FIELD).fill("tillit ")
    expect(page.locator(HIT).first).to_have_attribute("data-plfkb-page", "begrep/tillit/")


def test_what_failed_leaves_nothing_chosen(page: Page) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto("")
    ask(page, "tillit")
    page.keyboard.press("ArrowDown")
    field = page.locator(FIELD)
    expect(field).to_have_attribute("aria-activedescendant", re.compile("."))
    page.route("**/sok/data/*/i*.json", lambda route: route.abort())
    field.fill("gruppe mange")
    expect(page.locator(NOTE)).to_contain_text("kunne ikke hentes")
    assert field.get_attribute("aria-activedescendant") is None
    page.keyboard.press("Enter")
    page.wait_for_url("**/sok/?q=gruppe+mange")
    assert errors == []


def test_emptying_the_field_ends_a_search_under_way(page: Page) -> None:
    held: list[Route] = []
    page.goto("")
    page.locator(FIELD).focus()
    page.wait_for_timeout(300)
    page.route("**/sok/data/*/i*.json", lambda route: held.append(route))
    page.locator(FIELD).fill("tillit")
    page.wait_for_timeout(100)
    page.keyboard.press("Escape")
    expect(page.locator(FIELD)).to_have_value("")
    assert held
    for route in held:
        route.continue_()
    page.wait_for_timeout(300)
    expect(page.locator(POPUP)).to_have_count(0)


def test_a_page_that_was_open_when_the_site_changed_finds_the_new_index(page: Page) -> None:
    """The folder of the old index is gone, and with it the pieces that the page had not fetched."""

    def old(route: Route) -> None:
        register = route.fetch().json()
        route.fulfill(body=json.dumps({**register, "version": "gammel"}))

    page.route("**/register.json", old, times=1)
    page.goto("")
    ask(page, "tillit")
    expect(page.locator(HIT).first).to_have_attribute("data-plfkb-page", "begrep/tillit/")


def test_results_have_an_address_that_can_be_shared(page: Page) -> None:
    page.goto("")
    page.locator(FIELD).fill("møte kultur")
    page.locator(FIELD).press("Enter")
    page.wait_for_url("**/sok/?q=*")
    expect(page.locator(FIELD)).to_have_value("møte kultur")
    expect(page.locator(HIT).first).to_have_attribute("data-plfkb-page", "begrep/motekultur/")
    expect(page).to_have_title("møte kultur - Søk - PLF-basen")
    page.locator(HIT).first.click()
    page.wait_for_url("**/begrep/motekultur/")
    page.go_back()
    expect(page.locator(HIT).first).to_have_attribute("data-plfkb-page", "begrep/motekultur/")


def test_an_earlier_search_can_be_gone_back_to(page: Page) -> None:
    page.goto("sok/")
    field, first = page.locator(FIELD), page.locator(HIT).first
    for query, entry in (("tillit", "tillit"), ("autonomi", "autonomi")):
        field.fill("")
        field.press_sequentially(query)
        expect(first).to_have_attribute("data-plfkb-page", f"begrep/{entry}/")
        field.press("Enter")
    page.get_by_label("Type").select_option("sammenlikning")
    page.wait_for_url("**/sok/?q=autonomi&type=sammenlikning")
    page.go_back()
    expect(page.get_by_label("Type")).to_have_value("")
    expect(field).to_have_value("autonomi")
    page.go_back()
    expect(field).to_have_value("tillit")
    expect(first).to_have_attribute("data-plfkb-page", "begrep/tillit/")
    page.go_forward()
    expect(field).to_have_value("autonomi")


def test_what_is_written_before_the_script_has_come_stays(page: Page) -> None:
    held: list[Route] = []
    page.route("**/sok.*/page.js", lambda route: held.append(route))
    page.goto("sok/", wait_until="commit")
    page.locator(FIELD).fill("tillit")
    page.wait_for_timeout(200)
    assert len(held) == 1
    held[0].continue_()
    expect(page.locator(HIT).first).to_have_attribute("data-plfkb-page", "begrep/tillit/")
    expect(page.locator(FIELD)).to_have_value("tillit")
