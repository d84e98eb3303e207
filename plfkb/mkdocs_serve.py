"""The server of the live preview, for the knowledge base in the current folder: ``python -m plfkb.mkdocs_serve``.

It does what ``mkdocs serve --dirty`` does, but looks for saved files more often, speaks Norwegian, and goes on with the last
good site when a build fails, whatever the reason.
"""

from __future__ import annotations

import argparse
import errno
import logging
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from urllib.parse import urlsplit

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.livereload import LiveReloadServer

log = logging.getLogger("plfkb.serve")

_EVERY = 0.2
"""Seconds between two looks at the files: a look at 1000 files takes about a hundredth of a second."""

_AGAIN = "Sidene vises slik de var. Rett opp og lagre, så lages de på nytt."
_UNEXPECTED = (
    "Sidene vises slik de var. Lagre fila en gang til. Hjelper ikke det, så stopp med Ctrl-C, start med\n"
    "«plfkb serve --verbose», og meld feilen med det som da står her."
)
_TAKEN = "Porten {port} er opptatt, kanskje av en forhåndsvisning til. Bruk en annen: plfkb serve --dev-addr {host}:{next}"


def serve(dev_addr: str) -> int:
    """Serve until the user stops it; gives the exit code."""
    with tempfile.TemporaryDirectory(prefix="plfkb-", ignore_cleanup_errors=True) as folder:

        def configured() -> MkDocsConfig:
            return load_config("mkdocs.yml", site_dir=folder, dev_addr=dev_addr)

        def builder() -> None:
            made = configured()
            made.site_url = server.url
            build(made, serve_url=server.url, dirty=True)

        def rebuild() -> None:
            rebuilt(builder)

        try:
            config = configured()
        except MkDocsException as error:
            log.error("mkdocs.yml: %s", error)  # noqa: TRY400 (nobody needs the stack of a mistake of their own)
            return 1
        config.plugins.on_startup(command="serve", dirty=True)
        host, port = config.dev_addr
        mount = urlsplit(config.site_url or "/").path
        server = LiveReloadServer(rebuild, host, port, folder, mount, _EVERY)
        if not rebuilt(builder):
            return 1
        server.watch(config.docs_dir)
        server.watch("mkdocs.yml")
        server = config.plugins.on_serve(server, config=config, builder=builder)
        for item in config.watch:
            server.watch(item)
        log.info("Nettstedet vises på %s. Avslutt med Ctrl-C.", server.url)
        try:
            server.serve()  # type: ignore[no-untyped-call]  # MkDocs leaves it untyped
        except KeyboardInterrupt:
            pass
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
            log.error(_TAKEN.format(host=host, port=port, next=port + 1))  # noqa: TRY400 (it says all there is to say)
            return 1
        finally:
            server.shutdown()
            config.plugins.on_shutdown()
    return 0


def rebuilt(builder: Callable[[], None]) -> bool:
    """Make the site, and say how that went; gives whether it was made."""
    start = time.monotonic()
    try:
        builder()
    except MkDocsException as error:
        log.error("Nettstedet kunne ikke lages: %s\n%s", error, _AGAIN)  # noqa: TRY400 (the mistake is in a file)
        log.debug("", exc_info=True)
        return False
    except Exception as error:
        # Whatever it is: a preview that dies takes the last good site away from someone who is writing. With --verbose
        # the stack is shown, which is why TRY400 (it wants it always) does not hold.
        log.error("Nettstedet kunne ikke lages: %s: %s\n%s", type(error).__name__, error, _UNEXPECTED)  # noqa: TRY400
        log.debug("", exc_info=True)
        return False
    log.info("Sidene er laget på %s s.", f"{time.monotonic() - start:.1f}".replace(".", ","))
    return True


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--dev-addr", default="127.0.0.1:8000")
    parser.add_argument("--verbose", action="store_true")
    asked = parser.parse_args()
    _speak(verbose=asked.verbose)
    # Whoever stops the program from outside gets its folder cleared away, too.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with suppress(KeyboardInterrupt):
        sys.exit(serve(asked.dev_addr))


def _speak(*, verbose: bool) -> None:
    """Let MkDocs say no more than what a contributor can do something about."""
    logging.basicConfig(format="%(message)s", level=logging.DEBUG if verbose else logging.INFO)
    for noisy in ("watchdog", "MARKDOWN"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
    if not verbose:
        logging.getLogger("mkdocs").setLevel(logging.WARNING)
        logging.getLogger("mkdocs.plugins.plfkb").setLevel(logging.INFO)
        logging.getLogger("mkdocs.livereload").setLevel(logging.ERROR)
        # It warns of the option that the preview is built on, and tells in English what ``rebuilt`` tells.
        logging.getLogger("mkdocs.commands.build").setLevel(logging.CRITICAL)


if __name__ == "__main__":
    main()
