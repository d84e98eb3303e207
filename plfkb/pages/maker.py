"""What the makers of articles have in common: the templates, the knowledge base and a few small tools."""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass
from functools import partial
from posixpath import relpath
from urllib.parse import quote, urljoin

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

from plfkb.export import reference_files
from plfkb.export.publication import Publication
from plfkb.interface.texts import Texts
from plfkb.linking import addresses
from plfkb.linking.uses import Use
from plfkb.markdown.rendering import Library, Rendering
from plfkb.norwegian.words import capital
from plfkb.pages import rows
from plfkb.pages.citing import Citing
from plfkb.pages.page import Page
from plfkb.pages.parts import Link, Section

# The headings that plfkb adds to pages: the fixed id in the address, and the key of the words.
FACTS = ("fakta", "entry.facts")
AROUND = ("i-sammenheng", "around.title")
BACKLINKS = ("omtalt-i", "entry.mentioned")
REFERENCES = ("referanser", "entry.references")
COPIES = ("bruk", "source.use")
CITED_IN = ("sitert-i", "source.cited-in")


@dataclass(frozen=True, slots=True)
class Article:
    """The content of a page, the headings that plfkb added to it (in order), and a plain description.

    ``head`` is HTML for the page's head element: metadata and alternates.
    ``citing`` tells how the page is cited, ``cited`` are the keys of its own reference list.
    """

    html: str
    sections: tuple[Section, ...]
    description: str
    head: str = ""
    citing: Citing | None = None
    cited: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Uses:
    """All uses on the whole site, by what is used; ``lists`` are the reading lists by the address of what is on them."""

    links: Mapping[str, tuple[Use, ...]]
    citations: Mapping[str, tuple[Use, ...]]
    lists: Mapping[str, tuple[Page, ...]]

    def lists_of(self, page: Page) -> tuple[Link, ...]:
        """The reading lists for courses that a page is on."""
        return tuple(
            Link(found.title, addresses.relative(found.address, page.address))
            for found in self.lists.get(page.address, ())
        )


@dataclass(frozen=True, slots=True)
class Draft:
    """A page on its way to an article: its HTML, what rendering it brought to light, and what the rest of the site says.

    ``citing`` is how the page is cited, None when it is no work of its own.
    """

    page: Page
    rendering: Rendering
    html: str
    uses: Uses
    citing: Citing | None


class Maker:
    """Holds the templates, the knowledge base and the interface texts of one build, and how the site is published."""

    def __init__(self, library: Library, texts: Texts, publication: Publication) -> None:
        self.library = library
        self.texts = texts
        self.publication = publication
        self.documents = {document.place.path: document for document in library.kb.documents}
        self.templates = Environment(
            # The search field is the same on the home page and on the theme's page for a missing address.
            loader=ChoiceLoader(
                [
                    PackageLoader("plfkb", "templates/article"),
                    PackageLoader("plfkb", "templates/theme/partials"),
                ]
            ),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self.templates.filters["capital"] = capital
        self.templates.globals["t"] = texts
        self.templates.globals["mentioning"] = partial(rows.mentioning, texts)
        self.templates.globals["listed"] = partial(rows.listed, texts)
        self.templates.globals["copies"] = partial(rows.copies, texts)
        self.templates.globals["copy_button"] = partial(rows.copy_button, texts)
        self.templates.globals["reference_files"] = reference_files.FORMATS

    def asking(self, library: Library) -> Maker:
        """The same with another library."""
        maker = copy(self)
        maker.library = library
        return maker

    def adopt(self, earlier: Maker) -> None:
        """Take over the compiled templates of a build that speaks the same language."""
        self.templates = earlier.templates

    def render(self, template: str, page: Page, **context: object) -> str:
        """A template filled in. In it ``to(address)`` is an address of the site as a link from the page, and
        ``t(key)`` what the interface says (``plfkb.interface``); ``edit`` is where the page can be changed.
        """
        return self.templates.get_template(template).render(
            page=page, edit=self.edit(page), to=lambda address: self.to(address, page), **context
        )

    def to(self, address: str, page: Page) -> str:
        """An address of the site as a link from a page."""
        return addresses.relative(address, page.address)

    def edit(self, page: Page) -> str:
        """Where the file of a page can be changed; empty when the repository has no address, or the page no file."""
        if not self.publication.edit or not page.path:
            return ""
        return urljoin(self.publication.edit, quote(relpath(page.path, self.library.kb.settings.documents)))

    def theme_link(self, theme: str, page: Page) -> Link:
        known = self.library.kb.themes.get(theme)
        return Link(known.label, self.to(addresses.theme(theme), page)) if known else Link(theme)

    def sections(self, *candidates: tuple[tuple[str, str], object]) -> tuple[Section, ...]:
        """The headings that have something below them."""
        return tuple(Section(id_, self.texts.say(key)) for (id_, key), content in candidates if content)
