"""Pages as schema.org describes them, for search engines and whoever else reads JSON-LD in a page's head.

A concept is a ``DefinedTerm`` whose id is its lasting address; the page about it is a ``ScholarlyArticle`` beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from plfkb import json_text
from plfkb.export.publication import Publication
from plfkb.linking import addresses
from plfkb.model import Comparison, Concept
from plfkb.works import Names, Source

Node = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Written:
    """A page as a text: its title, a plain description, the work that cites it and that work's day (ISO), what it cites.

    ``cited`` holds (name, path).
    """

    path: str
    title: str
    description: str
    work: Source
    day: str
    cited: tuple[tuple[str, str], ...]


def concept_graph(publication: Publication, concept: Concept, written: Written) -> str:
    """JSON-LD for the page of a concept: the term, the page about it, and the site that both are part of."""
    permalink = publication.address(written.path)
    term = {
        "@type": "DefinedTerm",
        "@id": permalink,
        "name": concept.term,
        "alternateName": _other_names(concept),
        "description": written.description,
        "termCode": concept.id,
        "url": permalink,
        "inDefinedTermSet": _id(publication.address(addresses.CONCEPTS)),
        "subjectOf": _id(f"{permalink}#oppslag"),
    }
    terms = {
        "@type": "DefinedTermSet",
        "@id": publication.address(addresses.CONCEPTS),
        "name": publication.name,
        "publisher": _id(publication.publisher),
    }
    text = _text(publication, written, "ScholarlyArticle", f"{permalink}#oppslag", [_id(permalink)])
    return _graph(term, terms, text, *_site(publication))


def comparison_graph(publication: Publication, comparison: Comparison, written: Written) -> str:
    about = [_id(publication.address(addresses.concept(id_))) for id_ in comparison.between]
    permalink = publication.address(written.path)
    return _graph(_text(publication, written, "ScholarlyArticle", permalink, about), *_site(publication))


def document_graph(publication: Publication, written: Written) -> str:
    permalink = publication.address(written.path)
    return _graph(_text(publication, written, "CreativeWork", permalink, []), *_site(publication))


def _other_names(concept: Concept) -> list[str]:
    names = dict.fromkeys((*concept.also, *concept.en, *concept.nn))
    return [name for name in names if name != concept.term]


def _text(publication: Publication, written: Written, type_: str, id_: str, about: list[Node]) -> Node:
    return {
        "@type": type_,
        "@id": id_,
        "url": publication.address(written.path),
        "headline": written.title,
        "description": written.description,
        "about": about,
        "author": list(_people(publication, written.work.names["author"])),
        "dateModified": written.day,
        "inLanguage": publication.language,
        "isPartOf": _id(publication.url),
        "publisher": _id(publication.publisher),
        "license": _id(publication.licence) if publication.licence else "",
        "citation": [
            {"@type": "CreativeWork", "@id": publication.address(path), "name": name}
            for name, path in written.cited
        ],
    }


def _people(publication: Publication, names: Names) -> Iterator[Node]:
    for name in names.names:
        if name.organisation and name.family == publication.name:
            yield _id(publication.publisher)
        elif name.organisation:
            yield {"@type": "Organization", "name": name.family}
        else:
            family = " ".join(filter(None, (name.particle, name.family)))
            given = " ".join(name.given)
            yield {
                "@type": "Person",
                "name": " ".join(filter(None, (given, family, name.suffix))),
                "givenName": given,
                "familyName": family,
            }


def _site(publication: Publication) -> tuple[Node, Node]:
    return (
        {"@type": "WebSite", "@id": publication.url, "name": publication.name, "url": publication.url},
        {
            "@type": "Organization",
            "@id": publication.publisher,
            "name": publication.name,
            "url": publication.url,
        },
    )


def _id(address: str) -> Node:
    return {"@id": address}


def _graph(*nodes: Node) -> str:
    data = {"@context": "https://schema.org", "@graph": [_said(node) for node in nodes]}
    return for_script(json_text.compact(data))


def _said(node: Node) -> Node:
    return {key: value for key, value in node.items() if value}


def for_script(text: str) -> str:
    """JSON that can stand in a script element: no character in it begins a tag or a comment."""
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
