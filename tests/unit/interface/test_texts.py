"""The table of interface texts is complete, used, and the only place where the interface has its words."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path

import pytest
import yaml

from plfkb.editions.changes import ChangeKind
from plfkb.interface.texts import LANGUAGES, TABLES, read_tables, texts_for
from plfkb.linking.relations import Direction
from plfkb.pages.page import PageKind
from plfkb.reading.fields import BASES, CONCEPT_TYPES, DRAWINGS, STATUSES
from plfkb.search.documents import TOLD
from tests.conftest import ROOT

TEMPLATES = sorted((ROOT / "plfkb" / "templates").rglob("*.html"))
SCRIPTS = sorted((ROOT / "plfkb" / "assets" / "js").rglob("*.js"))
MODULES = sorted((ROOT / "plfkb" / "pages").glob("*.py"))
TABLE = read_tables()
NAMES = {"BibTeX", "Escape", "Enter"}  # of a format, of keys on the keyboard
FAMILIES = {
    "kind.": [kind.value for kind in PageKind],
    "type.": CONCEPT_TYPES,
    "basis.": BASES,
    "status.": STATUSES,
    "form.": [form for form in DRAWINGS if form != "ingen"],
    "change.": [kind.value for kind in ChangeKind],
    "script.search-role-": TOLD,
    "relation.": [direction.value for direction in Direction],
}


def shape(text: object) -> object:
    """What must be alike in all three languages: the holes, and whether there is a one and an other."""
    if isinstance(text, dict):
        return {number: shape(words) for number, words in text.items()}
    assert isinstance(text, str)
    assert text
    return sorted(set(re.findall(r"\{(\w+)\}", text)))


@pytest.mark.parametrize("key", TABLE)
def test_a_text_is_there_in_every_language_with_the_same_holes(key: str) -> None:
    row = TABLE[key]
    assert tuple(row) == LANGUAGES
    assert len({json.dumps(shape(text)) for text in row.values()}) == 1


def test_no_key_is_written_twice() -> None:
    keys = [
        line[:-1]
        for name in TABLES
        for line in (ROOT / "plfkb" / "interface" / name).read_text("utf-8").splitlines()
        if re.fullmatch(r"[^ #].*:", line)
    ]
    assert sorted(set(keys)) == sorted(keys)
    assert set(keys) == set(TABLE)


def test_the_theme_finds_all_its_keys() -> None:
    import material

    own = Path(material.__file__).parent / "templates" / "partials" / "languages" / "en.html"
    asked = re.findall(r'^  "([\w.]+)":', own.read_text("utf-8"), re.MULTILINE)
    assert len(asked) > 40
    assert [key for key in asked if key not in TABLE] == []


def asked_for() -> set[str]:
    sources = [path.read_text("utf-8") for path in (*TEMPLATES, *(ROOT / "plfkb").rglob("*.py"))]
    return {key for source in sources for key in re.findall(r'"([a-z]+(?:-[a-z]+)*\.[a-z-]+)"', source)}


def test_every_text_is_asked_for() -> None:
    own = yaml.safe_load((ROOT / "plfkb" / "interface" / "pages.yml").read_text("utf-8"))
    scripts = " ".join(path.read_text("utf-8") for path in SCRIPTS)
    unused = [
        key
        for key in own
        if key not in asked_for()
        and not (key.startswith("script.") and key.removeprefix("script.") in scripts)
        and not key.startswith(tuple(FAMILIES))
    ]
    assert unused == []


@pytest.mark.parametrize("family", FAMILIES)
def test_every_member_of_a_family_has_a_text(family: str) -> None:
    assert {key for key in TABLE if key.startswith(family)} == {family + name for name in FAMILIES[family]}


def test_what_templates_ask_for_is_there() -> None:
    calls = [
        (path.name, key)
        for path in TEMPLATES
        for key in re.findall(r'\bt\(\s*"([^"]+)"\s*[,)]', path.read_text("utf-8"))
    ]
    assert len(calls) > 50
    assert [call for call in calls if call[1] not in TABLE] == []


def words_in(template: str) -> list[str]:
    """The words that a template says by itself: between its tags, in attributes one hears, in strings of expressions."""
    text = re.sub(r"\{#.*?#\}|<!--.*?-->|(?<=<script>).*?(?=</script>)", " ", template, flags=re.DOTALL)
    found = [
        word
        for expression in re.findall(r"\{[{%](.*?)[%}]\}", text, re.DOTALL)
        for word in re.findall(r"\"([^\"]*)\"|'([^']*)'", expression)
        for word in word
        if re.search(r"[A-ZÆØÅa-zæøå] |^ \w|[A-ZÆØÅæøå]", word) and "<" not in word
    ]
    text = re.sub(r"\{\{.*?\}\}|\{%.*?%\}", " ", text, flags=re.DOTALL)
    for value in re.findall(r"(?:aria-label|alt|title|placeholder|content)=\"([^\"]*)\"", text):
        found += (
            re.findall(r"[^\W\d_]{2,}", value) if not re.match(r"#|\(|width=|noindex", value.strip()) else []
        )
    return found + re.findall(r"[^\W\d_]{2,}", re.sub(r"<[^>]*>", " ", text))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_template_has_words_of_its_own(path: Path) -> None:
    allowed = {"søkefelt"}  # the name of an insert
    assert [word for word in words_in(path.read_text("utf-8")) if word not in allowed] == []


@pytest.mark.parametrize(
    ("template", "words"),
    [
        ("<p>{{ t('site.menu') }}</p>", []),
        ("<p>Søk</p>", ["Søk"]),
        ('<a aria-label="Opp">↑</a>', ["Opp"]),
        ("{{ names | join(' og ') }}", [" og "]),
        ('{% if kind == "begrep" %}x{% endif %}', []),
    ],
)
def test_the_search_for_words_finds_them(template: str, words: list[str]) -> None:
    assert words_in(template) == words


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_no_script_has_words_of_its_own(path: Path) -> None:
    code = re.sub(r"/\*.*?\*/|//[^\n]*", "", path.read_text("utf-8"), flags=re.DOTALL)
    strings = re.findall(r"\"([^\"\n]*)\"", code)
    assert [
        text
        for text in strings
        if text not in NAMES
        and re.search(r"[A-ZÆØÅæøå][a-zæøå]+ |[æøåÆØÅ][a-zæøå]|[a-zæøå][æøåÆØÅ]|^[A-Z][a-z]+$", text)
    ] == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.name)
def test_no_page_module_has_words_of_its_own(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    said = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings
    ]
    # A name of an insert or a filter is lower case; markup and patterns are no words.
    assert [
        text
        for text in said
        if text not in NAMES
        and "<" not in text
        and re.search(r"^[A-ZÆØÅ][a-zæøå]{2,}|^[a-zæøå]+ [a-zæøå]+", text)
    ] == []


def test_texts_fill_holes_and_escape_what_is_no_html() -> None:
    texts = texts_for("nb", site="A & B")
    assert texts.say("site.search-in") == "Søk i A & B"
    assert str(texts("site.search-in")) == "Søk i A &amp; B"
    assert texts.say("count.pages", n=1) == "1 side"
    assert texts.say("count.pages", n=2) == "2 sider"
    assert texts_for("nn").say("missing.title") == "Sida finst ikkje"
    assert texts.scripts["copied"] == "Kopiert"
    assert texts.theme("toc") == "På denne siden"
    assert texts.theme("noe-nytt") == ""
