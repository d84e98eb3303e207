"""The bibliography as a whole: order, labels, links, and laws that hold for any source."""

from __future__ import annotations

import itertools
import re
import time
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plfkb.errors import Place
from plfkb.reading.bibtex import read_bibliography
from plfkb.references.bibliography import Bibliography
from plfkb.references.forms import FORMS
from plfkb.references.grammar import find
from plfkb.references.kinds import Kind
from plfkb.references.runs import to_html, to_markdown, to_text
from plfkb.works import Citation, Cluster, Name, Names, Source
from tests.conftest import ROOT

TYPES = [
    "article",
    "book",
    "incollection",
    "report",
    "thesis",
    "online",
    "misc",
    "movie",
    "audio",
    "inreference",
    "legislation",
    "unpublished",
    "?",
]
FIELDS = [
    *(
        "title",
        "subtitle",
        "date",
        "year",
        "month",
        "day",
        "type",
        "number",
        "volume",
        "pages",
        "eid",
        "edition",
        "doi",
    ),
    *(
        "url",
        "urldate",
        "publisher",
        "institution",
        "howpublished",
        "journal",
        "booktitle",
        "maintitle",
        "shorthand",
    ),
    *("shortauthor", "entrysubtype", "origdate", "pubstate", "version", "note", "chapter", "authortype"),
]
VALUES = st.sampled_from(
    [
        "law",
        "curriculum",
        "newspaper",
        "NOU 2015: 8",
        "Meld. St. 28 (2015-2016)",
        "2020-01-02",
        "1-2",
        "https://x.no/",
    ]
) | st.text(max_size=6)
NAME = st.builds(
    Name,
    st.text(min_size=1, max_size=6),
    st.tuples(st.text(min_size=1, max_size=4)) | st.just(()),
    st.sampled_from(["", "van"]),
    st.just(""),
    st.booleans(),
)
NAMES = st.builds(Names, st.lists(NAME, max_size=4).map(tuple), st.booleans())
SOURCE = st.builds(
    Source,
    st.sampled_from("abcdef"),
    st.sampled_from(TYPES),
    st.dictionaries(st.sampled_from(FIELDS), VALUES, max_size=12),
    st.dictionaries(st.sampled_from(["author", "editor", "translator"]), NAMES, max_size=3),
    st.just(Place("x.bib", 1)),
)
SOURCES = st.lists(SOURCE, max_size=5).map(lambda sources: {source.key: source for source in sources})


def bibliography(text: str, lang: str = "nb") -> Bibliography:
    sources, _ = read_bibliography(text, "x.bib")
    return Bibliography({source.key: source for source in sources}, lang)


def cluster(text: str) -> Cluster:
    (found,) = find(text)
    return found.cluster


TWO = """
@book{a, author = {Lie, Ane}, title = {En}, year = {2020}}
@book{v, author = {van Manen, Max}, title = {To}, year = {1991}, url = {https://x.no/?a&b}}
@misc{o, entrysubtype = {law}, shorthand = {opplæringslova}, title = {Lov om opplæring}, year = {1998}}
"""


@given(SOURCES, st.sampled_from(["nb", "nn", "en"]))
@settings(max_examples=200, deadline=None)
def test_no_source_stops_the_formatter(sources: Mapping[str, Source], lang: str) -> None:
    known = Bibliography(sources, lang)
    for key in known.in_order(sources):
        entry = known.reference(key)
        assert not re.search(r"<(?!/?em>|a href=\"[^\"<>]*\">|/a>)", to_html(entry))
        assert to_markdown(entry) or not to_text(entry)
        assert isinstance(known.label(key), str)
        for narrative, suppress in itertools.product((True, False), repeat=2):
            single = Cluster(
                ((Citation(key, locator="s. 3", via="a", suppress_author=suppress),),), narrative
            )
            shown = to_html(known.in_text(single, sentence_start=True).runs, lambda run: run.key)
            assert not re.search(r"<(?!/?em>|a href=\"[^\"<>]*\">|/a>)", shown)


@given(SOURCES)
@settings(max_examples=100, deadline=None)
def test_order_does_not_depend_on_the_files(sources: Mapping[str, Source]) -> None:
    backwards = dict(reversed(list(sources.items())))
    one, other = Bibliography(sources), Bibliography(backwards)
    assert one.in_order(sources) == other.in_order(backwards)
    assert [one.reference(key) for key in sources] == [other.reference(key) for key in sources]


def test_citations_of_different_works_differ() -> None:
    """The published bibliography: no two works are cited by the same words (T11, T12, T20)."""
    text = (ROOT / "bib" / "plf.bib").read_text(encoding="utf-8")
    sources, _ = read_bibliography(text, "plf.bib")
    known = Bibliography({source.key: source for source in sources})
    labels = [known.label(source.key) for source in sources]
    assert len(set(labels)) == len(labels) > 100


def test_keys_nobody_knows() -> None:
    known = bibliography(TWO)
    assert known.in_order(["x", "v", "a", "v"]) == ("a", "v")
    assert known.listed(cluster("[@x; @a via @v; @o]")) == ("v", "o")
    assert known.label("x") == "x"
    with pytest.raises(KeyError):
        known.reference("x")


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(KeyError):
        Bibliography({}, "fi")


def test_start_of_a_sentence() -> None:
    known = bibliography(TWO)
    law, particle = cluster("@o [§ 6-2]"), cluster("@v")
    assert to_text(known.in_text(law).runs) == "opplæringslova (1998, § 6-2)"
    assert to_text(known.in_text(law, sentence_start=True).runs) == "Opplæringslova (1998, § 6-2)"
    assert to_text(known.in_text(particle).runs) == "van Manen (1991)"
    assert to_text(known.in_text(particle, sentence_start=True).runs) == "Van Manen (1991)"


def test_what_is_linked() -> None:
    known = bibliography(TWO)

    def shown(text: str) -> str:
        return to_html(known.in_text(cluster(text)).runs, lambda run: f"#{run.key}" if run.key else None)

    assert shown("[se @a, s. 3; jf. @v]") == (
        '(se <a href="#a">Lie, 2020, s. 3</a>; jf. <a href="#v">van Manen, 1991</a>)'
    )
    assert shown("@a [s. 3]") == '<a href="#a">Lie (2020, s. 3)</a>'
    assert shown("@a [s. 3 via @v, s. 9]") == (
        '<a href="#a">Lie</a> (2020, s. 3, sitert i <a href="#v">van Manen, 1991, s. 9</a>)'
    )
    assert shown("[@x]") == "(x)"


def test_addresses_are_linked() -> None:
    entry = to_html(bibliography(TWO).reference("v"))
    assert (
        entry
        == 'van Manen, M. (1991). <em>To</em>. <a href="https://x.no/?a&amp;b">https://x.no/?a&amp;b</a>'
    )


def test_an_address_that_is_none_is_text() -> None:
    entry = bibliography("@online{a, title = {A}, year = {2020}, url = {javascript:alert(1)}}").reference("a")
    assert "<a" not in to_html(entry)


def test_every_kind_has_a_form() -> None:
    assert set(FORMS) == set(Kind)


def test_a_large_bibliography_is_ready_soon() -> None:
    entry = (
        "@article{{k{0}, author = {{Lie{1}, Ane and Moe, Bo and By{2}, Cai}}, title = {{Om noe {0}}},\n"
        "  journal = {{Edda}}, volume = {{1}}, pages = {{1--9}}, year = {{20{3:02}}}}}\n"
    )
    text = "".join(entry.format(number, number % 300, number % 7, number % 20) for number in range(2000))
    sources, _ = read_bibliography(text, "x.bib")
    assert len(sources) == 2000
    start = time.perf_counter()
    known = Bibliography({source.key: source for source in sources})
    for source in sources[:1000]:
        to_html(known.reference(source.key))
    assert time.perf_counter() - start < 3
