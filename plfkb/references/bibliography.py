"""All sources of a knowledge base, ready to be cited and listed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from plfkb.norwegian.collation import sort_key
from plfkb.norwegian.words import words_for
from plfkb.references.disambiguation import Distinction, distinctions
from plfkb.references.entry import list_entry
from plfkb.references.in_text import Cited, InText, narrative, parenthesis, plain_label
from plfkb.references.order import ListKey, list_key
from plfkb.references.runs import Runs, merged, to_text
from plfkb.references.work import Work, read_work
from plfkb.works import Citation, Cluster, Source

__all__ = ["Bibliography", "InText", "alone"]

_NO_DISTINCTION = Distinction()


class Bibliography:
    """The sources of one build in one language (``nb``, ``nn`` or ``en``).

    Order, letters (2020a), initials and added names are settled here, from all sources at once, so
    that a work is cited and listed alike on every page. No answer changes after construction. Raises
    KeyError for a language without words.
    """

    def __init__(self, sources: Mapping[str, Source], lang: str = "nb") -> None:
        self._words = words_for(lang)
        self._works = {key: read_work(source) for key, source in sources.items()}
        self._keys: dict[str, ListKey] = {key: list_key(work) for key, work in self._works.items()}
        self._ordered = tuple(sorted(self._works, key=self._keys.__getitem__))
        self._rank = {key: rank for rank, key in enumerate(self._ordered)}
        self._distinctions = distinctions((self._works[key] for key in self._ordered), self._words)
        self._labels: dict[str, str] = {}

    def reference(self, key: str) -> Runs:
        """The whole entry in the reference list. Raises KeyError for a key that no source has."""
        return list_entry(self._works[key], self._distinctions[key].letter, self._words)

    def in_order(self, keys: Iterable[str]) -> tuple[str, ...]:
        """The keys in the order of the list (L11, L12), each once; keys that no source has are left out."""
        return tuple(sorted({key for key in keys if key in self._rank}, key=self._rank.__getitem__))

    def listed(self, cluster: Cluster) -> tuple[str, ...]:
        """The keys that a citation brings into the list: of ``x via y`` only the work that was read (T17)."""
        keys = (citation.via or citation.key for citation in cluster.citations)
        return tuple(dict.fromkeys(key for key in keys if key in self._works))

    def in_text(
        self, cluster: Cluster, introduced: frozenset[str] = frozenset(), sentence_start: bool = False
    ) -> InText:
        """The citation as it is printed.

        ``introduced`` is what the citation before it on the page returned (T13). ``sentence_start``
        gives a law or a particle in running text its capital (T19). A key that no source has is
        printed as it was typed; nothing is raised.
        """
        if cluster.narrative:
            cited = self._cited(cluster.citations[0])
            printed = narrative(cited, introduced, self._words, sentence_start=sentence_start)
        else:
            segments = [[self._cited(citation) for citation in segment] for segment in cluster.segments]
            printed = parenthesis(segments, introduced, self._words)
        return InText(merged(printed.runs), printed.introduced)

    def label(self, key: str) -> str:
        """«Argyris & Schön, 1996»: a work in overviews and cards, as plain text."""
        if key not in self._labels:  # overviews and lists ask for the same works again and again
            self._labels[key] = to_text(plain_label(self._cited(Citation(key)), self._words))
        return self._labels[key]

    def cited_by(self, key: str) -> tuple[Work, Distinction, ListKey] | None:
        """All that a work is cited by, to be compared with that of another build; None for a key that no source has."""
        work = self._works.get(key)
        return None if work is None else (work, self._distinctions[key], self._keys[key])

    def _cited(self, citation: Citation) -> Cited:
        via = self._cited(Citation(citation.via, "", citation.via_locator)) if citation.via else None
        work = self._works.get(citation.key)
        if work is None:
            return Cited(citation, None, _NO_DISTINCTION, _unknown(citation.key), via)
        return Cited(citation, work, self._distinctions[citation.key], self._keys[citation.key], via)


def alone(work: Work, lang: str = "nb") -> Runs:
    """A work as it would stand in a list with nothing to tell it apart from. Raises KeyError as Bibliography does."""
    return merged(list_entry(work, "", words_for(lang)))


def _unknown(key: str) -> ListKey:
    """A work that nobody knows is sorted by its key."""
    return ((sort_key(key), sort_key("")),), (0, 0, "", 0, 0), sort_key(""), key
