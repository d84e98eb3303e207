"""The entry point ``plfkb`` among Python-Markdown's extensions."""

from __future__ import annotations

from pathlib import Path

from markdown import Markdown
from markdown.extensions import Extension

from plfkb.linking.uses import Origin
from plfkb.markdown.inline import CITATION_PRIORITY, LINK_PRIORITY, CitationPattern, LinkPattern
from plfkb.markdown.rendering import Library, Rendering
from plfkb.markdown.resolve import Resolver
from plfkb.reading.knowledge_base import load

# After toc (5): the resolver tells which heading a mention stands under.
RESOLVE_PRIORITY = 3


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
        rendering = self.getConfig("rendering")
        if not rendering:
            library = Library(load(Path(self.getConfig("root"))))
            rendering = Rendering(library, Origin("", "", ""), "")
        assert isinstance(rendering, Rendering)
        md.inlinePatterns.register(LinkPattern(md), "plfkb-link", LINK_PRIORITY)
        md.inlinePatterns.register(CitationPattern(md), "plfkb-citation", CITATION_PRIORITY)
        md.treeprocessors.register(Resolver(md, rendering), "plfkb-resolve", RESOLVE_PRIORITY)


def makeExtension(**kwargs: object) -> PlfkbExtension:  # noqa: N802 (the name is Python-Markdown's)
    return PlfkbExtension(**kwargs)
