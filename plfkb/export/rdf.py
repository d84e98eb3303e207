"""A graph of statements, small enough to be written without a library and in a fixed order.

Names of vocabularies are written short («skos:prefLabel»); ``PREFIXES`` tells what they are short for. Own things have
their whole address.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

PREFIXES: Mapping[str, str] = MappingProxyType(
    {
        "dc": "http://purl.org/dc/elements/1.1/",
        "dcat": "http://www.w3.org/ns/dcat#",
        "dct": "http://purl.org/dc/terms/",
        "euvoc": "http://publications.europa.eu/ontology/euvoc#",
        "org": "http://www.w3.org/ns/org#",
        "owl": "http://www.w3.org/2002/07/owl#",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "skosno": "https://data.norge.no/vocabulary/skosno#",
        "uneskos": "http://purl.org/umu/uneskos#",
        "vcard": "http://www.w3.org/2006/vcard/ns#",
        "xkos": "http://rdf-vocabulary.ddialliance.org/xkos#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
    }
)


class Iri(NamedTuple):
    """Something with an address."""

    address: str


class Literal(NamedTuple):
    """A text, with the tag of its language or the short name of its type («xsd:date»), never both."""

    text: str
    language: str = ""
    datatype: str = ""


Value = Iri | Literal


@dataclass(slots=True)
class Resource:
    """Everything that is said of one thing. Statements keep their order, and each is said once."""

    address: str
    type: str
    said: dict[str, dict[Value, None]] = field(default_factory=dict)

    def say(self, predicate: str, *values: Value) -> None:
        if values:
            said = self.said.setdefault(predicate, {})
            for value in values:
                said[value] = None

    def link(self, predicate: str, *addresses: str) -> None:
        self.say(predicate, *map(Iri, addresses))

    def tell(self, predicate: str, language: str, *texts: str) -> None:
        """Texts in a language; empty ones are left out."""
        self.say(predicate, *[Literal(text, language) for text in texts if text])
