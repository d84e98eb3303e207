"""Rules about what pages ask for in comments (``plfkb.reading.inserts``)."""

from __future__ import annotations

from collections.abc import Iterator

from plfkb.errors import Place, Problem
from plfkb.model import KnowledgeBase
from plfkb.norwegian.suggest import suggestion
from plfkb.reading import inserts
from plfkb.reading.prose import without_code


def requests(kb: KnowledgeBase) -> Iterator[Problem]:
    """``innskudd-ukjent``: the insert exists, and its arguments lead somewhere."""
    for document in kb.documents:
        for insert in inserts.find(without_code(document.body.markdown)):
            place = document.body.place_of("", insert.start)
            yield from _judge(kb, insert, place)


def _judge(kb: KnowledgeBase, insert: inserts.Insert, place: Place) -> Iterator[Problem]:
    known: tuple[str, ...] = ()
    if insert.name not in inserts.NAMES:
        hint = suggestion(insert.name, inserts.NAMES, "bruk ett av disse: " + ", ".join(inserts.NAMES))
        facts = {"name": insert.name, "why": "det finnes ikke", "suggestion": hint}
        yield Problem("innskudd-ukjent", place, facts)
        return
    if insert.name == "sammenlikninger":
        known = (*kb.comparisons, *kb.planned)
    elif insert.name == "kilder":
        known = tuple(kb.sources)
    for argument in insert.arguments:
        if argument in known or (insert.name == "kilder" and inserts.is_filter(argument)):
            continue
        filters = f" eller et filter: {', '.join(inserts.FILTERS)}" if insert.name == "kilder" else ""
        otherwise = (
            f"bruk en nøkkel eller id som finnes{filters}" if known else "ta bort det som står etter navnet"
        )
        facts = {
            "name": insert.name,
            "why": f"«{argument}» er ukjent",
            "suggestion": suggestion(argument, known, otherwise),
        }
        yield Problem("innskudd-ukjent", place, facts)
