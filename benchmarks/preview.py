"""Time what the preview needs after one file is saved, in a knowledge base of 1000 entries.

Usage: python benchmarks/preview.py [ENTRIES]

Each kind of change is saved a few times in a row; the figure is the median of the seconds from the beginning of the build
to its end, and in brackets those of the processor. The server itself waits another 0.1 to 0.6 seconds before it begins.
"""

from __future__ import annotations

import logging
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks import corpus
from benchmarks.build import CONFIG

TIMES = 3
ENTRY = "concepts/begrep-7.md"
CHANGES: dict[str, tuple[str, Callable[[str, int], str]]] = {
    "one body": (ENTRY, lambda text, n: f"{text.rstrip()}\n\nEn setning til, nummer {n}.\n"),
    "one definition": (ENTRY, lambda text, n: text.replace("definition: ", f"definition: Nummer {n} ", 1)),
    "one term": (ENTRY, lambda text, n: text.replace("term: ", f"term: ny{n} ", 1)),
    "one source": ("bib/plf.bib", lambda text, n: text.replace("Et verk", f"Et nytt{n} verk", 1)),
}


def main() -> None:
    logging.disable(logging.WARNING)
    entries = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as folder:
        root, site = Path(folder, "source"), Path(folder, "site")
        corpus.write(root, entries)
        (root / "mkdocs.yml").write_text(
            CONFIG.format(plugins="plfkb", extensions=", plfkb"), encoding="utf-8"
        )
        configured(root, site).plugins.on_startup(command="serve", dirty=True)
        print(f"{entries} entries; from nothing {told([timed(root, site)])}", flush=True)
        for name, (path, change) in CHANGES.items():
            original = (root / path).read_text(encoding="utf-8")
            measured = []
            for number in range(TIMES):
                (root / path).write_text(change(original, number), encoding="utf-8")
                measured.append(timed(root, site))
            print(f"{name}: {told(measured)}", flush=True)


def configured(root: Path, site: Path) -> MkDocsConfig:
    return load_config(str(root / "mkdocs.yml"), site_dir=str(site))


def timed(root: Path, site: Path) -> tuple[float, float]:
    start, used = time.perf_counter(), time.process_time()
    build(configured(root, site), dirty=True)
    return time.perf_counter() - start, time.process_time() - used


def told(measured: list[tuple[float, float]]) -> str:
    whole, used = (statistics.median(column) for column in zip(*measured, strict=True))
    return f"{whole:.1f} s ({used:.1f} s)"


if __name__ == "__main__":
    main()
