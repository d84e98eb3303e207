"""What is written is read as it was meant."""

from __future__ import annotations

from contextlib import suppress

import yaml
from hypothesis import given
from hypothesis import strategies as st

from plfkb.reading.latex import decode, squeeze
from plfkb.writing.work_formats import NotReadableError, escaped, read_drafts
from plfkb.writing.works import Draft, read_back, tidy
from plfkb.writing.yaml_values import flow_list, scalar

PRINTABLE = st.text(
    st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=40
)


@given(PRINTABLE)
def test_a_text_is_itself_in_yaml(text: str) -> None:
    assert yaml.safe_load(f"term: {scalar(text)}\n") == {"term": text}
    assert "\n" not in scalar(text)


@given(st.lists(PRINTABLE))
def test_a_list_is_itself_in_yaml(texts: list[str]) -> None:
    assert yaml.safe_load(f"redirects: {flow_list(texts)}\n") == {"redirects": texts}


@given(st.text(alphabet="abæøå%&#$_{}\\~^ .,:", max_size=30))
def test_a_text_is_itself_in_bibtex(text: str) -> None:
    assert decode(escaped("title", text)).text == squeeze(text)


@given(st.text(alphabet='abæøå%&#$_{}\\~^ .,:"@', max_size=30).filter(lambda text: text.strip(" ")))
def test_a_field_is_itself_in_an_entry(text: str) -> None:
    draft = tidy(Draft("book", {"title": escaped("title", text), "year": "2020"}))
    source, problems = read_back(draft, "a2020", "a.bib")
    assert problems == []
    assert source is not None
    assert source.get("title") == squeeze(text)


@given(st.text(alphabet="TYAUERI  -\n@{}=,abx", max_size=60))
def test_reading_gives_works_or_says_that_it_cannot(text: str) -> None:
    with suppress(NotReadableError):
        assert read_drafts(text, "inn")
