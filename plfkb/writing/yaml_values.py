"""Texts as YAML values."""

from __future__ import annotations

import yaml


def scalar(text: str) -> str:
    """A text as one line of YAML, in quotation marks only where YAML needs them."""
    written = yaml.safe_dump(text, allow_unicode=True, width=10_000, default_flow_style=True)
    return written.removesuffix("\n").removesuffix("\n...")


def flow_list(texts: list[str]) -> str:
    """Texts as a list in brackets. A value with a sign that ends a list is put in quotation marks."""
    written = yaml.safe_dump(texts, allow_unicode=True, width=10_000, default_flow_style=True)
    return written.removesuffix("\n")
