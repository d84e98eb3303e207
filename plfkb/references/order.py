"""The order of a reference list (rules L11 and L12)."""

from __future__ import annotations

from plfkb.norwegian.collation import SortKey, sort_key
from plfkb.references.names import initials, surname
from plfkb.references.work import Work
from plfkb.works import Name

NameKey = tuple[SortKey, SortKey]
ListKey = tuple[tuple[NameKey, ...], tuple[int, int, str, int, int], SortKey, str]

_EMPTY = sort_key("")
_OTHERS: NameKey = (sort_key("\U0010ffff"), _EMPTY)


def list_key(work: Work) -> ListKey:
    """A key that sorts works as the list prints them.

    First by the names (alone before with others), then by date, then by title. Letters a, b, c follow
    this order (T11), so works of one year with full dates are lettered by date (open question O6).
    """
    title = sort_key(work.title)
    date = work.date.sort_key(full=work.kind.has_full_date)
    if work.label:
        return ((sort_key(work.label), _EMPTY),), date, title, work.key
    if work.authors:
        others = (_OTHERS,) if work.authors.others else ()
        return (*map(_name_key, work.authors.names), *others), date, title, work.key
    return ((title, _EMPTY),), date, title, work.key


def _name_key(name: Name) -> NameKey:
    """Particles count (L14). Initials are compared, so that «Bente P.» and «B. P.» are one person."""
    return sort_key(surname(name), name=not name.organisation), sort_key(initials(name))
