"""The concepts as SKOS: read by rdflib, held against shapes by pyshacl and against what SKOS forbids."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyshacl import validate
from rdflib import RDF, Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, OWL, RDFS, SKOS, XSD, Namespace

from plfkb.export import rdf
from plfkb.export.data import Data
from plfkb.export.publication import Publication
from plfkb.export.turtle import turtle
from plfkb.markdown.rendering import Library
from plfkb.reading.knowledge_base import load
from tests.conftest import CASES, ROOT, MakeFiles

# rdflib and pyshacl use what rdflib itself is about to drop.
pytestmark = pytest.mark.filterwarnings(
    "ignore::DeprecationWarning:rdflib", "ignore::DeprecationWarning:pyshacl"
)

SITE = "https://plf.example/"
PUBLICATION = Publication(
    "Basen", SITE, "Begreper", licence="https://lisens.example/", contact="mailto:a@b.example"
)
SH = Namespace("http://www.w3.org/ns/shacl#")
XKOS = Namespace("http://rdf-vocabulary.ddialliance.org/xkos#")
SKOSNO = Namespace("https://data.norge.no/vocabulary/skosno#")
EUVOC = Namespace("http://publications.europa.eu/ontology/euvoc#")
FOREIGN = ("https://data.norge.no/vocabulary/", "http://publications.europa.eu/resource/")


def entry(term: str, *rows: str, definition: str = "Noe.") -> str:
    lines = "\n".join((f"term: {term}", "type: begrep", "theme: t", f"definition: {definition}", *rows))
    return f"---\n{lines}\n---\n\nTekst.\n"


FILES = {
    "concepts/temaer.yml": "t: {label: Samarbeid, about: Om samarbeid.}\n",
    "concepts/planlagt.yml": "kommer: kommer snart\n",
    "concepts/team.md": entry(
        "team", "also: [arbeidslag, team]", "en: [team, work team]", "nn: [arbeidslag]", "broader: [gruppe]",
        "part_of: [skole]", "contrasts: [gruppe]", "related: [lag, kommer]", "covers: [småteam]",
        "discouraged: [{term: tiim, reason: det er feil stavet}, arbeidslag]", "hidden: [sammensveisa, arbeidslag]",
        "definition_basis: tilpasset",
        "created: 2026-01-02", "updated: 2026-03-07", "authors: [Kari Nordmann]",
        definition="Et *team* er ifølge @berg2020 [s. 3] en [[gruppe|liten gruppe]] [@dahl2010 via @berg2020].",
    ),
    "concepts/gruppe.md": entry("gruppe", "part_of: [team]"),
    "concepts/skole.md": entry("skole"),
    "concepts/lag.md": entry("lag", "replaced_by: gruppe"),
    "concepts/rart.md": entry(
        '"\\"sitat\\" \\\\ og\\nny linje\\t<b> \\u0007"', definition='"Slutter på \\\\ og har \\"\\"\\"tre\\"\\"\\"."'
    ),
    "bib/a.bib": (
        "@book{berg2020, author = {Berg, Kari}, title = {Lest}, publisher = {F}, year = {2020}, x-read = {yes}}\n"
        "@book{dahl2010, author = {Dahl, Per}, title = {Annen}, publisher = {F}, year = {2010}}\n"
    ),
}  # fmt: skip


def data(root: Path) -> Data:
    return Data(Library(load(root)), PUBLICATION)


def read(text: str, form: str = "turtle") -> Graph:
    return Graph().parse(data=text, format=form)


@pytest.fixture
def odd(make_files: MakeFiles) -> Data:
    return data(make_files(FILES))


@pytest.fixture(scope="module")
def real() -> Data:
    return data(ROOT)


def concept(id_: str) -> URIRef:
    return URIRef(f"{SITE}begrep/{id_}/")


def test_what_is_said_of_a_concept(odd: Data) -> None:
    graph, team = read(odd.whole()["data/begreper.ttl"]), concept("team")
    text = Literal("Et team er ifølge Berg (2020, s. 3) en liten gruppe.", "nb")
    definition = URIRef(f"{team}#definisjon")
    for said in (
        (SKOS.prefLabel, Literal("team", "nb")),
        (SKOS.prefLabel, Literal("arbeidslag", "nn")),
        (SKOS.prefLabel, Literal("team", "en")),
        (SKOS.altLabel, Literal("arbeidslag", "nb")),
        (SKOS.altLabel, Literal("work team", "en")),
        (SKOS.hiddenLabel, Literal("tiim", "nb")),
        (SKOS.hiddenLabel, Literal("sammensveisa", "nb")),
        (SKOS.scopeNote, Literal("Unngå «arbeidslag».", "nb")),
        (SKOS.scopeNote, Literal("Unngå «tiim»: det er feil stavet.", "nb")),
        (SKOS.scopeNote, Literal("Omfatter: småteam.", "nb")),
        (SKOS.definition, text),
        (EUVOC.xlDefinition, definition),
        (SKOS.broader, concept("gruppe")),
        (SKOS.broader, concept("skole")),
        (XKOS.specializes, concept("gruppe")),
        (XKOS.isPartOf, concept("skole")),
        (SKOS.related, concept("lag")),
        (DCTERMS.subject, Literal("Samarbeid", "nb")),
        (DCTERMS.created, Literal("2026-01-02", datatype=XSD.date)),
        (DCTERMS.modified, Literal("2026-03-07", datatype=XSD.date)),
        (SKOS.inScheme, URIRef(f"{SITE}begrep/")),
    ):
        assert (team, *said) in graph, said
    assert set(graph.objects(team, SKOS.altLabel)) == {
        Literal("arbeidslag", "nb"),
        Literal("work team", "en"),
    }
    assert set(graph.objects(team, SKOS.hiddenLabel)) == {
        Literal("tiim", "nb"),
        Literal("sammensveisa", "nb"),
    }
    assert graph.value(definition, RDF.value) == text
    basis = URIRef("https://data.norge.no/vocabulary/relationship-with-source-type#derived-from-source")
    assert graph.value(definition, SKOSNO.relationshipWithSource) == basis
    sources = {URIRef(f"{SITE}kilde/berg2020/"), URIRef(f"{SITE}kilde/dahl2010/")}
    assert set(graph.objects(definition, DCTERMS.source)) == sources
    assert not list(graph.triples((None, None, concept("kommer"))))


def test_what_stands_above_cannot_stand_beside(odd: Data) -> None:
    graph, team = read(odd.whole()["data/begreper.ttl"]), concept("team")
    assert (team, SKOS.related, concept("gruppe")) not in graph
    assert (team, RDFS.seeAlso, concept("gruppe")) in graph
    association = URIRef(f"{team}#skilles-fra-gruppe")
    assert (team, SKOSNO.isFromConceptIn, association) in graph
    assert graph.value(association, SKOSNO.relationRole) == Literal("skilles fra", "nb")


def test_a_ring_of_two_kinds_is_cut_where_a_part_closes_it(odd: Data) -> None:
    graph = read(odd.whole()["data/begreper.ttl"])
    assert (concept("gruppe"), XKOS.isPartOf, concept("team")) in graph
    assert (concept("gruppe"), SKOS.broader, concept("team")) not in graph


def test_a_retired_concept_points_to_its_successor(odd: Data) -> None:
    graph = read(odd.whole()["data/begreper.ttl"])
    assert (concept("lag"), DCTERMS.isReplacedBy, concept("gruppe")) in graph
    assert (concept("gruppe"), DCTERMS.replaces, concept("lag")) in graph
    assert (concept("lag"), OWL.deprecated, Literal(True)) in graph
    status = {str(value).rpartition("/")[2] for value in graph.objects(concept("lag"), EUVOC.status)}
    assert status == {"DEPRECATED", "utkast"}


def test_terms_with_signs_that_mean_something(odd: Data) -> None:
    graph = read(odd.whole()["data/begreper.ttl"])
    assert graph.value(concept("rart"), SKOS.definition) == Literal('Slutter på \\ og har """tre""".', "nb")
    assert (concept("rart"), SKOS.prefLabel, Literal('"sitat" \\ og\nny linje\t<b> \x07', "nb")) in graph


@given(st.text(st.characters(codec="utf-8"), max_size=40))
def test_every_text_survives_turtle(text: str) -> None:
    told = rdf.Resource("https://a.example/", "skos:Concept")
    told.say("skos:note", rdf.Literal(text), rdf.Literal(text, "nb"))
    assert set(read(turtle([told])).objects(None, SKOS.note)) == {Literal(text), Literal(text, "nb")}


@pytest.mark.parametrize("which", ["odd", "real"])
def test_json_ld_says_what_turtle_says(which: str, request: pytest.FixtureRequest) -> None:
    made: Data = request.getfixturevalue(which)
    whole = made.whole()
    graph, other = read(whole["data/begreper.ttl"]), read(whole["data/begreper.jsonld"], "json-ld")
    assert set(graph) == set(other)
    for address, text in list(made.each().items())[:10]:
        one = read(text, "json-ld")
        assert set(one) <= set(graph), address
        (told,) = one.subjects(RDF.type, SKOS.Concept)
        assert set(one.triples((told, None, None))) == set(graph.triples((told, None, None)))


@pytest.mark.parametrize("which", ["odd", "real"])
def test_the_data_follow_skos_ap_no(which: str, request: pytest.FixtureRequest) -> None:
    graph = read(request.getfixturevalue(which).whole()["data/begreper.ttl"])
    assert complaints(graph, CASES / "begrep.shacl.ttl") == []


@pytest.mark.parametrize("which", ["odd", "real"])
def test_the_data_follow_the_published_shapes(which: str, request: pytest.FixtureRequest) -> None:
    shapes = CASES / "standards/skos-ap-no-begrep.ttl"
    graph = read(request.getfixturevalue(which).whole()["data/begreper.ttl"])
    # The shapes ask that the codes of others are concepts; they are, in the files of others, which are not here.
    for value in set(graph.objects()):
        if str(value).startswith(FOREIGN):
            graph.add((value, RDF.type, SKOS.Concept))
    assert complaints(graph, shapes) == []


def complaints(graph: Graph, shapes: Path) -> list[tuple[str, str]]:
    """The things at fault and why; the codes of others are not ours to describe."""
    _, report, _ = validate(graph, shacl_graph=str(shapes))
    assert isinstance(report, Graph)
    return [
        (str(report.value(result, SH.focusNode)), str(report.value(result, SH.resultMessage)))
        for result in report.subjects(RDF.type, SH.ValidationResult)
        if not str(report.value(result, SH.focusNode)).startswith(FOREIGN)
    ]


@pytest.mark.parametrize(
    "wrong",
    [
        f'<{SITE}begrep/team/> skos:prefLabel "enda en"@nb .',
        f"<{SITE}begrep/ny/> a skos:Concept .",
        f"<{SITE}begrep/team/> xkos:isPartOf <{SITE}#utgiver> .",
        f'<{SITE}begrep/team/#definisjon> rdf:value "to"@nb .',
    ],
)
def test_the_shapes_can_complain(odd: Data, wrong: str) -> None:
    graph = read(odd.whole()["data/begreper.ttl"] + wrong)
    assert complaints(graph, CASES / "begrep.shacl.ttl") != []


@pytest.mark.parametrize("which", ["odd", "real"])
def test_the_data_are_clean_skos(which: str, request: pytest.FixtureRequest) -> None:
    graph = read(request.getfixturevalue(which).whole()["data/begreper.ttl"])
    assert list(unclean(graph)) == []


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        (f'<{SITE}begrep/team/> skos:altLabel "team"@nb .', "labels"),
        (f'<{SITE}begrep/team/> skos:prefLabel "x"@nb .', "preferred"),
        (f"<{SITE}begrep/skole/> skos:broader <{SITE}begrep/team/> .", "ring"),
        (f"<{SITE}begrep/team/> skos:related <{SITE}begrep/skole/> .", "beside"),
        (f'<{SITE}begrep/ny/> a skos:Concept ; skos:prefLabel "ny"@nb .', "scheme"),
        (f'<{SITE}begrep/skole/> skos:prefLabel "team"@en, "gruppe"@en .', "preferred"),
        (f"<{SITE}begrep/rart/> skos:broader <{SITE}begrep/skole/> .", "one-way"),
    ],
)
def test_the_rules_of_skos_can_complain(odd: Data, wrong: str, why: str) -> None:
    assert why in {rule for rule, _ in unclean(read(odd.whole()["data/begreper.ttl"] + wrong))}


def unclean(graph: Graph) -> Iterator[tuple[str, str]]:
    """What SKOS (S13, S14, S27) and checkers such as Skosify and qSKOS complain about."""
    for told in set(graph.subjects(RDF.type, SKOS.Concept)):
        labels = [
            set(graph.objects(told, kind)) for kind in (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel)
        ]
        if sum(map(len, labels)) != len(set.union(*labels)):
            yield "labels", str(told)
        languages = [label.language for label in labels[0] if isinstance(label, Literal)]
        if not languages or len(languages) != len(set(languages)):
            yield "preferred", str(told)
        if (told, SKOS.inScheme, None) not in graph:
            yield "scheme", str(told)
        above = set(graph.transitive_objects(told, SKOS.broader)) - {told}
        if any(told in graph.objects(one, SKOS.broader) for one in above):
            yield "ring", str(told)
        if above & set(graph.objects(told, SKOS.related)):
            yield "beside", str(told)
        for one in graph.objects(told, SKOS.broader):
            if (one, SKOS.narrower, told) not in graph:
                yield "one-way", str(told)
        if not list(graph.objects(told, SKOS.broader)) and (told, SKOS.topConceptOf, None) not in graph:
            yield "top", str(told)
