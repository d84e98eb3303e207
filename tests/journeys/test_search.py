"""Searching as a reader does it: by keyboard, with slips, with nonsense, without JavaScript."""

from __future__ import annotations

import json
import random
import re

import pytest
from playwright.sync_api import Browser, Page, expect

from plfkb.norwegian.search_words import fold, root, sound, stem, tables, words
from tests.conftest import ROOT

FIELD = "main form[data-plfkb-search] input[type=search]"
HEADER = "header form[data-plfkb-search] input[type=search]"
OPTION = "[role=option]"
HIT = ".plfkb-hit"


def ask(page: Page, query: str, field: str = FIELD) -> None:
    page.locator(field).fill(query)
    expect(page.locator(".plfkb-search__popup:visible")).to_be_visible()


def test_the_best_hit_by_keyboard(page: Page) -> None:
    page.goto("begrep/team/")
    page.keyboard.press("Control+k")
    expect(page.locator(HEADER)).to_be_focused()
    page.keyboard.type("dobbeltkretslæring")
    field = page.locator(HEADER)
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(page.locator(OPTION).first).to_contain_text("Dobbeltkretslæring")
    page.keyboard.press("ArrowDown")
    first = page.locator(OPTION).first
    expect(first).to_have_attribute("aria-selected", "true")
    assert field.get_attribute("aria-activedescendant") == first.get_attribute("id")
    expect(field).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/begrep/dobbeltkretslaering/")


def test_arrows_go_round_and_escape_closes_and_empties(page: Page) -> None:
    page.goto("")
    ask(page, "tillit")
    field = page.locator(FIELD)
    page.keyboard.press("ArrowUp")
    expect(page.locator(OPTION).last).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")
    assert field.get_attribute("aria-activedescendant") is None
    page.keyboard.press("Escape")
    expect(page.locator(".plfkb-search__popup:visible")).to_have_count(0)
    expect(field).to_have_value("tillit")
    expect(field).to_be_focused()
    page.keyboard.press("Escape")
    expect(field).to_have_value("")


def test_a_screen_reader_hears_how_many(page: Page) -> None:
    page.goto("")
    ask(page, "tillit")
    expect(page.locator("main .plfkb-search [role=status]")).to_contain_text("treff. Bruk piltastene")


def test_tabbing_away_closes_the_list(page: Page) -> None:
    page.goto("")
    ask(page, "tillit")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.locator(".plfkb-search__popup:visible")).to_have_count(0)


@pytest.mark.parametrize(
    ("query", "page_", "said"),
    [
        ("PLC", "profesjonelt-laeringsfellesskap", "Engelsk PLC → Profesjonelt læringsfellesskap"),
        ("læringsfelleskap", "profesjonelt-laeringsfellesskap", ""),
        ("PFL", "profesjonelt-laeringsfellesskap", "Frarådd PFL → Profesjonelt læringsfellesskap"),
        ("metodefrihet", "autonomi", "Omtalt her metodefrihet → Autonomi"),
    ],
)
def test_a_hit_says_which_name_it_came_through(page: Page, query: str, page_: str, said: str) -> None:
    page.goto("")
    ask(page, query)
    first = page.locator(HIT).first
    expect(first).to_have_attribute("data-plfkb-page", f"begrep/{page_}/")
    if said:
        expect(first.locator(".plfkb-hit__why")).to_have_text(said)


def test_a_question_about_a_difference_gets_the_comparison(page: Page) -> None:
    page.goto("")
    ask(page, "forskjell på plf og profesjonsfelleskap")
    first = page.locator(HIT).first
    expect(first).to_have_attribute("data-plfkb-page", "sammenlikning/profesjonsfellesskap-og-plf/")
    expect(first.locator(".plfkb-hit__kind")).to_have_text("Sammenlikning")


def test_generated_words_never_show(page: Page) -> None:
    """What a result says stands in the entry: the definition, its names and its headings."""
    page.goto("")
    ask(page, "laeringsfelesskap")
    text = page.locator(HIT).first.inner_text()
    assert "laerings" not in text
    assert "felesskap" not in text


@pytest.mark.parametrize(
    "query",
    ["skoleskyss", "svømmeopplæring", "når skal jeg skifte til vinterdekk", "skolemelk", "xyzzyx", "🙂🙂🙂"],
)
def test_what_is_not_there_is_not_claimed(page: Page, query: str) -> None:
    page.goto("")
    ask(page, query)
    expect(page.locator(".plfkb-search__note:visible")).to_contain_text("Ingen")
    expect(page.locator(OPTION).last).to_contain_text("Foreslå det")
    page.goto(f"sok/?q={query}")
    expect(page.locator("[data-plfkb-results] [role=status]")).to_contain_text("Ingen")
    expect(page.locator("[data-plfkb-propose]")).to_be_visible()


def test_what_is_missing_can_be_proposed(page: Page) -> None:
    """Where the repository has a form for it, with the form filled in; otherwise in the guide."""
    option, link = page.locator(".plfkb-search__propose"), page.locator("[data-plfkb-propose] a")
    form = "https://github.com/eier/navn/issues/new?template=begrep.yml"
    filled = f"{form}&title=Nytt+begrep%3A+skoleskyss+%26+%3Cb%3E&term=skoleskyss+%26+%3Cb%3E"
    page.goto("")
    ask(page, "skoleskyss")
    expect(option).to_have_attribute("href", re.compile("^http://127.*/bidra/$"))
    page.evaluate("form => (document.getElementById('plfkb-texts').dataset.propose = form)", form)
    ask(page, "skoleskyss & <b>")
    expect(option).to_have_attribute("href", filled)
    page.goto("sok/?q=skoleskyss")
    expect(link).to_have_attribute("href", re.compile("/bidra/$"))
    page.evaluate("form => (document.getElementById('plfkb-texts').dataset.propose = form)", form)
    page.locator(FIELD).fill("skoleskyss & <b>")
    expect(link).to_have_attribute("href", filled)


@pytest.mark.parametrize(
    ("query", "first"),
    [
        # A known word is no slip for another.
        ("utviklingssone", "naermeste-utviklingssone"),
        ("kollegial sparring", "kollegaveiledning"),
        # A full stop cuts a word short.
        ("prof. kapital", "profesjonell-kapital"),
        # Two words are a compound turned round: forventningsavklaring, gjennomføringsplan.
        ("avklare forventninger med høgskolen før vi starter", "samarbeidsavtale"),
        ("lage en plan for gjennomføring av utviklingsarbeid", "implementeringsplan"),
        # A compound in the text of one page and the name of none is its parts.
        ("teamarbeid", "team"),
    ],
)
def test_words_are_taken_for_what_they_mean(page: Page, query: str, first: str) -> None:
    page.goto("")
    ask(page, query)
    expect(page.locator(HIT).first).to_have_attribute("data-plfkb-page", f"begrep/{first}/")
    expect(page.locator(".plfkb-search__note:visible")).to_have_count(0)


@pytest.mark.parametrize(
    "query",
    [
        "a", "hva er det og", "<script>alert(1)</script>", "\"plf\" AND -team OR (tillit)", "'; --", "%", "\\",
        "æ" * 500, "profesjonsfellesskap " * 25, "PROFESJONSFELLESSKAP", "\u200b", "1", "__proto__", "constructor",
    ],
)  # fmt: skip
def test_odd_queries_break_nothing(page: Page, query: str) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("dialog", lambda dialog: errors.append(dialog.message))
    page.goto("")
    page.locator(FIELD).fill(query)
    page.wait_for_timeout(300)
    page.locator(FIELD).fill("tillit")
    expect(page.locator(HIT).first).to_have_attribute("data-plfkb-page", "begrep/tillit/")
    page.goto("sok/")
    page.locator(FIELD).fill(query)
    page.locator(FIELD).press("Enter")
    page.wait_for_timeout(300)
    assert errors == []


def test_a_query_that_goes_on_and_on_is_cut_where_it_is_repeated(page: Page) -> None:
    page.goto("")
    ask(page, "æ🙂" * 250)
    expect(page.locator(".plfkb-search__note:visible")).to_have_text(f"Ingen treff på «{'æ🙂' * 30} …».")
    page.goto(f"sok/?q={'æ' * 500}")
    expect(page.locator("[data-plfkb-results] [role=status]")).to_have_text(f"Ingen treff på «{'æ' * 60} …».")
    expect(page).to_have_title(re.compile(f"^{'æ' * 60} … - Søk"))


def test_capitals_do_not_matter(page: Page) -> None:
    page.goto("")
    ask(page, "PSYKOLOGISK TRYGGHET")
    expect(page.locator(HIT).first).to_have_attribute("data-plfkb-page", "begrep/psykologisk-trygghet/")


def test_another_year_is_no_slip(page: Page) -> None:
    page.goto("")
    ask(page, "kunnskapsløftet 2020")
    expect(page.locator(HIT).first).to_have_attribute("data-plfkb-page", "begrep/lk20/")
    ask(page, "kunskapsloftet 2006")
    expect(page.locator(HIT).first).to_have_attribute("data-plfkb-page", "begrep/kunnskapsloftet-2006/")


@pytest.mark.parametrize("limit", [0, 1, 2])
def test_edits_are_counted_as_by_the_whole_table(page: Page, limit: int) -> None:
    """Against the textbook's way (optimal string alignment) on pairs of short words of few letters."""
    chance = random.Random(6)
    pairs = [["".join(chance.choices("abc", k=chance.randrange(8))) for _ in range(2)] for _ in range(2000)]
    page.goto("")
    theirs = page.evaluate(
        """async ([pairs, limit]) => {
          const { edits } = await import(new URL("likeness.js", document.querySelector("script[type=module]").src).href);
          return pairs.map(([a, b]) => Math.min(edits(a, b, limit), limit + 1));
        }""",
        [pairs, limit],
    )
    ours = [min(alignment(a, b), limit + 1) for a, b in pairs]
    assert [pair for pair, one, other in zip(pairs, theirs, ours, strict=True) if one != other] == []


def alignment(a: str, b: str) -> int:
    table = [[i + j if 0 in (i, j) else 0 for j in range(len(b) + 1)] for i in range(len(a) + 1)]
    for i in range(1, len(a) + 1):
        for j in range(1, len(b) + 1):
            ways = [table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + (a[i - 1] != b[j - 1])]
            if i > 1 and j > 1 and a[i - 2 : i] == b[j - 2 : j][::-1]:
                ways.append(table[i - 2][j - 2] + 1)
            table[i][j] = min(ways)
    return table[-1][-1]


def test_an_empty_query_is_not_sent(page: Page) -> None:
    page.goto("")
    page.locator(FIELD).fill("   ")
    page.locator(FIELD).press("Enter")
    expect(page.locator(".plfkb-search__popup:visible")).to_have_count(0)
    assert "sok" not in page.url


def test_results_are_filtered_by_type_and_theme(page: Page) -> None:
    page.goto("sok/?q=læring&type=sammenlikning")
    expect(page.get_by_label("Type")).to_have_value("sammenlikning")
    expect(page.locator(HIT).first).to_be_visible()
    assert set(page.locator(".plfkb-hit__kind").all_inner_texts()) == {"Sammenlikning"}
    page.get_by_label("Type").select_option("")
    page.get_by_label("Tema").select_option("laering-og-laeringssyn")
    page.wait_for_url("**/sok/?q=*&tema=laering-og-laeringssyn")
    expect(page.locator(HIT).first).to_contain_text("læring")


def test_more_results_come_with_focus_on_the_first_of_them(page: Page) -> None:
    page.goto("sok/?q=skole")
    expect(page.locator(HIT)).to_have_count(20)
    page.get_by_role("button", name="Vis flere treff").click()
    expect(page.locator(HIT).nth(20)).to_be_focused()


def test_filters_that_leave_nothing_say_so_and_can_be_taken_away(page: Page) -> None:
    page.goto("sok/?q=skoleskyss")
    expect(page.locator("[data-plfkb-unfiltered]")).to_be_hidden()
    page.goto("sok/?q=læring&type=rolle&tema=styringsdokumenter")
    status, proposed = (
        page.locator("[data-plfkb-results] [role=status]"),
        page.locator("[data-plfkb-propose]"),
    )
    expect(status).to_have_text("Ingen treff på «læring» med disse valgene.")
    expect(proposed).to_be_hidden()
    page.get_by_role("button", name="Vis alle treff").press("Enter")
    expect(page.locator(HIT).first).to_be_focused()
    expect(status).to_have_text(re.compile(r"^\d+ treff$"))
    expect(page.get_by_role("button", name="Vis alle treff")).to_be_hidden()
    expect(page.get_by_label("Type")).to_have_value("")
    assert page.evaluate("location.search") == "?q=l%C3%A6ring"
    page.go_back()
    expect(page.get_by_label("Type")).to_have_value("rolle")
    expect(proposed).to_be_hidden()


def test_a_hit_in_a_section_says_what_the_section_is_of(page: Page) -> None:
    page.goto("sok/?q=kritikk")
    expect(page.locator(".plfkb-hit--part .plfkb-hit__kind").first).to_have_text(
        re.compile("^Avsnitt i [a-zæøå]+$")
    )


def test_a_narrow_header_opens_its_field_and_gives_focus_back(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto("begrep/team/")
    expect(page.locator(HEADER)).to_be_hidden()
    page.locator(".plfkb-search-open").click()
    expect(page.locator(HEADER)).to_be_focused()
    page.keyboard.type("tillit")
    expect(page.locator(HIT).first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(page.locator(HEADER)).to_be_hidden()
    expect(page.locator(".plfkb-search-open")).to_be_focused()


def test_without_javascript_the_form_leads_on_to_the_list(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto("")
    page.locator(FIELD).fill("tillit")
    page.locator(FIELD).press("Enter")
    page.wait_for_url("**/sok/?q=tillit")
    expect(page.locator("main form")).to_be_hidden()
    page.get_by_role("link", name="lista fra A til Å").click()
    page.wait_for_url("**/begrep/")
    context.close()


def test_a_browser_can_add_the_search(page: Page) -> None:
    page.goto("begrep/team/")
    link = page.locator("link[rel=search]")
    expect(link).to_have_attribute("type", "application/opensearchdescription+xml")
    answer = page.request.get(str(page.evaluate("document.querySelector('link[rel=search]').href")))
    assert "sok/?q={searchTerms}" in answer.text()


def test_the_browser_and_the_index_agree_on_words(page: Page) -> None:
    """The rules are written twice, in Python for the index and in JavaScript for the query."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "concepts").glob("*.md"))[::6]]
    found = sorted(
        {word for text in texts for word in words(text)} | set(words("Ærlig ŁÓDŹ straße d’Aoust 3.5 x́"))
    )
    page.goto("")
    theirs = page.evaluate(
        """async ([found, tables]) => {
          const module = new URL("words.js", document.querySelector("script[type=module]").src);
          const { language, sound, words } = await import(module.href);
          const { fold, stem, root } = language(tables);
          return found.map((word) => {
            const folded = fold(word);
            return [words(word)[0], folded, stem(folded), root(stem(folded)), sound(folded)];
          });
        }""",
        [found, json.loads(json.dumps(tables()))],
    )
    ours = [[word, fold(word), stem(fold(word)), root(stem(fold(word))), sound(fold(word))] for word in found]
    assert [pair for pair in zip(theirs, ours, strict=True) if pair[0] != pair[1]] == []
