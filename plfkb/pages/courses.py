"""Reading lists for courses: what a page of ``docs/`` marked ``type: pensum`` lists, in its order.

A course links to its list, shows it in a learning platform, and each entry says which lists it is on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import unescape

from plfkb import html_text, package_files
from plfkb.linking import addresses
from plfkb.norwegian.words import capital
from plfkb.pages.bundles import PALETTE, asset
from plfkb.pages.maker import Maker
from plfkb.pages.page import Page, PageKind
from plfkb.pages.parts import Link

# What the page of links may do: nothing but use the style of the site.
_POLICY = "default-src 'none'; style-src 'self'; font-src 'self'; base-uri 'none'"

# A page of links alone, which a learning platform can show in a frame.
LINKS = "lenker/"
# Beside the fonts, which the palette names by relative addresses.
STYLE = "assets/plfkb/lenker.css"

_LINK = re.compile(r'<a\b[^>]*\bhref="(?P<href>[^"#:?]+)[^"]*"')


@dataclass(frozen=True, slots=True)
class Group:
    """What stands under one heading of a reading list; ``href`` of an item is an address of the site."""

    title: str
    items: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Course:
    """A reading list: each entry and source once, where it comes first."""

    page: Page
    groups: tuple[Group, ...]

    @property
    def addresses(self) -> tuple[str, ...]:
        return tuple(item.href for group in self.groups for item in group.items)


def course(page: Page, html: str, titles: Mapping[str, str]) -> Course:
    """The reading list of a page. ``titles`` are those of all pages that a list may hold, by address."""
    seen: set[str] = set()
    groups: list[Group] = []
    for part in html_text.parts(html):
        fresh = dict.fromkeys(
            address for address in _linked(page, part.html) if address in titles and address not in seen
        )
        seen.update(fresh)
        if fresh:
            groups.append(
                Group(part.heading, tuple(Link(capital(titles[address]), address) for address in fresh))
            )
    return Course(page, tuple(groups))


def _linked(page: Page, html: str) -> Iterable[str]:
    # A work that backs a sentence is not one to read.
    for match in _LINK.finditer(html_text.without_citations(html_text.without_heading_links(html))):
        yield addresses.led_to(unescape(match["href"]), page.address)


def lists_of(courses: Iterable[Course]) -> dict[str, tuple[Page, ...]]:
    """The reading lists that each page is on, by the address of the page."""
    found: dict[str, list[Page]] = {}
    for item in courses:
        for address in item.addresses:
            found.setdefault(address, []).append(item.page)
    return {address: tuple(pages) for address, pages in found.items()}


def links_address(page: Page) -> str:
    """Where the page of links of a reading list is."""
    return f"{page.address}{LINKS}"


def links_style() -> str:
    """The style of such pages, with the palette of the site."""
    own = package_files.text("templates/article/lenker.css")
    return asset(PALETTE) + own


def links_page(maker: Maker, item: Course) -> str:
    """The page of links of a reading list. It runs nothing, and its links open outside the frame."""
    here = Page(PageKind.DOCUMENT, links_address(item.page), "", item.page.title)
    return maker.render("lenker.html", here, course=item, policy=_POLICY, style=STYLE)


def listed_kinds(address: str) -> bool:
    """Whether a page is one that a list holds: an entry, a comparison or a source."""
    return address.startswith((addresses.CONCEPTS, addresses.COMPARISONS, addresses.SOURCES))
