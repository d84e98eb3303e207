"""The languages that complaints are told in, and a phrase said in all of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Language(StrEnum):
    """Norwegian bokmål comes first and is what a contributor meets unless another is asked for."""

    NB = "nb"
    EN = "en"


@dataclass(frozen=True, slots=True)
class Said:
    """One phrase in each language. Where nobody asks for a language, it is the Norwegian one."""

    nb: str
    en: str

    def told(self, language: Language) -> str:
        return self.en if language is Language.EN else self.nb

    def __str__(self) -> str:
        return self.nb
