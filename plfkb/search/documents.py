"""What can be found: one document for each page that a reader may look for."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from plfkb import html_text
from plfkb.linking.uses import Use
from plfkb.markdown.rendering import Library, Rendering, parted
from plfkb.model import Comparison, Concept, KnowledgeBase
from plfkb.pages.page import Page, PageKind
from plfkb.references.runs import to_text
from plfkb.works import Source

_SPACE_BEFORE_STOP = re.compile(r"\s+(?=[.,;:!?»)])")
_MOST_SECTIONS = 14
_TITLE = re.compile(r"<h1\b.*?</h1>", re.DOTALL)


class Role(StrEnum):
    """What a name is to the page that it leads to."""

    TITLE = "title"
    ALSO = "also"
    FORM = "form"
    ENGLISH = "en"
    NYNORSK = "nn"
    COVERS = "covers"
    DISCOURAGED = "discouraged"
    RETIRED = "retired"
    HIDDEN = "hidden"
    SIDE = "side"
    PART = "part"
    INITIALS = "initials"
    VARIANT = "variant"


TOLD = frozenset(
    {
        Role.ALSO,
        Role.ENGLISH,
        Role.NYNORSK,
        Role.COVERS,
        Role.DISCOURAGED,
        Role.RETIRED,
        Role.HIDDEN,
        Role.PART,
        Role.INITIALS,
    }
)
"""What a reader is told about. Titles need no telling, and the rest is made for the index only."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name of a page, as it is written."""

    text: str
    role: Role


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading of a page with its id and the text below it; the first of a page has neither id nor heading."""

    id: str
    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """A page as search sees it.

    ``type`` is the type of a concept, and for other pages the kind; ``theme`` the id of its theme or empty.
    ``authors`` maps family names to the share of the page that rests on their work (0 to 1).
    """

    address: str
    kind: PageKind
    type: str
    theme: str
    title: str
    summary: str
    names: tuple[Name, ...]
    passages: tuple[Passage, ...]
    authors: Mapping[str, float] = field(default_factory=dict)


_NO_TEXT = Passage("", "", "")
Aliases = Mapping[str, tuple[str, ...]]


def documents(library: Library, rendered: Iterable[tuple[Page, Rendering, str]]) -> Iterator[Document]:
    """A document for each page that was rendered, but for the overviews, which lead to the others."""
    kb = library.kb
    aliases = _aliases(kb)
    left_out = {document.place.path for document in kb.documents if not document.searched}
    for page, rendering, html in rendered:
        match page.kind:
            case PageKind.CONCEPT:
                concept = kb.concepts[page.key]
                if concept.replaced_by is None:
                    yield _concept(library, aliases, concept, page, rendering, html)
            case PageKind.COMPARISON:
                yield _comparison(library, kb.comparisons[page.key], page, rendering, html)
            case PageKind.SOURCE:
                yield _source(library, kb.sources[page.key], page)
            case PageKind.THEME:
                theme = kb.themes[page.key]
                names = (Name(theme.label, Role.TITLE),)
                kind = page.kind
                yield Document(
                    page.address, kind, kind, theme.id, theme.label, theme.about, names, (_NO_TEXT,)
                )
            case PageKind.DOCUMENT if page.address and page.path not in left_out:
                yield _document(page, html)
            case _:
                pass


def _concept(
    library: Library, aliases: Aliases, concept: Concept, page: Page, rendering: Rendering, html: str
) -> Document:
    kb = library.kb
    definition, *texts = parted(html)
    body = texts.pop()
    summary = _text(definition)
    names = [Name(concept.term, Role.TITLE), *_named(concept)]
    for retired in kb.concepts.values():
        if retired.replaced_by == concept.id:
            names += [Name(name, Role.RETIRED) for name in (retired.term, *retired.also)]
            names += [Name(word, Role.HIDDEN) for word in retired.hidden]
    names += [Name(part.label, Role.PART) for part in concept.parts if part.id is None]
    names += [Name(made, Role.VARIANT) for made in _variants(concept, aliases)]
    names += [Name(made, Role.INITIALS) for made in _initials(names)]
    first, *rest = _passages(body)
    lead = " ".join([*map(_text, texts), first.text])
    return Document(
        page.address,
        page.kind,
        concept.type,
        concept.theme,
        page.title,
        summary,
        tuple(names),
        (Passage("", "", lead), *rest),
        _authors(kb, rendering.citations),
    )


def _named(concept: Concept) -> Iterator[Name]:
    """The names and search words that stand in the entry, besides the preferred term."""
    yield from (Name(name, Role.ALSO) for name in concept.also)
    yield from (Name(name, Role.FORM) for name in concept.forms)
    yield from (Name(name, Role.ENGLISH) for name in concept.en)
    yield from (Name(name, Role.NYNORSK) for name in concept.nn)
    yield from (Name(name, Role.COVERS) for name in concept.covers)
    yield from (Name(item.term, Role.DISCOURAGED) for item in concept.discouraged)
    yield from (Name(word, Role.HIDDEN) for word in concept.hidden)


def _aliases(kb: KnowledgeBase) -> Aliases:
    """The names that stand for one another, by each of them."""
    found: dict[str, tuple[str, ...]] = {}
    for concept in kb.concepts.values():
        same = (concept.term, *concept.also)
        found |= {name.lower(): same for name in same}
    return found


def _variants(concept: Concept, aliases: Aliases) -> Iterator[str]:
    """The term with other names for what it mentions: «ledelse av PLF» is about a «profesjonelt læringsfellesskap»."""
    own = {concept.term.lower(), *map(str.lower, concept.also)}
    for name in (concept.term, *concept.also):
        parts = name.lower().split()
        for start in range(len(parts)):
            for end in range(start + 1, len(parts) + 1):
                inner = " ".join(parts[start:end])
                if inner in aliases and inner not in own:
                    for other in aliases[inner]:
                        made = " ".join((*parts[:start], other, *parts[end:]))
                        if made.lower() not in own:
                            own.add(made.lower())
                            yield made


def _initials(names: Iterable[Name]) -> list[str]:
    """Abbreviations that a reader may make of names with three words or more."""
    made = set()
    for name in names:
        parts = [part for part in re.split(r"[\s-]+", name.text) if part]
        if len(parts) >= 3 and name.role in (Role.TITLE, Role.ALSO, Role.ENGLISH):
            made.add("".join(part[0] for part in parts).upper())
    return sorted(made - {name.text.upper() for name in names})


def _comparison(
    library: Library, comparison: Comparison, page: Page, rendering: Rendering, html: str
) -> Document:
    kb = library.kb
    summary, *texts = parted(html)
    body = texts.pop()
    names = [Name(comparison.title, Role.TITLE), *(Name(word, Role.HIDDEN) for word in comparison.hidden)]
    for id_ in comparison.between:
        names.append(Name(library.name(id_), Role.SIDE))
        concept = kb.concepts.get(id_)
        if concept is not None:
            names += [Name(name, Role.SIDE) for name in (*concept.also, *concept.en, *concept.nn)]
    first, *rest = _passages(body)
    dimensions = [dimension.name for dimension in comparison.dimensions]
    lead = " ".join([*dimensions, *map(_text, texts), first.text])
    return Document(
        page.address,
        page.kind,
        page.kind,
        comparison.theme,
        page.title,
        _text(summary),
        tuple(names),
        (Passage("", "", lead), *rest),
        _authors(kb, rendering.citations),
    )


def _source(library: Library, source: Source, page: Page) -> Document:
    names = [Name(page.title, Role.TITLE), Name(source.get("title"), Role.ALSO)]
    people = [name.family for people in source.names.values() for name in people.names]
    return Document(
        page.address,
        page.kind,
        page.kind,
        "",
        page.title,
        to_text(library.bibliography.reference(source.key)),
        tuple(names),
        (_NO_TEXT,),
        dict.fromkeys((family.lower() for family in people), 1.0),
    )


def _document(page: Page, html: str) -> Document:
    # The heading of the page is its name. In the text it would open every excerpt.
    first, *rest = _passages(_TITLE.sub("", html, count=1))
    names = (Name(page.title, Role.TITLE),)
    return Document(page.address, page.kind, page.kind, "", page.title, first.text, names, (first, *rest))


def _text(html: str) -> str:
    """The words of rendered Markdown without citations and what belongs to headings."""
    bare = html_text.without_heading_links(html_text.without_citations(html))
    return _SPACE_BEFORE_STOP.sub("", html_text.words(bare))


def _passages(html: str) -> list[Passage]:
    """A rendered text cut at its headings of the second level. What is beyond the last that counts, joins it."""
    passages: list[Passage] = []
    for part in html_text.parts(html):
        if len(passages) <= _MOST_SECTIONS:
            passages.append(Passage(part.id, part.heading, _text(part.html)))
        else:
            last = passages[-1]
            passages[-1] = Passage(last.id, last.heading, f"{last.text} {part.heading} {_text(part.html)}")
    return passages


def _authors(kb: KnowledgeBase, citations: Iterable[Use]) -> Mapping[str, float]:
    """How much of a page rests on each author. The definition, which nothing stands above, says most about whose
    idea the page is about; a work through which others are known says nothing.
    """
    weights: defaultdict[str, float] = defaultdict(float)
    total = 0.0
    for use in citations:
        weight = 1.0 if use.section else 2.0
        total += weight
        source = kb.sources[use.target]
        for people in source.names.values():
            for name in people.names:
                weights[name.family.lower()] += weight
    return {name: weight / total for name, weight in weights.items()} if total else {}
