"""A folder to a KnowledgeBase. Reading never stops at a mistake: it is a Problem, and the rest is read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from plfkb.errors import Place, Problem
from plfkb.languages import Said
from plfkb.model import Comparison, Concept, Document, KnowledgeBase
from plfkb.reading.bibtex import read_bibliographies
from plfkb.reading.documents import read_document
from plfkb.reading.entry_files import read_entry
from plfkb.reading.files import Files
from plfkb.reading.folders import is_folder
from plfkb.reading.settings import read_settings
from plfkb.reading.tables import planned_entry, promise, read_table, theme
from plfkb.settings import Settings

THEMES = "temaer.yml"
PLANNED = "planlagt.yml"
PUBLISHED = "utgitt.yml"


def load(root: Path) -> KnowledgeBase:
    """Read everything under ``root``: the settings, the entries, the themes, the work list, the bibliography, the pages.

    Never raises for what a contributor wrote; every complaint is in ``KnowledgeBase.problems``.
    """
    files = Files(root)
    settings, problems = read_settings(files.table("plfkb.yml"), "plfkb.yml")
    files.problems += _missing_folders(root, settings)
    concepts, comparisons = _entries(files, settings.concepts)
    themes = read_table(files, f"{settings.concepts}/{THEMES}", theme)
    planned = read_table(files, f"{settings.concepts}/{PLANNED}", planned_entry)
    published = read_table(files, f"{settings.concepts}/{PUBLISHED}", promise)
    bib_files = [
        (path, text)
        for path in files.below(settings.bibliography, ".bib")
        if (text := files.text(path)) is not None
    ]
    sources, bib_problems = read_bibliographies(bib_files)
    documents = _documents(files, settings.documents)
    return KnowledgeBase(
        root=root,
        settings=settings,
        concepts=concepts,
        comparisons=comparisons,
        sources=sources,
        themes=themes,
        planned=planned,
        documents=documents,
        published=published,
        files=files.texts,
        unread=frozenset(files.unread),
        problems=(*problems, *files.problems, *bib_problems),
    )


def _missing_folders(root: Path, settings: Settings) -> Iterator[Problem]:
    """``tom-mappe``: a knowledge base can do without sources and pages, but not name folders that are not there."""
    chosen = (
        (settings.bibliography, Settings().bibliography, Said("kilder (.bib)", "sources (.bib)")),
        (settings.documents, Settings().documents, Said("sider (.md)", "pages (.md)")),
    )
    for folder, usual, what in chosen:
        if folder != usual and not is_folder(root / folder):
            yield Problem("tom-mappe", Place(folder), {"folder": folder, "what": what})


def _entries(files: Files, folder: str) -> tuple[dict[str, Concept], dict[str, Comparison]]:
    paths = files.below(folder, ".md")
    if not paths:
        files.problems.append(
            Problem(
                "tom-mappe", Place(folder), {"folder": folder, "what": Said("oppslag (.md)", "entries (.md)")}
            )
        )
    concepts: dict[str, Concept] = {}
    comparisons: dict[str, Comparison] = {}
    places: dict[str, str] = {}
    for path in paths:
        text = files.text(path)
        if text is None:
            continue
        read = read_entry(text, path)
        files.problems += read.problems
        entry = read.entry
        if entry is None:
            files.unread.add(path)
            continue
        if entry.id in places:
            facts = {"id": entry.id, "other": places[entry.id]}
            files.problems.append(Problem("dobbel-id", Place(path, 1), facts))
            continue
        places[entry.id] = path
        if isinstance(entry, Concept):
            concepts[entry.id] = entry
        else:
            comparisons[entry.id] = entry
    return concepts, comparisons


def _documents(files: Files, folder: str) -> tuple[Document, ...]:
    documents = []
    for path in files.below(folder, ".md"):
        text = files.text(path)
        if text is not None:
            document, problems = read_document(text, path)
            documents.append(document)
            files.problems += problems
    return tuple(documents)
