"""Names that are free, and names that are near what someone wants to write."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from plfkb.checks.shape import OVERVIEWS, standing
from plfkb.linking import addresses
from plfkb.linking.phrases import Role
from plfkb.linking.terms import TermIndex, all_names, fold
from plfkb.model import Document, KnowledgeBase
from plfkb.reading.values import ID

_ALIKE = 0.85


@dataclass(frozen=True, slots=True)
class Near:
    """An entry that has a name like the one wanted. ``same`` tells that it is the very name, in this form or another."""

    id: str
    name: str
    role: Role
    same: bool


def near_names(kb: KnowledgeBase, wanted: str) -> tuple[Near, ...]:
    """Entries with a page whose names are the wanted one or nearly so, each once, the most alike first."""
    asked = fold(wanted)
    inflected = {id_ for id_ in TermIndex(kb).resolve(wanted).ids if kb.entry(id_) is not None}
    found: dict[str, tuple[float, Near]] = {}
    for name in all_names(kb):
        other = fold(name.text)
        likeness = 1.0 if other == asked else _likeness(asked, other)
        if likeness >= _ALIKE and likeness > found.get(name.id, (0.0, None))[0]:
            found[name.id] = likeness, Near(name.id, name.text, name.role, other == asked)
    for id_ in inflected - found.keys():
        entry = kb.entry(id_)
        assert entry is not None
        found[id_] = 0.99, Near(id_, entry.title, Role.TERM, same=True)
    return tuple(near for _, near in sorted(found.values(), key=lambda pair: (-pair[0], pair[1].id)))


def _likeness(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= _ALIKE else 0.0


def why_not(kb: KnowledgeBase, id_: str, *, but: str = "") -> str:
    """Why an entry cannot have an id, as a Norwegian clause, or an empty string. ``but`` is the entry that asks."""
    if not ID.fullmatch(id_):
        return f"«{id_}» kan ikke være en adresse: bruk små bokstaver a–z, tall og bindestrek"
    for owner, taken in _taken(kb):
        if taken == id_ and owner != but:
            return f"«{id_}» er opptatt av {_described(kb, owner)}"
    page = _page(kb, id_)
    return page and f"«{id_}» er opptatt av {page}"


def _page(kb: KnowledgeBase, id_: str) -> str:
    """What has the address that an entry with the id would get, and is no entry; an empty string when nothing has."""
    wanted = {standing(addresses.concept(id_)), standing(addresses.comparison(id_))}
    overview = next((str(OVERVIEWS[address]) for address in sorted(wanted & OVERVIEWS.keys())), "")
    return overview or next(
        (f"siden {item.place.path}" for item in kb.documents if wanted & set(_leading(kb, item))), ""
    )


def _leading(kb: KnowledgeBase, document: Document) -> Iterator[str]:
    """The addresses that lead to a page of ``docs/``: its own, and those it had before."""
    yield addresses.document(document.place.path, kb.settings.documents)
    yield from (f"{path.strip('/')}/" for path in document.redirects)


def _taken(kb: KnowledgeBase) -> Iterator[tuple[str, str]]:
    """(the entry that has it, the id): pages and promised redirects."""
    for entry in kb.entries:
        yield entry.id, entry.id
        yield from ((entry.id, old) for old in entry.redirects)
    for path in kb.unread:
        stem = path.rpartition("/")[2].removesuffix(".md")
        if path.endswith(".md"):
            yield stem, stem


def _described(kb: KnowledgeBase, id_: str) -> str:
    entry = kb.entry(id_)
    return (
        f"oppslaget «{entry.title}» ({entry.place.path})" if entry else f"fila {id_}.md, som ikke kan leses"
    )
