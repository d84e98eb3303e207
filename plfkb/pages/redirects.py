"""Pages at addresses that lead to a page at another.

A static site cannot send a redirect, so each is a small page with a canonical link, which search engines and
browsers follow and which says in words where to go.
"""

from __future__ import annotations

from markupsafe import Markup, escape

from plfkb.interface.texts import Texts
from plfkb.linking import addresses, published
from plfkb.model import KnowledgeBase
from plfkb.pages.security import secured

_PAGE = """<!doctype html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<title>{title}</title>
<link rel="canonical" href="{href}">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={href}">
</head>
<body><p>{moved}</p></body>
</html>
"""


def redirects(kb: KnowledgeBase, texts: Texts) -> dict[str, str]:
    """Address to HTML, for every address of ``plfkb.linking.published.redirects``."""
    return {
        address: _page(redirect.title, addresses.relative(redirect.target, address), texts)
        for address, redirect in published.redirects(kb).items()
    }


def _page(title: str, href: str, texts: Texts) -> str:
    link = Markup('<a href="{}">{}</a>').format(href, title)
    moved = texts("moved.text", page=link)
    return secured(_PAGE.format(lang=texts.language, title=escape(title), href=escape(href), moved=moved))
