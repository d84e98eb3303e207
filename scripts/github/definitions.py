"""The definitions that a pull request changes, as a comment: ``python -m scripts.github.definitions BEFORE AFTER``.

Both are folders with a knowledge base. What stands in AFTER is anyone's: it is read, never run, and what is said of it
cannot mention people, link anywhere or become other markup.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from plfkb.checks.run import check
from plfkb.editions.changes import Change, ChangeKind, changes
from plfkb.editions.edition import Edition, take
from plfkb.errors import Severity
from plfkb.linking.terms import TermIndex
from plfkb.reading.knowledge_base import load

MARK = "<!-- plfkb:endrede-begreper -->"
"""By this the comment is found again when the pull request is changed."""

LONGEST = 60_000
"""GitHub refuses a comment of more than 65,536 characters."""

_SIGN = re.compile(r"[^\w\s,;«»–—’?!()%/]|_")


def comment(before: Path, after: Path) -> str:
    """The comment, in Markdown."""
    new = load(after)
    found = sorted(_changes(_edition(before), _edition(after)), key=lambda item: item.entry.title.casefold())
    errors = sum(problem.severity is Severity.ERROR for problem in check(new))
    terms = TermIndex(new)

    def known(name: str) -> bool:
        return bool(terms.resolve(name).ids)

    rows = [row for change in found if (row := "\n".join(_row(change, known)))]
    head = [MARK, "", "### Endrede begreper", ""]
    judged = f"{errors} feil. Se «Sjekk» nederst i endringsforslaget." if errors else "ingen feil."
    tail = ["", f"Sjekken finner {judged}"]
    room = LONGEST - len("\n".join((*head, *tail))) - 100
    shown: list[str] = []
    for row in rows:
        if room < len(row):
            shown.append(f"… og {len(rows) - len(shown)} til.")
            break
        room -= len(row) + 2
        shown.append(row)
    body = "\n\n".join(shown) if shown else "Ingen begreper er endret."
    return "\n".join((*head, body, *tail)) + "\n"


def _edition(root: Path) -> Edition:
    return take(load(root), "1.1", datetime.now(UTC).date(), "")


def _changes(before: Edition, after: Edition) -> Iterator[Change]:
    yield from (change for change in changes([before, after]) if change.edition is after)


def _row(change: Change, known: Callable[[str], bool]) -> Iterator[str]:
    """``known`` tells whether a name leads to an entry now."""
    name = f"**{safe(change.entry.title)}**"
    match change.kind:
        case ChangeKind.NEW:
            yield f"{name} er nytt."
            yield f"> {safe(change.entry.definition)}"
        case ChangeKind.RETIRED if change.after:
            yield f"{name} er erstattet av {safe(change.after)}."
        case ChangeKind.RETIRED:
            yield f"{name} er tatt bort."
        case ChangeKind.RENAMED:
            yield f"{name} het før {safe(change.before)}."
            if not known(change.before):
                yield "> Den gamle termen står ikke i noe oppslag lenger. Legg den i «also» eller «discouraged», så finner"
                yield "> de som søker etter den, fram. Adressen til oppslaget er den samme."
        case ChangeKind.DEFINITION:
            yield f"{name} har ny definisjon."
            yield f"> **Før:** {safe(change.before)}"
            yield ">"
            yield f"> **Nå:** {safe(change.after)}"
        case ChangeKind.TEXT:
            yield f"{name} har ny tekst; definisjonen er den samme."


def safe(text: str) -> str:
    """The words with every sign that GitHub could take for markup, a mention, an issue or an address written as a number."""
    return _SIGN.sub(lambda sign: f"&#{ord(sign[0])};", " ".join(text.split()))


def main() -> None:
    before, after = map(Path, sys.argv[1:])
    sys.stdout.write(comment(before, after))


if __name__ == "__main__":
    main()
