"""Setting two entries side by side: by keyboard, by address, with wrong names and without JavaScript."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, Page, Route, expect


def test_two_entries_are_chosen_by_keyboard(page: Page) -> None:
    page.goto("sammenlikn/")
    first = page.get_by_label("Det første oppslaget")
    first.focus()
    page.keyboard.type("enkeltkretslæring")
    page.keyboard.press("Tab")
    page.keyboard.type("  DOBBELTKRETSLÆRING ")
    page.keyboard.press("Enter")
    table = page.get_by_role("table", name="Enkeltkretslæring og Dobbeltkretslæring, side ved side")
    expect(table).to_be_visible()
    expect(table.get_by_role("columnheader")).to_have_count(3)
    expect(table.get_by_role("rowheader").first).to_have_text("Definisjon")
    expect(page.get_by_role("status").filter(has_text="side ved side")).to_be_visible()
    expect(page).to_have_url(re.compile(r"\?a=enkeltkretslaering&b=dobbeltkretslaering$"))
    link = page.locator(".plfkb-choose__written a")
    expect(link).to_have_attribute("href", re.compile(r"/sammenlikning/[a-z-]+/$"))
    assert page.request.get(link.get_attribute("href") or "").ok


def test_links_in_the_table_lead_where_they_do_on_the_entry(page: Page) -> None:
    page.goto("sammenlikn/?a=enkeltkretslaering&b=team")
    expect(page.locator(".plfkb-choose__result")).to_be_visible()
    hrefs = page.eval_on_selector_all(".plfkb-choose__result a", "links => links.map(link => link.href)")
    assert len(hrefs) > 10
    assert any("#ref-" in href for href in hrefs)
    for href in {href.split("#")[0] for href in hrefs}:
        assert page.request.get(href).ok, href
    assert page.eval_on_selector_all("[id^=sitat-]", "nodes => nodes.length") == 0
    expect(page.locator(".plfkb-choose__written")).to_be_hidden()


def test_a_synonym_is_understood_and_back_goes_back(page: Page) -> None:
    page.goto("sammenlikn/?a=PLF&b=team")
    expect(page.get_by_label("Det første oppslaget")).to_have_value("Profesjonelt læringsfellesskap")
    page.get_by_label("Det andre oppslaget").fill("Enkeltkretslæring")
    page.get_by_role("button", name="Sammenlikn").click()
    expect(page.get_by_role("columnheader", name="Enkeltkretslæring")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("columnheader", name="Team")).to_be_visible()
    expect(page.get_by_label("Det andre oppslaget")).to_have_value("Team")


def test_the_title_and_the_printed_foot_tell_what_is_compared_until_back(page: Page) -> None:
    page.goto("sammenlikn/")
    status, foot = page.locator("#velg-status"), page.locator(".plfkb-print")
    expect(page).to_have_title("Sammenlikn to oppslag - PLF-basen")
    origin = foot.text_content() or ""
    for first, id_ in (("Team", "team"), ("Autonomi", "autonomi")):
        page.get_by_label("Det første oppslaget").fill(first)
        page.get_by_label("Det andre oppslaget").fill("Tillit")
        page.get_by_role("button", name="Sammenlikn").click()
        expect(status).to_have_text(f"{first} og Tillit, side ved side")
        expect(page).to_have_title(f"{first} og Tillit, side ved side - Sammenlikn to oppslag - PLF-basen")
        assert foot.text_content() == f"{origin}?a={id_}&b=tillit"
    page.go_back()
    expect(page).to_have_title("Team og Tillit, side ved side - Sammenlikn to oppslag - PLF-basen")
    page.go_back()
    expect(page).to_have_title("Sammenlikn to oppslag - PLF-basen")
    expect(status).to_be_empty()
    expect(page.locator(".plfkb-choose__result")).to_be_hidden()
    assert foot.text_content() == origin


def test_an_answer_that_comes_after_back_shows_nothing(page: Page) -> None:
    held: list[Route] = []
    page.goto("sammenlikn/")
    page.route("**/tillit/side-ved-side.json", lambda route: held.append(route))
    page.get_by_label("Det første oppslaget").fill("Team")
    page.get_by_label("Det andre oppslaget").fill("Tillit")
    page.evaluate("history.pushState(null, '', '?x')")
    page.get_by_role("button", name="Sammenlikn").click()
    page.wait_for_timeout(200)
    page.go_back()
    held[0].continue_()
    page.wait_for_timeout(300)
    expect(page).to_have_url(re.compile("/sammenlikn/$"))
    expect(page.locator(".plfkb-choose__result")).to_be_hidden()
    expect(page.locator("#velg-status")).to_be_empty()


def test_wrong_names_are_told_and_the_field_gets_focus(page: Page) -> None:
    page.goto("sammenlikn/?a=team")
    expect(page.get_by_label("Det første oppslaget")).to_have_value("Team")
    page.get_by_label("Det andre oppslaget").fill("<b>tulleord</b>")
    page.get_by_role("button", name="Sammenlikn").click()
    expect(page.locator("#velg-status")).to_have_text("Fant ikke «<b>tulleord</b>». Velg et navn fra lista.")
    expect(page.get_by_label("Det andre oppslaget")).to_be_focused()
    expect(page.get_by_label("Det andre oppslaget")).to_have_attribute("aria-invalid", "true")
    page.get_by_label("Det andre oppslaget").fill("team")
    page.get_by_role("button", name="Sammenlikn").click()
    expect(page.locator("#velg-status")).to_have_text("Velg to ulike oppslag.")
    expect(page.locator(".plfkb-choose__result")).to_be_hidden()


def test_data_that_cannot_be_fetched_is_told(page: Page) -> None:
    page.route("**/side-ved-side.json", lambda route: route.abort())
    page.goto("sammenlikn/?a=team&b=enkeltkretslaering")
    expect(page.locator("#velg-status")).to_have_text("Fikk ikke hentet opplysningene. Prøv igjen om litt.")


def test_an_entry_leads_to_the_page_with_itself_chosen(page: Page) -> None:
    page.goto("begrep/team/")
    page.get_by_role("link", name="Sammenlikn med et annet oppslag").click()
    expect(page.get_by_label("Det første oppslaget")).to_have_value("Team")


def test_without_javascript_the_written_comparisons_are_a_step_away(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    plain = context.new_page()
    plain.goto("sammenlikn/")
    expect(plain.locator("noscript > p")).to_be_visible()
    expect(plain.get_by_label("Det første oppslaget")).to_be_hidden()
    plain.get_by_role("link", name="Se også de skrevne sammenlikningene").click()
    assert plain.locator(".plfkb-differences li").count() > 20
    context.close()
