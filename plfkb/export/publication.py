"""The site as a published thing: what data and citations say of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Publication:
    """``url`` is where the site is published and ends in «/». It is empty when nobody has said, and then nothing
    that needs a whole address is made: a permalink to nowhere is worse than none. ``licence`` is the address of the
    licence for the content, ``contact`` an address (``mailto:`` or a page) where questions are answered, ``edit``
    where the folder of documents can be changed.
    """

    name: str = "PLF-basen"
    url: str = ""
    description: str = ""
    language: str = "nb"
    licence: str = ""
    contact: str = ""
    edit: str = ""

    @property
    def publisher(self) -> str:
        """The id of whoever publishes the site."""
        return f"{self.url}#utgiver"

    def address(self, path: str) -> str:
        """The whole address of something on the site, whose ``path`` is relative to the root."""
        return f"{self.url}{path}"
