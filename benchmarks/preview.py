"""Time what the preview needs after one file is saved, in a knowledge base of 1000 entries.

Usage: python benchmarks/preview.py [ENTRIES]

Each kind of change is saved a few times in a row; the figure is the median of the seconds from the beginning of the build
to its end, and in brackets those of the processor. The last lines are what a contributor waits for in ``plfkb serve``: from
when the file is saved to when its page is served anew, the time that passes before the server notices included.
"""

from __future__ import annotations

import logging
import os
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from urllib.request import urlopen

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks import corpus
from benchmarks.build import CONFIG
from plfkb.mkdocs_plugin import PlfkbPlugin
from plfkb.search.files import REGISTER

TIMES = 3
ENTRY = "concepts/begrep-7.md"
BIBLIOGRAPHY = "bib/plf.bib"
# What is saved, made of which file; ``{}`` in a name is the number of the time.
CHANGES: dict[str, tuple[str, str, Callable[[str, int], str]]] = {
    "one body": (ENTRY, ENTRY, lambda text, n: f"{text.rstrip()}\n\nEn setning til, nummer {n}.\n"),
    "one definition": (
        ENTRY,
        ENTRY,
        lambda text, n: text.replace("definition: >-\n ", f"definition: >-\n  Nummer {n}:", 1),
    ),
    "one date": (
        ENTRY,
        ENTRY,
        lambda text, n: text.replace("type: begrep", f"type: begrep\nupdated: 2026-01-0{n + 1}"),
    ),
    "one relation": (
        ENTRY,
        ENTRY,
        lambda text, n: text.replace("related: [", f"related: [begrep-{n + 20}, "),
    ),
    "one name more": (ENTRY, ENTRY, lambda text, n: text.replace("also: [", f"also: [skolens ny{n}, ")),
    "one term": (ENTRY, ENTRY, lambda text, n: text.replace("term: ", f"term: ny{n} ", 1)),
    "one source": (
        BIBLIOGRAPHY,
        BIBLIOGRAPHY,
        lambda text, n: text.replace("Et verk", f"Et nytt{n} verk", 1),
    ),
    "one entry more": (
        ENTRY,
        "concepts/nytt-{}.md",
        lambda text, n: text.replace("begrep 7", f"nytt {n}").replace("synonym 7", f"nysynonym {n}"),
    ),
}
SERVED = ("one body", "one definition", "one term")


def main() -> None:
    logging.disable(logging.WARNING)
    entries = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as folder:
        root, site = Path(folder, "source"), Path(folder, "site")
        write(root, entries)
        configured(root, site).plugins.on_startup(command="serve", dirty=True)
        print(f"{entries} entries; from nothing {told([timed(root, site)])}", flush=True)
        originals = {path: (root / path).read_text(encoding="utf-8") for path in (ENTRY, BIBLIOGRAPHY)}
        for name, (original, path, change) in CHANGES.items():
            measured = []
            for number in range(TIMES):
                (root / path.format(number)).write_text(change(originals[original], number), encoding="utf-8")
                measured.append(timed(root, site))
            print(f"{name}: {told(measured)}", flush=True)
            if name in SERVED:
                print(f"  and the search, when it is asked for: {asked(root, site):.1f} s", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder), entries)
        waited(Path(folder))


def write(root: Path, entries: int) -> None:
    corpus.write(root, entries)
    (root / "mkdocs.yml").write_text(CONFIG.format(plugins="plfkb", extensions=", plfkb"), encoding="utf-8")


def waited(root: Path) -> None:
    """Print how long it takes from saving to seeing."""
    address = f"127.0.0.1:{free_port()}"
    command = [sys.executable, "-m", "plfkb.cli", "serve", "--root", str(root), "--dev-addr", address]
    original = (root / ENTRY).read_text(encoding="utf-8")
    with subprocess.Popen(command, stderr=subprocess.DEVNULL, start_new_session=True) as process:
        page = f"http://{address}/begrep/begrep-7/"
        try:
            before = seen(page, "")
            for name in SERVED:
                change, measured = CHANGES[name][2], []
                for number in range(TIMES):
                    time.sleep(1 + number / 10)  # at no particular moment between two looks at the files
                    (root / ENTRY).write_text(change(original, number), encoding="utf-8")
                    start = time.perf_counter()
                    before = seen(page, before)
                    measured.append(time.perf_counter() - start)
                print(f"{name}, from saved to served: {statistics.median(measured):.1f} s", flush=True)
        finally:
            os.killpg(process.pid, signal.SIGTERM)


def seen(page: str, before: str) -> str:
    """The main part of the page when it is another than before."""
    while True:
        try:
            with urlopen(page) as answer:
                main = answer.read().decode().partition("<main")[2].partition("</main>")[0]
        except OSError:  # the server is not there yet
            main = before
        if main != before:
            return str(main)
        time.sleep(0.02)


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def configured(root: Path, site: Path) -> MkDocsConfig:
    return load_config(str(root / "mkdocs.yml"), site_dir=str(site))


def timed(root: Path, site: Path) -> tuple[float, float]:
    start, used = time.perf_counter(), time.process_time()
    build(configured(root, site), dirty=True)
    return time.perf_counter() - start, time.process_time() - used


def asked(root: Path, site: Path) -> float:
    """Seconds until the files of the search are there, which are not made before a browser asks for them."""
    plugin = configured(root, site).plugins["plfkb"]
    assert isinstance(plugin, PlfkbPlugin)
    assert plugin.builds is not None
    start = time.perf_counter()
    assert plugin.builds.finished_file(REGISTER) is not None
    return time.perf_counter() - start


def told(measured: list[tuple[float, float]]) -> str:
    whole, used = (statistics.median(column) for column in zip(*measured, strict=True))
    return f"{whole:.1f} s ({used:.1f} s)"


if __name__ == "__main__":
    main()
