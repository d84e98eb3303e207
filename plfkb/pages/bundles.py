"""The style sheet and the script of every page, each in one file.

A page waits for its style sheets, and on a phone network each costs a round trip more than its bytes. The name of a
bundle holds a mark of its content, so that a host may tell browsers to keep it for as long as they like.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256

from plfkb import package_files

# In the order in which they are to stand: text before the pieces that stand in it.
STYLES = (
    "css/text.css",
    "css/frame.css",
    "css/search.css",
    "css/results.css",
    "css/entry.css",
    "css/lists.css",
    "css/comparison.css",
    "css/drawing.css",
    "css/cards.css",
    "css/overviews.css",
    "css/home.css",
)
PALETTE = "plfkb.css"
PRINT = "css/print.css"
# The modules of the search, which load one another by relative addresses and so stay files of their own.
SEARCH = "js/search/"
SCRIPTS = (
    "js/colours.js",
    "js/menu.js",
    "js/contents.js",
    "js/cards.js",
    "js/copy.js",
    "js/anchors.js",
)

_COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Bundle:
    """A file of the site. ``parts`` are the names below ``plfkb/assets`` that it is made of."""

    address: str
    content: str
    parts: tuple[str, ...]


def style_bundle(theme: str) -> Bundle:
    """The style sheet, on top of the theme's own."""
    on_paper = f"@media print {{\n{asset(PRINT)}}}\n"
    charset = '@charset "UTF-8";'
    pieces = [charset, theme.removeprefix(charset), *map(asset, STYLES), asset(PALETTE), on_paper]
    content = _COMMENT.sub("", "\n".join(pieces))
    return Bundle(_address(content, "css"), content, (*STYLES, PALETTE, PRINT))


def script_bundle() -> Bundle:
    """The scripts that every page has."""
    content = "".join(map(asset, SCRIPTS))
    return Bundle(_address(content, "js"), content, SCRIPTS)


def search_modules() -> dict[str, str]:
    """The modules of the search: address to name. Their folder holds a mark of the content of all of them."""
    names = [SEARCH + name for name in package_files.names(f"assets/{SEARCH}")]
    mark = sha256("".join(map(asset, names)).encode()).hexdigest()[:8]
    return {f"assets/plfkb/sok.{mark}/{name.removeprefix(SEARCH)}": name for name in names}


def _address(content: str, ending: str) -> str:
    # Beside the fonts, which the style sheet names by relative addresses.
    return f"assets/plfkb/site.{sha256(content.encode()).hexdigest()[:8]}.{ending}"


def asset(name: str) -> str:
    """The text of a file below ``plfkb/assets``."""
    return package_files.text(f"assets/{name}")
