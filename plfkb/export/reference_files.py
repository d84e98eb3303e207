"""The references of a page as a set that a reference manager takes in at once: two files beside the page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from plfkb.export.bibtex import to_bibtex
from plfkb.export.ris import to_ris
from plfkb.works import Source

NAME = "referanser"
FORMATS = (("BibTeX", f"{NAME}.bib"), ("RIS", f"{NAME}.ris"))
"""What a reader calls each format, and its file beside the page. Two, since files are what an export costs most."""


class ReferenceFiles:
    """Writes each source once, however many pages cite it."""

    def __init__(self, sources: Mapping[str, Source]) -> None:
        self._bibtex = {key: to_bibtex(source) for key, source in sources.items()}
        self._ris = {key: to_ris(source) for key, source in sources.items()}

    def written(self, name: str, keys: Iterable[str]) -> dict[str, str]:
        """The files called ``name`` (an address without its ending) for the works with these keys."""
        chosen = tuple(keys)
        return {
            f"{name}.bib": "\n".join(self._bibtex[key] for key in chosen),
            f"{name}.ris": "".join(self._ris[key] for key in chosen),
        }
