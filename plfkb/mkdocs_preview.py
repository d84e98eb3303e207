"""One build after another in the preview: what MkDocs need not read, render and write again.

With its option ``--dirty`` MkDocs asks each file whether it is modified, once before the page is rendered and once before
it is written. The files here answer by what went into them. When more than texts has changed (``plfkb.preview.outline``,
the settings, which files there are), everything is made from nothing; that is also what follows a build that failed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils import clean_directory

from plfkb.preview.inputs import inputs
from plfkb.preview.outline import outline, stamp, stamps
from plfkb.site import Rendered, Site

# Extensions whose output depends on the text of the page alone, besides plfkb itself.
_PURE = frozenset(
    {
        "abbr",
        "admonition",
        "attr_list",
        "def_list",
        "fenced_code",
        "footnotes",
        "md_in_html",
        "plfkb",
        "tables",
        "toc",
    }
)


class Tracked(File):
    """A file that knows whether it has to be made."""

    modified = True

    def is_modified(self) -> bool:
        return self.modified

    @classmethod
    def of(cls, file: File) -> Tracked:
        tracked = cls.__new__(cls)
        tracked.__dict__.update(vars(file))
        return tracked


@dataclass(frozen=True, slots=True)
class _Kept:
    """What came of a page's Markdown: for us and, the rest, for MkDocs. ``source`` is the file that was rendered."""

    source: bytes
    rendered: Rendered
    title: str | None
    markdown: str | None
    meta: Mapping[str, Any]
    toc: tuple[AnchorLink, ...]
    anchors: frozenset[str]
    links: Mapping[str, Mapping[str, str]]


@dataclass(slots=True)
class Memory:
    """What the last build made, if it came to its end. ``frame`` is all that any page may depend on but texts."""

    frame: tuple[object, ...] = ()
    site: Site | None = None
    pages: dict[str, _Kept] = field(default_factory=dict)
    inputs: dict[str, object] = field(default_factory=dict)
    static: dict[str, object] = field(default_factory=dict)
    finished: dict[str, str] = field(default_factory=dict)


class Preview:
    """The builds of one preview. Each goes through ``begin``, ``files``, ``rendered`` and ``written``, in this order."""

    def __init__(self) -> None:
        self._memory = Memory()
        self._before = Memory()
        self._now = Memory()
        self._menu: list[MkDocsPage] = []

    def files(self, site: Site, files: Files, config: MkDocsConfig) -> Files:
        """The files as such that know whether they have to be made; empties the folder when all have to be."""
        tracked = [Tracked.of(file) for file in files]
        # A build that fails halfway leaves nothing to build on.
        before, self._memory = self._memory, Memory()
        frame = _frame(site, tracked, config)
        if not _cacheable(config) or before.frame != frame:
            before = Memory()
            clean_directory(config.site_dir)
        elif before.site is not None:
            site.adopt(before.site)
        self._before, self._now = before, Memory(frame, site)
        for file in tracked:
            if file.is_documentation_page():
                kept = before.pages.get(file.url)
                file.modified = kept is None or kept.source != file.content_bytes
            else:
                content: object = (
                    file.content_bytes if file.abs_src_path is None else stamp(Path(file.abs_src_path))
                )
                self._now.static[file.dest_uri] = content
                file.modified = before.static.get(file.dest_uri) != content
        return Files(tracked)

    def navigation(self, nav: Navigation) -> None:
        self._menu = nav.pages

    def rendered(self, site: Site, files: Files) -> None:
        """Hand in the pages that were not rendered again, and settle which pages have to be written."""
        pages = [file.page for file in files.documentation_pages() if file.page is not None]
        for page in pages:
            kept = self._before.pages.get(page.url)
            if kept is not None and not page.file.is_modified():
                _restore(page, kept, files)
                site.restore(kept.rendered)
            else:
                kept = _keep(page, site)
            self._now.pages[page.url] = kept
        site.arrange([page.url for page in pages])
        menu = [(page.title, page.url) for page in self._menu]
        for page in pages:
            assert isinstance(page.file, Tracked)
            made_of = inputs(site, page.url, self._now.pages[page.url].source)
            self._now.inputs[page.url] = made_of, menu
            page.file.modified = made_of is None or self._before.inputs.get(page.url) != (made_of, menu)

    def written(self, site: Site, folder: Path) -> None:
        """Write the files that need every page, when they are others than before, and remove those that are no more."""
        finished = dict(site.finished)
        for address, content in finished.items():
            if self._before.finished.get(address) != content:
                target = folder / address
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(content, encoding="utf-8")
        for address in self._before.finished.keys() - finished.keys():
            target = folder / address
            target.unlink()
            if not any(target.parent.iterdir()):
                target.parent.rmdir()
        self._now.finished = finished
        self._memory, self._before = self._now, Memory()
        site.release()


def _frame(site: Site, files: list[Tracked], config: MkDocsConfig) -> tuple[object, ...]:
    package = Path(__file__).parent
    kb = site.library.kb
    folders = [package / "templates", package / "assets", package / "interface"]
    if config.theme.custom_dir:
        folders.append(Path(config.theme.custom_dir))
    return (
        outline(kb),
        Path(config.config_file_path).read_bytes(),
        config.site_url,
        [file.src_uri for file in files],
        [
            stamp(Path(file.abs_src_path))
            for file in files
            if file.src_uri.endswith(".zip") and file.abs_src_path
        ],
        stamps(*folders),
    )


def _cacheable(config: MkDocsConfig) -> bool:
    """Whether nothing but plfkb has a hand in the pages, and one file says all there is to say of the site."""
    if b"INHERIT" in Path(config.config_file_path).read_bytes():
        return False
    return set(config.plugins) == {"plfkb"} and not config.hooks and set(config.markdown_extensions) <= _PURE


def _keep(page: MkDocsPage, site: Site) -> _Kept:
    links = page.links_to_anchors or {}
    return _Kept(
        page.file.content_bytes,
        site.rendered[page.url],
        page.title,
        page.markdown,
        dict(page.meta),
        tuple(page.toc),
        frozenset(page.present_anchor_ids or ()),
        {file.src_uri: found for file, found in links.items()},
    )


def _restore(page: MkDocsPage, kept: _Kept, files: Files) -> None:
    page.title = kept.title
    page.markdown = kept.markdown
    page.meta = dict(kept.meta)
    page.content = kept.rendered[2]
    page.toc = TableOfContents(list(kept.toc))
    page.present_anchor_ids = set(kept.anchors)
    page.links_to_anchors = {
        file: dict(found)
        for name, found in kept.links.items()
        if (file := files.get_file_from_path(name)) is not None
    }
