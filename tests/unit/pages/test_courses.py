"""What a reading list for a course lists."""

from __future__ import annotations

from plfkb.pages.courses import course, lists_of
from plfkb.pages.page import Page, PageKind

PAGE = Page(PageKind.DOCUMENT, "pensum/emne/", "", "Emne")
TITLES = {"begrep/team/": "team", "begrep/lag/": "lag", "kilde/berg2020/": "Berg, 2020"}
HTML = """
<h1 id="emne">Emne</h1><p>Se <a href="../../begrep/team/">team</a> og <a href="../annet/">en side</a>.</p>
<h2 id="uke-1">Uke 1 &amp; 2<a class="headerlink" href="#uke-1">¶</a></h2>
<ul><li><a class="x" href="../../begrep/lag/#opphav">lag</a>, <a href="../../begrep/team/">team</a> igjen.
<span class="plfkb-cite" id="sit-1">(<a href="../../kilde/berg2020/">Berg</a>)</span> <a href="https://example.org/">ute</a></li></ul>
<h2 id="tomt">Tomt</h2><p>Ingenting.</p>
<h2 id="uke-3">Uke 3</h2><p><a href="../../kilde/berg2020/">Berg</a></p>
"""


def test_each_thing_is_listed_once_under_its_heading() -> None:
    found = course(PAGE, HTML, TITLES)
    assert [(group.title, [item.name for item in group.items]) for group in found.groups] == [
        ("", ["Team"]),
        ("Uke 1 & 2", ["Lag"]),
        ("Uke 3", ["Berg, 2020"]),
    ]
    assert found.addresses == ("begrep/team/", "begrep/lag/", "kilde/berg2020/")


def test_a_page_knows_the_lists_it_is_on() -> None:
    other = Page(PageKind.DOCUMENT, "pensum/annet/", "", "Annet")
    lists = lists_of([course(PAGE, HTML, TITLES), course(other, HTML, {"begrep/lag/": "lag"})])
    assert lists["begrep/lag/"] == (PAGE, other)
    assert lists["begrep/team/"] == (PAGE,)


def test_a_list_of_nothing() -> None:
    assert course(PAGE, "<p>Tekst</p>", TITLES).groups == ()
