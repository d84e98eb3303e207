"""Where a sentence begins and ends, as well as a program can tell."""

from __future__ import annotations

import re
from collections.abc import Iterator

# A sentence ends at . ! ? (or with a closing quotation mark after it) followed by space and a capital,
# a quotation mark or a bracket. Common abbreviations and initials do not end one.
_END = re.compile(r"(?P<stop>[.!?…])[»”\"')\]]*\s+(?=[A-ZÆØÅÄÖ«“\"(\[0-9])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:[A-ZÆØÅ]|f\.eks|bl\.a|jf|s|kap|avsn|nr|mfl|m\.fl|m\.m|ca|dvs|osv|et al|red|Red|utg|fig|tab|pkt"
    r"|St|[Mm]eld|[Pp]rop|[Pp]rp|Innst|Ot)\.)$"
)


def sentence(before: str, after: str) -> tuple[str, str]:
    """What of a paragraph's text before and after a mention belongs to the same sentence."""
    start = 0
    for end in _ends(before):
        start = end.end()
    first = next(_ends(after), None)
    stop = first.end("stop") if first else len(after)
    return before[start:].lstrip(), after[:stop].rstrip()


def opening(text: str, most: int) -> str:
    """As many whole sentences from the start as ``most`` characters hold, and never less than one."""
    taken = 0
    for end in _ends(text):
        if taken and end.end("stop") > most:
            break
        taken = end.end("stop")
    return text if not taken or len(text) <= most else text[:taken]


def _ends(text: str) -> Iterator[re.Match[str]]:
    """The ends of the sentences that another one follows."""
    for end in _END.finditer(text):
        # No abbreviation is longer than the stretch that is looked at.
        if not _ABBREVIATION.search(text[max(0, end.start() - 10) : end.end("stop")]):
            yield end
