"""Which addresses are followed, and which answers count as gone; with a server of our own."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from plfkb.errors import Place
from plfkb.reading.knowledge_base import load
from scripts.github import external_links
from tests.conftest import ROOT, MakeFiles
from tests.e2e.commands import FILES


class Answers(BaseHTTPRequestHandler):
    """The path is the status it answers with; /302 leads to /200, /0 hangs up."""

    def do_GET(self) -> None:
        status = int(self.path.strip("/"))
        if not status:
            self.close_connection = True
            return
        self.send_response(status)
        if status == 302:
            self.send_header("Location", "/200")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 the library's name
        pass


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    made = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    thread = threading.Thread(target=made.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{made.server_port}"
    made.shutdown()
    thread.join()
    made.server_close()


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("200", ""),
        ("302", ""),
        ("404", "svarer 404"),
        ("410", "svarer 410"),
        ("403", ""),
        ("429", ""),
        ("500", ""),
    ],
)
def test_the_answers(path: str, why: str, server: str) -> None:
    assert external_links.ask(f"{server}/{path}", timeout=5) == why


def test_no_answer(server: str) -> None:
    assert external_links.ask(f"{server}/0", timeout=5).startswith("svarer ikke")
    assert external_links.ask("http://127.0.0.1:1/", timeout=5).startswith("svarer ikke")
    assert external_links.ask("http://[galt/", timeout=5).startswith("svarer ikke")


def test_a_report_names_the_place(server: str) -> None:
    found = {f"{server}/200": Place("a.md", 1), f"{server}/404": Place("concepts/team.md", 12)}
    said = external_links.report(found, lambda address: external_links.ask(address, timeout=5))
    assert said.startswith("1 av 2 adresser")
    assert f"- concepts/team.md:12: <{server}/404> svarer 404" in said


def test_nothing_is_said_when_all_is_well(server: str) -> None:
    assert external_links.report({f"{server}/200": Place("a.md", 1)}, external_links.ask) == ""


def test_the_addresses_of_a_knowledge_base(make_files: MakeFiles) -> None:
    root = make_files(
        {
            **FILES,
            "docs/index.md": "# Forside\n\nSe [a](https://a.no/b_(c)), <https://b.no/>, https://c.no/d. og `https://kode.no/`.\n"
            "Ikke https://plf-basen.example/ eller http://localhost:8000/.\n",
            "bib/b.bib": "@book{b, title={B}, doi={10.1/x}}\n@online{c, title={C}, url={https://a.no/b_(c)}}\n",
        }
    )
    found = external_links.addresses(load(root))
    assert {address: str(place) for address, place in found.items()} == {
        "https://doi.org/10.1/x": "bib/b.bib:1",
        "https://a.no/b_(c)": "bib/b.bib:2",
        "https://b.no/": "docs/index.md:3",
        "https://c.no/d": "docs/index.md:3",
    }


def test_the_real_knowledge_base_has_addresses() -> None:
    found = external_links.addresses(load(ROOT))
    assert len(found) > 20
    assert all(address.startswith(("https://", "http://")) for address in found)


def test_as_the_workflow_calls_it(make_files: MakeFiles) -> None:
    root = make_files({**FILES, "docs/index.md": "# Forside\n\nSe http://127.0.0.2:1/borte.\n"})
    command = [sys.executable, "-m", "scripts.github.external_links", str(root)]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True)
    assert "- docs/index.md:3: <http://127.0.0.2:1/borte> svarer ikke" in said.stdout
