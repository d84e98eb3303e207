"""The concepts as SKOS, by SKOS-AP-NO-Begrep 2 (Digdir), the Norwegian standard for describing concepts.

Everything has the address of its page as its id. Plain SKOS is said beside what the standard adds, for readers that
know only SKOS: ``skos:broader`` beside ``xkos:specializes``, ``skos:definition`` beside ``euvoc:xlDefinition``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from plfkb.export.hierarchy import Hierarchy
from plfkb.export.jsonld import Form
from plfkb.export.publication import Publication
from plfkb.export.rdf import Literal, Resource
from plfkb.linking import addresses
from plfkb.linking.relations import Direction
from plfkb.markdown.rendering import Library
from plfkb.model import Concept, Theme
from plfkb.plain_text import one_line
from plfkb.reading.prose import prose
from plfkb.references import grammar
from plfkb.references.runs import to_text
from plfkb.works import Cluster

_BASES = {
    "egen": "self-composed",
    "tilpasset": "derived-from-source",
    "sitert": "direct-from-source",
}
_BASIS = "https://data.norge.no/vocabulary/relationship-with-source-type#"
_STATUS = "http://publications.europa.eu/resource/authority/concept-status/"
_EXACT = {
    Direction.BROADER: "xkos:specializes",
    Direction.NARROWER: "xkos:generalizes",
    Direction.PART_OF: "xkos:isPartOf",
    Direction.HAS_PART: "xkos:hasPart",
}
_ROLE = "skilles fra"
_LANGUAGE = "nb"  # entries are written in bokmål, whatever language the interface has

KEYS: Mapping[str, Form] = MappingProxyType(
    {
        **dict.fromkeys(("skos:prefLabel", "skos:altLabel", "skos:hiddenLabel"), Form.TEXT),
        **dict.fromkeys(("skos:definition", "skos:scopeNote", "rdf:value", "skosno:relationRole"), Form.TEXT),
        **dict.fromkeys(
            ("dct:title", "dct:description", "dct:subject", "dct:type", "euvoc:status"), Form.TEXT
        ),
        **dict.fromkeys(("vcard:hasOrganizationName",), Form.TEXT),
        **dict.fromkeys(("dct:created", "dct:modified"), Form.DATE),
        **dict.fromkeys(("dct:identifier",), Form.URI),
        **dict.fromkeys(("owl:deprecated",), Form.FLAG),
        **dict.fromkeys(("dc:creator", "dct:bibliographicCitation", "owl:versionInfo"), Form.PLAIN),
        **dict.fromkeys(
            ("skos:inScheme", "skos:topConceptOf", "skos:hasTopConcept", "skos:member"), Form.LINK
        ),
        **dict.fromkeys(("skos:broader", "skos:narrower", "skos:related", "rdfs:seeAlso"), Form.LINK),
        **dict.fromkeys((*_EXACT.values(), "dct:isReplacedBy", "dct:replaces"), Form.LINK),
        **dict.fromkeys(("skosno:isFromConceptIn", "skosno:hasToConcept", "uneskos:memberOf"), Form.LINK),
        **dict.fromkeys(("euvoc:xlDefinition", "skosno:relationshipWithSource", "dct:source"), Form.LINK),
        **dict.fromkeys(("dct:publisher", "dcat:contactPoint", "dct:license"), Form.LINK),
        **dict.fromkeys(("vcard:hasEmail", "vcard:hasURL"), Form.LINK),
    }
)


class Scheme:
    """The concepts of a knowledge base as statements."""

    def __init__(self, library: Library, publication: Publication) -> None:
        self._library = library
        self._publication = publication
        self._hierarchy = Hierarchy(library.kb)
        self._scheme = publication.address(addresses.CONCEPTS)
        self._collection = f"{self._scheme}#samling"
        self._contact = publication.address("#kontakt")
        self._replaces: dict[str, list[str]] = {}
        self._cited: dict[str, tuple[str, ...]] = {}
        for concept in library.kb.concepts.values():
            if concept.replaced_by in library.kb.concepts:
                self._replaces.setdefault(str(concept.replaced_by), []).append(concept.id)

    def frame(self) -> Iterator[Resource]:
        """The scheme, the collection that the standard asks for, and one for each theme."""
        kb = self._library.kb
        yield from self._whole()
        for theme in kb.themes.values():
            members = [concept.id for concept in kb.concepts.values() if concept.theme == theme.id]
            if members:
                yield self._theme(theme, members)

    def agents(self) -> Iterator[Resource]:
        """Who publishes the scheme, and who answers questions about it."""
        yield from (self._publisher(), self._contact_point())

    def concept(self, concept: Concept) -> tuple[Resource, ...]:
        """The concept, its definition, and the associations that have a role."""
        address = self._address(concept.id)
        told = Resource(address, "skos:Concept")
        self._labels(told, concept)
        definition = self._definition(concept, f"{address}#definisjon")
        told.say("skos:definition", *definition.said["rdf:value"])
        told.link("euvoc:xlDefinition", definition.address)
        told.say("dct:identifier", Literal(address, datatype="xsd:anyURI"))
        told.link("skos:inScheme", self._scheme)
        told.link("uneskos:memberOf", self._collection)
        self._about(told, concept)
        associations = list(self._relations(told, concept))
        self._life(told, concept)
        told.link("dct:publisher", self._publication.publisher)
        told.link("dcat:contactPoint", self._contact)
        return (told, definition, *associations)

    def source(self, key: str) -> Resource:
        told = Resource(self._publication.address(addresses.source(key)), "dct:BibliographicResource")
        told.say("dct:bibliographicCitation", Literal(self._library.reference_text[key]))
        return told

    def _plain(self, concept: Concept) -> str:
        """The definition in plain words; where it comes from is told apart from it."""

        def say(cluster: Cluster) -> str:
            return to_text(self._library.bibliography.in_text(cluster).runs)

        return one_line(concept.definition.markdown, say) or concept.term

    def _labels(self, told: Resource, concept: Concept) -> None:
        """One recommended term a language, and no term twice in one. Without a word in nynorsk it is that of bokmål."""
        nynorsk = concept.nn or (concept.term,)
        told.tell("skos:prefLabel", _LANGUAGE, concept.term)
        told.tell("skos:prefLabel", "nn", nynorsk[0])
        told.tell("skos:prefLabel", "en", *concept.en[:1])
        also = [term for term in concept.also if term != concept.term]
        told.tell("skos:altLabel", _LANGUAGE, *also)
        told.tell("skos:altLabel", "nn", *(term for term in nynorsk[1:] if term != nynorsk[0]))
        told.tell("skos:altLabel", "en", *(term for term in concept.en[1:] if term != concept.en[0]))
        known = {concept.term, *also}
        hidden = dict.fromkeys((*(item.term for item in concept.discouraged), *concept.hidden))
        told.tell("skos:hiddenLabel", _LANGUAGE, *(term for term in hidden if term not in known))

    def _definition(self, concept: Concept, address: str) -> Resource:
        told = Resource(address, "euvoc:XlNote")
        told.tell("rdf:value", _LANGUAGE, self._plain(concept))
        told.link("skosno:relationshipWithSource", _BASIS + _BASES[concept.definition_basis])
        told.link(
            "dct:source", *(self._publication.address(addresses.source(key)) for key in self.cited(concept))
        )
        return told

    def _about(self, told: Resource, concept: Concept) -> None:
        theme = self._library.kb.themes.get(concept.theme)
        told.tell("dct:subject", _LANGUAGE, theme.label if theme else "")
        told.tell("dct:type", _LANGUAGE, concept.type)
        covers = f"Omfatter: {', '.join(concept.covers)}." if concept.covers else ""
        told.tell("skos:scopeNote", _LANGUAGE, covers)
        for item in concept.discouraged:
            # Of the hidden labels these are the ones to avoid; the others are only searched with.
            reason = f": {item.reason}" if item.reason else ""
            told.tell("skos:scopeNote", _LANGUAGE, f"Unngå «{item.term}»{reason}.")

    def _relations(self, told: Resource, concept: Concept) -> Iterator[Resource]:
        above = self._hierarchy.above(concept.id)
        if not above:
            told.link("skos:topConceptOf", self._scheme)
        told.link("skos:broader", *map(self._address, above))
        told.link("skos:narrower", *map(self._address, self._hierarchy.below(concept.id)))
        for direction, ids in self._library.graph.of(concept.id).items():
            known = [id_ for id_ in ids if id_ in self._library.kb.concepts]
            if direction in _EXACT:
                told.link(_EXACT[direction], *map(self._address, known))
                continue
            for id_ in known:
                # SKOS forbids «related» between concepts of which one is above the other.
                beside = not self._hierarchy.in_line(concept.id, id_)
                told.link("skos:related" if beside else "rdfs:seeAlso", self._address(id_))
                if direction is Direction.CONTRASTS:
                    yield self._contrast(told, id_)

    def _contrast(self, told: Resource, id_: str) -> Resource:
        association = Resource(
            f"{told.address}#skilles-fra-{id_}",
            "skosno:AssociativeConceptRelation",
        )
        association.link("skosno:hasToConcept", self._address(id_))
        association.tell("skosno:relationRole", _LANGUAGE, _ROLE)
        told.link("skosno:isFromConceptIn", association.address)
        return association

    def _life(self, told: Resource, concept: Concept) -> None:
        credit, retired = concept.credit, concept.replaced_by is not None
        told.link("euvoc:status", _STATUS + ("DEPRECATED" if retired else "CURRENT"))
        told.tell("euvoc:status", _LANGUAGE, credit.status)
        if retired:
            told.say("owl:deprecated", Literal("true", datatype="xsd:boolean"))
        if concept.replaced_by in self._library.kb.concepts:
            told.link("dct:isReplacedBy", self._address(str(concept.replaced_by)))
        told.link("dct:replaces", *map(self._address, self._replaces.get(concept.id, ())))
        for predicate, day in (("dct:created", credit.created), ("dct:modified", credit.updated)):
            if day is not None:
                told.say(predicate, Literal(day.isoformat(), datatype="xsd:date"))
        told.say("dc:creator", *(Literal(name.strip("{}")) for name in credit.authors))

    def _whole(self) -> Iterator[Resource]:
        publication, kb = self._publication, self._library.kb
        ids = list(kb.concepts)
        tops = [id_ for id_ in ids if not self._hierarchy.above(id_)]
        scheme = Resource(self._scheme, "skos:ConceptScheme")
        collection = Resource(self._collection, "skos:Collection")
        days = [concept.credit.dated for concept in kb.concepts.values()]
        latest = max((day for day in days if day is not None), default=None)
        for told in (scheme, collection):
            self._described(told, publication.name, publication.description)
            if latest is not None:
                told.say("dct:modified", Literal(latest.isoformat(), datatype="xsd:date"))
        scheme.link("skos:hasTopConcept", *map(self._address, tops))
        collection.link("skos:member", *map(self._address, ids))
        yield from (scheme, collection)

    def _theme(self, theme: Theme, members: list[str]) -> Resource:
        told = Resource(self._publication.address(addresses.theme(theme.id)), "skos:Collection")
        self._described(told, theme.label, theme.about)
        told.link("skos:member", *map(self._address, members))
        return told

    def _described(self, told: Resource, title: str, about: str) -> None:
        told.say("dct:identifier", Literal(told.address, datatype="xsd:anyURI"))
        told.tell("dct:title", _LANGUAGE, title)
        told.tell("dct:description", _LANGUAGE, about)
        if self._publication.licence:
            told.link("dct:license", self._publication.licence)
        told.link("dct:publisher", self._publication.publisher)
        told.link("dcat:contactPoint", self._contact)

    def _publisher(self) -> Resource:
        told = Resource(self._publication.publisher, "org:Organization")
        told.tell("skos:prefLabel", _LANGUAGE, self._publication.name)
        return told

    def _contact_point(self) -> Resource:
        contact = self._publication.contact or self._publication.url
        told = Resource(self._contact, "vcard:Organization")
        told.tell("vcard:hasOrganizationName", _LANGUAGE, self._publication.name)
        told.link("vcard:hasEmail" if contact.startswith("mailto:") else "vcard:hasURL", contact)
        return told

    def _address(self, id_: str) -> str:
        return self._publication.address(addresses.concept(id_))

    def cited(self, concept: Concept) -> tuple[str, ...]:
        """The keys of the works that the definition rests on: those it names, and those they are known through."""
        if concept.id not in self._cited:
            keys: dict[str, None] = {}
            for found in grammar.find(prose(concept.definition.markdown)):
                for citation in found.cluster.citations:
                    keys |= dict.fromkeys((citation.key, citation.via))
            self._cited[concept.id] = tuple(key for key in keys if key in self._library.kb.sources)
        return self._cited[concept.id]


def definition(resources: Iterable[Resource]) -> str:
    """The definition among what ``Scheme.concept`` says."""
    told = (value for resource in resources for value in resource.said.get("skos:definition", ()))
    return next(value.text for value in told if isinstance(value, Literal))
