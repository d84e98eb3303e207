"""Pieces that several kinds of page have in common."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from plfkb.linking import addresses
from plfkb.linking.uses import Use
from plfkb.markdown.rendering import Library
from plfkb.model import Credit
from plfkb.norwegian.collation import SortKey, sort_key
from plfkb.norwegian.words import written_date

_PARAGRAPH = re.compile(r"<p>(.*)</p>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Link:
    """A name and where it leads; ``href`` is empty for an entry that has no page yet."""

    name: str
    href: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading that plfkb adds to a page, for the table of contents."""

    id: str
    title: str


class Reference(NamedTuple):
    """An entry of a page's reference list, with links back to where it is cited on the page."""

    key: str
    anchor: str
    html: Markup
    source: str
    back: tuple[str, ...]


class Mention(NamedTuple):
    """A sentence that names an entry or cites a source."""

    href: str
    section: str
    before: str
    words: str
    after: str


class MentioningPage(NamedTuple):
    """A page with all its mentions of one thing."""

    title: str
    href: str
    kind: str
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Byline:
    """Who answers for an entry, and how far it has come."""

    authors: tuple[str, ...]
    reviewed_by: tuple[str, ...]
    status: str
    created: str
    updated: str
    updated_iso: str


def byline(credit: Credit, default_author: str, language: str) -> Byline:
    return Byline(
        tuple(name.strip("{}") for name in credit.authors) or (default_author,),
        credit.reviewed_by,
        credit.status,
        written_date(credit.created, language) if credit.created else "",
        written_date(credit.updated, language) if credit.updated else "",
        credit.updated.isoformat() if credit.updated else "",
    )


def link(library: Library, id_: str, page: str) -> Link:
    address = library.address(id_)
    return Link(library.name(id_), addresses.relative(address, page) if address is not None else "")


def references(library: Library, listed: Mapping[str, Sequence[str]], page: str) -> tuple[Reference, ...]:
    """A page's reference list in Norwegian order; ``listed`` maps keys to the places on the page that cite them."""
    sources = addresses.relative(addresses.SOURCES, page)
    found = [(key, addresses.slug(key)) for key in library.bibliography.in_order(listed)]
    return tuple(
        [
            Reference(
                key,
                f"ref-{slug}",
                Markup(library.reference_html[key]),
                f"{sources}{slug}/",
                tuple(listed[key]),
            )
            for key, slug in found
        ]
    )


def mentioning_pages(
    uses: Iterable[Use], page: str, near: Collection[str] = ()
) -> tuple[MentioningPage, ...]:
    """Uses grouped by page, the most relevant page first: one whose address is in ``near``, then one whose author has
    linked here, then the one with most uses, then in Norwegian order.
    """
    grouped: dict[str, list[Use]] = {}
    for use in uses:
        grouped.setdefault(use.origin.url, []).append(use)

    def rank(found: Sequence[Use]) -> tuple[bool, bool, int, SortKey]:
        origin = found[0].origin
        by_hand = any(not use.found for use in found)
        return origin.url not in near, not by_hand, -len(found), sort_key(origin.title)

    return tuple(_mentioning_page(found, page) for found in sorted(grouped.values(), key=rank))


def one_in_a_section(uses: Iterable[Use]) -> Iterator[Use]:
    """The first use in each section of a page: what follows there is the same matter, told once."""
    seen: set[tuple[str, str]] = set()
    for use in uses:
        place = use.origin.url, use.section
        if place not in seen:
            seen.add(place)
            yield use


def _mentioning_page(uses: Sequence[Use], page: str) -> MentioningPage:
    origin = uses[0].origin
    href = addresses.relative(origin.url, page)
    file = "" if origin.url == page else href
    # A work that is cited for two places in one bracket is used twice in a sentence that is read once.
    told: dict[tuple[str, str, str, str], Use] = {}
    for use in uses:
        told.setdefault((use.section, use.before, use.words, use.after), use)
    mentions = (Mention(f"{file}#{use.anchor}", *sentence) for sentence, use in told.items())
    return MentioningPage(origin.title, href, origin.kind, tuple(mentions))


def inline(html: str) -> Markup:
    """Rendered Markdown without its paragraph, when it is one paragraph."""
    match = _PARAGRAPH.fullmatch(html)
    return Markup(match[1] if match and "<p>" not in match[1] else html)
