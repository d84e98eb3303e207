"""The designations of Norwegian public documents: NOU, Meld. St., Prop., Innst. (rules T18, K8, K9, F3)."""

from __future__ import annotations

import re

from plfkb.works import Source

_OFFICIAL = re.compile(
    r"(?:NOU\b|Meld\. ?St\.|St\. ?meld\.|Prop\.|Innst\.|Ot\. ?prp\.|St\. ?prp\.|Dokument \d"
    r"|Norges offentlige utredninger|Noregs offentlege utgreiingar|Melding(?:ar)? til Stortinget|Stortingsmelding"
    r"|Proposisjon til Stortinget|Innstilling (?:til|frå|fra) )",
    re.IGNORECASE,
)
_LONG = (
    (
        re.compile(
            r"(?:Norges offentlige utredninger|Noregs offentlege utgreiingar)(?: \(NOU\))?", re.IGNORECASE
        ),
        "NOU",
    ),
    (
        re.compile(
            r"(?:Melding(?:ar)? til Stortinget|Stortingsmelding)(?: \(Meld\. ?St\.\))?", re.IGNORECASE
        ),
        "Meld. St.",
    ),
    (re.compile(r"Proposisjon til Stortinget(?: \(Prop\.\))?", re.IGNORECASE), "Prop."),
    (re.compile(r"Innstilling til Stortinget(?: \(Innst\.\))?", re.IGNORECASE), "Innst."),
    (re.compile(r"Meld\. ?St\.", re.IGNORECASE), "Meld. St."),
    (re.compile(r"St\. ?meld\.", re.IGNORECASE), "St.meld."),
    (re.compile(r"Ot\. ?prp\.", re.IGNORECASE), "Ot.prp."),
    (re.compile(r"St\. ?prp\.", re.IGNORECASE), "St.prp."),
)
_NUMBERED_OLD = re.compile(r"^(St\.meld\.|Ot\.prp\.|St\.prp\.)\s+(?=\d)")
_NOU = re.compile(r"^NOU\s*(\d{4})\s*:\s*(\d+)")
_SESSION = re.compile(r"\((\d{4})\s*[-–]{1,2}\s*(\d{2,4})\)")
_ENDS_IN_SESSION = re.compile(r"(?P<name>.*\S)\s*\((?P<session>\d{4}–\d{2,4})\)")


def is_official(source: Source) -> bool:
    return bool(_OFFICIAL.match(_spaced(source.get("type")))) and source.type not in (
        "article",
        "incollection",
    )


def designation(source: Source) -> str:
    """The label of an official document, as «NOU 2016: 16» or «Meld. St. 28 (2015–2016)»."""
    return _normal(_spaced(source.get("shorthand")) or _assembled(source))


def _assembled(source: Source) -> str:
    """The label from ``type``, and from ``number`` when the type does not hold it already."""
    series, number = _short(_spaced(source.get("type"))), _spaced(source.get("number"))
    if not number or re.search(r"\d", series):
        return series
    if number.startswith(series.split()[0]):
        return number
    if series == "NOU" and number.isdecimal():
        return f"NOU {source.get('date', 'year')[:4]}: {number}"
    return _NUMBERED_OLD.sub(r"\1 nr. ", f"{series} {number}")


def _short(text: str) -> str:
    for pattern, short in _LONG:
        text = pattern.sub(short, text)
    return text


def _normal(text: str) -> str:
    text = _SESSION.sub(r"(\1–\2)", _short(text))
    return _NOU.sub(r"NOU \1: \2", text)


def _spaced(text: str) -> str:
    return " ".join(text.split())


def year_in(label: str) -> str:
    """The first year that a designation holds, or an empty string."""
    year = re.search(r"(?<!\d)\d{4}(?!\d)", label)
    return year[0] if year else ""


def split_session(label: str) -> tuple[str, str]:
    """«Meld. St. 28» and «2015–2016»; the session is empty when the label does not end in one."""
    parts = _ENDS_IN_SESSION.fullmatch(label)
    return (parts["name"], parts["session"]) if parts else (label, "")
