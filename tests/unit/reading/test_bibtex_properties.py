from __future__ import annotations

import random
import re
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from plfkb.reading.bibtex import LOSING, read_bibliographies, read_bibliography
from plfkb.reading.latex import decode, decode_address
from plfkb.reading.names import read_names

OWN = (Path(__file__).parents[3] / "bib/plf.bib").read_text(encoding="utf-8")
OWN_ENTRIES = re.findall(r"^@[\s\S]*?^\}$", OWN, re.MULTILINE)
START = re.compile(r"^[ \t]*@[A-Za-z]+\s*[{(]", re.MULTILINE)

PIECES = [
    "@book{a,", "@article(b,", "@string{", "@comment{", "@preamble{", "@", "{", "}", "(", ")", '"', ",", "=", "#", "%",
    "\n", " ", "\\", "\\emph{", '\\"', "\\'", "~", "--", "title", "author", "author = {", "crossref = {a}", "jan", "12",
    "and", " and ", " og ", "others", "Hansen, Kari", "van der", "et al.", "å", "a\u030a", "\ufeff", "\r\n", "\x00",
]  # fmt: skip
NOISE = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=40).map("".join))


def assert_counted(text: str, starts: int) -> None:
    """Every «@type{» is read, or lost with one complaint that says so and stands near it."""
    sources, problems = read_bibliography(text, "f.bib")
    lost = [problem for problem in problems if problem.rule in LOSING]
    assert len(sources) + len(lost) == starts, [str(problem) for problem in lost]


@given(NOISE)
def test_any_text_is_read_without_an_exception(text: str) -> None:
    sources, problems = read_bibliography(text, "f.bib")
    for problem in problems:
        assert problem.message
        assert problem.remedy
        assert 1 <= problem.place.line <= text.count("\n") + text.count("\r") + 1
    assert len({source.key.lower() for source in sources}) == len(sources)


@given(st.lists(NOISE, max_size=3))
def test_any_files_are_read_without_an_exception(texts: list[str]) -> None:
    sources, _ = read_bibliographies([(f"{number}.bib", text) for number, text in enumerate(texts)])
    assert all(key == source.key for key, source in sources.items())


@given(NOISE)
def test_nothing_at_the_start_of_a_line_is_lost(text: str) -> None:
    """More may be read than stands at the start of lines, never less."""
    sources, problems = read_bibliography(text, "f.bib")
    heads = [match.group().split("@")[1].rstrip("{( \t\n").lower() for match in START.finditer(text)]
    starts = sum(head not in ("string", "comment", "preamble") for head in heads)
    assert len(sources) + sum(problem.rule in LOSING for problem in problems) >= starts


@given(NOISE)
def test_decoding_never_fails(text: str) -> None:
    assert decode(text).text == decode(text).text.strip(" ")
    decode_address(text)


@given(st.one_of(NOISE, st.text("Aab ,{}\\'\"~.&;", max_size=20)))
def test_names_never_fail(text: str) -> None:
    for name in read_names(text).names.names:
        assert name.family


@given(
    st.text(st.characters(exclude_characters="\\{}~%-`'\n\r\t\f\v", exclude_categories=["Cs"]), max_size=50)
)
def test_plain_text_stays_as_it_is(text: str) -> None:
    assert decode(text).text == re.sub(" +", " ", text).strip(" ")


@settings(deadline=None, max_examples=300)
@given(st.data())
def test_a_slip_of_the_pen_loses_at_most_its_own_entry(data: st.DataObject) -> None:
    """Delete or insert a brace, comma or quotation mark in one entry: the others are read as before."""
    first = data.draw(st.integers(0, len(OWN_ENTRIES) - 3))
    entries = OWN_ENTRIES[first : first + 3]
    hurt = entries[1]
    inside = hurt.index("{") + 1
    if data.draw(st.booleans()):
        places = [match.start() for match in re.finditer(r'[{},"]', hurt[inside:])]
        place = inside + data.draw(st.sampled_from(places))
        hurt = hurt[:place] + hurt[place + 1 :]
    else:
        place = data.draw(st.integers(inside, len(hurt)))
        hurt = hurt[:place] + data.draw(st.sampled_from('{},"')) + hurt[place:]
    text = "\n\n".join([entries[0], hurt, entries[2]])
    assert_counted(text, 3)
    sources, _ = read_bibliography(text, "f.bib")
    whole, _ = read_bibliography("\n\n".join(entries), "f.bib")
    assert {whole[0].key, whole[2].key} <= {source.key for source in sources}


def test_many_slips_in_the_whole_bibliography() -> None:
    """The count holds for the whole file, however many signs are missing or too many in it."""
    rng = random.Random(1)
    starts = len(OWN_ENTRIES)
    heads = {match.end() - 1 for match in re.finditer(r"^@\w+\{", OWN, re.MULTILINE)}
    signs = [match.start() for match in re.finditer(r'[{},"]', OWN) if match.start() not in heads]
    for slips in (1, 1, 1, 2, 3, 5, 10, 30, 100, 300):
        text = list(OWN)
        for place in rng.sample(signs, slips):
            text[place] = "" if rng.random() < 0.5 else text[place] + rng.choice('{},"')
        assert_counted("".join(text), starts)
