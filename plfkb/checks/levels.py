"""How seriously a knowledge base takes the rules: levels and exceptions from ``plfkb.yml``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from plfkb.errors import Problem
from plfkb.model import KnowledgeBase
from plfkb.settings import Settings, fits


def settled(problems: Iterable[Problem], settings: Settings) -> Iterator[Problem]:
    """The problems that count, each with the level that the settings give its rule."""
    for problem in problems:
        if settings.in_force(problem.rule, problem.place.path):
            level = settings.rules.get(problem.rule)
            yield replace(problem, level=level) if level is not None else problem


def exemptions(kb: KnowledgeBase) -> Iterator[Problem]:
    """``unntak-uten-fil``: an exception is for files that exist."""
    for exemption in kb.settings.exceptions:
        for path in exemption.paths:
            if not any(fits(name, path) for name in kb.files):
                yield Problem("unntak-uten-fil", exemption.place, {"rule": exemption.rule, "path": path})
