"""``plfkb.yml``: what a knowledge base may set for itself."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from pathlib import PurePosixPath

import yaml

from plfkb.errors import Place, Problem, Severity
from plfkb.languages import Said
from plfkb.norwegian.suggest import suggestion
from plfkb.reading.front_matter import Entry, compose, entries, place_of
from plfkb.reading.values import one_of
from plfkb.rules import RULES
from plfkb.settings import Exemption, Settings

OFF = "av"
YES_OR_NO = ("ja", "nei")
LEVELS = (OFF, *Severity)
TEXTS = ("author",)
ADDRESSES = ("licence", "contact")
ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s<>\"]+")
_NAMES = tuple(field.name for field in fields(Settings))


def read_settings(text: str | None, path: str) -> tuple[Settings, list[Problem]]:
    """The settings, with defaults for what is not set; mistakes are complained about and left at the default."""
    reader = _Reader(path)
    if text is not None and text.strip():
        reader.read(text)
    return reader.settings, reader.problems


class _Reader:
    """Reads one file; ``settings`` is what could be understood, ``problems`` the rest."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.settings = Settings()
        self.problems: list[Problem] = []

    def read(self, text: str) -> None:
        node = compose(text, self.path)
        if isinstance(node, Problem):
            self.problems.append(node)
            return
        if node is None:
            return
        if not isinstance(node, yaml.MappingNode):
            self._complain(
                Place(self.path, 1),
                Said(
                    "fila skal ha linjer med «navn: verdi»",
                    "the file should have lines of the form “name: value”",
                ),
                one_of(_NAMES),
            )
            return
        for entry in self._entries(node):
            if entry.key not in _NAMES:
                hint = suggestion(entry.key, _NAMES, one_of(_NAMES))
                self._complain(entry.place, _unknown(entry.key), hint)
            elif entry.key == "rules":
                self._rules(entry.node)
            elif entry.key == "autolink":
                self._autolink(entry)
            elif entry.key == "everyday_words":
                self._everyday_words(entry)
            elif entry.key == "exceptions":
                self._exceptions(entry.node)
            else:
                self._text(entry)

    def _text(self, entry: Entry) -> None:
        if not isinstance(entry.node, yaml.ScalarNode):
            self._complain(
                entry.place,
                Said(f"«{entry.key}» skal være en tekst", f"“{entry.key}” should be a text"),
                Said(f"skriv «{entry.key}: ...»", f"write “{entry.key}: ...”"),
            )
        elif entry.key in ADDRESSES and not ADDRESS.fullmatch(entry.node.value):
            self._complain(
                entry.place,
                Said(
                    f"«{entry.key}» skal være en adresse, ikke «{entry.node.value}»",
                    f"“{entry.key}” should be an address, not “{entry.node.value}”",
                ),
                Said(
                    "skriv en adresse som begynner med https:// eller mailto:",
                    "write an address that begins with https:// or mailto:",
                ),
            )
        elif entry.key not in (*TEXTS, *ADDRESSES) and not _folder(entry.node.value):
            value = entry.node.value
            self._complain(
                entry.place,
                Said(
                    f"«{entry.key}» skal være en mappe her, ikke «{value}»",
                    f"“{entry.key}” should be a folder here, not “{value}”",
                ),
                Said(
                    "skriv navnet på en mappe ved siden av plfkb.yml",
                    "write the name of a folder beside plfkb.yml",
                ),
            )
        else:
            self.settings = replace(self.settings, **{entry.key: entry.node.value})

    def _autolink(self, entry: Entry) -> None:
        value = str(entry.node.value) if isinstance(entry.node, yaml.ScalarNode) else ""
        if value in YES_OR_NO:
            self.settings = replace(self.settings, autolink=value)
        else:
            self._complain(entry.place, _unknown(value), suggestion(value, YES_OR_NO, one_of(YES_OR_NO)))

    def _everyday_words(self, entry: Entry) -> None:
        nodes = entry.node.value if isinstance(entry.node, yaml.SequenceNode) else [entry.node]
        if all(isinstance(node, yaml.ScalarNode) and node.value.strip() for node in nodes):
            words = tuple(node.value.strip() for node in nodes)
            self.settings = replace(self.settings, everyday_words=words)
        else:
            self._complain(
                entry.place,
                Said(
                    "«everyday_words» skal være en liste med ord",
                    "“everyday_words” should be a list of words",
                ),
                Said(
                    "skriv for eksempel «everyday_words: [makt]»",
                    "write for example “everyday_words: [makt]”",
                ),
            )

    def _rules(self, node: yaml.Node) -> None:
        if not isinstance(node, yaml.MappingNode):
            self._complain(
                place_of(node, self.path),
                Said(
                    "«rules» skal ha linjer med en regel og en grad",
                    "“rules” should have lines of rule and level",
                ),
                Said("skriv for eksempel «setning-for-lang: av»", "write for example “setning-for-lang: av”"),
            )
            return
        levels: dict[str, Severity | None] = {}
        for entry in self._entries(node):
            value = entry.node.value if isinstance(entry.node, yaml.ScalarNode) else ""
            if self._known(entry.key, entry.place) and value not in LEVELS:
                self._complain(
                    entry.place, _unknown(str(value)), suggestion(str(value), LEVELS, one_of(LEVELS))
                )
            elif entry.key in RULES:
                levels[entry.key] = None if value == OFF else Severity(value)
        self.settings = replace(self.settings, rules=levels)

    def _exceptions(self, node: yaml.Node) -> None:
        rows = node.value if isinstance(node, yaml.SequenceNode) else [node]
        found = tuple(exemption for row in rows if (exemption := self._exemption(row)) is not None)
        self.settings = replace(self.settings, exceptions=found)

    def _exemption(self, node: yaml.Node) -> Exemption | None:
        place = place_of(node, self.path)
        rows = self._entries(node) if isinstance(node, yaml.MappingNode) else []
        values = {entry.key: entry.node for entry in rows}
        rule, paths = values.get("rule"), values.get("paths")
        items = paths.value if isinstance(paths, yaml.SequenceNode) else [paths]
        names = [item.value for item in items if isinstance(item, yaml.ScalarNode) and item.value]
        if set(values) != {"rule", "paths"} or not isinstance(rule, yaml.ScalarNode) or not names:
            self._complain(
                place,
                Said(
                    "et unntak har en regel («rule») og filene det gjelder («paths»)",
                    "an exception has a rule (“rule”) and the files it is for (“paths”)",
                ),
                Said(
                    "skriv for eksempel «- {rule: setning-for-lang, paths: [concepts/team.md]}»",
                    "write for example “- {rule: setning-for-lang, paths: [concepts/team.md]}”",
                ),
            )
            return None
        known = self._known(rule.value, place_of(rule, self.path))
        return Exemption(rule.value, tuple(names), place) if known else None

    def _known(self, rule: str, place: Place) -> bool:
        if rule not in RULES:
            otherwise = Said(
                "se navnene på reglene i docs/bidra/regler.md",
                "see the names of the rules in docs/bidra/regler.md",
            )
            why = Said(f"regelen «{rule}» finnes ikke", f"the rule “{rule}” does not exist")
            self._complain(place, why, suggestion(rule, RULES, otherwise))
        return rule in RULES

    def _entries(self, node: yaml.MappingNode) -> list[Entry]:
        found, problems = entries(node, self.path)
        self.problems += problems
        return found

    def _complain(self, place: Place, why: Said, remedy: Said) -> None:
        self.problems.append(Problem("innstilling-ugyldig", place, {"why": why, "remedy": remedy}))


def _folder(name: str) -> bool:
    """Whether a name is that of a folder below the root."""
    parts = PurePosixPath(name).parts
    return bool(parts) and name.isprintable() and not PurePosixPath(name).is_absolute() and ".." not in parts


def _unknown(word: str) -> Said:
    return Said(f"«{word}» finnes ikke", f"“{word}” does not exist")
