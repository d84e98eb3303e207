"""What a rule is: a name, a severity, and the words a contributor reads."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How bad a broken rule is. Only an error stops the site build."""

    ERROR = "feil"
    WARNING = "advarsel"
    INFO = "merknad"


@dataclass(frozen=True, slots=True)
class English:
    """A rule's words in English; the holes in ``message`` and ``remedy`` are those of the Norwegian ones."""

    reason: str
    message: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A named rule.

    ``name`` is lower-case ASCII with hyphens and never changes. ``reason`` is one line on why the rule
    exists. ``message`` says what is wrong and ``remedy`` what to write instead; both are Norwegian
    format strings whose holes are filled by ``Problem.facts``. ``wrong`` and ``right`` are short examples.
    ``mendable`` tells that ``plfkb check --fix`` can mend a breach (``plfkb.mending``).
    """

    name: str
    severity: Severity
    reason: str
    message: str
    remedy: str
    wrong: str
    right: str
    english: English
    mendable: bool = False
