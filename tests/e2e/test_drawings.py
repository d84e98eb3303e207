"""Drawings, from front matter to the page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.e2e.sites import CONFIG, built, page

HEAD = "theme: t\ndefinition: Et ord [@berg2020].\n"
LONG = "en del med et navn som er så langt at det må deles over mange linjer for å få plass i boksen"
FILES = {
    "mkdocs.yml": CONFIG,
    "docs/index.md": "# Forside\n",
    "concepts/temaer.yml": "t: {label: Samarbeid, about: Om samarbeid.}\n",
    "concepts/planlagt.yml": "dialog: dialog\n",
    "concepts/ytre.md": f"---\nterm: ytre læring\ntype: begrep\n{HEAD}---\n\nTekst.\n",
    "concepts/sirkel.md": (
        f"---\nterm: sirkelen\ntype: modell\n{HEAD}drawing: sirkel\n"
        "parts: [{label: mål, id: ytre}, {label: samtale, id: dialog}, {label: prøve}]\n---\n\nTekst.\n"
    ),
    "concepts/sloyfer.md": (
        f"---\nterm: sløyfene\ntype: begrep\n{HEAD}drawing: sloyfer\n"
        "parts: [{label: a, loop: ytre læring}, {label: b, loop: ukjent}, {label: c}]\n---\n\nTekst.\n"
    ),
    "concepts/uten-ord.md": (
        f"---\nterm: modellen\ntype: modell\n{HEAD}parts: [{{label: a}}, {{label: {LONG}}}]\n---\n\nTekst.\n"
    ),
    "concepts/en-del.md": f"---\nterm: en del\ntype: modell\n{HEAD}parts: [{{label: a}}]\n---\n\nTekst.\n",
    "concepts/tjue.md": (
        f"---\nterm: tjue\ntype: modell\n{HEAD}drawing: sirkel\nparts:\n"
        + "".join(f"  - label: del {number}\n" for number in range(20))
        + "---\n\nTekst.\n"
    ),
    "concepts/ikke-tegnet.md": (
        f"---\nterm: begrepet\ntype: begrep\n{HEAD}parts: [{{label: a}}, {{label: b}}]\n---\n\nTekst.\n"
    ),
    "bib/a.bib": "@book{berg2020, author = {Berg, Kari}, title = {Lest}, publisher = {F}, year = {2020}, x-read = {yes}}\n",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("site"), FILES)


def drawing(site: Path, id_: str) -> str:
    found = re.search(r'<figure class="plfkb-figure">.*?</figure>', page(site, f"begrep/{id_}"), re.DOTALL)
    return found[0] if found else ""


def test_parts_with_an_entry_are_links_and_planned_ones_are_not(site: Path) -> None:
    figure = drawing(site, "sirkel")
    assert '<a class="plfkb-svg__part" href="../ytre/" aria-label="1. Mål">' in figure
    assert '<g class="plfkb-svg__part" role="img" aria-label="2. Samtale">' in figure
    assert 'id="tegning">Tegning: Sirkelen</p>' in figure
    assert figure.count("plfkb-svg__head") == 3


def test_the_parts_stay_as_a_list(site: Path) -> None:
    assert '<li><strong><a href="../ytre/">Mål</a></strong></li>' in page(site, "begrep/sirkel")


def test_a_loop_leads_to_the_entry_of_its_name(site: Path) -> None:
    figure = drawing(site, "sloyfer")
    assert '<a class="plfkb-svg__loop" href="../ytre/" aria-label="Ytre læring">' in figure
    assert '<g class="plfkb-svg__loop" role="img" aria-label="Ukjent">' in figure


def test_a_model_that_says_nothing_is_drawn_as_a_list(site: Path) -> None:
    assert "sier ikke noe om rekkefølge" in drawing(site, "uten-ord")
    assert "plfkb-svg__head" not in drawing(site, "uten-ord")


def test_one_part_or_another_type_is_not_drawn_and_twenty_parts_are(site: Path) -> None:
    assert drawing(site, "en-del") == ""
    assert drawing(site, "ikke-tegnet") == ""
    assert drawing(site, "tjue").count("<rect ") == 20


SURROUNDED = {
    **{
        path: text
        for path, text in FILES.items()
        if not path.startswith("concepts/") or path.endswith(".yml")
    },
    "concepts/temaer.yml": "t: {label: Samarbeid, about: Om.}\nu: {label: Læring, about: Om.}\n"
    "tomt: {label: Tomt, about: Om.}\n",
    "concepts/alene.md": f"---\nterm: alene\ntype: begrep\n{HEAD}---\n\nTekst.\n",
    "concepts/midten.md": f"---\nterm: midten\ntype: begrep\n{HEAD}related: [dialog, naer]\nbroader: [over]\n---\n\nA.\n",
    "concepts/over.md": f"---\nterm: over\ntype: begrep\n{HEAD}---\n\nTekst.\n",
    "concepts/naer.md": f"---\nterm: nær\ntype: begrep\n{HEAD}related: [fjern, borte]\n---\n\nTekst.\n",
    "concepts/fjern.md": "---\nterm: fjern\ntype: begrep\ntheme: u\ndefinition: Et ord [@berg2020].\n---\n\nTekst.\n",
    "concepts/borte.md": f"---\nterm: borte\ntype: begrep\n{HEAD}replaced_by: fjern\n---\n\nTekst.\n",
}


@pytest.fixture(scope="module")
def surrounded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("surrounded"), SURROUNDED)


def test_surroundings_are_drawn_and_listed(surrounded: Path) -> None:
    html = page(surrounded, "begrep/midten")
    assert '<a class="plfkb-svg__near" href="../naer/" aria-label="Nær">' in html
    assert '<g class="plfkb-svg__near" role="img" aria-label="Dialog">' in html
    assert '<a class="plfkb-svg__far" href="../fjern/" aria-label="Fjern">' in html
    assert 'aria-label="Borte"' not in html
    assert '<a href="../fjern/">fjern</a> gjennom nær' in html
    assert 'href="#i-sammenheng"' in html


def test_an_entry_without_relations_has_no_picture(surrounded: Path) -> None:
    assert "plfkb-around" not in page(surrounded, "begrep/alene")


def test_the_map_has_every_concept_in_use_under_its_theme(surrounded: Path) -> None:
    html = page(surrounded, "kart")
    assert '<a class="plfkb-svg__part" href="#tema-t" aria-label="Samarbeid (4)">' in html
    assert "Tomt" not in html
    assert "begrep/borte/" not in html
    for id_ in ("alene", "midten", "over", "naer", "fjern"):
        assert html.count(f'href="../begrep/{id_}/"') == 1, id_
    assert html.index('href="../begrep/over/"') < html.index("<ul>", html.index('href="../begrep/over/"'))
    assert "Henger sammen med" in html
    assert 'href="../kart/"' in page(surrounded, "tema")
