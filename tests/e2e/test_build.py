"""A tiny site from files to HTML."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import write_files
from tests.e2e.sites import CONFIG, build, built, page

FILES = {
    "mkdocs.yml": CONFIG,
    "docs/index.md": "# Forside\n\nSe [[team]] og [@berg2020].\n",
    "docs/tabell.md": "# Tabell\n\n| a | b |\n|---|---:|\n| 1 | 2 |\n",
    "docs/internt.md": "---\nsearch:\n  exclude: true\n---\n# Internt\n\nEt notat.\n",
    "docs/liste.md": "# Liste\n\n<!-- plfkb:kilder lest -->\n",
    "concepts/temaer.yml": "t: {label: Samarbeid, about: Om samarbeid.}\n",
    "concepts/planlagt.yml": "dialog: dialog\n",
    "concepts/team.md": (
        "---\nterm: team\nalso: [arbeidslag]\nen: [team]\ncovers: [Små team]\nredirects: [gammelt-team]\n"
        "hidden: [rundbordslag]\ntype: begrep\ntheme: t\n"
        "definition: Et team er en gruppe [@dahl2010, s. 5 via @berg2020, s. 9].\n"
        "related: [lag, dialog]\n---\n\n"
        "Et team er mer enn et [[lag]].\n\n## Opphav\n\nSom @berg2020 [s. 3] sier.\n"
    ),
    "concepts/lag.md": "---\nterm: lag\ntype: begrep\ntheme: t\ndefinition: Et lag [@berg2020].\n---\n\nTekst.\n",
    "concepts/lag-og-team.md": (
        "---\ntitle: Lag og team\ntype: sammenlikning\ntheme: t\nbetween: [lag, team]\nsummary: Kort [@berg2020].\n"
        "hidden: [rundbordslag]\n"
        'dimensions:\n  - name: mål\n    sides:\n      lag: Ett [@berg2020, s. 7].\n      team: "Flere | mål."\n'
        "---\n\nTekst.\n"
    ),
    "bib/a.bib": (
        "@book{berg2020, author = {Berg, Kari}, title = {Lest <b>& brukt}, publisher = {Forlaget}, year = {2020},"
        " x-read = {yes}}\n"
        "@book{dahl2010, author = {Dahl, Per}, title = {Annen}, publisher = {Forlaget}, year = {2010},"
        " x-status = {plausible}, x-ident = {uncertain}}\n"
    ),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("site"), FILES)


def test_a_table_is_aligned_without_a_style_attribute(site: Path) -> None:
    html = page(site, "tabell")
    assert re.search(r'<td align="right"[^>]*>2</td>', html)
    assert "style=" not in html


def test_every_page_has_a_security_policy(site: Path) -> None:
    pages = list(site.rglob("*.html"))
    assert len(pages) > 10
    assert [path for path in pages if "Content-Security-Policy" not in path.read_text(encoding="utf-8")] == []
    assert "frame-ancestors" in (site / "_headers").read_text(encoding="utf-8")


def test_every_kind_of_page_has_its_address(site: Path) -> None:
    for address in (
        "begrep/team", "begrep/lag", "sammenlikning/lag-og-team", "kilde/berg2020", "kilde/dahl2010", "tema/t",
        "begrep", "sammenlikning", "kilde", "tema", "type",
    ):  # fmt: skip
        assert (site / address / "index.html").is_file(), address


def test_a_concept_shows_what_it_says_of_itself(site: Path) -> None:
    html = page(site, "begrep/team")
    assert ">Team</h1>" in html
    assert "arbeidslag" in html
    assert 'href="../../kilde/dahl2010/">Dahl, 2010, s. 5</a>, sitert i <a' in html
    assert 'lang="en">team' in html
    assert 'href="../../sammenlikning/lag-og-team/"' in html
    assert '<span class="plfkb-planned">dialog</span>' in html
    assert 'id="ref-berg2020"' in html
    assert 'id="ref-dahl2010"' not in html


def test_a_hidden_search_word_is_found_and_exported_and_never_shown(site: Path) -> None:
    pages = [*site.rglob("*.html"), *site.rglob("kort.json"), site / "sitemap.xml"]
    assert [path for path in pages if "rundbordslag" in path.read_text(encoding="utf-8")] == []
    shown = "".join(path.read_text(encoding="utf-8") for path in site.glob("sok/data/*/d*.json"))
    assert shown.count('"rundbordslag"') == 2
    for name in ("begreper.ttl", "begreper.jsonld", "begreper.csv", "begrep/team.jsonld"):
        assert "rundbordslag" in (site / "data" / name).read_text(encoding="utf-8"), name


def test_a_page_that_is_kept_out_of_the_search_has_its_address_all_the_same(site: Path) -> None:
    shown = [item for path in site.glob("sok/data/*/d*.json") for item in json.loads(path.read_text("utf-8"))]
    addresses = {item[0] for item in shown}
    assert "liste/" in addresses
    assert "internt/" not in addresses
    assert "Et notat." in page(site, "internt")


def test_relations_are_shown_from_both_ends(site: Path) -> None:
    assert 'href="../team/"' in page(site, "begrep/lag")


def test_backlinks_come_with_the_sentence(site: Path) -> None:
    html = page(site, "begrep/lag")
    assert 'Et team er mer enn et <a href="../team/#nevnt-lag"><mark>lag</mark></a>.' in html
    assert 'href="../../"' in page(site, "begrep/team")  # the home page mentions it, too


def test_a_source_knows_where_it_is_cited(site: Path) -> None:
    html = page(site, "kilde/berg2020")
    assert "har lest denne kilden" in html
    assert "Lest &lt;b&gt;&amp; brukt" in html
    assert "<b>&" not in html
    assert 'href="../../begrep/team/#sitat-2"' in html
    assert "usikkert om" not in html
    unread = page(site, "kilde/dahl2010")
    assert "har ikke lest dette verket" in unread
    assert "Det er usikkert om dette er verket" in unread
    assert "Opplysningene om verket er ikke kontrollert" in unread


def test_a_comparison_is_a_table_with_headers(site: Path) -> None:
    html = page(site, "sammenlikning/lag-og-team")
    assert 'scope="col"' in html
    assert 'scope="row"' in html
    assert "Flere | mål." in html


def test_documents_have_references_too(site: Path) -> None:
    assert 'id="ref-berg2020"' in (site / "index.html").read_text(encoding="utf-8")


def test_a_page_can_show_part_of_the_bibliography(site: Path) -> None:
    html = page(site, "liste")
    assert 'href="../kilde/berg2020/">Sitert' in html
    assert "kilde/dahl2010" not in html


def test_sources_come_by_author_year_and_type(site: Path) -> None:
    assert page(site, "kilder/ar").index("Berg, K.") < page(site, "kilder/ar").index("Dahl, P.")
    assert 'id="ar-2010"' in page(site, "kilder/ar")
    assert "Bøker" in page(site, "kilder/type")


def test_covered_names_and_old_addresses_lead_to_the_entry(site: Path) -> None:
    for address in ("begrep/sma-team", "begrep/gammelt-team"):
        assert '<link rel="canonical" href="../team/">' in page(site, address)


def test_the_navigation_does_not_grow_with_the_entries(site: Path) -> None:
    """A page has no links to entries that it has nothing to do with."""
    assert "begrep/lag/" not in page(site, "kilde/dahl2010")


@pytest.mark.parametrize(
    ("path", "text", "complaint"),
    [
        ("concepts/lag.md", "---\nterm: lag\n---\n", "concepts/lag.md:2: mangler-nokkel"),
        (
            "concepts/lag.md",
            FILES["concepts/lag.md"] + "\n```\n<!--plfkb:neste-tekst-->\n",
            "concepts/lag.md:11: avsnitt-uferdig",
        ),
        ("docs/index.md", "# Forside\n\n[@borte2020]\n", "docs/index.md:3: ukjent-kilde"),
        ("bib/a.bib", "@book{berg2020, author = {Berg, Kari}, title = {Lest", "bib/a.bib:1: bib-"),
    ],
)
def test_a_mistake_stops_the_build_and_leaves_the_site_alone(
    tmp_path: Path, path: str, text: str, complaint: str
) -> None:
    root = write_files(tmp_path, {**FILES, path: text})
    (root / "site").mkdir()
    (root / "site/gammel.html").write_text("gammel", encoding="utf-8")
    done = build(root)
    assert done.returncode != 0
    assert complaint in done.stderr
    assert "Traceback" not in done.stderr
    assert (root / "site/gammel.html").read_text(encoding="utf-8") == "gammel"


def plfkb(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "plfkb.cli", *arguments], cwd=root, capture_output=True, text=True, check=False
    )


def test_the_command_and_the_build_say_the_same(tmp_path: Path) -> None:
    root = write_files(tmp_path, {**FILES, "concepts/lag.md": "---\nterm: lag\n---\n"})
    checked = plfkb(root, "check")
    assert checked.returncode == 1
    built = build(root)
    errors = plfkb(root, "check", "--quiet").stdout.splitlines()[:-1]
    assert errors
    for line in errors:
        assert line in checked.stdout
        assert line in built.stderr


def test_a_faultless_check_exits_with_zero(tmp_path: Path) -> None:
    root = write_files(tmp_path, FILES)
    checked = plfkb(root, "check")
    assert checked.returncode == 0
    assert checked.stdout.splitlines()[-1].startswith("0 feil")
    assert plfkb(root, "schema").stdout.startswith("{")


def test_an_empty_folder_is_a_complaint(tmp_path: Path) -> None:
    checked = plfkb(tmp_path, "check")
    assert checked.returncode == 1
    assert "tom-mappe" in checked.stdout
    assert "Traceback" not in checked.stderr


def test_a_page_links_to_where_it_can_be_changed(tmp_path: Path) -> None:
    setting = "edit_uri: https://git.example/plf/edit/main/docs/\n"
    site = built(tmp_path, {**FILES, "mkdocs.yml": CONFIG + setting})
    base = "https://git.example/plf/edit/main/"
    assert f'href="{base}concepts/team.md">Foreslå endring</a>' in page(site, "begrep/team")
    assert f'href="{base}concepts/lag-og-team.md"' in page(site, "sammenlikning/lag-og-team")
    assert f'href="{base}bib/a.bib"' in page(site, "kilde/berg2020")
    assert f'href="{base}concepts/temaer.yml"' in page(site, "tema/t")
    assert f'href="{base}docs/liste.md"' in page(site, "liste")
    assert base not in page(site, "")
    assert base not in page(site, "begrep")


def test_without_an_address_no_page_offers_a_change(site: Path) -> None:
    assert "Foreslå endring" not in page(site, "begrep/team")


def test_the_link_past_the_menu_leads_to_the_start_of_the_content(site: Path) -> None:
    for address in ("begrep/team", "begrep", "tema/t", "kilde/berg2020"):
        html = page(site, address)
        assert '<a href="#plfkb-innhold" class="md-skip">' in html
        assert html.index('id="plfkb-innhold"') < html.index("<h1")


def test_the_interface_speaks_the_language_of_the_theme(tmp_path: Path) -> None:
    site = built(tmp_path, {**FILES, "mkdocs.yml": CONFIG.replace("language: nb", "language: nn")})
    html = page(site, "begrep/team")
    assert "Også kalla" in html
    assert "På denne sida" in html
    assert '<html lang="nn"' in html
    write_files(tmp_path, {"mkdocs.yml": CONFIG.replace("language: nb", "language: fi")})
    done = build(tmp_path)
    assert done.returncode == 1
    assert "theme.language" in done.stdout
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("setting", "form", "proposed"),
    [
        (
            "repo_url: https://github.com/eier/navn/",
            True,
            "https://github.com/eier/navn/issues/new?template=begrep.yml",
        ),
        (
            "edit_uri: https://github.com/eier/navn/edit/main/docs/",
            True,
            "https://github.com/eier/navn/issues/new?template=begrep.yml",
        ),
        ("repo_url: https://github.com/eier/navn/", False, ""),
        ("repo_url: https://git.example/eier/navn/", True, ""),
        ("repo_url: https://github.com/eier", True, ""),
    ],
)
def test_a_form_for_new_concepts_is_known_to_the_search(
    tmp_path: Path, setting: str, form: bool, proposed: str
) -> None:
    files = {
        "mkdocs.yml": f"{CONFIG}{setting}\n",
        "docs/index.md": "# Forside\n",
        "concepts/lag.md": FILES["concepts/lag.md"],
        "bib/a.bib": FILES["bib/a.bib"],
    }
    if form:
        files[".github/ISSUE_TEMPLATE/begrep.yml"] = "name: Foreslå et begrep\n"
    html = page(built(tmp_path, files), "begrep/lag")
    assert ("data-propose=" in html) == bool(proposed)
    assert f'data-propose="{proposed}"' in html or not proposed
