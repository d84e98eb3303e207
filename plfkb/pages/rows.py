"""The rows of which a site has thousands: sentences that mention something, references with links back, texts to copy.

They are written without a template, which takes several times as long for so many pieces so short.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from markupsafe import Markup

from plfkb.interface.texts import Texts
from plfkb.pages.citing import Copy
from plfkb.pages.parts import Mention, MentioningPage, Reference

# How many sentences of a page are shown at once; the others are folded.
_OPEN = 2


def mentioning(texts: Texts, pages: Iterable[MentioningPage]) -> Markup:
    """Pages with the sentences in which they mention a thing, as items of a list."""
    return Markup("\n".join(_page(texts, page) for page in pages))


def listed(texts: Texts, references: Iterable[Reference]) -> Markup:
    """References as items of a list, each with links to its source and back to the places that cite it."""
    about = texts("entry.about-source")
    return Markup("\n".join(_reference(texts, about, reference) for reference in references))


def copies(texts: Texts, forms: Iterable[Copy]) -> Markup:
    """A work in the formats of programs, each folded, with a button that copies it."""
    return Markup(
        "\n".join(
            f'<details>\n<summary>{escape(name)}</summary>\n<pre id="{escape(id_)}">{escape(text)}</pre>\n'
            f"{copy_button(texts, id_, name)}\n</details>"
            for name, id_, text in forms
        )
    )


def copy_button(texts: Texts, id_: str, what: str) -> Markup:
    """Hidden until the script runs; the status beside it says what happened."""
    return Markup(
        f'<p class="plfkb-copy__button"><button type="button" data-plfkb-copy="{escape(id_)}" hidden>'
        f'{texts("source.copy", what=what)}</button> <span role="status"></span></p>'
    )


def _page(texts: Texts, page: MentioningPage) -> str:
    rows = [_sentence(mention) for mention in page.mentions]
    shown, folded = "\n".join(rows[:_OPEN]), "\n".join(rows[_OPEN:])
    if folded:
        more = texts("count.more-sentences", n=len(rows) - _OPEN)
        folded = f"<details>\n<summary>{more}</summary>\n<ul>\n{folded}\n</ul>\n</details>\n"
    return (
        f'<li>\n<p class="plfkb-uses__page"><a href="{escape(page.href)}">{escape(page.title)}</a> '
        f'<span class="plfkb-tag">{texts(f"kind.{page.kind}")}</span></p>\n<ul>\n{shown}\n</ul>\n{folded}</li>'
    )


def _sentence(mention: Mention) -> str:
    href, section, before, words, after = mention
    where = f'\n<span class="plfkb-uses__where">{escape(section)}</span>' if section else ""
    return (
        f'<li>\n{escape(before)}<a href="{escape(href)}"><mark>{escape(words)}</mark></a>'
        f"{escape(after)}{where}\n</li>"
    )


def _reference(texts: Texts, about: Markup, reference: Reference) -> str:
    several = len(reference.back) > 1
    back = "".join(
        f'\n<a class="plfkb-references__back" href="#{escape(anchor)}" '
        f'aria-label="{texts("entry.back-to-citation", number=number)}">↑{number if several else ""}</a>'
        for number, anchor in enumerate(reference.back, start=1)
    )
    return (
        f'<li id="{escape(reference.anchor)}">{reference.html}\n<span class="plfkb-references__links">'
        f'<a href="{escape(reference.source)}">{about}</a>{back}\n</span></li>'
    )
