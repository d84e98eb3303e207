"""The other files under data/: the table, the graph, the list of what there is."""

from __future__ import annotations

import csv
import json
from io import StringIO

from plfkb.export.data import PACKAGE, Data
from plfkb.export.publication import Publication
from plfkb.export.tables import COLUMNS
from plfkb.markdown.rendering import Library
from plfkb.reading.knowledge_base import load
from tests.conftest import ROOT, MakeFiles
from tests.unit.export.test_skos import FILES, PUBLICATION, data, entry


def test_the_table_opens_in_a_norwegian_spreadsheet(make_files: MakeFiles) -> None:
    text = data(make_files(FILES)).whole()["data/begreper.csv"]
    assert text.startswith("\ufeffid;term;")
    rows = {row["id"]: row for row in csv.DictReader(StringIO(text.removeprefix("\ufeff")), delimiter=";")}
    team = rows["team"]
    assert (team["også kalt"], team["bør unngås"], team["engelsk"]) == (
        "arbeidslag | team",
        "tiim | arbeidslag",
        "team | work team",
    )
    assert (team["overordnet"], team["del av"], team["har delene"]) == ("gruppe", "skole", "gruppe")
    assert team["beslektet"] == "lag | kommer snart"
    assert team["definisjon"] == "Et team er ifølge Berg (2020, s. 3) en liten gruppe."
    assert team["adresse"] == "https://plf.example/begrep/team/"
    assert rows["rart"]["term"] == '"sitat" \\ og\nny linje\t<b> \x07'


def test_no_cell_is_a_formula(make_files: MakeFiles) -> None:
    files = {**FILES, "concepts/regn.md": entry('"=1+1"', 'also: ["+2", "@x"]')}
    text = data(make_files(files)).whole()["data/begreper.csv"]
    rows = {row["id"]: row for row in csv.DictReader(StringIO(text.removeprefix("\ufeff")), delimiter=";")}
    assert (rows["regn"]["term"], rows["regn"]["også kalt"]) == ("'=1+1", "'+2 | @x")


def test_the_graph_holds_together() -> None:
    graph = json.loads(data(ROOT).whole()["data/graf.json"])
    ids = {node["id"] for node in graph["nodes"]}
    assert len(ids) == len(graph["nodes"]) == len(load(ROOT).entries)
    assert {end for edge in graph["edges"] for end in (edge["source"], edge["target"])} <= ids
    assert {edge["type"] for edge in graph["edges"]} == {
        "broader",
        "part_of",
        "related",
        "contrasts",
        "compares",
    }


def test_the_package_lists_every_file(make_files: MakeFiles) -> None:
    whole = data(make_files(FILES)).whole()
    package = json.loads(whole[PACKAGE])
    assert {f"data/{row['path']}": row["bytes"] for row in package["resources"]} == {
        address: len(text.encode()) for address, text in whole.items() if address != PACKAGE
    }
    assert (package["version"], package["licenses"]) == ("2026-03-07", [{"path": "https://lisens.example/"}])


def test_the_page_about_the_data_names_every_file() -> None:
    page = (ROOT / "docs/om/data.md").read_text(encoding="utf-8")
    for address in data(ROOT).whole():
        assert f"(../{address})" in page or f'href="../../{address}"' in page, address


def test_the_page_about_the_data_names_every_column() -> None:
    page = (ROOT / "docs/om/data.md").read_text(encoding="utf-8")
    table = page.partition("| kolonne |")[2].partition("\n\n")[0]
    named = [name for row in table.splitlines()[2:] for name in row.split("|")[1].strip().split(", ")]
    assert named == [column.name for column in COLUMNS]


def test_the_same_base_gives_the_same_bytes(make_files: MakeFiles) -> None:
    root = make_files(FILES)
    assert data(root).whole() == data(root).whole()
    assert data(root).each() == data(root).each()


def test_a_site_without_an_address_has_no_data(make_files: MakeFiles) -> None:
    made = Data(Library(load(make_files(FILES))), Publication("Basen"))
    assert (made.whole(), made.each()) == ({}, {})
    assert PUBLICATION.url


def test_an_empty_base_is_no_error(make_files: MakeFiles) -> None:
    whole = data(make_files({"concepts/temaer.yml": "t: {label: T, about: Om.}\n"})).whole()
    assert json.loads(whole["data/graf.json"])["nodes"] == []
    assert json.loads(whole["data/litteratur.csl.json"]) == []
