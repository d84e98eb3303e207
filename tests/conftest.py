"""What all tests share: small knowledge bases made of a mapping from path to text."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
import yaml
from hypothesis import settings

from plfkb.errors import Problem
from plfkb.languages import Language

# Times are measured by benchmarks: a loaded machine must not fail a test.
settings.register_profile("untimed", deadline=None)
# A change is judged by the same examples each time; new ones are looked for where someone can act on them.
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "untimed")

ROOT = Path(__file__).parent.parent
CASES = ROOT / "tests" / "cases"
MakeFiles = Callable[[Mapping[str, str | bytes]], Path]


def cases(name: str) -> list[dict[str, object]]:
    """The rows of a case file; each has a ``name`` that serves as the test's id."""
    found = rows(name)
    assert len({row["name"] for row in found}) == len(found), f"two cases of {name}.yml share a name"
    return found


def rows(name: str) -> list[dict[str, object]]:
    """The rows of a case file, whatever they hold."""
    return list(yaml.safe_load((CASES / f"{name}.yml").read_text(encoding="utf-8")))


def ids(row: dict[str, object]) -> str:
    return str(row["name"])


def write_files(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files by their path below a folder, and give that folder."""
    for path, text in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


@pytest.fixture
def make_files(tmp_path: Path) -> MakeFiles:
    """Write files below a fresh folder and give that folder."""

    def make(files: Mapping[str, str | bytes]) -> Path:
        return write_files(tmp_path, files)

    return make


# What a contributor wrote, and lists of what may be written, are Norwegian in both languages.
_WRITTEN = re.compile(
    r"“[^”]*”|\{\{[^}]*\}\}|\[\[[^]]*\]\]|use one of these: .*"
    r"|becomes: .*|begins with “.*|for example .*|write [a-z_]+ = .*|\([^()]*\)"
)


def norwegian_words(problem: Problem) -> list[str]:
    """The Norwegian words in a complaint that is told in English."""
    told = f"{problem.message_in(Language.EN)} – {problem.remedy_in(Language.EN)}"
    return re.findall(
        r"«|»|\b(?:eller|ikke|skriv|som|er|og|bruk|med|mangler|et|en)\b", _WRITTEN.sub("", told)
    )
