from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import markdown
import pytest
from markdown.extensions import Extension

from plfkb.linking.uses import Origin
from plfkb.markdown.extension import PlfkbExtension
from plfkb.markdown.rendering import Library, Rendering
from plfkb.reading.knowledge_base import load

ENTRY = "---\nterm: {term}\n{more}type: begrep\ntheme: t\ndefinition: Et {term} [@lest2020].\n---\n"
MORE = "also: [gruppe]\ndiscouraged: [laug]\n"
BIB = """
@book{lest2020, author = {Berg, Kari}, title = {Lest}, publisher = {Forlaget}, year = {2020}, x-read = {yes}}
@book{annen2010, author = {Dahl, Per}, title = {Annen}, publisher = {Forlaget}, year = {2010}}
@book{under_strek_1, author = {Eng, Siv}, title = {Under}, publisher = {Forlaget}, year = {2001}}
"""

Convert = Callable[[str], tuple[str, Rendering]]


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    root: Path = tmp_path_factory.mktemp("kb")
    for folder in ("concepts", "bib"):
        (root / folder).mkdir()
    (root / "concepts/team.md").write_text(ENTRY.format(term="team", more=""), encoding="utf-8")
    (root / "concepts/lag.md").write_text(ENTRY.format(term="lag", more=MORE), encoding="utf-8")
    (root / "concepts/planlagt.yml").write_text("samskaping: samskaping\n", encoding="utf-8")
    (root / "bib/a.bib").write_text(BIB, encoding="utf-8")
    return Library(load(root))


@pytest.fixture
def convert(library: Library) -> Convert:
    """Render Markdown as the page about «team»."""

    def run(text: str) -> tuple[str, Rendering]:
        rendering = Rendering(library, Origin("begrep/team/", "Team", "begrep"), "concepts/team.md", "team")
        extensions: list[str | Extension] = [
            PlfkbExtension(rendering=rendering),
            "toc",
            "footnotes",
            "fenced_code",
            "tables",
            "attr_list",
        ]
        return markdown.markdown(text, extensions=extensions), rendering

    return run
