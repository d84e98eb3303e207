"""What a person most likely did wrong when YAML cannot be read, told as a contributor would say it."""

from __future__ import annotations

import re
from dataclasses import dataclass

import yaml

from plfkb.errors import Place, Problem
from plfkb.languages import Said


@dataclass(frozen=True, slots=True)
class _Complaint:
    """What PyYAML says (a pattern), and what a contributor is told instead.

    ``line`` is a pattern that the line at fault must match. ``opening`` tells that the mistake was made
    where the construct begins, not where YAML gave up.
    """

    said: str
    why: Said
    remedy: Said
    line: str = ""
    opening: bool = False


_COMPLAINTS = (
    _Complaint(
        r"cannot start any token|while scanning",
        Said("linja er rykket inn med tabulator", "the line is indented with a tab"),
        Said("bytt tabulatoren ut med to mellomrom", "replace the tab by two spaces"),
        line=r"^ *\t",
    ),
    _Complaint(
        r"",
        Said(
            "linja har et hardt mellomrom, som ikke synes",
            "the line has a non-breaking space, which cannot be seen",
        ),
        Said("slett det, og skriv et vanlig mellomrom", "delete it, and write an ordinary space"),
        line=r"^[ ]*\u00a0|^[^:#]*:\u00a0|^\s*-\u00a0",
        opening=True,
    ),
    _Complaint(
        r"mapping values are not allowed",
        Said(
            "et kolon inne i en verdi kan forveksles med en ny nøkkel",
            "a colon inside a value can be mistaken for a new key",
        ),
        Said(
            'sett anførselstegn ("...") rundt hele verdien, eller skriv «>-» og verdien på neste linje',
            'put quotation marks ("...") around the whole value, or write “>-” and the value on the next line',
        ),
    ),
    _Complaint(
        r"while scanning a quoted scalar",
        Said("et anførselstegn åpnes, men lukkes ikke", "a quotation mark is opened, but not closed"),
        Said(
            "avslutt verdien med samme slags anførselstegn som den begynner med",
            "end the value with the same kind of quotation mark as it begins with",
        ),
        opening=True,
    ),
    _Complaint(
        r"while parsing a flow",
        Said("en liste i klammer er ikke avsluttet", "a list in brackets is not closed"),
        Said(
            "sett «]» (eller «}») på slutten av lista og komma mellom verdiene",
            "put “]” (or “}”) at the end of the list and commas between the values",
        ),
        opening=True,
    ),
    _Complaint(
        r"could not find expected ':'",
        Said(
            "linja mangler kolon etter nøkkelen, eller hører til en tekst som ikke er rykket inn",
            "the line lacks a colon after the key, or belongs to a text that is not indented",
        ),
        Said(
            "skriv «nøkkel: verdi»; går teksten over flere linjer, skriv «>-» etter kolonet og rykk linjene inn",
            "write “key: value”; if the text runs over several lines, write “>-” after the colon and indent the lines",
        ),
        opening=True,
    ),
    _Complaint(
        r"did not find expected key|expected <(?:block end|document start)>",
        Said("linja passer ikke sammen med linja over", "the line does not go with the line above"),
        Said(
            "rykk nøklene inn like langt, og sjekk at anførselstegn og klammer står der de skal",
            "indent the keys equally, and see that quotation marks and brackets stand where they should",
        ),
    ),
    _Complaint(
        r"sequence entries are not allowed",
        Said(
            "en liste med bindestreker kan ikke begynne på samme linje som nøkkelen",
            "a list with hyphens cannot begin on the line of its key",
        ),
        Said(
            "flytt «- ...» til neste linje, eller skriv lista i klammer: [a, b]",
            "move “- ...” to the next line, or write the list in brackets: [a, b]",
        ),
    ),
    _Complaint(
        r"cannot start any token|unknown escape|alias|anchor|alphabetic",
        Said(
            "verdien begynner med et tegn som betyr noe eget i YAML (@, `, %, * eller &), eller har en omvendt skråstrek",
            "the value begins with a character that has a meaning of its own in YAML (@, `, %, * or &), or has a backslash",
        ),
        Said(
            "sett enkle anførselstegn ('...') rundt verdien, eller skriv «>-» og verdien på neste linje",
            "put single quotation marks ('...') around the value, or write “>-” and the value on the next line",
        ),
    ),
    _Complaint(
        r"control characters|unacceptable character|special characters",
        Said("det står et usynlig styretegn her", "there is an invisible control character here"),
        Said("slett tegnet, og skriv linja på nytt", "delete the character, and write the line anew"),
    ),
    _Complaint(
        r"",
        Said("skrivemåten er ikke gyldig YAML", "this is not valid YAML"),
        Said(
            'sammenlikn med et annet oppslag; sett anførselstegn ("...") rundt verdier med spesielle tegn',
            'compare with another entry; put quotation marks ("...") around values with special characters',
        ),
    ),
)


def unreadable(error: yaml.YAMLError, text: str, path: str) -> Problem:
    """The complaint about a text that is not YAML (``frontmatter-uleselig``). Line 1 of ``text`` is line 1 of the file."""
    said = str(error)
    given_up = _line(getattr(error, "problem_mark", None), text)
    opened = _line(getattr(error, "context_mark", None), text)
    lines = text.split("\n")
    for complaint in _COMPLAINTS:
        line = opened if complaint.opening else given_up
        if re.search(complaint.said, said) and re.search(complaint.line, lines[min(line, len(lines)) - 1]):
            facts = {"why": complaint.why, "remedy": complaint.remedy}
            return Problem("frontmatter-uleselig", Place(path, line), facts)
    raise AssertionError("the last complaint fits everything")


def too_deep(line: int, path: str) -> Problem:
    """The complaint about lists inside lists without end."""
    why = Said(
        "lister og tabeller står for mange nivåer inne i hverandre",
        "lists and tables stand too many levels inside each other",
    )
    remedy = Said(
        "ta bort klammer eller bindestreker som er for mange",
        "take away brackets or hyphens that are too many",
    )
    return Problem("frontmatter-uleselig", Place(path, line), {"why": why, "remedy": remedy})


def _line(mark: yaml.Mark | None, text: str) -> int:
    if mark is not None:
        return mark.line + 1
    # A character that may not occur at all. The C loader tells its position in bytes, the other one in characters.
    forbidden = yaml.reader.Reader.NON_PRINTABLE.search(text)
    return text.count("\n", 0, forbidden.start()) + 1 if forbidden else 1
