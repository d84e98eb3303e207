"""Taking rendered texts apart; the cases are in tests/cases/answers.yml."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from plfkb.pages.answers import answer, headings, named
from plfkb.pages.parts import Section
from plfkb.plain_text import one_line

CASES: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    (Path(__file__).parents[2] / "cases/answers.yml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("case", CASES["answers"], ids=lambda case: str(case["name"]))
def test_the_citation_that_ends_an_answer_stands_by_itself(case: dict[str, str]) -> None:
    found = answer(case["html"])
    assert (found.text, found.source) == (case["text"], case["source"])


@pytest.mark.parametrize("case", CASES["plain"], ids=lambda case: str(case["text"]))
def test_plain_words_of_a_written_text(case: dict[str, str]) -> None:
    assert one_line(case["markdown"]) == case["text"]


def test_headings_lose_their_links_and_markup() -> None:
    html = (
        '<h2 id="opphav">Opp<em>hav</em><a class="headerlink" href="#opphav" title="Lenke">¶</a></h2>\n'
        '<h3 id="mer">Mer</h3><h2 id="praksis">I praksis &amp; ellers</h2>'
    )
    assert headings(html) == (Section("opphav", "Opphav"), Section("praksis", "I praksis & ellers"))


def test_the_words_about_a_heading_link_move_out_of_the_tooltip() -> None:
    link = '<a class="headerlink" href="#a" {}="Lenke til denne delen">¶</a>'
    other = '<a href="#a" title="Noe annet">a</a>'
    assert named(link.format("title") + other) == link.format("aria-label") + other
