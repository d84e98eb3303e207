from __future__ import annotations

import markdown
import pytest

from plfkb.linking.uses import Origin
from plfkb.markdown.extension import PlfkbExtension
from plfkb.markdown.rendering import Library, Rendering, joined, parted
from tests.conftest import cases, ids
from tests.unit.markdown.conftest import Convert


@pytest.mark.parametrize("case", cases("markdown"), ids=ids)
def test_html(case: dict[str, object], convert: Convert) -> None:
    html, _ = convert(str(case["markdown"]))
    if "html" in case:
        assert html == case["html"]
    contains = case.get("contains", [])
    assert isinstance(contains, list)
    for part in contains:
        assert part in html
    if "lacks" in case:
        assert str(case["lacks"]) not in html


def test_uses_are_written_down_with_their_sentence(convert: Convert) -> None:
    text = "## Opphav\n\nÉn. Et [[lag]] gjør noe, sier Berg m.fl. her [@annen2010, s. 5 via @lest2020, s. 9]. Slutt."
    _, rendering = convert(text)
    (link,) = rendering.links
    assert (link.target, link.section, link.anchor) == ("lag", "Opphav", "nevnt-lag")
    assert link.before == "Et "
    assert link.words == "lag"
    assert link.after == " gjør noe, sier Berg m.fl. her (Dahl, 2010, s. 5, sitert i Berg, 2020, s. 9)."
    unread, read = rendering.citations
    assert (unread.target, unread.locator, unread.via) == ("annen2010", "s. 5", "lest2020")
    assert (read.target, read.locator, read.via) == ("lest2020", "s. 9", "")
    assert list(rendering.listed) == ["lest2020"]


def test_a_section_is_named_without_the_link_that_its_heading_has_to_itself(library: Library) -> None:
    rendering = Rendering(library, Origin("begrep/team/", "Team", "begrep"), "concepts/team.md", "team")
    markdown.markdown(
        "## I *praksis*\n\nEt [[lag]].",
        extensions=[PlfkbExtension(rendering=rendering), "toc"],
        extension_configs={"toc": {"permalink": True}},
    )
    assert [use.section for use in rendering.links] == ["I praksis"]


def test_unknown_keys_and_links_are_complained_about(convert: Convert) -> None:
    _, rendering = convert("[@finnesikke] [[finnesikke]]")
    assert sorted(problem.rule for problem in rendering.problems) == ["ukjent-kilde", "ukjent-lenke"]


def test_the_extension_works_by_its_entry_point(library: Library) -> None:
    html = markdown.markdown(
        "Et [[lag]] [@lest2020].",
        extensions=["plfkb"],
        extension_configs={"plfkb": {"root": str(library.kb.root)}},
    )
    assert 'href="begrep/lag/"' in html
    assert "Berg, 2020" in html


def test_texts_that_are_rendered_together_come_apart_again(convert: Convert) -> None:
    html, rendering = convert(joined(["En [@lest2020].", "- a\n- b", "## Del\n\nTo [@lest2020]."]))
    first, second, third = parted(html)
    assert first.startswith("<p>En ")
    assert second == "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"
    assert third.startswith('<h2 id="del">Del</h2>')
    assert rendering.listed == {"lest2020": ["sitat-1", "sitat-2"]}
