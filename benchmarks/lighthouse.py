"""Lighthouse (mobile) over one page of each important kind, and what a page weighs.

Usage: python benchmarks/lighthouse.py [PATH ...]     (default: home, an entry, a comparison, a source, A–Å)

The site is built afresh and served with gzip from this machine. Needs Node and npm, which fetches Lighthouse the first
time, and a Chromium. Ends with an error when a goal is missed: 95 for performance, 100 for the rest, 150 kB for an entry
with everything it asks for, no layout shift.
"""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.browser import FLAGS, executable

ROOT = Path(__file__).parent.parent
LIGHTHOUSE = "lighthouse@12.8.2"
PAGES = (
    "",
    "begrep/profesjonelt-laeringsfellesskap/",
    "sammenlikning/profesjonsfellesskap-og-plf/",
    "kilde/ottosen2022profesjonelt/",
    "begrep/",
)
CATEGORIES = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
TEXT = (".html", ".css", ".js", ".json", ".svg", ".xml", ".txt")
WEIGHT = 150_000


@dataclass(frozen=True, slots=True)
class Result:
    """``weight`` is the bytes of all answers as they were sent; ``failed`` names the audits that cost points."""

    path: str
    scores: dict[str, int]
    weight: int
    shift: float
    failed: tuple[str, ...]

    @property
    def reaches(self) -> bool:
        light = self.weight < WEIGHT or not self.path.startswith("begrep/") or self.path == "begrep/"
        return (
            light and self.shift == 0 and all(self.scores[name] >= goal for name, goal in CATEGORIES.items())
        )


@lru_cache(maxsize=200)
def packed(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), 9)


class Handler(SimpleHTTPRequestHandler):
    """A static host: gzip for text, long life for files with a hash in their name."""

    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the name is the library's)
        pass

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        content = packed(path) if path.suffix in TEXT else path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        if path.suffix in TEXT:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Cache-Control", "max-age=31536000")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


@contextmanager
def served() -> Iterator[str]:
    """The address of the real site, built for that address."""
    with tempfile.TemporaryDirectory() as folder:
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=folder))
        address = f"http://127.0.0.1:{server.server_port}/"
        surroundings = {"NO_MKDOCS_2_WARNING": "1", "PLFKB_SITE_URL": address, "PYTHONPATH": str(ROOT)}
        subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", folder],
            cwd=ROOT,
            env={**os.environ, **surroundings},
            check=True,
        )
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield address
        server.shutdown()
        server.server_close()


def measure(address: str, path: str) -> Result:
    done = subprocess.run(
        [
            *("npx", "--yes", LIGHTHOUSE, f"{address}{path}", "--quiet", "--output=json"),
            f"--chrome-flags={' '.join(FLAGS)}",
            f"--only-categories={','.join(CATEGORIES)}",
        ],
        env={**os.environ, "CHROME_PATH": executable() or ""},
        capture_output=True,
        text=True,
        check=True,
    )
    report = json.loads(done.stdout)
    audits = report["audits"]
    weighing = {
        reference["id"]
        for category in report["categories"].values()
        for reference in category["auditRefs"]
        if reference["weight"]
    }
    return Result(
        path,
        {name: round(report["categories"][name]["score"] * 100) for name in CATEGORIES},
        sum(item["transferSize"] for item in audits["network-requests"]["details"]["items"]),
        audits["cumulative-layout-shift"]["numericValue"],
        tuple(
            sorted(
                name for name in weighing if audits[name]["score"] is not None and audits[name]["score"] < 0.9
            )
        ),
    )


def main() -> None:
    paths = sys.argv[1:] or PAGES
    print("side | ytelse | tilgjengelighet | god praksis | søkemotorer | kB | forskyvning | trekk")
    with served() as address:
        results = []
        for path in paths:
            result = measure(address, path)
            scores = " | ".join(str(score) for score in result.scores.values())
            weight = f"{result.weight / 1000:.0f}"
            print(
                f"/{path} | {scores} | {weight} | {result.shift:.3f} | {', '.join(result.failed)}", flush=True
            )
            results.append(result)
    if not all(result.reaches for result in results):
        sys.exit("Et mål er ikke nådd.")


if __name__ == "__main__":
    main()
