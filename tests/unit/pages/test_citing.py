"""«Siter denne siden»: what a page says of itself, read back by programs that are not ours."""

from __future__ import annotations

import json
from datetime import date

import pytest
import rispy
from bibtexparser.entrypoint import parse_string as parse_bibtex
from pybtex.database import parse_string

from plfkb.export.publication import Publication
from plfkb.model import Credit
from plfkb.pages.citing import Citing, author_names, citing
from plfkb.pages.page import Page, PageKind
from plfkb.reading.bibtex import read_bibliography
from plfkb.works import Name

SITE = Publication("PLF-basen", "https://plf.example/")
DAY = date(2026, 3, 7)


def cited(
    title: str = "Team", authors: tuple[str, ...] = (), day: date | None = DAY, site: Publication = SITE
) -> Citing:
    made = citing(
        site,
        Page(PageKind.CONCEPT, "begrep/team/", "team", title),
        Credit(authors, updated=day),
        "PLF-basen",
    )
    assert made is not None
    return made


def text(made: Citing, name: str) -> str:
    return next(copy.text for copy in made.copies if copy.name == name)


@pytest.mark.parametrize(
    ("authors", "day", "reference"),
    [
        ((), DAY, "PLF-basen. (2026, 7. mars). <em>Team</em>. "),
        ((), None, "PLF-basen. (u.å.). <em>Team</em>. "),
        (("Kari Nordmann",), DAY, "Nordmann, K. (2026, 7. mars). <em>Team</em>. PLF-basen. "),
        (
            ("Max van Manen", "Ola Li", "PLF-basen"),
            DAY,
            "van Manen, M., Li, O. &amp; PLF-basen. (2026, 7. mars). <em>Team</em>. ",
        ),
        (
            ("{Universitetet i Oslo}",),
            DAY,
            "Universitetet i Oslo. (2026, 7. mars). <em>Team</em>. PLF-basen. ",
        ),
    ],
)
def test_the_reference_is_norwegian_apa(authors: tuple[str, ...], day: date | None, reference: str) -> None:
    link = '<a href="https://plf.example/begrep/team/">https://plf.example/begrep/team/</a>'
    assert cited(authors=authors, day=day).reference == reference + link


def test_a_site_without_an_address_has_nothing_to_cite() -> None:
    page = Page(PageKind.CONCEPT, "begrep/team/", "team", "Team")
    assert citing(Publication("PLF-basen"), page, Credit(), "PLF-basen") is None


def test_the_first_publication_counts_when_nothing_has_changed() -> None:
    page = Page(PageKind.CONCEPT, "begrep/team/", "team", "Team")
    made = citing(SITE, page, Credit(created=DAY), "PLF-basen")
    assert made is not None
    assert "(2026, 7. mars)" in made.reference


@pytest.mark.parametrize(
    "title",
    [
        "Team",
        "Å lære: «hva» & hvorfor?",
        'Et "sitat" og <b>tegn</b>',
        r"50 % av $x_1$ # {klammer} ~ ^ \komando",
        "Halv } klamme",
        "Ærlig talt, {alt} er 'sagt'",
    ],
)
def test_titles_survive_every_format(title: str) -> None:
    made = cited(title)
    (ours,), problems = read_bibliography(text(made, "BibTeX"), "a.bib")
    assert problems == []
    assert ours.get("title") == title
    (theirs,) = parse_string(text(made, "BibTeX"), "bibtex").entries.values()
    assert theirs.persons["author"][0].last_names == ["{PLF-basen}"]
    (other,) = parse_bibtex(text(made, "BibTeX")).entries
    assert (other.entry_type, other.key, other["year"]) == ("online", "plf-basen-begrep-team", "2026")
    (record,) = rispy.loads(text(made, "RIS"))
    assert (record["title"], record["authors"]) == (title, ["PLF-basen"])
    assert (record["year"], record["date"]) == ("2026", "2026/03/07")
    (item,) = json.loads(text(made, "CSL-JSON"))
    assert (item["title"], item["issued"]) == (title, {"date-parts": [[2026, 3, 7]]})


def test_emphasis_in_a_title_is_no_part_of_it_where_there_is_no_markup() -> None:
    made = cited("Om *praxis* i skolen")
    assert "<em>Om </em>praxis<em> i skolen</em>" in made.reference
    assert "TI  - Om praxis i skolen\n" in text(made, "RIS")
    (item,) = json.loads(text(made, "CSL-JSON"))
    assert item["title"] == "Om praxis i skolen"


def test_names_in_every_format() -> None:
    made = cited(authors=("Max van Manen", "{Universitetet i Oslo}"))
    (record,) = rispy.loads(text(made, "RIS"))
    assert record["authors"] == ["van Manen, Max", "Universitetet i Oslo"]
    (item,) = json.loads(text(made, "CSL-JSON"))
    assert item["author"] == [
        {"family": "Manen", "given": "Max", "non-dropping-particle": "van"},
        {"literal": "Universitetet i Oslo"},
    ]
    (ours,), _ = read_bibliography(text(made, "BibTeX"), "a.bib")
    assert ours.names["author"].names == (
        Name("Manen", ("Max",), "van"),
        Name("Universitetet i Oslo", organisation=True),
    )


def test_nobody_signed() -> None:
    assert author_names((), "Kunnskapsbasen i Oslo").names == (
        Name("Kunnskapsbasen i Oslo", organisation=True),
    )
