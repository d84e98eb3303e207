"""The data behind the page on which two entries are set side by side."""

from __future__ import annotations

import json
from pathlib import Path

from tests.e2e.sites import page
from tests.e2e.test_build import site

__all__ = ["site"]


def test_what_can_be_chosen(site: Path) -> None:
    names = json.loads((site / "sammenlikn/oppslag.json").read_text(encoding="utf-8"))
    assert names["concepts"] == [
        ["lag", "Lag", []],
        ["team", "Team", ["arbeidslag", "Små team", "gammelt-team"]],
    ]
    assert names["comparisons"] == [["Lag og team", "sammenlikning/lag-og-team/", ["lag", "team"]]]


def test_what_is_shown_of_an_entry(site: Path) -> None:
    side = json.loads((site / "begrep/team/side-ved-side.json").read_text(encoding="utf-8"))
    assert side["term"] == "Team"
    assert side["definition"].startswith("Et team er en gruppe <span")
    assert dict(side["rows"]) == {
        "Også kalt": [["arbeidslag", ""]],
        "Type": [["Begrep", ""]],
        "Tema": [["Samarbeid", "../../tema/t/"]],
        "Beslektet": [["lag", "../lag/"], ["dialog", ""]],
        "Kilder": [["Berg, 2020", "../../kilde/berg2020/"]],
    }


def test_the_page_offers_the_written_comparisons_without_its_script(site: Path) -> None:
    html = page(site, "sammenlikn")
    assert 'href="../sammenlikning/lag-og-team/"' in html
    assert 'src="../assets/plfkb/js/side-by-side.js"' in html
    assert 'href="../../sammenlikn/?a=team"' in page(site, "begrep/team")
