"""The MkDocs plugin: wiring between MkDocs' events and ``plfkb.site``, and nothing else."""

from __future__ import annotations

import gc
import logging
import re
from collections.abc import Callable
from dataclasses import replace
from html import escape
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from jinja2 import Environment
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink
from mkdocs.utils.templates import TemplateContext

from plfkb.checks.run import check
from plfkb.errors import Problem, Severity, has_errors
from plfkb.export.publication import Publication
from plfkb.interface.texts import LANGUAGES, texts_for
from plfkb.linking import addresses
from plfkb.markdown.rendering import Rendering
from plfkb.mkdocs_files import Later
from plfkb.mkdocs_preview import Preview
from plfkb.model import KnowledgeBase
from plfkb.pages.bundles import script_bundle, search_modules, style_bundle
from plfkb.pages.page import Page, PageKind
from plfkb.pages.security import HEADERS, secured
from plfkb.preview.complaints import Box, Complaints, complaints, said_once
from plfkb.preview.kept import with_last_good
from plfkb.preview.serving import with_complaints, with_later
from plfkb.reading.fields import CONCEPT_TYPES
from plfkb.reading.knowledge_base import load
from plfkb.settings import Settings
from plfkb.site import Site

log = logging.getLogger("mkdocs.plugins.plfkb")

_PACKAGE = Path(__file__).parent
_FORM = "begrep.yml"
"""GitHub's form for a new concept, which a knowledge base may have."""

# The theme's style sheet, which is bundled, and what no page asks for then: its styles and its script.
_THEME_STYLES = re.compile(r"assets/stylesheets/main\.\w+\.min\.css")
_THEME_FILES = re.compile(r"assets/(?:stylesheets|javascripts)/.*")


# MkDocs leaves the hooks that these two classes trigger untyped, hence the exemptions.
class PluginConfig(Config):  # type: ignore[no-untyped-call]
    """Nothing is set here: what a knowledge base sets stands in ``plfkb.yml``, which the check reads, too."""


class PlfkbPlugin(BasePlugin[PluginConfig]):  # type: ignore[no-untyped-call]
    """Builds a knowledge base into the site. ``site`` is the current build.

    In the preview errors do not stop the build: the pages show them (``plfkb.preview``).
    """

    site: Site
    rendering: Rendering
    _preview = False
    _problems: tuple[Problem, ...] = ()
    _before: KnowledgeBase | None = None
    _complaints = Complaints()
    builds: Preview | None = None

    def on_startup(self, *, command: str, dirty: bool) -> None:
        # A build keeps nearly all that it makes until it is written: to look for what could be let go of every few
        # hundred objects takes a twentieth of its time and finds little. Memory is the same with these thresholds.
        gc.set_threshold(50_000, 20, 100)
        self._preview = command == "serve"
        self.builds = Preview() if self._preview and dirty else None

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        root = Path(config.config_file_path).parent if config.config_file_path else Path()
        kb = load(root)
        if not config.use_directory_urls:
            raise Abort(
                "plfkb: sett use_directory_urls til true i mkdocs.yml; adressene til sidene er mapper."
            )
        if Path(config.docs_dir).resolve() != (root / kb.settings.documents).resolve():
            raise Abort("plfkb: docs_dir i mkdocs.yml og documents i plfkb.yml må være samme mappe.")
        self._problems = check(kb)
        self._judge(self._problems)
        if self._preview:
            kb = self._before = with_last_good(kb, self._before)
        texts = texts_for(_language(config), site=config.site_name)
        self.site = Site(kb, texts, _publication(config, kb.settings, texts.language))
        # The theme's templates and plugins load templates in environments of their own, but all know the theme.
        config.theme["interface"] = texts
        config.theme.dirs.insert(0, str(_PACKAGE / "templates" / "theme"))
        if "plfkb" not in config.markdown_extensions:
            config.markdown_extensions.append("plfkb")
        # A style attribute, which the tables would get otherwise, is not let through by the security policy.
        config.mdx_configs.setdefault("tables", {}).setdefault("use_align_attribute", True)
        return config

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        bundled = self._bundle(files, config)
        for asset in sorted((_PACKAGE / "assets").rglob("*")):
            name = asset.relative_to(_PACKAGE / "assets").as_posix()
            if asset.is_file() and name not in bundled:
                files.append(File.generated(config, f"assets/plfkb/{name}", abs_src_path=str(asset)))
        for page in self.site.pages.values():
            # The pages stay out of the navigation: rendering a long one on every page is quadratic.
            inclusion = InclusionLevel.NOT_IN_NAV
            file = File.generated(config, _file_of(page), content=page.markdown, inclusion=inclusion)
            files.append(file)
        files.append(File.generated(config, "_headers", content=HEADERS))
        for address, content in self.site.files.items():
            files.append(File.generated(config, address, content=content))
        for address in self.site.linked_later:
            files.append(Later.generated(config, address, content=""))
        return self.builds.files(self.site, files, config) if self.builds else files

    def on_nav(self, nav: Navigation, /, *, config: MkDocsConfig, files: Files) -> Navigation:
        if self.builds:
            self.builds.navigation(nav)
        return nav

    def _bundle(self, files: Files, config: MkDocsConfig) -> set[str]:
        """Add the bundles; gives the names of our own files that are in them."""
        theme = next(file for file in files if _THEME_STYLES.fullmatch(file.src_uri))
        for file in [file for file in files if _THEME_FILES.fullmatch(file.src_uri)]:
            files.remove(file)
        bundles = {"stylesheet": style_bundle(theme.content_string), "script": script_bundle()}
        for name, bundle in bundles.items():
            config.theme[name] = bundle.address
            files.append(File.generated(config, bundle.address, content=bundle.content))
        modules = search_modules()
        for address, name in modules.items():
            config.theme[Path(name).stem + "_module"] = address
            files.append(File.generated(config, address, abs_src_path=str(_PACKAGE / "assets" / name)))
        return {*modules.values(), *(part for bundle in bundles.values() for part in bundle.parts)}

    def on_page_markdown(
        self, markdown: str, /, *, page: MkDocsPage, config: MkDocsConfig, files: Files
    ) -> str:
        ours = self._page(page)
        if ours.kind is not PageKind.DOCUMENT:
            page.meta["title"] = escape(ours.title)
        self.rendering = self.builds.begin(ours) if self.builds else self.site.begin(ours)
        config.mdx_configs["plfkb"] = {"rendering": self.rendering}
        return markdown

    def on_page_content(self, html: str, /, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        self.site.collect(self._page(page), self.rendering, html)
        # MkDocs looks for anchors before the reference list is there.
        references = {f"ref-{addresses.slug(key)}" for key in self.rendering.listed}
        page.present_anchor_ids = (page.present_anchor_ids or set()) | references
        return html

    def on_env(self, env: Environment, /, *, config: MkDocsConfig, files: Files) -> None:
        env.globals["t"] = config.theme["interface"]
        env.globals["propose"] = _proposals(config)
        env.globals["entry_types"] = CONCEPT_TYPES
        if self.builds:
            self.builds.rendered(env, files, Path(config.site_dir))
        self._judge(self.site.problems)
        found = said_once(self._problems, self.site.problems)
        self._complaints = complaints(self.site.library.kb, found, self.site.titles)
        if not self.builds:
            self._articles = self.site.articles()

    def _judge(self, problems: tuple[Problem, ...]) -> None:
        _report(problems)
        if has_errors(problems) and not self._preview:
            raise Abort("plfkb: rett feilene over, og bygg på nytt.")

    def on_serve(
        self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        kb = self.site.library.kb
        for name in (kb.settings.concepts, kb.settings.bibliography, "plfkb.yml"):
            if (kb.root / name).exists():
                server.watch(str(kb.root / name))
        box = Box(texts_for(_language(config), site=config.site_name))
        app = server.get_app()
        assert app is not None  # the server has one from the start
        if self.builds:
            server.builder = self.builds.alone(server.builder)
            app = with_later(app, server.mount_path, self.builds.finished_file)
        server.set_app(with_complaints(app, server.mount_path, lambda it: box.html(self._complaints, it)))
        return server

    def on_build_error(self, *, error: Exception) -> None:
        self._complaints = replace(self._complaints, failed=True)

    def on_page_context(
        self, context: TemplateContext, /, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        article = self.builds.article(page.url) if self.builds else self._articles[page.url]
        page.content = article.html
        if article.description:
            page.meta.setdefault("description", escape(article.description))
        page.meta["plfkb_head"] = article.head
        page.meta["plfkb_reference"] = article.citing.reference if article.citing else ""
        items = list(page.toc)
        first = items[0] if items and items[0].level == 1 else None
        # The theme's link past the menu leads to the first item.
        root = AnchorLink(
            first.title if first else str(page.title), first.id if first else "plfkb-innhold", 1
        )
        root.children = [
            *(first.children if first else items),
            *(AnchorLink(section.title, section.id, 2) for section in article.sections),
        ]
        page.toc.items = [root, *(items[1:] if first else ())]
        return context

    def on_post_page(self, output: str, /, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        return self._secured(output, page.content or "")

    def on_post_template(self, output_content: str, /, *, template_name: str, config: MkDocsConfig) -> str:
        return self._secured(output_content) if template_name.endswith(".html") else output_content

    def _secured(self, html: str, content: str = "") -> str:
        # The preview adds a script to every page that it serves, and no two are alike.
        return html if self._preview else secured(html, content)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        self.site.unpack_editions(Path(config.site_dir))
        if self.builds:
            self.builds.written()
            return
        self.site.write(Path(config.site_dir))

    def _page(self, page: MkDocsPage) -> Page:
        """Our page for one of MkDocs'; a page of ``docs/`` is not among ours and gets one."""
        known = self.site.pages.get(page.url)
        if known is not None:
            return known
        path = f"{self.site.library.kb.settings.documents}/{page.file.src_uri}"
        return Page(PageKind.DOCUMENT, page.url, "", str(page.title or ""), path=path)


def _language(config: MkDocsConfig) -> str:
    """The language of the interface: the theme's setting, which the theme's own texts follow, too."""
    language = str(config.theme.get("language", ""))
    if language not in LANGUAGES:
        raise Abort(f"plfkb: sett theme.language i mkdocs.yml til ett av {', '.join(LANGUAGES)}.")
    return language


def _publication(config: MkDocsConfig, settings: Settings, language: str) -> Publication:
    return Publication(
        name=config.site_name,
        url=config.site_url or "",
        description=config.site_description or "",
        language=language,
        licence=settings.licence,
        contact=settings.contact,
        edit=_edit_address(config),
    )


def _edit_address(config: MkDocsConfig) -> str:
    """Where the repository's host lets one change the files of the folder of documents; empty when it says nothing.

    An address with a query has no folders to go by, so a host that needs one gets no links.
    """
    if not config.edit_uri or set("?#") & set(config.edit_uri):
        return ""
    address = urljoin((config.repo_url or "").rstrip("/") + "/", config.edit_uri.rstrip("/") + "/")
    return address if address.startswith(("https://", "http://")) else ""


def _proposals(config: MkDocsConfig) -> str:
    """The form by which a concept is proposed; empty when the repository is not at GitHub or has no such form."""
    found = urlsplit(config.repo_url or _edit_address(config))
    repository = found.path.strip("/").split("/")[:2]
    form = Path(config.config_file_path).parent / ".github/ISSUE_TEMPLATE" / _FORM
    if found.hostname != "github.com" or len(repository) < 2 or not form.is_file():
        return ""
    return f"https://github.com/{'/'.join(repository)}/issues/new?template={_FORM}"


def _file_of(page: Page) -> str:
    """The Markdown file that MkDocs turns into the page's address."""
    address = page.address.rstrip("/")
    return f"{address}/index.md" if page.kind is PageKind.OVERVIEW else f"{address}.md"


def _report(problems: tuple[Problem, ...]) -> None:
    """Every error, and how many warnings there are: those are for ``plfkb check`` to list."""
    for problem in problems:
        if problem.severity is Severity.ERROR:
            log.error("%s", problem)
    warnings = sum(problem.severity is Severity.WARNING for problem in problems)
    if warnings:
        log.info("%s advarsler; «plfkb check» viser dem", warnings)
