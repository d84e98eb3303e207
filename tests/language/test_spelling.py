"""Every word of the entries and of the pages that readers meet is in hunspell's Norwegian dictionary or in our own list.

``ordliste.txt`` holds what the dictionary lacks: terms of the field, names and a few loanwords. A word is added there
when it is right, never to silence the test.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

from plfkb.checks.text import texts
from plfkb.model import KnowledgeBase
from plfkb.plain_text import plain
from plfkb.reading.knowledge_base import load
from tests.conftest import ROOT

LIST = Path(__file__).parent / "ordliste.txt"
WORD = re.compile(r"[^\W\d_]+(?:[-’][^\W\d_]+)*")


def words(kb: KnowledgeBase) -> dict[str, str]:
    """Each word with the first file it stands in. Pages for developers and the examples of mistakes are left out."""
    found: dict[str, str] = {}
    for _, text in texts(kb):
        if text.place.path.startswith(("docs/utvikling/", "docs/bidra/regler.md")):
            continue
        for word in WORD.findall(re.sub(r"\{[^}]*\}", " ", plain(text.markdown))):
            found.setdefault(word, text.place.path)
    return found


def names(kb: KnowledgeBase) -> Iterator[str]:
    """The names in the bibliography, with the genitive."""
    for source in kb.sources.values():
        for people in source.names.values():
            for name in people.names:
                for part in WORD.findall(" ".join((name.particle, name.family, *name.given))):
                    yield from (part, f"{part}s")


def unknown(kb: KnowledgeBase) -> dict[str, str]:
    found = words(kb)
    ours = {
        line.strip() for line in LIST.read_text(encoding="utf-8").splitlines() if not line.startswith("#")
    }
    known = ours | set(names(kb))
    asked = [word for word in found if word not in known and word[:1].lower() + word[1:] not in known]
    said = subprocess.run(
        ["hunspell", "-d", "nb_NO", "-i", "utf-8", "-l"],
        input="\n".join(asked),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    wrong = set(said.stdout.split())
    return {word: path for word, path in found.items() if word in wrong and word not in known}


def test_every_word_is_known() -> None:
    assert unknown(load(ROOT)) == {}


def test_our_own_list_is_sorted_and_holds_nothing_twice() -> None:
    lines = [line for line in LIST.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    assert lines == sorted(set(lines), key=lambda word: (word.casefold(), word))
