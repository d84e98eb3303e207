"""What a knowledge base is found by."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import pytest

from plfkb.errors import Place
from plfkb.export.publication import Publication
from plfkb.linking.uses import Origin
from plfkb.markdown.rendering import Library, Rendering
from plfkb.model import Document as KeptOut
from plfkb.model import KnowledgeBase, Text
from plfkb.norwegian.forms import Forms
from plfkb.norwegian.search_words import fold, sound, stem
from plfkb.pages.page import Page, PageKind
from plfkb.search.documents import Document, Name, Passage, Role, documents
from plfkb.search.files import REGISTER, files
from plfkb.search.opensearch import opensearch
from plfkb.search.postings import NAMED, WHOLE, Entry, index

FORMS = Forms()


def document(
    title: str, *names: Name, text: str = "", summary: str = "", authors: Iterable[str] = ()
) -> Document:
    return Document(
        f"begrep/{title}/",
        PageKind.CONCEPT,
        "begrep",
        "tema",
        title,
        summary,
        (Name(title, Role.TITLE), *names),
        (Passage("", "", text), Passage("opphav", "Opphav", text)),
        dict.fromkeys(authors, 0.5),
    )


def found(built: dict[str, Entry], word: str) -> list[int]:
    """The documents that a word leads to, best first."""
    entry = built.get(stem(fold(word)))
    postings = entry.postings if entry else ()
    return [posting.document for posting in sorted(postings, key=lambda posting: -posting.weight)]


@pytest.mark.parametrize(
    "word",
    ["læringsfellesskap", "laeringsfelleskapet", "fellesskapene", "læring", "Stoll", "community", "gransker"],
)
def test_a_page_is_found_by_forms_parts_authors_and_text(word: str) -> None:
    page = document(
        "læringsfellesskap", Name("learning community", Role.ENGLISH), text="Vi gransker.", authors=["stoll"]
    )
    assert found(index([page], FORMS), word) == [0]


def test_a_name_comes_before_the_text() -> None:
    pages = [document("dialog", text="tillit tillit tillit"), document("tillit")]
    assert found(index(pages, FORMS), "tillit") == [1, 0]


def test_a_whole_name_comes_before_a_longer_one() -> None:
    pages = [document("profesjonell kapital og tillit"), document("kapital")]
    assert found(index(pages, FORMS), "kapital") == [1, 0]


def test_a_hidden_word_leads_to_the_page_after_a_name_that_is_told() -> None:
    pages = [
        document("autonomi", Name("selvstyre", Role.HIDDEN)),
        document("frihet", Name("selvstyre", Role.ALSO)),
    ]
    built = index(pages, FORMS)
    assert found(built, "selvstyret") == [1, 0]
    assert [posting.document for posting in built[WHOLE + stem(fold("selvstyre"))].postings] == [0, 1]


def test_a_compound_comes_after_the_word_itself() -> None:
    pages = [document("kollegaobservasjon"), document("observasjon")]
    assert found(index(pages, FORMS), "observasjon") == [1, 0]


def test_parts_of_a_compound_are_found_together() -> None:
    built = index([document("enkeltkretslæring")], FORMS)
    assert all(
        found(built, word) == [0] for word in ("enkelt", "krets", "læring", "enkeltkrets", "kretslæring")
    )


def test_a_name_is_found_written_together() -> None:
    assert WHOLE + stem("laerendemote") not in index([document("lærende møter")], FORMS)
    assert WHOLE + stem(fold("lærende") + fold("møter")) in index([document("lærende møter")], FORMS)


def test_what_is_compared_is_no_name_of_the_comparison() -> None:
    built = index([document("lag og team", Name("team", Role.SIDE))], FORMS)
    assert WHOLE + "team" not in built
    assert found(built, "team") == [0]


def test_the_passage_that_says_most_is_remembered() -> None:
    page = Document(
        "a/", PageKind.DOCUMENT, "side", "", "Om", "", (Name("Om", Role.TITLE),),
        (Passage("", "", "noe"), Passage("lisens", "Lisens", "lisensen lisenser")),
    )  # fmt: skip
    postings = index([page], FORMS)[stem("lisens")].postings
    assert [posting.passage for posting in postings] == [1]
    assert index([page], FORMS)[stem("om")].postings[0].passage == NAMED


def test_an_empty_base_has_an_index() -> None:
    made = files([], index([], FORMS))
    register = json.loads(made[REGISTER])
    assert register["documents"] == []
    # A query is looked up in a piece, so there must be one.
    assert made[REGISTER.replace("register", f"{register['version']}/i0")] == "{}"


def test_every_key_lies_in_the_piece_where_it_is_looked_for() -> None:
    pages = [document(f"begrep {number}", text=f"ord{number} sammen med andre") for number in range(3000)]
    made = files(pages, index(pages, FORMS))
    register = json.loads(made[REGISTER])
    firsts = register["pieces"]
    assert firsts == sorted(firsts)
    assert len(firsts) > 3
    folder = REGISTER.removesuffix("register.json") + register["version"]
    for number, first in enumerate(firsts):
        last = firsts[number + 1] if number + 1 < len(firsts) else "\uffff"
        for key in json.loads(made[f"{folder}/i{number}.json"]):
            assert first <= sound(key.removeprefix(WHOLE)) < last, key
    assert max(len(text) for address, text in made.items() if "/i" in address) < 80_000


def test_the_address_of_the_index_follows_its_content() -> None:
    one, two = (files([document(name)], index([document(name)], FORMS)) for name in ("tillit", "dialog"))
    assert json.loads(one[REGISTER])["version"] != json.loads(two[REGISTER])["version"]


def test_the_description_is_well_formed_and_escaped() -> None:
    from xml.etree import ElementTree

    publication = Publication("Navn & «navn» som er langt", 'https://example.org/"a"/', "Om <alt>")
    described = ElementTree.fromstring(opensearch(publication))
    space = "{http://a9.com/-/spec/opensearch/1.1/}"
    url = described.find(f"{space}Url")
    assert url is not None
    assert url.get("template") == 'https://example.org/"a"/sok/?q={searchTerms}'
    name = described.findtext(f"{space}ShortName")
    assert name is not None
    assert len(name) <= 16


def test_the_excerpt_of_a_page_does_not_begin_with_its_heading() -> None:
    library = Library(KnowledgeBase(Path()))
    page = Page(PageKind.DOCUMENT, "om/", "om", "Om basen")
    html = '<h1 id="om">Om basen<a class="headerlink" href="#om">¶</a></h1>\n<p>Den er ny.</p>\n<h2 id="a">A</h2><p>B.</p>'
    (made,) = documents(library, [(page, Rendering(library, Origin("", "", ""), ""), html)])
    assert made.summary == "Den er ny."
    assert [passage.text for passage in made.passages] == ["Den er ny.", "B."]
    assert made.names[0].text == "Om basen"


def test_a_page_can_stay_out_of_the_search() -> None:
    place = Place("docs/inne.md", 1)
    for searched in (True, False):
        kept = KeptOut(place, Text("", place), searched=searched)
        library = Library(KnowledgeBase(Path(), documents=(kept,)))
        page = Page(PageKind.DOCUMENT, "inne/", "inne", "Inne", path=place.path)
        made = documents(library, [(page, Rendering(library, Origin("", "", ""), ""), "<p>Den er ny.</p>")])
        assert [item.title for item in made] == ["Inne"] * searched
