"""How each kind of work is printed after author and date: one function a kind, and the table of them.

A form gives sentences without their full stops; the first is the title with what follows it in
parentheses. Empty sentences are left out by whoever joins them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from plfkb.norwegian.words import Words
from plfkb.references.editions import edition
from plfkb.references.kinds import Kind
from plfkb.references.locators import page_range
from plfkb.references.names import contributor_list
from plfkb.references.runs import Run, Runs, joined, marked, plain
from plfkb.references.work import Work
from plfkb.works import Names

LAW_TITLE_ITALIC = True  # open question O2

# Open question O16: a word for the genre alone says nothing and is not printed.
GENRE_WORDS = frozenset(
    (
        *("rapport", "strategi", "notat", "veileder", "rettleiar", "report", "strategy", "note", "guide"),
        *("techreport", "resreport", "technical report", "research report"),
    )
)

Sentences = tuple[Runs, ...]


def _book(work: Work, words: Words) -> Sentences:
    """K1, K2, K4, K20: *Title* (C. Editor, Red.; T. Translator, Overs.; 2. utg.). Publisher."""
    pages = _places(work, words) if work.source.type in ("inbook", "incollection", "inproceedings") else ""
    details = _details(
        edition(work.get("edition"), words), _volume(work, words), pages, _version(work, words)
    )
    return _title(work, _contributors(work, words), details), _publisher(
        work, "publisher", "organization", "institution"
    )


def _chapter(work: Work, words: Words) -> Sentences:
    """K3: Title. I E. Editor (Red.), *Book* (2. utg., Bd. 3, s. 12–15). Publisher."""
    details = _details(edition(work.get("edition"), words), _volume(work, words), _places(work, words))
    editors = _in_container(work, words)
    container = (
        Run(f"{words.container} {editors}"),
        *marked(work.container, italic=True),
        *_parenthesis(details),
    )
    publisher = _publisher(work, "publisher", "organization", "institution")
    own = "".join(run.text for run in publisher).casefold() == work.container.casefold()
    return _title(work, _translators(work, words)), container, () if own else publisher


def _article(work: Work, words: Words) -> Sentences:
    """K5, K6, K16: Title. *Journal*, *7*(4), 221–258."""
    journal = marked(_subtitled(work), italic=True)
    volume, issue = _hyphen_free(work.get("volume")), _hyphen_free(work.get("number", "issue"))
    # Open question O9: an issue without a volume stands in parentheses after the journal.
    numbers = (*((Run(volume, italic=True),) if volume else ()), *plain(f"({issue})" if issue else ""))
    pages = words.article.format(number=work.get("eid")) if work.get("eid") else page_range(work.get("pages"))
    return _title(work, _translators(work, words)), joined((journal, numbers, plain(pages)), ", ")


def _report(work: Work, words: Words) -> Sentences:
    """K7, K13: *Title* (Series 12). Institution."""
    details = _details(_series(work, words), edition(work.get("edition"), words), _version(work, words))
    return _title(work, _contributors(work, words), details), _publisher(
        work, "institution", "publisher", "organization"
    )


def _official(work: Work, _words: Words) -> Sentences:
    """K8, K9: *Title*. Ministry."""
    return _title(work), plain(work.get("institution", "publisher", "organization"))


def _law(work: Work, _words: Words) -> Sentences:
    """K10, K11: *Full title* (LOV-…). Lovdata."""
    title = marked(work.title, italic=LAW_TITLE_ITALIC, language=work.language)
    return (*title, *_parenthesis(work.get("number"))), plain(work.get("publisher", "organization"))


def _curriculum(work: Work, _words: Words) -> Sentences:
    """K12: *Title* (NOR01-06). Fastsatt som forskrift."""
    status = plain(work.get("howpublished")) or _publisher(work, "institution", "publisher", "organization")
    return _title(work, work.get("number")), status


def _thesis(work: Work, words: Words) -> Sentences:
    """K14: *Title* [Masteroppgave, Institution]. Archive; printed only: *Title* [Masteroppgave]. Institution."""
    genre = _thesis_genre(work, words)
    number = work.get("number")
    number = words.thesis_number.format(number=number) if number.isdecimal() else number
    school = work.get("school", "institution", "publisher", "organization")
    archive = _how_published(work)
    archived = bool(archive or work.link) and bool(school)
    bracket = f" [{', '.join(filter(None, (genre, school if archived else '')))}]"
    return (*_title(work, number), Run(bracket)), plain(archive if archived else school or archive)


def _web(work: Work, words: Words) -> Sentences:
    """K15 and whatever has no rule of its own: *Title* (Versjon 2). Site."""
    numbered = work.get("number")
    details = _details(_series(work, words) if numbered else "", _version(work, words))
    bracket = "" if numbered else work.get("type")
    title = _title(work, _contributors(work, words), details)
    return (*title, *plain(f" [{bracket}]" if bracket else "")), _site(work)


def _film(work: Work, words: Words) -> Sentences:
    """K17: *Title* [Film]. Company."""
    default = {"movie": words.film, "video": words.video}.get(work.source.type, "")
    bracket = work.get("type") or default
    return (*_title(work), *plain(f" [{bracket}]" if bracket else "")), _site(work)


def _episode(work: Work, words: Words) -> Sentences:
    """K17: Title (Nr. 14) [Podkastepisode]. I *Series*. Publisher."""
    number = words.number.format(number=work.get("number")) if work.get("number") else ""
    title = (*_title(work, number), Run(f" [{work.get('type') or words.episode}]"))
    return title, (Run(f"{words.container} "), *marked(work.container, italic=True)), _site(work)


def _unpublished(work: Work, _words: Words) -> Sentences:
    """K19: *Title*. Upublisert."""
    return (
        _title(work),
        plain(work.get("note", "howpublished")),
        _publisher(work, "institution", "organization"),
    )


FORMS: Mapping[Kind, Callable[[Work, Words], Sentences]] = MappingProxyType(
    {
        Kind.BOOK: _book,
        Kind.CHAPTER: _chapter,
        Kind.ENCYCLOPAEDIA: _chapter,
        Kind.ARTICLE: _article,
        Kind.NEWSPAPER: _article,
        Kind.REPORT: _report,
        Kind.OFFICIAL: _official,
        Kind.LAW: _law,
        Kind.CURRICULUM: _curriculum,
        Kind.THESIS: _thesis,
        Kind.WEB: _web,
        Kind.FILM: _film,
        Kind.RECORDING: _film,
        Kind.EPISODE: _episode,
        Kind.UNPUBLISHED: _unpublished,
    }
)


def _title(work: Work, *details: str) -> Runs:
    """The title, in italics when the work stands alone, and the details in one pair of parentheses."""
    # A description in brackets is ours, whatever the language of the work.
    language = "" if work.described else work.language
    title = marked(work.title, italic=not work.kind.is_part and not work.described, language=language)
    return (*title, *_parenthesis("; ".join(filter(None, details))))


def _parenthesis(text: str) -> Runs:
    return (Run(f" ({text})"),) if text else ()


def _details(*parts: str) -> str:
    return ", ".join(filter(None, parts))


def _contributors(work: Work, words: Words) -> str:
    """«M. Holquist, Red.; C. Emerson, Overs.»: editors of a work with an author, and translators (K4)."""
    editors = Names() if work.role == "editor" else work.names("editor")
    if editors and editors == work.names("translator"):
        role = f"{_editors_word(editors, words)} & {words.translator}"
        return f"{contributor_list(editors, words)}, {role}"
    edited = f"{contributor_list(editors, words)}, {_editors_word(editors, words)}" if editors else ""
    return "; ".join(filter(None, (edited, _translators(work, words))))


def _translators(work: Work, words: Words) -> str:
    names = work.names("translator")
    return f"{contributor_list(names, words)}, {words.translator}" if names else ""


def _in_container(work: Work, words: Words) -> str:
    """«E. S. Tønnessen (Red.), » before the title of the book; the book's own author when it has no editor."""
    editors = work.names("editor")
    if editors:
        return f"{contributor_list(editors, words)} ({_editors_word(editors, words)}), "
    authors = work.names("bookauthor")
    return f"{contributor_list(authors, words)}, " if authors and authors != work.authors else ""


def _editors_word(editors: Names, words: Words) -> str:
    return words.editors if len(editors.names) > 1 or editors.others else words.editor


def _volume(work: Work, words: Words) -> str:
    return words.volume.format(volume=_hyphen_free(work.get("volume"))) if work.get("volume") else ""


def _places(work: Work, words: Words) -> str:
    """The pages of a chapter; the number of the chapter when its pages are not known (O18)."""
    pages = page_range(work.get("pages"))
    if pages:
        several = re.search(r"[–,]", pages)
        return f"{words.pages if several else words.page} {pages}"
    return f"{words.chapter} {work.get('chapter')}" if work.get("chapter") else ""


def _version(work: Work, words: Words) -> str:
    return words.version.format(version=work.get("version")) if work.get("version") else ""


def _series(work: Work, words: Words) -> str:
    """«NINA Rapport 1392»: series and number joined as they are written (K7, O10)."""
    kind, number = work.get("type"), work.get("number")
    if not number:
        return "" if kind.casefold() in GENRE_WORDS else kind
    if not kind or kind.casefold() in ("techreport", "resreport"):
        kind = words.report
    return f"{kind} {number}"


def _thesis_genre(work: Work, words: Words) -> str:
    genres = {
        "mathesis": words.master,
        "masterthesis": words.master,
        "mastersthesis": words.master,
        "phdthesis": words.doctoral,
        "bathesis": words.bachelor,
        "bachelorsthesis": words.bachelor,
    }
    own = work.get("type")
    return genres.get(own.casefold(), own) or genres.get(work.source.type, words.thesis)


def _publisher(work: Work, *fields: str) -> Runs:
    """The first of the fields that says who, or nothing when it names the author over again (L8)."""
    publisher = work.get(*fields) or _how_published(work)
    authors = {name.family.casefold() for name in work.authors.names if name.organisation}
    known = publisher.casefold() in authors or publisher.casefold() == work.abbreviation.casefold()
    return () if known else plain(publisher)


def _site(work: Work) -> Runs:
    fields = (
        ("organization", "publisher")
        if _how_published(work)
        else ("organization", "publisher", "institution")
    )
    return _publisher(work, *fields)


def _how_published(work: Work) -> str:
    """The archive, site or remark in ``howpublished``, unless that field holds the address."""
    return "" if work.source.get("howpublished") == work.link else work.get("howpublished")


def _subtitled(work: Work) -> str:
    journal, subtitle = work.get("journal", "journaltitle"), work.get("journalsubtitle")
    return f"{journal}: {subtitle}" if subtitle else journal


def _hyphen_free(number: str) -> str:
    """Double issues and volumes get an en dash (L10)."""
    return re.sub(r"(?<=\d)-(?=\d)", "–", number)
