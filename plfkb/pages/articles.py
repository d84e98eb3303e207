"""The HTML of each kind of page, from templates."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from plfkb.export.bibtex import to_bibtex
from plfkb.export.ris import to_ris
from plfkb.linking import addresses
from plfkb.linking.uses import Use
from plfkb.markdown.rendering import Library, Rendering, parted
from plfkb.model import Comparison, Concept, Part, RelationKind, Source
from plfkb.norwegian.collation import sort_key
from plfkb.pages import inserts, overviews, parts
from plfkb.pages.answers import answer, headings, named
from plfkb.pages.page import Page, PageKind, capital
from plfkb.pages.parts import Link, Section
from plfkb.reading.fields import BASES, CONCEPT_TYPES
from plfkb.reading.inserts import Insert, fill

FACTS = Section("fakta", "Fakta")
BACKLINKS = Section("omtalt-i", "Omtalt i")
REFERENCES = Section("referanser", "Referanser")
COPIES = Section("bruk", "Bruk kilden")
CITED_IN = Section("sitert-i", "Sitert i")

_INLINE_TAG = re.compile(r"</?(?:a|em|span|strong)\b[^>]*>")


@dataclass(frozen=True, slots=True)
class Article:
    """The content of a page, the headings that plfkb added to it (in order), and a plain description.

    ``searchable`` is what a search engine should read of it: no lists of references or of other pages' sentences.
    Empty when the page should not be found.
    """

    html: str
    sections: tuple[Section, ...]
    description: str
    searchable: str = ""


@dataclass(frozen=True, slots=True)
class Uses:
    """All uses on the whole site, by what is used."""

    links: Mapping[str, tuple[Use, ...]]
    citations: Mapping[str, tuple[Use, ...]]


class Articles:
    """Makes articles. Holds the templates and the knowledge base of one build."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.templates = Environment(
            # The search field is the same on the home page and on the theme's page for a missing address.
            loader=ChoiceLoader(
                [
                    PackageLoader("plfkb", "templates/article"),
                    PackageLoader("plfkb", "templates/theme/partials"),
                ]
            ),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self.templates.filters["capital"] = capital

    def make(self, page: Page, rendering: Rendering, html: str, uses: Uses) -> Article:
        """The article of a page whose Markdown has become ``html``, when all pages have rendered."""
        html = named(html)
        match page.kind:
            case PageKind.CONCEPT:
                return self._concept(self.library.kb.concepts[page.key], page, rendering, html, uses)
            case PageKind.COMPARISON:
                return self._comparison(self.library.kb.comparisons[page.key], page, rendering, html, uses)
            case PageKind.SOURCE:
                return self._source(self.library.kb.sources[page.key], page, uses)
            case PageKind.THEME | PageKind.OVERVIEW:
                overview = overviews.make(self.library, page, uses.citations)
                content = self._render(overview.template, page, **overview.context)
                return Article(content, overview.sections, overview.description)
            case PageKind.DOCUMENT:
                return self._document(page, rendering, html, uses)

    def _concept(self, concept: Concept, page: Page, rendering: Rendering, html: str, uses: Uses) -> Article:
        definition, *texts = parted(html)
        body = texts.pop()
        rendered = iter(texts)
        graph = self.library.graph
        listed = parts.references(self.library, rendering.listed, page.address)
        backlinks = parts.mentioning_pages(self.library, uses.links.get(concept.id, ()), page.address)
        sections = _present((BACKLINKS, backlinks), (REFERENCES, listed))
        comparisons = [
            Link(comparison.title, self._to(addresses.comparison(comparison.id), page))
            for comparison in _most_wanted_first(concept, graph.comparisons.get(concept.id, ()))
        ]
        content = self._render(
            "begrep.html",
            page,
            concept=concept,
            definition=answer(definition),
            basis=BASES[concept.definition_basis],
            type=CONCEPT_TYPES[concept.type],
            theme=self._theme_link(concept.theme, page),
            parts=[self._part(part, rendered, page) for part in concept.parts],
            body=Markup(body),
            contents=(*headings(body), FACTS, *sections),
            comparisons=comparisons,
            relations=[
                (direction.value, [parts.link(self.library, id_, page.address) for id_ in ids])
                for direction, ids in graph.of(concept.id).items()
            ],
            successor=parts.link(self.library, concept.replaced_by, page.address)
            if concept.replaced_by
            else None,
            backlinks=backlinks,
            references=listed,
            byline=parts.byline(concept.credit, self.library.kb.settings.author),
        )
        sections = _present((BACKLINKS, backlinks), (REFERENCES, listed))
        return Article(content, sections, _plain(definition), _headed(page, html))

    def _part(self, part: Part, rendered: Iterable[str], page: Page) -> tuple[Link, Markup]:
        href = parts.link(self.library, part.id, page.address).href if part.id else ""
        text = parts.inline(next(iter(rendered))) if part.text is not None else Markup("")
        return Link(part.label, href), text

    def _comparison(
        self, comparison: Comparison, page: Page, rendering: Rendering, html: str, uses: Uses
    ) -> Article:
        summary, *texts = parted(html)
        body = texts.pop()
        cells = iter(texts)
        listed = parts.references(self.library, rendering.listed, page.address)
        backlinks = parts.mentioning_pages(self.library, uses.links.get(comparison.id, ()), page.address)
        sections = _present((BACKLINKS, backlinks), (REFERENCES, listed))
        content = self._render(
            "sammenlikning.html",
            page,
            comparison=comparison,
            summary=answer(summary),
            theme=self._theme_link(comparison.theme, page),
            sides=[parts.link(self.library, id_, page.address) for id_ in comparison.between],
            rows=[
                (dimension, [parts.inline(next(cells)) for _ in dimension.sides])
                for dimension in comparison.dimensions
            ],
            body=Markup(body),
            contents=(*headings(body), *sections),
            backlinks=backlinks,
            references=listed,
            byline=parts.byline(comparison.credit, self.library.kb.settings.author),
        )
        sections = _present((BACKLINKS, backlinks), (REFERENCES, listed))
        return Article(content, sections, _plain(summary), _headed(page, html))

    def _source(self, source: Source, page: Page, uses: Uses) -> Article:
        bibliography = self.library.bibliography
        found = uses.citations.get(source.key, ())
        cited = parts.mentioning_pages(self.library, found, page.address)
        through = sorted(
            {use.via for use in found if use.via}, key=lambda key: sort_key(bibliography.label(key))
        )
        content = self._render(
            "kilde.html",
            page,
            source=source,
            reference=Markup(self.library.reference_html[source.key]),
            through=[
                Link(bibliography.label(key), self._to(addresses.source(key), page))
                for key in through
                if key in self.library.kb.sources
            ],
            cited=cited,
            copies=[
                ("Referanse", "kopi-referanse", parts.reference_text(self.library, source.key)),
                ("BibTeX", "kopi-bibtex", to_bibtex(source)),
                ("RIS", "kopi-ris", to_ris(source).replace("\r\n", "\n")),
            ],
        )
        searchable = _headed(page, f"<p>{self.library.reference_html[source.key]}</p>")
        description = parts.reference_text(self.library, source.key)
        return Article(content, (COPIES, *_present((CITED_IN, cited))), description, searchable)

    def _document(self, page: Page, rendering: Rendering, html: str, uses: Uses) -> Article:
        content = fill(html, lambda insert: self._insert(page, insert, uses))
        listed = parts.references(self.library, rendering.listed, page.address)
        if listed:
            content += self._render("litteraturliste.html", page, references=listed)
        if not page.address:
            content = self._render("forside.html", page, body=Markup(content))
        return Article(content, _present((REFERENCES, listed)), "", html)

    def _insert(self, page: Page, insert: Insert, uses: Uses) -> str:
        context = inserts.context(self.library, page, insert, uses.citations)
        return self._render("innskudd.html", page, name=insert.name, **context)

    def _theme_link(self, theme: str, page: Page) -> Link:
        known = self.library.kb.themes.get(theme)
        return Link(known.label, self._to(addresses.theme(theme), page)) if known else Link(theme)

    def _to(self, address: str, page: Page) -> str:
        return addresses.relative(address, page.address)

    def _render(self, template: str, page: Page, **context: object) -> str:
        return self.templates.get_template(template).render(
            page=page, to=lambda address: self._to(address, page), **context
        )


def _present(*candidates: tuple[Section, object]) -> tuple[Section, ...]:
    return tuple(section for section, content in candidates if content)


def _most_wanted_first(concept: Concept, comparisons: Iterable[Comparison]) -> list[Comparison]:
    """The comparisons of a concept in the order in which it names what it is confused with."""
    contrasts = [relation.target for relation in concept.relations if relation.kind is RelationKind.CONTRASTS]

    def rank(comparison: Comparison) -> tuple[int, int]:
        ranks = [contrasts.index(id_) for id_ in comparison.between if id_ in contrasts]
        return min(ranks, default=len(contrasts)), len(comparison.between)

    return sorted(comparisons, key=rank)


def _headed(page: Page, html: str) -> str:
    # Tags inside a sentence say nothing to a search engine and cost its parser more than all else.
    return f"<h1>{escape(page.title)}</h1>{_INLINE_TAG.sub('', html)}"


def _plain(html: str) -> str:
    return Markup(html).striptags()
