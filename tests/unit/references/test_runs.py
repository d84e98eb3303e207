"""Runs become HTML, text and Markdown without anything getting out of hand."""

from __future__ import annotations

import html
import re

import markdown
from hypothesis import example, given
from hypothesis import strategies as st

from plfkb.references.runs import Run, Runs, marked, merged, to_html, to_markdown, to_text

LINE = st.text(st.characters(exclude_categories=("C", "Z"), include_characters=" "), max_size=12)
RUN = st.builds(
    Run,
    LINE,
    st.booleans(),
    st.sampled_from(["", 'https://x.no/?a=1&b="2"', "javascript:alert(1)"]),
    st.just(""),
    st.sampled_from(["", "en", '"><b>']),
)
TAG = re.compile(r"</?(?:em|span)(?: lang=\"[^\"<>]*\")?>|<a href=\"[^\"<>]*\">|</a>")


@given(st.lists(RUN, max_size=5).map(tuple))
def test_html_holds_no_tag_of_the_data(runs: Runs) -> None:
    for rendered in (to_html(runs), to_html(runs, lambda run: run.href)):
        assert not re.search(r"[<>]", TAG.sub("", rendered))
        assert html.unescape(TAG.sub("", rendered)) == to_text(runs)


def test_web_addresses_are_linked_and_others_are_not() -> None:
    assert to_html((Run("x", href="https://x.no/?a&b"),)) == '<a href="https://x.no/?a&amp;b">x</a>'
    assert to_html((Run("x", href="javascript:alert(1)"),)) == "x"
    assert to_html((Run("x", key="k"),)) == "x"


def test_neighbours_share_a_link() -> None:
    runs = (Run("Rock", italic=True, key="r"), Run(", 2018", key="r"), Run("; "), Run("Lie", key="l"))
    shown = to_html(runs, lambda run: f"#{run.key}" if run.key == "r" else None)
    assert shown == '<a href="#r"><em>Rock</em>, 2018</a>; Lie'


@given(LINE)
@example("1. mai")
@example("- a")
@example("# a")
@example("a@b [c](d) *e* _f_ `g` ![h](i) &amp; <j> [[k]] [@l] {: .m }")
@example("``` a")
@example("    a")
@example("===")
@example("!!! note")
@example("http://x.no/_a_")
@example("\\*")
def test_markdown_reads_as_the_text(text: str) -> None:
    text = " ".join(text.split())
    page = markdown.markdown(to_markdown((Run(text),)), extensions=["extra"])
    assert html.unescape(re.sub(r"</?p>", "", page)) == text


@given(LINE.map(str.strip), LINE.map(str.strip))
def test_italics_come_out_of_markdown(before: str, italic: str) -> None:
    before, italic = " ".join(before.split()), " ".join(italic.split())
    runs = (Run(f"{before}: "), Run(italic, italic=True))
    page = markdown.markdown(to_markdown(runs))
    assert html.unescape(re.sub(r"</?(?:p|em)>", "", page)).strip() == f"{before}: {italic}".strip()
    assert ("<em>" in page) == bool(italic)


def test_markdown_of_an_entry() -> None:
    runs = (
        Run("Lie, A. (2020). "),
        Run("A*b", italic=True),
        Run(". "),
        Run("https://x.no/_a", href="https://x.no/_a"),
    )
    assert to_markdown(runs) == "Lie, A. (2020). *A\\*b*. <https://x.no/_a>"


def test_emphasis_inside_italics_is_upright() -> None:
    assert marked("Om *Vildanden* nå", italic=True) == (Run("Om ", True), Run("Vildanden"), Run(" nå", True))
    assert marked("5 * 3") == (Run("5 * 3"),)
    assert marked("") == ()


def test_neighbours_of_one_look_are_one_run() -> None:
    assert merged((Run("a"), Run(""), Run("b"), Run("c", True))) == (Run("ab"), Run("c", True))
