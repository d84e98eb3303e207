"""A new work in the bibliography: its key, its text, and where it goes in the file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from plfkb.checks.source_forms import bare_doi
from plfkb.checks.sources import duplicates
from plfkb.errors import Problem
from plfkb.model import KnowledgeBase
from plfkb.norwegian.ids import proposed_id
from plfkb.reading.bibtex import read_bibliography
from plfkb.works import Source

_ORDER = (
    "author", "editor", "translator", "title", "subtitle", "booktitle", "journal", "volume", "number", "pages",
    "publisher", "school", "institution", "address", "year", "edition", "doi", "isbn", "issn", "url", "urldate", "langid",
)  # fmt: skip
REFERRING = ("crossref", "xref", "x-known-through")
_DROPPED = frozenset({"abstract", "file", "keywords", "bdsk-url-1", "mendeley-tags", "month_numeric"})
_WIDTH = 15
# fmt: off
_SMALL_WORDS = frozenset({
    "a", "an", "and", "at", "av", "by", "de", "den", "det", "ei", "en", "et", "for", "fra", "from", "i", "in", "med",
    "of", "og", "om", "on", "på", "som", "the", "til", "to", "ved", "with",
})
# fmt: on
_NO_DATE = "nd"


@dataclass(frozen=True, slots=True)
class Draft:
    """A work before it has a key of ours. The values of ``fields`` are BibTeX as it stands between braces.

    ``key`` is the one that it came with, ``line`` where it stands in the text that it came from; 0 when it came from none.
    """

    type: str
    fields: Mapping[str, str] = field(default_factory=dict)
    key: str = ""
    line: int = 0

    @property
    def references(self) -> tuple[str, ...]:
        """The keys of the works that it refers to."""
        named = (self.fields.get(name, "") for name in REFERRING)
        return tuple(key for value in named for part in value.split(",") if (key := part.strip()))


def tidy(draft: Draft) -> Draft:
    """The draft with blanks squeezed, the DOI alone, and without fields that are no business of a bibliography."""
    fields = {
        name.lower(): " ".join(value.split())
        for name, value in draft.fields.items()
        if value.strip() and name.lower() not in _DROPPED
    }
    if doi := fields.get("doi"):
        fields["doi"] = bare_doi(doi)
        if bare_doi(fields.get("url", "")) == fields["doi"]:
            del fields["url"]  # the address is made from the DOI
    return replace(draft, type=draft.type.lower(), fields=fields)


def written(draft: Draft, key: str) -> str:
    """The entry as it stands in the file, one field a line."""
    names = sorted(
        draft.fields, key=lambda name: (_ORDER.index(name) if name in _ORDER else len(_ORDER), name)
    )
    lines = [f"  {name.ljust(_WIDTH)} = {{{draft.fields[name]}}},\n" for name in names]
    return f"@{draft.type}{{{key},\n{''.join(lines)}}}\n"


def read_back(
    draft: Draft, key: str, path: str, others: Iterable[Source] = ()
) -> tuple[Source | None, list[Problem]]:
    """What the knowledge base makes of the entry, and its complaints. ``others`` are the works that it refers to."""
    own = written(draft, key)
    sources, problems = read_bibliography("\n".join((own, *(source.raw for source in others))), path)
    source = next((source for source in sources if source.key == key), None)
    return source, [problem for problem in problems if problem.place.line <= own.count("\n")]


def referred(kb: KnowledgeBase, draft: Draft) -> dict[str, Source]:
    """The works of the bibliography that a draft refers to, and those that they inherit from."""
    found: dict[str, Source] = {}
    wanted = list(draft.references)
    while wanted:
        key = wanted.pop()
        source = kb.sources.get(key)
        if source is not None and key not in found:
            found[key] = source
            wanted += filter(None, (source.get("crossref"), source.get("xref")))
    return found


def proposed_key(kb: KnowledgeBase, source: Source) -> str:
    """A key as the others are made: the first name, the year, the first word of the title; a letter when it is taken."""
    names = source.names.get("author") or source.names.get("editor")
    title = re.findall(r"[^\W_]+", source.get("title", "shorthand"))
    telling = next((word for word in title if word.lower() not in _SMALL_WORDS), title[0] if title else "")
    first = names.names[0] if names and names.names else None
    family = (
        f"{first.particle} {first.family}"
        if first and not first.organisation
        else first.family
        if first
        else ""
    )
    year = re.search(r"\d{4}", source.get("year", "date"))
    parts = (family or telling, year[0] if year else _NO_DATE, telling if family else "")
    key = "".join(proposed_id(part).replace("-", "") for part in parts if part)
    taken = {known.lower() for known in kb.sources} | {
        old.lower() for item in kb.sources.values() for old in item.aliases
    }
    if key not in taken:
        return key
    return next(f"{key}{letter}" for letter in "bcdefghijklmnopqrstuvwxyz" if f"{key}{letter}" not in taken)


def twin(kb: KnowledgeBase, source: Source) -> Source | None:
    """The work of the bibliography that the new one seems to be, if there is one."""
    together = KnowledgeBase(kb.root, kb.settings, sources={**kb.sources, "": source})
    for problem in duplicates(together):
        if problem.facts["key"] == source.key:
            return kb.sources.get(str(problem.facts["other"]))
    return None


def inserted(kb: KnowledgeBase, path: str, entry: str, key: str) -> str:
    """The text of a file with a new entry in it: in the order of keys where the file has that order, else at the end."""
    text = kb.files.get(path, "")
    sources = [source for source in kb.sources.values() if source.place.path == path]
    keys = [source.key.lower() for source in sources]
    if keys == sorted(keys):
        before = [source for source in sources if source.key.lower() < key.lower()]
        if sources and not before:
            start = text.index(sources[0].raw)
            return f"{text[:start]}{entry}\n{text[start:]}"
        if before and len(before) < len(sources):
            end = text.index(before[-1].raw) + len(before[-1].raw)
            return f"{text[:end]}\n\n{entry.rstrip()}{text[end:]}"
    return f"{text.rstrip()}\n\n{entry}" if text.strip() else entry
