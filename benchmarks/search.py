"""Type queries into the search field of the built site, in Chromium, and read the results that a person would see.

Usage: python benchmarks/search.py [--queries FILE] [--half tuned|held-out] [--only ours|stock] [--site FOLDER] [--failures]
       python benchmarks/search.py --entries 5000      (bytes and milliseconds on a synthetic knowledge base)

Stock search is Material's own, on the same pages and words without plfkb (``benchmarks.build.write_plain``). How a
query is judged: docs/utvikling/sok.md. A result that the search itself calls uncertain does not count as an answer.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

sys.path.insert(0, str(Path(__file__).parent.parent))

from playwright.sync_api import Browser, Page

from benchmarks import corpus
from benchmarks.build import CONFIG, run, write_plain
from benchmarks.serving import Server, served
from tests.browser import chromium

QUERIES = corpus.ROOT / "tests/cases/search_queries.yml"
NO_ANSWER = "no-answer"
SLOW = 4
"""How many times slower than this machine the processor is made for the times."""
TIMED = 5
"""Every how many queries is timed."""
READY = 4000
"""Milliseconds that a search gets to fetch and read what it needs before the first key is pressed."""
REST = 700
"""Milliseconds without change after which nothing more is expected."""
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
class Seen:
    """What a query gave: pages in the order in which they stand, whether the search stands by them, and the cost."""

    pages: tuple[str, ...]
    sure: bool
    sent: int
    milliseconds: float | None


@dataclass(frozen=True, slots=True)
class Engine:
    """A search. ``field`` and ``results`` are selectors; ``counted`` begins the paths that are fetched for it,
    and ``ready`` is how many milliseconds it gets before the first key."""

    name: str
    folder: Path
    field: str
    results: str
    sure: Callable[[Page], bool]
    counted: tuple[str, ...]
    ready: int


def ours(folder: Path) -> Engine:
    return Engine(
        "plfkb",
        folder,
        "form[data-plfkb-search] input[type=search]:visible",
        ".plfkb-search__list > a.plfkb-hit",
        lambda page: page.locator(".plfkb-search__note:visible").count() == 0,
        ("/sok/", "/assets/plfkb/sok."),
        0,
    )


def stock(folder: Path) -> Engine:
    links = ".md-search-result__link"
    return Engine(
        "Material",
        folder,
        ".md-search__input",
        links,
        lambda page: page.locator(links).count() > 0,
        ("/search/", "/workers/"),
        READY,
    )


def queries(path: Path, half: str = "") -> list[Query]:
    rows = yaml.safe_load(path.read_text(encoding="utf-8"))
    seen: dict[str, int] = {}
    found = []
    for row in rows:
        place = seen[row["kind"]] = seen.get(row["kind"], -1) + 1
        if not half or half == ("held-out" if place % 2 else "tuned"):
            found.append(Query(row["q"], row["kind"], frozenset((*row["expect"], *row["also_ok"]))))
    return found


def ask(browser: Browser, server: Server, engine: Engine, text: str, slow: bool = False) -> Seen:
    """Open the home page as a new visitor, write a query and read what comes."""
    context = browser.new_context(
        base_url=server.address, viewport={"width": 1280, "height": 900}, locale="nb-NO"
    )
    server.sent.clear()
    page = context.new_page()
    page.goto("")
    field = page.locator(engine.field).first
    field.focus()
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(engine.ready)
    page.evaluate(WATCH, engine.results)
    if slow:
        page.wait_for_timeout(500)
        context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOW})
    page.keyboard.type(text, delay=100 if slow else 20)
    # The site's security policy lets no condition be evaluated in the page, so it is asked from here.
    while page.evaluate("performance.now() - Math.max(plfkb.wrote, plfkb.changed)") < REST:
        page.wait_for_timeout(50)
    links = page.eval_on_selector_all(
        engine.results, "links => links.map(link => new URL(link.href).pathname)"
    )
    sure = engine.sure(page)
    took = page.evaluate("plfkb.first - plfkb.wrote")
    sent = sum(size for path, size in server.sent.items() if path.startswith(engine.counted))
    context.close()
    return Seen(tuple(dict.fromkeys(links)), sure, sent, took if slow and took > 0 else None)


# Milliseconds from the last keystroke to the first frame that shows what it gave.
WATCH = """results => {
  window.plfkb = { wrote: performance.now(), changed: 0, first: 0 };
  addEventListener("keydown", () => { plfkb.wrote = performance.now(); plfkb.first = 0; }, true);
  new MutationObserver(() => {
    plfkb.changed = performance.now();
    requestAnimationFrame(() => { if (!plfkb.first && document.querySelector(results)) plfkb.first = performance.now(); });
  }).observe(document.body, { childList: true, subtree: true });
}"""


def rank(seen: Seen, right: frozenset[str]) -> int:
    """The rank of the first right page among the entries that are shown; 0 when there is none."""
    if not seen.sure:
        return 0
    entries = [path.split("/") for path in seen.pages]
    ids = [parts[2] for parts in entries if parts[1] in ("begrep", "sammenlikning") and len(parts) > 3]
    return next((place for place, id_ in enumerate(ids, 1) if id_ in right), 0)


def measure(engine: Engine, asked: Sequence[Query], failures: bool) -> None:
    ranks: dict[str, list[int]] = {}
    sent, times, unsure = [], [], []
    with served(engine.folder) as server, chromium() as browser:
        for number, query in enumerate(asked):
            seen = ask(browser, server, engine, query.text)
            sent.append(seen.sent)
            if query.kind == NO_ANSWER:
                unsure.append(not seen.sure)
                continue
            place = rank(seen, query.right)
            ranks.setdefault(query.kind, []).append(place)
            if failures and place != 1:
                shown = ", ".join(path.strip("/") for path in seen.pages[:4])
                print(f"  {place or '-'}  {query.kind}: {query.text}  ->  {shown}", flush=True)
            if number % TIMED == 0:
                slow = ask(browser, server, engine, query.text, slow=True).milliseconds
                times += [slow] if slow is not None else []
    every = [place for places in ranks.values() for place in places]
    print(
        f"\n{engine.name}: success@1 {share(every, 1)}, @3 {share(every, 3)}, @5 {share(every, 5)} ({len(every)} queries)"
    )
    print(f"no answer: {sum(unsure)} of {len(unsure)} without a confident result")
    for kind, places in ranks.items():
        print(f"  {kind:15} {share(places, 1)}  {share(places, 3)}  {share(places, 5)}  ({len(places)})")
    print(cost(sent, times), flush=True)


def share(places: Sequence[int], k: int) -> str:
    return f"{sum(0 < place <= k for place in places) / max(len(places), 1):.2f}"


def cost(sent: Sequence[int], times: Sequence[float]) -> str:
    said = (
        f"fetched for a query: median {statistics.median(sent) / 1000:.0f} kB, most {max(sent) / 1000:.0f} kB"
    )
    if times:
        said += (
            f"; from the last keystroke, {SLOW} times slower: median {statistics.median(times):.0f} ms, "
            f"most {max(times):.0f} ms ({len(times)} queries)"
        )
    return said


def build_ours(folder: Path) -> Path:
    run(corpus.ROOT, "mkdocs", "build", "--quiet", "--site-dir", str(folder))
    return folder


def build_stock(folder: Path) -> Path:
    folder.mkdir()
    write_plain(corpus.ROOT, folder)
    (folder / "mkdocs.yml").write_text(CONFIG.format(plugins="search", extensions=""), encoding="utf-8")
    run(folder, "mkdocs", "build", "--quiet")
    return folder / "site"


def synthetic(entries: int, folder: Path, asked: Iterable[str]) -> None:
    corpus.write(folder, entries)
    (folder / "mkdocs.yml").write_text(CONFIG.format(plugins="plfkb", extensions=", plfkb"), encoding="utf-8")
    run(folder, "mkdocs", "build", "--quiet")
    engine = ours(folder / "site")
    with served(engine.folder) as server, chromium() as browser:
        found = [ask(browser, server, engine, text, slow=True) for text in asked]
    for text, seen in zip(asked, found, strict=True):
        print(f"  {text}: {seen.sent / 1000:.0f} kB, {seen.milliseconds or 0:.0f} ms, first {seen.pages[:1]}")
    times = [seen.milliseconds for seen in found if seen.milliseconds is not None]
    print(f"{entries} entries: {cost([seen.sent for seen in found], times)}")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--queries", type=Path, default=QUERIES)
    parser.add_argument("--half", choices=("tuned", "held-out"), default="")
    parser.add_argument("--only", choices=("ours", "stock"))
    parser.add_argument("--site", type=Path, help="a site that is built already")
    parser.add_argument("--entries", type=int)
    parser.add_argument("--failures", action="store_true")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if chosen.entries:
            synthetic(chosen.entries, Path(folder), SYNTHETIC)
            return
        asked = queries(chosen.queries, chosen.half)
        if chosen.only != "stock":
            measure(ours(chosen.site or build_ours(Path(folder, "ours"))), asked, chosen.failures)
        if chosen.only != "ours":
            measure(stock(build_stock(Path(folder, "stock"))), asked, False)


if __name__ == "__main__":
    main()
