"""SKOS to drafts, in any form that rdflib reads.

rdflib is wanted for this alone, so it is an extra (``pip install plfkb[import]``) and imported when it is needed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from types import MappingProxyType
from typing import Any
from urllib.parse import unquote
from warnings import catch_warnings, simplefilter
from xml.sax import SAXException

from plfkb.importing.draft import Draft, UnreadableListError
from plfkb.norwegian.ids import proposed_id
from plfkb.reading.values import ID

FORMS = MappingProxyType(
    {
        ".ttl": "turtle",
        ".nt": "nt",
        ".n3": "n3",
        ".jsonld": "json-ld",
        ".json": "json-ld",
        ".rdf": "xml",
        ".xml": "xml",
        ".owl": "xml",
    }
)

# What rdflib's parsers raise beside errors of its own; OSError is for a context that lies on the net.
_FAULTS = (SyntaxError, ValueError, LookupError, TypeError, AttributeError, OSError, SAXException)

_SKOS = "http://www.w3.org/2004/02/skos/core#"
_PART_OF = (
    "http://rdf-vocabulary.ddialliance.org/xkos#isPartOf",
    "http://purl.org/dc/terms/isPartOf",
)
_BROADER = (
    f"{_SKOS}broader",
    f"{_SKOS}broadMatch",
    "http://rdf-vocabulary.ddialliance.org/xkos#specializes",
)
_SUBJECT = "http://purl.org/dc/terms/subject"
_AVOIDED = re.compile(r"^Unngå «(.+?)»")
_BOKMAAL = ("nb", "no", "nb-no", "no-no", "")


def read_skos(text: str, form: str) -> list[Draft]:
    """The concepts of a SKOS file; ``form`` is one of ``FORMS``. A concept needs a preferred label in bokmål.

    Raises UnreadableListError when rdflib is missing, when the file is no RDF, and when it has no concepts.
    """
    try:
        rdflib = import_module("rdflib")
    except ModuleNotFoundError as error:
        raise UnreadableListError(
            "SKOS leses med biblioteket rdflib, som ikke er installert; skriv: pip install 'plfkb[import]'"
        ) from error
    graph = rdflib.Graph()
    try:
        with catch_warnings():
            # What rdflib thinks of its own parts is no news to the one who imports.
            simplefilter("ignore", DeprecationWarning)
            graph.parse(data=text, format=form)
    except (*_FAULTS, rdflib.exceptions.Error) as error:
        why = next(iter(str(error).splitlines()), type(error).__name__)
        raise UnreadableListError(f"fila er ikke gyldig {form}: {why}") from error
    found = [_draft(graph, node, rdflib) for node in _concepts(graph, rdflib)]
    if not found:
        raise UnreadableListError("fila har ingen begreper (skos:Concept)")
    return sorted(found, key=lambda draft: draft.where)


def _concepts(graph: Any, rdflib: Any) -> Iterator[Any]:
    return (
        node
        for node in graph.subjects(rdflib.RDF.type, rdflib.URIRef(f"{_SKOS}Concept"))
        if isinstance(node, rdflib.URIRef)
    )


def _draft(graph: Any, node: Any, rdflib: Any) -> Draft:
    def texts(*predicates: str, languages: tuple[str, ...]) -> tuple[str, ...]:
        found = {
            " ".join(str(value).split())
            for predicate in predicates
            for value in graph.objects(node, rdflib.URIRef(predicate))
            if isinstance(value, rdflib.Literal) and (value.language or "").lower() in languages
        }
        return tuple(sorted(found))

    def linked(*predicates: str) -> tuple[str, ...]:
        found = {
            name
            for predicate in predicates
            for value in graph.objects(node, rdflib.URIRef(predicate))
            if isinstance(value, rdflib.URIRef)
            and (name := _id(str(value)) or _label(graph, value, rdflib)) != ""
        }
        return tuple(sorted(found))

    terms = texts(f"{_SKOS}prefLabel", languages=_BOKMAAL)
    definitions = texts(f"{_SKOS}definition", languages=_BOKMAAL)
    notes = texts(f"{_SKOS}note", f"{_SKOS}scopeNote", languages=_BOKMAAL)
    # SKOS says of a hidden label only that it is for searching; that a term should be avoided, our export adds.
    avoided = {found[1] for note in notes if (found := _AVOIDED.match(note))}
    labels = texts(f"{_SKOS}hiddenLabel", languages=_BOKMAAL)
    broader, part_of = linked(*_BROADER), linked(*_PART_OF)
    return Draft(
        where=str(node),
        term=terms[0] if terms else "",
        id=_id(str(node)),
        definition=definitions[0] if definitions else "",
        also=texts(f"{_SKOS}altLabel", languages=_BOKMAAL),
        discouraged=tuple(label for label in labels if label in avoided),
        hidden=tuple(label for label in labels if label not in avoided),
        nn=texts(f"{_SKOS}prefLabel", f"{_SKOS}altLabel", languages=("nn", "nn-no")),
        en=texts(f"{_SKOS}prefLabel", f"{_SKOS}altLabel", languages=("en", "en-gb", "en-us")),
        theme=next(iter(texts(_SUBJECT, languages=_BOKMAAL)), ""),
        note="\n\n".join(notes),
        # SKOS has one word for both kinds of «above»; what is said more exactly is not said twice.
        relations={
            "broader": tuple(name for name in broader if name not in part_of),
            "part_of": part_of,
            "related": linked(f"{_SKOS}related"),
        },
    )


def _id(address: str) -> str:
    """The last part of an address, when it can be an id: «https://example.org/begrep/team/» gives «team»."""
    last = unquote(address.rstrip("/#").replace("#", "/").rsplit("/", 1)[-1])
    return last if ID.fullmatch(last) else ""


def _label(graph: Any, node: Any, rdflib: Any) -> str:
    labels = [
        str(value)
        for value in graph.objects(node, rdflib.URIRef(f"{_SKOS}prefLabel"))
        if (value.language or "").lower() in _BOKMAAL
    ]
    return proposed_id(min(labels)) if labels else ""
