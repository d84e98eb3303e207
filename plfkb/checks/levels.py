"""How seriously a knowledge base takes the rules: levels and exceptions from ``plfkb.yml``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from fnmatch import fnmatchcase

from plfkb.errors import Problem
from plfkb.model import Exemption, KnowledgeBase, Settings


def settled(problems: Iterable[Problem], settings: Settings) -> Iterator[Problem]:
    """The problems that count, each with the level that the settings give its rule."""
    for problem in problems:
        if applies(problem.rule, problem.place.path, settings):
            level = settings.rules.get(problem.rule)
            yield replace(problem, level=level) if level is not None else problem


def exemptions(kb: KnowledgeBase) -> Iterator[Problem]:
    """``unntak-uten-fil``: an exception is for files that exist."""
    for exemption in kb.settings.exceptions:
        for path in exemption.paths:
            if not any(_fits(name, path) for name in kb.files):
                yield Problem("unntak-uten-fil", exemption.place, {"rule": exemption.rule, "path": path})


def applies(rule: str, path: str, settings: Settings) -> bool:
    """Whether a rule is in force for a file."""
    if settings.rules.get(rule, ...) is None:
        return False
    return not any(_covers(exemption, rule, path) for exemption in settings.exceptions)


def _covers(exemption: Exemption, rule: str, path: str) -> bool:
    return exemption.rule == rule and any(_fits(path, pattern) for pattern in exemption.paths)


def _fits(path: str, pattern: str) -> bool:
    return path.startswith(pattern) if pattern.endswith("/") else fnmatchcase(path, pattern)
