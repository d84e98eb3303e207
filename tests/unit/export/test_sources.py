from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pybtex.database import parse_string

from plfkb.export.bibtex import to_bibtex
from plfkb.export.ris import to_ris
from plfkb.reading.bibtex import read_bibliography
from plfkb.reading.knowledge_base import load
from plfkb.works import Source
from tests.conftest import ROOT


def one(text: str) -> Source:
    (source,), problems = read_bibliography(text, "a.bib")
    assert problems == []
    return source


@pytest.mark.parametrize(
    ("bibtex", "lines"),
    [
        (
            "@article{a, author = {van Manen, Max and Berg, Kari}, title = {Om {PLF}}, journal = {Bedre Skole},"
            " volume = {3}, number = {2}, pages = {12--14}, year = {2020}, doi = {https://doi.org/10.1/x},"
            " langid = {norsk}}",
            ["TY  - JOUR", "AU  - van Manen, Max", "AU  - Berg, Kari", "TI  - Om PLF", "T2  - Bedre Skole", "PY  - 2020",
             "VL  - 3", "IS  - 2", "SP  - 12", "EP  - 14", "DO  - 10.1/x", "LA  - nb", "ID  - a", "ER  - "],
        ),
        (
            "@incollection{b, author = {Eng, Siv}, editor = {Dahl, Per}, title = {Kap}, booktitle = {Boka},"
            " publisher = {Forlaget}, year = {2019}, pages = {7}}",
            ["TY  - CHAP", "AU  - Eng, Siv", "A2  - Dahl, Per", "TI  - Kap", "T2  - Boka", "PY  - 2019", "SP  - 7",
             "PB  - Forlaget", "ID  - b", "ER  - "],
        ),
        (
            "@book{c, editor = {Dahl, Per}, title = {Boka}, publisher = {Forlaget}, year = {2019}}",
            ["TY  - BOOK", "AU  - Dahl, Per", "TI  - Boka", "PY  - 2019", "PB  - Forlaget", "ID  - c", "ER  - "],
        ),
        (
            "@report{d, author = {{Udir}}, title = {Planen}, institution = {{Udir}}, year = {2018}, type = {Rapport},"
            " number = {3}}",
            ["TY  - RPRT", "AU  - Udir", "TI  - Planen", "PY  - 2018", "M1  - 3", "M3  - Rapport", "PB  - Udir", "ID  - d",
             "ER  - "],
        ),
    ],
)  # fmt: skip
def test_ris(bibtex: str, lines: list[str]) -> None:
    assert to_ris(one(bibtex)).split("\r\n") == [*lines, ""]


def test_bibtex_without_our_own_fields() -> None:
    source = one(
        "@book{a,\n  title = {En {PLF}-bok},\n  x-note = {Med {klammer}, komma},\n  year = {2020},\n  x-read = {yes},\n}"
    )
    assert to_bibtex(source) == "@book{a,\n  title = {En {PLF}-bok},\n  year = {2020},\n}\n"


def test_every_work_of_the_bibliography_reads_back_by_another_reader() -> None:
    for source in load(ROOT).sources.values():
        text = to_bibtex(source)
        assert "x-" not in text.replace("x-ed", "")
        (entry,) = parse_string(text, "bibtex").entries.values()
        assert entry.key == source.key
        assert set(map(str.lower, entry.fields)) <= set(source.fields)
        assert to_ris(source).startswith("TY  - ")


@given(st.text(alphabet='abc{}",=\n x-', max_size=60))
def test_nothing_stops_the_bibtex_writer(text: str) -> None:
    from plfkb.errors import Place

    to_bibtex(Source("k", "book", {}, {}, Place("a.bib", 1), raw=text))
