"""Editions from command to site: frozen, kept, compared, announced."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import feedparser
import pytest
import yaml
from click.testing import CliRunner, Result

from plfkb.cli import main
from plfkb.editions.freezing import frozen
from tests.conftest import write_files
from tests.e2e.sites import build, page
from tests.e2e.test_build import FILES

TEAM = "concepts/team.md"


def git(root: Path, *arguments: str) -> str:
    identity = ("-c", "user.name=Kari", "-c", "user.email=kari@example.org")
    done = subprocess.run(
        ("git", *identity, *arguments), cwd=root, capture_output=True, text=True, check=True
    )
    return done.stdout


def commit(root: Path) -> None:
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "Change")


def release(root: Path, name: str) -> Result:
    return CliRunner().invoke(main, ["release", name, "--root", str(root)])


def change(root: Path, path: str, before: str, after: str) -> None:
    text = (root / path).read_text(encoding="utf-8")
    assert before in text
    (root / path).write_text(text.replace(before, after), encoding="utf-8")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = write_files(tmp_path, {**FILES, ".gitignore": "site/\n"})
    git(root, "init", "-q")
    commit(root)
    return root


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A base with two editions between which each kind of change has been made, built."""
    root = write_files(tmp_path_factory.mktemp("released"), {**FILES, ".gitignore": "site/\n"})
    git(root, "init", "-q")
    commit(root)
    assert release(root, "2027.1").exit_code == 0
    commit(root)
    change(root, TEAM, "Et team er en gruppe [", "Et team er en gruppe som deler et mål [")
    change(root, "concepts/lag.md", "Tekst.", "En annen tekst.")
    change(root, "concepts/lag-og-team.md", "title: Lag og team", "title: Lag, og team")
    write_files(root, {"concepts/nytt.md": FILES["concepts/lag.md"].replace("term: lag", "term: nytt")})
    commit(root)
    assert release(root, "2027.2").exit_code == 0
    commit(root)
    change(root, TEAM, "Et team er mer enn", "Et team er noe annet enn")
    done = build(root, "--strict")
    assert done.returncode == 0, done.stderr
    return root / "site"


def test_a_release_writes_all_it_promises(project: Path) -> None:
    done = release(project, "2027.1")
    assert done.exit_code == 0, done.output
    with zipfile.ZipFile(project / "docs/utgave/2027.1.zip") as archive:
        assert {"utgave.json", "index.html", "utgave.css", "begrep/team/index.html"} <= set(
            archive.namelist()
        )
    promised = yaml.safe_load((project / "concepts/utgitt.yml").read_text(encoding="utf-8"))
    assert promised["begrep/team/"] == promised["kilde/dahl2010/"] == promised["liste/"] == "2027.1"
    citation = yaml.safe_load((project / "CITATION.cff").read_text(encoding="utf-8"))
    assert citation["version"] == "2027.1"
    assert citation["date-released"] == datetime.now(UTC).date().isoformat()
    # The schema of Citation File Format, which comes with the program.
    schema = ("--builtin-schema", "vendor.citation-file-format")
    program = (sys.executable, "-m", "check_jsonschema", *schema, str(project / "CITATION.cff"))
    checked = subprocess.run(program, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout


@pytest.mark.parametrize(
    ("licence", "said", "zenodo"),
    [
        (
            "licence: https://creativecommons.org/licenses/by-sa/4.0/deed.no",
            {"license": "CC-BY-SA-4.0"},
            "cc-by-sa-4.0",
        ),
        ("licence: https://creativecommons.org/publicdomain/zero/1.0/", {"license": "CC0-1.0"}, "cc0-1.0"),
        (
            "licence: https://data.norge.no/nlod/no/2.0",
            {"license-url": "https://data.norge.no/nlod/no/2.0"},
            None,
        ),
        ("", {}, None),
    ],
)
def test_an_edition_has_the_licence_that_the_base_has(
    project: Path, licence: str, said: dict[str, str], zenodo: str | None
) -> None:
    write_files(project, {"plfkb.yml": f"author: Basen\n{licence}"})
    commit(project)
    done = release(project, "2027.1")
    assert done.exit_code == 0, done.output
    citation = yaml.safe_load((project / "CITATION.cff").read_text(encoding="utf-8"))
    assert {key: value for key, value in citation.items() if key.startswith("license")} == said
    deposit = json.loads((project / ".zenodo.json").read_text(encoding="utf-8"))
    assert (deposit.get("license"), deposit["language"], deposit["title"]) == (zenodo, "nob", "Basen")
    # A deposit must have one: that of the site, or else the name of the base.
    assert deposit["description"] == "Basen"


def test_a_deposit_is_described_as_the_site_is(project: Path) -> None:
    change(project, "docs/index.md", "# Forside", "---\ndescription: Begreper & kilder.\n---\n# Forside")
    commit(project)
    assert release(project, "2027.1").exit_code == 0
    deposit = json.loads((project / ".zenodo.json").read_text(encoding="utf-8"))
    assert deposit["description"] == "Begreper &amp; kilder."


def test_what_a_person_wrote_in_the_citation_file_is_kept(project: Path) -> None:
    write_files(project, {"CITATION.cff": "title: Vår base\nversion: gammel\n"})
    commit(project)
    assert release(project, "2027.1").exit_code == 0
    citation = yaml.safe_load((project / "CITATION.cff").read_text(encoding="utf-8"))
    assert (citation["title"], citation["version"]) == ("Vår base", "2027.1")


@pytest.mark.parametrize("name", ["2027", "2027.0", "v2027.1", "2027.01", "0000.1", "../2027.1", ""])
def test_a_name_that_is_none_is_refused(project: Path, name: str) -> None:
    assert_refused(project, name, "ikke navnet på en utgave", code=2)


def test_uncommitted_work_is_refused(project: Path) -> None:
    change(project, TEAM, "mer enn", "mindre enn")
    assert_refused(project, "2027.1", "concepts/team.md", clean=False)


@pytest.mark.parametrize("hidden", ["ignored", "by the settings of git"])
def test_an_entry_that_git_does_not_show_is_refused(project: Path, hidden: str) -> None:
    if hidden == "ignored":
        write_files(project, {".gitignore": "site/\nconcepts/skjult.md\n"})
        commit(project)
    else:
        git(project, "config", "status.showUntrackedFiles", "no")
    write_files(
        project, {"concepts/skjult.md": FILES["concepts/lag.md"].replace("term: lag", "term: skjult")}
    )
    assert_refused(project, "2027.1", "?? concepts/skjult.md")


def test_failing_content_is_refused(project: Path) -> None:
    change(project, TEAM, "[[lag]]", "[[laget vårt]]")
    commit(project)
    assert_refused(project, "2027.1", "ukjent-lenke")


def test_a_folder_without_git_is_refused(tmp_path: Path) -> None:
    root = write_files(tmp_path, FILES)
    done = release(root, "2027.1")
    assert done.exit_code == 1
    assert "git-lager" in done.output
    assert not (root / "docs/utgave").exists()


@pytest.mark.parametrize("name", ["2027.1", "2026.9"])
def test_an_edition_comes_once_and_in_order(project: Path, name: str) -> None:
    assert release(project, "2027.1").exit_code == 0
    commit(project)
    assert_refused(project, name, "finnes fra før")


def test_a_citation_file_that_is_broken_stops_the_release(project: Path) -> None:
    for content in (b"a: [\n", b"title: L\xe6ring\n"):
        (project / "CITATION.cff").write_bytes(content)
        commit(project)
        assert_refused(project, "2027.1", "CITATION.cff")


def assert_refused(root: Path, name: str, says: str, *, clean: bool = True, code: int = 1) -> None:
    done = release(root, name)
    assert done.exit_code == code
    assert says in done.output
    assert (git(root, "status", "--porcelain") == "") is clean
    assert not (root / "concepts/utgitt.yml").exists() or "2026.9" not in done.output


def test_an_edition_keeps_the_text_that_the_live_page_has_changed(released: Path) -> None:
    assert "mer enn et" in page(released, "utgave/2027.1/begrep/team")
    assert "noe annet enn et" in page(released, "begrep/team")
    assert "deler et mål" not in page(released, "utgave/2027.1/begrep/team")


def test_a_frozen_page_says_what_it_is_and_leads_to_the_live_one(released: Path) -> None:
    html = page(released, "utgave/2027.1/begrep/team")
    assert "ikke den nyeste" in html
    assert 'href="../../../../begrep/team/"' in html
    assert "https://example.org/utgave/2027.1/begrep/team/" in html
    assert "<script" not in html
    assert "data-live" not in html


def test_links_stay_in_the_edition_where_it_has_the_page(released: Path) -> None:
    html = page(released, "utgave/2027.1/begrep/team")
    assert 'href="../lag/"' in html
    assert 'href="../../../../kilde/berg2020/"' in html


def test_every_link_of_an_edition_leads_somewhere(released: Path) -> None:
    for path in (released / "utgave").rglob("*.html"):
        for href in re.findall(r'(?:href|src)="(?!https:)([^"#?]+)', path.read_text(encoding="utf-8")):
            target = (path.parent / href).resolve()
            assert target.exists(), (path, href)
            assert target.is_file() or (target / "index.html").is_file(), (path, href)


def test_the_live_page_names_its_editions(released: Path) -> None:
    html = page(released, "begrep/team")
    assert 'href="../../utgave/2027.2/begrep/team/"' in html
    assert "definisjonen er endret" in html
    assert (
        "utgave"
        not in page(released, "begrep/nytt").split("2027.1")[0].split("2027.2")[0].rsplit("<dt>", 1)[0]
    )


def test_the_page_of_changes_tells_what_each_edition_changed(released: Path) -> None:
    html = page(released, "endringer")
    newest = html[html.index("utgave-2027-2") : html.index('id="utgave-2027-1"')]
    assert "<del>Et team er en gruppe.</del>" in newest
    assert "<ins>Et team er en gruppe som deler et mål.</ins>" in newest
    for words in ("Nytt oppslag", "Nytt navn", "før «Lag og team»", "Teksten er endret"):
        assert words in newest
    assert "Nytt oppslag" not in html[html.index('id="utgave-2027-1"') :]


def test_the_feed_is_one(released: Path) -> None:
    feed = feedparser.parse((released / "endringer.atom").read_bytes())
    assert not feed.bozo, feed.bozo_exception
    assert feed.version == "atom10"
    assert feed.feed.links
    ids = [entry.id for entry in feed.entries]
    titles = [entry.title for entry in feed.entries]
    assert len(ids) == len(set(ids))
    assert "Team: definisjonen er endret" in titles
    assert "Lag: teksten er endret" in titles
    assert titles[-1] == "Utgave 2027.1"
    for entry in feed.entries:
        assert entry.updated_parsed[:3] == tuple(datetime.now(UTC).timetuple()[:3])
        address = entry.link.removeprefix("https://example.org/").partition("#")[0]
        assert (released / address / "index.html").is_file()


def test_a_damaged_archive_is_a_complaint(project: Path) -> None:
    assert release(project, "2027.1").exit_code == 0
    archive = project / "docs/utgave/2027.1.zip"
    archive.write_bytes(archive.read_bytes()[:200])
    done = CliRunner().invoke(main, ["check", "--root", str(project)])
    assert "docs/utgave/2027.1.zip: utgave-uleselig" in done.output
    assert done.exit_code == 1


def test_an_entry_that_was_published_cannot_just_go(project: Path) -> None:
    assert release(project, "2027.1").exit_code == 0
    (project / "concepts/lag-og-team.md").unlink()
    done = CliRunner().invoke(main, ["check", "--root", str(project)])
    assert "utgitt-forsvunnet" in done.output
    assert "sammenlikning/lag-og-team/" in done.output


def test_the_same_content_gives_the_same_archive(project: Path) -> None:
    assert release(project, "2027.1").exit_code == 0
    first = (project / "docs/utgave/2027.1.zip").read_bytes()
    git(project, "clean", "-fdq")
    assert release(project, "2027.1").exit_code == 0
    assert (project / "docs/utgave/2027.1.zip").read_bytes() == first


def test_a_page_without_an_entry_is_named() -> None:
    with pytest.raises(ValueError, match="/begrep/team/"):
        frozen("<main></main>", "begrep/team/", "utgave/2027.1/begrep/team/", ())
