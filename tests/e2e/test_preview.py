"""``plfkb serve`` as a contributor uses it: save, and see the page or what is wrong with it."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from tests.conftest import ROOT, write_files
from tests.e2e.test_build import FILES


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def preview(root: Path, said: Path | None = None) -> Iterator[str]:
    """The address of a running preview. What it says goes to the file ``said``."""
    address = f"127.0.0.1:{free_port()}"
    with (
        Path(said or os.devnull).open("wb") as output,
        subprocess.Popen(
            [sys.executable, "-m", "plfkb.cli", "serve", "--root", str(root), "--dev-addr", address],
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=output,
            stderr=output,
            start_new_session=True,
        ) as process,
    ):
        try:
            yield f"http://{address}/"
        finally:
            # Not an interrupt: where the tests run in the background, children are born deaf to it.
            os.killpg(process.pid, signal.SIGTERM)
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)


def page(address: str) -> str:
    """What is served, also when it is the page for a missing address; empty before the server answers."""
    try:
        with urlopen(address) as answer:
            return str(answer.read().decode())
    except HTTPError as error:
        with error:
            return error.read().decode()
    except OSError:
        return ""


def shown(address: str, words: str, *, gone: bool = False) -> str:
    """The page when it shows the words (or no longer does)."""
    html = ""
    for _ in range(300):
        html = page(address)
        if html and (words in html) is not gone:
            return html
        time.sleep(0.1)
    raise AssertionError((words, html[-2000:]))


def test_complaints_stand_on_the_page_and_go_when_it_is_mended(tmp_path: Path) -> None:
    root = write_files(tmp_path, FILES)
    entry = root / "concepts/team.md"
    whole = entry.read_text(encoding="utf-8")
    with preview(root) as address:
        assert "ukjent-lenke" not in shown(f"{address}begrep/team/", "Et team er mer enn")
        entry.write_text(whole.replace("[[lag]]", "[[lagg]]"), encoding="utf-8")
        wrong = shown(f"{address}begrep/team/", "ukjent-lenke")
        assert "concepts/team.md:14" in wrong
        assert wrong.index("plfkb-complaints") < wrong.index("Et team er mer enn")
        assert 'href="begrep/team/">Team</a> (1)' in page(address)
        assert "plfkb-complaints" in page(f"{address}plfkb-forhandsvisning.css")
        entry.write_text(whole.replace("---\nterm", "term", 1), encoding="utf-8")
        unread = shown(f"{address}begrep/team/", "frontmatter-mangler")
        assert "Et team er mer enn" in unread
        entry.write_text(whole, encoding="utf-8")
        shown(f"{address}begrep/team/", "frontmatter-mangler", gone=True)
        (root / "concepts/ny.md").write_text("term: ny\n", encoding="utf-8")
        assert "concepts/ny.md" in shown(f"{address}begrep/ny/", "frontmatter-mangler")


def test_a_preview_may_begin_with_errors(tmp_path: Path) -> None:
    files = {**FILES, "concepts/lag.md": FILES["concepts/lag.md"].replace("theme: t", "theme: x")}
    with preview(write_files(tmp_path, files)) as address:
        assert "ukjent-tema" in shown(f"{address}begrep/lag/", "plfkb-complaints")


def test_a_site_that_cannot_be_made_is_shown_as_it_was(tmp_path: Path) -> None:
    root = write_files(tmp_path / "source", {**FILES, "docs/om.md": "# Om\n\nFørst.\n"})
    page_of_docs, said = root / "docs/om.md", tmp_path / "said"
    with preview(root, said) as address:
        shown(f"{address}om/", "Først.")
        page_of_docs.write_bytes("# Om\n\nSå.\n".encode("latin-1"))
        html = shown(f"{address}begrep/team/", "kunne ikke lages på nytt")
        assert "Et team er mer enn" in html
        assert "Først." in page(f"{address}om/")
        assert page(f"{address}begrep/team/kort.json").startswith("{")
        page_of_docs.write_text("# Om\n\nSå.\n", encoding="utf-8")
        shown(f"{address}om/", "Så.")
        assert "kunne ikke lages på nytt" not in page(f"{address}begrep/team/")
    told = said.read_text(encoding="utf-8")
    assert "UnicodeDecodeError" in told
    assert "Sidene vises slik de var. Lagre fila en gang til." in told
    assert f"Nettstedet vises på {address}" in told
    assert "Traceback" not in told
    assert "dirty" not in told


def test_the_files_of_the_search_are_there_when_they_are_asked_for(tmp_path: Path) -> None:
    root = write_files(tmp_path, FILES)
    entry = root / "concepts/team.md"
    with preview(root) as address:
        register = shown(f"{address}sok/data/register.json", "version")
        assert "gruppe" in page(f"{address}begrep/team/kort.json")
        entry.write_text(entry.read_text(encoding="utf-8").replace("en gruppe", "en flokk"), encoding="utf-8")
        shown(f"{address}begrep/team/", "en flokk")
        assert "flokk" in page(f"{address}begrep/team/kort.json")
        assert page(f"{address}sok/data/register.json") != register


def test_nothing_is_left_when_the_preview_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    with preview(write_files(tmp_path / "source", FILES)) as address:
        shown(f"{address}begrep/team/", "Et team er mer enn")
        assert list(temporary.glob("plfkb-*"))
    for _ in range(100):
        if not list(temporary.glob("plfkb-*")):
            return
        time.sleep(0.1)
    raise AssertionError(list(temporary.glob("plfkb-*")))


def test_serve_says_when_its_port_is_taken(tmp_path: Path) -> None:
    root = write_files(tmp_path, FILES)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        done = subprocess.run(
            [sys.executable, "-m", "plfkb.cli", "serve", "--root", str(root), "--dev-addr", address],
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert "er opptatt" in done.stderr
    assert "Traceback" not in done.stderr


def test_serve_needs_a_site() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "plfkb.cli", "serve", "--root", str(ROOT / "plfkb")],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "mkdocs.yml finnes ikke" in done.stderr
