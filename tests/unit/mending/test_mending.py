"""What is mended and what is left alone: ``tests/cases/mending.yml``."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plfkb.checks.mendable import forms
from plfkb.checks.run import check
from plfkb.mending.edits import File
from plfkb.mending.run import BYTES, FINDERS, finders, mended
from plfkb.model import KnowledgeBase
from plfkb.reading.knowledge_base import load
from plfkb.rules import RULES
from plfkb.settings import Settings
from plfkb.writing.changes import write
from plfkb.writing.mend import mend
from tests.conftest import ROOT, MakeFiles, cases, ids

HEAD = "---\nterm: team\ntype: begrep\ntheme: t\ndefinition: Et team [@lest2020].\nredirects: [gammelt-team]\n---\n\n"
BIB = "@book{lest2020, title = {Lest}, year = {2020}}\n"


def base(make_files: MakeFiles, case: dict[str, object]) -> tuple[KnowledgeBase, str, str]:
    """The knowledge base of a case, the path of the file in question, and what it should become."""
    path, body, whole = str(case.get("path", "")), str(case["body"]), str(case.get("mended", case["body"]))
    if not path:
        path, body, whole = "concepts/team.md", HEAD + body, HEAD + whole
    kb = load(make_files({"concepts/team.md": HEAD, "bib/a.bib": BIB, path: body}))
    return kb, path, whole


@pytest.mark.parametrize("case", cases("mending"), ids=ids)
def test_a_file_is_mended(case: dict[str, object], make_files: MakeFiles) -> None:
    kb, path, whole = base(make_files, case)
    rules = {problem.rule for problem in forms(kb) if problem.place.path == path}
    assert rules == ({case["rule"]} if "mended" in case else set())
    assert mend(kb).get(path, kb.files[path]) == whole


@pytest.mark.parametrize("case", cases("mending"), ids=ids)
def test_what_is_mended_stays_mended(case: dict[str, object], make_files: MakeFiles) -> None:
    kb, _, _ = base(make_files, case)
    write(kb.root, mend(kb))
    again = load(kb.root)
    assert mend(again) == {}
    assert case["rule"] not in {problem.rule for problem in check(again)}


def test_a_mendable_rule_has_a_finder_and_a_case() -> None:
    mendable = {rule.name for rule in RULES.values() if rule.mendable}
    known = set(finders(KnowledgeBase(ROOT)))
    assert mendable == {*known, *BYTES}
    assert {str(case["rule"]) for case in cases("mending") if "mended" in case} == known


def test_byte_order_marks_and_line_ends_are_mended(make_files: MakeFiles) -> None:
    text = f"\ufeff{HEAD}Tekst.\n".replace("\n", "\r\n").encode()
    kb = load(make_files({"concepts/team.md": text, "bib/a.bib": BIB}))
    assert {problem.rule for problem in kb.problems} == {"bom", "linjeskift"}
    assert mend(kb) == {"concepts/team.md": f"{HEAD}Tekst.\n"}


def test_a_rule_that_is_off_mends_nothing(make_files: MakeFiles) -> None:
    settings = "rules: {anforselstegn: av, linjeskift: av}\n"
    text = f'{HEAD}Et "team".\n'.replace("\n", "\r\n")
    kb = load(make_files({"concepts/team.md": text, "bib/a.bib": BIB, "plfkb.yml": settings}))
    assert mend(kb) == {}


def test_a_file_that_is_an_exception_is_left_alone(make_files: MakeFiles) -> None:
    settings = "exceptions: [{rule: anforselstegn, paths: docs/}]\n"
    files = {"concepts/team.md": f'{HEAD}Et "team".\n', "docs/om.md": 'Et "team".\n', "bib/a.bib": BIB}
    kb = load(make_files({**files, "plfkb.yml": settings}))
    assert list(mend(kb)) == ["concepts/team.md"]


def test_our_own_knowledge_base_has_nothing_to_mend() -> None:
    assert mend(load(ROOT)) == {}


TEXT = st.text(alphabet='abæ "“”«»`[]@|*_{}<>=#-\n\u00a0\u200b~:.', max_size=80)


@given(TEXT)
def test_mending_ends_and_changes_no_letters(text: str) -> None:
    once = mended(File("docs/a.md", text), FINDERS, Settings())
    assert mended(File("docs/a.md", once), FINDERS, Settings()) == once
    assert [sign for sign in once if sign.isalpha()] == [sign for sign in text if sign.isalpha()]
