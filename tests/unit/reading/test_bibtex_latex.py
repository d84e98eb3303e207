from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from plfkb.reading.latex import decode, decode_address

FILE = Path(__file__).parents[2] / "cases/bibtex-latex.yml"
CASES: list[dict[str, Any]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["latex"] for case in CASES])
def test_decode(case: dict[str, Any]) -> None:
    decoded = decode(case["latex"])
    assert decoded.text == case["text"]
    assert list(decoded.unknown) == case.get("unknown", [])


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("https://a.no/x%20y--z~q", "https://a.no/x%20y--z~q"),
        (r"https://a.no/x\_y\&z\%20\#q", "https://a.no/x_y&z%20#q"),
        (r"\url{https://a.no/x}", "https://a.no/x"),
        ("{https://a.no/x}", "https://a.no/x"),
        (r"https://a.no/\'e", r"https://a.no/\'e"),
    ],
)
def test_decode_address(written: str, address: str) -> None:
    assert decode_address(written) == address
