"""What a page asked of the knowledge base while it was made, and what it was answered.

A page that would be answered alike today need not be made again. The answers are found in one table, both when a page
asks and when they are looked up again; what the table does not know, a page cannot ask. Left out is what
``plfkb.preview.outline.frame`` holds: when that changes, every page is made anew.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar, cast

from plfkb.linking.mentions import Mention, Mentions
from plfkb.linking.relations import Graph
from plfkb.linking.terms import Target, TermIndex
from plfkb.markdown.rendering import Library
from plfkb.pages.maker import Uses
from plfkb.references.bibliography import Bibliography, InText
from plfkb.references.runs import Runs
from plfkb.works import Cluster, Source

_Value = TypeVar("_Value")

# A kind of question, and what it is about.
Question = tuple[str, Hashable]
Notes = dict[Question, object]

_NO_USES = Uses({}, {}, {})


@dataclass(frozen=True)
class Known:
    """What there is to ask in one build. ``uses`` are known when every text has been rendered."""

    library: Library
    uses: Uses = _NO_USES

    def answer(self, kind: str, about: Hashable) -> object:
        return _ANSWERS[kind](self, about)

    def holds(self, notes: Notes, certain: Collection[str] = ()) -> bool:
        """Whether everything would be answered as it was. Kinds that are ``certain`` are not asked again."""
        return all(
            kind in certain or _ANSWERS[kind](self, about) == answer
            for (kind, about), answer in notes.items()
        )


def certain(now: Library, before: Library) -> frozenset[str]:
    """The kinds of question whose answers cannot have changed, since what they are answered from has not."""
    kinds: set[str] = set()
    if now.terms is before.terms:
        kinds |= {"meant", "mentions"}
    if now.bibliography is before.bibliography:
        kinds |= {"work", "order", "label", "reference", "reference-html", "reference-text", "source"}
    return frozenset(kinds)


def _work(known: Known, key: str) -> object:
    """All that a work is cited by, wherever it stands in its file."""
    found = known.library.bibliography.cited_by(key)
    if found is None:
        return None
    work, *rest = found
    return replace(work, source=_anywhere(work.source)), *rest


def _source(known: Known, key: str) -> Source | None:
    source = known.library.kb.sources.get(key)
    return source and _anywhere(source)


def _anywhere(source: Source) -> Source:
    return replace(source, place=replace(source.place, line=0))


# Mapped to by kind: the answer when it is about ``x``.
_ANSWERS: Mapping[str, Callable[[Known, Any], object]] = {
    "name": lambda known, x: known.library.name(x),
    "address": lambda known, x: known.library.address(x),
    "in-use": lambda known, x: known.library.in_use(x),
    "concept": lambda known, x: known.library.kb.concepts.get(x),
    "comparison": lambda known, x: known.library.kb.comparisons.get(x),
    "source": _source,
    "meant": lambda known, x: known.library.terms.resolve(x),
    "mentions": lambda known, x: tuple(known.library.mentions.find(x)),
    "relations": lambda known, x: known.library.graph.neighbours.get(x),
    "compared": lambda known, x: known.library.graph.comparisons.get(x),
    "work": _work,
    "order": lambda known, x: known.library.bibliography.in_order(x),
    "label": lambda known, x: known.library.bibliography.label(x),
    "reference": lambda known, x: known.library.bibliography.reference(x),
    "reference-html": lambda known, x: known.library.reference_html.get(x),
    "reference-text": lambda known, x: known.library.reference_text.get(x),
    "links": lambda known, x: known.uses.links.get(x),
    "citations": lambda known, x: known.uses.citations.get(x),
    "lists": lambda known, x: known.uses.lists.get(x),
}


class _Asker:
    """Asks on behalf of one page."""

    def __init__(self, known: Known, notes: Notes) -> None:
        self.known = known
        self.notes = notes

    def ask(self, kind: str, about: Hashable) -> Any:
        answer = self.notes[kind, about] = self.known.answer(kind, about)
        return answer


def asking(known: Known, notes: Notes) -> tuple[Library, Uses]:
    """The library and the uses as a page gets them: what it asks of them is written down in ``notes``."""
    asker = _Asker(known, notes)
    uses = Uses(
        _Noted(asker, "links", known.uses.links),
        _Noted(asker, "citations", known.uses.citations),
        _Noted(asker, "lists", known.uses.lists),
    )
    return _Library(asker), uses


class _Library(Library):
    """What is worked out of the knowledge base is answered by the library itself, question by question."""

    def __init__(self, asker: _Asker) -> None:
        library = asker.known.library
        kb = library.kb
        super().__init__(
            replace(
                kb,
                concepts=_Noted(asker, "concept", kb.concepts),
                comparisons=_Noted(asker, "comparison", kb.comparisons),
                sources=_Noted(asker, "source", kb.sources),
                files={},
                problems=(),
            )
        )
        vars(self).update(
            _asker=asker,
            bibliography=_Bibliography(asker),
            terms=_Terms(asker),
            mentions=_Mentions(asker),
            graph=Graph(
                _Noted(asker, "relations", library.graph.neighbours),
                _Noted(asker, "compared", library.graph.comparisons),
            ),
            reference_html=_Noted(asker, "reference-html", library.reference_html),
            reference_text=_Noted(asker, "reference-text", library.reference_text),
            archives=library.archives,
            changes=library.changes,
            changes_of=library.changes_of,
        )

    def _ask(self, kind: str, about: str) -> Any:
        return vars(self)["_asker"].ask(kind, about)

    def address(self, id_: str) -> str | None:
        return cast("str | None", self._ask("address", id_))

    def name(self, id_: str) -> str:
        return cast("str", self._ask("name", id_))

    def in_use(self, id_: str) -> bool:
        return cast("bool", self._ask("in-use", id_))


class _Noted(Mapping[str, _Value]):
    """A mapping of which single values can be asked for, and nothing else: no page may go through it."""

    def __init__(self, asker: _Asker, kind: str, real: Mapping[str, _Value]) -> None:
        self._asker = asker
        self._kind = kind
        self._real = real

    def __getitem__(self, key: str) -> _Value:
        self._asker.ask(self._kind, key)
        return self._real[key]

    def __iter__(self) -> Iterator[str]:
        raise NotImplementedError

    def __len__(self) -> int:
        raise NotImplementedError


class _Terms(TermIndex):
    def __init__(self, asker: _Asker) -> None:
        self._asker = asker

    def resolve(self, target: str) -> Target:
        return cast("Target", self._asker.ask("meant", target))


class _Mentions(Mentions):
    def __init__(self, asker: _Asker) -> None:
        self._asker = asker

    def find(self, text: str) -> Iterator[Mention]:
        return iter(self._asker.ask("mentions", text))


class _Bibliography(Bibliography):
    def __init__(self, asker: _Asker) -> None:
        self._asker = asker
        self._real = asker.known.library.bibliography

    def reference(self, key: str) -> Runs:
        return cast("Runs", self._asker.ask("reference", key))

    def in_order(self, keys: Iterable[str]) -> tuple[str, ...]:
        return cast("tuple[str, ...]", self._asker.ask("order", frozenset(keys)))

    def listed(self, cluster: Cluster) -> tuple[str, ...]:
        self._ask_of_works(cluster)
        return self._real.listed(cluster)

    def in_text(
        self, cluster: Cluster, introduced: frozenset[str] = frozenset(), sentence_start: bool = False
    ) -> InText:
        self._ask_of_works(cluster)
        return self._real.in_text(cluster, introduced, sentence_start)

    def label(self, key: str) -> str:
        return cast("str", self._asker.ask("label", key))

    def _ask_of_works(self, cluster: Cluster) -> None:
        for citation in cluster.citations:
            for key in filter(None, (citation.key, citation.via)):
                self._asker.ask("work", key)
