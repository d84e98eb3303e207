"""Works on their way into the bibliography: all of them, or none."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from plfkb.checks.sources import hygiene
from plfkb.errors import Problem, Severity, in_order
from plfkb.model import KnowledgeBase
from plfkb.works import Source
from plfkb.writing.changes import Changes
from plfkb.writing.works import (
    REFERRING,
    Draft,
    inserted,
    proposed_key,
    read_back,
    referred,
    tidy,
    twin,
    written,
)

_KEY = re.compile(r"\w(?:[\w-]*\w)?")


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a work: its source as the knowledge base reads it, and the complaints about it."""

    source: Source
    problems: tuple[Problem, ...]


class CannotAddError(ValueError):
    """A work that cannot be added; the message is Norwegian. ``problems`` are the complaints that stand in the way."""

    def __init__(self, message: str, problems: Sequence[Problem] = ()) -> None:
        super().__init__(message)
        self.problems = tuple(problems)

    def about(self, draft: Draft) -> CannotAddError:
        """The same of one work among several."""
        told = f"«{draft.key or draft.fields.get('title') or 'uten tittel'}»"
        place = f" på linje {draft.line}" if draft.line else ""
        return CannotAddError(f"{told}{place}: {self}", self.problems)


def add(kb: KnowledgeBase, drafts: Sequence[Draft], path: str, key: str = "") -> tuple[list[Added], Changes]:
    """The works with their keys, and the file with all of them in it.

    ``key`` is for a single work that is to have another key than the proposed one. Raises CannotAddError for a work
    that is there already, a key that is taken, or an entry that the check would call an error.
    """
    added = []
    renamed: dict[str, str] = {}
    # A chapter may stand before its book; what others refer to is added first.
    for waiting in sorted(map(tidy, drafts), key=lambda draft: bool(draft.references)):
        draft = _with_keys(waiting, renamed)
        try:
            one = _one(kb, draft, path, key)
        except CannotAddError as error:
            raise error.about(draft) if len(drafts) > 1 else error from None
        if draft.key:
            renamed[draft.key] = one.source.key
        added.append(one)
        text = inserted(kb, path, written(draft, one.source.key), one.source.key)
        source = replace(one.source, raw=written(draft, one.source.key).rstrip("\n"))
        kb = replace(kb, sources=_in_file_order(kb, source, path), files={**kb.files, path: text})
    return added, {path: kb.files[path]}


def _with_keys(draft: Draft, renamed: Mapping[str, str]) -> Draft:
    """The draft referring to works of the same text by the keys that they have been given."""
    fields = {
        name: ", ".join(renamed.get(key.strip(), key.strip()) for key in value.split(","))
        if name in REFERRING
        else value
        for name, value in draft.fields.items()
    }
    return replace(draft, fields=fields)


def _one(kb: KnowledgeBase, draft: Draft, path: str, key: str) -> Added:
    if key and not _KEY.fullmatch(key):
        raise CannotAddError(f"nøkkelen «{key}» kan ikke brukes; skriv bokstaver, tall og bindestreker")
    others = referred(kb, draft)
    source, problems = read_back(draft, key or "ny", path, others.values())
    if source is None:
        raise CannotAddError("kilden kan ikke leses", problems)
    if not source.get("title", "shorthand"):
        raise CannotAddError("kilden har ingen tittel")
    other = twin(kb, replace(source, key="<ny>"))
    if other is not None:
        raise CannotAddError(f"kilden finnes fra før: «{other.key}» ({other.place})")
    chosen = key or proposed_key(kb, source)
    taken = next((item for item in kb.sources.values() if item.key.lower() == chosen.lower()), None)
    if taken is not None:
        raise CannotAddError(f"nøkkelen «{chosen}» er opptatt ({taken.place})")
    final, problems = read_back(draft, chosen, path, others.values())
    assert final is not None  # it could be read under another key
    known = list(hygiene(KnowledgeBase(kb.root, kb.settings, sources=others)))
    together = KnowledgeBase(kb.root, kb.settings, sources={**others, chosen: final})
    found = in_order((*problems, *(problem for problem in hygiene(together) if problem not in known)))
    errors = [problem for problem in found if problem.severity is Severity.ERROR]
    if errors:
        raise CannotAddError(f"kilden «{chosen}» har feil", errors)
    return Added(final, found)


def _in_file_order(kb: KnowledgeBase, source: Source, path: str) -> dict[str, Source]:
    """All sources, with the new one where it goes among those of its file."""
    before = [item for item in kb.sources.values() if item.place.path != path]
    own = [item for item in kb.sources.values() if item.place.path == path]
    keys = [item.key.lower() for item in own]
    own.append(source)
    if keys == sorted(keys):
        own.sort(key=lambda item: item.key.lower())
    return {item.key: item for item in (*before, *own)}
