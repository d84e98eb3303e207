"""The open data, read by programs that know nothing of plfkb: a Data Package by Frictionless' own, the graph by networkx.

SKOS, BibTeX, RIS and CSL-JSON are read in the tests beside this one.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import networkx
import pytest
from frictionless import Package
from frictionless.resources import TableResource

from plfkb.export.data import PACKAGE
from plfkb.export.tables import COLUMNS
from plfkb.reading.knowledge_base import load
from tests.conftest import ROOT, write_files
from tests.unit.export.test_skos import FILES, data


@pytest.mark.parametrize("whole", ["the real base", "odd entries"])
def test_the_package_is_valid_and_its_table_has_types(tmp_path: Path, whole: str) -> None:
    root = ROOT if whole == "the real base" else write_files(tmp_path / "base", FILES)
    written = write_files(tmp_path / "site", data(root).whole())
    package = Package(str(written / PACKAGE))
    report = package.validate()
    assert report.valid, report.flatten(["name", "message"])
    table = package.get_resource("begreper-csv")
    assert isinstance(table, TableResource)
    rows = {row["id"]: row for row in table.read_rows()}
    concepts = load(root).concepts
    assert list(rows) == list(concepts)
    assert list(table.header) == [column.name for column in COLUMNS]
    for id_, concept in concepts.items():
        assert rows[id_]["opprettet"] == concept.credit.created
        assert rows[id_]["opprettet"] is None or isinstance(rows[id_]["opprettet"], date)


def test_the_graph_is_one() -> None:
    told = json.loads(data(ROOT).whole()["data/graf.json"])
    graph = networkx.node_link_graph(told, directed=True, multigraph=True, edges="edges")
    kb = load(ROOT)
    assert set(graph) == {entry.id for entry in kb.entries}
    sides = {
        target
        for _, target, kind in graph.out_edges("enkeltkrets-og-dobbeltkretslaering", data="type")
        if kind == "compares"
    }
    assert sides == set(kb.comparisons["enkeltkrets-og-dobbeltkretslaering"].between)
