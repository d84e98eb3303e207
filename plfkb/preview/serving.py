"""What the preview serves besides the files on disk: files that are made when they are asked for, and the complaints.

The complaints are put on the pages as they are served: what is written on disk stays what readers will get.
"""

from __future__ import annotations

import mimetypes
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from plfkb import package_files

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

_STYLE = "plfkb-forhandsvisning.css"
_HEAD_ENDS = b"</head>"
_MAIN = b"<main"


def with_complaints(app: WSGIApplication, mount: str, box: Callable[[str], str]) -> WSGIApplication:
    """``app`` with the box of each page at the top of it. ``box`` gives its HTML by address, or nothing.

    ``mount`` is the path below which the site is served, with a slash at both ends.
    """
    style = package_files.data("preview/complaints.css")

    def serve(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        path = _path(environ)
        if path == mount + _STYLE:
            return _answer(start_response, "text/css; charset=utf-8", style)
        html = box(path.removeprefix(mount).removesuffix("index.html")) if path.startswith(mount) else ""
        if not html:
            return app(environ, start_response)
        return _filled(app, environ, start_response, html, mount)

    return serve


def with_later(app: WSGIApplication, mount: str, file: Callable[[str], str | None]) -> WSGIApplication:
    """``app`` with the files that are not written but made when they are asked for. ``file`` gives one by address."""

    def serve(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        path = _path(environ)
        if not path.startswith(mount):
            return app(environ, start_response)
        address = path.removeprefix(mount)
        if address.endswith("/"):
            address += "index.html"
        content = file(address)
        if content is None:
            return app(environ, start_response)
        kind = mimetypes.guess_type(address)[0] or "text/plain"
        return _answer(start_response, f"{kind}; charset=utf-8", content.encode())

    return serve


def _path(environ: WSGIEnvironment) -> str:
    return str(environ["PATH_INFO"]).encode("latin-1").decode("utf-8", "replace")


def _answer(start_response: StartResponse, kind: str, content: bytes) -> Iterable[bytes]:
    start_response("200 OK", [("Content-Type", kind), ("Content-Length", str(len(content)))])
    return [content]


def _filled(
    app: WSGIApplication, environ: WSGIEnvironment, start_response: StartResponse, html: str, mount: str
) -> Iterable[bytes]:
    started: list[tuple[str, list[tuple[str, str]]]] = []

    def start(
        status: str, headers: list[tuple[str, str]], _exc_info: Any = None
    ) -> Callable[[bytes], object]:
        started.append((status, headers))
        return lambda _data: None

    answer = app(environ, start)
    content = b"".join(answer)
    if hasattr(answer, "close"):
        answer.close()
    status, headers = started[-1]
    if any(name.lower() == "content-type" and value.startswith("text/html") for name, value in headers):
        content = _inserted(content, html, mount)
        headers = [(name, value) for name, value in headers if name.lower() != "content-length"]
        headers.append(("Content-Length", str(len(content))))
    start_response(status, headers)
    return [content]


def _inserted(content: bytes, html: str, mount: str) -> bytes:
    link = f'<link rel="stylesheet" href="{mount}{_STYLE}">\n'.encode()
    content = content.replace(_HEAD_ENDS, link + _HEAD_ENDS, 1)
    start = content.find(_MAIN)
    end = content.find(b">", start) + 1 if start >= 0 else 0
    return content[:end] + b"\n" + html.encode() + content[end:]
