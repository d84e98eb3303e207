"""What the pages of concepts and comparisons have in common: all that stands around the answer and the facts."""

from __future__ import annotations

from collections.abc import Collection

from markupsafe import Markup

from plfkb import html_text
from plfkb.model import Entry
from plfkb.pages import parts
from plfkb.pages.answers import answer, headings
from plfkb.pages.history import history
from plfkb.pages.maker import BACKLINKS, REFERENCES, Article, Draft, Maker
from plfkb.pages.parts import Section


def entry_article(
    maker: Maker,
    draft: Draft,
    template: str,
    entry: Entry,
    *,
    opening: str,
    body: str,
    listed: tuple[Section, ...] = (),
    own: tuple[Section, ...] = (),
    near: Collection[str] = (),
    **context: object,
) -> Article:
    """The page of an entry.

    ``opening`` is its rendered definition or summary, ``body`` its running text. ``own`` are the headings of the
    template that the table of contents has, after ``listed``, those that only the page itself lists. ``near`` are
    the addresses of the entries whose mentions come first; ``context`` is for the template.
    """
    page, uses = draft.page, draft.uses
    references = parts.references(maker.library, draft.rendering.listed, page.address)
    backlinks = parts.mentioning_pages(
        parts.one_in_a_section(uses.links.get(entry.id, ())), page.address, near
    )
    sections = (*own, *maker.sections((BACKLINKS, backlinks), (REFERENCES, references)))
    content = maker.render(
        template,
        page,
        answer=answer(opening),
        theme=maker.theme_link(entry.theme, page),
        body=Markup(body),
        contents=(*headings(body), *listed, *sections),
        backlinks=backlinks,
        references=references,
        byline=parts.byline(entry.credit, maker.library.kb.settings.author, maker.texts.language),
        citing=draft.citing,
        history=history(maker.library, maker.texts, page),
        lists=uses.lists_of(page),
        **context,
    )
    cited = tuple(reference.key for reference in references)
    return Article(content, sections, html_text.words(opening), citing=draft.citing, cited=cited)
