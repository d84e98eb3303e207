"""What lies below a folder, and why what cannot be read cannot."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from plfkb.languages import Said

OnError = Callable[[OSError], object]


def names_below(root: Path, folder: str, on_error: OnError = lambda _: None) -> Iterator[str]:
    """Paths, relative to ``root``, of what is not hidden below a folder: files, folders, and links that lead nowhere.

    ``on_error`` is told of folders that cannot be listed; ``Path.rglob`` says nothing of them. A folder that is not
    there is empty.
    """
    if _hidden(Path(folder).parts):
        return
    for where, folders, files in os.walk(root / folder, onerror=on_error):
        folders[:] = sorted(name for name in folders if not _hidden((name,)))
        here = Path(where).relative_to(root)
        for name in (*folders, *files):
            if not _hidden((name,)):
                yield (here / name).as_posix()


def is_file(path: Path) -> bool:
    """Whether it is an ordinary file, as far as one may see. The methods of Path raise where one may not look."""
    return os.path.isfile(path)  # noqa: PTH113 (see above)


def is_folder(path: Path) -> bool:
    return os.path.isdir(path)  # noqa: PTH112 (as is_file)


_ENDINGS = {
    ".md": (".md.txt", ".markdown", ".mdown", ".mkd", ".md"),
    ".bib": (".bib.txt", ".bibtex", ".bib"),
    ".yml": (".yml.txt", ".yaml.txt", ".yaml"),
}
"""What people (and Windows, which hides endings) write instead of an ending, in small or capital letters."""


def meant_name(name: str, ending: str) -> str | None:
    """The name with the ending that it should have, when it has one that is taken for it; None for other names."""
    for wrong in _ENDINGS[ending]:
        if name.lower().endswith(wrong) and not name.endswith(ending):
            return name[: -len(wrong)] + ending
    return None


def misnamed(file: Path) -> Iterator[Path]:
    """Files that stand where a YAML file is looked for, under a name that is nearly the same."""
    for wrong in _ENDINGS[".yml"]:
        found = file.with_name(file.stem + wrong)
        if is_file(found):
            yield found


def is_absence(error: OSError, file: Path) -> bool:
    """Whether an error only says that there is no such file; a link that leads nowhere is there."""
    return isinstance(error, FileNotFoundError | NotADirectoryError) and not _is_link(file)


def why_unread(file: Path, error: OSError | None = None) -> Said:
    """What keeps a file or folder from being read."""
    error = error or _refusal(file)
    if _is_link(file) and not os.path.exists(file):  # noqa: PTH110 (as is_file)
        return Said("den er en lenke som ikke fører til noen fil", "it is a link that leads to no file")
    if isinstance(error, PermissionError):
        return Said("du har ikke lov til å lese den", "you may not read it")
    if isinstance(error, IsADirectoryError) or (error is None and is_folder(file)):
        return Said("den er en mappe, ikke en fil", "it is a folder, not a file")
    if error is None:
        return Said("den er ikke en vanlig fil", "it is not an ordinary file")
    return Said(f"maskinen svarte «{error.strerror}»", f"the machine answered “{error.strerror}”")


def _hidden(parts: tuple[str, ...]) -> bool:
    return any(part.startswith(".") for part in parts)


def _refusal(file: Path) -> OSError | None:
    """What the machine says when a file may not even be looked at."""
    try:
        file.stat()
    except OSError as error:
        return error
    return None


def _is_link(path: Path) -> bool:
    return os.path.islink(path)  # noqa: PTH114 (as is_file)
