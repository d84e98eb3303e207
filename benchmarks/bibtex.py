"""Reading 5,000 entries: plfkb beside pybtex's own parser, in one run.

Run with ``python benchmarks/bibtex.py [entries]``. Each reader runs three times; the best time is shown.
plfkb does more: it decodes LaTeX, takes apart all names, keeps lines and looks for mistakes.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

from pybtex.database import parse_string

from plfkb.checks.sources import hygiene
from plfkb.model import KnowledgeBase
from plfkb.reading.bibtex import read_bibliography

ENTRY = """@article{{forfatter{n}ord,
  author    = {{Ødegård, Åse Marie and Hansen, Jan-Åge and O'Connor, M. T. and van Manen, Max and {{Gruppe {n}}}}},
  title     = {{Om l{{\\ae}}ring i {{PLF}} nummer {n} -- en unders{{\\o}}kelse av lag}},
  journal   = {{Norsk tidsskrift for lag \\& lagspill}},
  volume    = {{{n}}},
  number    = {{2}},
  pages     = {{{n}--{last}}},
  year      = {{{year}}},
  doi       = {{10.1000/lag.{n}}},
  url       = {{https://example.org/lag/{n}?side=1}},
}}
"""


def bibliography(count: int) -> str:
    entries = (ENTRY.format(n=n, last=n + 12, year=1950 + n % 75) for n in range(1, count + 1))
    return "\n".join(entries)


def best(run: Callable[[], int], times: int = 3) -> tuple[float, int]:
    """The shortest time of the runs in seconds, and what the last run returned."""
    seconds, result = float("inf"), 0
    for _ in range(times):
        start = time.perf_counter()
        result = run()
        seconds = min(seconds, time.perf_counter() - start)
    return seconds, result


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    text = bibliography(count)
    broken = text.replace("journal   =", "journal   ")
    sources, _ = read_bibliography(text, "bib/x.bib")
    kb = KnowledgeBase(Path(), sources={source.key: source for source in sources})
    rows = {
        "pybtex parse_string": lambda: len(parse_string(text, "bibtex").entries),
        "plfkb read_bibliography": lambda: len(read_bibliography(text, "bib/x.bib")[0]),
        "plfkb, every entry broken": lambda: len(read_bibliography(broken, "bib/x.bib")[1]),
        "plfkb hygiene": lambda: sum(1 for _ in hygiene(kb)),
    }
    print(f"{count} entries, {len(text.encode()) / 1e6:.1f} MB")
    for name, run in rows.items():
        seconds, result = best(run)
        print(f"{name:<28}{seconds:>7.2f} s  ({result})")


if __name__ == "__main__":
    main()
