"""The works of a bibliography and the citations of them, as frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from plfkb.errors import Place


@dataclass(frozen=True, slots=True)
class Name:
    """A person or an organisation.

    ``family`` holds the whole name of an organisation (``organisation`` is then true). ``particle`` is
    «van» in «van Manen», ``suffix`` is «Jr.». ``given`` holds the given names as written,
    initials included, in order: ``("Åse", "Marie")``, ``("Jan-Åge",)``, ``("M.", "T.")``.
    """

    family: str
    given: tuple[str, ...] = ()
    particle: str = ""
    suffix: str = ""
    organisation: bool = False


@dataclass(frozen=True, slots=True)
class Names:
    """A list of names. ``others`` is true when the list ends in «and others»."""

    names: tuple[Name, ...] = ()
    others: bool = False

    def __bool__(self) -> bool:
        return bool(self.names)


@dataclass(frozen=True, slots=True)
class Source:
    """A work of the bibliography.

    ``type`` and the names in ``fields`` are lower-case and in the vocabulary of the file (BibTeX or
    BibLaTeX); ``references`` knows which fields mean the same. The values in ``fields`` are decoded
    Unicode text without LaTeX commands or protecting braces; ``<em>`` never occurs, emphasis in a title is
    kept as ``*…*``. Name fields (author, editor, translator) are in ``names`` only.
    ``raw`` is the entry as it stands in the file.
    """

    key: str
    type: str
    fields: Mapping[str, str]
    names: Mapping[str, Names]
    place: Place
    raw: str = ""

    def get(self, *names: str) -> str:
        """The first of the named fields that has a value, or an empty string."""
        fields = self.fields
        for name in names:
            if value := fields.get(name):
                return value
        return ""

    @property
    def aliases(self) -> tuple[str, ...]:
        """Earlier keys of the work (BibLaTeX's field ``ids``): their addresses lead to it."""
        return tuple(key for part in self.fields.get("ids", "").split(",") if (key := part.strip()))

    @property
    def read(self) -> bool:
        """Whether this knowledge base has read the work itself (field ``x-read``)."""
        return self.fields.get("x-read", "").lower() == "yes"


class Citation(NamedTuple):
    """One work in a citation: ``prefix @key, locator via @via, via_locator``.

    ``via`` names the work that was read when ``key`` is known only through it. Texts are as written,
    trimmed; the locator keeps its label («s. 12», «kap. 2.6, avsn. 3»).
    """

    key: str
    prefix: str = ""
    locator: str = ""
    via: str = ""
    via_locator: str = ""
    suppress_author: bool = False


class Cluster(NamedTuple):
    """What stands between one pair of brackets, or one narrative citation (then a single citation).

    ``segments`` groups the citations: a prefix opens a segment, and works are sorted within a segment
    only (rule T10). Each segment has at least one citation.
    """

    segments: tuple[tuple[Citation, ...], ...]
    narrative: bool = False

    @property
    def citations(self) -> tuple[Citation, ...]:
        return tuple(citation for segment in self.segments for citation in segment)
