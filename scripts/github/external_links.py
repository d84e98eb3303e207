"""The addresses that no longer answer: ``python -m scripts.github.external_links > rapport.md``.

Nothing is written when all of them answer. An address counts as gone when the server says so (404, 410) or there is no
server. Other answers (403, 429, 5xx) are what machines get and people often do not, and say nothing of the link.
"""

from __future__ import annotations

import re
import sys
import urllib.error
import urllib.request
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from http import HTTPStatus
from http.client import HTTPException
from pathlib import Path

from plfkb.checks.text import texts
from plfkb.errors import Place
from plfkb.model import KnowledgeBase
from plfkb.reading.knowledge_base import load
from plfkb.reading.prose import without_code
from plfkb.references.work import read_work

_ADDRESS = re.compile(r"https?://[^\s<>\[\]\"'`|{}\\]+")
_GONE = frozenset({HTTPStatus.NOT_FOUND, HTTPStatus.GONE})
_AGENT = "Mozilla/5.0 (compatible; plfkb link check)"
_RESERVED = re.compile(
    r"https?://(?:[\w.-]+\.)?(?:example(?:\.(?:com|net|org))?|localhost|127\.0\.0\.1)(?:[:/]|$)"
)
_ATTEMPTS = 2

Ask = Callable[[str], str]
"""An address to why it cannot be followed, in Norwegian, or an empty string."""


def addresses(kb: KnowledgeBase) -> dict[str, Place]:
    """Every external address with the first place it stands; those that are reserved for examples are left out."""
    found: dict[str, Place] = {}
    for address, place in _all(kb):
        if not _RESERVED.match(address):
            found.setdefault(address, place)
    return found


def _all(kb: KnowledgeBase) -> Iterator[tuple[str, Place]]:
    for source in kb.sources.values():
        if link := read_work(source).address:
            yield link, source.place
    for _, text in texts(kb):
        if "://" in text.markdown:
            for match in _ADDRESS.finditer(without_code(text.markdown)):
                yield trimmed(match[0]), text.place_of(match[0], match.start())


def trimmed(address: str) -> str:
    """The address without the full stop of its sentence and the bracket of its link."""
    while address[-1:] in ".,;:!?*_" or (address.endswith(")") and address.count("(") < address.count(")")):
        address = address[:-1]
    return address


def ask(address: str, timeout: float = 20) -> str:
    """Follow an address, twice if need be. Only http and https are followed."""
    why = ""
    for _ in range(_ATTEMPTS):
        try:
            # The pattern lets only http and https through.
            request = urllib.request.Request(address, headers={"User-Agent": _AGENT})
            with urllib.request.urlopen(request, timeout=timeout):
                return ""
        except urllib.error.HTTPError as error:
            error.close()
            return f"svarer {error.code}" if error.code in _GONE else ""
        except urllib.error.URLError as error:
            why = f"svarer ikke ({error.reason})"
        except (OSError, HTTPException, ValueError) as error:
            why = f"svarer ikke ({type(error).__name__})"
    return why


def report(found: Mapping[str, Place], ask: Ask) -> str:
    """The addresses that are gone, as a list in Markdown; empty when there is none."""
    with ThreadPoolExecutor(max_workers=8) as workers:
        answers: Iterable[str] = workers.map(ask, found)
        gone = [
            f"- {place}: <{address}> {why}"
            for (address, place), why in zip(found.items(), answers, strict=True)
            if why
        ]
    if not gone:
        return ""
    head = f"{len(gone)} av {len(found)} adresser kan ikke følges. Finn den nye adressen, eller en kopi hos web.archive.org."
    return "\n".join([head, "", *gone]) + "\n"


def main() -> None:
    root = Path(sys.argv[1]) if sys.argv[1:] else Path()
    sys.stdout.write(report(addresses(load(root)), ask))


if __name__ == "__main__":
    main()
