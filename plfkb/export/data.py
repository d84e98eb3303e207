"""The open data of a site: what lies under ``data/``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from plfkb import json_text
from plfkb.export import skos, tables
from plfkb.export.csl import csl_json
from plfkb.export.graph import graph_json
from plfkb.export.jsonld import Writer
from plfkb.export.publication import Publication
from plfkb.export.reference_files import ReferenceFiles
from plfkb.export.skos import Scheme
from plfkb.export.turtle import turtle
from plfkb.markdown.rendering import Library
from plfkb.norwegian.ids import proposed_id
from plfkb.references.work import read_work

FOLDER = "data/"


@dataclass(frozen=True, slots=True)
class Kind:
    """A file of the data: its name, and what programs call its format."""

    name: str
    media_type: str


TABLE = Kind("begreper.csv", "text/csv")
KINDS = (
    Kind("begreper.ttl", "text/turtle"),
    Kind("begreper.jsonld", "application/ld+json"),
    TABLE,
    Kind("graf.json", "application/json"),
    Kind("litteratur.bib", "application/x-bibtex"),
    Kind("litteratur.ris", "application/x-research-info-systems"),
    Kind("litteratur.csl.json", "application/vnd.citationstyles.csl+json"),
)
PACKAGE = f"{FOLDER}datapackage.json"


def concept_file(id_: str) -> str:
    """The address of a concept's own data."""
    return f"{FOLDER}begrep/{id_}.jsonld"


def whole_files(publication: Publication) -> tuple[str, ...]:
    """The addresses of the files about everything."""
    return (*(f"{FOLDER}{kind.name}" for kind in KINDS), PACKAGE) if publication.url else ()


@dataclass(frozen=True, slots=True)
class _Written:
    """The concepts in every form. Nothing but texts: the statements would slow down all that is made after them."""

    turtle: str
    jsonld: str
    each: Mapping[str, tuple[str, ...]]
    definitions: Mapping[str, str]


class Data:
    """Writes the data of one build. A site without an address of its own has none but references: the rest is addresses."""

    def __init__(self, library: Library, publication: Publication) -> None:
        self._library = library
        self._publication = publication
        self._jsonld = Writer(skos.KEYS)
        self._references = ReferenceFiles(library.kb.sources)

    @cached_property
    def _written(self) -> _Written:
        library = self._library
        scheme = Scheme(library, self._publication)
        concepts = library.kb.concepts.values()
        keys = {key: None for concept in concepts for key in scheme.cited(concept)}
        frame, agents = tuple(scheme.frame()), tuple(scheme.agents())
        sources = {key: scheme.source(key) for key in library.bibliography.in_order(keys)}
        said = {concept.id: scheme.concept(concept) for concept in concepts}
        everything = (*frame, *agents, *chain.from_iterable(said.values()), *sources.values())
        things = {resource.address: self._jsonld.thing(resource) for resource in everything}
        return _Written(
            turtle(everything),
            self._jsonld.document(things.values()),
            {
                concept.id: tuple(
                    things[resource.address]
                    for resource in (
                        *said[concept.id],
                        *(sources[key] for key in scheme.cited(concept)),
                        *agents,
                    )
                )
                for concept in concepts
            },
            {id_: skos.definition(resources) for id_, resources in said.items()},
        )

    def whole(self) -> dict[str, str]:
        """The files about everything, by address."""
        library, publication = self._library, self._publication
        if not publication.url:
            return {}
        keys = library.bibliography.in_order(library.kb.sources)
        made = {
            f"{FOLDER}begreper.ttl": self._written.turtle,
            f"{FOLDER}begreper.jsonld": self._written.jsonld,
            f"{FOLDER}{TABLE.name}": tables.concept_table(library, publication, self._written.definitions),
            f"{FOLDER}graf.json": graph_json(library, publication),
            **self._references.written(f"{FOLDER}litteratur", keys),
            f"{FOLDER}litteratur.csl.json": csl_json(read_work(library.kb.sources[key]) for key in keys),
        }
        return {**made, PACKAGE: _package(library, publication, made)}

    def each(self) -> dict[str, str]:
        """A file about each concept, with its sources and who publishes it, by address."""
        if not self._publication.url:
            return {}
        return {
            concept_file(id_): self._jsonld.document(things) for id_, things in self._written.each.items()
        }

    def references(self, name: str, keys: Iterable[str]) -> dict[str, str]:
        """The files called ``name`` (an address without its ending) for the works with these keys."""
        return self._references.written(name, self._library.bibliography.in_order(keys))


def _package(library: Library, publication: Publication, made: Mapping[str, str]) -> str:
    """What there is, as a Data Package (Frictionless Standards, version 1). The version is the day of the last change."""
    days = [entry.credit.dated for entry in library.kb.entries]
    latest = max((day for day in days if day is not None), default=None)
    package: dict[str, object] = {
        "name": proposed_id(publication.name),
        "title": publication.name,
        "description": publication.description,
        "homepage": publication.url,
        "version": latest.isoformat() if latest else "",
        "licenses": [{"path": publication.licence}] if publication.licence else [],
        "resources": [
            {
                "name": kind.name.replace(".", "-"),
                "path": kind.name,
                "format": kind.name.partition(".")[2],
                "mediatype": kind.media_type,
                "encoding": "utf-8",
                "bytes": len(made[f"{FOLDER}{kind.name}"].encode()),
                **(tables.described() if kind == TABLE else {}),
            }
            for kind in KINDS
        ],
    }
    said = {key: value for key, value in package.items() if value}
    return json_text.indented(said) + "\n"
