"""One build after another in the preview: what MkDocs need not read, render and write again.

With its option ``--dirty`` MkDocs asks each file whether it is modified, once before the page is rendered and once before
it is written. The files here answer by what went into them (``plfkb.preview.made``). When more than entries and works has
changed (the settings, the themes, the pages of ``docs/``), everything is made from nothing; that also follows a build that
failed. The folder is not touched before every page has been made: until then it holds the last good site.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Any

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils import clean_directory

from plfkb.markdown.rendering import Rendering
from plfkb.mkdocs_files import Later, Tracked
from plfkb.pages.maker import Article
from plfkb.pages.page import Page
from plfkb.preview.made import Build
from plfkb.preview.outline import frame, stamp, stamps
from plfkb.site import Site

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


# What MkDocs may look up among the files: it complains when there is none of that name.
_LINK = re.compile(rb"\]\(|\]:|href=|src=")


@dataclass(frozen=True, slots=True)
class _Kept:
    """What came of a page's Markdown for MkDocs. ``source`` is the file that was rendered."""

    source: bytes
    title: str | None
    markdown: str | None
    meta: Mapping[str, Any]
    toc: tuple[AnchorLink, ...]
    anchors: frozenset[str]
    links: Mapping[str, Mapping[str, str]]


@dataclass(slots=True)
class _Memory:
    """What the last build made, if it came to its end. ``frame`` is all that any page may depend on but what it asks.

    ``names`` are those by which MkDocs knows all files, ``addresses`` where the files are on the site.
    """

    frame: tuple[object, ...] = ()
    build: Build | None = None
    pages: dict[str, _Kept] = field(default_factory=dict)
    menu: list[tuple[str | None, str]] = field(default_factory=list)
    static: dict[str, object] = field(default_factory=dict)
    names: frozenset[str] = frozenset()
    addresses: frozenset[str] = frozenset()


class _Compiled(BytecodeCache):
    """The theme's templates, which MkDocs compiles anew for each build otherwise. Jinja asks whether they are the same."""

    def __init__(self) -> None:
        self._codes: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self._codes:
            bucket.bytecode_from_string(self._codes[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._codes[bucket.key] = bucket.bytecode_to_string()


class Preview:
    """The builds of one preview. Each goes through ``files``, ``begin`` and ``rendered``, and ends in ``written``."""

    def __init__(self) -> None:
        self._memory = _Memory()
        self._before = _Memory()
        self._now = _Memory()
        self._menu: list[MkDocsPage] = []
        self._lock = Lock()
        self._compiled = _Compiled()
        self.shown: Site | None = None
        """The last site that was made to its end."""

    def files(self, site: Site, files: Files, config: MkDocsConfig) -> Files:
        """The files as such that know whether they have to be rendered."""
        tracked = [file if isinstance(file, Later) else Tracked.of(file) for file in files]
        # A build that fails halfway leaves nothing to build on.
        before, self._memory = self._memory, _Memory()
        around = _frame(site, files, config)
        if not _cacheable(config) or before.frame != around:
            before = _Memory()
        self._before, self._now = before, _Memory(around, build := Build(site, before.build))
        self._now.names = frozenset(file.src_uri for file in files)
        self._now.addresses = frozenset(file.dest_uri for file in files)
        moved = self._now.names != before.names
        for file in tracked:
            if not isinstance(file, Tracked):
                continue
            if file.is_documentation_page():
                kept = before.pages.get(file.url)
                file.modified = (
                    kept is None
                    or kept.source != file.content_bytes
                    or (moved and _LINK.search(kept.source) is not None)
                    or not build.keeps(file.url)
                )
            else:
                content: object = (
                    file.content_bytes if file.abs_src_path is None else stamp(Path(file.abs_src_path))
                )
                self._now.static[file.dest_uri] = content
                file.modified = before.static.get(file.dest_uri) != content
        return Files(tracked)

    def navigation(self, nav: Navigation) -> None:
        self._menu = nav.pages

    def begin(self, page: Page) -> Rendering:
        """What is needed to render a page."""
        return self._build.begin(page)

    def rendered(self, env: Environment, files: Files, folder: Path) -> None:
        """Hand in the pages that were not rendered again, make all articles, and settle which pages are to be written.

        What is no more is removed from the folder: everything, when nothing in it can stay.
        """
        pages = [file.page for file in files.documentation_pages() if file.page is not None]
        for page in pages:
            if page.file.is_modified():
                self._now.pages[page.url] = _keep(page)
            else:
                kept = self._now.pages[page.url] = self._before.pages[page.url]
                _restore(page, kept, self._build.restore(page.url)[2], files)
        self._build.make([page.url for page in pages])
        self._now.menu = [(page.title, page.url) for page in self._menu]
        everything = self._before.build is None or self._now.menu != self._before.menu
        for page in pages:
            assert isinstance(page.file, Tracked)
            # Front matter of a page in ``docs/`` reaches the page past its article.
            other = page.file.modified and page.url not in self._build.site.pages
            page.file.modified = everything or other or page.url in self._build.fresh
        env.bytecode_cache = self._compiled
        if self._before.build is None:
            clean_directory(str(folder))
        for address in self._before.addresses - self._now.addresses:
            (folder / address).unlink(missing_ok=True)
            with suppress(OSError):  # something else is left in it
                (folder / address).parent.rmdir()

    def article(self, address: str) -> Article:
        return self._build.article(address)

    def written(self) -> None:
        """The build has come to its end."""
        self._build.done()
        if self.shown is None:
            # What a build leaves is needed in the next: to look for what is not takes as long as a third of a build.
            gc.collect()
            gc.freeze()
        self.shown = self._build.site
        self._memory, self._before = self._now, _Memory()

    def alone(self, builder: Callable[[], None]) -> Callable[[], None]:
        """``builder`` so that no file is made from a site while another is being made from what the first worked out."""

        def build() -> None:
            with self._lock:
                builder()

        return build

    def finished_file(self, address: str) -> str | None:
        """A file that needs all pages (``plfkb.site.Site.finished``), of the site that is shown."""
        with self._lock:
            return self.shown.finished_file(address) if self.shown else None

    @property
    def _build(self) -> Build:
        assert self._now.build is not None  # every build begins with its files
        return self._now.build


def _frame(site: Site, files: Files, config: MkDocsConfig) -> tuple[object, ...]:
    package = Path(__file__).parent
    folders = [package / "templates", package / "assets", package / "interface"]
    if config.theme.custom_dir:
        folders.append(Path(config.theme.custom_dir))
    return (
        frame(site.library.kb),
        Path(config.config_file_path).read_bytes(),
        config.site_url,
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


def _keep(page: MkDocsPage) -> _Kept:
    links = page.links_to_anchors or {}
    return _Kept(
        page.file.content_bytes,
        page.title,
        page.markdown,
        dict(page.meta),
        tuple(page.toc),
        frozenset(page.present_anchor_ids or ()),
        {file.src_uri: found for file, found in links.items()},
    )


def _restore(page: MkDocsPage, kept: _Kept, html: str, files: Files) -> None:
    page.title = kept.title
    page.markdown = kept.markdown
    page.meta = dict(kept.meta)
    page.content = html
    page.toc = TableOfContents(list(kept.toc))
    page.present_anchor_ids = set(kept.anchors)
    page.links_to_anchors = {
        file: dict(found)
        for name, found in kept.links.items()
        if (file := files.get_file_from_path(name)) is not None
    }
