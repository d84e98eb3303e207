"""What the drawings cost: the picture of every entry's surroundings, the map, and the data for setting two side by side.

Usage: python benchmarks/drawings.py [ENTRIES]     (default: 1000)

Every entry has six relations, drawn with a fixed seed. Counted in processor time, beside the rendering of the same
entries from Markdown, which is the larger part of what plfkb does itself.
"""

from __future__ import annotations

import random
import re
import sys
import tempfile
import time
from pathlib import Path

import markdown

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks import corpus
from plfkb.export.publication import Publication
from plfkb.interface.texts import texts_for
from plfkb.markdown.extension import PlfkbExtension
from plfkb.markdown.rendering import Library
from plfkb.pages import overviews, side_by_side, theme_map
from plfkb.pages.maker import Maker
from plfkb.pages.page import PageKind
from plfkb.pages.surroundings import around
from plfkb.reading.knowledge_base import load
from plfkb.site import Site

RELATIONS = 6


def related(root: Path, entries: int) -> None:
    """Give every entry of the corpus its relations."""
    chance = random.Random(20261121)
    for path in sorted((root / "concepts").glob("*.md")):
        targets = ", ".join(f"begrep-{number}" for number in chance.sample(range(entries), RELATIONS))
        text = re.sub(r"^related: .*$", f"related: [{targets}]", path.read_text("utf-8"), flags=re.MULTILINE)
        path.write_text(text, encoding="utf-8")


def main() -> None:
    entries = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        corpus.write(root, entries)
        related(root, entries)
        kb = load(root)
    texts = texts_for("nb", site="Prøve")
    site = Site(kb, texts)
    maker = Maker(Library(kb), texts, Publication())
    concepts = [page for page in site.pages.values() if page.kind is PageKind.CONCEPT]
    start = time.process_time()
    rendered = []
    for page in concepts:
        rendering = site.begin(page)
        html = markdown.markdown(page.markdown, extensions=[PlfkbExtension(rendering=rendering), "toc"])
        rendered.append((page, rendering, html))
    parsed = time.process_time()
    weight = 0
    for page in concepts:
        made = around(maker, kb.concepts[page.key], page)
        weight += len(made.figure.svg) if made else 0
    drawn = time.process_time()
    chart = next(page for page in site.pages.values() if page.key == "kart")
    context = theme_map.context(maker.library, texts, chart, overviews.listed(maker.library))
    size = len(maker.render("kart.html", chart, **context))
    mapped = time.process_time()
    for page, rendering, html in rendered:
        side_by_side.side(maker.library, texts, kb.concepts[page.key], rendering, html)
    chosen = time.process_time()
    markdowns = parsed - start
    print(f"{entries} entries, {RELATIONS} relations each; Markdown {markdowns:.2f} s")
    print(
        f"surroundings {drawn - parsed:.2f} s ({(drawn - parsed) / markdowns:.0%}), {weight / entries:.0f} bytes of SVG"
    )
    print(f"map {mapped - drawn:.2f} s, {size / 1000:.0f} kB; side by side {chosen - mapped:.2f} s")


if __name__ == "__main__":
    main()
