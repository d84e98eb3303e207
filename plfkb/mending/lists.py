"""Lists whose order means nothing."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import PurePosixPath

import yaml

from plfkb.mending.edits import Edit, File
from plfkb.mending.regions import front_matter
from plfkb.norwegian.collation import sort_key
from plfkb.reading.knowledge_base import PLANNED

SORTED_KEYS = ("forms", "redirects")


def order(file: File) -> Iterator[Edit]:
    """``usortert``: lists of forms and of redirects, and the work list."""
    if PurePosixPath(file.path).name == PLANNED:
        yield from _lines(file)
    elif file.is_markdown and any(f"\n{key}:" in file.text for key in SORTED_KEYS):
        found = front_matter(file)
        if found is not None:
            yield from _values(file, *found)


def _values(file: File, offset: int, node: yaml.MappingNode) -> Iterator[Edit]:
    for key, value in node.value:
        if key.value not in SORTED_KEYS or not isinstance(value, yaml.SequenceNode):
            continue
        spans = [(offset + item.start_mark.index, offset + item.end_mark.index) for item in value.value]
        written = [file.text[start:end] for start, end in spans]
        if len(written) < 2 or "#" in file.text[spans[0][0] : spans[-1][1]]:
            continue  # a comment belongs to one of the values
        between = [file.text[end:start] for (_, end), (start, _) in pairwise(spans)]
        ordered = sorted(written, key=sort_key)
        if ordered != written:
            new = "".join(word + gap for word, gap in zip(ordered, [*between, ""], strict=True))
            yield Edit(spans[0][0], spans[-1][1], new, {"key": key.value})


def _lines(file: File) -> Iterator[Edit]:
    """The work list has one line for each entry; comments stand above them all."""
    lines = file.text.split("\n")
    first = next(
        (number for number, line in enumerate(lines) if line.strip() and not line.startswith("#")), 0
    )
    rows = [line for line in lines[first:] if line.strip()]
    if any(line.startswith(("#", " ", "\t")) for line in rows):
        return
    ordered = sorted(rows, key=lambda line: line.partition(":")[0])
    if ordered != rows:
        start = sum(len(line) + 1 for line in lines[:first])
        yield Edit(start, len(file.text), "\n".join(ordered) + "\n", {"key": PLANNED})
