"""An entry that very many pages mention, and the cards of all of them."""

from __future__ import annotations

import gzip
import json
from importlib.resources import files as package_files
from pathlib import Path

from tests.e2e.sites import CONFIG, built, page

ENTRY = "---\nterm: {term}\ntype: begrep\ntheme: t\n{more}definition: Et {term} er noe [@lest2020].\n---\n\n{body}\n"
SOURCE = "@book{lest2020, author = {Berg, Kari}, title = {Lest}, publisher = {Forlaget}, year = {2020}, x-read = {yes}}\n"
# What terms and previews may add to a page.
CARD_BUDGET = 10_000


def test_an_entry_that_three_hundred_pages_mention(tmp_path: Path) -> None:
    files = {
        f"concepts/side-{n}.md": ENTRY.format(
            term=f"ting nummer {n}",
            more="",
            body=f"Her virker teamene i ting {n}.\n\n## Opphav\n\nFra et [[team]].",
        )
        for n in range(300)
    }
    near = ENTRY.format(term="lag", more="related: [team]\n", body="Teamet er her.")
    site = built(
        tmp_path,
        {
            **files,
            "concepts/team.md": ENTRY.format(term="team", more="", body="Slik er det."),
            "concepts/naer.md": near,
            "bib/a.bib": SOURCE,
            "docs/index.md": "# Forside\n",
            "mkdocs.yml": CONFIG,
        },
    )
    html = page(site, "begrep/team")
    uses = html[html.index('id="omtalt-i"') :]
    assert "301 sider" in uses
    assert uses.count("<mark>") == 601
    shown, folded = uses.split("<details>", 1)
    assert shown.index("Teamet</mark>") < shown.index("teamene</mark>")
    assert shown.count('class="plfkb-uses__page"') == 5
    assert folded.count('class="plfkb-uses__page"') == 296
    # The budget for an entry is 150 kB with all that it needs to be read.
    assert len(gzip.compress(html.encode())) < 40_000
    card = json.loads((site / "begrep/team/kort.json").read_text(encoding="utf-8"))
    assert card["onward"] == "Til oppslaget"
    assert "Et team er noe." in card["html"]
    assert "<a" not in card["html"]
    assert " id=" not in card["html"]
    source = json.loads((site / "kilde/lest2020/kort.json").read_text(encoding="utf-8"))
    assert "Berg, K. (2020)" in source["html"]


def test_cards_stay_within_their_budget() -> None:
    assets = package_files("plfkb") / "assets"
    weight = sum(
        len(gzip.compress((assets / name).read_bytes())) for name in ("js/cards.js", "css/cards.css")
    )
    assert weight < CARD_BUDGET
