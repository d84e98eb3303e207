"""What all tests share: small knowledge bases made of a mapping from path to text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
import yaml

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


@pytest.fixture
def make_files(tmp_path: Path) -> MakeFiles:
    """Write files below a fresh folder and give that folder."""

    def make(files: Mapping[str, str | bytes]) -> Path:
        for path, text in files.items():
            target = tmp_path / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(text if isinstance(text, bytes) else text.encode())
        return tmp_path

    return make
