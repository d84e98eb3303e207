"""Rules about what pages ask for in comments (``plfkb.reading.inserts``)."""

from __future__ import annotations

from collections.abc import Iterator

from plfkb.errors import Place, Problem
from plfkb.languages import Said
from plfkb.model import KnowledgeBase
from plfkb.norwegian.suggest import suggestion
from plfkb.reading import inserts
from plfkb.reading.prose import without_code


def requests(kb: KnowledgeBase) -> Iterator[Problem]:
    """``innskudd-uleselig`` and ``innskudd-ukjent``: the insert exists, and its arguments lead somewhere."""
    for document in kb.documents:
        for insert in inserts.find(without_code(document.body.markdown)):
            place = document.body.place_of("", insert.start)
            yield from _judge(kb, insert, place)
        for written, start in inserts.misses(without_code(document.body.markdown)):
            yield Problem("innskudd-uleselig", document.body.place_of("", start), {"text": written})


def _judge(kb: KnowledgeBase, insert: inserts.Insert, place: Place) -> Iterator[Problem]:
    known: tuple[str, ...] = ()
    if insert.name not in inserts.NAMES:
        names = ", ".join(inserts.NAMES)
        listed = Said(f"bruk ett av disse: {names}", f"use one of these: {names}")
        hint = suggestion(insert.name, inserts.NAMES, listed)
        facts = {"name": insert.name, "why": Said("det finnes ikke", "it does not exist"), "suggestion": hint}
        yield Problem("innskudd-ukjent", place, facts)
        return
    if insert.name == "sammenlikninger":
        known = (*kb.comparisons, *kb.planned)
    elif insert.name == "kilder":
        known = tuple(kb.sources)
    for argument in insert.arguments:
        if argument in known or (insert.name == "kilder" and inserts.is_filter(argument)):
            continue
        facts = {
            "name": insert.name,
            "why": Said(f"«{argument}» er ukjent", f"“{argument}” is unknown"),
            "suggestion": suggestion(argument, known, _otherwise(insert.name, known)),
        }
        yield Problem("innskudd-ukjent", place, facts)


def _otherwise(name: str, known: tuple[str, ...]) -> Said:
    if not known:
        return Said("ta bort det som står etter navnet", "take away what stands after the name")
    if name != "kilder":
        return Said("bruk en id som finnes", "use an id that exists")
    filters = ", ".join(inserts.FILTERS)
    return Said(
        f"bruk en nøkkel som finnes, eller et filter: {filters}",
        f"use a key that exists, or a filter: {filters}",
    )
