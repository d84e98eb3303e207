"""Rules about the drawing of a model."""

from __future__ import annotations

from collections.abc import Iterator

from plfkb.errors import Problem
from plfkb.languages import Said
from plfkb.model import Concept, KnowledgeBase

_LOOPS = "sloyfer"


def fitting(kb: KnowledgeBase) -> Iterator[Problem]:
    """``tegning-passer-ikke``: the parts are such as the form asks for."""
    for concept in kb.concepts.values():
        if concept.drawing not in ("", "ingen"):
            yield from _enough(concept)
        yield from _loops(concept)


def _enough(concept: Concept) -> Iterator[Problem]:
    count = sum(part.ordered for part in concept.parts)
    if count < 2:
        why = Said(
            f"«drawing: {concept.drawing}» trenger minst to deler, og oppslaget har {count} som ikke er «utenfor»",
            f"“drawing: {concept.drawing}” needs at least two parts, and the entry has {count} that are not “utenfor”",
        )
        remedy = Said(
            "skriv minst to deler under «parts», eller stryk linja med «drawing»",
            "write at least two parts under “parts”, or delete the line with “drawing”",
        )
        yield Problem("tegning-passer-ikke", concept.place, {"why": why, "remedy": remedy})


def _loops(concept: Concept) -> Iterator[Problem]:
    """A loop leads from the last part back to an earlier one, and only one form shows it."""
    ordered = [part for part in concept.parts if part.ordered]
    looped = [part for part in concept.parts if part.loop]
    if concept.drawing == _LOOPS and not looped and len(ordered) > 1:
        first = ordered[0].label
        why = Said(
            "«drawing: sloyfer» trenger navnet på minst én sløyfe",
            "“drawing: sloyfer” needs the name of at least one loop",
        )
        remedy = Said(
            f"skriv «loop: ...» på delen som sløyfa fører tilbake til, for eksempel «{first}»",
            f"write “loop: ...” on the part that the loop leads back to, for instance “{first}”",
        )
        yield Problem("tegning-passer-ikke", concept.place, {"why": why, "remedy": remedy})
    for part in looped:
        if concept.drawing != _LOOPS:
            why = Said(
                f"delen «{part.label}» har «loop», men tegningen er ikke av slaget «sloyfer»",
                f"the part “{part.label}” has “loop”, but the drawing is not of the kind “sloyfer”",
            )
            remedy = Said(
                "skriv «drawing: sloyfer», eller stryk «loop»", "write “drawing: sloyfer”, or delete “loop”"
            )
        elif not part.ordered or part is ordered[-1]:
            why = Said(
                f"sløyfa «{part.loop}» fører ikke tilbake til noe, for «{part.label}» er den siste delen eller «utenfor»",
                f"the loop “{part.loop}” leads back to nothing, for “{part.label}” is the last part or “utenfor”",
            )
            remedy = Said(
                "flytt «loop» til en tidligere del, eller sett delen lenger fram",
                "move “loop” to an earlier part, or put the part further ahead",
            )
        else:
            continue
        yield Problem("tegning-passer-ikke", part.place, {"why": why, "remedy": remedy})
