"""Pages of the built site to pages that never change: no scripts, no frame, links that stand on their own."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from html import escape, unescape

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from plfkb import package_files
from plfkb.editions.edition import Edition
from plfkb.html_text import without_heading_links
from plfkb.interface.texts import LANGUAGES, Texts
from plfkb.linking import addresses
from plfkb.norwegian.collation import sort_key
from plfkb.norwegian.words import capital, written_date

STYLESHEET = "utgave.css"
FONT = "fonts/newsreader-nb.woff2"
_STYLES = (
    "plfkb.css",
    "css/text.css",
    "css/entry.css",
    "css/lists.css",
    "css/comparison.css",
    "css/drawing.css",
)

# A frozen page runs nothing and fetches nothing but its own style and font.
_POLICY = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"
_ARTICLE = re.compile(r'<article class="plfkb[ "]')
_LIVE = re.compile(r"<(?P<tag>[a-z]+)\b[^<>]*\sdata-live\b[^<>]*>")
_LANGUAGE = re.compile(r'<html\b[^>]*\blang="([a-z]+)"')
_DESCRIPTION = re.compile(r'<meta\b[^>]*\bname="description"[^>]*\bcontent="([^"]*)"')
_CANONICAL = re.compile(r'<link\b[^>]*\brel="canonical"[^>]*\bhref="([^"]*)"')
_ADDRESS = re.compile(r'(?P<name>\s(?:xlink:)?href|\ssrc)="(?P<url>[^"]*)"')
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|#|//|/", re.IGNORECASE)
_DARK = re.compile(r'\[data-md-color-scheme="slate"\] \{.*?\n\}\n', re.DOTALL)


class NoArticleError(ValueError):
    """A built page in which there is no entry to freeze; the message is Norwegian and names the page."""

    def __init__(self, address: str) -> None:
        super().__init__(f"siden /{address} har ikke noe oppslag å fryse; se etter en mal som er endret")


def site_address(home: str) -> str:
    """The address of the site, from the canonical link of its home page; empty when it has none."""
    found = _CANONICAL.search(home)
    return unescape(found[1]) if found else ""


def site_language(home: str) -> str:
    """The language of the site («nb»), from its home page."""
    found = _LANGUAGE.search(home)
    return found[1] if found and found[1] in LANGUAGES else LANGUAGES[0]


def site_description(home: str) -> str:
    """What the site says of itself, from its home page; empty when it says nothing."""
    found = _DESCRIPTION.search(home)
    return unescape(found[1]) if found else ""


def frozen_files(edition: Edition, texts: Texts, pages: Mapping[str, str]) -> dict[str, bytes]:
    """All files of an edition by address within it. ``pages`` holds the built pages by live address.

    Raises NoArticleError when a page has no article.
    """
    templates = Environment(
        loader=PackageLoader("plfkb", "templates/edition"), autoescape=True, undefined=StrictUndefined
    )
    templates.globals.update(t=texts, language=texts.language, edition=edition, policy=_POLICY)
    templates.filters["capital"] = capital
    day = written_date(edition.day, texts.language)
    made: dict[str, bytes] = {}
    for address, entry in edition.entries.items():
        here = edition.page(address)
        html = templates.get_template("oppslag.html").render(
            entry=entry,
            day=day,
            content=Markup(frozen(pages[address], address, here, edition.entries)),
            live=addresses.relative(address, here),
            home=addresses.relative("", here),
            front=addresses.relative(edition.address, here),
            style=addresses.relative(edition.address + STYLESHEET, here),
            font=addresses.relative(edition.address + FONT, here),
            permalink=edition.site + here,
        )
        made[f"{address}index.html"] = html.encode()
    rows = sorted(edition.entries.values(), key=lambda item: sort_key(item.title))
    front = templates.get_template("forside.html").render(
        day=day,
        groups=[
            ("concepts.title", [row for row in rows if row.address.startswith(addresses.CONCEPTS)]),
            ("comparisons.title", [row for row in rows if row.address.startswith(addresses.COMPARISONS)]),
        ],
        home=addresses.relative("", edition.address),
        style=STYLESHEET,
        font=FONT,
    )
    return {**made, "index.html": front.encode(), **_style()}


def frozen(html: str, address: str, here: str, kept: Collection[str]) -> str:
    """The article of a built page, for the address ``here``.

    ``address`` is the live one. Links to the addresses in ``kept`` stay within the edition; the
    others lead to the live site.
    """
    start = _ARTICLE.search(html)
    if start is None:
        raise NoArticleError(address)
    article = html[start.start() : _end(html, start.start(), "article")]
    while live := _LIVE.search(article):
        article = article[: live.start()] + article[_end(article, live.start(), live["tag"]) :]
    article = without_heading_links(article)

    def moved(match: re.Match[str]) -> str:
        url = unescape(match["url"])
        if _ELSEWHERE.match(url) or not url:
            return match[0]
        path, mark, fragment = url.partition("#")
        target = addresses.led_to(path, address)
        if target in kept:
            return match[0]
        return f'{match["name"]}="{escape(addresses.relative(target + mark + fragment, here))}"'

    return _ADDRESS.sub(moved, article)


def _end(html: str, start: int, tag: str) -> int:
    """Where the element that opens at ``start`` ends; the end of the text when it is never closed."""
    depth = 0
    for match in re.compile(rf"<(/?){tag}\b").finditer(html, start):
        depth += -1 if match[1] else 1
        if depth == 0:
            return html.index(">", match.end()) + 1
    return len(html)


def _style() -> dict[str, bytes]:
    """One stylesheet, made of the site's own, and the font: an edition leans on nothing that may change."""
    parts = [package_files.text(f"assets/{name}") for name in _STYLES]
    dark = _DARK.search(parts[0])
    own = package_files.text("templates/edition/utgave.css")
    scheme = ""
    if dark:
        block = dark[0].replace('"slate"', '"default"')
        scheme = f"@media screen and (prefers-color-scheme: dark) {{\n{block}}}\n"
    print_style = package_files.text("assets/css/print.css")
    sheet = "\n".join([*parts, scheme, own, f"@media print {{\n{print_style}}}\n"])
    return {STYLESHEET: sheet.encode(), FONT: package_files.data(f"assets/{FONT}")}
