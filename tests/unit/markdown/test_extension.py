from __future__ import annotations

import re
from dataclasses import replace

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

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


def test_definitions_are_left_alone_and_parts_are_one_section(convert: Convert) -> None:
    html, rendering = convert(joined(["Et lag.", "Et lag.", "Laget.", "Et lag.\n\n## Del\n\nEt lag."]))
    definition, first, second, body = parted(html)
    counts = [text.count("plfkb-term--found") for text in (definition, first, second, body)]
    assert counts == [0, 1, 0, 2]
    assert [(use.target, use.section, use.found) for use in rendering.links] == [
        ("lag", "", True),
        ("lag", "", True),
        ("lag", "Del", True),
    ]


def test_links_by_hand_come_first_among_uses_and_advice_is_no_part_of_a_sentence(convert: Convert) -> None:
    _, rendering = convert("Et laug her.\n\n## Del\n\nEt [[lag]] og et [[laug]].")
    assert [(use.words, use.found) for use in rendering.links] == [
        ("lag", False),
        ("laug", False),
        ("laug", True),
    ]
    assert rendering.links[0].after == " og et laug."


def test_a_page_that_is_no_entry_gets_no_links_by_itself(library: Library) -> None:
    rendering = Rendering(library, Origin("om/", "Om", "side"), "docs/om.md")
    assert "plfkb-term" not in markdown.markdown("Et lag.", extensions=[PlfkbExtension(rendering=rendering)])


def test_a_knowledge_base_may_do_without_links_by_themselves(library: Library) -> None:
    changed = Library(replace(library.kb, settings=replace(library.kb.settings, autolink="nei")))
    rendering = Rendering(changed, Origin("begrep/team/", "Team", "begrep"), "concepts/team.md", "team")
    html = markdown.markdown("Et lag og et [[lag]].", extensions=[PlfkbExtension(rendering=rendering)])
    assert "Et lag og" in html
    assert html.count("plfkb-term") == 1


def test_an_entry_may_keep_a_word_from_being_linked(library: Library) -> None:
    team = replace(library.kb.concepts["team"], nolink=("gruppene",))
    changed = Library(replace(library.kb, concepts={**library.kb.concepts, "team": team}))
    rendering = Rendering(changed, Origin("begrep/team/", "Team", "begrep"), "concepts/team.md", "team")
    assert "plfkb-term" not in markdown.markdown("Et lag.", extensions=[PlfkbExtension(rendering=rendering)])


@given(
    st.lists(
        st.sampled_from(
            ["lag ", "laget", " «", "» ", "*", "`", "[[lag]]", "\n\n", "> ", "<b>", "&", "- ", "x"]
        )
    )
)
def test_links_never_change_the_words(library: Library, pieces: list[str]) -> None:
    text = "".join(pieces)

    def words(owner: str) -> str:
        rendering = Rendering(library, Origin("begrep/team/", "Team", "begrep"), "", owner)
        html = markdown.markdown(text, extensions=[PlfkbExtension(rendering=rendering)])
        return re.sub(r"</?a\b[^>]*>", "", html)

    assert words("team") == words("")


def test_a_megabyte_of_text_is_linked(library: Library) -> None:
    rendering = Rendering(library, Origin("begrep/team/", "Team", "begrep"), "concepts/team.md", "team")
    text = "\n\n".join(f"## Del {n}\n\n" + "Et lag og noe annet i teksten. " * 40 for n in range(800))
    assert len(text) > 1_000_000
    html = markdown.markdown(text, extensions=[PlfkbExtension(rendering=rendering), "toc"])
    assert html.count("plfkb-term--found") == 800
