"""Rules about links to files: images, and Markdown links to pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from posixpath import normpath
from urllib.parse import unquote

from plfkb.checks.text import texts
from plfkb.errors import Problem
from plfkb.languages import Said
from plfkb.linking import addresses, published
from plfkb.model import KnowledgeBase, Text
from plfkb.norwegian.suggest import suggestion
from plfkb.reading.folders import is_file, names_below
from plfkb.reading.prose import without_code

_LINK = re.compile(
    r"(?P<image>!?)\[(?:[^\[\]]|\[[^\[\]]*\])*\]\(\s*<?(?P<target>[^()\s<>]+)>?(?:\s[^()]*)?\)"
)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|/|#|\?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Known:
    """What may be linked to: the addresses of all pages, and the files below the folder of pages."""

    addresses: frozenset[str]
    files: frozenset[str]


def links(kb: KnowledgeBase) -> Iterator[Problem]:
    """``fil-mangler``: images, and links to Markdown files, relative to the page."""
    found = [(folder, text) for folder, text in _texts(kb) if "](" in text.markdown]
    if not found:
        return
    known = _known(kb)
    for folder, text in found:
        yield from _judge(folder, text, known)


def _texts(kb: KnowledgeBase) -> Iterator[tuple[str, Text]]:
    """Every text with the folder that its links are relative to."""
    for owner, text in texts(kb):
        if owner in kb.concepts:
            yield addresses.CONCEPTS, text
        elif owner in kb.comparisons:
            yield addresses.COMPARISONS, text
        else:
            path = PurePosixPath(text.place.path).relative_to(kb.settings.documents)
            yield path.parent.as_posix(), text


def _known(kb: KnowledgeBase) -> _Known:
    folder = kb.settings.documents
    below = (path for path in names_below(kb.root, folder) if is_file(kb.root / path))
    files = frozenset(PurePosixPath(path).relative_to(folder).as_posix() for path in below)
    pages = {address for address, _ in published.pages(kb)}
    return _Known(frozenset({*pages, *addresses.OVERVIEWS}), files)


def _judge(folder: str, text: Text, known: _Known) -> Iterator[Problem]:
    shown = without_code(text.markdown)
    hidden = [match.span() for match in _COMMENT.finditer(shown)]
    for match in _LINK.finditer(shown):
        target = match["target"]
        path = unquote(re.split(r"[?#]", target)[0])
        page = path.endswith(".md")
        if _ELSEWHERE.match(target) or not (page or match["image"]):
            continue
        if any(start <= match.start() < end for start, end in hidden):
            continue
        inside = normpath(f"{folder}/{path}")
        if inside in known.files or (page and addresses.document(inside, ".") in known.addresses):
            continue
        facts = {"target": target, "suggestion": _suggestion(inside, known, page)}
        yield Problem("fil-mangler", text.place_of(match[0], match.start()), facts)


def _suggestion(inside: str, known: _Known, page: bool) -> Said:
    pages = {f"{address.rstrip('/')}.md" for address in known.addresses if address}
    options = (*known.files, *pages) if page else known.files
    otherwise = Said(
        f"legg fila i mappa med sidene (den skulle stått som {inside}), eller rett lenken",
        f"put the file in the folder of pages (it should stand as {inside}), or mend the link",
    )
    return suggestion(inside, options, otherwise)
