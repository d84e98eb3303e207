"""What a knowledge base may set for itself in ``plfkb.yml``; ``plfkb.reading.settings`` reads it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase

from plfkb.errors import Place, Severity


@dataclass(frozen=True, slots=True)
class Exemption:
    """Files to which a rule does not apply: paths, patterns with «*», or folders that end in «/»."""

    rule: str
    paths: tuple[str, ...]
    place: Place

    def covers(self, path: str) -> bool:
        return any(fits(path, pattern) for pattern in self.paths)


def fits(path: str, pattern: str) -> bool:
    """Whether a file's path is the one that a pattern of an ``Exemption`` names, or one of them."""
    return path.startswith(pattern) if pattern.endswith("/") else fnmatchcase(path, pattern)


@dataclass(frozen=True, slots=True)
class Settings:
    """What ``plfkb.yml`` may set. ``rules`` maps a rule to how seriously it is taken, None when not at all."""

    concepts: str = "concepts"
    bibliography: str = "bib"
    documents: str = "docs"
    author: str = "PLF-basen"
    licence: str = ""
    contact: str = ""
    rules: Mapping[str, Severity | None] = field(default_factory=dict)
    exceptions: tuple[Exemption, ...] = ()
    autolink: str = "ja"
    everyday_words: tuple[str, ...] = ()

    def in_force(self, rule: str, path: str) -> bool:
        """Whether a rule applies to a file."""
        if self.rules.get(rule, ...) is None:
            return False
        return not any(item.rule == rule and item.covers(path) for item in self.exceptions)
