"""Which page each complaint concerns, and the box that shows them there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from jinja2 import Environment, PackageLoader, StrictUndefined

from plfkb.errors import Problem, Severity, in_order
from plfkb.interface.texts import Texts
from plfkb.languages import Language
from plfkb.linking import addresses
from plfkb.model import KnowledgeBase
from plfkb.pages.parts import Link

HOME = ""


@dataclass(frozen=True, slots=True)
class Complaints:
    """What is to be mended, by the address of the page that it concerns. What concerns none stands on the home page.

    ``titles`` are those of the pages; one that could not be made goes by the name of its file. ``failed`` tells that the
    site could not be made at all and is shown as it was.
    """

    by_page: Mapping[str, tuple[Problem, ...]] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)
    failed: bool = False

    def errors(self, address: str) -> int:
        return sum(problem.severity is Severity.ERROR for problem in self.by_page.get(address, ()))


def said_once(checked: Iterable[Problem], rendered: Iterable[Problem]) -> tuple[Problem, ...]:
    """All problems. What was ``checked`` is in order already; the renderer, which knows no lines, meets it again."""
    found = tuple(checked)
    known = {(problem.place.path, problem.rule) for problem in found}
    more = [problem for problem in rendered if (problem.place.path, problem.rule) not in known]
    return in_order((*found, *more)) if more else found


def complaints(kb: KnowledgeBase, problems: Iterable[Problem], titles: Mapping[str, str]) -> Complaints:
    """The errors and warnings sorted by page. ``titles`` are those of the pages that were made, by address."""
    pages = _pages(kb)
    found: dict[str, list[Problem]] = {}
    named: dict[str, str] = dict(titles)
    for problem in problems:
        if problem.severity is Severity.INFO:
            continue
        address = _concerned(kb, pages, problem)
        found.setdefault(address, []).append(problem)
        if address not in named:
            named[address] = PurePosixPath(problem.place.path).name
    return Complaints({address: tuple(items) for address, items in found.items()}, named)


def _pages(kb: KnowledgeBase) -> dict[str, str]:
    """The address of the page that is made of a file, by the path of the file."""
    made = {concept.place.path: addresses.concept(id_) for id_, concept in kb.concepts.items()}
    made |= {item.place.path: addresses.comparison(id_) for id_, item in kb.comparisons.items()}
    return made | {
        document.place.path: addresses.document(document.place.path, kb.settings.documents)
        for document in kb.documents
    }


def _concerned(kb: KnowledgeBase, pages: Mapping[str, str], problem: Problem) -> str:
    if problem.place.path in pages:
        return pages[problem.place.path]
    path = PurePosixPath(problem.place.path)
    if path.suffix == ".md" and path.is_relative_to(kb.settings.concepts):
        return addresses.concept(path.stem)
    if path.suffix == ".bib":
        above = [
            source.place.line
            for source in kb.sources.values()
            if source.place.path == str(path) and source.place.line <= problem.place.line
        ]
        for key, source in kb.sources.items():
            if above and (source.place.path, source.place.line) == (str(path), max(above)):
                return addresses.source(key)
    return HOME


class Box:
    """Fills in the box: the complaints about a page in full, and where else there are errors."""

    def __init__(self, texts: Texts) -> None:
        self._language = Language.EN if texts.language == "en" else Language.NB
        self._templates = Environment(
            loader=PackageLoader("plfkb", "templates/preview"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._templates.globals["t"] = texts

    def html(self, found: Complaints, address: str) -> str:
        """The box of the page at ``address``; empty when there is nothing to say there."""
        here = [
            (problem, problem.message_in(self._language), problem.remedy_in(self._language))
            for problem in found.by_page.get(address, ())
        ]
        others = {other: found.errors(other) for other in found.by_page if other != address}
        elsewhere = [
            (Link(found.titles[other], addresses.relative(other, address)), count)
            for other, count in others.items()
            if count
        ]
        if not here and not elsewhere and not found.failed:
            return ""
        return self._templates.get_template("klager.html").render(
            errors=[row for row in here if row[0].severity is Severity.ERROR],
            warnings=[row for row in here if row[0].severity is Severity.WARNING],
            elsewhere=elsewhere,
            total=sum(others.values()),
            failed=found.failed,
        )
