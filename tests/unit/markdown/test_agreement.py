"""The check's scanner and the renderer read the same citations and links out of a text."""

from __future__ import annotations

from collections import Counter

import markdown
from hypothesis import example, given, settings
from hypothesis import strategies as st

from plfkb.checks.text import scan, texts
from plfkb.errors import Place
from plfkb.linking.uses import Origin
from plfkb.markdown.extension import PlfkbExtension
from plfkb.markdown.rendering import Library, Rendering
from plfkb.model import KnowledgeBase, Text
from plfkb.reading.knowledge_base import load
from tests.conftest import ROOT

EXTENSIONS = ["attr_list", "def_list", "fenced_code", "footnotes", "md_in_html", "tables", "toc"]
_PIECES = st.sampled_from(
    [
        "[@lest2020]", "[@lest2020, s. 3]", " @lest2020 ", "[[lag]]", "[[lag|x]]", " `[@lest2020]` ", " ``a ` b`` ", " ` ",
        "[a @lest2020](b)", "<!-- [@lest2020] -->", "<b>", "</b>", "a@lest2020.no", "\\[", "\\@", "*", "_", "**",
        "\n\n", "\n",
        "\n\n[^1]: ", "[^1]", "[[lag|@lest2020]]", "\n\n| [[lag|x]] | b |\n|---|---|\n| [@lest2020] | c |\n\n",
        "\n\n- ", "\n\n1. ", "\n- ", "\n## h\n", "\n\n    ", "\n\n```\n", "\n```\n\n", "http://a.no/@b",
        "ord", " ", "«", "»", "&", ".",
    ]
)  # fmt: skip


def _rendered(library: Library, text: str) -> tuple[list[str], list[str]]:
    rendering = Rendering(library, Origin("x/", "X", "side"), "docs/x.md")
    markdown.markdown(text, extensions=[PlfkbExtension(rendering=rendering), *EXTENSIONS])
    cited = [use.target for use in rendering.citations]
    cited += [str(problem.facts["key"]) for problem in rendering.problems if problem.rule == "ukjent-kilde"]
    return sorted(cited), sorted(use.target for use in rendering.links)


def _scanned(library: Library, text: Text) -> tuple[list[str], list[str]]:
    found = scan("", text)
    cited = [key for cluster, _ in found.clusters for c in cluster.citations for key in (c.key, c.via) if key]
    ids = [library.terms.resolve(link.target) for link, _ in found.links]
    return sorted(cited), sorted(target.id for target in ids if target.id and not target.planned)


def test_on_every_text_of_the_real_knowledge_base() -> None:
    kb: KnowledgeBase = load(ROOT)
    library = Library(kb)
    for _, text in texts(kb):
        assert _scanned(library, text) == _rendered(library, text.markdown), text.place


@settings(deadline=None, max_examples=300)
@example(["\n\n```\n", "*", " `[@lest2020]` "])
@example(["\n\n```\n", "<!-- [@lest2020] -->", "[@lest2020]", " ``a ` b`` "])
@given(st.lists(_PIECES, min_size=1, max_size=8))
def test_the_scanner_sees_what_the_renderer_sees(library: Library, pieces: list[str]) -> None:
    """The check may see more than the renderer (a complaint too many), never less (an error that slips through)."""
    text = "".join(pieces)
    cited, linked = _scanned(library, Text(text, Place("x", 1)))
    rendered_cited, rendered_linked = _rendered(library, text)
    assert not Counter(rendered_cited) - Counter(cited), text
    assert not Counter(rendered_linked) - Counter(linked), text
