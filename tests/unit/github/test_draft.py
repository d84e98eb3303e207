"""A filled-in form to a draft entry: any text in it becomes an entry that can be read, or a plain answer."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plfkb.checks.run import check
from plfkb.errors import Severity
from plfkb.reading.knowledge_base import load
from scripts.github import draft
from tests.conftest import MakeFiles
from tests.e2e.commands import FILES, contents
from tests.e2e.commands import rules as complaints

TODAY = date(2026, 11, 21)
FILLED = {
    draft.TERM: "speilteam",
    draft.TYPE: "metode",
    draft.THEME: "Fellesskap",
    draft.MEANING: "En gruppe som lytter.\n\nDen sier etterpå hva den hørte.",
    draft.SOURCE: "Berg, 2020, s. 12",
    draft.NAMES: "speilgruppe, lyttegruppe",
    draft.NOTE: "_No response_",
    draft.AUTHOR: "Kari Nordmann",
}


def body(told: dict[str, str]) -> str:
    """The issue as GitHub writes it."""
    return "\r\n\r\n".join(f"### {label}\r\n\r\n{answer}" for label, answer in told.items())


@pytest.fixture
def root(make_files: MakeFiles) -> Path:
    return make_files({f"base/{path}": text for path, text in FILES.items()}) / "base"


def made(root: Path, told: dict[str, str]) -> Path:
    """The folder with what came of a form."""
    folder = root.parent / "made"
    draft.run(root, {"issue": {"number": 7, "body": body(told)}}, folder, TODAY)
    return folder


def put_in(root: Path, folder: Path) -> None:
    for path, data in contents(folder / "files").items():
        (root / path).write_bytes(data)


def test_a_form_becomes_a_draft(root: Path) -> None:
    before = complaints(root)
    folder = made(root, FILLED)
    assert (folder / "id").read_text() == "speilteam\n"
    assert (folder / "title").read_text() == "Utkast: speilteam\n"
    assert "forslag #7" in (folder / "answer.md").read_text()
    put_in(root, folder)
    entry = load(root).concepts["speilteam"]
    assert (entry.type, entry.theme, entry.also) == ("metode", "fellesskap", ("speilgruppe", "lyttegruppe"))
    assert entry.credit.authors == ("Kari Nordmann",)
    assert entry.credit.created is not None
    assert entry.definition.markdown.startswith(
        "En gruppe som lytter. Den sier etterpå hva den hørte. SKRIV HER"
    )
    assert "Fra forslag nummer 7. / Hvor har du det fra? Berg, 2020, s. 12" in entry.body.markdown
    assert complaints(root) == sorted([*before, "concepts/speilteam.md mal-uferdig"])


def test_a_planned_entry_leaves_the_work_list(root: Path) -> None:
    folder = made(root, {**FILLED, draft.TERM: "faglig nettverk"})
    assert sorted(contents(folder / "files")) == ["concepts/nettverk.md", "concepts/planlagt.yml"]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({draft.TERM: ""}, "Skriv begrepet"),
        ({draft.TERM: "a " * 100}, "Skriv begrepet"),
        ({draft.TERM: "teamet"}, "fra før: team"),
        ({draft.TYPE: "annet"}, "Velg hva slags"),
        ({draft.THEME: "Annet"}, "Velg hva slags"),
    ],
)
def test_what_cannot_be_a_draft_gets_an_answer(change: dict[str, str], says: str, root: Path) -> None:
    folder = made(root, {**FILLED, **change})
    assert says in (folder / "answer.md").read_text()
    assert list(contents(folder)) == ["answer.md"]


@pytest.mark.parametrize("text", ["", "Et helt annet innhold", "### Begrepet", "### Begrepet\n\n### Tema"])
def test_an_issue_that_is_no_form(text: str, root: Path) -> None:
    folder = root.parent / "made"
    draft.run(root, {"issue": {"number": 7, "body": text}}, folder, TODAY)
    assert list(contents(folder)) == ["answer.md"]
    draft.run(root, {"issue": {"number": 7, "body": None}}, folder, TODAY)
    assert list(contents(folder)) == ["answer.md"]


def test_a_heading_in_an_answer_is_part_of_it() -> None:
    told = draft.answers(body({**FILLED, draft.NOTE: "### Begrepet\n\nfelle\n### Noe annet"}))
    assert told[draft.TERM] == "speilteam"
    assert told[draft.NOTE] == "### Begrepet\n\nfelle\n### Noe annet"


TRICKS = (
    "---\nterm: x\n---",
    "a: b # c",
    "[[team]] [@lest2020] @lest2020 <script>alert(1)</script>",
    "--> <b>ut</b> <!--",
    "'\"`{{ x }}` ${{ secrets.X }} $(id)",
    "../../../etc/passwd",
    "\x00\x1b[31m\u2028\ufeff",
    "- [ ] x\n\t- y",
    "# x",
    "1. x",
    "%YAML 1.2",
    "SKRIV HER",
)


@pytest.mark.parametrize("trick", TRICKS)
@pytest.mark.parametrize("label", [draft.MEANING, draft.SOURCE, draft.NAMES, draft.NOTE, draft.AUTHOR])
def test_no_answer_breaks_out(label: str, trick: str, root: Path) -> None:
    folder = made(root, {**FILLED, label: trick})
    assert set(contents(folder / "files")) == {"concepts/speilteam.md"}
    put_in(root, folder)
    kb = load(root)
    entry = kb.concepts["speilteam"]
    assert (entry.term, entry.type) == ("speilteam", "metode")
    assert "<script" not in (root / "concepts/speilteam.md").read_text()
    assert entry.body.markdown.count("-->") == entry.body.markdown.count("<!--")
    errors = [str(item) for item in check(kb, {"concepts/speilteam.md"}) if item.severity is Severity.ERROR]
    assert errors == []


@pytest.mark.parametrize("trick", TRICKS)
def test_no_term_becomes_a_path(trick: str, root: Path) -> None:
    folder = made(root, {**FILLED, draft.TERM: trick})
    for path in contents(folder / "files") if (folder / "files").exists() else ():
        assert path.startswith("concepts/")
        assert path.count("/") == 1


@given(st.text())
def test_reading_a_form_never_fails(text: str) -> None:
    assert set(draft.answers(text)) <= set(draft.LABELS)


def test_the_command_reads_the_event(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    event = root.parent / "event.json"
    event.write_text(json.dumps({"action": "labeled", "issue": {"number": 7, "body": body(FILLED)}}))
    monkeypatch.chdir(root)
    draft.main([str(event), str(root.parent / "out")])
    assert (root.parent / "out/files/concepts/speilteam.md").is_file()
