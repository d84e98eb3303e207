"""What keeps two works apart in the text: initials (T12), more names (T20), letters (T11)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from plfkb.norwegian.words import Words
from plfkb.references.kinds import Kind
from plfkb.references.names import initials, label_names, shortened, surname
from plfkb.references.series import year_in
from plfkb.references.work import Work
from plfkb.works import Name

# The rule text could also be read as APA's «et al. never stands for a single name» (then this is 2); the
# Norwegian example «Kapoor, Bloom, Montez et al.» of four authors hides one.
FEWEST_HIDDEN = 1


@dataclass(frozen=True, slots=True)
class Distinction:
    """How a work is told apart: ``names`` to print, whether «et al.» follows, and the letter of its year."""

    names: tuple[str, ...] = ()
    et_al: bool = False
    letter: str = ""


def distinctions(works: Iterable[Work], words: Words) -> Mapping[str, Distinction]:
    """The distinction of every work by key. ``works`` come in the order of the list."""
    works = tuple(works)
    shared = _surnames_shared([work.authors.names[0] for work in works if work.authors.names])
    labels = {work.key: _labels(work, shared) for work in works}
    shown = _shown(works, labels, words)
    plain = {work.key: _distinction(work, labels[work.key], shown.get(work.key, 1)) for work in works}
    letters = _letters(works, plain, words)
    return {
        key: Distinction(item.names, item.et_al, letters[key]) if key in letters else item
        for key, item in plain.items()
    }


def _labels(work: Work, shared: frozenset[str]) -> tuple[str, ...]:
    if not work.authors.names:
        return ()
    first = work.authors.names[0]
    return label_names(work.authors, with_initials=_folded(first) in shared and bool(first.given))


def _distinction(work: Work, labels: tuple[str, ...], shown: int) -> Distinction:
    names, et_al = _printed(labels, shown, others=work.authors.others)
    return Distinction(names, et_al)


def _printed(labels: tuple[str, ...], shown: int, *, others: bool) -> tuple[tuple[str, ...], bool]:
    if not others and len(labels) - shown < FEWEST_HIDDEN:
        return labels, False
    return shortened(labels, shown, others=others)


def _folded(name: Name) -> str:
    return "" if name.organisation else surname(name).casefold()


def _surnames_shared(first_authors: Iterable[Name]) -> frozenset[str]:
    """Surnames that belong to more than one person among the first authors of the bibliography (T12)."""
    people: dict[str, set[Name]] = defaultdict(set)
    for name in first_authors:
        if name.given and not name.organisation:
            people[_folded(name)].add(name)
    return frozenset(
        family
        for family, names in people.items()
        if any(not _may_be_one(one, other) for one, other in combinations(names, 2))
    )


def _may_be_one(one: Name, other: Name) -> bool:
    """Whether two names of one surname may be the same person.

    They are when the initials are the same, or when the first given name is written out and the same
    and only one of them has a middle name.
    """
    short, long = sorted((initials(one), initials(other)), key=len)
    if short == long:
        return True
    return long.startswith(f"{short} ") and one.given[0] == other.given[0] and not one.given[0].endswith(".")


def _shown(works: tuple[Work, ...], labels: Mapping[str, tuple[str, ...]], words: Words) -> dict[str, int]:
    """How many names works print that look alike with one name and «et al.» (T20)."""
    alike: dict[tuple[str, str], list[Work]] = defaultdict(list)
    for work in works:
        if len(labels[work.key]) >= 3:
            alike[labels[work.key][0], work.date.year_text(words)].append(work)
    return {
        work.key: _enough(labels[work.key], [labels[other.key] for other in group])
        for group in alike.values()
        if len(group) > 1
        for work in group
    }


def _enough(own: tuple[str, ...], others: list[tuple[str, ...]]) -> int:
    """The fewest names that tell a list of authors from every other list; 1 when nothing can."""
    rivals = [other for other in others if other != own]
    if not rivals:
        return 1
    return next(
        count
        for count in range(1, len(own) + 1)
        if all(_printed(own, count, others=False) != _printed(rival, count, others=False) for rival in rivals)
    )


def _letters(works: tuple[Work, ...], plain: Mapping[str, Distinction], words: Words) -> dict[str, str]:
    """a, b, c … for works of one label and one year, in the order of the list (T11, T15)."""
    groups: dict[tuple[object, ...], list[str]] = defaultdict(list)
    for work in works:
        if work.kind is Kind.OFFICIAL and year_in(work.label):
            continue  # the designation is its own
        own = plain[work.key]
        names: tuple[object, ...] = (own.names, own.et_al) if own.names else (work.label or work.main_title,)
        groups[*names, work.date.year_text(words)].append(work.key)
    return {
        key: _letter(index) for group in groups.values() if len(group) > 1 for index, key in enumerate(group)
    }


def _letter(index: int) -> str:
    """A letter for each of the first 26, then «aa», «ab» and so on."""
    prefix = _letter(index // 26 - 1) if index >= 26 else ""
    return prefix + chr(ord("a") + index % 26)
