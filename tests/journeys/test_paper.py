"""Pages on paper: printed by Chromium as a reader would print them, and read back from the PDF."""

from __future__ import annotations

import io
import re
import unicodedata
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser
from pypdf import PdfReader

PAGES = {
    "begrep": "begrep/profesjonelt-laeringsfellesskap/",
    "sammenlikning": "sammenlikning/kjennetegnmodeller-sammenliknet/",
    "verktøy": "verktoy/endringsteori/",
    "pensum": "pensum/mastermodul/",
}
NAVIGATION = (
    "Hovedmeny",
    "Meny",
    "Gå til innholdet",
    "Til toppen",
    "På denne siden",
    "Kopier",
    "Omtalt i",
    "Søk",
)


@dataclass(frozen=True)
class Sheet:
    """``screen`` is the text of the page's parts on the screen, ``pages`` that of each page of paper."""

    pages: list[str]
    references: list[str]
    rows: list[list[str]]
    heading: str

    @property
    def text(self) -> str:
        return "".join(self.pages)


def squeezed(text: str) -> str:
    """Without spaces, hyphens and ligatures, of which a PDF has its own."""
    return re.sub(r"[\s\u00ad\u2010-]+", "", unicodedata.normalize("NFKC", text))


@pytest.fixture(scope="module", params=[True, False], ids=["skript", "uten skript"])
def sheets(browser: Browser, address: str, request: pytest.FixtureRequest) -> dict[str, Sheet]:
    found = {}
    for name, path in PAGES.items():
        context = browser.new_context(base_url=address, java_script_enabled=request.param)
        page = context.new_page()
        page.goto(path)
        references = page.locator(".plfkb-references li").evaluate_all(
            "all => all.map(item => { const own = item.cloneNode(true);"
            " own.querySelector('.plfkb-references__links')?.remove(); return own.textContent; })"
        ) if request.param else [
            text.split("Om kilden")[0] for text in page.locator(".plfkb-references li").all_text_contents()
        ]  # fmt: skip
        rows = [row.locator("td").all_text_contents() for row in page.locator(".plfkb-table tbody tr").all()]
        heading = page.locator("main h1").first.text_content() or ""
        pdf = PdfReader(io.BytesIO(page.pdf(format="A4")))
        context.close()
        found[name] = Sheet(
            [squeezed(sheet.extract_text()) for sheet in pdf.pages],
            [squeezed(reference) for reference in references],
            [[squeezed(cell) for cell in row] for row in rows],
            squeezed(heading.removesuffix("¶")),
        )
    return found


@pytest.mark.parametrize("name", PAGES)
def test_a_sheet_has_its_heading_date_and_address(sheets: dict[str, Sheet], name: str) -> None:
    text = sheets[name].text
    assert sheets[name].heading in text
    assert squeezed(f"https://plf-basen.example/{PAGES[name]}") in text
    assert re.search(r"\(20\d\d,\d+\.[a-z]+\)", text)


@pytest.mark.parametrize("name", PAGES)
def test_a_sheet_has_no_navigation(sheets: dict[str, Sheet], name: str) -> None:
    assert [word for word in NAVIGATION if squeezed(word) in sheets[name].text] == []


@pytest.mark.parametrize("name", ["begrep", "sammenlikning", "pensum"])
def test_a_sheet_has_its_references_in_full(sheets: dict[str, Sheet], name: str) -> None:
    sheet = sheets[name]
    assert len(sheet.references) > 1
    assert [reference for reference in sheet.references if reference not in sheet.text] == []


def test_a_row_of_a_table_stands_on_one_page(sheets: dict[str, Sheet]) -> None:
    sheet = sheets["sammenlikning"]
    assert len(sheet.rows) > 3
    for row in sheet.rows:
        # The marks of citations are told apart by fonts, so the first words of each cell stand for it.
        starts = [cell[:12] for cell in row]
        assert any(all(start in page for start in starts) for page in sheet.pages), row


def test_the_names_that_are_folded_on_the_screen_are_printed(sheets: dict[str, Sheet]) -> None:
    assert squeezed("profesjonelt lærende fellesskap") in sheets["begrep"].pages[0]


def test_a_tool_fits_on_one_page(sheets: dict[str, Sheet]) -> None:
    assert len(sheets["verktøy"].pages) == 1
