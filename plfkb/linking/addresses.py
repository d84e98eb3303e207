"""The address of everything, relative to the root of the site. Published addresses never change."""

from __future__ import annotations

import re
from functools import lru_cache
from hashlib import sha256
from pathlib import PurePosixPath
from posixpath import join, normpath

CONCEPTS = "begrep/"
COMPARISONS = "sammenlikning/"
SOURCES = "kilde/"
SOURCES_BY_YEAR = "kilder/ar/"
SOURCES_BY_TYPE = "kilder/type/"
THEMES = "tema/"
TYPES = "type/"
SEARCH = "sok/"
OPENSEARCH = "sok/opensearch.xml"
CHANGES = "endringer/"
MAP = "kart/"
SIDE_BY_SIDE = "sammenlikn/"

OVERVIEWS = (CONCEPTS, COMPARISONS, SOURCES, SOURCES_BY_YEAR, SOURCES_BY_TYPE, THEMES, TYPES, SEARCH)
"""The pages that are made of the knowledge base as a whole."""


def concept(id_: str) -> str:
    return f"{CONCEPTS}{id_}/"


def comparison(id_: str) -> str:
    return f"{COMPARISONS}{id_}/"


def theme(id_: str) -> str:
    return f"{THEMES}{id_}/"


def source(key: str) -> str:
    return f"{SOURCES}{slug(key)}/"


def document(path: str, folder: str) -> str:
    """The address of a page of ``docs/`` (``folder``): a file called index stands for its folder."""
    inside = PurePosixPath(path).relative_to(folder).with_suffix("")
    parts = inside.parts[:-1] if inside.name in ("index", "README") else inside.parts
    return "/".join(parts) + "/" if parts else ""


@lru_cache(maxsize=2**14)  # every list that names the source asks
def slug(key: str) -> str:
    """A citation key as part of an address. BibTeX allows characters in keys that addresses do not."""
    plain = re.sub(r"[^A-Za-z0-9_-]", "-", key)
    return plain if plain == key else f"{plain}-{sha256(key.encode()).hexdigest()[:6]}"


def relative(target: str, page: str) -> str:
    """The link from ``page`` to ``target``, both relative to the root: folders end in «/», the home page is «»."""
    address, mark, fragment = target.partition("#")
    if address == page:
        return mark + fragment or "./"
    there, here = address.split("/"), page.split("/")[:-1]
    shared = 0
    while shared < len(here) and shared < len(there) - 1 and here[shared] == there[shared]:
        shared += 1
    path = "../" * (len(here) - shared) + "/".join(there[shared:])
    return (path or "./") + mark + fragment


def led_to(link: str, page: str) -> str:
    """The address that a link from ``page`` leads to: what ``relative`` was given. ``link`` has no fragment."""
    if not link:
        return page
    folder = "/" if link.endswith(("/", ".")) else ""
    found = normpath(join(page, link)) + folder
    return "" if found == "./" else found
