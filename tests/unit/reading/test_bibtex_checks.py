from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from plfkb.checks import source_forms, sources
from plfkb.errors import Place
from plfkb.model import KnowledgeBase
from plfkb.reading.bibtex import read_bibliographies
from plfkb.rules import RULES
from plfkb.rules.rule import Severity
from plfkb.works import Citation

ROOT = Path(__file__).parents[3]
CASES: list[dict[str, Any]] = yaml.safe_load(
    (ROOT / "tests/cases/bibtex-checks.yml").read_text(encoding="utf-8")
)
HERE = Place("concepts/a.md", 3)
READ = "@misc{lest, title = {L}, x-read = {yes}}\n"
UNREAD = """
@misc{ulest, title = {U}, x-known-through = {ukjent, lest}}
@misc{uklar, title = {V}, x-ident = {uncertain}}
@misc{trolig, title = {W}, x-status = {plausible}}
@misc{lest2, title = {X}, x-status = {plausible}, x-read = {yes}}
"""


def load(text: str) -> KnowledgeBase:
    found, problems = read_bibliographies([("bib/x.bib", text)])
    return KnowledgeBase(Path(), sources=found, problems=tuple(problems))


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    kb = load(case["bibtex"])
    assert not kb.problems
    problems = list(sources.hygiene(kb))
    expected = sorted(tuple(problem) for problem in case.get("problems", ()))
    assert sorted((problem.rule, problem.place.line) for problem in problems) == expected
    assert all(problem.message and problem.remedy for problem in problems)


def test_every_rule_about_works_has_a_case() -> None:
    rules = {name for name in RULES if name.startswith("verk-")}
    assert {rule for case in CASES for rule, _ in case.get("problems", ())} == rules


@pytest.mark.parametrize(
    ("text", "citation", "rules"),
    [
        (READ, Citation("lest"), []),
        (READ, Citation("lset"), ["ukjent-kilde"]),
        (READ, Citation("lest", via="borte"), ["ukjent-kilde"]),
        (READ, Citation("borte", via="lest"), ["ukjent-kilde"]),
        (READ + UNREAD, Citation("ulest"), ["ulest-kilde-direkte"]),
        (READ + UNREAD, Citation("uklar"), ["usikker-kilde-direkte"]),
        (READ + UNREAD, Citation("trolig"), ["usikker-kilde-direkte"]),
        (READ + UNREAD, Citation("lest2"), []),
        (READ + UNREAD, Citation("ulest", via="lest"), []),
        (READ + UNREAD, Citation("trolig", via="lest"), []),
        (READ + UNREAD, Citation("ulest", via="uklar"), ["via-ulest-kilde"]),
        ("@misc{ulest, title = {U}}", Citation("ulest"), []),
        ("@misc{ulest, title = {U}}", Citation("x", via="ulest"), ["ukjent-kilde"]),
        ("@misc{uklar, x-ident = {uncertain}}", Citation("uklar"), ["usikker-kilde-direkte"]),
        ("@misc{tapt, title = {U} year = 2020}", Citation("tapt"), []),
    ],
)
def test_cited(text: str, citation: Citation, rules: list[str]) -> None:
    problems = list(sources.cited(load(text), [(citation, HERE)]))
    assert [problem.rule for problem in problems] == rules
    for problem in problems:
        assert problem.place == HERE
        assert problem.message


def test_unknown_key_gets_the_nearest_ones() -> None:
    (problem,) = sources.cited(
        load("@misc{stoll2006professional}"), [(Citation("stol2006profesional"), HERE)]
    )
    assert problem.remedy == "mente du «stoll2006professional»?"


def test_remedy_names_a_work_that_was_read() -> None:
    (problem,) = sources.cited(load(READ + UNREAD), [(Citation("ulest"), HERE)])
    assert "[@ulest via @lest]" in problem.remedy


def test_unused() -> None:
    problems = list(sources.unused(load(READ + UNREAD), {"lest", "lest2", "uklar"}))
    assert [(problem.rule, problem.facts["key"]) for problem in problems] == [
        ("ubrukt-kilde", "ulest"),
        ("ubrukt-kilde", "trolig"),
    ]


def test_own_bibliography_breaks_no_rule_that_matters() -> None:
    kb = load((ROOT / "bib/plf.bib").read_text(encoding="utf-8"))
    assert not [problem for problem in sources.hygiene(kb) if problem.severity is not Severity.INFO]


@given(st.text())
def test_forms_never_fail(value: str) -> None:
    source_forms.doi_is_wrong(value)
    source_forms.url_is_wrong(value)
    source_forms.year_is_wrong(value)
    source_forms.date_is_wrong(value)
    source_forms.wrong_pages(value)
    source_forms.wrong_isbn(value)


@given(st.from_regex(r"-?\d{4}(-\d\d){0,2}|\d{9}[\dXx]|97[89]\d{10}", fullmatch=True))
def test_forms_of_numbers_never_fail(value: str) -> None:
    source_forms.date_is_wrong(value)
    source_forms.wrong_isbn(value)
