"""The citation syntax: ``tests/cases/citations.yml``, and laws that hold for any text."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plfkb.references.grammar import KEY, find, match_at, parse_bracket, write
from plfkb.references.near_misses import near_misses
from plfkb.works import Citation, Cluster
from tests.conftest import cases, ids

ROWS = cases("citations")
PIECES = [
    "@",
    "[",
    "]",
    "-@",
    "via @",
    "; ",
    ", ",
    "s. 12",
    " ",
    "\n",
    "\n\n",
    "k",
    "Åse",
    "(",
    ")",
    "«",
    "»",
    "_",
    "*",
    "jf.",
]
MESS = st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=30).map("".join)


@pytest.mark.parametrize("row", ROWS, ids=ids)
def test_what_is_read(row: dict[str, object]) -> None:
    assert [write(found.cluster) for found in find(str(row["text"]))] == row.get("reads", [])


@pytest.mark.parametrize("row", ROWS, ids=ids)
def test_what_nearly_was_one(row: dict[str, object]) -> None:
    text = str(row["text"])
    assert [text[start:end] for start, end in near_misses(text)] == row.get("misses", [])


def test_the_parts_of_a_citation() -> None:
    cluster = parse_bracket("se -@a, s. 3 via @b, kap. 2; @c; jf. @d")
    first = Citation("a", "se", "s. 3", "b", "kap. 2", suppress_author=True)
    assert cluster == Cluster(((first, Citation("c")), (Citation("d", "jf."),)))


def test_a_citation_starts_exactly_here() -> None:
    text = "Se [@k, s. 3]"
    assert match_at(text, 3) is not None
    assert match_at(text, 0) is None
    found = match_at("@k [s. 3] og", 0)
    assert found is not None
    assert (found.end, found.cluster.narrative) == (9, True)


@given(MESS)
@settings(max_examples=300)
def test_no_text_stops_the_reader(text: str) -> None:
    end = 0
    for found in find(text):
        assert end <= found.start < found.end <= len(text)
        assert match_at(text, found.start) == found
        end = found.end
    for start, stop in near_misses(text):
        assert 0 <= start < stop <= len(text)
    parse_bracket(text)


@given(MESS)
@settings(max_examples=300)
def test_written_citations_read_the_same(text: str) -> None:
    for found in find(text):
        written = write(found.cluster)
        again = match_at(written, 0)
        assert again is not None
        assert again.cluster == found.cluster
        assert again.end == len(written)


@given(st.text().filter(lambda text: "@" not in text))
def test_a_text_without_at_holds_no_citation(text: str) -> None:
    assert not list(find(text))
    assert not list(near_misses(text))


@given(st.from_regex(KEY, fullmatch=True))
def test_every_key_can_be_cited(key: str) -> None:
    (found,) = find(f"[@{key}, s. 3]")
    assert found.cluster.citations[0].key == key
    assert not re.search(r"[:.#$%&?<>~/-]$", key)


@pytest.mark.parametrize(
    "unit", ["[", "@", "[@", "@a [", "«", "[@a, ", "(@a ", "-@a;", "_", "@____", "[@a via "]
)
def test_reading_time_grows_with_the_text_only(unit: str) -> None:
    start = time.perf_counter()
    text = unit * 4000
    list(find(text))
    list(near_misses(text))
    assert time.perf_counter() - start < 2
