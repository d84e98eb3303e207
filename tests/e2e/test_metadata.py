"""What other programs read in the head of a page and beside it, on a small site with awkward names and titles."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path

import pytest
import rispy
from bibtexparser.entrypoint import parse_string as parse_bibtex
from pyld import jsonld

from tests.conftest import write_files
from tests.e2e.sites import CONFIG, build, built, page

SITE = "https://example.org/"
SCHEMA = "http://schema.org/"
FILES = {
    "mkdocs.yml": CONFIG,
    "plfkb.yml": "author: Basen i Oslo\nlicence: https://lisens.example/by\n",
    "docs/index.md": "# Forside\n\nTekst.\n",
    "docs/ark.md": (
        "---\ndescription: Et ark.\nauthors: [Max van Manen]\nupdated: 2026-05-01\nhide: [toc]\n---\n\n"
        "# Et ark\n\nSe [@berg2020].\n"
    ),
    "docs/udatert.md": "---\ndescription: Uten dato.\n---\n\n# Udatert\n\nTekst.\n",
    "concepts/temaer.yml": "t: {label: Samarbeid, about: Om samarbeid.}\n",
    "concepts/team.md": (
        '---\nterm: "team </script> & \\"lag\\""\nalso: [arbeidslag]\nen: [team]\ntype: begrep\ntheme: t\n'
        'authors: [Åse van der Berg, "{Universitetet i Oslo}"]\nupdated: 2026-03-07\ncreated: 2026-01-02\n'
        "definition: Et team <er> en «gruppe» [@dahl2010 via @berg2020, s. 9].\n---\n\nTekst [@li].\n"
    ),
    "concepts/lag.md": "---\nterm: lag\ntype: begrep\ntheme: t\ndefinition: Et lag.\n---\n\nTekst.\n",
    "concepts/lag-og-team.md": (
        "---\ntitle: Lag og team\ntype: sammenlikning\ntheme: t\nbetween: [lag, team]\nsummary: Kort [@berg2020].\n"
        "dimensions:\n  - name: mål\n    sides: {lag: Ett., team: Flere.}\nupdated: 2026-04-01\n---\n\nTekst.\n"
    ),
    "bib/a.bib": (
        "@book{berg2020, author = {Berg, Kari}, title = {Lest & brukt}, publisher = {Forlaget}, year = {2020},"
        " x-read = {yes}}\n"
        "@book{dahl2010, author = {Dahl, Per}, title = {Annen}, publisher = {Forlaget}, year = {2010}}\n"
        "@article{li, author = {Li, Bo}, title = {Om *team*}, journal = {Skolen}, year = {2021}, x-read = {yes}}\n"
    ),
}


class Head(HTMLParser):
    """The elements of a page's head that say something to programs."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.meta: dict[str, list[str]] = {}
        self.links: list[dict[str, str | None]] = []
        self.graph = ""
        self._in_data = False
        self.feed(html[: html.index("<body")])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "meta" and (name := values.get("name") or values.get("property")):
            self.meta.setdefault(name, []).append(values.get("content") or "")
        elif tag == "link":
            self.links.append(values)
        self._in_data = tag == "script" and values.get("type") == "application/ld+json"

    def handle_data(self, data: str) -> None:
        if self._in_data:
            self.graph += data

    def one(self, name: str) -> str:
        (value,) = self.meta[name]
        return value


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("metadata"), FILES)


def head(site: Path, address: str) -> Head:
    return Head(page(site, address))


def triples(found: Head) -> set[tuple[str, str, str]]:
    """What the JSON-LD says, by a library that is not ours; schema.org's context is here and not fetched."""

    def load(url: str, _options: object) -> dict[str, object]:
        assert url == "https://schema.org"
        context = {"@context": {"@vocab": SCHEMA, "url": {"@type": "@id"}}}
        return {"contextUrl": None, "documentUrl": url, "document": context}

    dataset = jsonld.to_rdf(json.loads(found.graph), {"documentLoader": load})
    return {
        (row["subject"]["value"], row["predicate"]["value"].removeprefix(SCHEMA), row["object"]["value"])
        for row in dataset["@default"]
    }


def test_zotero_gets_the_page_and_not_its_references(site: Path) -> None:
    found = head(site, "begrep/team")
    title = 'Team </script> & "lag"'
    assert found.one("z:itemType") == "webpage"
    assert found.one("citation_title") == found.one("DC.title") == found.one("og:title") == title
    assert found.meta["citation_author"] == ["van der Berg, Åse", "Universitetet i Oslo"]
    assert found.meta["DC.creator"] == found.meta["citation_author"]
    assert found.one("citation_publication_date") == "2026/03/07"
    assert found.one("og:site_name") == "Prøve"
    assert found.one("citation_public_url") == found.one("og:url") == f"{SITE}begrep/team/"
    assert found.one("citation_language") == "nb"
    assert found.one("DC.rights") == "https://lisens.example/by"
    assert {"rel": "schema.z", "href": "http://www.zotero.org/namespaces/export#"} in found.links
    assert {"rel": "canonical", "href": f"{SITE}begrep/team/"} in found.links


def test_an_entry_without_authors_and_dates_is_the_bases_own(site: Path) -> None:
    found = head(site, "begrep/lag")
    assert found.meta["citation_author"] == ["Basen i Oslo"]
    assert "citation_publication_date" not in found.meta
    assert "DC.date" not in found.meta
    assert not [row for row in triples(found) if row[1] == "dateModified"]


def test_a_concept_is_a_defined_term_in_a_set(site: Path) -> None:
    said = triples(head(site, "begrep/team"))
    term, page = f"{SITE}begrep/team/", f"{SITE}begrep/team/#oppslag"
    rdf_type = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
    assert {
        (term, rdf_type, f"{SCHEMA}DefinedTerm"),
        (term, "name", 'team </script> & "lag"'),
        (term, "alternateName", "arbeidslag"),
        (term, "alternateName", "team"),
        (term, "termCode", "team"),
        (term, "inDefinedTermSet", f"{SITE}begrep/"),
        (f"{SITE}begrep/", rdf_type, f"{SCHEMA}DefinedTermSet"),
        (page, rdf_type, f"{SCHEMA}ScholarlyArticle"),
        (page, "about", term),
        (page, "dateModified", "2026-03-07"),
        (page, "citation", f"{SITE}kilde/berg2020/"),
        (page, "citation", f"{SITE}kilde/li/"),
        (page, "license", "https://lisens.example/by"),
        (f"{SITE}kilde/li/", "name", "Li, B. (2021). Om team. Skolen."),
    } <= said
    names = {value for _, predicate, value in said if predicate in ("familyName", "name")}
    assert {"van der Berg", "Åse van der Berg", "Universitetet i Oslo", "Prøve"} <= names


def test_a_comparison_is_about_its_concepts(site: Path) -> None:
    said = triples(head(site, "sammenlikning/lag-og-team"))
    page = f"{SITE}sammenlikning/lag-og-team/"
    assert {(page, "about", f"{SITE}begrep/lag/"), (page, "about", f"{SITE}begrep/team/")} <= said


def test_a_page_of_docs_is_a_work_when_it_has_a_date(site: Path) -> None:
    found = head(site, "ark")
    assert found.meta["citation_author"] == ["van Manen, Max"]
    assert found.one("og:description") == "Et ark."
    assert (f"{SITE}ark/", "headline", "Et ark") in triples(found)
    other = head(site, "udatert")
    assert "citation_title" not in other.meta
    assert other.one("og:description") == "Uten dato."
    assert other.graph == ""
    assert "plfkb-cite-page" not in (site / "udatert/index.html").read_text(encoding="utf-8")


def test_the_home_page_has_the_name_of_the_site(site: Path) -> None:
    found = head(site, "")
    assert (found.one("og:title"), found.one("og:type")) == ("Prøve", "website")


def test_the_references_of_a_page_can_be_saved_as_a_set(site: Path) -> None:
    folder = site / "begrep/team"
    assert 'href="referanser.ris" download' in (folder / "index.html").read_text(encoding="utf-8")
    with (folder / "referanser.ris").open(encoding="utf-8", newline="") as file:
        assert [record["id"] for record in rispy.load(file)] == ["berg2020", "li"]
    bibtex = parse_bibtex((folder / "referanser.bib").read_text(encoding="utf-8"))
    assert [entry.key for entry in bibtex.entries] == ["berg2020", "li"]


def test_a_page_without_references_offers_none(site: Path) -> None:
    assert not (site / "begrep/lag/referanser.ris").exists()
    assert "referanser.ris" not in page(site, "begrep/lag")


def test_without_an_address_nothing_claims_to_be_lasting(tmp_path: Path) -> None:
    write_files(tmp_path, {path: text.replace(f"site_url: {SITE}\n", "") for path, text in FILES.items()})
    assert build(tmp_path).returncode == 0
    found = head(tmp_path / "site", "begrep/team")
    assert not [name for name in found.meta if name.startswith(("citation_", "og:", "DC."))]
    assert "plfkb-cite-page" not in page(tmp_path / "site", "begrep/team")
