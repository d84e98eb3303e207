"""The preview: an error never stops it, and its complaint stands on the page that it concerns."""

from __future__ import annotations

from pathlib import Path

import markdown
import pytest

from plfkb.checks.run import check
from plfkb.errors import Place, Problem
from plfkb.interface.texts import texts_for
from plfkb.markdown.extension import PlfkbExtension
from plfkb.model import KnowledgeBase
from plfkb.preview.complaints import Box, Complaints, complaints
from plfkb.preview.kept import with_last_good
from plfkb.reading.knowledge_base import load
from plfkb.site import Site
from tests.unit.test_mistakes import BASE as MISTAKE_BASE
from tests.unit.test_mistakes import FOLDER, MISTAKES
from tests.unit.test_rule_examples import CASES, side

WHOLE = "---\nterm: team\ntype: begrep\ntheme: t\ndefinition: Et team [@berg2020].\n---\n\nTekst.\n"
OTHER = WHOLE.replace("term: team", "term: lag").replace("Et team", "Et lag")
BIB = "@book{berg2020, author = {Berg, Kari}, title = {A}, publisher = {F}, year = {2020}}\n"
FILES = {
    "concepts/temaer.yml": "t: {label: Samarbeid, about: Om.}\n",
    "concepts/team.md": WHOLE,
    "concepts/lag.md": OTHER,
    "bib/a.bib": BIB,
    "docs/index.md": "# Forside\n",
}


def write(root: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")


def made(kb: KnowledgeBase) -> Site:
    """Every page of a knowledge base, made as the engine makes them."""
    site = Site(kb, texts_for("nb", site="Prøve"))
    for page in site.pages.values():
        rendering = site.begin(page)
        site.collect(
            page,
            rendering,
            markdown.markdown(page.markdown, extensions=[PlfkbExtension(rendering=rendering)]),
        )
    for address in site.pages:
        assert site.article(address).html
    assert site.files
    assert site.finished
    return site


@pytest.mark.parametrize("rule", CASES)
def test_no_error_stops_the_preview(rule: str, tmp_path: Path) -> None:
    for path, text in side(rule, "wrong").files.items():
        if text is not None:
            target = tmp_path / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(text if isinstance(text, bytes) else text.encode())
    kb = load(tmp_path)
    site = made(kb)
    problems = check(kb)
    found = complaints(kb, problems, site.titles)
    box = Box(texts_for("nb", site="Prøve"))
    told = "".join(box.html(found, address) for address in found.by_page)
    assert [item.rule for item in problems if item.severity.name != "INFO" and item.rule not in told] == []


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: str(mistake["file"]))
def test_no_mistake_stops_the_preview(mistake: dict[str, object], tmp_path: Path) -> None:
    write(tmp_path, MISTAKE_BASE)
    (tmp_path / str(mistake["path"])).write_bytes((FOLDER / str(mistake["file"])).read_bytes())
    made(load(tmp_path))


def test_what_cannot_be_read_stays_as_it_was(tmp_path: Path) -> None:
    write(tmp_path, FILES)
    before = load(tmp_path)
    write(tmp_path, {"concepts/lag.md": OTHER.replace("---\nterm", "term")})
    kb = with_last_good(load(tmp_path), before)
    assert list(kb.concepts.items()) == list(before.concepts.items())
    assert with_last_good(load(tmp_path), None).concepts.keys() == {"team"}


def test_what_is_deleted_does_not_stay(tmp_path: Path) -> None:
    write(tmp_path, FILES)
    before = load(tmp_path)
    (tmp_path / "concepts/lag.md").unlink()
    assert with_last_good(load(tmp_path), before).concepts.keys() == {"team"}


@pytest.mark.parametrize(
    ("path", "line", "address"),
    [
        ("concepts/team.md", 3, "begrep/team/"),
        ("concepts/uleselig.md", 1, "begrep/uleselig/"),
        ("docs/index.md", 1, ""),
        ("docs/om/index.md", 1, "om/"),
        ("bib/a.bib", 1, "kilde/berg2020/"),
        ("bib/a.bib", 4, "kilde/dahl2010/"),
        ("bib/tom.bib", 1, ""),
        ("plfkb.yml", 2, ""),
        ("concepts/temaer.yml", 1, ""),
    ],
)
def test_a_complaint_stands_on_the_page_that_it_concerns(
    path: str, line: int, address: str, tmp_path: Path
) -> None:
    write(tmp_path, FILES)
    write(
        tmp_path, {"docs/om/index.md": "# Om\n", "bib/a.bib": f"{BIB}\n{BIB.replace('berg2020', 'dahl2010')}"}
    )
    kb = load(tmp_path)
    found = complaints(kb, [Problem("ikke-utf8", Place(path, line), {"offset": 1})], {})
    assert list(found.by_page) == [address]


def test_other_pages_lead_to_the_one_with_the_error() -> None:
    problem = Problem("ikke-utf8", Place("concepts/team.md", 2), {"offset": 1})
    found = Complaints({"begrep/team/": (problem,)}, {"begrep/team/": "<Team>"})
    box = Box(texts_for("nb"))
    here, there = box.html(found, "begrep/team/"), box.html(found, "begrep/lag/")
    assert problem.message in here
    assert problem.remedy in here
    assert "concepts/team.md:2" in here
    assert '<a href="../team/">&lt;Team&gt;</a>' in there
    assert problem.message not in there
    assert not box.html(Complaints(), "")
