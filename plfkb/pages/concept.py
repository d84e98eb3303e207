"""The page of a concept."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from plfkb.linking import addresses
from plfkb.markdown.rendering import parted
from plfkb.model import Comparison, Concept, Part, RelationKind
from plfkb.pages import parts
from plfkb.pages.drawings import model_figure
from plfkb.pages.entry import entry_article
from plfkb.pages.maker import AROUND, FACTS, Article, Draft, Maker
from plfkb.pages.page import Page
from plfkb.pages.parts import Link
from plfkb.pages.surroundings import around


def concept_article(maker: Maker, draft: Draft, concept: Concept) -> Article:
    page = draft.page
    definition, *texts = parted(draft.html)
    body = texts.pop()
    rendered = iter(texts)
    graph = maker.library.graph
    surroundings = around(maker, concept, page)
    comparisons = [
        Link(comparison.title, maker.to(addresses.comparison(comparison.id), page))
        for comparison in _most_wanted_first(concept, graph.comparisons.get(concept.id, ()))
    ]
    return entry_article(
        maker,
        draft,
        "begrep.html",
        concept,
        opening=definition,
        body=body,
        listed=maker.sections((FACTS, True)),
        own=maker.sections((AROUND, surroundings)),
        near=_near(maker, concept),
        concept=concept,
        parts=[_part(maker, part, rendered, page) for part in concept.parts],
        figure=model_figure(maker, concept, page),
        comparisons=comparisons,
        relations=[
            (direction.value, [parts.link(maker.library, id_, page.address) for id_ in ids])
            for direction, ids in graph.of(concept.id).items()
        ],
        successor=parts.link(maker.library, concept.replaced_by, page.address)
        if concept.replaced_by
        else None,
        around=surroundings,
    )


def _near(maker: Maker, concept: Concept) -> set[str]:
    """The addresses of the entries that stand in a relation to a concept or compare it with another."""
    graph = maker.library.graph
    ids = {id_ for related in graph.of(concept.id).values() for id_ in related}
    ids |= {comparison.id for comparison in graph.comparisons.get(concept.id, ())}
    return {address for id_ in ids if (address := maker.library.address(id_)) is not None}


def _part(maker: Maker, part: Part, rendered: Iterable[str], page: Page) -> tuple[Link, Markup]:
    href = parts.link(maker.library, part.id, page.address).href if part.id else ""
    text = parts.inline(next(iter(rendered))) if part.text is not None else Markup("")
    return Link(part.label, href), text


def _most_wanted_first(concept: Concept, comparisons: Iterable[Comparison]) -> list[Comparison]:
    """The comparisons of a concept in the order in which it names what it is confused with."""
    contrasts = [relation.target for relation in concept.relations if relation.kind is RelationKind.CONTRASTS]

    def rank(comparison: Comparison) -> tuple[int, int]:
        ranks = [contrasts.index(id_) for id_ in comparison.between if id_ in contrasts]
        return min(ranks, default=len(contrasts)), len(comparison.between)

    return sorted(comparisons, key=rank)
