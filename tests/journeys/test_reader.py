"""What a reader does, in a real browser on the real site."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect


def test_search_open_an_entry_and_follow_a_citation_to_its_source(page: Page) -> None:
    page.goto("begrep/")
    page.keyboard.press("Control+k")
    page.keyboard.type("dobbeltkretslæring")
    page.locator("[role=option][href$='begrep/dobbeltkretslaering/']").click()
    page.wait_for_url("**/begrep/dobbeltkretslaering/**")
    expect(page.locator("h1")).to_have_text("Dobbeltkretslæring")

    page.locator("a.plfkb-cite__link", has_text="Olaisen, 2023").first.click()
    card = page.locator(".plfkb-card")
    expect(card).to_contain_text("Olaisen, K.-A. (2023)")
    card.get_by_role("link", name="Om kilden").click()
    page.wait_for_url("**/kilde/olaisen2023kollektiv/")
    expect(page.get_by_role("heading", name="Sitert i")).to_be_visible()
    back = page.locator("a[href*='begrep/dobbeltkretslaering/#sitat-']").first
    expect(back).to_be_attached()


def test_a_citation_opens_by_keyboard_and_closes_with_escape(page: Page) -> None:
    page.goto("begrep/dobbeltkretslaering/")
    link = page.locator("a.plfkb-cite__link[href^='#ref-']").first
    link.focus()
    page.keyboard.press("Enter")
    card = page.locator(".plfkb-card")
    expect(card).to_be_visible()
    page.keyboard.press("Tab")
    expect(card.locator("a").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    expect(link).to_be_focused()
    link.click()
    expect(card).to_be_visible()
    link.click()
    expect(card).to_be_hidden()


def test_without_javascript_a_citation_leads_to_the_list(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto("begrep/dobbeltkretslaering/")
    page.locator("a.plfkb-cite__link[href='#ref-olaisen2023kollektiv']").first.click()
    assert page.url.endswith("#ref-olaisen2023kollektiv")
    context.close()


def test_a_page_tells_how_to_cite_it(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto("begrep/team/")
    page.get_by_text("Siter denne siden").click()
    page.get_by_role("button", name="Kopier referansen").click()
    expect(page.locator("#siter [role=status]").first).to_have_text("Kopiert")
    copied = str(page.evaluate("navigator.clipboard.readText()"))
    assert copied.startswith("PLF-basen. (2026, ")
    assert copied.endswith("/begrep/team/")
    page.locator("#siter summary", has_text="RIS").click()
    page.get_by_role("button", name="Kopier RIS").click()
    assert str(page.evaluate("navigator.clipboard.readText()")).startswith(
        "TY  - ELEC\nAU  - PLF-basen\nTI  - Team\n"
    )


def test_a_reference_can_be_copied(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto("kilde/ottosen2022profesjonelt/")
    page.get_by_role("button", name="Kopier referansen").click()
    expect(page.locator(".plfkb-copy [role=status]").first).to_have_text("Kopiert")
    assert str(page.evaluate("navigator.clipboard.readText()")).startswith("Ottosen, L. A. (2022).")


def test_a_term_leads_to_its_entry_and_back(page: Page) -> None:
    page.goto("begrep/profesjonelt-laeringsfellesskap/")
    page.locator("a.plfkb-term", has_text="kollektivt ansvar").first.click()
    page.wait_for_url("**/begrep/kollektivt-ansvar/")
    expect(page.locator("[id='omtalt-i']")).to_be_attached()


def test_the_contents_follow_the_reader_also_when_he_jumps(page: Page) -> None:
    page.goto("begrep/profesjonelt-laeringsfellesskap/")
    contents = page.locator(".md-sidebar .md-nav__link[href^='#']")
    current = page.locator(".md-sidebar [aria-current=location]")
    page.evaluate("scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' })")
    expect(current).to_have_text((contents.last.text_content() or "").strip())
    page.evaluate("scrollTo({ top: 0, behavior: 'instant' })")
    expect(current).to_have_count(0)
    for number in (contents.count() - 1, 2, contents.count() - 2, 0):
        contents.nth(number).click()
        expect(contents.nth(number)).to_have_attribute("aria-current", "location")
        expect(current).to_have_count(1)


@pytest.mark.parametrize("width", [1024, 1040, 1100, 1280])
def test_the_header_has_room_for_a_wide_face(browser: Browser, address: str, width: int) -> None:
    context = browser.new_context(base_url=address, viewport={"width": width, "height": 640}, bypass_csp=True)
    page = context.new_page()
    page.goto("begrep/team/")
    page.add_style_tag(content=".md-header { letter-spacing: 0.06em }")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    field = page.locator(".plfkb-search--header input").bounding_box()
    assert field is not None
    assert field["x"] + field["width"] <= width
    assert field["width"] >= 100
    context.close()


@pytest.mark.parametrize("width", [320, 360, 1280])
@pytest.mark.parametrize(
    "path",
    [
        "", "begrep/", "begrep/profesjonelt-laeringsfellesskap/", "sammenlikning/profesjonsfellesskap-og-plf/",
        "sammenlikning/kjennetegnmodeller-sammenliknet/", "kilde/ottosen2022profesjonelt/", "kilde/", "tema/",
        "tema/fellesskap/", "type/", "sammenlikning/", "sok/?q=fellesskap",
    ],
)  # fmt: skip
def test_no_page_scrolls_sideways(page: Page, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 640})
    page.goto(path)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
