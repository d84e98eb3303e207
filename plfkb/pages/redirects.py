"""Pages at addresses that lead to a page at another.

A static site cannot send a redirect, so each is a small page with a canonical link, which search engines and
browsers follow and which says in words where to go.
"""

from __future__ import annotations

from html import escape

from plfkb.linking import addresses, published
from plfkb.model import KnowledgeBase

_PAGE = """<!doctype html>
<html lang="nb">
<head>
<meta charset="utf-8">
<title>{title}</title>
<link rel="canonical" href="{href}">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={href}">
</head>
<body><p>Siden er flyttet til <a href="{href}">{title}</a>.</p></body>
</html>
"""


def redirects(kb: KnowledgeBase) -> dict[str, str]:
    """Address to HTML, for every address of ``plfkb.linking.published.redirects``."""
    made: dict[str, str] = {}
    for address, redirect in published.redirects(kb).items():
        href = addresses.relative(redirect.target, address)
        made[address] = _PAGE.format(title=escape(redirect.title), href=escape(href))
    return made
