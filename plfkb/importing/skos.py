"""SKOS to drafts, in any form that rdflib reads.

rdflib is wanted for this alone, so it is an extra (``pip install plfkb[import]``) and imported when it is needed.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from textwrap import shorten
from types import MappingProxyType
from typing import Any
from urllib.parse import unquote
from warnings import catch_warnings, simplefilter
from xml.sax import SAXException

from plfkb.importing.draft import Draft, UnreadableListError
from plfkb.linking.terms import fold
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

_NAMES = MappingProxyType(
    {"turtle": "Turtle", "nt": "N-Triples", "n3": "Notation3", "json-ld": "JSON-LD", "xml": "RDF/XML"}
)

# What rdflib's parsers raise beside errors of its own; OSError is for a context that lies on the net, RecursionError
# for brackets within brackets, and NameError for JSON that is neither an object nor a list.
_FAULTS = (
    SyntaxError,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    AssertionError,
    NameError,
    OSError,
    RecursionError,
    SAXException,
)
_UNBOUND = re.compile(r'Prefix "(.*?):?" not bound')
_INVALID_LINE = re.compile(r"Invalid line: (.+)")

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
_NARROWER = f"{_SKOS}narrower"
_ABOUT_THE_LIST = (f"{_SKOS}inScheme", f"{_SKOS}topConceptOf")
_DEFINITION = "http://publications.europa.eu/ontology/euvoc#xlDefinition"
_VALUE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#value"
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
    if form == "xml" and "<!ENTITY" in text:
        # Entities within entities can make a small file into one that no machine has room for.
        raise UnreadableListError(
            f"linje {_line_of(text, '<!ENTITY')}: fila lager forkortelser med <!ENTITY, og de blir ikke lest; "
            "lagre den som Turtle (.ttl), eller skriv adressene helt ut"
        )
    graph = rdflib.Graph()
    try:
        with _quiet():
            graph.parse(data=text, format=form)
    except (*_FAULTS, rdflib.exceptions.Error) as error:
        raise UnreadableListError(_told(error, text, form)) from error
    concepts = _concepts(graph, rdflib)
    if not concepts:
        raise UnreadableListError("fila har ingen begreper (skos:Concept)")
    return sorted((_draft(_Node(graph, node, rdflib)) for node in concepts), key=lambda draft: draft.where)


@contextmanager
def _quiet() -> Iterator[None]:
    """What rdflib thinks of its own parts, and of dates that are none, is no news to the one who imports."""
    log = logging.getLogger("rdflib.term")
    before = log.level
    log.setLevel(logging.CRITICAL)
    try:
        with catch_warnings():
            simplefilter("ignore", DeprecationWarning)
            yield
    finally:
        log.setLevel(before)


def _told(error: Exception, text: str, form: str) -> str:
    """What rdflib complains about, in our words and with the line where it is known."""
    if isinstance(error, OSError):
        return (
            "fila viser til en kontekst (@context) på nettet som ikke kan hentes; lagre den som Turtle (.ttl)"
        )
    if isinstance(error, RecursionError):
        return f"fila har for mange parenteser inni hverandre til å være en liste i {_NAMES[form]}; lag den på nytt"
    line = _line(error, text)
    where = f"linje {line}: " if line else ""
    prefix = _UNBOUND.search(str(error))
    if prefix:
        return f"{where}fila er ikke gyldig {_NAMES[form]}; forklar «{prefix[1]}:» med @prefix øverst i fila"
    return f"{where}fila er ikke gyldig {_NAMES[form]}; rett den der, eller lag den på nytt i programmet den er fra"


def _line(error: Any, text: str) -> int:
    """The line that a parser stopped at, each of which tells it in its own way; 0 when it does not."""
    if (before := getattr(error, "lines", None)) is not None:
        return int(before) + 1
    if (tell := getattr(error, "getLineNumber", None)) is not None:
        return int(tell() or 0)
    rest = _INVALID_LINE.search(str(error))
    if rest and text.count(rest[1]) == 1:
        return _line_of(text, rest[1])
    return int(getattr(error, "lineno", None) or 0)


def _line_of(text: str, part: str) -> int:
    return text.count("\n", 0, text.index(part)) + 1


def _concepts(graph: Any, rdflib: Any) -> list[Any]:
    found = graph.subjects(rdflib.RDF.type, rdflib.URIRef(f"{_SKOS}Concept"))
    return list(dict.fromkeys(node for node in found if not isinstance(node, rdflib.Literal)))


class _Node:
    """A concept of the graph. What is asked for is taken over; ``left`` tells the rest of what SKOS says of it."""

    def __init__(self, graph: Any, node: Any, rdflib: Any) -> None:
        self._graph = graph
        self._node = node
        self._rdflib = rdflib
        self._taken: set[tuple[str, Any]] = set()

    @property
    def address(self) -> str:
        """An empty string for a concept that the file gives no address."""
        return str(self._node) if isinstance(self._node, self._rdflib.URIRef) else ""

    def texts(self, *predicates: str, languages: Sequence[str]) -> tuple[str, ...]:
        """The texts of all the predicates, in the order of the languages and then of the alphabet."""
        found: dict[str, int] = {}
        for predicate in predicates:
            for value in self._graph.objects(self._node, self._rdflib.URIRef(predicate)):
                language = (getattr(value, "language", None) or "").lower()
                if isinstance(value, self._rdflib.Literal) and language in languages:
                    self._taken.add((predicate, value))
                    text, rank = " ".join(str(value).split()), languages.index(language)
                    found[text] = min(rank, found.get(text, rank))
        return tuple(sorted(filter(None, found), key=lambda text: (found[text], text)))

    def linked(self, *predicates: str, inverse: str = "") -> tuple[str, ...]:
        """The names of what the predicates lead to, and of what leads here by the ``inverse`` one."""
        found = set()
        if inverse:
            leading = self._graph.subjects(self._rdflib.URIRef(inverse), self._node)
            found |= {self._name(other) for other in leading}
        for predicate in predicates:
            for value in self._graph.objects(self._node, self._rdflib.URIRef(predicate)):
                if name := self._name(value):
                    self._taken.add((predicate, value))
                    found.add(name)
        return tuple(sorted(filter(None, found)))

    def _name(self, value: Any) -> str:
        """The id of another concept, or what it is called; an empty string when the file has no name for it."""
        if isinstance(value, self._rdflib.Literal):
            return ""
        other = _Node(self._graph, value, self._rdflib)
        if id_ := _id(other.address):
            return id_
        if terms := other.texts(f"{_SKOS}prefLabel", languages=_BOKMAAL):
            return proposed_id(terms[0])
        words = " ".join(_last(other.address).replace("_", " ").split())
        return words if proposed_id(words) != proposed_id("") else ""

    def inside(self, predicate: str, value: str) -> tuple[str, ...]:
        """The texts in bokmål of the things that the predicate leads to."""
        things = self._graph.objects(self._node, self._rdflib.URIRef(predicate))
        found = {
            text
            for thing in things
            if not isinstance(thing, self._rdflib.Literal)
            for text in _Node(self._graph, thing, self._rdflib).texts(value, languages=_BOKMAAL)
        }
        return tuple(sorted(found))

    def left(self) -> tuple[str, ...]:
        """What SKOS says of the concept and nothing has asked for."""
        return tuple(
            sorted(
                f"skos:{predicate.removeprefix(_SKOS)} {self._shown(value)}"
                for predicate, value in self._graph.predicate_objects(self._node)
                if predicate.startswith(_SKOS)
                and (str(predicate), value) not in self._taken
                and not self._is_said_elsewhere(str(predicate), value)
            )
        )

    def _is_said_elsewhere(self, predicate: str, value: Any) -> bool:
        concept = self._rdflib.URIRef(f"{_SKOS}Concept")
        return predicate in _ABOUT_THE_LIST or (
            predicate == _NARROWER and (value, self._rdflib.RDF.type, concept) in self._graph
        )

    def _shown(self, value: Any) -> str:
        if isinstance(value, self._rdflib.Literal):
            language = f" på {value.language}" if value.language else ""
            return f"«{shorten(str(value), 60, placeholder=' …')}»{language}"
        return f"<{value}>" if isinstance(value, self._rdflib.URIRef) else "(noe uten adresse)"


def _draft(node: _Node) -> Draft:
    terms = node.texts(f"{_SKOS}prefLabel", languages=_BOKMAAL)
    term = terms[0] if terms else ""
    # SKOS-AP-NO has the definition as a thing of its own, with or without the plain one beside it.
    definitions = node.texts(f"{_SKOS}definition", languages=_BOKMAAL) or node.inside(_DEFINITION, _VALUE)
    notes = node.texts(f"{_SKOS}note", f"{_SKOS}scopeNote", languages=_BOKMAAL)
    # SKOS says of a hidden label only that it is for searching; that a term should be avoided, our export adds.
    avoided = {found[1] for note in notes if (found := _AVOIDED.match(note))}
    labels = node.texts(f"{_SKOS}hiddenLabel", languages=_BOKMAAL)
    also = (*terms[1:], *node.texts(f"{_SKOS}altLabel", languages=_BOKMAAL))
    broader, part_of = node.linked(*_BROADER, inverse=_NARROWER), node.linked(*_PART_OF)
    return Draft(
        where=node.address or (f"begrepet «{term}» uten adresse" if term else "et begrep uten adresse"),
        term=term,
        id=_id(node.address),
        definition=definitions[0] if definitions else "",
        also=tuple(dict.fromkeys(name for name in also if fold(name) != fold(term))),
        discouraged=tuple(label for label in labels if label in avoided),
        hidden=tuple(label for label in labels if label not in avoided),
        nn=node.texts(f"{_SKOS}prefLabel", f"{_SKOS}altLabel", languages=("nn", "nn-no")),
        en=node.texts(f"{_SKOS}prefLabel", f"{_SKOS}altLabel", languages=("en", "en-gb", "en-us")),
        theme=next(iter(node.texts(_SUBJECT, languages=_BOKMAAL)), ""),
        # An entry has one definition; what else the list says is a place for whoever writes it to begin.
        note="\n\n".join((*definitions[1:], *notes)),
        # SKOS has one word for both kinds of «above»; what is said more exactly is not said twice.
        relations={
            "broader": tuple(name for name in broader if name not in part_of),
            "part_of": part_of,
            "related": node.linked(f"{_SKOS}related"),
        },
        left=node.left(),
    )


def _id(address: str) -> str:
    """The last part of an address, when it can be an id: «https://example.org/begrep/team/» gives «team»."""
    last = _last(address)
    return last if ID.fullmatch(last) else ""


def _last(address: str) -> str:
    return unquote(address.rstrip("/#").replace("#", "/").rsplit("/", 1)[-1])
