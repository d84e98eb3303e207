"""The blocks of a BibTeX file: every ``@type{…}`` is either read or complained about, never lost.

pybtex's low-level parser does the reading. It is run on one entry at a time, from one ``@type{`` at the start
of a line to the next, because a missing brace would otherwise swallow the rest of the file without a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, MutableMapping
from dataclasses import dataclass
from itertools import pairwise

from pybtex.database.input.bibtex import LowLevelParser, UndefinedMacro
from pybtex.scanner import PybtexSyntaxError

from plfkb.errors import Place, Problem
from plfkb.reading.bibtex_faults import Fault, Stop, diagnose, judge_key, judge_rest
from plfkb.reading.bibtex_places import line_of_field

_TYPE = r"@[ \t]*[^\W\d][\w.:+-]*\s*[{(]"
_START = re.compile(rf"^[ \t]*(?={_TYPE})", re.MULTILINE)
_START_ANYWHERE = re.compile(_TYPE)
_WORD = re.compile(r"@[ \t]*([\w.:+-]+)\s*")
_REMARK = re.compile(r"%[^\n]*")
_AT_LINE = re.compile(r"^[ \t]*@[ \t]*(?!comment\b)(\w+)", re.MULTILINE | re.IGNORECASE)
_AT_ENTRY_LINE = re.compile(
    r"^[ \t]*@[ \t]*(?!comment\b)(\w+)[ \t]+[^\s,={}@]+[ \t]*,", re.MULTILINE | re.IGNORECASE
)
_NO_AT_LINE = re.compile(r"^[ \t]*([A-Za-z]+)[ \t]*\{[^\s,={}]+,[ \t]*$", re.MULTILINE)
_FIELD_INSIDE = re.compile(r"\n[ \t]*([A-Za-z][\w-]*)[ \t]*=[ \t]*[{\"]")


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry as it was read: names and values of fields as written, in order, with macros filled in.

    ``line`` is where the entry's ``@`` stands; ``raw`` is the entry's text.
    """

    type: str
    key: str
    fields: tuple[tuple[str, str], ...]
    line: int
    raw: str

    def line_of(self, field: str, occurrence: int = 1) -> int:
        """The line where a field stands, or the entry's own line when the field is not found."""
        return line_of_field(self.raw, self.line, field, occurrence)


@dataclass(frozen=True, slots=True)
class _Taken:
    """What a block gave, where the text after it starts, and whether that text is outside of everything."""

    items: tuple[Entry | Problem, ...]
    rest: int
    judge: bool


def read_entries(text: str, path: str, macros: MutableMapping[str, str]) -> Iterator[Entry | Problem]:
    r"""Every entry of a file, and a problem for everything that cannot be read as it stands.

    ``text`` has ``\n`` as line ends. The file's ``@string`` definitions are added to ``macros``.
    """
    starts = [match.end() for match in _START.finditer(text)]
    file = _File(path, macros)
    yield from file.outside(text[: starts[0]] if starts else text, 1, alone=not starts)
    line, position = 1, 0
    for start, end in pairwise([*starts, len(text)]):
        line += text.count("\n", position, start)
        position = start
        yield from file.segment(text[start:end], line)


@dataclass(frozen=True, slots=True)
class _Parsed:
    """What the parser made of a block that ends at ``end``; ``undefined`` pairs fields with unknown macros."""

    key: str
    fields: tuple[tuple[str, str], ...]
    end: int
    stops: tuple[Stop, ...]
    undefined: tuple[tuple[str, str], ...]


class _File:
    """Reads one file, segment by segment; keeps count of ``@comment``s that still wait for their ``}``."""

    def __init__(self, path: str, macros: MutableMapping[str, str]) -> None:
        self.path = path
        self.macros = macros
        self.open_comments = 0

    def segment(self, text: str, line: int) -> Iterator[Entry | Problem]:
        """The block that starts ``text``, and any that follow it on the same lines."""
        start: int | None = 0
        while start is not None:
            word = _WORD.match(text, start)
            kind = word.group(1).lower() if word else ""
            read = self._comment if kind == "comment" else self._block
            taken = read(text, start, line, kind)
            yield from taken.items
            start = _next_start(text, taken.rest)
            between, between_line = text[taken.rest : start], _line(line, text, taken.rest)
            if taken.judge:
                yield from self.outside(between, between_line)
            else:  # what follows a mistake belongs to the broken entry, unless it opens one of its own
                yield from self._unopened(between, between_line, _AT_ENTRY_LINE, "bib-at-uten-klamme")

    def outside(self, text: str, line: int, *, alone: bool = False) -> Iterator[Problem]:
        """Complaints about text that stands outside all entries; ``alone`` when the file has no entries."""
        text, closed = self._loose(text)
        self.open_comments -= closed
        if not text.strip():
            return
        found = False
        for pattern, rule in ((_AT_LINE, "bib-at-uten-klamme"), (_NO_AT_LINE, "bib-uten-alfakroll")):
            for problem in self._unopened(text, line, pattern, rule):
                found = True
                yield problem
        if not found:
            words = text.split()
            excerpt = " ".join(words[:6]) + (" …" if len(words) > 6 else "")
            place = Place(self.path, _line(line, text, len(text) - len(text.lstrip())))
            yield Problem("bib-ikke-bibtex" if alone else "bib-tekst-utenfor", place, {"text": excerpt})

    def _unopened(self, text: str, line: int, pattern: re.Pattern[str], rule: str) -> Iterator[Problem]:
        """Entries that begin without their ``@`` or their brace."""
        for match in pattern.finditer(text):
            place = Place(self.path, _line(line, text, match.start(1)))
            yield Problem(rule, place, {"type": match.group(1)})

    def _loose(self, text: str) -> tuple[str, int]:
        """``text`` without remarks after ``%``, and without the braces that close open comments (how many?)."""
        text = _REMARK.sub("", text)
        closed = 0
        while closed < self.open_comments and text.lstrip().startswith("}"):
            text = text.replace("}", " ", 1)
            closed += 1
        return text, closed

    def _comment(self, text: str, start: int, line: int, _kind: str) -> _Taken:
        """BibTeX reads an entry inside ``@comment{…}`` all the same, and so must we: nothing is hidden."""
        end = _closing_brace(text, start)
        inner = _next_start(text, start + 1)
        if end is not None and (inner is None or inner > end):
            return _Taken((), end, judge=True)
        self.open_comments += 1
        problem = Problem("bib-i-kommentar", Place(self.path, _line(line, text, start)))
        return _Taken((problem,), len(text) if inner is None else inner, judge=False)

    def _block(self, text: str, start: int, line: int, kind: str) -> _Taken:
        """An entry, ``@string`` or ``@preamble``."""
        parsed = _parse(text, start, self.macros)
        own_line = _line(line, text, start)
        if kind in ("string", "preamble"):
            if not parsed.stops:
                return _Taken((), parsed.end, judge=True)
            problem = Problem("bib-streng-uleselig", Place(self.path, own_line), {"type": kind})
            return _Taken((problem,), start + 1, judge=False)
        fault = self._fault(text, start, parsed)
        if fault is not None:
            place = Place(self.path, _line(line, text, start if fault.position is None else fault.position))
            facts = {"type": kind, "key": parsed.key, "line": own_line, **fault.facts}
            if fault.hint is not None:
                facts["hint"] = _line(line, text, fault.hint)
            return _Taken((Problem(fault.rule, place, facts),), start + 1, judge=False)
        entry = Entry(kind, parsed.key, parsed.fields, own_line, text[start : parsed.end])
        return _Taken((entry, *self._doubts(entry, parsed.undefined)), parsed.end, judge=True)

    def _fault(self, text: str, start: int, parsed: _Parsed) -> Fault | None:
        """Why the entry at ``start`` is lost, or None when all of it was read."""
        if fault := judge_key(text, start):
            return fault
        if parsed.stops:
            return diagnose(parsed.stops[0], parsed.fields, {field.lower() for field, _ in parsed.undefined})
        rest, _ = self._loose(text[parsed.end : _next_start(text, parsed.end)])
        return judge_rest(rest, parsed.end)

    def _doubts(self, entry: Entry, undefined: Iterable[tuple[str, str]]) -> Iterator[Problem]:
        """What is wrong with an entry that can still be read."""
        for field, macro in undefined:
            place = Place(self.path, entry.line_of(field))
            yield Problem("bib-ukjent-streng", place, {"key": entry.key, "field": field, "name": macro})
        for field, value in entry.fields:
            if found := _FIELD_INSIDE.search(value):
                place = Place(self.path, entry.line_of(field))
                facts = {"key": entry.key, "field": field, "inner": found.group(1)}
                yield Problem("bib-felt-i-felt", place, facts)


def _parse(text: str, start: int, macros: MutableMapping[str, str]) -> _Parsed:
    """Run the parser on the block at ``start``; it stops at the end of the block or at the first mistake."""
    stops: list[Stop] = []
    undefined: list[tuple[str, str]] = []

    def note(error: PybtexSyntaxError) -> None:
        field = parser.current_field_name or ""
        if isinstance(error, UndefinedMacro):
            undefined.append((field, str(error.args[0])))
        else:
            stops.append(Stop(error, text, start, parser.pos, field))

    parser = LowLevelParser(text, macros=macros, handle_error=note)
    parser.command_start, parser.pos = start, start + 1
    try:
        parser.parse_command()
    except PybtexSyntaxError as error:  # not even «@type{» could be read
        note(error)
    fields = tuple((name, "".join(parts)) for name, parts in parser.current_fields or ())
    return _Parsed(parser.current_entry_key or "", fields, parser.pos, tuple(stops), tuple(undefined))


def _line(first: int, text: str, position: int) -> int:
    return first + text.count("\n", 0, position)


def _next_start(text: str, position: int) -> int | None:
    """Where the next ``@type{`` stands that is not behind a ``%``."""
    for found in _START_ANYWHERE.finditer(text, position):
        line_start = text.rfind("\n", 0, found.start()) + 1
        if "%" not in text[max(line_start, position) : found.start()]:
            return found.start()
    return None


def _closing_brace(text: str, start: int) -> int | None:
    """The position after the brace that closes the block at ``start``, or None."""
    depth = 0
    for found in re.finditer(r"[{}]", text[start:]):
        depth += 1 if found.group() == "{" else -1
        if depth == 0:
            return start + found.end()
    return None
