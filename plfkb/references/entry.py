"""One entry of the reference list (rules L and K): the parts that all kinds of work share.

An entry is a row of sentences: who, when, what, where from. ``forms`` knows what differs between kinds.
"""

from __future__ import annotations

from plfkb.norwegian.words import Words
from plfkb.references.dates import retrieved
from plfkb.references.forms import FORMS
from plfkb.references.kinds import Kind
from plfkb.references.names import author_list
from plfkb.references.runs import Run, Runs, merged, plain
from plfkb.references.series import split_session
from plfkb.references.work import Work, accessed

_STOPS = (".", "?", "!", "…")
_CLOSING = "»”\"'’*"


def list_entry(work: Work, letter: str, words: Words) -> Runs:
    """The whole entry. ``letter`` is the a, b, c of works by one author in one year."""
    title, *rest = FORMS[work.kind](work, words)
    title = tuple(run._replace(language="") if run.language == words.code else run for run in title)
    who, when = plain(_who(work, words)), plain(_when(work, letter, words))
    sentences = [who, when, title, *rest] if who else [title, when, *rest]
    runs: Runs = ()
    for sentence in filter(None, sentences):
        runs = (*runs, Run(" "), *_stopped(sentence)) if runs else _stopped(sentence)
    return merged((*runs, *_address(work, words), *_original(work, words)))


def _who(work: Work, words: Words) -> str:
    if work.label:
        return work.label[:1].upper() + work.label[1:]
    names = author_list(work.authors, words)
    several = len(work.authors.names) > 1 or work.authors.others
    if work.role == "editor":
        return f"{names} ({words.editors if several else words.editor})"
    if work.role:
        return f"{names} ({words.plural(work.role) if several else work.role})"
    return names


def _when(work: Work, letter: str, words: Words) -> str:
    if work.kind is Kind.OFFICIAL and split_session(work.label)[1] and not letter:
        return ""  # K9: the session in the designation takes the date's place
    date = (
        work.date.full_text(words, letter) if work.kind.has_full_date else work.date.year_text(words, letter)
    )
    return f"({date})"


def _stopped(sentence: Runs) -> Runs:
    """The sentence with a full stop, unless it ends in one, or in ? or ! (L13)."""
    text = "".join(run.text for run in sentence).rstrip(_CLOSING)
    return sentence if text.endswith(_STOPS) else (*sentence, Run("."))


def _address(work: Work, words: Words) -> Runs:
    """DOI or URL without a full stop; «Hentet … fra» only for what has no date or may change (L9, K15)."""
    if not work.link:
        return ()
    lead = f" {retrieved(accessed(work), words)} " if _is_dated_by_retrieval(work) else " "
    return (Run(lead), Run(work.link, href=work.address))


def _is_dated_by_retrieval(work: Work) -> bool:
    """Whether readers must know when the page was seen: it has no date, or it may change any day."""
    site = work.container or work.get("organization", "publisher", "howpublished")
    changing = not work.date.known or work.get("x-changing") or site.casefold().startswith("wikipedia")
    return bool(changing and accessed(work).year and not work.get("doi"))


def _original(work: Work, words: Words) -> Runs:
    return (Run(f" {words.original.format(year=work.original)}"),) if work.original else ()
