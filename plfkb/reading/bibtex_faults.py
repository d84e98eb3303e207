"""What a person most likely did wrong when an entry cannot be read.

The parser speaks of tokens that it expected. Here its position, and the text before and after it, are turned
into a named rule: «a comma is missing before the field title».
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from pybtex.scanner import PrematureEOF, PybtexSyntaxError

from plfkb.languages import Said

LOSING = frozenset(
    {
        "bib-anforselstegn",
        "bib-dobbel-nokkel",
        "bib-feltnavn",
        "bib-klamme-for-mye",
        "bib-klamme-mangler",
        "bib-kommentar-i-oppforing",
        "bib-mangler-komma",
        "bib-nokkel-mellomrom",
        "bib-uleselig",
        "bib-uten-klammer",
        "bib-uten-nokkel",
        "bib-uten-verdi",
    }
)
"""The rules whose breach means that an entry was not read. Each lost entry breaks exactly one of them."""

_HEAD = re.compile(r"@[^{(]*[{(]([^,={}\"]*)([,={}\")]|$)")
_NEXT_FIELD = re.compile(r"\s*([A-Za-z][\w-]*)\s*=")
_NEXT_ODD_FIELD = re.compile(r"\s*([^\s=,{}\"]+)\s*=")
_LAST_FIELD = re.compile(r"([A-Za-z][^\s=,{}\"]*)\s*=\s*([{\"]?)")
_EXCERPT = 30


@dataclass(frozen=True, slots=True)
class Stop:
    """Where the parser gave up: at ``position`` of ``text``, in the entry that starts at ``start``."""

    error: PybtexSyntaxError
    text: str
    start: int
    position: int
    field: str

    @property
    def before(self) -> str:
        return self.text[self.start : self.position].rstrip()

    @property
    def after(self) -> str:
        return self.text[self.position :].lstrip()


@dataclass(frozen=True, slots=True)
class Fault:
    """A broken rule. ``position`` is where in the text the mistake stands; None means the entry as a whole.

    ``hint`` is another position that helps to find it.
    """

    rule: str
    position: int | None = None
    facts: dict[str, object] = field(default_factory=dict)
    hint: int | None = None


def judge_key(text: str, start: int) -> Fault | None:
    """A fault of the key of the entry that starts at ``start``, or None."""
    head = _HEAD.match(text, start)
    if head is None:
        return None  # not even «@type{»: the parser has said so
    words, sign = head.group(1).split(), head.group(2)
    if sign == "=" and len(words) <= 1:
        return Fault("bib-uten-nokkel", facts={"key": ""})
    if sign == "=" and len(words) == 2:
        return None  # no comma after the key: BibTeX reads it, and nothing is lost
    if not words or sign in ('"', "{"):
        return Fault("bib-uten-nokkel", facts={"key": ""})
    if len(words) > 1:
        return Fault("bib-nokkel-mellomrom", facts={"key": words[0], "written": " ".join(words)})
    return None


def judge_rest(rest: str, position: int) -> Fault | None:
    """A fault of what follows an entry: more of the same entry means that a brace closed it too early.

    ``rest`` starts at ``position`` of the text, and runs to the next entry.
    """
    found = rest.strip()
    if found.startswith((",", "}", ")")) or _NEXT_FIELD.match(found):
        return Fault("bib-klamme-for-mye", position, {"what": Said("oppføringen", "the entry")})
    return None


def diagnose(stop: Stop, fields: Sequence[tuple[str, object]], bare: Collection[str]) -> Fault:
    """The likeliest fault behind a stop. ``bare`` names the fields with a value that is no known macro."""
    if isinstance(stop.error, PrematureEOF):
        return _unclosed(stop)
    expected = str(stop.error.args[0])
    last = stop.field or (str(fields[-1][0]) if fields else "")
    end = stop.start + len(stop.before)
    after = stop.after
    if after.startswith("%"):
        return Fault("bib-kommentar-i-oppforing", stop.text.index("%", end))
    if expected == "field value expected":
        rule = "bib-uten-verdi" if after[:1] in (",", "}", ")", "") else "bib-uten-klammer"
        return Fault(rule, end, {"field": last})
    if expected == "unbalanced braces":
        return Fault("bib-anforselstegn", end, {"field": last})  # braces count between quotation marks too
    if expected == "'=' expected":
        return _no_equals_sign(stop, fields, bare)
    if stop.before.endswith('"') and not _comma_is_missing(after):
        return Fault("bib-anforselstegn", end, {"field": last})
    if found := _NEXT_FIELD.match(after):
        return Fault("bib-mangler-komma", end, {"field": found.group(1)})
    if found := _NEXT_ODD_FIELD.match(after):
        return Fault("bib-feltnavn", end, {"field": found.group(1)})
    if last and stop.before[-1:] not in ("}", '"', "{", ","):
        return Fault("bib-uten-klammer", end, {"field": last})
    if stop.before.endswith("}") and after[:1].isalnum() and last:
        return Fault("bib-klamme-for-mye", end, {"what": Said(f"feltet «{last}»", f"the field “{last}”")})
    if last.lower() in bare or (stop.before.endswith(",") and fields and after[:1].isalnum()):
        return Fault("bib-uten-klammer", end, {"field": str(fields[-1][0]) if fields else last})
    return _unreadable(stop)


def _comma_is_missing(after: str) -> bool:
    return _NEXT_FIELD.match(after) is not None


def _no_equals_sign(stop: Stop, fields: Sequence[tuple[str, object]], bare: Collection[str]) -> Fault:
    """The parser took a word for the name of a field, but no «=» follows."""
    end = stop.start + len(stop.before)
    letters = re.match(r"[^\s=,{}\"]+\s*=", stop.text[stop.position :])
    if letters and stop.before.endswith(stop.field):
        return Fault("bib-feltnavn", end, {"field": stop.field + letters.group().rstrip("= \t\n")})
    previous = str(fields[-1][0]) if fields else ""
    if previous.lower() in bare:
        return Fault("bib-uten-klammer", end, {"field": previous})
    return _unreadable(stop)


def _unclosed(stop: Stop) -> Fault:
    """The entry ran on to the next one: a field lacks its end, or the entry as a whole does."""
    before = stop.before
    whole = not stop.field or (before.endswith(("}", '"')) and before.rpartition("\n")[2].strip() != "}")
    if not whole:
        openings = [
            found
            for found in _LAST_FIELD.finditer(stop.text, stop.start)
            if found.group(1).lower() == stop.field.lower() and found.group(2)
        ]
        if openings:
            found = openings[-1]
            sign = "}" if found.group(2) == "{" else found.group(2)
            where = Said(f"på slutten av feltet «{stop.field}»", f"at the end of the field “{stop.field}”")
            facts: dict[str, object] = {"sign": sign, "where": where}
            return Fault("bib-klamme-mangler", None, facts, found.start())
    end = stop.start + len(before)
    return Fault(
        "bib-klamme-mangler", None, {"sign": "}", "where": Said("helt til slutt", "at the very end")}, end
    )


def _unreadable(stop: Stop) -> Fault:
    excerpt = " ".join(stop.after[:_EXCERPT].split()) or Said("slutten av fila", "the end of the file")
    return Fault("bib-uleselig", stop.start + len(stop.before), {"text": excerpt})
