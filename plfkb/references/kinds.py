"""Which kind of work an entry of the bibliography is (rules K1–K20, F3)."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType

from plfkb.references.series import is_official
from plfkb.works import Source


class Kind(Enum):
    """A kind of work; ``forms.FORMS`` tells how each is printed in the list."""

    BOOK = "book"
    CHAPTER = "chapter"
    ARTICLE = "article"
    NEWSPAPER = "newspaper"
    REPORT = "report"
    OFFICIAL = "official"
    LAW = "law"
    CURRICULUM = "curriculum"
    THESIS = "thesis"
    WEB = "web"
    FILM = "film"
    RECORDING = "recording"
    EPISODE = "episode"
    ENCYCLOPAEDIA = "encyclopaedia"
    UNPUBLISHED = "unpublished"

    @property
    def is_part(self) -> bool:
        """Whether the work is part of a larger one: its title is upright in the list, «…» in text (T14)."""
        return self in _PARTS

    @property
    def has_container(self) -> bool:
        """Whether editors belong to the work around this one, so that they are not its authors."""
        return self in _CONTAINED

    @property
    def has_full_date(self) -> bool:
        """Whether the list prints day and month (L4)."""
        return self in _FULL_DATES


_CONTAINED = frozenset({Kind.CHAPTER, Kind.ENCYCLOPAEDIA})
_PARTS = _CONTAINED | {Kind.ARTICLE, Kind.NEWSPAPER, Kind.EPISODE}
_FULL_DATES = frozenset({Kind.NEWSPAPER, Kind.WEB, Kind.RECORDING, Kind.EPISODE, Kind.ENCYCLOPAEDIA})

_SUBTYPES: Mapping[str, Kind] = MappingProxyType(
    {
        "law": Kind.LAW,
        "regulation": Kind.LAW,
        "curriculum": Kind.CURRICULUM,
        "newspaper": Kind.NEWSPAPER,
        "magazine": Kind.NEWSPAPER,
    }
)
_TYPES: Mapping[str, Kind] = MappingProxyType(
    {
        **dict.fromkeys(("article", "periodical", "review", "suppperiodical"), Kind.ARTICLE),
        **dict.fromkeys(("incollection", "inproceedings", "conference", "suppcollection"), Kind.CHAPTER),
        **dict.fromkeys(("inbook", "bookinbook", "suppbook"), Kind.CHAPTER),
        **dict.fromkeys(("inreference",), Kind.ENCYCLOPAEDIA),
        **dict.fromkeys(("report", "techreport"), Kind.REPORT),
        **dict.fromkeys(("legislation", "legal"), Kind.LAW),
        **dict.fromkeys(("thesis", "mastersthesis", "phdthesis", "bachelorsthesis"), Kind.THESIS),
        **dict.fromkeys(("online", "electronic", "www", "misc", "software", "dataset"), Kind.WEB),
        **dict.fromkeys(("movie",), Kind.FILM),
        **dict.fromkeys(("video", "audio", "music", "performance"), Kind.RECORDING),
        **dict.fromkeys(("unpublished", "letter"), Kind.UNPUBLISHED),
    }
)


def kind_of(source: Source) -> Kind:
    """The kind of a source; a type that nobody has heard of is printed as a book."""
    subtype = _SUBTYPES.get(source.get("entrysubtype").lower())
    if subtype:
        return subtype
    if is_official(source):
        return Kind.OFFICIAL
    kind = _TYPES.get(source.type, Kind.BOOK)
    if kind is Kind.CHAPTER and not source.get("booktitle", "maintitle"):
        return Kind.BOOK  # BibTeX's @inbook: a book of which some pages are meant
    if kind is Kind.RECORDING and source.get("maintitle", "booktitle"):
        return Kind.EPISODE
    return kind
