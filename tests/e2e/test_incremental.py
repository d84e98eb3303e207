"""The preview's builds after the first: whatever is saved, the site is what a clean build would have written."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.config_options import Plugins
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin

from plfkb.mkdocs_plugin import PlfkbPlugin
from tests.conftest import write_files
from tests.e2e.test_build import FILES

MORE = {
    "docs/pensum.md": "---\ntype: pensum\n---\n# Pensum\n\n## Uke 1\n\n- [[team]]\n- [[lag-og-team]]\n",
    "docs/om.md": "# Om\n\nVi skriver om [[team]].\n",
    "concepts/prosjekt.md": (
        "---\nterm: prosjekt\ntype: begrep\ntheme: t\ndefinition: Et prosjekt [@berg2020].\nrelated: [dialogisk]\n---\n\n"
        "Laget sier noe annet enn teamet, skriver @berg2020 og @dahl2010. Et arbeidslag er et [[arbeidslag]].\n"
    ),
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
        self._kept: dict[str, BasePlugin[Any]] = {}

    def built(self, name: str, *, dirty: bool, asked: bool = True) -> dict[str, bytes]:
        folder = self.root.parent / name
        folder.mkdir(exist_ok=True)
        # MkDocs keeps its plugins from one build to the next: those of the preview and those of the clean build apart.
        self._plugins.plugin_cache = self._kept if dirty else {}
        first = not self._plugins.plugin_cache

        def configured() -> MkDocsConfig:
            return load_config(str(self.root / "mkdocs.yml"), site_dir=str(folder))

        if first:
            configured().plugins.on_startup(command="serve", dirty=dirty)
        config = configured()
        build(config, dirty=dirty)
        written = {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in folder.rglob("*")
            if path.is_file()
        }
        return written | served(config.plugins["plfkb"]) if dirty and asked else written

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


def served(plugin: BasePlugin[Any]) -> dict[str, bytes]:
    """What the preview makes when it is asked for it; each file must be the same when it is asked for alone."""
    assert isinstance(plugin, PlfkbPlugin)
    assert plugin.builds is not None
    site = plugin.builds.shown
    assert site is not None
    finished = site.finished
    assert [name for name, content in finished.items() if site.finished_file(name) != content] == []
    return {name: content.encode() for name, content in finished.items()}


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
    "a name that stands in other texts": lambda folder: folder.change(
        "concepts/dialogisk.md", "type: begrep", "type: begrep\nalso: [noe annet]"
    ),
    "an everyday word": lambda folder: folder.change(
        "concepts/dialogisk.md", "type: begrep", "type: begrep\neveryday_words: [noe annet]"
    ),
    "a name less": lambda folder: folder.change("concepts/dialogisk.md", "also: [noe annet]\n", ""),
    "a name that is discouraged": lambda folder: folder.change(
        "concepts/team.md", "also: [arbeidslag, gjeng]", "discouraged: [arbeidslag]"
    ),
    "a name that two have": lambda folder: folder.change(
        "concepts/dialogisk.md", "type: begrep", "type: begrep\nalso: [arbeidslag]"
    ),
    "a name that one has again": lambda folder: folder.change(
        "concepts/dialogisk.md", "type: begrep\nalso: [arbeidslag]", "type: begrep"
    ),
    "a word not to link": lambda folder: folder.change(
        "concepts/prosjekt.md", "type: begrep", "type: begrep\nnolink: [team]"
    ),
    "a successor": lambda folder: folder.change(
        "concepts/lag.md", "type: begrep", "type: begrep\nreplaced_by: team"
    ),
    "no successor": lambda folder: folder.change("concepts/lag.md", "replaced_by: team\n", ""),
    "a hidden word": lambda folder: folder.change("concepts/team.md", "[rundbordslag]", "[rundbord, bord]"),
    "a term abroad": lambda folder: folder.change("concepts/team.md", "en: [team]", "en: [crew]"),
    "a side": lambda folder: folder.change(
        "concepts/lag-og-team.md", "title: Lag og team", "title: Team og lag"
    ),
    "a type": lambda folder: folder.change("concepts/dialogisk.md", "type: begrep", "type: modell"),
    "a contrast": lambda folder: folder.change(
        "concepts/dialogisk.md", "contrasts: [team]", "contrasts: [lag]"
    ),
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
    "the place of a source": lambda folder: folder.change("bib/a.bib", "@book", "\n@book"),
    "two works by one": lambda folder: folder.change("bib/a.bib", "Berg, Per", "Berg, Kari"),
    "two works of one year": lambda folder: folder.change("bib/a.bib", "{2010}", "{2020}"),
    "works in another order": lambda folder: folder.change("bib/a.bib", "{En annen}", "{Aller først}"),
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
    "an entry that links to files": lambda folder: folder.change(
        "concepts/ny.md", "Så @dahl", "Se [tabellen](../tabell.md) og [det siste](siste.md). Så @dahl"
    ),
    "the entry that it links to": lambda folder: (folder.root / "concepts/siste.md").write_text(
        folder.text("concepts/lag.md").replace("term: flokk", "term: siste\nalso: [ganske]"), encoding="utf-8"
    ),
    "a renamed entry": lambda folder: (folder.root / "concepts/siste.md").rename(
        folder.root / "concepts/aller-siste.md"
    ),
    "an entry less than before": lambda folder: (folder.root / "concepts/aller-siste.md").unlink(),
    "a redirect": lambda folder: folder.change(
        "concepts/team.md", "[gammelt-team]", "[gammelt-team, eldre-team]"
    ),
    "a redirect less": lambda folder: folder.change(
        "concepts/team.md", "[gammelt-team, eldre-team]", "[eldre-team]"
    ),
    "a source more": lambda folder: (folder.root / "bib/a.bib").write_text(
        f"{folder.text('bib/a.bib')}@book{{ny2010, author = {{Dahl, Per}}, title = {{Ny}}, publisher = {{F}},"
        " year = {2010}}\n",
        encoding="utf-8",
    ),
    "a source less": lambda folder: (folder.root / "bib/a.bib").write_text(
        folder.text("bib/a.bib").split("@book{ny2010")[0], encoding="utf-8"
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


def test_what_nobody_asked_for_is_not_stale_when_it_is_asked_for(folder: Folder) -> None:
    """The files of the search may be asked for in one build and again only some builds later."""
    folder.preview()
    folder.change("concepts/team.md", "mer enn", "langt mer enn")
    folder.built("preview", dirty=True, asked=False)
    folder.change("concepts/lag.md", "Tekst.", "Noe ganske annet.")
    folder.built("preview", dirty=True, asked=False)
    assert same(folder.preview(), folder.clean()) == []


@pytest.mark.parametrize(
    ("path", "old", "new", "concerned", "left"),
    [
        (
            "concepts/team.md",
            "mer enn",
            "langt mer enn",
            {"begrep/team", "begrep/lag"},
            {"begrep/dialogisk", "kilde/dahl2010", "begrep", "tema/t"},
        ),
        (
            "concepts/lag.md",
            "term: lag",
            "term: flokk",
            {"begrep/lag", "begrep/team", "begrep/prosjekt", "begrep"},
            {"om", "tabell"},
        ),
        (
            "concepts/lag.md",
            "type: begrep",
            "type: begrep\nupdated: 2026-01-02",
            {"begrep/lag"},
            {"begrep/team", "begrep/prosjekt", "kilde/dahl2010", "kilde/berg2020", "om"},
        ),
        (
            "bib/a.bib",
            "{Annen}",
            "{En annen}",
            {"kilde/dahl2010", "begrep/dialogisk"},
            {"kilde/berg2020", "begrep/lag", "tema/t", "begrep"},
        ),
    ],
)
def test_what_is_saved_leaves_other_pages_alone(
    folder: Folder, path: str, old: str, new: str, concerned: set[str], left: set[str]
) -> None:
    folder.preview()
    site = folder.root.parent / "preview"
    before = {path: path.stat().st_mtime_ns for path in site.rglob("index.html")}
    folder.change(path, old, new)
    folder.preview()
    written = {
        path.parent.relative_to(site).as_posix() for path in before if path.stat().st_mtime_ns != before[path]
    }
    assert concerned - written == set()
    assert written & left == set()


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
