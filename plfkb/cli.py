"""The command line: one group, and a command for each module of ``plfkb.commands``."""

from __future__ import annotations

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


@click.group(help="plfkb bygger og sjekker en kunnskapsbase av begreper og kilder.")
@click.version_option(__version__, prog_name="plfkb", message="%(prog)s %(version)s", help="Vis versjonen.")
def main() -> None:
    # Windows consoles may use another encoding than the one our messages need.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")


for command in (check, coverage, import_, new, release, rename, rules, schema, serve, show, source, sources):
    main.add_command(command)
speak_norwegian(main)


if __name__ == "__main__":
    main()
