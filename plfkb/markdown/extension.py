"""The entry point ``plfkb`` among Python-Markdown's extensions."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from markdown import Markdown
from markdown.extensions import Extension

from plfkb.linking.uses import Origin
from plfkb.markdown.inline import (
    CITATION_PRIORITY,
    LINK_PRIORITY,
    CitationPattern,
    LinkPattern,
    spare_citations,
)
from plfkb.markdown.rendering import Library, Rendering
from plfkb.markdown.resolve import Resolver
from plfkb.markdown.table_bars import HideBars, ShowBars
from plfkb.markdown.table_labels import LabelCells
from plfkb.reading.knowledge_base import load

# After toc (5), since the resolver tells which heading a mention stands under, and after MkDocs' own look at links (0),
# which would take ours, that lead to pages without a file, for mistakes.
RESOLVE_PRIORITY = -5


class PlfkbExtension(Extension):
    """Citations and links in Markdown.

    ``rendering`` is handed over by the site build, one for each page. Without it (another engine runs the
    extension by itself) the knowledge base is read from ``root``, and links are relative to the site's root.
    """

    def __init__(self, **kwargs: object) -> None:
        self.config = {
            # Not None: Python-Markdown takes an option whose default is None for a boolean.
            "rendering": ["", "The page being rendered (plfkb.markdown.rendering.Rendering)"],
            "root": [".", "The folder of the knowledge base, when there is no rendering"],
        }
        super().__init__(**kwargs)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the name is Python-Markdown's)
        given = self.getConfig("rendering")
        # Before fenced code (25) is put away, so that a table in it gets its bars back like everything else.
        md.preprocessors.register(HideBars(md), "plfkb-bars", 27)
        md.postprocessors.register(ShowBars(md), "plfkb-bars", 1)
        spare_citations(md)
        md.inlinePatterns.register(LinkPattern(md), "plfkb-link", LINK_PRIORITY)
        md.inlinePatterns.register(CitationPattern(md), "plfkb-citation", CITATION_PRIORITY)
        # An engine may make the extension only to see whether it can be made, so reading waits until a page comes.
        make = (lambda: given) if given else partial(_alone, Path(self.getConfig("root")))
        md.treeprocessors.register(Resolver(md, make), "plfkb-resolve", RESOLVE_PRIORITY)
        md.treeprocessors.register(LabelCells(md), "plfkb-labels", RESOLVE_PRIORITY - 1)


def _alone(root: Path) -> Rendering:
    return Rendering(Library(load(root)), Origin("", "", ""), "")


def makeExtension(**kwargs: object) -> PlfkbExtension:  # noqa: N802 (the name is Python-Markdown's)
    return PlfkbExtension(**kwargs)
