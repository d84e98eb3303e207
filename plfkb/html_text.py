"""Rendered Markdown taken apart: its words, its headings and the text below them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

_CITATION = re.compile(r'<span class="plfkb-cite".*?</span>', re.DOTALL)
_HEADING_LINK = re.compile(r'<a class="headerlink".*?</a>', re.DOTALL)
_HEADING = re.compile(r'<h2[^>]*? id="([^"]+)"[^>]*>(.*?)</h2>', re.DOTALL)
_MARKUP = re.compile(r"<!--.*?-->|<[^>]*>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Part:
    """A heading of the second level in words, its id, and the HTML below it. The first part of a text has neither."""

    id: str
    heading: str
    html: str


def words(html: str) -> str:
    """What stands there without markup, on one line."""
    return " ".join(unescape(_MARKUP.sub("", html)).split())


def parts(html: str) -> Iterator[Part]:
    """A text cut at its headings of the second level; the first part may be empty."""
    first, *pieces = _HEADING.split(html)
    yield Part("", "", first)
    for id_, heading, below in zip(pieces[::3], pieces[1::3], pieces[2::3], strict=True):
        yield Part(id_, words(without_heading_links(heading)), below)


def without_citations(html: str) -> str:
    return _CITATION.sub("", html)


def without_heading_links(html: str) -> str:
    """Without the links beside headings that lead to themselves."""
    return _HEADING_LINK.sub("", html)
