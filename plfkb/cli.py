"""The command line: one group, and a command for each module of ``plfkb.commands``."""

from __future__ import annotations

import errno
import os
import sys

import click

from plfkb import __version__
from plfkb.commands.check import check
from plfkb.commands.coverage import coverage
from plfkb.commands.import_ import import_
from plfkb.commands.new import new
from plfkb.commands.norwegian import speak_norwegian
from plfkb.commands.release import release
from plfkb.commands.rename import rename
from plfkb.commands.rules import rules
from plfkb.commands.schema import schema
from plfkb.commands.serve import serve
from plfkb.commands.show import show
from plfkb.commands.source import source
from plfkb.commands.sources import sources


class _Commands(click.Group):
    def invoke(self, ctx: click.Context) -> object:
        """Run a command; that what it says cannot be written (a full disk) is no fault in plfkb."""
        try:
            return super().invoke(ctx)
        except OSError as error:
            if error.errno != errno.ENOSPC:
                raise
            # Python writes the rest when it ends, and would fail again.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.__stdout__.fileno() if sys.__stdout__ else 1)
            raise click.ClickException("det er ikke plass til å skrive: disken er full") from error


@click.group(cls=_Commands, help="plfkb bygger og sjekker en kunnskapsbase av begreper og kilder.")
@click.version_option(__version__, prog_name="plfkb", message="%(prog)s %(version)s", help="Vis versjonen.")
def main() -> None:
    # Windows consoles may use another encoding than the one our messages need.
    # A file name that is not UTF-8 cannot be written as it is.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


for command in (check, coverage, import_, new, release, rename, rules, schema, serve, show, source, sources):
    main.add_command(command)
speak_norwegian(main)


if __name__ == "__main__":
    main()
