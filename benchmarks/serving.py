"""A web server that compresses as a real one does, and remembers what it sent."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

_COMPRESSED = {".html", ".css", ".js", ".json", ".svg", ".xml"}


class Server(ThreadingHTTPServer):
    """``sent`` maps each path to the bytes of its answer, compressed; a reader may clear it."""

    def __init__(self, folder: Path) -> None:
        self.sent: dict[str, int] = {}
        self._packed: dict[Path, bytes] = {}
        super().__init__(("127.0.0.1", 0), partial(_Handler, directory=str(folder)))

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/"

    def packed(self, file: Path) -> bytes:
        if file not in self._packed:
            self._packed[file] = gzip.compress(file.read_bytes(), 6)
        return self._packed[file]

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that leaves a page in the middle of a download is no error."""


class _Handler(SimpleHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"
    # Otherwise the second part of an answer waits 40 ms for the browser to acknowledge the first.
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if path.is_dir() else path
        if not file.is_file():
            self.send_error(404)
            return
        small = file.suffix in _COMPRESSED
        body = self.server.packed(file) if small else file.read_bytes()
        self.server.sent[self.path] = len(body)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Length", str(len(body)))
        if small:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the name is the library's)
        pass


@contextmanager
def served(folder: Path) -> Iterator[Server]:
    server = Server(folder)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
