"""Files in, complaints out: ``tests/cases/entries.yml``."""

from __future__ import annotations

import pytest

from plfkb.checks.run import check
from plfkb.errors import Severity, has_errors
from plfkb.reading.knowledge_base import load
from tests.conftest import ROOT, MakeFiles, cases, ids, norwegian_words

ALL = [*cases("entries"), *cases("slips")]

SHORT: dict[str | bytes, str | bytes] = {
    "team": "---\nterm: team\ntype: begrep\ntheme: t\ndefinition: Et team er en gruppe [@lest2020, s. 1].\n---\n\nTekst.\n",
    "bib": "@book{lest2020,\n  author = {Berg, Kari},\n  title = {Lest},\n  publisher = {Forlaget},\n"
    "  year = {2020},\n  x-read = {yes},\n}\n",
}


def _file(text: str | bytes) -> str | bytes:
    return SHORT.get(text, text)


def whole(files: object) -> dict[str, str | bytes]:
    """The files of a case, with the short names written out."""
    assert isinstance(files, dict)
    return {path: _file(text) for path, text in files.items()}


@pytest.mark.parametrize("case", ALL, ids=ids)
def test_complaints(case: dict[str, object], make_files: MakeFiles) -> None:
    root = make_files(whole(case["files"]))
    problems = [problem for problem in check(load(root)) if problem.severity is not Severity.INFO]
    assert [f"{problem.place} {problem.rule}" for problem in problems] == case["problems"]
    says = str(case.get("says", ""))
    assert any(says in f"{problem}" for problem in problems) or not says


def test_every_complaint_can_be_printed(make_files: MakeFiles) -> None:
    """No hole in a message without a fact, whatever the case."""
    for number, case in enumerate(ALL):
        root = make_files({f"{number}/{path}": text for path, text in whole(case["files"]).items()})
        for problem in check(load(root / str(number))):
            assert str(problem).startswith(str(problem.place))
            assert "{" not in problem.message


@pytest.mark.parametrize("case", ALL, ids=ids)
def test_a_complaint_in_english_has_no_norwegian_words(
    case: dict[str, object], make_files: MakeFiles
) -> None:
    for problem in check(load(make_files(whole(case["files"])))):
        assert norwegian_words(problem) == []


def test_the_real_knowledge_base_has_no_errors(real_kb_problems: list[str]) -> None:
    assert real_kb_problems == []


@pytest.fixture(scope="module")
def real_kb_problems() -> list[str]:
    problems = check(load(ROOT))
    return [str(problem) for problem in problems] if has_errors(problems) else []
