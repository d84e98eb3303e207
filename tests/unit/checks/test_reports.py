from __future__ import annotations

from plfkb.checks.coverage import Wanted, coverage
from plfkb.checks.reading_list import second_hand
from plfkb.checks.text import scan_all
from plfkb.reading.knowledge_base import load
from tests.conftest import MakeFiles

BIB = """@book{lest2020, title = {Lest}, year = {2020}, x-read = {yes}}
@book{a2010, title = {A}, year = {2010}}
@book{b2011, title = {B}, year = {2011}}
"""
TEAM = (
    "---\nterm: team\ncovers: [Små team]\nredirects: [gammelt-team]\ntype: begrep\ntheme: t\n"
    "definition: Et team [@a2010 via @lest2020].\n---\n[@a2010, s. 3 via @lest2020; @b2011 via @lest2020]\n"
)


def test_works_that_are_known_through_others_come_by_use(make_files: MakeFiles) -> None:
    kb = load(make_files({"bib/a.bib": BIB, "concepts/team.md": TEAM}))
    first, second = second_hand(kb, scan_all(kb))
    assert (first.key, first.citations, first.entries, first.through) == ("a2010", 2, 1, ("lest2020",))
    assert (second.key, second.citations) == ("b2011", 1)


def test_an_inventory_is_covered_by_pages_and_by_addresses_that_lead_to_them(make_files: MakeFiles) -> None:
    kb = load(make_files({"bib/a.bib": BIB, "concepts/team.md": TEAM}))
    wanted = [
        Wanted("team", "concepts", 1),
        Wanted("lag", "concepts", 2),
        Wanted("sma-team", "systems"),
        Wanted("gammelt-team", "systems"),
    ]
    rows = {(row.kind, row.priority): (row.found, row.missing) for row in coverage(kb, wanted)}
    assert rows == {("concepts", 1): (1, ()), ("concepts", 2): (0, ("lag",)), ("systems", 0): (2, ())}
