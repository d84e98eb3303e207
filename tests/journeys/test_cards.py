"""The cards of terms and citations: content on hover or focus as WCAG 2.1, criterion 1.4.13, wants it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

PAGE = "begrep/skoleeier/"
LONGER_THAN_ANY_DELAY = 900


def by_hand(page: Page) -> Locator:
    return page.locator(".plfkb-body a.plfkb-term:not(.plfkb-term--found)").first


def found(page: Page) -> Locator:
    return page.locator(".plfkb-body a.plfkb-term--found").first


def citation(page: Page) -> Locator:
    return page.locator(".plfkb-body a.plfkb-cite__link[href^='#ref-']").first


@pytest.mark.parametrize("link", [by_hand, found, citation])
def test_pointing_shows_a_card_that_the_pointer_may_enter(
    page: Page, link: Callable[[Page], Locator]
) -> None:
    page.goto(PAGE)
    card = page.locator(".plfkb-card")
    link(page).scroll_into_view_if_needed()
    link(page).hover()
    expect(card).to_be_visible()
    card.hover()
    page.wait_for_timeout(LONGER_THAN_ANY_DELAY)
    expect(card).to_be_visible()
    page.mouse.move(5, 5)
    expect(card).to_be_hidden()


def test_a_card_tells_what_the_entry_is_and_leads_there(page: Page) -> None:
    page.goto(PAGE)
    by_hand(page).hover()
    card = page.get_by_role("group", name="Kort om oppslaget")
    expect(card).to_contain_text("Begrep")
    expect(card).to_contain_text("Profesjonelt læringsfellesskap")
    expect(card).to_contain_text("gruppe mennesker")
    card.get_by_role("link", name="Til oppslaget").click()
    page.wait_for_url("**/begrep/profesjonelt-laeringsfellesskap/")


def test_escape_dismisses_without_moving_pointer_or_focus(page: Page) -> None:
    page.goto(PAGE)
    card = page.locator(".plfkb-card")
    found(page).hover()
    expect(card).to_be_visible()
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    page.wait_for_timeout(LONGER_THAN_ANY_DELAY)
    expect(card).to_be_hidden()

    page.mouse.move(5, 5)
    page.keyboard.press("Tab")
    found(page).focus()
    expect(card).to_be_visible()
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    expect(found(page)).to_be_focused()
    page.wait_for_timeout(LONGER_THAN_ANY_DELAY)
    expect(card).to_be_hidden()


def test_the_keyboard_goes_into_a_card_and_on_from_it(page: Page) -> None:
    page.goto(PAGE)
    card = page.locator(".plfkb-card")
    page.keyboard.press("Tab")
    found(page).focus()
    expect(card).to_be_visible()
    expect(found(page)).to_have_attribute("aria-describedby", "plfkb-card")
    page.keyboard.press("Tab")
    expect(card.get_by_role("link", name="Til oppslaget")).to_be_focused()
    page.wait_for_timeout(LONGER_THAN_ANY_DELAY)
    expect(card).to_be_visible()
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    expect(found(page)).to_be_focused()
    found(page).blur()
    found(page).focus()
    expect(card).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(card).to_be_hidden()
    assert page.evaluate("document.activeElement.closest('.plfkb-card')") is None


def test_enter_follows_a_term_and_a_click_does(page: Page) -> None:
    page.goto(PAGE)
    by_hand(page).focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/begrep/profesjonelt-laeringsfellesskap/**")
    page.goto(PAGE)
    by_hand(page).click()
    page.wait_for_url("**/begrep/profesjonelt-laeringsfellesskap/**")


def test_a_touch_shows_the_card_and_a_second_one_follows_the_link(browser: Browser, address: str) -> None:
    context = browser.new_context(
        base_url=address, has_touch=True, viewport={"width": 360, "height": 740}, locale="nb-NO"
    )
    page = context.new_page()
    page.goto(PAGE)
    card = page.locator(".plfkb-card")
    by_hand(page).tap()
    expect(card).to_be_visible()
    assert page.url.endswith(PAGE)
    box = card.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 360
    page.locator("h2").first.tap()
    expect(card).to_be_hidden()
    citation(page).tap()
    expect(card).to_be_visible()
    by_hand(page).tap()
    expect(card).to_contain_text("Profesjonelt læringsfellesskap")
    by_hand(page).tap()
    page.wait_for_url("**/begrep/profesjonelt-laeringsfellesskap/**")
    context.close()


def test_cards_are_fetched_when_they_are_wanted_and_once(page: Page) -> None:
    wanted: list[str] = []
    page.on("request", lambda request: wanted.append(request.url) if "kort.json" in request.url else None)
    page.goto(PAGE)
    page.wait_for_timeout(LONGER_THAN_ANY_DELAY)
    assert wanted == []
    card = page.locator(".plfkb-card")
    for _ in range(2):
        by_hand(page).hover()
        expect(card).to_be_visible()
        page.mouse.move(5, 5)
        expect(card).to_be_hidden()
    assert len(wanted) == 1


def test_a_card_that_cannot_be_fetched_leaves_a_link(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, has_touch=True, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.route("**/kort.json", lambda route: route.abort())
    page.goto(PAGE)
    by_hand(page).tap()
    page.wait_for_url("**/begrep/profesjonelt-laeringsfellesskap/")
    context.close()


def test_without_javascript_a_term_is_a_link(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto(PAGE)
    found(page).click()
    page.wait_for_url(lambda url: PAGE not in url)
    context.close()


def test_no_information_hides_in_a_title(page: Page) -> None:
    page.goto(PAGE)
    assert page.locator("article [title]").count() == 0
