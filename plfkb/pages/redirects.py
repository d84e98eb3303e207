"""Addresses that lead to a page at another address.

A static site cannot send a redirect, so each is a small page with a canonical link, which search engines and
browsers follow and which says in words where to go.
"""

from __future__ import annotations

from html import escape

from plfkb.linking import addresses
from plfkb.model import KnowledgeBase
from plfkb.norwegian.ids import proposed_id

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
    """Address to HTML: what ``redirects`` names, and every name that an entry covers.

    A name whose address is taken by an entry, or by an earlier one, gets none.
    """
    made: dict[str, str] = {}
    for concept in kb.concepts.values():
        for id_ in (*concept.redirects, *map(proposed_id, concept.covers)):
            address = addresses.concept(id_)
            if id_ not in kb.concepts and address not in made:
                href = addresses.relative(addresses.concept(concept.id), address)
                made[address] = _PAGE.format(title=escape(concept.term), href=escape(href))
    return made
