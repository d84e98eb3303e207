"""``plfkb new``: a draft that the check accepts, and nothing written when something is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from plfkb.model import Comparison, Concept
from plfkb.reading.knowledge_base import load
from tests.conftest import MakeFiles
from tests.e2e.commands import FILES, contents, rules, run


@pytest.fixture
def root(make_files: MakeFiles) -> Path:
    return make_files(FILES)


OPTIONS = ("--type", "metode", "--theme", "fellesskap")


def test_the_template_is_a_draft_that_the_check_accepts(root: Path) -> None:
    before = rules(root)
    result = run(root, "new", "--term", "åpen dør", *OPTIONS, "--author", "Kari Nordmann")
    assert result.exit_code == 0, result.output
    assert "concepts/apen-dor.md" in result.output
    assert rules(root) == ["concepts/apen-dor.md mal-uferdig", *before]
    entry = load(root).concepts["apen-dor"]
    assert (entry.term, entry.type, entry.theme, entry.credit.status) == (
        "åpen dør",
        "metode",
        "fellesskap",
        "utkast",
    )
    assert entry.credit.authors == ("Kari Nordmann",)
    assert entry.credit.created is not None


def test_a_template_that_is_filled_in_has_no_complaints(root: Path) -> None:
    run(root, "new", "--term", "speilteam", *OPTIONS)
    file = root / "concepts/speilteam.md"
    file.write_text(file.read_text(encoding="utf-8").replace("SKRIV HER", "Et speilteam lytter [@lest2020]."))
    assert rules(root) == []


@pytest.mark.parametrize(
    "term", ["yes", "2024", "a: b", "«sitat»", "'", "- punkt", "# a", "team & lag", "å-laget"]
)
def test_any_term_can_be_written(root: Path, term: str) -> None:
    assert run(root, "new", "--term", term, *OPTIONS).exit_code == 0
    assert term in {concept.term for concept in load(root).concepts.values()}


def test_it_asks_for_what_it_is_not_told(root: Path) -> None:
    result = run(root, "new", told="speilteam\nmetode\nfellesskap\n\n")
    assert result.exit_code == 0, result.output
    entry = load(root).entry("speilteam")
    assert isinstance(entry, Concept)
    assert entry.type == "metode"


def test_it_asks_again_when_the_answer_is_none_of_those_that_there_are(root: Path) -> None:
    result = run(root, "new", told="speilteam\nmetoden\nmetode\nfelleskap\nfellesskap\nspeil\n")
    assert result.exit_code == 0, result.output
    assert load(root).entry("speil") is not None


def test_it_warns_about_names_that_are_nearly_the_same(root: Path) -> None:
    result = run(root, "new", "--term", "arbeidslaga", *OPTIONS, "--id", "arbeidslaga")
    assert "arbeidslag" in result.output
    before = contents(root)
    result = run(root, "new", told="arbeidslagg\nn\n")
    assert result.exit_code == 1
    assert "liknende navn" in result.output
    assert contents(root) == before


@pytest.mark.parametrize("term", ["team", "Team", "teamet", "arbeidslag"])
def test_a_name_that_is_taken_is_refused(root: Path, term: str) -> None:
    before = contents(root)
    result = run(root, "new", "--term", term, *OPTIONS)
    assert result.exit_code == 1
    assert "heter det samme" in result.output
    assert contents(root) == before


def test_a_planned_entry_gets_its_id_and_leaves_the_work_list(root: Path) -> None:
    assert run(root, "new", "--term", "faglig nettverk", *OPTIONS).exit_code == 0
    assert (root / "concepts/planlagt.yml").read_text() == "# Arbeidslista\nsamskaping: samskaping\n"
    assert load(root).concepts["nettverk"].term == "faglig nettverk"


def test_a_comparison(root: Path) -> None:
    before = rules(root)
    result = run(root, "new", "--between", "team, arbeidslag")
    assert result.exit_code == 0, result.output
    assert rules(root) == sorted(["concepts/team-og-lag.md mal-uferdig", *before])
    entry = load(root).entry("team-og-lag")
    assert isinstance(entry, Comparison)
    assert (entry.title, entry.between, entry.theme) == ("Team og lag", ("team", "lag"), "fellesskap")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--term", "  ", *OPTIONS], "tom"),
        (["--term", "ny", "--type", "begrepet", "--theme", "fellesskap"], "begrepet"),
        (["--term", "ny", "--type", "begrep", "--theme", "felleskap"], "mente du fellesskap?"),
        (["--term", "ny", "--type", "begrep", "--theme", "xyz"], "fellesskap, ledelse"),
        (["--term", "ny", *OPTIONS, "--id", "Nytt Ord"], "små bokstaver"),
        (["--term", "ny", *OPTIONS, "--id", "../ny"], "små bokstaver"),
        (["--term", "ny", *OPTIONS, "--id", "team"], "opptatt av oppslaget «team»"),
        (["--term", "ny", *OPTIONS, "--id", "index"], "opptatt av oversikten over begreper"),
        (["--term", "index", *OPTIONS], "opptatt av oversikten over begreper"),
        (["--between", "team"], "to til fem"),
        (["--between", "team,team"], "to til fem"),
        (["--between", "team,lagg"], "mente du lag?"),
        (["--between", "team,lag", "--type", "begrep"], "--between"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_written(root: Path, arguments: list[str], says: str) -> None:
    before = contents(root)
    result = run(root, "new", *arguments)
    assert result.exit_code == 2
    assert says in result.output
    assert contents(root) == before


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("docs/begrep/speil.md", "# Speil\n"),
        ("docs/begrep/speil/index.md", "# Speil\n"),
        ("docs/speil.md", "---\nredirects: [begrep/speil]\n---\n# Speil\n"),
    ],
)
def test_the_address_of_another_page_is_refused(root: Path, path: str, text: str) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, encoding="utf-8")
    result = run(root, "new", "--term", "speil", *OPTIONS)
    assert result.exit_code == 2
    assert f"«speil» er opptatt av siden {path}" in result.output


def test_an_answer_that_never_comes_writes_nothing(root: Path) -> None:
    before = contents(root)
    assert run(root, "new", told="speilteam\n").exit_code == 1
    assert contents(root) == before
