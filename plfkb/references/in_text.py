"""Citations as they are printed in the text (rules T1–T21)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from plfkb.norwegian.words import Words, capital
from plfkb.references.disambiguation import Distinction
from plfkb.references.kinds import Kind
from plfkb.references.locators import format_locator
from plfkb.references.names import label
from plfkb.references.order import ListKey
from plfkb.references.runs import Run, Runs, followed, joined, marked, plain
from plfkb.references.series import split_session, year_in
from plfkb.references.work import Work
from plfkb.works import Citation


class InText(NamedTuple):
    """A citation as printed. ``introduced`` names the organisations whose abbreviation is known by now (T13)."""

    runs: Runs
    introduced: frozenset[str]


class Cited(NamedTuple):
    """A citation with the work it is of. ``via`` is the work that was read when that is another one.

    ``work`` is None when the bibliography has no such key; it is then printed as it was typed.
    """

    citation: Citation
    work: Work | None
    distinction: Distinction
    order: ListKey
    via: Cited | None = None


class _Said(NamedTuple):
    """A piece of a citation, and the organisations that it introduces."""

    runs: Runs
    introduced: frozenset[str] = frozenset()


_NOTHING = _Said(())
_OPENING, _CLOSING = Run("("), Run(")")


def parenthesis(segments: Sequence[Sequence[Cited]], introduced: frozenset[str], words: Words) -> InText:
    """«(se Aas, 2013; Fullan, 2007, s. 3; jf. Stoll et al., 2006)».

    Works are sorted within each segment; the segment's prefix comes first (T8, T10).
    """
    pieces: list[Runs] = []
    for segment in segments:
        prefix = segment[0].citation.prefix
        ordered = sorted(segment, key=_order) if len(segment) > 1 else segment
        for group in _same_authors(ordered):
            said = _merged(group, introduced, words)
            introduced |= said.introduced
            pieces.append((Run(f"{prefix} "), *said.runs) if prefix else said.runs)
            prefix = ""
    return InText((_OPENING, *joined(pieces, "; "), _CLOSING), introduced)


def narrative(cited: Cited, introduced: frozenset[str], words: Words, *, sentence_start: bool) -> InText:
    """«Eriksen og Germeten (2012, s. 23)»; without the author «(2012, s. 23)»."""
    work, citation = cited.work, cited.citation
    place = format_locator(citation.locator, words)
    if work is None:
        source = _secondary(cited, introduced, words)
        rest = joined((plain(place), source.runs), ", ")
        # Running text may well hold an «@media» that was never meant as a citation: it stays as it is.
        return InText((Run(f"@{citation.key}"), *_in_parentheses(rest)), introduced | source.introduced)
    name, abbreviation, new = _narrative_name(cited, introduced, words)
    if sentence_start:
        name = _capitalised(name, work)
    known = introduced | new
    source = _secondary(cited, known, words)
    year = _narrative_year(cited, words)
    inside = _enumerated(abbreviation, year, place)
    if not cited.via:
        separator = " " if name and inside else ""
        text = (*name, *plain(f"{separator}({inside})" if inside else ""))
        return InText(_keyed(text, work), known)
    rest = joined((plain(inside), source.runs), ", ")
    whole = (*_keyed(name, work), *_in_parentheses(rest)) if name else (_OPENING, *rest, _CLOSING)
    return InText(whole, known | source.introduced)


def plain_label(cited: Cited, words: Words) -> Runs:
    """«Argyris & Schön, 1996»: a work in overviews and cards, as it is cited but without parentheses."""
    bare = replace(cited.work, abbreviation="") if cited.work else None
    return _one(cited._replace(work=bare), frozenset(), words).runs


def _order(cited: Cited) -> ListKey:
    return cited.order


def _in_parentheses(runs: Runs) -> Runs:
    return (Run(" ("), *runs, _CLOSING) if runs else ()


def _same_authors(ordered: Sequence[Cited]) -> list[tuple[Cited, ...]]:
    """Neighbours by the same authors that may share their name (T9).

    Open question O7: when one of them has a place, none are merged.
    """
    if len(ordered) == 1:
        return [tuple(ordered)]
    groups: list[tuple[Cited, ...]] = []
    for authors, items in groupby(ordered, key=_authors):
        group = tuple(items)
        mergeable = authors and all(_is_bare(cited.citation) for cited in group)
        groups.extend([group] if mergeable else [(cited,) for cited in group])
    return groups


def _authors(cited: Cited) -> object:
    if cited.work is None or not cited.work.authors:
        return ()
    # The names of the sort key are the same for «Bente P.» and «B. P.», and differ behind an «et al.».
    return cited.order[0], cited.distinction.names


def _is_bare(citation: Citation) -> bool:
    return not (citation.locator or citation.via or citation.suppress_author)


def _merged(group: Sequence[Cited], introduced: frozenset[str], words: Words) -> _Said:
    """«Syversen, 1999, 2000, 2002»."""
    first = _one(group[0], introduced, words)
    runs = first.runs
    for cited in group[1:]:
        if cited.work:
            runs = (*runs, Run(", "), *_keyed(plain(_year(cited, words)), cited.work))
    return _Said(runs, first.introduced)


def _one(cited: Cited, introduced: frozenset[str], words: Words) -> _Said:
    """«Fullan, 2007, s. 3», or «Senge, 1990, s. 5, sitert i Roald, 2012» (T1, T17)."""
    work, citation = cited.work, cited.citation
    place = format_locator(citation.locator, words)
    new: frozenset[str] = frozenset()
    name: Runs = ()
    if work is None:
        own = plain(_enumerated(citation.key, place))
    else:
        if not citation.suppress_author:
            name, new = _name(cited, introduced, words)
        year = _year(cited, words) or (_lone_year(work) if not name else "")
        rest = _enumerated(year, place)
        own = _keyed(followed(name, f", {rest}") if name and rest else name or plain(rest), work)
    source = _secondary(cited, introduced | new, words)
    return _Said(joined((own, source.runs), ", "), new | source.introduced)


def _enumerated(*parts: str) -> str:
    return ", ".join(filter(None, parts))


def _secondary(cited: Cited, introduced: frozenset[str], words: Words) -> _Said:
    """«sitert i Roald, 2012, s. 120»: the work that was read (T17)."""
    if cited.via is None:
        return _NOTHING
    read = _one(cited.via, introduced, words)
    return _Said((Run(f"{words.secondary} "), *read.runs), read.introduced)


def _keyed(runs: Runs, work: Work) -> Runs:
    return tuple([Run(run.text, run.italic, run.href, work.key) for run in runs])


def _year(cited: Cited, words: Words) -> str:
    """«1968/1999», «2020b», «u.å.»; nothing for a designation that holds its year (T18)."""
    work = cited.work
    if work is None or (work.kind is Kind.OFFICIAL and year_in(work.label)):
        return ""
    if cited.via and not work.date.known:
        return ""  # T17: the year of a work that was not read is left out when nobody knows it
    year = work.date.year_text(words, cited.distinction.letter)
    return f"{work.original}/{year}" if work.original else year


def _narrative_year(cited: Cited, words: Words) -> str:
    work = cited.work
    if work is None:
        return ""
    session = split_session(work.label)[1]
    place = cited.citation.locator or cited.via
    if work.kind is Kind.OFFICIAL and session:
        # Open question O3: the session shares its parenthesis with the place, «Meld. St. 28 (2015–2016, s. 68)».
        return session if place or cited.citation.suppress_author else ""
    return _year(cited, words) or (_lone_year(work) if cited.citation.suppress_author else "")


def _lone_year(work: Work) -> str:
    """What stands for a document whose designation is suppressed: its session, else the year it holds."""
    return split_session(work.label)[1] or year_in(work.label)


def _name(cited: Cited, introduced: frozenset[str], words: Words) -> tuple[Runs, frozenset[str]]:
    """The author's place in a parenthesis, and the organisation that it introduces."""
    work = cited.work
    if work is None or not work.authors:
        return (_untitled_author(work, words) if work else ()), frozenset()
    if not work.abbreviation:
        return plain(_label(cited, "&", words)), frozenset()
    organisation = _organisation(work)
    if organisation in introduced:
        return plain(work.abbreviation), frozenset()
    return plain(f"{organisation} [{work.abbreviation}]"), frozenset((organisation,))


def _narrative_name(
    cited: Cited, introduced: frozenset[str], words: Words
) -> tuple[Runs, str, frozenset[str]]:
    """The author's place in running text; the abbreviation that goes into the parenthesis; who is introduced."""
    work = cited.work
    if work is None or cited.citation.suppress_author:
        return (), "", frozenset()
    if work.label:
        name, session = split_session(work.label)
        split = work.kind is Kind.OFFICIAL and session and (cited.citation.locator or cited.via)
        return plain(name if split else work.label), "", frozenset()
    if not work.authors:
        return _untitled_author(work, words), "", frozenset()
    if not work.abbreviation:
        return plain(_label(cited, words.and_text, words)), "", frozenset()
    organisation = _organisation(work)
    if organisation in introduced:
        return plain(work.abbreviation), "", frozenset()
    return plain(organisation), work.abbreviation, frozenset((organisation,))


def _label(cited: Cited, last: str, words: Words) -> str:
    return label(cited.distinction.names, et_al=cited.distinction.et_al, last=last, words=words)


def _organisation(work: Work) -> str:
    return work.authors.names[0].family if work.authors.names else ""


def _untitled_author(work: Work, words: Words) -> Runs:
    """What stands for the author: designation, law with a capital (T19), or the title (T14)."""
    if work.label:
        return plain(capital(work.label))
    if not work.main_title:
        return plain(work.key)
    if work.kind.is_part:
        opening, closing = words.quotes
        return (Run(opening), *marked(work.main_title), Run(closing))
    return marked(work.main_title, italic=not work.described)


def _capitalised(name: Runs, work: Work) -> Runs:
    """A law or a particle that opens a sentence gets a capital (open question O4); a title stays as it is."""
    if not name or not (work.label or work.authors):
        return name
    return (name[0]._replace(text=capital(name[0].text)), *name[1:])
