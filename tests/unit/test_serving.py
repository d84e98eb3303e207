"""What the preview's server says and serves."""

from __future__ import annotations

import logging

import pytest
from mkdocs.exceptions import Abort

from plfkb.mkdocs_serve import rebuilt
from plfkb.preview.serving import with_later


def failing(error: Exception) -> None:
    raise error


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (Abort("plfkb: sett theme.language"), ("sett theme.language", "Rett opp og lagre")),
        (ZeroDivisionError("null"), ("ZeroDivisionError: null", "Lagre fila en gang til", "--verbose")),
    ],
)
def test_a_build_that_fails_says_what_to_do(
    error: Exception, told: tuple[str, ...], caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO):
        assert not rebuilt(lambda: failing(error))
    assert [words for words in told if words not in caplog.text] == []
    assert "Traceback" not in caplog.text
    with caplog.at_level(logging.DEBUG):
        assert not rebuilt(lambda: failing(error))
    assert "Traceback" in caplog.text


def test_a_build_that_succeeds_says_how_long_it_took(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO):
        assert rebuilt(lambda: None)
    assert "Sidene er laget på 0,0 s." in caplog.text


@pytest.mark.parametrize(
    ("path", "answer"),
    [
        ("/plf/sok/data/å.json", ("200 OK", "application/json; charset=utf-8", "sok/data/å.json")),
        ("/plf/pensum/lenker/", ("200 OK", "text/html; charset=utf-8", "pensum/lenker/index.html")),
        ("/plf/begrep/team/", ("404", "", "on disk")),
        ("/sok/data/å.json", ("404", "", "on disk")),
    ],
)
def test_files_are_made_when_they_are_asked_for(path: str, answer: tuple[str, str, str]) -> None:
    started: list[tuple[str, str]] = []

    def start(status: str, headers: list[tuple[str, str]], _error: object = None) -> object:
        started.append((status, dict(headers).get("Content-Type", "")))
        return None

    def on_disk(_environ: object, start_response: object) -> list[bytes]:
        start_response("404", [])  # type: ignore[operator]
        return [b"on disk"]

    app = with_later(on_disk, "/plf/", lambda address: None if "begrep" in address else address)
    content = b"".join(app({"PATH_INFO": path.encode().decode("latin-1")}, start))  # type: ignore[arg-type]
    assert (*started[0], content.decode()) == answer
