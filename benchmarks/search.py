"""Type queries into the search field of the built site, in Chromium, and read the results that a person would see.

Usage: python benchmarks/search.py [--queries FILE] [--only ours|stock] [--site FOLDER] [--failures]
       python benchmarks/search.py --entries 5000      (bytes and milliseconds on a synthetic knowledge base)

Stock search is Material's own, on the same pages and words without plfkb (``benchmarks.build.write_plain``), and stands
beside ours in one table. How a query is judged: docs/utvikling/sok.md. A result that the search itself calls uncertain
does not count as an answer. Nothing is waited for by the clock alone: the page counts what it has asked for (files, and
answers of Material's worker) and what has come.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks import corpus
from benchmarks.build import CONFIG, run, write_plain
from benchmarks.serving import served
from benchmarks.visits import SLOW, Engine, Seen, Visit, ask, ours, stock
from tests.browser import chromium

QUERIES = corpus.ROOT / "tests/cases/search_queries.yml"
NO_ANSWER = "no-answer"
TIMED = 5
"""Every how many queries is timed."""
SYNTHETIC = (
    "begrep 471", "synonym 88", "concept 12", "profesjonsfellesskap", "utvikling av skolen", "læring i fellesskap",
    "hvordan skape tillit mellom lærere", "forskjellen på begrep 3 og begrep 4", "distrubuert ledelse",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Query:
    text: str
    kind: str
    right: frozenset[str]


@dataclass(frozen=True, slots=True)
class Measured:
    """``ranks`` are those of the first right pages by kind, 0 for none; ``unsure`` tells of each query without answer."""

    name: str
    ranks: Mapping[str, Sequence[int]]
    unsure: Sequence[bool]
    seen: Sequence[Seen]
    times: Sequence[float]


def queries(path: Path) -> list[Query]:
    rows = yaml.safe_load(path.read_text(encoding="utf-8"))
    return [Query(row["q"], row["kind"], frozenset((*row["expect"], *row["also_ok"]))) for row in rows]


def rank(seen: Seen, right: frozenset[str]) -> int:
    """The rank of the first right page among the entries that are shown; 0 when there is none."""
    if not seen.sure:
        return 0
    entries = [path.split("/") for path in seen.pages]
    ids = [parts[2] for parts in entries if parts[1] in ("begrep", "sammenlikning") and len(parts) > 3]
    return next((place for place, id_ in enumerate(ids, 1) if id_ in right), 0)


def measure(engine: Engine, asked: Sequence[Query], failures: bool) -> Measured:
    ranks: dict[str, list[int]] = {}
    found: list[Seen] = []
    times: list[float] = []
    unsure: list[bool] = []
    with served(engine.folder) as server, chromium() as browser:
        staying = Visit(browser, server, engine) if engine.whole else None
        for number, query in enumerate(asked):
            seen = staying.ask(query.text) if staying else ask(browser, server, engine, query.text)
            found.append(seen)
            if query.kind == NO_ANSWER:
                unsure.append(not seen.sure)
            else:
                ranks.setdefault(query.kind, []).append(rank(seen, query.right))
            if failures and (seen.sure if query.kind == NO_ANSWER else ranks[query.kind][-1] != 1):
                place = "!" if query.kind == NO_ANSWER else ranks[query.kind][-1] or "-"
                shown = ", ".join(path.strip("/") for path in seen.pages[:4])
                doubt = "" if seen.sure else " (unsure)"
                print(f"  {place}  {query.kind}: {query.text}  ->{doubt}  {shown}", flush=True)
            if number % TIMED == 0 and not staying:
                slow = ask(browser, server, engine, query.text, slow=True).milliseconds
                times += [slow] if slow is not None else []
        if staying:
            staying.close()
            slow_visit = Visit(browser, server, engine, slow=True)
            asked_slowly = [slow_visit.ask(query.text).milliseconds for query in asked[::TIMED]]
            times = [slow for slow in asked_slowly if slow is not None]
    return Measured(engine.name, ranks, unsure, found, times)


def table(measured: Sequence[Measured]) -> Iterator[str]:
    """The engines side by side: success among the first and the first three by kind, and the cost."""
    yield f"| {'kind':15} | n  |" + "".join(f" {item.name + ' @1':11} | @3   |" for item in measured)
    yield f"|{'-' * 17}|----|" + "-------------|------|" * len(measured)
    for kind, places in measured[0].ranks.items():
        shares = (f" {share(item.ranks[kind], 1):11} | {share(item.ranks[kind], 3)} |" for item in measured)
        yield f"| {kind:15} | {len(places):2} |" + "".join(shares)
    every = [[place for places in item.ranks.values() for place in places] for item in measured]
    shares = (f" {share(places, 1):11} | {share(places, 3)} |" for places in every)
    yield f"| {'all':15} | {len(every[0]):2} |" + "".join(shares)
    for item in measured:
        yield f"{item.name}: {sum(item.unsure)} of {len(item.unsure)} without a confident result when there is no answer"
        yield f"{item.name}: {cost(item.seen, item.times)}"


def share(places: Sequence[int], k: int) -> str:
    return f"{sum(0 < place <= k for place in places) / max(len(places), 1):.2f}"


def cost(seen: Sequence[Seen], times: Sequence[float]) -> str:
    said = []
    for what, sizes in (
        ("before the first result", [item.before for item in seen if item.pages]),
        ("for the whole query", [item.sent for item in seen]),
    ):
        said.append(
            f"{what} median {statistics.median(sizes) / 1000:.0f} kB, most {max(sizes) / 1000:.0f} kB"
        )
    if times:
        said.append(
            f"from the last keystroke, {SLOW} times slower: median {statistics.median(times):.0f} ms, "
            f"most {max(times):.0f} ms ({len(times)} queries)"
        )
    return "; ".join(said)


def build_ours(folder: Path) -> Path:
    run(corpus.ROOT, "mkdocs", "build", "--quiet", "--site-dir", str(folder))
    return folder


def build_stock(folder: Path) -> Path:
    folder.mkdir()
    write_plain(corpus.ROOT, folder)
    (folder / "mkdocs.yml").write_text(CONFIG.format(plugins="search", extensions=""), encoding="utf-8")
    run(folder, "mkdocs", "build", "--quiet")
    return folder / "site"


def build_synthetic(folder: Path, entries: int) -> Path:
    corpus.write(folder, entries)
    (folder / "mkdocs.yml").write_text(CONFIG.format(plugins="plfkb", extensions=", plfkb"), encoding="utf-8")
    run(folder, "mkdocs", "build", "--quiet")
    return folder / "site"


def synthetic(entries: int, folder: Path, asked: Iterable[str]) -> None:
    engine = ours(folder)
    with served(engine.folder) as server, chromium() as browser:
        found = [ask(browser, server, engine, text, slow=True) for text in asked]
    for text, seen in zip(asked, found, strict=True):
        size = f"{seen.before / 1000:.0f} of {seen.sent / 1000:.0f} kB"
        print(f"  {text}: {size}, {seen.milliseconds or 0:.0f} ms, first {seen.pages[:1]}")
    times = [seen.milliseconds for seen in found if seen.milliseconds is not None]
    print(f"{entries} entries: {cost(found, times)}")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--queries", type=Path, default=QUERIES)
    parser.add_argument("--only", choices=("ours", "stock"))
    parser.add_argument("--site", type=Path, help="a site that is built already")
    parser.add_argument("--entries", type=int)
    parser.add_argument("--failures", action="store_true")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if chosen.entries:
            site = chosen.site or build_synthetic(Path(folder), chosen.entries)
            synthetic(chosen.entries, site, SYNTHETIC)
            return
        asked = queries(chosen.queries)
        engines = []
        if chosen.only != "stock":
            engines.append(ours(chosen.site or build_ours(Path(folder, "ours"))))
        if chosen.only != "ours":
            engines.append(stock(build_stock(Path(folder, "stock"))))
        measured = [measure(engine, asked, chosen.failures) for engine in engines]
        print(*table(measured), sep="\n")


if __name__ == "__main__":
    main()
