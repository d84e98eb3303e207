"""Cross-references: what a chapter takes over from the entry of its book."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from plfkb.errors import Problem
from plfkb.reading.bibtex_places import place_of_field
from plfkb.works import Source

_PARTS = frozenset({"inbook", "incollection", "inproceedings", "inreference", "suppbook", "suppcollection"})
_RENAMED = {"title": "booktitle", "subtitle": "booksubtitle", "titleaddon": "booktitleaddon"}
_OWN = frozenset(
    # These say something about the parent alone, or tell machines how to treat it.
    [
        "abstract",
        "crossref",
        "doi",
        "eprint",
        "entryset",
        "file",
        "gender",
        "keywords",
        "label",
        "langid",
        "nameaddon",
        "note",
        "pages",
        "pagetotal",
        "presort",
        "related",
        "shortauthor",
        "shorthand",
        "shorttitle",
        "sortkey",
        "sorttitle",
        "url",
        "urldate",
        "xdata",
        "xref",
    ]
)
_DATES = frozenset({"date", "year", "month", "day"})


def resolve_crossrefs(
    sources: Mapping[str, Source], problems: Sequence[Problem]
) -> tuple[dict[str, Source], list[Problem]]:
    """The sources with what they inherit, in the same order, and the problems with those of the references.

    A source whose parent is missing, or which leads back to itself, keeps its own fields only.
    """
    by_key = {key.lower(): source for key, source in sources.items()}
    found = list(problems)
    done: dict[str, Source] = {}
    for start in by_key:
        chain: dict[str, None] = {}
        key = start
        while key in by_key and key not in done and key not in chain:
            chain[key] = None
            key = by_key[key].get("crossref").lower()
        if key in chain:
            members = list(chain)
            ring = [by_key[member] for member in members[members.index(key) :]]
            path = " → ".join(source.key for source in [*ring, ring[0]])
            found.append(_problem("bib-crossref-ring", ring[0], path))
            done.update((source.key.lower(), source) for source in ring)
        for member in reversed(chain):
            if member not in done:
                done[member] = _with_parent(by_key[member], done, found)
    return {source.key: done[source.key.lower()] for source in sources.values()}, found


def _problem(rule: str, source: Source, target: str) -> Problem:
    place = place_of_field(source, "crossref")
    return Problem(rule, place, {"key": source.key, "target": target})


def _with_parent(child: Source, done: Mapping[str, Source], problems: list[Problem]) -> Source:
    target = child.fields.get("crossref", "")
    if not target:
        return child
    parent = done.get(target.lower())
    if parent is None:
        problems.append(_problem("bib-crossref-mangler", child, target))
        return child
    fields = dict(child.fields)
    dated = not _DATES.isdisjoint(fields)
    for name, value in parent.fields.items():
        if name in _OWN or name.startswith("x-") or (dated and name in _DATES):
            continue
        fields.setdefault(_RENAMED.get(name, name) if child.type in _PARTS else name, value)
    names = {**{role: names for role, names in parent.names.items() if _inherits(role, child)}, **child.names}
    return replace(child, fields=fields, names=names)


def _inherits(role: str, child: Source) -> bool:
    """A chapter does not take over the author of its book unless it is a part of that author's own book."""
    return role != "author" or child.type in ("inbook", "suppbook") or child.type not in _PARTS
