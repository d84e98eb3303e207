"""A source as BibTeX: the entry as it stands in the file without the fields that are ours alone, or written anew."""

from __future__ import annotations

import re

from plfkb.works import Name, Source

_PRIVATE = re.compile(r"(?<=[,\s])x-[\w-]+\s*=\s*")
_SPECIAL = re.compile(r"[\\{}~^&%$#_]")
_COMMANDS = {
    "\\": r"{\textbackslash}",
    "{": r"{\textbraceleft}",
    "}": r"{\textbraceright}",
    "~": r"{\textasciitilde}",
    "^": r"{\textasciicircum}",
}


def to_bibtex(source: Source) -> str:
    """The entry without fields whose names begin with «x-», ending in one line feed."""
    text = source.raw
    while found := _PRIVATE.search(text):
        end = _value_end(text, found.end())
        text = text[: found.start()].rstrip(" \t") + text[end:].lstrip(",").lstrip(" \t")
    text = re.sub(r"\n\s*\n+", "\n", text.strip())
    return text + "\n"


def _value_end(text: str, start: int) -> int:
    """The position after the value that begins at ``start``: braced, quoted, or a bare word."""
    opening = text[start : start + 1]
    if opening not in ("{", '"'):
        bare = re.compile(r"[^,}\s]*").match(text, start)
        return bare.end() if bare else start
    depth = 0
    for position in range(start, len(text)):
        character = text[position]
        if character == "{":
            depth += 1
        elif character == "}":
            depth -= 1
            if depth == 0 and opening == "{":
                return position + 1
        elif character == '"' and opening == '"' and depth == 0 and position > start:
            return position + 1
    return len(text)


def written(source: Source) -> str:
    """An entry for a source that stands in no file: its ``raw``."""
    rows = [
        (role, " and ".join([*map(_name, names.names), *["others"] * names.others]))
        for role, names in source.names.items()
    ]
    rows += [(name, _escaped(value)) for name, value in source.fields.items() if name != "url"]
    rows += [("url", source.get("url"))]
    lines = [f"  {name} = {{{value}}},\n" for name, value in rows if value]
    return f"@{source.type}{{{source.key},\n{''.join(lines)}}}\n"


def _name(name: Name) -> str:
    if name.organisation:
        return f"{{{_escaped(name.family)}}}"
    family = " ".join(filter(None, (name.particle, name.family)))
    return _escaped(", ".join(filter(None, (family, name.suffix, " ".join(name.given)))))


def _escaped(value: str) -> str:
    """Text in which no character is a command; a brace must not even be counted as one."""
    return _SPECIAL.sub(lambda match: _COMMANDS.get(match[0], f"\\{match[0]}"), value)
