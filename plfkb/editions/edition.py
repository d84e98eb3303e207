"""An edition as a value, and as the JSON that is kept in its archive."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from hashlib import sha256

from plfkb import json_text
from plfkb.linking import addresses
from plfkb.model import Comparison, Concept, Entry, KnowledgeBase
from plfkb.plain_text import one_line

FOLDER = "utgave/"
NAME = re.compile(r"(?P<year>[1-9]\d{3})\.(?P<number>[1-9]\d*)")


@dataclass(frozen=True, slots=True)
class Frozen:
    """One entry as it stood. ``definition`` is in plain words; ``content`` is a digest of everything that the page says.

    ``address`` is that of the live page («begrep/team/»).
    """

    address: str
    title: str
    definition: str
    content: str
    replaced_by: str = ""


@dataclass(frozen=True, slots=True)
class Edition:
    """A frozen edition. ``name`` is year and number («2027.1»), ``site`` the address of the site at the time.

    ``entries`` is keyed by the address of the live page.
    """

    name: str
    day: date
    site: str
    entries: Mapping[str, Frozen]

    @property
    def rank(self) -> tuple[int, int]:
        """What editions are sorted by: 2027.10 comes after 2027.9."""
        return rank(self.name)

    @property
    def address(self) -> str:
        return f"{FOLDER}{self.name}/"

    def page(self, address: str) -> str:
        """The address of an entry in this edition; ``address`` is that of the live page."""
        return f"{self.address}{address}"


def rank(name: str) -> tuple[int, int]:
    """Year and number of an edition's name. ValueError when it is not one."""
    match = NAME.fullmatch(name)
    if match is None:
        raise ValueError(name)
    return int(match["year"]), int(match["number"])


def take(kb: KnowledgeBase, name: str, day: date, site: str) -> Edition:
    """The knowledge base as an edition."""
    return Edition(name, day, site, {item.address: item for item in map(_frozen, kb.entries)})


def _frozen(entry: Entry) -> Frozen:
    if isinstance(entry, Concept):
        successor = addresses.concept(entry.replaced_by) if entry.replaced_by else ""
        definition = one_line(entry.definition.markdown)
        return Frozen(addresses.concept(entry.id), entry.term, definition, _digest(entry), successor)
    definition = one_line(entry.summary.markdown)
    return Frozen(addresses.comparison(entry.id), entry.title, definition, _digest(entry))


def _digest(entry: Concept | Comparison) -> str:
    said: list[object]
    if isinstance(entry, Concept):
        said = [
            entry.term, entry.type, entry.theme, entry.also, entry.covers, entry.en, entry.nn, entry.replaced_by,
            [(item.term, item.reason) for item in entry.discouraged],
            [(relation.kind.value, relation.target) for relation in entry.relations],
            entry.definition.markdown, entry.definition_basis,
            [(part.label, part.text.markdown if part.text else "", part.id) for part in entry.parts],
        ]  # fmt: skip
    else:
        said = [
            entry.title, entry.theme, entry.between, entry.summary.markdown,
            [
                (dimension.name, dimension.basis, [text.markdown for text in dimension.sides.values()])
                for dimension in entry.dimensions
            ],
        ]  # fmt: skip
    said.append(entry.body.markdown.strip())
    return sha256(json_text.on_a_line(said).encode()).hexdigest()[:20]


def to_json(edition: Edition) -> str:
    rows = [asdict(item) for item in edition.entries.values()]
    data = {"name": edition.name, "date": edition.day.isoformat(), "site": edition.site, "entries": rows}
    return json_text.indented(data) + "\n"


def from_json(text: str) -> Edition:
    """The edition that ``to_json`` wrote. ValueError when it is something else."""
    try:
        data = json.loads(text)
        rows = [Frozen(**row) for row in data["entries"]]
        edition = Edition(
            data["name"], date.fromisoformat(data["date"]), data["site"], {row.address: row for row in rows}
        )
        rank(edition.name)
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(str(error)) from error
    return edition
