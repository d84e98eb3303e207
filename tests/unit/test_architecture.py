"""The page about the architecture, the rules for imports and the list of dependencies agree with what there is."""

from __future__ import annotations

import re
import tomllib
from typing import Any

from tests.conftest import ROOT

PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LAYERS, NO_ENGINE, NO_COMMAND_LINE = PROJECT["tool"]["importlinter"]["contracts"]

ROOMS = {
    path.stem
    for path in (ROOT / "plfkb").iterdir()
    if (path.suffix == ".py" and path.stem != "__init__") or (path / "__init__.py").is_file()
}


def page(name: str) -> str:
    return (ROOT / "docs" / "utvikling" / name).read_text(encoding="utf-8")


def names(modules: list[str]) -> set[str]:
    return {module.removeprefix("plfkb.") for module in modules}


def test_every_room_has_a_floor() -> None:
    floors = [names(layer.split(" | ")) for layer in LAYERS["layers"]]
    assert set.union(*floors) == ROOMS


def test_only_the_doors_know_the_world_outside() -> None:
    assert ROOMS - names(NO_ENGINE["source_modules"]) == {
        "mkdocs_plugin",
        "mkdocs_preview",
        "mkdocs_files",
        "mkdocs_serve",
    }
    assert ROOMS - names(NO_COMMAND_LINE["source_modules"]) == {"cli", "commands"}


def test_the_page_shows_the_floors_as_they_are() -> None:
    drawn = page("arkitektur.md").split("```text\n")[1].split("```")[0]
    shown = [set(re.findall(r"(\w+)(?:\.py|/)(?=\s|$)", line)) for line in drawn.splitlines()]
    assert shown == [names(layer.split(" | ")) for layer in LAYERS["layers"]]


def test_the_page_of_dependencies_is_the_list() -> None:
    project = PROJECT["project"]
    groups = [project["dependencies"], *project["optional-dependencies"].values()]
    asked = {re.match(r"[\w-]+", line)[0].lower() for group in groups for line in group}  # type: ignore[index]
    cells = re.findall(r"^\| ([^|]+) \|", page("avhengigheter.md"), re.MULTILINE)[1:]
    told = {name for cell in cells if "(Debian)" not in cell for name in cell.lower().split(", ")}
    assert told - {"---"} == asked
