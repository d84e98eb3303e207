"""What went wrong, where, and how to mend it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from plfkb.rules import RULES
from plfkb.rules.rule import Severity

__all__ = ["Place", "Problem", "Severity", "has_errors", "in_order"]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A line of a file.

    ``path`` is relative to the knowledge base's root, with forward slashes. ``line`` counts from 1;
    0 stands for the file (or folder) as a whole.
    """

    path: str
    line: int = 0

    def __str__(self) -> str:
        return f"{self.path}:{self.line}" if self.line else self.path


@dataclass(frozen=True, slots=True)
class Problem:
    """One complaint: a rule that was broken at a place.

    ``facts`` fills the holes in the rule's message and remedy, so that the wording stands in one table
    (``plfkb.rules``) and nowhere else. Raises KeyError when the rule does not exist, or when a hole
    has no fact: both are mistakes in plfkb and are caught by the tests.
    """

    rule: str
    place: Place
    facts: Mapping[str, object] = field(default_factory=dict, hash=False)

    @property
    def severity(self) -> Severity:
        return RULES[self.rule].severity

    @property
    def message(self) -> str:
        return _one_line(RULES[self.rule].message.format(**self.facts))

    @property
    def remedy(self) -> str:
        return _one_line(RULES[self.rule].remedy.format(**self.facts))

    def __str__(self) -> str:
        return f"{self.place}: {self.rule} {self.message} – {self.remedy}"


def _one_line(text: str) -> str:
    """What contributors wrote may hold line breaks; a complaint is one line."""
    return " ".join(text.split())


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems sorted by file, line and rule, each said once."""
    unique = {(problem.place, problem.rule, problem.message): problem for problem in problems}
    return tuple(unique[key] for key in sorted(unique))


def has_errors(problems: Iterable[Problem]) -> bool:
    return any(problem.severity is Severity.ERROR for problem in problems)
