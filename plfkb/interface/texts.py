"""The table of what the interface says (``*.yml`` beside this file), and one language of it.

To add a text: write it in all three languages in ``pages.yml`` (or ``theme.yml``, when the key is the theme's) and
ask for it with ``t("its.key")`` in a template or ``texts.say("its.key")`` in Python.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

import yaml
from markupsafe import Markup

from plfkb import package_files

LANGUAGES = ("nb", "nn", "en")
TABLES = ("pages.yml", "theme.yml")

# A text with holes, or one for 1 and one for other numbers.
Text = str | Mapping[str, str]

# How many filled texts are kept: the counts and numbers that pages have in common, not the names on each.
_KEPT = 4096


@dataclass(frozen=True)
class Texts:
    """The interface in one language. ``constants`` fill the holes that mean the same everywhere, like ``site``."""

    language: str
    table: Mapping[str, Text]
    constants: Mapping[str, str] = field(default_factory=dict)

    def say(self, key: str, **holes: object) -> str:
        """A text in plain words. ``n`` chooses between one and other. KeyError when the table lacks the key."""
        return self._pattern(key, holes).format(**self.constants, **holes)

    def __call__(self, key: str, **holes: object) -> Markup:
        """A text as HTML. What fills its holes is escaped unless it is HTML already."""
        return self._html(key, **holes)

    @cached_property
    def _html(self) -> Callable[..., Markup]:
        """Every page says the same few texts. ``typed``, since HTML and words that look alike are escaped differently."""

        def html(key: str, **holes: object) -> Markup:
            return Markup.escape(self._pattern(key, holes)).format(**self.constants, **holes)

        return lru_cache(_KEPT, typed=True)(html)

    @property
    def scripts(self) -> dict[str, str]:
        """What scripts say, by the last part of the key. They fill the holes themselves."""
        return {
            key.removeprefix("script."): text
            for key, text in self.table.items()
            if key.startswith("script.") and isinstance(text, str)
        }

    def theme(self, key: str) -> str:
        """A text that the theme asks for; empty for one that the table does not know."""
        text = self.table.get(key, "")
        return text if isinstance(text, str) else ""

    def _pattern(self, key: str, holes: Mapping[str, object]) -> str:
        text = self.table[key]
        return text if isinstance(text, str) else text["one" if holes["n"] == 1 else "other"]


def read_tables() -> dict[str, dict[str, Text]]:
    """Key to language to text, all tables in one."""
    found: dict[str, dict[str, Text]] = {}
    for name in TABLES:
        found |= yaml.load(package_files.data(f"interface/{name}"), Loader=yaml.CSafeLoader)
    return found


def texts_for(language: str, **constants: str) -> Texts:
    """The interface in a language of ``LANGUAGES``."""
    return Texts(language, {key: row[language] for key, row in read_tables().items()}, constants)
