from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from plfkb.reading.bibtex import LOSING, read_bibliographies, read_bibliography
from plfkb.reading.bibtex_places import place_of_field
from plfkb.rules import RULES
from plfkb.rules.rule import Severity
from plfkb.works import Name, Names, Source

ROOT = Path(__file__).parents[3]
CASES: list[dict[str, Any]] = yaml.safe_load((ROOT / "tests/cases/bibtex.yml").read_text(encoding="utf-8"))


def shown(names: Names) -> list[str]:
    return [_shown(name) for name in names.names] + (["…"] if names.others else [])


def _shown(name: Name) -> str:
    if name.organisation:
        assert (name.given, name.particle, name.suffix) == ((), "", "")
        return f"{{{name.family}}}"
    family = f"{name.particle} {name.family}".strip()
    return ", ".join(part for part in (family, name.suffix, " ".join(name.given)) if part)


def value(source: Source, field: str) -> object:
    if field == "type":
        return source.type
    if field in ("author", "editor", "translator"):
        assert field not in source.fields
        return shown(source.names.get(field, Names()))
    return source.fields.get(field)


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    texts = case.get("files") or [case["bibtex"]]
    files = [(f"{number}.bib", text) for number, text in enumerate(texts, start=1)]
    sources, problems = read_bibliographies(files)
    expected = sorted((rule, line, *(file or ["1.bib"])) for rule, line, *file in case.get("problems", ()))
    assert sorted((p.rule, p.place.line, p.place.path) for p in problems) == expected
    assert list(sources) == list(case["sources"])
    for key, fields in case["sources"].items():
        assert sources[key].key == key
        assert {field: value(sources[key], field) for field in fields} == fields
    for problem in problems:
        assert problem.message
        assert problem.remedy


def test_every_rule_about_files_has_a_case() -> None:
    rules = {name for name in RULES if name.startswith("bib-")}
    assert {rule for case in CASES for rule, *_ in case.get("problems", ())} == rules


def test_losing_an_entry_is_an_error() -> None:
    assert {RULES[name].severity for name in LOSING} == {Severity.ERROR}


TOLD_IN_WORDS = {"bib-crossref-mangler", "bib-crossref-ring", "bib-sammensatte-tegn"}


@pytest.mark.parametrize("name", sorted({name for name in RULES if name.startswith("bib-")} - TOLD_IN_WORDS))
def test_examples_of_a_rule_are_true(name: str) -> None:
    for example, breaks in ((RULES[name].wrong, True), (RULES[name].right, False)):
        text = example.replace("…", "title = {T}")
        whole = text if "=" not in text or "@" in text else f"@book{{x, {text}}}"
        assert (name in {problem.rule for problem in read_bibliography(whole, "f.bib")[1]}) is breaks, whole


def test_place_and_raw_point_back_to_the_file() -> None:
    text = "% topp\n\n@book{a,\n  title = {A}\n}\n@book{b, title = {B},\n  year = 2020}\n"
    (a, b), problems = read_bibliography(text, "bib/x.bib")
    assert not problems
    assert (str(a.place), a.raw) == ("bib/x.bib:3", "@book{a,\n  title = {A}\n}")
    assert (str(b.place), str(place_of_field(b, "year"))) == ("bib/x.bib:6", "bib/x.bib:7")


@pytest.mark.parametrize(
    ("text", "where"),
    [
        (
            "@book{a,\n  year = 2020,\n  title = {A,\n  note = {B},\n}\n",
            "på slutten av feltet «title» (linje 3)",
        ),
        ("@book{a,\n  title = {A,\n}\n", "på slutten av feltet «title» (linje 2)"),
        ("@book{a,\n  title = {A},\n  year = {2020}\n\n", "helt til slutt (linje 3)"),
        ("@book{a,\n  title = {A},\n  year = {2020},\n", "helt til slutt (linje 3)"),
        ("@book{a,\n  title = {A},\n  year = 2020", "helt til slutt (linje 3)"),
    ],
)
def test_message_of_a_missing_brace_says_where(text: str, where: str) -> None:
    (problem,) = read_bibliography(text, "x.bib")[1]
    assert problem.message == f"oppføringen «a» blir aldri avsluttet: }} mangler trolig {where}"


def test_macros_do_not_leak_between_calls() -> None:
    read_bibliography("@string{mar = {feil}}\n@string{uf = {U}}", "a.bib")
    (source,), problems = read_bibliography("@book{a, month = mar, publisher = uf}", "b.bib")
    assert source.fields == {"month": "3"}
    assert [problem.rule for problem in problems] == ["bib-ukjent-streng"]


def test_own_bibliography_is_clean() -> None:
    text = (ROOT / "bib/plf.bib").read_text(encoding="utf-8")
    sources, problems = read_bibliography(text, "bib/plf.bib")
    assert not problems
    assert len(sources) == text.count("\n@")
    assert sum(source.read for source in sources) == 5
