"""Tables of concepts as people make them."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plfkb.importing.draft import UnreadableListError
from plfkb.importing.tables import NAMES, read_table


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_the_delimiter_is_found(delimiter: str) -> None:
    text = delimiter.join(("Term", "Definisjon")) + "\n" + delimiter.join(("team", "En gruppe.")) + "\n"
    (draft,) = read_table(text)
    assert (draft.term, draft.definition, draft.where) == ("team", "En gruppe.", "linje 2")


def test_cells_with_several_values_and_lines() -> None:
    text = '\ufeffid;term;også kalt;beslektet;merknad\r\nx;team;"lag | gruppe";"a\nb";"Første.\n\nAndre."\r\n;;;;\r\n'
    (draft,) = read_table(text)
    assert draft.also == ("lag", "gruppe")
    assert draft.relations["related"] == ("a", "b")
    assert draft.note == "Første.\n\nAndre."


def test_a_sign_that_keeps_a_cell_from_being_a_formula_is_dropped() -> None:
    (draft,) = read_table("term;definisjon\n'-ing;'hermetegn'\n")
    assert (draft.term, draft.definition) == ("-ing", "'hermetegn'")


@pytest.mark.parametrize("text", ["", "navnet;forklaring\nteam;x\n", "\n\n"])
def test_a_table_without_terms_is_refused(text: str) -> None:
    with pytest.raises(UnreadableListError, match="term"):
        read_table(text)


def test_a_row_is_where_it_begins_and_only_line_feeds_end_it() -> None:
    one, two = read_table('term;definisjon\r\n"a\r\nb";x\u2028y\r\nto;5" skjerm;\r\n')
    assert (one.where, one.definition) == ("linje 2", "x y")
    assert (two.where, two.definition) == ("linje 4", '5" skjerm')


def test_no_name_of_a_column_means_two_things() -> None:
    names = [name for group in NAMES.values() for name in group]
    assert len(names) == len(set(names))


@given(st.text(max_size=200))
def test_no_table_stops_the_reader(text: str) -> None:
    with contextlib.suppress(UnreadableListError):
        assert all("\n" not in draft.term for draft in read_table(f"term;id\n{text}"))
