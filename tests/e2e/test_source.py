"""``plfkb source add``: BibTeX, RIS and fields into the bibliography, with a key as the others have."""

from __future__ import annotations

from pathlib import Path

import pytest

from plfkb.reading.knowledge_base import load
from plfkb.works import Source
from tests.conftest import MakeFiles
from tests.e2e.commands import FILES, contents, rules, run

SCHOLAR = """@article{vescio2008review,
  title={A review of research on the impact of professional learning communities},
  author={Vescio, Vicki and Ross, Dorene and Adams, Alyson},
  journal={Teaching and teacher education},
  volume={24},
  number={1},
  pages={80--91},
  year={2008},
  publisher={Elsevier}
}
"""
RIS = """TY  - JOUR\r
AU  - Stoll, Louise\r
AU  - OECD\r
TI  - Læring & 100 % {tillit}: Et_ord\r
T2  - Journal of Educational Change\r
PY  - 2006/12/01\r
VL  - 7\r
IS  - 4\r
SP  - 221\r
EP  - 258\r
DO  - https://doi.org/10.1007/S10833-006-0001-8\r
UR  - https://doi.org/10.1007/s10833-006-0001-8\r
AB  - Et langt sammendrag.\r
ER  - \r
"""


@pytest.fixture
def root(make_files: MakeFiles) -> Path:
    return make_files(FILES)


def added(root: Path, key: str) -> Source:
    return load(root).sources[key]


def test_bibtex_from_google_scholar(root: Path, tmp_path: Path) -> None:
    file = tmp_path / "scholar.txt"
    file.write_text(SCHOLAR, encoding="utf-8")
    before = rules(root)
    result = run(root, "source", "add", str(file))
    assert result.exit_code == 0, result.output
    assert "[@vescio2008review, s. 12]" in result.output
    assert rules(root) == before
    text = (root / "bib/a.bib").read_text(encoding="utf-8")
    assert text.startswith(
        FILES["bib/a.bib"] + "\n@article{vescio2008review,\n  author          = {Vescio, Vicki and"
    )
    assert text.endswith("  year            = {2008},\n}\n")


def test_ris_from_standard_input(root: Path) -> None:
    result = run(root, "source", "add", "-", told=RIS)
    assert result.exit_code == 0, result.output
    source = added(root, "stoll2006laering")
    assert source.type == "article"
    assert dict(source.fields) == {
        "title": "Læring & 100 % {tillit}: Et_ord",
        "journal": "Journal of Educational Change",
        "year": "2006",
        "volume": "7",
        "number": "4",
        "pages": "221–258",
        "doi": "10.1007/s10833-006-0001-8",
    }
    stoll, oecd = source.names["author"].names
    assert (stoll.family, stoll.given, oecd.family, oecd.organisation) == ("Stoll", ("Louise",), "OECD", True)


@pytest.mark.parametrize(
    ("written", "type_", "fields"),
    [
        ("TY  - BOOK\nAU  - Ås, Åse\nTI  - Bok\nPY  - 2001\nPB  - F\nCY  - Oslo\nSN  - 978-82-450-2100-4\nER  - \n", "book",
         {"publisher": "F", "address": "Oslo", "isbn": "978-82-450-2100-4"}),
        ("TY  - CHAP\nAU  - Ås, Åse\nA2  - Li, Bo\nTI  - Kapittel\nT2  - Boka\nPY  - 2001\nSP  - 1\nEP  - 9\nER  - \n",
         "incollection", {"booktitle": "Boka", "pages": "1–9"}),
        ("TY  - THES\nAU  - Ås, Åse\nTI  - Avhandling\nPY  - 2001\nPB  - UiO\nER  - \n", "phdthesis", {"school": "UiO"}),
        ("TY  - ELEC\nAU  - Ås, Åse\nTI  - Side\nPY  - 2001\nUR  - https://a.no/x_y\nER  - \n", "online",
         {"url": "https://a.no/x_y"}),
        ("TY  - EDBOOK\nED  - Li, Bo\nTI  - Samling\nPY  - 2001\nPB  - F\nER  - \n", "collection", {"publisher": "F"}),
        ("TY  - XYZ\nT1  - Noe annet\nA1  - Ås, Åse\nY1  - 2001\nER  - \n", "misc", {"year": "2001"}),
    ],
)  # fmt: skip
def test_types_of_ris(root: Path, written: str, type_: str, fields: dict[str, str]) -> None:
    result = run(root, "source", "add", "-", told=written)
    assert result.exit_code == 0, result.output
    (source,) = (source for key, source in load(root).sources.items() if key != "lest2020")
    assert source.type == type_
    assert fields.items() <= dict(source.fields).items()
    assert source.names.keys() & {"author", "editor"}


def test_fields_as_options(root: Path) -> None:
    result = run(
        root, "source", "add", "--type", "incollection", "--author", "Irgens, Eirik", "--author", "Li, Bo",
        "--organisation", "Udir", "--editor", "Ås, Åse", "--title", "Rom for læring", "--booktitle", "Lærende skoler",
        "--year", "2010", "--pages", "125-145", "--publisher", "F{}", "--field", "isbn=978-82-450-2100-4", "--read",
    )  # fmt: skip
    assert result.exit_code == 0, result.output
    source = added(root, "irgens2010rom")
    assert [name.family for name in source.names["author"].names] == ["Irgens", "Li", "Udir"]
    assert source.get("pages") == "125–145"
    assert source.read


def test_it_asks_when_it_is_told_nothing(root: Path) -> None:
    told = "\nHjertø, Kjell B.; OECD\nTeam\n2017\nFagbokforlaget\n\n\n"
    result = run(root, "source", "add", told=told)
    assert result.exit_code == 0, result.output
    source = added(root, "hjerto2017team")
    assert (source.type, source.get("publisher"), len(source.names["author"].names)) == (
        "book",
        "Fagbokforlaget",
        2,
    )


def test_the_place_in_a_sorted_file(root: Path) -> None:
    for number, title in enumerate(("Zulu", "Alfa", "Midt")):
        run(
            root, "source", "add", "--author", f"{title}, A", "--title", f"{title} {number}", "--year", "2001"
        )
    assert list(load(root).sources) == ["alfa2001alfa", "lest2020", "midt2001midt", "zulu2001zulu"]
    text = (root / "bib/a.bib").read_text(encoding="utf-8")
    assert "\n\n\n" not in text
    assert text.count("}\n\n@") == 3


def test_several_works_at_once_get_different_keys(root: Path) -> None:
    two = "".join(
        f"@book{{x{n}, author = {{Ås, Åse}}, title = {{Læring {n}}}, year = {{2001}}}}\n" for n in "ab"
    )
    assert run(root, "source", "add", "-", told=two).exit_code == 0
    assert {"as2001laering", "as2001laeringb"} <= load(root).sources.keys()


@pytest.mark.parametrize("book_first", [True, False])
def test_a_chapter_comes_with_its_book_and_the_book_with_a_new_key(root: Path, book_first: bool) -> None:
    book = "@collection{bok, editor = {Ås, Åse}, title = {Boka}, year = {2001}, publisher = {Forlaget}}\n"
    chapter = "@incollection{kap, author = {Li, Bo}, title = {Delen}, crossref = {bok}, pages = {1--9}}\n"
    result = run(root, "source", "add", "-", told=book + chapter if book_first else chapter + book)
    assert result.exit_code == 0, result.output
    found = added(root, "li2001delen")
    assert (found.get("booktitle"), found.get("crossref")) == ("Boka", "as2001boka")
    assert "bib-crossref-mangler" not in rules(root)


def test_a_work_may_refer_to_one_that_is_there(root: Path) -> None:
    chapter = (
        "@incollection{kap, author = {Li, Bo}, title = {Delen}, crossref = {lest2020}, pages = {1--9}}\n"
    )
    known = "@book{kjent, author = {Li, Bo}, title = {Kjent}, year = {1990}, x-known-through = {lest2020}}\n"
    result = run(root, "source", "add", "-", told=chapter + known)
    assert result.exit_code == 0, result.output
    assert "verk-ukjent-kjennskap" not in result.output
    assert added(root, "li2020delen").get("booktitle") == "Lest"


def test_a_knowledge_base_without_bibliography_gets_one(root: Path) -> None:
    (root / "bib/a.bib").unlink()
    assert (
        run(root, "source", "add", "--title", "Team", "--author", "Li, Bo", "--year", "2001").exit_code == 0
    )
    assert (root / "bib/kilder.bib").read_text().startswith("@book{li2001team,\n")


def test_dry_run_shows_and_does_nothing(root: Path) -> None:
    before = contents(root)
    result = run(root, "source", "add", "--dry-run", "-", told=SCHOLAR)
    assert "+@article{vescio2008review,\n" in result.output
    assert contents(root) == before


LEST = "@book{ny, author = {Berg, Kari}, title = {Lest}, year = {2020}}"


@pytest.mark.parametrize(
    ("arguments", "told", "says"),
    [
        (["-"], LEST, "finnes fra før: «lest2020» (bib/a.bib:1)"),
        (["-"], SCHOLAR + SCHOLAR, "finnes fra før: «vescio2008review»"),
        (["-"], "Stoll, L. (2006). Professional learning communities.", "verken BibTeX eller RIS"),
        (["-"], "", "verken BibTeX eller RIS"),
        (["-"], "@article{a2020, title = {A} year = {2020}}", "bib-mangler-komma"),
        (["-"], RIS.replace("ER  - ", ""), "verken BibTeX eller RIS"),
        (["-"], "@article{a2020, author = {A, B}, year = {2020}}", "ingen tittel"),
        (["-"], "@article{a2020, title = {A}, author = {Li, Bo og Ås, Åse}, year = {2020}}", "bib-navn-skilletegn"),
        (["-"], b"\n@book{a2020, title = {L\xe6ring}}", "standard inn:2: fila er ikke lagret som UTF-8"),
        (["nei.bib"], None, "nei.bib kan ikke leses: den finnes ikke"),
        (["-"], "@book{a2020,\n title = {A},\n Title = {B}}", "standard inn:3: bib-dobbelt-felt"),
        (["-"], "@book{a, title = {A}}\n@book{b, year = {2020}}", "«b» på linje 2: kilden har ingen tittel"),
        (["-"], "@book{a, title = {A}, crossref = {nei}}", "bib-crossref-mangler"),
        (["nei.bib", "--title", "A"], None, "ikke begge deler"),
        (["--title", "A", "--key", "lest2020"], None, "opptatt"),
        (["--title", "A", "--key", "æ ø"], None, "kan ikke brukes"),
        (["--title", "A", "--key", "a}{b"], None, "kan ikke brukes"),
        (["--title", "A", "--field", "isbn"], None, "NAVN=VERDI"),
        (["--title", "A", "--field", "språk=norsk"], None, "NAVN=VERDI"),
        (["--title", "A", "--into", "../a.bib"], None, "--into"),
        (["--author", "Li, Bo"], None, "ingen tittel"),
        (["--title", "A", "--type", "boka"], None, "boka"),
        (["-", "--key", "ab"], LEST.replace("Lest", "A") + LEST.replace("Lest", "B"), "--key passer til én kilde"),
        ([], "book\n", "Forfattere"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_and_nothing_written(
    root: Path, arguments: list[str], told: str | bytes | None, says: str
) -> None:
    before = contents(root)
    result = run(root, "source", "add", *arguments, told=told)
    assert result.exit_code in (1, 2)
    assert says in result.output
    assert contents(root) == before


def test_a_bibliography_that_cannot_be_read_is_left_alone(root: Path) -> None:
    (root / "bib/a.bib").write_bytes(b"@book{a2020, title = {L\xe6ring}}")
    result = run(root, "source", "add", "--title", "A", "--into", "bib/a.bib")
    assert result.exit_code == 1
    assert "kan ikke leses" in result.output


def test_which_file_is_asked_for_when_there_are_several(root: Path) -> None:
    (root / "bib/b.bib").write_text("", encoding="utf-8")
    result = run(root, "source", "add", "--title", "A")
    assert result.exit_code == 2
    assert "bib/a.bib, bib/b.bib" in result.output
    assert run(root, "source", "add", "--title", "A", "--into", "bib/b.bib").exit_code == 0
