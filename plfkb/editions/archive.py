"""Editions on disk: one zip file each below ``docs/utgave/``, which the site also offers for download.

One immutable file for an edition keeps hundreds of frozen pages out of searches and diffs in the repository, and
costs the daily build no more than unpacking it.
"""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from plfkb.editions.edition import FOLDER, Edition, from_json, to_json
from plfkb.errors import Place, Problem
from plfkb.model import KnowledgeBase

DATA = "utgave.json"

# A fixed date in the archive: the same content gives the same bytes.
_STAMP = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Archive:
    """An edition and the file that holds its pages."""

    edition: Edition
    path: Path


def path_of(kb: KnowledgeBase, name: str) -> Path:
    return kb.root / kb.settings.documents / FOLDER / f"{name}.zip"


def packed(edition: Edition, files: Mapping[str, bytes]) -> bytes:
    """The archive of an edition. ``files`` are its pages and what they need, by address within the edition."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in ((DATA, to_json(edition).encode()), *sorted(files.items())):
            archive.writestr(zipfile.ZipInfo(name, _STAMP), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def read(kb: KnowledgeBase) -> tuple[tuple[Archive, ...], tuple[Problem, ...]]:
    """All editions, the oldest first, and ``utgave-uleselig`` for the files that are none."""
    found: list[Archive] = []
    problems: list[Problem] = []
    folder = path_of(kb, "x").parent
    for path in sorted(folder.glob("*.zip")):
        place = Place(path.relative_to(kb.root).as_posix())
        try:
            with zipfile.ZipFile(path) as archive:
                edition = from_json(archive.read(DATA).decode("utf-8"))
                safe = all(_inside(name) for name in archive.namelist())
        except (zipfile.BadZipFile, KeyError, ValueError, EOFError, OSError) as error:
            problems.append(Problem("utgave-uleselig", place, {"why": str(error) or "ukjent innhold"}))
            continue
        if edition.name != path.stem or not safe:
            why = f"innholdet er av utgave {edition.name}" if safe else "en adresse i den fører ut av mappa"
            problems.append(Problem("utgave-uleselig", place, {"why": why}))
            continue
        found.append(Archive(edition, path))
    return tuple(sorted(found, key=lambda item: item.edition.rank)), tuple(problems)


def unpack(archive: Archive, site: Path) -> None:
    """Write the pages of an edition into a built site. OSError when that cannot be done."""
    target = site / archive.edition.address
    with zipfile.ZipFile(archive.path) as opened:
        opened.extractall(target, [name for name in opened.namelist() if name != DATA])


def _inside(name: str) -> bool:
    return not name.startswith("/") and ".." not in name.split("/") and "\\" not in name
