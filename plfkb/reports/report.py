"""What the forms have in common."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from plfkb.errors import Problem
from plfkb.languages import Language
from plfkb.rules.rule import Severity


@dataclass(frozen=True, slots=True)
class Report:
    """What was found (``problems``, in order), and which levels of it are to be shown, in which language."""

    problems: tuple[Problem, ...]
    levels: frozenset[Severity]
    language: Language = Language.NB

    @property
    def shown(self) -> Sequence[Problem]:
        return [problem for problem in self.problems if problem.severity in self.levels]

    def count(self, severity: Severity) -> int:
        """How many problems of a severity there are, shown or not."""
        return sum(problem.severity is severity for problem in self.problems)


Form = Callable[[Report], str]
"""A report as text, without a line feed at the end."""
