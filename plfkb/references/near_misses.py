"""What was surely meant as a citation but is not read as one, so that a contributor hears of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plfkb.references.grammar import BRACKET, KEY, MARK, PARAGRAPH, bare_place, is_link, parse_bracket
from plfkb.references.locators import is_labelled

_SIGNAL = r"(?:se også|sjå også|se|sjå|jf\.?|jfr\.?|f\.eks\.|til dømes|cf\.|e\.g\.|see also|see)"
_PARENTHESIS = re.compile(r"\((?<![\w\]]\()([^()\[\]@]*@[^()\[\]]*)\)")
_UNCLOSED = re.compile(rf"\[(?<!\[\[)\s*(?:{_SIGNAL}\s+)?-?@(?>{KEY})(?=[^\[\]]*(?:\[|\Z))", re.IGNORECASE)
_KEY_IN_BRACKET = re.compile(rf"\s*(?:{_SIGNAL}\s+)?-?@{KEY}(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
_NO_KEY = re.compile(rf"\s*(?:{_SIGNAL}\s+)?-?@(?:[^\w@]|$)", re.IGNORECASE)
_WRONG_DASH = re.compile(rf"[^@;]*[–—−]\s*@{KEY}")  # a word processor made it of the hyphen in [-@key]
_KEY_FIRST = re.compile(rf"\s*(?:{_SIGNAL}\s+)?{KEY}@\s*(?:[,;]|$)", re.IGNORECASE)
_GLUED = re.compile(rf"\s*{_SIGNAL}@[\w-]+\s*(?:[,;]|$)", re.IGNORECASE)
_PLACE_IN_PARENTHESIS = re.compile(rf"@(?<![\w@/\\]@){KEY}[ ]?\(([^()]*)\)")
# In prose an address has become spaces.
_ROUND_AFTER_BRACKET = re.compile(r"\[([^\[\]]*)\]\(((?!  )[^()\n]*)\)")
# No address begins with a word and a space, or is a number. (A title in quotation marks may follow an address.)
_NO_ADDRESS = re.compile(r" ?(?:\d+(?![\d./])|[^\W\d]+[.,]?\s+(?![\s\"'])|\Z)")
_NARRATIVE_BEFORE = re.compile(rf"@{KEY}[ ]?\Z")


def near_misses(text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of each in prose, in order.

    For instance ``[@ key]``, ``(@key)``, ``[@a, @b]``, ``[key@]``, ``[@key, s. 12``, ``@key (s. 12)`` and
    ``[@key](s. 12)``, which Markdown takes for a link.
    """
    spans = {match.span() for match in BRACKET.finditer(text) if _bracket_misses(text, match)}
    spans |= {match.span() for match in _PARENTHESIS.finditer(text) if _parenthesis_misses(match[1])}
    spans |= {match.span() for match in _UNCLOSED.finditer(text)}
    spans |= {match.span() for match in _PLACE_IN_PARENTHESIS.finditer(text) if is_labelled(match[1])}
    spans |= {match.span() for match in _ROUND_AFTER_BRACKET.finditer(text) if _round_misses(*match.groups())}
    yield from sorted(spans)


def _bracket_misses(text: str, bracket: re.Match[str]) -> bool:
    inner = bracket[1]
    if parse_bracket(inner) or PARAGRAPH.search(inner) or is_link(text, bracket):
        return False
    start = bracket.start()
    if _NARRATIVE_BEFORE.search(text, max(0, start - 80), start):
        return not bare_place(inner) and (inner.startswith("via ") or ("@" in inner and is_labelled(inner)))
    if _WRONG_DASH.match(inner) or _NO_KEY.match(inner) or _KEY_FIRST.match(inner) or _GLUED.match(inner):
        return True
    key = _KEY_IN_BRACKET.match(inner)
    if key is None:
        return False
    rest = key["rest"]
    return bool(MARK.search(rest)) or not rest.startswith(" ") or rest.lstrip().startswith("via ")


def _round_misses(inner: str, place: str) -> bool:
    return parse_bracket(inner) is not None and bool(is_labelled(place) or _NO_ADDRESS.match(place))


def _parenthesis_misses(inner: str) -> bool:
    cluster = parse_bracket(inner)
    if cluster is None:
        return False
    first = cluster.citations[0]
    plain = not first.prefix or re.fullmatch(_SIGNAL, first.prefix, re.IGNORECASE)
    return bool(plain) and all(not item.locator or is_labelled(item.locator) for item in cluster.citations)
