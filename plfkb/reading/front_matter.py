"""Front matter: YAML between two lines of «---», read with the line of every value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from plfkb.errors import Place, Problem

try:  # the C loader is five times faster; PyYAML lacks it on some platforms
    from yaml import CSafeLoader as _Loader
except ImportError:  # pragma: no cover
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]

_FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class _Complaint:
    """What PyYAML says (a pattern), and what a contributor is told instead.

    ``line`` is a pattern that the line at fault must match. ``opening`` tells that the mistake was made
    where the construct begins, not where YAML gave up.
    """

    said: str
    why: str
    remedy: str
    line: str = ""
    opening: bool = False


_COMPLAINTS = (
    _Complaint(
        r"cannot start any token|while scanning",
        "linja er rykket inn med tabulator",
        "bytt tabulatoren ut med to mellomrom",
        line=r"^ *\t",
    ),
    _Complaint(
        r"mapping values are not allowed",
        "et kolon inne i en verdi kan forveksles med en ny nøkkel",
        'sett anførselstegn ("...") rundt hele verdien, eller skriv «>-» og verdien på neste linje',
    ),
    _Complaint(
        r"while scanning a quoted scalar",
        "et anførselstegn åpnes, men lukkes ikke",
        "avslutt verdien med samme slags anførselstegn som den begynner med",
        opening=True,
    ),
    _Complaint(
        r"while parsing a flow",
        "en liste i klammer er ikke avsluttet",
        "sett «]» (eller «}») på slutten av lista og komma mellom verdiene",
        opening=True,
    ),
    _Complaint(
        r"could not find expected ':'",
        "linja mangler kolon etter nøkkelen, eller hører til en tekst som ikke er rykket inn",
        "skriv «nøkkel: verdi»; går teksten over flere linjer, skriv «>-» etter kolonet og rykk linjene inn",
        opening=True,
    ),
    _Complaint(
        r"did not find expected key|expected <(?:block end|document start)>",
        "linja passer ikke sammen med linja over",
        "rykk nøklene inn like langt, og sjekk at anførselstegn og klammer står der de skal",
    ),
    _Complaint(
        r"sequence entries are not allowed",
        "en liste med bindestreker kan ikke begynne på samme linje som nøkkelen",
        "flytt «- ...» til neste linje, eller skriv lista i klammer: [a, b]",
    ),
    _Complaint(
        r"cannot start any token|unknown escape|alias|anchor|alphabetic",
        "verdien begynner med et tegn som betyr noe eget i YAML (@, `, %, * eller &), eller har en omvendt skråstrek",
        "sett enkle anførselstegn ('...') rundt verdien, eller skriv «>-» og verdien på neste linje",
    ),
    _Complaint(
        r"control characters|unacceptable character|special characters",
        "det står et usynlig styretegn her",
        "slett tegnet, og skriv linja på nytt",
    ),
    _Complaint(
        r"",
        "skrivemåten er ikke gyldig YAML",
        'sammenlikn med et annet oppslag; sett anførselstegn ("...") rundt verdier med spesielle tegn',
    ),
)


@dataclass(frozen=True, slots=True)
class Split:
    """A file taken apart. ``body_line`` is the line on which the body begins."""

    yaml: str
    body: str
    body_line: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A key of a mapping, its value as a YAML node, and their places."""

    key: str
    node: yaml.Node
    place: Place


def split(text: str, path: str) -> Split | Problem:
    """Take a file apart; a Problem (``frontmatter-mangler``) when it has no front matter."""
    first = _FENCE.match(text)
    if first is None:
        begins = text.lstrip().startswith("---")
        why = "det står noe før den første linja «---»" if begins else "opplysningene øverst i fila mangler"
        return Problem("frontmatter-mangler", Place(path, 1), {"why": why})
    last = _FENCE.search(text, first.end())
    if last is None:
        why = "opplysningene øverst i fila avsluttes ikke med «---»"
        return Problem("frontmatter-mangler", Place(path, 1), {"why": why})
    body = text[last.end() :]
    stripped = body.lstrip("\n")
    line = text.count("\n", 0, last.end()) + 1 + len(body) - len(stripped)
    return Split(text[first.end() : last.start()], stripped, line)


def compose(text: str, path: str) -> yaml.Node | Problem | None:
    """The YAML text as nodes; a Problem (``frontmatter-uleselig``) when it is not YAML. Line 1 is «---»."""
    try:
        node: yaml.Node | None = yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError as error:
        return _unreadable(error, text, path)
    return node


def entries(node: yaml.MappingNode, path: str) -> tuple[list[Entry], list[Problem]]:
    """The keys of a mapping in order; the second of two equal keys is complained about and left out."""
    seen: dict[str, int] = {}
    found: list[Entry] = []
    problems: list[Problem] = []
    for key_node, value_node in node.value:
        place = place_of(key_node, path)
        key = key_node.value if isinstance(key_node, yaml.ScalarNode) else "?"
        if key in seen:
            problems.append(Problem("dobbel-nokkel", place, {"key": key, "first": seen[key]}))
            continue
        seen[key] = place.line
        found.append(Entry(key, value_node, place))
    return found, problems


def place_of(node: yaml.Node, path: str) -> Place:
    return Place(path, node.start_mark.line + 1)


def raw_of(node: yaml.Node, source: str) -> str:
    """The value as it stands in the file, from the line on which it begins."""
    return "\n".join(source.split("\n")[node.start_mark.line : node.end_mark.line + 1])


def headings(body: str) -> Iterator[tuple[int, str, int]]:
    """Level, text and line offset of each ATX heading outside fenced code."""
    fence = ""
    for offset, line in enumerate(body.split("\n")):
        mark = re.match(r" {0,3}(`{3,}|~{3,})", line)
        if mark and (not fence or mark[1].startswith(fence)):
            fence = "" if fence else mark[1]
        elif not fence and (heading := re.match(r"(#{1,6})\s+(.+?)\s*#*$", line)):
            yield len(heading[1]), heading[2], offset


def _unreadable(error: yaml.YAMLError, text: str, path: str) -> Problem:
    said = str(error)
    given_up = _line(getattr(error, "problem_mark", None), text, error)
    opened = _line(getattr(error, "context_mark", None), text, error)
    lines = text.split("\n")
    for complaint in _COMPLAINTS:
        line = opened if complaint.opening else given_up
        if re.search(complaint.said, said) and re.search(complaint.line, lines[min(line, len(lines)) - 1]):
            facts = {"why": complaint.why, "remedy": complaint.remedy}
            return Problem("frontmatter-uleselig", Place(path, line), facts)
    raise AssertionError("the last complaint fits everything")


def _line(mark: yaml.Mark | None, text: str, error: yaml.YAMLError) -> int:
    if mark is not None:
        return mark.line + 1
    # A character that may not occur at all: the reader tells only its position.
    position = getattr(error, "position", 0)
    return text.count("\n", 0, position) + 1
