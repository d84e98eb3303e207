"""The files of a knowledge base, decoded; what cannot be decoded becomes a problem."""

from __future__ import annotations

import re
from pathlib import Path

from plfkb.errors import Place, Problem
from plfkb.reading.folders import is_absence, is_file, meant_name, misnamed, names_below, why_unread
from plfkb.reading.prose import without_code

_BOM = b"\xef\xbb\xbf"
# One mark is enough: whoever resolves a conflict may forget the other. A lone «=======» underlines a heading.
_MARK = re.compile(r"^(?:<{7}|>{7})(?: .*)?$", re.MULTILINE)


class Files:
    """What has been read below ``root``: ``texts`` by path, the paths that were ``unread``, and the ``problems``."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.texts: dict[str, str] = {}
        self.unread: set[str] = set()
        self.problems: list[Problem] = []

    def below(self, folder: str, suffix: str) -> list[str]:
        """Paths below a folder in a fixed order; hidden files and folders are left out."""
        found = []
        for path in names_below(self.root, folder, self._unlisted):
            if path.endswith(suffix):
                if is_file(self.root / path):
                    found.append(path)
                else:
                    self._unreadable(path, None)
            else:
                self._misnamed(path, suffix)
        return sorted(found)

    def table(self, path: str) -> str | None:
        """The text of a YAML file with a fixed name; a file with nearly that name is complained about."""
        for file in misnamed(self.root / path):
            self._misnamed(file.relative_to(self.root).as_posix(), ".yml")
        return self.text(path)

    def text(self, path: str) -> str | None:
        """The text of a file with plain line feeds, or None when it is not there or cannot be read."""
        try:
            data = (self.root / path).read_bytes()
        except OSError as error:
            if not is_absence(error, self.root / path):
                self._unreadable(path, error)
            return None
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            self._unread(path, Problem("ikke-utf8", Place(path, line), {"offset": error.start + 1}))
            return None
        if data.startswith(_BOM):
            self.problems.append(Problem("bom", Place(path, 1)))
        if b"\r" in data:
            line = data.count(b"\n", 0, data.index(b"\r")) + 1
            self.problems.append(Problem("linjeskift", Place(path, line)))
        self.texts[path] = text = text.replace("\r\n", "\n").replace("\r", "\n")
        if ("<<<<<<<" in text or ">>>>>>>" in text) and (conflict := _conflict(text, path)):
            self._unread(path, conflict)
            return None
        return text

    def _misnamed(self, path: str, ending: str) -> None:
        name = meant_name(path.rpartition("/")[2], ending)
        if name and is_file(self.root / path):
            facts = {"ending": ending, "name": name}
            self.problems.append(Problem("fil-leses-ikke", Place(path), facts))

    def _unlisted(self, error: OSError) -> None:
        folder = Path(error.filename)
        if not is_absence(error, folder):
            self._unreadable(folder.relative_to(self.root).as_posix(), error)

    def _unreadable(self, path: str, error: OSError | None) -> None:
        why = why_unread(self.root / path, error)
        self._unread(path, Problem("fil-uleselig", Place(path), {"why": why}))

    def _unread(self, path: str, problem: Problem) -> None:
        self.unread.add(path)
        self.problems.append(problem)


def _conflict(text: str, path: str) -> Problem | None:
    shown = without_code(text) if path.endswith(".md") else text
    mark = _MARK.search(shown)
    if mark is None:
        return None
    return Problem("flettekonflikt", Place(path, text.count("\n", 0, mark.start()) + 1), {"mark": mark[0]})
