"""What of a Markdown text is prose: everything else is blanked, with every character keeping its place.

The check reads whole knowledge bases in the time in which a parser renders a few pages, so it works on this
instead of on parsed Markdown. ``tests/unit/markdown/test_agreement.py`` holds the two to the same answers.
"""

from __future__ import annotations

import re

SEPARATOR = "<!--plfkb:neste-tekst-->"
"""Stands between the texts of an entry that are rendered together; Markdown leaves it as it is."""

# Python-Markdown knows fences at the start of a line only, and closes them with the same mark.
_FENCE = re.compile(r"(`{3,}|~{3,})")
_LIST_ITEM = re.compile(r" {0,3}(?:(?:[-*+]|\d{1,9}[.)])[ \t]+|\[\^[^\]]+\]:)")
# A span ends in the block in which it begins: no blank line, heading, comment or block of HTML inside it, nor a list
# item where the block is a list or in one (in a paragraph what looks like an item is a line like others).
# An opening mark may be taken for a shorter one, as Python-Markdown does.
_HTML_BLOCK = r"<!--|</?(?:article|aside|blockquote|details|div|dl|h[1-6]|hr|ol|p|pre|section|table|ul)\b"
_ITEM = r"[-*+][ \t]|\d+\.[ \t]|"


def _code_span(also: str) -> re.Pattern[str]:
    inside = rf"(?:(?!\n[ \t]*(?:\n|{also}\#|{_HTML_BLOCK})).)"
    return re.compile(rf"(?<!\\)(?:\\\\)+(?=`)|(?<!\\)(`{{1,9}}){inside}+?(?<!`)\1(?!`)", re.DOTALL)


_CODE_SPAN, _CODE_SPAN_IN_LIST = _code_span(""), _code_span(_ITEM)
# A list begins a block, or follows a heading, a comment or a block of HTML.
_IN_LIST = re.compile(rf"(?:\A\n?|^#[^\n]*\n|>[ \t]*\n)(?: {{4}}|\t| {{0,3}}(?:{_ITEM}\[\^|:))", re.MULTILINE)
_BETWEEN_BLOCKS = re.compile(r"(\n[ \t]*(?=\n))")
_SKIPPED = re.compile(
    r"<!--.*?-->"  # comments
    r"|<(script|style|pre|code)\b.*?</\1\s*>"  # elements whose content is not prose
    r"|</?[A-Za-z][^<>]*>"  # tags, <http://...> and <name@host>
    r"|\b(?:https?|ftp)://[^\s<>\[\]]+"
    r"|\\[\\`*_{}\[\]()#+\-.!@]"  # escaped characters
    r"|^ {0,3}\[(?!\^)[^\]\n]+\]:[^\n]*$",  # link definitions
    re.DOTALL | re.MULTILINE,
)
# The words of a link may hold what looks like a citation: it is left to the grammar, which sees whether a link follows.
_LINK = re.compile(
    r"!?\[(?![^\[\]()@]*@[^\[\]()]*\])(?:[^\[\]]|\[[^\[\]]*\])*\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)"
)
_BLANK = re.compile(r"[^\n]")


def prose(markdown: str) -> str:
    """The text with code, HTML, addresses and links blanked out; offsets and line breaks stay as they are."""
    text = without_code(markdown)
    if "<" in text or "\\" in text or "://" in text or "]:" in text:
        text = _SKIPPED.sub(_blank, text)
    if "](" in text:
        text = _LINK.sub(_blank, text)
    return text


def without_code(markdown: str) -> str:
    """The text with code blanked out, everything else as it is."""
    text = _without_code_blocks(markdown)
    if "`" not in text:
        return text
    return "".join(map(_without_spans, _BETWEEN_BLOCKS.split(text)))


def _without_spans(block: str) -> str:
    if "`" not in block:
        return block
    span = _CODE_SPAN_IN_LIST if _IN_LIST.search(block) else _CODE_SPAN
    return span.sub(_blank, block)


def _blank(match: re.Match[str]) -> str:
    return _BLANK.sub(" ", match[0])


def _without_code_blocks(markdown: str) -> str:
    if not any(mark in markdown for mark in ("```", "~~~", "\n    ", "\n\t")) and not markdown.startswith(
        ("    ", "\t")
    ):
        return markdown
    lines = markdown.split("\n")
    number, after_blank, in_list = 0, True, False
    while number < len(lines):
        line = lines[number]
        end = _fence_end(lines, number)
        if end:
            lines[number:end] = [" " * len(code) for code in lines[number:end]]
            number, after_blank = end, True
            continue
        if not line.strip():
            after_blank = True
        elif line.startswith(("    ", "\t")) and after_blank and not in_list:
            lines[number] = " " * len(line)
        else:
            if _LIST_ITEM.match(line):
                in_list = True
            elif not line.startswith((" ", "\t")):
                in_list = in_list and not after_blank
            after_blank = False
        number += 1
    return "\n".join(lines)


def _fence_end(lines: list[str], start: int) -> int:
    """The line after the fenced block that begins at ``start``; 0 when none begins there, or none ends."""
    opening = _FENCE.match(lines[start])
    if opening is None:
        return 0
    for number in range(start + 1, len(lines)):
        if lines[number].rstrip() == opening[1]:
            return number + 1
    return 0
