"""Rendered Markdown taken apart."""

from __future__ import annotations

import markdown
import pytest

from plfkb.html_text import Part, parts, without_citations, words


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Et <em>lag</em> i skolen</p>\n<p>til</p>", "Et lag i skolen til"),
        ("<p>tv<em>i</em>l</p>", "tvil"),
        ("a<!-- <b>borte</b> -->b", "ab"),
        ("<p>Sant &amp; 1 &lt; 2</p>", "Sant & 1 < 2"),
        ("", ""),
    ],
)
def test_words(html: str, text: str) -> None:
    assert words(html) == text


def test_a_text_is_cut_at_its_headings() -> None:
    written = "Først.\n\n## Opphav & *mer*\n\nEn.\n\n### Under\n\nTo.\n\n## Slutt {#slutten .stor}\n\nTre."
    extensions = ["attr_list", "toc"]
    html = markdown.markdown(written, extensions=extensions, extension_configs={"toc": {"permalink": True}})
    found = [Part(part.id, part.heading, words(part.html).replace("¶", "")) for part in parts(html)]
    assert found == [
        Part("", "", "Først."),
        Part("opphav-mer", "Opphav & mer", "En. Under To."),
        Part("slutten", "Slutt", "Tre."),
    ]


def test_a_text_without_headings_is_one_part() -> None:
    assert list(parts("<p>a</p>")) == [Part("", "", "<p>a</p>")]


def test_citations_go_and_what_is_around_them_stays() -> None:
    html = 'a <span class="plfkb-cite" id="c1">(<a href="#x">Senge</a>, 1990)</span>.'
    assert without_citations(html) == "a ."
