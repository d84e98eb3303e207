"""Content at its worst: the pages stay readable, within the screen, and free of what axe-core finds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.conftest import ROOT, write_files
from tests.e2e.sites import build
from tests.journeys.serving import served
from tests.journeys.test_accessibility import RULES

LONG = "menneskerettighetsorganisasjonsmedlemskapskontingentinnkrever"
TERMS = [f"nabo{number}" for number in range(60)]
BACKLINKS = [f"side{number}" for number in range(300)]
AUTHORS = " and ".join(f"Etternavnsen{number}, Kari" for number in range(40))


def entry(term: str, more: str = "", definition: str = "Kort [@berg2020].", body: str = "Tekst.") -> str:
    return f"---\nterm: {term}\ntype: begrep\ntheme: t\ndefinition: {definition}\n{more}---\n\n{body}\n"


def comparison(sides: list[str]) -> str:
    cells = "\n".join(f'      {side}: "{"Lang celle om noe. " * 8}[@berg2020]"' for side in sides)
    rows = "\n".join(f"  - name: rad {number}\n    sides:\n{cells}" for number in range(4))
    return (
        f"---\ntitle: Fem sider\ntype: sammenlikning\ntheme: t\nbetween: [{', '.join(sides)}]\n"
        f"summary: Kort [@berg2020].\ndimensions:\n{rows}\n---\n\nTekst.\n"
    )


FILES = {
    "docs/index.md": "# Forside\n\n<!-- plfkb:temaer -->\n",
    "concepts/temaer.yml": "t: {label: Samarbeid, about: Om samarbeid.}\n",
    f"concepts/{LONG}.md": entry(LONG, f"also: [{LONG}s]\nen: [{LONG}x]\n", body=f"## {LONG}\n\n{LONG} " * 3),
    "concepts/alene.md": entry("alene"),
    "concepts/mange.md": entry("mange", f"related: [{', '.join(TERMS)}]\n"),
    "concepts/lang.md": entry("lang", definition=f"{'Et ord til og enda ett. ' * 26}[@berg2020]."),
    "concepts/fem-sider.md": comparison(TERMS[:5]),
    "concepts/kjent.md": entry("kjent"),
    **{f"concepts/{term}.md": entry(term) for term in TERMS},
    **{f"concepts/{id_}.md": entry(id_, body="Dette er et [[kjent]] ord.") for id_ in BACKLINKS},
    "bib/a.bib": (
        "@book{berg2020, author = {Berg, Kari}, title = {Lest}, publisher = {Forlaget}, year = {2020}}\n"
        f"@article{{mange2020, author = {{{AUTHORS}}}, title = {{{LONG} {LONG}}}, journal = {{Blad}}, year = {{2020}}}}\n"
    ),
}
HARD = {
    "et ord på 60 bokstaver": f"begrep/{LONG}/",
    "ingen relasjoner": "begrep/alene/",
    "60 relasjoner": "begrep/mange/",
    "en lang definisjon": "begrep/lang/",
    "fem sider": "sammenlikning/fem-sider/",
    "40 forfattere": "kilde/mange2020/",
    "300 tilbakelenker": "begrep/kjent/",
    "alle begreper": "begrep/",
}


@pytest.fixture(scope="module")
def hard(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site made of such content, with the settings of the real one."""
    root: Path = tmp_path_factory.mktemp("hard")
    settings = (ROOT / "mkdocs.yml").read_text("utf-8")
    start, rest = settings.split("\nnav:\n")
    settings = f"{start}\nnav:\n  - Forside: index.md\n{rest[rest.index('extra_css') :]}"
    settings = settings.replace("extra_css: [assets/verktoy.css]\n", "")
    write_files(root, {**FILES, "mkdocs.yml": settings})
    done = build(root)
    assert done.returncode == 0, done.stderr + done.stdout
    with served(root / "site") as address:
        yield address


@pytest.fixture(params=[320, 1280])
def opened(browser: Browser, hard: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    context = browser.new_context(base_url=hard, viewport={"width": request.param, "height": 800})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("name", HARD)
def test_a_hard_page_stays_within_the_screen_and_accessible(opened: Page, name: str) -> None:
    opened.goto(HARD[name])
    width = opened.evaluate("innerWidth")
    assert opened.evaluate("document.documentElement.scrollWidth") <= width
    cut = opened.evaluate(
        """[...document.querySelectorAll("main :is(h1, h2, p, dd, dt, li, td, th, summary, figcaption)")]
           .filter(e => e.checkVisibility() && e.getBoundingClientRect().right > innerWidth + 1
                        && !e.closest(".plfkb-table, pre"))
           .map(e => e.outerHTML.slice(0, 120))"""
    )
    assert cut == []
    found = Axe().run(opened, options=RULES)
    assert [f"{one['id']}: {one['nodes'][0]['html'][:150]}" for one in found.response["violations"]] == []


def test_many_backlinks_are_folded(opened: Page) -> None:
    opened.goto(HARD["300 tilbakelenker"])
    uses = opened.locator(".plfkb-uses")
    expect(uses.locator("h2")).to_contain_text("300 sider")
    assert uses.locator(".plfkb-uses__page:visible").count() <= 10
    uses.locator("summary").first.click()
    expect(uses.locator(".plfkb-uses__page:visible")).to_have_count(300)


def test_many_relations_are_folded(opened: Page) -> None:
    opened.goto(HARD["60 relasjoner"])
    related = opened.locator(".plfkb-facts dd li")
    expect(related.locator("visible=true")).to_have_count(10)
    opened.locator(".plfkb-facts summary").click()
    expect(related.locator("visible=true")).to_have_count(60)


def test_forty_authors_are_shortened_as_the_manual_says(opened: Page) -> None:
    opened.goto(HARD["40 forfattere"])
    reference = opened.locator(".plfkb-reference").inner_text()
    assert "Etternavnsen18, K., … Etternavnsen39, K." in reference.replace(" ... ", " … ").replace(
        "\u00a0", " "
    )


def test_an_entry_alone_has_no_empty_sections(opened: Page) -> None:
    opened.goto(HARD["ingen relasjoner"])
    assert opened.locator("main section:not(:has(h2 ~ *))").count() == 0
    assert opened.locator("main :is(ul, ol, dl, table):empty").count() == 0


@pytest.mark.parametrize("name", HARD)
def test_without_javascript_everything_can_be_read(browser: Browser, hard: str, name: str) -> None:
    context = browser.new_context(base_url=hard, java_script_enabled=False)
    page = context.new_page()
    page.goto(HARD[name])
    expect(page.locator("h1")).to_be_visible()
    expect(page.get_by_role("navigation", name="Hovedmeny")).to_be_attached()
    for button in page.locator("main button").all():
        # What only a script can do is not offered.
        expect(button).to_be_hidden()
    context.close()
