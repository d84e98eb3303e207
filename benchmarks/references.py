"""Formatting a reference list and its citations: plfkb beside pybtex's plain style, in one run.

Run with ``python benchmarks/references.py [sources]``. Reading the file is not measured. pybtex knows
nothing of Norwegian APA, citations in the text or disambiguation; it is named as a measure of speed only.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

from plfkb.reading.bibtex import read_bibliography
from plfkb.references.bibliography import Bibliography
from plfkb.references.grammar import find
from plfkb.references.runs import to_html

ENTRY = """@article{{forfatter{n}ord,
  author  = {{Ødegård{family}, Åse Marie and Hansen, Jan-Åge and O'Connor, M. T. and van Manen, Max}},
  title   = {{Om læring i PLF nummer {n} -- en undersøkelse av lag: Hva vet vi?}},
  journal = {{Norsk tidsskrift for lag og lagspill}},
  volume  = {{{n}}},
  number  = {{2}},
  pages   = {{{n}--{last}}},
  year    = {{{year}}},
  doi     = {{10.1000/lag.{n}}},
}}
"""


def bibliography(count: int) -> str:
    return "\n".join(
        ENTRY.format(n=n, family=n % 400, last=n + 12, year=1950 + n % 75) for n in range(1, count + 1)
    )


def timed(what: str, run: Callable[[], object]) -> None:
    start = time.perf_counter()
    run()
    print(f"{what:<58} {time.perf_counter() - start:7.2f} s")


def ours(text: str, count: int) -> None:
    sources = {source.key: source for source in read_bibliography(text, "bench.bib")[0]}
    made: list[Bibliography] = []
    timed(f"plfkb: order and disambiguation of {count} sources", lambda: made.append(Bibliography(sources)))
    known = made[0]
    keys = known.in_order(sources)
    timed(f"plfkb: {count} entries as HTML", lambda: [to_html(known.reference(key)) for key in keys])
    prose = "\n".join(
        f"Slik [se @{key}, s. 3-4; jf. @{keys[0]}] er det, sier @{key} [kap. 2]." for key in keys
    )
    timed(
        f"plfkb: {2 * count} citations found and printed",
        lambda: [to_html(known.in_text(found.cluster).runs) for found in find(prose)],
    )


def theirs(text: str, count: int) -> None:
    try:
        from pybtex.backends.html import Backend
        from pybtex.database import parse_string
        from pybtex.style.formatting.plain import Style
    except ImportError:
        print("pybtex is not installed: no comparison (pip install pybtex)")
        return
    data = parse_string(text, "bibtex")
    backend, style = Backend("utf-8"), Style()

    def run() -> None:
        for entry in style.format_entries(data.entries.values()):
            entry.text.render(backend)

    timed(f"pybtex (plain style): {count} entries as HTML", run)


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    text = bibliography(count)
    ours(text, count)
    theirs(text, count)


if __name__ == "__main__":
    main()
