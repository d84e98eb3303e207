"""Names as a reference list and a text print them (rules T2, T3, L1–L3, L7, L14, L15)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plfkb.norwegian.words import Words
from plfkb.works import Name, Names

ET_AL = "et al."
MOST_IN_LIST = 20  # rule L3: from 21 names on, the first 19 and the last
_PARTS = re.compile(r"[^\s.]+\.?|\.")
_HYPHEN = re.compile("[-\u2010\u2011\u2013]")


def surname(name: Name) -> str:
    """«van Manen», «d'Ortue», or the whole name of an organisation."""
    if not name.particle:
        return name.family
    return name.particle + ("" if name.particle.endswith(("'", "’")) else " ") + name.family


def initials(name: Name) -> str:
    """«B. P.», «A.-C.»; what is already shortened stays, «Aa.» (rule L1)."""
    return " ".join(_initial(part) for given in name.given for part in _PARTS.findall(given))


def _initial(part: str) -> str:
    if part.isupper() and part.isalpha() and 1 < len(part) < 4:
        return " ".join(f"{letter}." for letter in part)  # «KG» is two initials whose stops are missing
    return "-".join(_shortened(half) for half in _HYPHEN.split(part) if half)


def _shortened(part: str) -> str:
    if part.endswith("."):
        return part
    letter = next((sign for sign in part if sign.isalnum()), "")
    return f"{letter}." if letter else part


def inverted(name: Name) -> str:
    """«Hansen, B. P.», «King, M. L., Jr.»; an organisation as it is written."""
    if name.organisation:
        return name.family
    return ", ".join(filter(None, (surname(name), initials(name), name.suffix)))


def upright(name: Name) -> str:
    """«E. S. Tønnessen», as editors and translators are printed after a title."""
    if name.organisation:
        return name.family
    return ", ".join(filter(None, (f"{initials(name)} {surname(name)}".strip(), name.suffix)))


def enumerated(parts: Sequence[str], last: str, *, comma: bool) -> str:
    """«A, B & C»; with ``comma`` there is one before the last sign as well."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])}{',' * comma} {last} {parts[-1]}"


def author_list(names: Names, words: Words) -> str:
    """The names that open an entry of the list, all inverted."""
    return _list([inverted(name) for name in names.names], names.others, words, comma=words.and_comma)


def contributor_list(names: Names, words: Words) -> str:
    """Editors or translators inside an entry, not inverted."""
    parts = [upright(name) for name in names.names]
    return _list(parts, names.others, words, comma=words.and_comma and len(parts) > 2)


def _list(parts: list[str], others: bool, words: Words, *, comma: bool) -> str:
    if others:  # open question O12
        return f"{', '.join(parts)}{',' * words.and_comma} {ET_AL}" if parts else ""
    if len(parts) > MOST_IN_LIST:
        return f"{', '.join(parts[: MOST_IN_LIST - 1])}, … {parts[-1]}"
    return enumerated(parts, "&", comma=comma)


def label_names(names: Names, *, with_initials: bool) -> tuple[str, ...]:
    """Every name as a citation would print it; the first one with initials if they are needed (T12)."""
    plain = [surname(name) for name in names.names]
    if with_initials and names.names:
        plain[0] = upright(names.names[0])
    return tuple(plain)


def shortened(labels: Sequence[str], shown: int, *, others: bool) -> tuple[tuple[str, ...], bool]:
    """The names to print when ``shown`` are wanted, and whether «et al.» follows (T3, T20)."""
    if len(labels) + others <= 2 and not others:
        return tuple(labels), False
    return tuple(labels[:shown]), others or shown < len(labels)


def label(labels: Sequence[str], *, et_al: bool, last: str, words: Words) -> str:
    """The names of a citation: «Eriksen & Germeten», «Cheng et al.»; ``last`` is «&» or «og»."""
    if not et_al:
        return enumerated(labels, last, comma=words.and_comma and len(labels) > 2)
    # Open question O5: no comma before «et al.» in Norwegian, however many names stand before it.
    return f"{', '.join(labels)}{',' * (words.and_comma and len(labels) > 1)} {ET_AL}"
