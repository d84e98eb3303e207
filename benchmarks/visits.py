"""A search field in Chromium: a visitor who writes in it, and what she sees and what it costs."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page

from benchmarks.serving import Server

SLOW = 4
"""How many times slower than this machine the processor is made for the times."""
REST = 250
"""Milliseconds without change, when nothing is awaited, after which nothing more is expected."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a query gave: pages in the order in which they stand, whether the search stands by them, and the cost.

    ``before`` and ``sent`` are bytes: what was fetched before the first result showed, and in all.
    """

    pages: tuple[str, ...]
    sure: bool
    before: int
    sent: int
    milliseconds: float | None


@dataclass(frozen=True, slots=True)
class Engine:
    """A search. ``field`` and ``results`` are selectors; ``counted`` begins the paths that are fetched for it.

    ``ready`` is a condition in the page that holds when the search has what it needs before the first key is pressed.
    ``whole`` tells that it fetches and reads its whole index then, which takes long and is the same for every visitor.
    """

    name: str
    folder: Path
    field: str
    results: str
    sure: Callable[[Page], bool]
    counted: tuple[str, ...]
    ready: str
    whole: bool


def ours(folder: Path) -> Engine:
    return Engine(
        "plfkb",
        folder,
        "form[data-plfkb-search] input[type=search]:visible",
        ".plfkb-search__list > a.plfkb-hit",
        lambda page: page.locator(".plfkb-search__note:visible").count() == 0,
        ("/sok/", "/assets/plfkb/sok."),
        "bench.fetched > 0",
        False,
    )


def stock(folder: Path) -> Engine:
    links = ".md-search-result__link"
    return Engine(
        "Material",
        folder,
        ".md-search__input",
        links,
        lambda page: page.locator(links).count() > 0,
        ("/search/", "/assets/javascripts/workers/", "/assets/javascripts/lunr/"),
        "bench.ready",
        True,
    )


class Visit:
    """A new visitor on the home page, with the search field ready for the first key. Close it afterwards."""

    def __init__(self, browser: Browser, server: Server, engine: Engine, slow: bool = False) -> None:
        self._server, self._engine, self._slow = server, engine, slow
        self._context = browser.new_context(
            base_url=server.address, viewport={"width": 1280, "height": 900}, locale="nb-NO"
        )
        self._context.add_init_script(WATCH.replace("RESULTS", json.dumps(engine.results)))
        server.sent.clear()
        self._page = self._context.new_page()
        self._page.goto("")
        self._page.locator(engine.field).first.focus()
        self._wait(engine.ready)
        self._page.wait_for_timeout(REST)
        if slow:
            self._context.new_cdp_session(self._page).send("Emulation.setCPUThrottlingRate", {"rate": SLOW})

    def ask(self, text: str) -> Seen:
        """Write a query in place of what stands in the field, and read what comes."""
        page, engine = self._page, self._engine
        page.keyboard.press("Control+a")
        page.keyboard.type(text, delay=100 if self._slow else 20)
        self._wait(f"performance.now() - Math.max(bench.wrote, bench.changed) > {REST}")
        links = page.eval_on_selector_all(
            engine.results, "links => links.map(link => new URL(link.href).pathname)"
        )
        first, late = page.evaluate("[bench.first - bench.wrote, bench.late()]")
        counted = {path: size for path, size in self._server.sent.items() if path.startswith(engine.counted)}
        before = sum(size for path, size in counted.items() if path not in late)
        took = first if self._slow and first > 0 else None
        return Seen(tuple(dict.fromkeys(links)), engine.sure(page), before, sum(counted.values()), took)

    def close(self) -> None:
        self._context.close()

    def _wait(self, condition: str) -> None:
        """The site's security policy lets no condition be waited for in the page, so it is asked for from here."""
        while not self._page.evaluate(f"bench.waiting === 0 && ({condition})"):
            self._page.wait_for_timeout(20)


def ask(browser: Browser, server: Server, engine: Engine, text: str, slow: bool = False) -> Seen:
    """What a new visitor gets for a query."""
    with closing(Visit(browser, server, engine, slow)) as visit:
        return visit.ask(text)


# What the page asks for and gets, and the milliseconds of the last keystroke and of the first frame that shows what it
# gave. Material's worker answers 1 when it is ready, and each 2 (a query) with a 3.
WATCH = """
window.bench = {
  waiting: 0, fetched: 0, ready: false, wrote: 0, changed: 0, first: 0, shown: Infinity,
  late: () => performance.getEntriesByType("resource").filter((file) => file.responseEnd > bench.shown)
    .map((file) => new URL(file.name).pathname),
};
const fetching = window.fetch;
window.fetch = async (...given) => {
  bench.waiting++;
  try {
    const answer = await fetching(...given);
    await answer.clone().arrayBuffer();
    bench.fetched++;
    return answer;
  } finally {
    bench.waiting--;
  }
};
window.Worker = class extends Worker {
  constructor(...given) {
    super(...given);
    this.addEventListener("message", ({ data }) => {
      bench.ready ||= data.type === 1;
      bench.waiting -= data.type === 3;
    });
  }
  postMessage(...given) {
    bench.waiting += given[0].type === 2;
    super.postMessage(...given);
  }
};
addEventListener("keydown", () => { bench.wrote = performance.now(); bench.first = 0; }, true);
addEventListener("DOMContentLoaded", () => {
  new MutationObserver(() => {
    bench.changed = performance.now();
    requestAnimationFrame(() => {
      if (bench.first || !document.querySelector(RESULTS)) return;
      bench.first = performance.now();
      bench.shown = Math.min(bench.shown, bench.first);
    });
  }).observe(document.body, { childList: true, subtree: true });
});
"""
