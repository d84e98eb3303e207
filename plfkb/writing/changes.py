"""A set of changes to files: shown as a diff, and written as a whole or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Mapping
from difflib import unified_diff
from pathlib import Path
from tempfile import NamedTemporaryFile

Changes = Mapping[str, str | None]
"""The new text of each file by its path below the root; None for a file that goes away."""


def diff(root: Path, changes: Changes) -> str:
    """What the changes are, as a unified diff that git can apply."""
    return "".join(_diff(root / path, path, new) for path, new in changes.items())


def _diff(file: Path, path: str, new: str | None) -> str:
    old = file.read_bytes().decode("utf-8", errors="replace") if file.is_file() else ""
    before = f"a/{path}" if file.is_file() else os.devnull
    after = f"b/{path}" if new is not None else os.devnull
    lines = unified_diff(_lines(old), _lines(new or ""), before, after)
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
    )


def _lines(text: str) -> list[str]:
    return [f"{line}\n" for line in text.split("\n")[:-1]] + [line for line in text.split("\n")[-1:] if line]


def write(root: Path, changes: Mapping[str, str | bytes | None]) -> None:
    """Write all the changes. Raises OSError when one of them cannot be written; then the files are as they were."""
    fresh: dict[Path, Path] = {}
    try:
        for path, new in changes.items():
            if new is not None:
                fresh[root / path] = _beside(root / path, new)
        _put_in_place(root, changes, fresh)
    finally:
        for temporary in fresh.values():
            temporary.unlink(missing_ok=True)


def _beside(file: Path, content: str | bytes) -> Path:
    """A file with the content in the folder of ``file``, so that it can take its place in one step."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile("wb", dir=file.parent, prefix=".plfkb-", delete=False) as made:
        made.write(content.encode() if isinstance(content, str) else content)
    temporary = Path(made.name)
    if file.is_file():
        shutil.copymode(file, temporary)
    else:
        temporary.chmod(0o666 & ~_umask())
    return temporary


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _put_in_place(root: Path, changes: Iterable[str], fresh: Mapping[Path, Path]) -> None:
    before: dict[Path, bytes | None] = {}
    try:
        for path in changes:
            file = root / path
            before[file] = file.read_bytes() if file.is_file() else None
            if file in fresh:
                fresh[file].replace(file)
            else:
                file.unlink()
    except OSError:
        for file, data in before.items():
            if data is None:
                file.unlink(missing_ok=True)
            else:
                file.write_bytes(data)
        raise
