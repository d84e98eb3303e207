"""Places, dates, editions and names one by one."""

from __future__ import annotations

import pytest

from plfkb.errors import Place
from plfkb.norwegian.words import words_for
from plfkb.references.dates import Date, parse_date, read_date, retrieved, year_of
from plfkb.references.editions import edition
from plfkb.references.entry import list_entry
from plfkb.references.locators import format_locator, is_labelled, page_range
from plfkb.references.names import author_list, contributor_list, inverted, upright
from plfkb.references.runs import to_html
from plfkb.references.series import designation
from plfkb.references.work import read_work
from plfkb.works import Name, Names, Source
from tests.conftest import cases, ids

NB, NN, EN = words_for("nb"), words_for("nn"), words_for("en")


def source(kind: str = "book", **fields: str) -> Source:
    return Source("k", kind, fields, {}, Place("x.bib", 1))


@pytest.mark.parametrize("row", cases("locators"), ids=ids)
def test_place(row: dict[str, str]) -> None:
    assert format_locator(row["written"], NB) == row["nb"]
    assert format_locator(row["written"], EN) == row["en"]
    assert format_locator(row["nb"], NB) == row["nb"]


def test_labels_need_a_number() -> None:
    assert is_labelled("s. 3")
    assert is_labelled("§6-2")
    assert not is_labelled("skoler 3")
    assert not is_labelled("3")


@pytest.mark.parametrize(
    ("written", "printed"), [("37-44", "37–44"), ("37--44", "37–44"), ("7", "7"), ("2-4, 8-9", "2–4, 8–9")]
)
def test_pages(written: str, printed: str) -> None:
    assert page_range(written) == printed


@pytest.mark.parametrize(
    ("fields", "date"),
    [
        ({"year": "2020"}, Date("2020")),
        ({"date": "2016-01-11"}, Date("2016", 1, 11)),
        ({"date": "2006-02"}, Date("2006", 2)),
        ({"year": "2006", "month": "2"}, Date("2006", 2)),
        ({"year": "2006", "month": "March", "day": "4"}, Date("2006", 3, 4)),
        ({"year": "2006", "month": "4. mai"}, Date("2006", 5, 4)),
        ({"year": "u.å."}, Date()),
        ({"year": "n.d."}, Date()),
        ({}, Date()),
        ({"pubstate": "inpress"}, Date(in_press=True)),
        ({"year": "i trykk"}, Date(in_press=True)),
        ({"date": "1996/1998"}, Date("1996–1998")),
        ({"date": "2019/"}, Date("2019–")),
        ({"year": "2012-2013"}, Date("2012–2013")),
        ({"date": "2016-13-40"}, Date("2016")),
        ({"year": "ca. 1850"}, Date("ca. 1850")),
        ({"date": "2020?"}, Date("2020")),
    ],
)
def test_date(fields: dict[str, str], date: Date) -> None:
    assert read_date(source(**fields)) == date


@pytest.mark.parametrize(
    ("fields", "year"),
    [
        ({"year": "2019", "date": "2020-03"}, "2020"),
        ({"date": "1996/1998"}, "1996"),
        ({"year": "ca. 1850"}, "1850"),
        ({"year": "u.å."}, ""),
        ({"year": "2020", "pubstate": "inpress"}, ""),
        ({}, ""),
    ],
)
def test_one_year_for_lists_and_exports(fields: dict[str, str], year: str) -> None:
    assert year_of(source(**fields)) == year


def test_dates_in_words() -> None:
    day = parse_date("2020-10-01")
    assert [retrieved(day, words) for words in (NB, NN, EN)] == [
        "Hentet 1. oktober 2020 fra",
        "Henta 1. oktober 2020 frå",
        "Retrieved October 1, 2020, from",
    ]
    assert Date("2022", 1, 10).full_text(NB, "a") == "2022a, 10. januar"
    assert Date("2022", 1, 10).full_text(EN) == "2022, January 10"
    assert Date("2006", 2).full_text(NB) == "2006, februar"
    assert (Date().year_text(NB, "a"), Date(in_press=True).year_text(NB)) == ("u.å.-a", "i trykk")


@pytest.mark.parametrize(
    ("written", "nb", "en"),
    [
        *[(text, "", "") for text in ("1", "1.", "1st", "First", "1. utg.", "første", "")],
        *[
            (text, "2. utg.", "2nd ed.")
            for text in ("2", "2.", "2nd", "Second", "2. utg.", "2nd ed.", "andre", "annen utgave")
        ],
        ("3rd edition", "3. utg.", "3rd ed."),
        ("Fourth", "4. utg.", "4th ed."),
        ("11", "11. utg.", "11th ed."),
        ("22", "22. utg.", "22nd ed."),
        ("Rev. utg.", "Rev. utg.", "Rev. ed."),
        ("Revised edition", "Rev. utg.", "Rev. ed."),
        ("Jubileumsutgave", "Jubileumsutgave", "Jubileumsutgave"),
    ],
)
def test_edition(written: str, nb: str, en: str) -> None:
    assert (edition(written, NB), edition(written, EN)) == (nb, en)


@pytest.mark.parametrize(
    ("name", "first", "later"),
    [
        (Name("Hansen", ("Bente", "P.")), "Hansen, B. P.", "B. P. Hansen"),
        (Name("Wennergren", ("Ann-Christine",)), "Wennergren, A.-C.", "A.-C. Wennergren"),
        (Name("Vasseljen", ("Nina", "Aa.")), "Vasseljen, N. Aa.", "N. Aa. Vasseljen"),
        (Name("O'Connor", ("M.T.",)), "O'Connor, M. T.", "M. T. O'Connor"),
        (Name("Salvanes", ("KG",)), "Salvanes, K. G.", "K. G. Salvanes"),
        (Name("Ødegård", ("Åse", "Marie")), "Ødegård, Å. M.", "Å. M. Ødegård"),
        (Name("Manen", ("Max",), "van"), "van Manen, M.", "M. van Manen"),
        (Name("Ortue", ("Anne",), "d'"), "d'Ortue, A.", "A. d'Ortue"),
        (Name("King", ("Martin", "Luther"), suffix="Jr."), "King, M. L., Jr.", "M. L. King, Jr."),
        (Name("Barne- og likestillingsdepartementet", organisation=True),)
        + ("Barne- og likestillingsdepartementet",) * 2,
        (Name("Platon"), "Platon", "Platon"),
    ],
)
def test_name(name: Name, first: str, later: str) -> None:
    assert (inverted(name), upright(name)) == (first, later)


def people(count: int) -> Names:
    return Names(tuple(Name(f"N{number}", ("A.",)) for number in range(1, count + 1)))


def test_lists_of_names() -> None:
    assert author_list(people(2), NB) == "N1, A. & N2, A."
    assert author_list(people(3), EN) == "N1, A., N2, A., & N3, A."
    assert author_list(people(20), NB).endswith("N19, A. & N20, A.")
    assert author_list(people(21), NB).endswith("N18, A., N19, A., … N21, A.")
    assert author_list(Names(people(2).names, others=True), NB) == "N1, A., N2, A. et al."
    assert contributor_list(people(2), EN) == "A. N1 & A. N2"
    assert contributor_list(people(3), EN) == "A. N1, A. N2, & A. N3"
    assert contributor_list(people(3), NB) == "A. N1, A. N2 & A. N3"


@pytest.mark.parametrize(
    ("fields", "label"),
    [
        ({"type": "NOU 2016:16"}, "NOU 2016: 16"),
        ({"type": "NOU", "number": "2015:8"}, "NOU 2015: 8"),
        ({"type": "NOU", "number": "8", "year": "2015"}, "NOU 2015: 8"),
        ({"type": "Norges offentlige utredninger", "number": "2015: 8"}, "NOU 2015: 8"),
        ({"type": "Meld. St. 28 (2015–2016)"}, "Meld. St. 28 (2015–2016)"),
        ({"type": "Meld.\u00a0St.", "number": "28 (2015-2016)"}, "Meld. St. 28 (2015–2016)"),
        ({"type": "Melding til Stortinget", "number": "28 (2015--2016)"}, "Meld. St. 28 (2015–2016)"),
        ({"type": "Meld. St.", "number": "Meld. St. 28 (2015-2016)"}, "Meld. St. 28 (2015–2016)"),
        ({"type": "St.meld.", "number": "31 (2007-2008)"}, "St.meld. nr. 31 (2007–2008)"),
        ({"type": "Prop.", "number": "57 L (2022-2023)"}, "Prop. 57 L (2022–2023)"),
        ({"type": "Innst. 432 S (2015-2016)"}, "Innst. 432 S (2015–2016)"),
        ({"type": "Meld. St. 5 (2019-2020)", "shorthand": "Meld. St. 5"}, "Meld. St. 5"),
    ],
)
def test_designation(fields: dict[str, str], label: str) -> None:
    assert designation(source("report", **fields)) == label


@pytest.mark.parametrize(
    ("langid", "title", "printed"),
    [
        ("english", "Learning", '<em lang="en">Learning</em>'),
        ("Nynorsk", "Læring", '<em lang="nn">Læring</em>'),
        ("se", "Oahppan", '<em lang="se">Oahppan</em>'),
        ("norsk", "Læring", "<em>Læring</em>"),
        ("", "Læring", "<em>Læring</em>"),
        ("klingonsk tale", "Qul", "<em>Qul</em>"),
        ("english", "[Learning]", "[Learning]"),
    ],
)
def test_a_title_says_its_language_where_that_is_not_the_language_of_the_list(
    langid: str, title: str, printed: str
) -> None:
    shown = to_html(list_entry(read_work(source(langid=langid, title=title, edition="2")), "", NB))
    assert shown.startswith(f"{printed} (2. utg.). ")
