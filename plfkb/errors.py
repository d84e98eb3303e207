"""What went wrong, where, and how to mend it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from plfkb.languages import Language, Said
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
    (``plfkb.rules``) and nowhere else; a fact that is a phrase is a ``Said``. ``level`` is set when the knowledge
    base takes the rule more or less seriously than the table does. Raises KeyError when the rule does not exist,
    or when a hole has no fact: both are mistakes in plfkb and are caught by the tests.
    """

    rule: str
    place: Place
    facts: Mapping[str, object] = field(default_factory=dict, hash=False)
    level: Severity | None = None

    @property
    def severity(self) -> Severity:
        return self.level or RULES[self.rule].severity

    @property
    def message(self) -> str:
        return self.message_in(Language.NB)

    @property
    def remedy(self) -> str:
        return self.remedy_in(Language.NB)

    def message_in(self, language: Language) -> str:
        rule = RULES[self.rule]
        return self._filled(rule.message if language is Language.NB else rule.english.message, language)

    def remedy_in(self, language: Language) -> str:
        rule = RULES[self.rule]
        return self._filled(rule.remedy if language is Language.NB else rule.english.remedy, language)

    def told(self, language: Language) -> str:
        """The complaint on one line: «file:line: rule message – remedy»."""
        return f"{self.place}: {self.rule} {self.message_in(language)} – {self.remedy_in(language)}"

    def __str__(self) -> str:
        return self.told(Language.NB)

    def _filled(self, words: str, language: Language) -> str:
        """The words with their holes filled, on one line: what contributors wrote may hold line breaks."""
        facts = {
            name: fact.told(language) if isinstance(fact, Said) else fact for name, fact in self.facts.items()
        }
        return " ".join(words.format(**facts).split())


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems sorted by file, line and rule, each said once."""
    unique = {(problem.place, problem.rule, problem.message): problem for problem in problems}
    return tuple(unique[key] for key in sorted(unique))


def has_errors(problems: Iterable[Problem]) -> bool:
    return any(problem.severity is Severity.ERROR for problem in problems)
