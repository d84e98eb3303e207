"""The card of an entry or a source: what a link to it shows before it is followed. It is fetched when it is wanted."""

from __future__ import annotations

import re

from markupsafe import Markup

from plfkb import json_text
from plfkb.markdown.rendering import parted
from plfkb.pages.answers import answer
from plfkb.pages.maker import Maker
from plfkb.pages.page import Page, PageKind
from plfkb.reading.fields import COMPARISON_TYPE

NAME = "kort.json"
# A card holds one link, to its page; and ids belong to the page that the words are taken from.
_LINK = re.compile(r"</?a\b[^>]*>")
_ID = re.compile(r" id=\"[^\"]*\"")


def card(maker: Maker, page: Page, html: str) -> str:
    """The card of a page whose Markdown has become ``html``: JSON of its HTML and the words of the link that leads on.

    Empty for pages that have none.
    """
    kb = maker.library.kb
    match page.kind:
        case PageKind.CONCEPT:
            found = _entry(maker, page, html, kb.concepts[page.key].type)
        case PageKind.COMPARISON:
            found = _entry(maker, page, html, COMPARISON_TYPE)
        case PageKind.SOURCE:
            found = f"<p>{maker.library.reference_html[page.key]}</p>"
        case _:
            return ""
    words = maker.texts.say("card.source" if page.kind is PageKind.SOURCE else "card.entry")
    return json_text.compact({"html": _LINK.sub("", found), "onward": words})


def _entry(maker: Maker, page: Page, html: str, type_: str) -> str:
    shown = answer(parted(html)[0])
    text, source = (Markup(_ID.sub("", part)) for part in (shown.text, shown.source))
    return maker.render("kort.html", page, type=type_, text=text, source=source)
