"""The whole bibliography in every format, read by programs that are not ours."""

from __future__ import annotations

import json
import re

import jsonschema
import pytest
import rispy
import yaml
from bibtexparser.entrypoint import parse_string as parse_bibtex
from citeproc.source.json import CiteProcJSON

from plfkb.export.bibtex import to_bibtex, written
from plfkb.export.csl import csl_json, to_csl
from plfkb.export.ris import to_ris
from plfkb.export.values import one_line
from plfkb.reading.bibtex import read_bibliography
from plfkb.reading.knowledge_base import load
from plfkb.references.work import read_work
from plfkb.works import Source
from tests.conftest import CASES, ROOT
from tests.standards import standard

SOURCES = tuple(load(ROOT).sources.values())
ODD = """
@book{utentittel, author = {Berg, Kari}, publisher = {Forlaget}, year = {2020}}
@misc{uten}
@article{delt, author = {van Manen, Max and King, Jr., Martin Luther and others}, title = {Om *praxis*: et svar},
  journal = {Bedre Skole}, volume = {3}, number = {2-3}, pages = {12--14}, date = {2020-03}, doi = {https://doi.org/10.1/x}}
@inproceedings{konf, author = {{Norges forskningsråd}}, title = {T}, booktitle = {B}, year = {1996--1998}}
@misc{utrykk, author = {Li, Bo}, title = {T}, pubstate = {i trykk}}
@misc{lov, title = {Lov om x}, entrysubtype = {law}, number = {LOV-1}, date = {2023-06-09}}
@techreport{rapp, author = {Dahl, Per}, title = {R}, institution = {NTNU}, type = {Rapport}, number = {4}, year = {2001}}
@online{nett, author = {Dahl, Per}, title = {N}, organization = {Udir}, url = {https://a.b/c_d},
  urldate = {2024-01-02}, date = {2023-05-06}}
"""


def odd() -> tuple[Source, ...]:
    return tuple(read_bibliography(ODD, "a.bib")[0])


ALL = (*SOURCES, *odd())


def test_ris_is_read_by_rispy() -> None:
    records = rispy.loads("".join(map(to_ris, ALL)))
    assert len(records) == len(ALL)
    for source, record in zip(ALL, records, strict=True):
        assert record["id"] == source.key
        assert record.get("title", "").startswith(one_line(source.get("title")))
        names = source.names.get("author") or source.names.get("editor")
        assert len(record.get("authors", [])) == (len(names.names) if names else 0)


def test_bibtex_is_read_by_bibtexparser() -> None:
    library = parse_bibtex("\n".join(map(to_bibtex, ALL)))
    assert library.failed_blocks == []
    assert [entry.key for entry in library.entries] == [source.key for source in ALL]


def test_bibtex_that_we_write_reads_back_as_it_was() -> None:
    for source in ALL:
        (again,), _ = read_bibliography(written(source), "a.bib")
        assert again.names == source.names
        assert {name: one_line(again.get(name)) for name in again.fields} == {
            name: one_line(value) for name, value in source.fields.items() if value
        }


def test_csl_json_is_read_by_citeproc() -> None:
    items = json.loads(csl_json(map(read_work, ALL)))
    read = CiteProcJSON(items)
    assert [key.lower() for key in read] == [source.key.lower() for source in ALL]
    for item in items:
        again = read[item["id"].lower()]
        assert again.type == item["type"]
        names = [name.get("family") or name.get("literal") for name in item.get("author", [])]
        assert [name.get("family") or name.get("literal") for name in again.get("author", [])] == names


def csl_schema() -> dict[str, object]:
    """What CSL allows an item to hold, as JSON Schema."""
    allowed = {
        kind: names.split()
        for kind, names in yaml.safe_load((CASES / "csl_item.yml").read_text(encoding="utf-8")).items()
    }
    text, whole = {"type": "string", "minLength": 1}, {"type": "integer"}
    name = {"type": "object", "minProperties": 1, "additionalProperties": False}
    name["properties"] = dict.fromkeys(allowed["name_parts"], text)
    parts = {"type": "array", "items": whole, "minItems": 1, "maxItems": 3}
    date = {
        "type": "object",
        "minProperties": 1,
        "additionalProperties": False,
        "properties": {
            "date-parts": {"type": "array", "items": parts, "minItems": 1, "maxItems": 2},
            "literal": text,
        },
    }
    item = {
        "type": "object",
        "required": ["id", "type"],
        "additionalProperties": False,
        "properties": {
            "id": text,
            "type": {"enum": allowed["types"]},
            **{role: {"type": "array", "items": name, "minItems": 1} for role in allowed["names"]},
            **dict.fromkeys(allowed["dates"], date),
            **dict.fromkeys((*allowed["numbers"], *allowed["texts"]), text),
        },
    }
    return {"type": "array", "items": item}


def test_csl_json_holds_what_csl_allows() -> None:
    items = json.loads(csl_json(map(read_work, ALL)))
    jsonschema.validate(items, csl_schema())
    faults: list[dict[str, object]] = [
        {"type": "bok"},
        {"tittel": "x"},
        {"issued": {"year": 2020}},
        {"author": []},
        {"title": ""},
    ]
    for wrong in faults:
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate([{**items[0], **wrong}], csl_schema())


def test_csl_json_follows_its_published_schema() -> None:
    schema = json.loads(standard("csl-data.json").read_text(encoding="utf-8"))
    jsonschema.validate(json.loads(csl_json(map(read_work, ALL))), schema)


def test_ris_and_csl_say_the_same() -> None:
    for source in ALL:
        (record,) = rispy.loads(to_ris(source))
        item = to_csl(read_work(source))
        assert item["id"] == record["id"]
        assert item.get("DOI") == record.get("doi")
        assert item.get("URL") == (record.get("urls") or [None])[0]


@pytest.mark.parametrize(
    ("key", "variables"),
    [
        ("utentittel", {"type": "book", "author": [{"family": "Berg", "given": "Kari"}]}),
        ("uten", {"type": "webpage"}),
        (
            "delt",
            {
                "title": "Om praxis: et svar",
                "author": [
                    {"family": "Manen", "given": "Max", "non-dropping-particle": "van"},
                    {"family": "King", "given": "Martin Luther", "suffix": "Jr."},
                    {"literal": "et al."},
                ],
                "container-title": "Bedre Skole",
                "issue": "2-3",
                "page": "12-14",
                "issued": {"date-parts": [[2020, 3]]},
                "DOI": "10.1/x",
            },
        ),
        ("konf", {"type": "paper-conference", "issued": {"literal": "1996–1998"}}),
        ("lov", {"type": "legislation", "number": "LOV-1"}),
        ("rapp", {"genre": "Rapport", "number": "4", "publisher": "NTNU"}),
        ("nett", {"container-title": "Udir", "accessed": {"date-parts": [[2024, 1, 2]]}}),
    ],
)
def test_csl(key: str, variables: dict[str, object]) -> None:
    item = to_csl(read_work(next(source for source in ALL if source.key == key)))
    assert {name: item.get(name) for name in variables} == variables


def test_no_format_shows_emphasis() -> None:
    for source in ALL:
        assert not re.search(r"\*\w", to_ris(source) + json.dumps(to_csl(read_work(source))))
