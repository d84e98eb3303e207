"""A new id for an entry: what has to change in every file that names it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from posixpath import normpath

import yaml

from plfkb.linking import addresses
from plfkb.mending.edits import Edit, File, apply
from plfkb.mending.identifiers import occurrences
from plfkb.mending.regions import front_matter
from plfkb.model import Concept, Entry, KnowledgeBase
from plfkb.reading.prose import without_code
from plfkb.writing import work_list
from plfkb.writing.changes import Changes
from plfkb.writing.yaml_values import flow_list

SETTINGS = "plfkb.yml"


def rename(kb: KnowledgeBase, old: str, new: str) -> Changes:
    """Everything that changes when ``old`` becomes ``new``; the old id is kept under ``redirects``.

    Published addresses in the ledger stay as they are: they lead to the entry by its redirect. ``old`` is the id of
    an entry or of a line of the work list. KeyError when it is neither.
    """
    entry = kb.entry(old)
    if entry is None and old not in kb.planned:
        raise KeyError(old)
    changes: dict[str, str | None] = dict(work_list.renamed(kb, old, new))
    for path, text in kb.files.items():
        if path.endswith(".md"):
            file = File(path, text)
            spans = [*occurrences(file, old), *(_addresses(kb, file, entry) if entry else ())]
            changed = apply(text, (Edit(start, end, new) for start, end in spans))
            if changed != text:
                changes[path] = changed
    if entry is not None:
        changes |= _moved(kb, entry, new, changes.get(entry.place.path) or kb.files[entry.place.path])
    return changes


def _moved(kb: KnowledgeBase, entry: Entry, new: str, text: str) -> Changes:
    """The entry's own file under its new name, and the settings that name the file."""
    path = PurePosixPath(entry.place.path)
    target = path.with_name(f"{new}.md").as_posix()
    redirects = sorted({*entry.redirects, entry.id} - {new})
    changes: dict[str, str | None] = {
        path.as_posix(): None,
        target: _with_redirects(File(path.as_posix(), text), redirects),
    }
    settings = kb.files.get(SETTINGS, "")
    if path.as_posix() in settings:
        changes[SETTINGS] = re.sub(rf"(?<![\w/-]){re.escape(path.as_posix())}(?![\w/-])", target, settings)
    return changes


def _with_redirects(file: File, ids: list[str]) -> str:
    """The text of an entry's file with these ids, and no others, under ``redirects``."""
    found = front_matter(file)
    assert found is not None  # the file was read as an entry
    offset, node = found
    line = f"redirects: {flow_list(ids)}"
    for key, value in node.value:
        if isinstance(key, yaml.ScalarNode) and key.value == "redirects":
            start, end = offset + key.start_mark.index, offset + value.end_mark.index
            # The end of a list with hyphens is where the next key begins.
            written = file.text[start:end]
            return file.text[:start] + line + written[len(written.rstrip()) :] + file.text[end:]
    end = file.text.index("\n---", offset)
    return f"{file.text[:end]}\n{line}{file.text[end:]}"


def _addresses(kb: KnowledgeBase, file: File, entry: Entry) -> Iterator[tuple[int, int]]:
    """Where the entry's id stands in Markdown links to its page: «../begrep/team.md» or «../begrep/team/»."""
    home = addresses.CONCEPTS if isinstance(entry, Concept) else addresses.COMPARISONS
    folder = _folder(kb, file.path)
    link = re.compile(
        rf"(?<=\]\()(?P<before>[^()\s#?]*?)(?P<id>{re.escape(entry.id)})(?=(?:\.md|/)(?:[)#?\s]))"
    )
    for match in link.finditer(without_code(file.text)):
        if normpath(f"{folder}/{match['before']}{match['id']}") == home + entry.id:
            yield match.span("id")


def _folder(kb: KnowledgeBase, path: str) -> str:
    """The folder that links in a file are relative to, as the site sees it."""
    entry = next((item for item in kb.entries if item.place.path == path), None)
    if entry is not None:
        return addresses.CONCEPTS if isinstance(entry, Concept) else addresses.COMPARISONS
    inside = PurePosixPath(path)
    if inside.is_relative_to(kb.settings.documents):
        inside = inside.relative_to(kb.settings.documents)
    return inside.parent.as_posix()
