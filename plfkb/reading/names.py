"""Lists of names as BibTeX writes them: «Postholm, May Britt and {Norges forskningsråd} and others»."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pybtex.bibtex.utils import split_name_list, split_tex_string
from pybtex.database import Person

from plfkb.reading.latex import decode, squeeze
from plfkb.works import Name, Names

_PARTICLES = frozenset({
    "'d", "'t", "af", "al", "am", "auf", "aus", "av", "ben", "bin", "d'", "da", "dal", "dalla", "das", "de", "de'",
    "dei", "del", "della", "den", "der", "des", "di", "do", "dos", "du", "d’", "e", "el", "het", "i", "ibn", "in",
    "la", "las", "le", "les", "lo", "los", "op", "san", "st.", "te", "ten", "ter", "tot", "und", "van", "vande",
    "vanden", "vander", "vom", "von", "vor", "y", "zu", "zum", "zur",
})  # fmt: skip
_ORGANISATION = re.compile(
    r"(departement(et)?|direktorat(et)?|kommune|fylkeskommune|forbund(et)?|universitet(et)?|høgskole(n|a)?|"
    r"skole(n|a)?|institutt(et)?|senter|senteret|sentrum|utvalg(et)?|gruppa|gruppen|gruppe|råd(et)?|nemnda|"
    r"tilsyn(et)?|tinget|kommisjon(en)?|foreningen|forening|stiftelsen|verket|etaten|"
    r"university|ministry|department|institute|council|association|organi[sz]ation|committee|agency)$",
    re.IGNORECASE,
)
_AND_OTHERS = re.compile(r"[\s,]*\b(et\.? al\.?|m\.? ?fl\.?|med flere|m\.fl\.)$", re.IGNORECASE)
_WRONG_SIGN = re.compile(r"\s(og|&|\\&|und)\s|\s*(;)\s*")
_INNER_STOP = re.compile(r"(?<=\.)(?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class NameFault:
    """A rule about names that is broken, with its facts (``name`` is the text in question)."""

    rule: str
    facts: dict[str, object]


@dataclass(frozen=True, slots=True)
class ReadNames:
    """The names of a field, the rules they break, and the LaTeX commands in them that are unknown."""

    names: Names
    faults: tuple[NameFault, ...] = ()
    unknown: tuple[str, ...] = ()


def read_names(value: str) -> ReadNames:
    """The names in a field. Never raises: a name that cannot be taken apart is kept whole."""
    value = squeeze(value)
    if not value:
        return ReadNames(Names())
    texts = split_name_list(value)
    others = texts[-1].lower() == "others"
    if others:
        texts = texts[:-1]
    names: list[Name] = []
    faults: list[NameFault] = []
    unknown: list[str] = []
    for text in texts:
        text, cut = _cut_and_others(text)
        if cut:
            others = True
            faults.append(NameFault("bib-navn-mfl", {"name": cut}))
        if not text.strip(" ,") or re.match(r"(?i)and\s|and$", text) or re.search(r"(?i)\sand$", text):
            faults.append(NameFault("bib-navn-tomt", {"name": value}))
            text = re.sub(r"(?i)^and\s+|\s+and$|^and$", "", text)
            if not text.strip(" ,"):
                continue
        name, fault, odd = _read_name(text)
        unknown.extend(odd)
        if not name.family:  # nothing but commands and braces
            faults.append(NameFault("bib-navn-tomt", {"name": value}))
            continue
        names.append(name)
        if fault is not None:
            faults.append(fault)
    return ReadNames(Names(tuple(names), others), tuple(faults), tuple(dict.fromkeys(unknown)))


def _cut_and_others(text: str) -> tuple[str, str]:
    """``text`` without «et al.» or «mfl.» at its end, and those words (or an empty string)."""
    found = _AND_OTHERS.search(text)
    if found is None or text.startswith("{"):
        return text, ""
    return text[: found.start()], found.group(1)


def _read_name(text: str) -> tuple[Name, NameFault | None, tuple[str, ...]]:
    if _in_braces(text):
        decoded = decode(text)
        return Name(decoded.text, organisation=True), None, decoded.unknown
    parts = split_tex_string(text, ",")
    joined = _joined_with(text, len(parts))
    if joined:
        fault = NameFault("bib-navn-skilletegn", {"name": text, "sign": joined})
        return Name(decode(text).text, organisation=True), fault, ()
    if len(parts) > 3:
        fault = NameFault("bib-navn-komma", {"name": text})
        return Name(decode(text).text, organisation=True), fault, ()
    if len(parts) == 1 and _looks_like_organisation(text):
        name = decode(text).text
        return Name(name, organisation=True), NameFault("bib-navn-organisasjon", {"name": name}), ()
    return _person(text)


def _in_braces(text: str) -> bool:
    r"""Whether one pair of braces holds the whole name. ``{\O}yvind`` and ``{A} {B}`` are no such names."""
    if not (text.startswith("{") and text.endswith("}")) or re.match(r"\{\\\W?\w*\s?\w?\}$", text):
        return False
    depth = 0
    for position, sign in enumerate(text):
        depth += (sign == "{") - (sign == "}")
        if depth == 0 and position < len(text) - 1:
            return False
    return True


def _joined_with(text: str, parts: int) -> str:
    """The sign that stands where « and » should, or an empty string."""
    bare = re.sub(r"\{[^{}]*\}", "", text)
    found = _WRONG_SIGN.search(bare)
    if found is None:
        return ""
    sign = found.group(1) or found.group(2)
    if sign == ";" or parts > 1:
        return str(sign)
    # Without a comma «A og B» is two people, or one organisation: people have at least two names each.
    sides = [bare[: found.start()].split(), bare[found.end() :].split()]
    people = all(len(side) >= 2 and all(word[:1].isupper() for word in side) for side in sides)
    return str(sign) if people and not _ORGANISATION.search(bare) else ""


def _looks_like_organisation(text: str) -> bool:
    words = text.replace("~", " ").split()
    if len(words) <= 1:
        return True
    if any(word in ("og", "&", "\\&", "for") for word in words) or _ORGANISATION.search(words[-1]):
        return True
    lower = [word for word in words[1:] if word[:1].islower()]
    return bool(lower) and not all(word in _PARTICLES for word in lower)


def _person(text: str) -> tuple[Name, NameFault | None, tuple[str, ...]]:
    person = Person(text)
    unknown: list[str] = []

    def plain(parts: list[str]) -> str:
        decoded = decode(" ".join(parts))
        unknown.extend(decoded.unknown)
        return decoded.text

    given = plain([*person.first_names, *person.middle_names])
    suffix = plain(person.lineage_names)
    family = plain(person.last_names)
    name = Name(family, _given(given), plain(person.prelast_names), suffix)
    if not family:
        return Name(given or decode(text).text), NameFault("bib-navn-tomt", {"name": text}), tuple(unknown)
    return name, None, tuple(unknown)


def _given(text: str) -> tuple[str, ...]:
    """Given names one by one: «M.T.» is two initials, and a lone letter is an initial that lacks its stop."""
    words = [word for part in text.replace("\u00a0", " ").split() for word in _INNER_STOP.split(part)]
    return tuple(f"{word}." if len(word) == 1 and word.isalpha() else word for word in words)
