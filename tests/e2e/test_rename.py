"""``plfkb rename``: everything that names an entry follows it, or nothing changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from plfkb.linking import addresses, published
from plfkb.reading.knowledge_base import load
from tests.conftest import MakeFiles
from tests.e2e.commands import ENTRY, FILES, contents, rules, run

MORE = {
    "concepts/team.md": ENTRY.format(term="team")
    + "\nSe [[lag]], [[lag|laget]], [[arbeidslag]] og [lenken](lag.md#opphav). `[[lag]]` Ordet lag står.\n",
    "concepts/modell.md": ENTRY.format(term="modell") + "\n",
    "concepts/lag-og-team.md": "---\ntitle: Lag og team\ntype: sammenlikning\ntheme: fellesskap\nbetween: [lag, team]\n"
    "summary: Like, se [[lag]] [@lest2020].\ndimensions:\n  - name: alder\n    sides:\n      lag: Et lag er gammelt.\n"
    "      team: Et team er nytt.\n---\n",
    "concepts/utgitt.yml": 'begrep/lag/: "2027.1"\n',
    "docs/index.md": "# Forside\n\n<!-- plfkb:sammenlikninger lag-og-team -->\n\n[lag](begrep/lag.md) "
    "[lag](begrep/lag/) [annet](om/lag.md) [[lag]]\n",
    "docs/om/lag.md": "# Om lag\n\n[lag](../begrep/lag.md), [[lag-og-team]]\n",
    "plfkb.yml": "exceptions:\n  - {rule: setning-for-lang, paths: [concepts/lag.md, concepts/lag-og-team.md]}\n",
}


@pytest.fixture
def root(make_files: MakeFiles) -> Path:
    modell = ENTRY.format(term="modell").replace(
        "type: begrep", "type: modell\nparts:\n  - label: lag\n    text: Et lag, se [[lag]].\n    id: lag"
    )
    return make_files({**FILES, **MORE, "concepts/modell.md": modell})


def read(root: Path, path: str) -> str:
    return (root / path).read_text(encoding="utf-8")


def test_all_that_names_the_entry_follows_it(root: Path) -> None:
    assert rules(root) == []
    result = run(root, "rename", "lag", "gruppe")
    assert result.exit_code == 0, result.output
    assert rules(root) == []
    assert not (root / "concepts/lag.md").exists()
    assert read(root, "concepts/gruppe.md").startswith("---\nterm: lag\n")
    assert "redirects: [lag]\n---\n" in read(root, "concepts/gruppe.md")
    assert (
        "Se [[gruppe]], [[gruppe|laget]], [[arbeidslag]] og [lenken](gruppe.md#opphav). `[[lag]]` Ordet lag står."
        in read(root, "concepts/team.md")
    )
    assert "label: lag\n    text: Et lag, se [[gruppe]].\n    id: gruppe" in read(root, "concepts/modell.md")
    assert "between: [gruppe, team]" in read(root, "concepts/lag-og-team.md")
    assert "      gruppe: Et lag er gammelt.\n" in read(root, "concepts/lag-og-team.md")
    assert read(root, "docs/index.md").endswith(
        "[lag](begrep/gruppe.md) [lag](begrep/gruppe/) [annet](om/lag.md) [[gruppe]]\n"
    )
    assert "[lag](../begrep/gruppe.md), [[lag-og-team]]" in read(root, "docs/om/lag.md")
    assert "paths: [concepts/gruppe.md, concepts/lag-og-team.md]" in read(root, "plfkb.yml")
    assert read(root, "concepts/utgitt.yml") == MORE["concepts/utgitt.yml"]


def test_the_old_address_leads_to_the_new(root: Path) -> None:
    run(root, "rename", "lag", "gruppe")
    found = published.redirects(load(root))[addresses.concept("lag")]
    assert found.target == addresses.concept("gruppe")


def test_a_comparison_follows_too(root: Path) -> None:
    assert run(root, "rename", "lag-og-team", "team-og-lag").exit_code == 0
    assert rules(root) == []
    assert "<!-- plfkb:sammenlikninger team-og-lag -->" in read(root, "docs/index.md")
    assert load(root).comparisons["team-og-lag"].redirects == ("lag-og-team",)


def test_there_and_back_again(root: Path) -> None:
    run(root, "rename", "lag", "gruppe")
    run(root, "rename", "gruppe", "flokk")
    assert load(root).concepts["flokk"].redirects == ("gruppe", "lag")
    run(root, "rename", "flokk", "lag")
    assert load(root).concepts["lag"].redirects == ("flokk", "gruppe")
    assert rules(root) == []


def test_a_planned_entry(root: Path) -> None:
    text = read(root, "concepts/team.md").replace("[[lag]],", "[[lag]], [[nettverk]],")
    (root / "concepts/team.md").write_text(text, encoding="utf-8")
    assert run(root, "rename", "nettverk", "faglig-nettverk").exit_code == 0
    assert "faglig-nettverk: faglig nettverk\n" in read(root, "concepts/planlagt.yml")
    assert "[[faglig-nettverk]]" in read(root, "concepts/team.md")


def test_dry_run_shows_and_does_nothing(root: Path) -> None:
    before = contents(root)
    result = run(root, "rename", "--dry-run", "lag", "gruppe")
    assert "+redirects: [lag]" in result.output
    assert "--- a/concepts/lag.md\n+++ /dev/null" in result.output
    assert contents(root) == before


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("lagg", "gruppe", "mente du lag"),
        ("lag", "lag", "den samme"),
        ("lag", "team", "opptatt av oppslaget «team»"),
        ("lag", "samskaping", "arbeidslista"),
        ("lag", "Et Lag", "for eksempel «et-lag»"),
        ("lag", "../lag", "små bokstaver"),
        ("lag", "", "kan ikke være en adresse"),
        ("lag", "index", "opptatt av oversikten over begreper"),
    ],
)
def test_bad_and_taken_ids_are_refused(root: Path, old: str, new: str, says: str) -> None:
    before = contents(root)
    result = run(root, "rename", old, new)
    assert result.exit_code == 2
    assert says in result.output
    assert contents(root) == before


def test_an_id_that_leads_to_another_entry_is_refused(root: Path) -> None:
    run(root, "rename", "lag", "gruppe")
    result = run(root, "rename", "team", "lag")
    assert result.exit_code == 2
    assert "opptatt" in result.output


def test_a_file_that_cannot_be_read_stops_it(root: Path) -> None:
    (root / "concepts/feil.md").write_text("---\nterm: a: b\n---\n", encoding="utf-8")
    before = contents(root)
    result = run(root, "rename", "lag", "gruppe")
    assert result.exit_code == 1
    assert "concepts/feil.md kan ikke leses" in result.output
    assert contents(root) == before


def test_a_disk_that_is_full_changes_nothing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = contents(root)
    real = Path.replace
    done: list[Path] = []

    def full(self: Path, target: Path) -> Path:
        done.append(target)
        if len(done) == 3:
            raise OSError(28, "No space left on device", str(target))
        return real(self, target)

    monkeypatch.setattr(Path, "replace", full)
    result = run(root, "rename", "lag", "gruppe")
    assert result.exit_code == 1
    assert "ingenting er endret" in result.output
    assert contents(root) == before
