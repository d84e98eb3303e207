"""A filled-in form to a draft entry: ``python -m scripts.github.draft EVENT FOLDER``.

EVENT is the file in which GitHub tells of the issue. Into FOLDER go ``answer.md`` (what to say in the issue or the pull
request) and, when there can be a draft, ``id``, ``title`` and the files below ``files/``. What stands in the form is
anyone's: it never becomes a path, markup or code.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from plfkb.checks.entries import TEMPLATE_MARK
from plfkb.model import KnowledgeBase
from plfkb.norwegian.ids import proposed_id
from plfkb.reading.fields import CONCEPT_TYPES
from plfkb.reading.knowledge_base import load
from plfkb.writing import templates, work_list
from plfkb.writing.changes import Changes, write
from plfkb.writing.names import near_names, why_not
from scripts.github.definitions import safe

TERM = "Begrepet"
TYPE = "Hva slags oppslag"
THEME = "Tema"
MEANING = "Hva betyr det?"
SOURCE = "Hvor har du det fra?"
NAMES = "Andre navn"
NOTE = "Noe mer?"
AUTHOR = "Navnet ditt"
LABELS = (TERM, TYPE, THEME, MEANING, SOURCE, NAMES, NOTE, AUTHOR)
"""The labels of the form ``.github/ISSUE_TEMPLATE/begrep.yml``, in its order."""

_EMPTY = "_No response_"
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]+")
_BLOCK_MARK = re.compile(r"^(?:[-+*#=~:>\s]+|\d+[.)](?:\s|$))+")
_LONGEST_TERM = 100


class NoDraftError(ValueError):
    """There can be no draft; the message says in Norwegian why, and what to do."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A new entry: its id, its term, and the files with it."""

    id: str
    term: str
    changes: Changes


def answers(body: str) -> dict[str, str]:
    """What stands under each label. A heading inside an answer is part of it unless it is the next label."""
    found: dict[str, list[str]] = {}
    left = list(LABELS)
    current = ""
    for line in body.replace("\r\n", "\n").split("\n"):
        label = line.removeprefix("### ").strip()
        if line.startswith("### ") and label in left:
            left = left[left.index(label) + 1 :]
            current = label
            found[label] = []
        elif current:
            found[current].append(line)
    texts = {label: "\n".join(lines).strip() for label, lines in found.items()}
    return {label: "" if text == _EMPTY else text for label, text in texts.items()}


def draft(kb: KnowledgeBase, told: Mapping[str, str], number: int, today: date) -> Draft:
    """The files of a new entry; raises NoDraftError. ``number`` is that of the issue."""
    term = _name(told.get(TERM, ""))
    if not term or len(term) > _LONGEST_TERM:
        raise NoDraftError("Skriv begrepet i det første feltet, med noen få ord.")
    same = next((near for near in near_names(kb, term) if near.same), None)
    if same is not None:
        raise NoDraftError(
            f"Det finnes et oppslag med dette navnet fra før: {safe(same.name)} ({safe(same.id)}). "
            "Foreslå heller en endring i det."
        )
    id_ = next((row.id for row in kb.planned.values() if row.term == term), "") or proposed_id(term)
    if why := why_not(kb, id_):
        raise NoDraftError(f"Oppslaget kan ikke få denne adressen: {safe(why)}.")
    type_ = told.get(TYPE, "")
    theme = next((theme.id for theme in kb.themes.values() if theme.label == told.get(THEME, "")), "")
    if type_ not in CONCEPT_TYPES or not theme:
        raise NoDraftError("Velg hva slags oppslag det er, og et tema, i skjemaet.")
    start = templates.Start(theme, _name(told.get(AUTHOR, "")), today)
    names = [name for name in map(_name, re.split(r"[,;\n]", told.get(NAMES, ""))) if name]
    text = templates.concept(term, type_, start, templates.Told(_meaning(told), names, _note(told, number)))
    path = f"{kb.settings.concepts}/{id_}.md"
    return Draft(id_, term, {path: text, **work_list.without(kb, id_)})


def _line(text: str) -> str:
    return " ".join(_CONTROL.sub(" ", text).split())


def _name(text: str) -> str:
    """A name without the signs of HTML, links and citations."""
    return _line(re.sub(r"[<>\[\]{}|@`]", " ", text))


def _prose(text: str) -> str:
    """One line of words: no HTML, no links, no citations, and no mark of a list or a heading in front."""
    plain = (
        _BLOCK_MARK.sub("", _line(text), count=1)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
    )
    return re.sub(r"([\\`*_\[\]@!|{}])", r"\\\1", plain)


def _meaning(told: Mapping[str, str]) -> str:
    meaning = _prose(told.get(MEANING, ""))
    return f"{meaning} {TEMPLATE_MARK} kilden." if meaning else TEMPLATE_MARK


def _note(told: Mapping[str, str], number: int) -> str:
    """What the form tells besides, for an HTML comment, which ends at the first «-->»."""
    rows = [f"{label} {_line(told[label])}" for label in (SOURCE, NOTE) if told.get(label)]
    text = " / ".join([f"Fra forslag nummer {number}.", *rows])
    return re.sub(r"[<>]", "", re.sub(r"-{2,}", "–", text)).rstrip("-")


def run(root: Path, event: Mapping[str, object], folder: Path, today: date) -> None:
    issue = event["issue"]
    assert isinstance(issue, Mapping)
    number = int(issue["number"])
    folder.mkdir(parents=True, exist_ok=True)
    try:
        made = draft(load(root), answers(str(issue["body"] or "")), number, today)
    except NoDraftError as error:
        (folder / "answer.md").write_text(f"{error}\n", encoding="utf-8")
        return
    write(folder / "files", made.changes)
    (folder / "id").write_text(f"{made.id}\n", encoding="utf-8")
    (folder / "title").write_text(f"Utkast: {made.term}\n", encoding="utf-8")
    (folder / "answer.md").write_text(
        f"Utkast til oppslaget {safe(made.term)}, fra forslag #{number}.\n\n"
        f"Før det kan tas inn, må noen bytte ut «{TEMPLATE_MARK}» og vise til en kilde. "
        "Slik gjør du det: docs/bidra/uten-git.md.\n",
        encoding="utf-8",
    )


def main(arguments: Sequence[str]) -> None:
    event, folder = map(Path, arguments)
    run(Path(), json.loads(event.read_text(encoding="utf-8")), folder, datetime.now(UTC).date())


if __name__ == "__main__":
    main(sys.argv[1:])
