"""The preview's builds after the first: whatever is saved, the site is what a clean build would have written."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.config_options import Plugins
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin

from tests.conftest import write_files
from tests.e2e.test_build import FILES

MORE = {
    "docs/pensum.md": "---\ntype: pensum\n---\n# Pensum\n\n## Uke 1\n\n- [[team]]\n- [[lag-og-team]]\n",
    "docs/om.md": "# Om\n\nVi skriver om [[team]].\n",
    "docs/bilde.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>\n",
    "concepts/dialogisk.md": (
        "---\nterm: gruppe\ntype: begrep\ntheme: t\ndefinition: En gruppe [@berg2020].\ncontrasts: [team]\n---\n\n"
        "Et team er en gruppe. Et [[lag]] er det ikke, sier @dahl2010.\n"
    ),
}


class Folder:
    """A site's source, built again and again as the preview does it, and once more from nothing."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._plugins = next(option for _, option in MkDocsConfig._schema if isinstance(option, Plugins))
        self._kept: dict[str, BasePlugin] = {}  # type: ignore[type-arg]

    def built(self, name: str, *, dirty: bool) -> dict[str, bytes]:
        folder = self.root.parent / name
        folder.mkdir(exist_ok=True)
        # MkDocs keeps its plugins from one build to the next: those of the preview and those of the clean build apart.
        self._plugins.plugin_cache = self._kept if dirty else {}
        first = not self._plugins.plugin_cache

        def configured() -> MkDocsConfig:
            return load_config(str(self.root / "mkdocs.yml"), site_dir=str(folder))

        if first:
            configured().plugins.on_startup(command="serve", dirty=dirty)
        build(configured(), dirty=dirty)
        return {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in folder.rglob("*")
            if path.is_file()
        }

    def preview(self) -> dict[str, bytes]:
        return self.built("preview", dirty=True)

    def clean(self) -> dict[str, bytes]:
        return self.built("clean", dirty=False)

    def text(self, path: str) -> str:
        return (self.root / path).read_text(encoding="utf-8")

    def change(self, path: str, old: str, new: str) -> None:
        text = self.text(path)
        assert old in text
        (self.root / path).write_text(text.replace(old, new), encoding="utf-8")


@contextmanager
def quiet() -> Iterator[None]:
    logging.disable(logging.CRITICAL)
    try:
        yield
    finally:
        logging.disable(logging.NOTSET)


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Folder]:
    with quiet():
        yield Folder(write_files(tmp_path / "source", {**FILES, **MORE}))


def same(preview: dict[str, bytes], clean: dict[str, bytes]) -> list[str]:
    """The files that differ. A sitemap.xml.gz holds the time at which it was packed."""
    names = (preview.keys() | clean.keys()) - {"sitemap.xml.gz"}
    return sorted(name for name in names if preview.get(name) != clean.get(name))


Step = Callable[[Folder], object]

STEPS: dict[str, Step] = {
    "nothing": lambda folder: None,
    "a body": lambda folder: folder.change("concepts/team.md", "mer enn", "langt mer enn"),
    "a body with a link": lambda folder: folder.change("concepts/lag.md", "Tekst.", "Tekst om et [[team]]."),
    "a body without the link": lambda folder: folder.change("concepts/lag.md", " om et [[team]]", ""),
    "a body with a citation": lambda folder: folder.change("concepts/lag.md", "Tekst.", "Så @dahl2010."),
    "a body without citations": lambda folder: folder.change(
        "concepts/team.md", "Som @berg2020 [s. 3] sier.", "Ingenting."
    ),
    "a definition": lambda folder: folder.change("concepts/lag.md", "Et lag [", "Et lag er en flokk ["),
    "a definition without sources": lambda folder: folder.change("concepts/lag.md", " [@berg2020]", ""),
    "a summary": lambda folder: folder.change("concepts/lag-og-team.md", "Kort", "Kort og godt"),
    "a cell": lambda folder: folder.change("concepts/lag-og-team.md", "Ett [", "To ["),
    "a term": lambda folder: folder.change("concepts/lag.md", "term: lag", "term: flokk"),
    "a synonym": lambda folder: folder.change("concepts/team.md", "[arbeidslag]", "[arbeidslag, gjeng]"),
    "a relation": lambda folder: folder.change(
        "concepts/team.md", "related: [lag, dialog]", "related: [dialog]"
    ),
    "a date": lambda folder: folder.change(
        "concepts/lag.md", "type: begrep", "type: begrep\nupdated: 2026-01-02"
    ),
    "a theme": lambda folder: folder.change("concepts/temaer.yml", "Om samarbeid", "Alt om samarbeid"),
    "a planned entry": lambda folder: folder.change(
        "concepts/planlagt.yml", "dialog: dialog", "dialog: samtale"
    ),
    "a source": lambda folder: folder.change("bib/a.bib", "Annen", "En annen"),
    "a name in a source": lambda folder: folder.change("bib/a.bib", "Dahl, Per", "Berg, Per"),
    "a docs page": lambda folder: folder.change("docs/om.md", "Vi skriver", "Vi skriver mye"),
    "a title in the menu": lambda folder: folder.change("docs/index.md", "# Forside", "# Velkommen"),
    "a title of a docs page": lambda folder: folder.change("docs/om.md", "# Om", "# Om oss"),
    "front matter of a docs page": lambda folder: folder.change(
        "docs/om.md", "# Om", "---\ndescription: Kort\n---\n# Om"
    ),
    "a reading list": lambda folder: folder.change("docs/pensum.md", "- [[team]]\n", "- [[lag]]\n"),
    "an insert": lambda folder: folder.change("docs/liste.md", "kilder lest", "kilder"),
    "a picture": lambda folder: folder.change("docs/bilde.svg", "<svg ", "<svg width='1' "),
    "the settings": lambda folder: (folder.root / "plfkb.yml").write_text("autolink: nei\n"),
    "the configuration": lambda folder: folder.change("mkdocs.yml", "site_name: Prøve", "site_name: Annen"),
    "a new entry": lambda folder: (folder.root / "concepts/ny.md").write_text(
        folder.text("concepts/lag.md").replace("term: flokk", "term: ny"), encoding="utf-8"
    ),
    "a new docs page": lambda folder: (folder.root / "docs/ny.md").write_text("# Ny\n\nOm [[team]].\n"),
    "a docs page less": lambda folder: (folder.root / "docs/ny.md").unlink(),
    "an entry less": lambda folder: (folder.root / "concepts/ny.md").unlink(),
    "a body after all this": lambda folder: folder.change("concepts/team.md", "langt mer", "mye mer"),
}


def test_the_preview_is_what_a_clean_build_writes(folder: Folder) -> None:
    assert same(folder.preview(), folder.clean()) == []
    for name, step in STEPS.items():
        step(folder)
        assert (name, same(folder.preview(), folder.clean())) == (name, [])


def test_a_saved_body_leaves_other_pages_alone(folder: Folder) -> None:
    folder.preview()
    site = folder.root.parent / "preview"
    before = {path: path.stat().st_mtime_ns for path in site.rglob("index.html")}
    folder.change("concepts/team.md", "mer enn", "langt mer enn")
    folder.preview()
    written = {
        path.parent.relative_to(site).as_posix() for path in before if path.stat().st_mtime_ns != before[path]
    }
    assert "begrep/team" in written
    assert "begrep/dialogisk" not in written
    assert "kilde/dahl2010" not in written


def test_a_failed_build_leaves_nothing_stale(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.preview()
    folder.change("concepts/team.md", "mer enn", "langt mer enn")
    with monkeypatch.context() as patch:
        patch.setattr("mkdocs.utils.write_file", full)
        with pytest.raises(OSError, match="full"):
            folder.preview()
    assert same(folder.preview(), folder.clean()) == []


def full(content: bytes, path: str) -> None:
    raise OSError("full")
