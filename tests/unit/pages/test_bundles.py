"""Bundles hold every style and script, in order, once."""

from __future__ import annotations

import re
from pathlib import Path

from plfkb.pages.bundles import PALETTE, PRINT, SCRIPTS, STYLES, script_bundle, search_modules, style_bundle
from tests.conftest import ROOT

ASSETS = ROOT / "plfkb" / "assets"
# Loaded by the pages that need them.
ALONE = {"js/missing.js", "js/side-by-side.js"}


def names(pattern: str) -> set[str]:
    return {Path(path).relative_to(ASSETS).as_posix() for path in ASSETS.glob(pattern)}


def test_every_style_and_script_is_bundled_or_loaded_alone() -> None:
    assert {*STYLES, PRINT} == names("css/*.css")
    assert {*SCRIPTS, *ALONE} == names("js/*.js")


def test_the_style_sheet_is_in_order_and_has_no_comments() -> None:
    content = style_bundle("/* theirs */.theme{color:red}").content
    order = [
        content.index(mark)
        for mark in (".theme{", ".md-typeset", "--plf-paper: #fdfcf9", "@media print {\n@page")
    ]
    assert order == sorted(order)
    assert "/*" not in content
    assert content.count("{") == content.count("}")


def test_a_name_follows_the_content() -> None:
    one, other = style_bundle(".a{}"), style_bundle(".b{}")
    assert one.address != other.address
    assert one == style_bundle(".a{}")
    assert script_bundle().address.startswith("assets/plfkb/site.")
    assert PALETTE in one.parts


def test_the_modules_of_the_search_stand_beside_one_another() -> None:
    modules = search_modules()
    assert set(modules.values()) == names("js/search/*.js")
    assert len({Path(address).parent for address in modules}) == 1


def test_every_class_that_has_a_style_is_used() -> None:
    """A class that is put together («plfkb-svg__» and the kind of a stroke) is known by its beginning."""
    folders = (ROOT / "plfkb", ROOT / "docs")
    written = "".join(
        file.read_text(encoding="utf-8")
        for folder in folders
        for ending in ("py", "html", "js", "md")
        for file in folder.rglob(f"*.{ending}")
    )
    made = tuple(re.findall(r"(plfkb-[\w-]+(?:__|--))[{$]", written))
    used = set(re.findall(r"plfkb-[\w-]+", written))
    styled = {
        name
        for file in ASSETS.glob("css/*.css")
        for name in re.findall(r"\.(plfkb-[\w-]+)", file.read_text())
    }
    assert made
    assert {name for name in styled - used if not name.startswith(made)} == set()
