"""``plfkb import``: a list becomes entries, or nothing is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from plfkb.checks.run import check
from plfkb.errors import has_errors
from plfkb.reading.knowledge_base import load
from tests.conftest import MakeFiles
from tests.e2e.commands import FILES, contents, run

TABLE = (
    "term;definisjon;også kalt;bør unngås;søkeord;engelsk;tema;overordnet;beslektet\n"
    "speilteam;Et team som speiler et annet.;speil;;lyttere | høre;mirror team;fellesskap;gruppe;kritisk venn\n"
    "gruppe;Flere sammen: to eller flere.;;gjeng;;group;fellesskap;;\n"
)
TURTLE = """
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xkos: <http://rdf-vocabulary.ddialliance.org/xkos#> .
@prefix b: <https://kommunen.example/begrep/> .
b:speilteam a skos:Concept ; skos:prefLabel "speilteam"@nb, "spegelteam"@nn, "mirror team"@en ;
  skos:altLabel "speil"@nb ; skos:hiddenLabel "spejl"@nb, "lyttere"@nb ; skos:note "Unngå «spejl»."@nb ;
  skos:definition "Et team som speiler et annet."@nb ;
  skos:scopeNote "Brukes i prosjekter."@nb ; skos:broader b:gruppe, b:prosjekt ; xkos:isPartOf b:prosjekt .
b:gruppe a skos:Concept ; skos:prefLabel "gruppe"@no ; skos:related b:ukjent-sak .
b:prosjekt a skos:Concept ; skos:prefLabel "prosjekt" .
"""


@pytest.fixture
def root(make_files: MakeFiles) -> Path:
    return make_files(FILES)


def bring(root: Path, name: str, text: str | bytes, *options: str) -> tuple[int, str]:
    file = root / name
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    result = run(root, "import", str(file), *options)
    file.unlink()
    return result.exit_code, result.output


def test_a_table_becomes_entries_that_the_check_accepts(root: Path) -> None:
    code, said = bring(root, "liste.csv", TABLE)
    assert code == 0, said
    kb = load(root)
    team = kb.concepts["speilteam"]
    assert team.hidden == ("lyttere", "høre")
    assert (team.also, team.en, team.credit.status) == (("speil",), ("mirror team",), "utkast")
    assert [(relation.kind.value, relation.target) for relation in team.relations] == [
        ("broader", "gruppe"),
        ("related", "kritisk-venn"),
    ]
    assert kb.concepts["gruppe"].definition.markdown == "Flere sammen: to eller flere."
    assert kb.planned["kritisk-venn"].term == "kritisk venn"
    assert not has_errors(check(kb)), [str(problem) for problem in check(kb)]


@pytest.mark.parametrize("name", ["liste.ttl", "liste.jsonld", "liste.rdf", "liste.nt"])
def test_skos_becomes_entries(root: Path, name: str) -> None:
    rdflib = pytest.importorskip("rdflib")
    forms = {"liste.ttl": "turtle", "liste.jsonld": "json-ld", "liste.rdf": "xml", "liste.nt": "nt"}
    text = rdflib.Graph().parse(data=TURTLE, format="turtle").serialize(format=forms[name])
    code, said = bring(root, name, text, "--theme", "fellesskap")
    assert code == 0, said
    kb = load(root)
    team = kb.concepts["speilteam"]
    assert (team.term, team.also, team.nn) == ("speilteam", ("speil",), ("spegelteam",))
    assert [item.term for item in team.discouraged] == ["spejl"]
    assert team.hidden == ("lyttere",)
    assert team.body.markdown.strip() == "Brukes i prosjekter.\n\nUnngå «spejl»."
    assert [(relation.kind.value, relation.target) for relation in team.relations] == [
        ("broader", "gruppe"),
        ("part_of", "prosjekt"),
    ]
    assert kb.planned["ukjent-sak"].term == "ukjent-sak"
    assert not has_errors(check(kb))


REST = """
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix b: <https://kommunen.example/begrep/> .
b:en a skos:Concept ; skos:prefLabel "en"@nb, "ener"@nb, "En"@no, "Eins"@de ; skos:definition "A."@nb, "B."@nb, "C."@en ;
  skos:related b:Stor_Bokstav, [ a skos:Concept ; skos:prefLabel "uten adresse"@nb ], [], "ord", <https://x.example/?> ;
  skos:narrower b:to ; skos:notation "1" ; skos:inScheme b:liste .
b:to a skos:Concept ; skos:prefLabel "to"@nb .
"""


@pytest.mark.parametrize("options", [(), ("--dry-run",)])
def test_skos_loses_nothing_without_a_word(root: Path, options: tuple[str, ...]) -> None:
    pytest.importorskip("rdflib")
    code, said = bring(root, "liste.ttl", REST, "--theme", "fellesskap", *options)
    assert code == 0, said
    (told,) = (line for line in said.splitlines() if "ikke tatt inn" in line)
    assert told == (
        "https://kommunen.example/begrep/en: ikke tatt inn: skos:definition «C.» på en, skos:notation «1», "
        "skos:prefLabel «Eins» på de, skos:related (noe uten adresse), skos:related <https://x.example/?>, "
        "skos:related «ord»"
    )


def test_skos_takes_over_what_has_a_name(root: Path) -> None:
    pytest.importorskip("rdflib")
    code, said = bring(root, "liste.ttl", REST, "--theme", "fellesskap")
    assert code == 0, said
    kb = load(root)
    one = kb.concepts["en"]
    assert (one.term, one.also, one.definition.markdown) == ("en", ("ener",), "A.")
    assert one.body.markdown.strip() == "B."
    assert kb.planned["stor-bokstav"].term == "Stor Bokstav"
    assert {relation.target for relation in one.relations} == {"stor-bokstav", "uten-adresse"}
    assert kb.concepts["uten-adresse"].term == "uten adresse"
    assert [(item.kind.value, item.target) for item in kb.concepts["to"].relations] == [("broader", "en")]


def test_a_definition_that_is_a_thing_of_its_own_is_taken_over(root: Path) -> None:
    pytest.importorskip("rdflib")
    text = (
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        "@prefix euvoc: <http://publications.europa.eu/ontology/euvoc#> .\n"
        "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .\n"
        '<https://x.example/en> a skos:Concept ; skos:prefLabel "en"@nb ;\n'
        '  euvoc:xlDefinition [ rdf:value "A."@nb, "B."@en ] .\n'
    )
    code, said = bring(root, "liste.ttl", text, "--theme", "fellesskap")
    assert code == 0, said
    assert load(root).concepts["en"].definition.markdown == "A."


def test_a_date_that_is_none_is_no_news(root: Path, caplog: pytest.LogCaptureFixture) -> None:
    pytest.importorskip("rdflib")
    date = '"i fjor"^^<http://www.w3.org/2001/XMLSchema#date>'
    text = TURTLE + f"b:speilteam <http://purl.org/dc/terms/created> {date} .\n"
    code, said = bring(root, "liste.ttl", text, "--theme", "fellesskap")
    assert code == 0, said
    assert caplog.records == []


def test_skos_without_address_and_name_is_refused(root: Path) -> None:
    pytest.importorskip("rdflib")
    text = '@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n[] a skos:Concept ; skos:altLabel "en"@nb .\n'
    code, said = bring(root, "liste.ttl", text, "--theme", "fellesskap")
    assert code == 1
    assert "et begrep uten adresse: termen mangler på bokmål" in said


def test_a_dry_run_writes_nothing(root: Path) -> None:
    before = contents(root)
    code, said = bring(root, "liste.csv", TABLE, "--dry-run")
    assert code == 0
    assert "+term: speilteam" in said
    assert contents(root) == before


def test_what_exists_is_overwritten_by_force_only(root: Path) -> None:
    assert bring(root, "liste.csv", TABLE)[0] == 0
    before = contents(root)
    changed = TABLE.replace("Et team som speiler et annet.", "Noe nytt.")
    code, said = bring(root, "liste.csv", changed)
    assert code == 1
    assert "--force" in said
    assert contents(root) == before
    code, said = bring(root, "liste.csv", changed, "--force")
    assert code == 0, said
    assert load(root).concepts["speilteam"].definition.markdown == "Noe nytt."


def test_the_addresses_that_lead_to_an_entry_stay_when_it_is_written_anew(root: Path) -> None:
    assert bring(root, "liste.csv", TABLE)[0] == 0
    file = root / "concepts/speilteam.md"
    file.write_text(file.read_text("utf-8").replace("status:", "redirects: [gammelt]\nstatus:"), "utf-8")
    assert bring(root, "liste.csv", TABLE, "--force")[0] == 0
    assert load(root).concepts["speilteam"].redirects == ("gammelt",)


ONE = "id;term;definisjon;tema\nteam;lagspill;Noe nytt.;fellesskap\n"


@pytest.mark.parametrize("options", [(), ("--force",)])
@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("concepts/team.md", b"---\nterm: a: b\n---\nMitt.\n"),
        ("concepts/team.md", b"---\nterm: team \xff\n---\nMitt.\n"),
        ("concepts/team.md", b"<<<<<<< HEAD\n---\nterm: team\n---\n=======\n---\n>>>>>>> min\n"),
        ("concepts/under/team.md", b"---\nterm: a: b\n---\nMitt.\n"),
        ("concepts/planlagt.yml", "nettverk: nettverket på skolen\n".encode("latin-1")),
        ("concepts/planlagt.yml", b"nettverk: [\n"),
        ("concepts/temaer.yml", b"<<<<<<< HEAD\nfellesskap: {}\n=======\n>>>>>>> min\n"),
        ("concepts/temaer.yml", b"- fellesskap\n"),
        ("plfkb.yml", b"concepts: begreper\n  author: [\n"),
    ],
)
def test_a_file_that_cannot_be_read_is_never_written_over(
    root: Path, path: str, text: bytes, options: tuple[str, ...]
) -> None:
    (root / "concepts/team.md").unlink()
    (root / path).parent.mkdir(exist_ok=True)
    (root / path).write_bytes(text)
    before = contents(root)
    code, said = bring(root, "liste.csv", ONE, *options)
    assert code == 1
    assert f"{path} kan ikke leses; rett det «plfkb check» sier først" in said
    assert contents(root) == before


@pytest.mark.parametrize(
    ("files", "options", "said"),
    [
        (
            {"concepts/lag.md": FILES["concepts/lag.md"].replace("type:", "redirects: [team]\ntype:")},
            ("--force",),
            "linje 2: «team» er opptatt av oppslaget «lag» (concepts/lag.md); gi begrepet en annen id",
        ),
        (
            {
                "concepts/team.md": "---\ntitle: Lag og flokk\ntype: sammenlikning\ntheme: fellesskap\n"
                "between: [lag, flokk]\nsummary: Like.\ndimensions: []\n---\n"
            },
            ("--force",),
            "linje 2: «team» er en sammenlikning (concepts/team.md); gi begrepet en annen id",
        ),
        (
            {"docs/begrep/team.md": "# Om team\n"},
            (),
            "«team» er opptatt av siden docs/begrep/team.md; gi begrepet",
        ),
        (
            {"concepts/team.md/noe.txt": ""},
            (),
            "concepts/team.md kan ikke leses; rett det «plfkb check» sier først",
        ),
        (
            {"concepts/planlagt.yml": "{nettverk: nettverk}\n"},
            (),
            "concepts/planlagt.yml kan ikke få nye linjer",
        ),
    ],
)
def test_what_is_taken_stays_as_it_is(
    make_files: MakeFiles, files: dict[str, str], options: tuple[str, ...], said: str
) -> None:
    rest = {path: text for path, text in FILES.items() if path != "concepts/team.md"}
    root = make_files({**rest, **files})
    before = contents(root)
    code, output = bring(
        root, "liste.csv", ONE.replace("tema\n", "tema;beslektet\n").replace("p\n", "p;ukjent\n"), *options
    )
    assert code == 1
    assert said in output
    assert contents(root) == before


def test_force_writes_where_the_entry_stands(root: Path) -> None:
    (root / "concepts/under").mkdir()
    (root / "concepts/team.md").rename(root / "concepts/under/team.md")
    code, said = bring(root, "liste.csv", ONE, "--force")
    assert code == 0, said
    assert not (root / "concepts/team.md").exists()
    assert load(root).concepts["team"].place.path == "concepts/under/team.md"
    assert load(root).concepts["team"].term == "lagspill"


def test_a_list_of_themes_without_a_last_line_feed_gets_a_line_of_its_own(make_files: MakeFiles) -> None:
    root = make_files({"concepts/temaer.yml": "# Temaene", "concepts/.gitkeep": ""})
    assert bring(root, "liste.csv", ONE)[0] == 0
    assert list(load(root).themes) == ["fellesskap"]


WRONG = {
    "linje 3: id-en «a» er brukt i linje 2": "id;term;tema\na;en;fellesskap\na;to;fellesskap\n",
    "linje 2: id-en «Å b» kan ikke være en adresse; skriv for eksempel «a-b»": "id;term;tema\nÅ b;en;fellesskap\n",
    "linje 2: «index» er opptatt av oversikten over begreper": "id;term;tema\nindex;en;fellesskap\n",
    "linje 2: termen mangler": "id;term;tema\na;;fellesskap\n",
    "linje 3: «en» er et navn på linje 2": "id;term;også kalt;tema\na;en;;fellesskap\nb;to;en;fellesskap\n",
    "linje 2: typen «metod» finnes ikke; mente du «metode»?": "term;type;tema\nen;metod;fellesskap\n",
    "linje 2: temaet «felleskap» finnes ikke": "term;tema\nen;felleskap\n",
    "linje 2: temaet mangler": "term\nen\n",
    "skal ha navn på kolonnene": "en;to\n",
    "linje 3: «som deler noe» står i en kolonne uten overskrift; sett anførselstegn rundt celler som har «;»": (
        "term;tema\nen;fellesskap\nto;fellesskap; som deler noe\n"
    ),
    "linje 3: «x» står i en kolonne uten overskrift": "term;tema;\nen;fellesskap;\nto;fellesskap;x\n",
    "linje 4: «x» står i en kolonne uten overskrift": 'term;tema\n"e\nn";fellesskap\nto;fellesskap;x\n',
    "linje 3: raden har et anførselstegn": 'term;tema\nen;fellesskap\n"to;fellesskap\ntre;fellesskap\n',
    "linje 2: raden har et anførselstegn": 'term;tema\n"en;fellesskap\n"to;fellesskap\n',
    "linje 1: raden har et anførselstegn": 'term;"tema\n',
    "linje 1: kolonnene «term» og «Term» er for det samme": "term;Term;tema\nen;to;fellesskap\n",
    "linje 1: kolonnene «definisjon» og «forklaring»": "term;definisjon;forklaring\nen;a;b\n",
    "tabellen har ingen rader under overskriftene": "term;tema\n;\n\n",
    "linje 3: «😀» er ikke navnet på noe begrep, og ville fått id-en «oppslag», som «???» også får": (
        "term;tema;beslektet\nen;fellesskap;???\nto;fellesskap;😀\n"
    ),
    "linje 2: «Nett-verk?» er ikke": "id;term;tema;beslektet\nnett-verk;en;fellesskap;Nett-verk?\n",
    "linje 2: «Index!» er ikke": "term;tema;beslektet\nen;fellesskap;Index!\n",
}


@pytest.mark.parametrize("said", WRONG)
def test_a_list_with_mistakes_is_refused_whole(root: Path, said: str) -> None:
    before = contents(root)
    code, output = bring(root, "liste.csv", WRONG[said])
    assert code == 1
    assert said in output
    assert "Traceback" not in output
    assert contents(root) == before


# Each entity is ten of the one before: together more than there is room for.
LAUGHS = (
    '<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY e0 "ha">'
    + "".join(f'<!ENTITY e{number} "{f"&e{number - 1};" * 10}">' for number in range(1, 30))
    + "]>\n<a>&e29;</a>\n"
)


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("liste.csv", "term;tema\nøst;x\n".encode("latin-1"), "ikke lagret som UTF-8"),
        ("liste.ttl", b"a b c", "liste.ttl: linje 1: fila er ikke gyldig Turtle; rett den der"),
        ("liste.ttl", b"\n<a> <b> x:c .", "linje 2: fila er ikke gyldig Turtle; forklar «x:» med @prefix"),
        ("liste.ttl", b"<> <> " + b"[" * 9999, "for mange parenteser"),
        ("liste.jsonld", b'{"@id":\n]', "linje 2: fila er ikke gyldig JSON-LD"),
        ("liste.jsonld", b'"x"', "liste.jsonld: fila er ikke gyldig JSON-LD"),
        ("liste.jsonld", b"1", "JSON-LD"),
        ("liste.jsonld", b"[" * 99999, "for mange parenteser"),
        (
            "liste.jsonld",
            b'{"@context": "http://127.0.0.1:1/c", "@id": "a"}',
            "kontekst (@context) på nettet",
        ),
        ("liste.rdf", b"<a>\n<b></a>", "linje 2: fila er ikke gyldig RDF/XML"),
        ("liste.rdf", LAUGHS.encode(), "linje 2: fila lager forkortelser med <!ENTITY"),
        ("liste.nt", b"<a:a> <a:b> <a:c> .\ntull", "linje 2: fila er ikke gyldig N-Triples"),
        ("liste.ttl", b"", "ingen begreper"),
        ("liste.xlsx", b"PK", "kan ikke leses"),
    ],
)
def test_a_file_that_is_no_list_is_refused(root: Path, name: str, text: bytes, said: str) -> None:
    before = contents(root)
    code, output = bring(root, name, text)
    assert code == 1
    assert said in output
    assert " of <>" not in output
    assert contents(root) == before


def test_a_base_without_themes_gets_a_list_of_them(make_files: MakeFiles) -> None:
    root = make_files({"plfkb.yml": "author: Kommunen\n", "concepts/.gitkeep": ""})
    code, said = bring(root, "liste.csv", "term;tema;definisjon\nteam;Å samarbeide;En gruppe.\n")
    assert code == 0, said
    kb = load(root)
    assert kb.concepts["team"].theme == "a-samarbeide"
    assert kb.themes["a-samarbeide"].label == "Å samarbeide"


def test_two_new_themes_with_one_id_are_refused(make_files: MakeFiles) -> None:
    root = make_files({"concepts/.gitkeep": ""})
    code, said = bring(root, "liste.csv", "term;tema\nen;Å lære\nto;A laere\n")
    assert code == 1
    assert "linje 3: temaene «Å lære» og «A laere» ville fått samme id, «a-laere»" in said
    assert not (root / "concepts/temaer.yml").exists()


def test_a_relation_by_id_and_by_name_is_one_line_of_the_work_list(root: Path) -> None:
    table = "term;tema;beslektet\nen;fellesskap;kritisk-venn\nto;fellesskap;Kritisk  venn | kritisk venn\n"
    code, said = bring(root, "liste.csv", table)
    assert code == 0, said
    kb = load(root)
    assert kb.planned["kritisk-venn"].term == "Kritisk  venn"
    assert [relation.target for relation in kb.concepts["to"].relations] == ["kritisk-venn"]


def test_a_relation_by_a_former_id_leads_to_the_entry(root: Path) -> None:
    assert run(root, "rename", "lag", "flokk").exit_code == 0
    assert bring(root, "liste.csv", "term;tema;beslektet\nen;fellesskap;lag\n")[0] == 0
    assert [relation.target for relation in load(root).concepts["en"].relations] == ["flokk"]


def test_the_table_that_the_site_exports_can_be_brought_back(root: Path, make_files: MakeFiles) -> None:
    from plfkb.export.publication import Publication
    from plfkb.export.tables import concept_table
    from plfkb.markdown.rendering import Library
    from plfkb.plain_text import one_line

    team = root / "concepts/team.md"
    hidden = team.read_text(encoding="utf-8").replace("type:", "hidden: [arbeidsgruppe, gjeng]\ntype:")
    team.write_text(hidden, encoding="utf-8")
    kb = load(root)
    definitions = {id_: one_line(item.definition.markdown) for id_, item in kb.concepts.items()}
    table = concept_table(Library(kb), Publication(), definitions)
    empty = root / "ny"
    (empty / "concepts").mkdir(parents=True)
    code, said = bring(empty, "begreper.csv", table)
    assert code == 0, said
    back = load(empty)
    assert back.concepts["team"].hidden == ("arbeidsgruppe", "gjeng")
    assert {id_: item.term for id_, item in back.concepts.items()} == {
        id_: item.term for id_, item in kb.concepts.items()
    }
