"""The bar in [[id|words]] inside a table row.

Markdown's tables split a row at every bar, so the bar of a link is put away before the tables are read and taken
out again afterwards, wherever it ended up.
"""

from __future__ import annotations

import re

from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor

# A character of the private use area: no text has it, and no Markdown syntax knows it.
BAR = "\ue0a6"

_LINK_BAR = re.compile(r"(\[\[[^\[\]|]+)\|([^\[\]|]+\]\])")


class HideBars(Preprocessor):
    """Before the tables."""

    def run(self, lines: list[str]) -> list[str]:
        return [
            _LINK_BAR.sub(rf"\1{BAR}\2", line) if line.lstrip().startswith("|") else line for line in lines
        ]


class ShowBars(Postprocessor):
    """What is left outside links, in code for instance, becomes a bar again."""

    def run(self, text: str) -> str:
        return text.replace(BAR, "|")
