"""``plfkb serve``: the site in the browser, made anew as files are saved."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import click

from plfkb.commands.options import root_option

_HELP = """Vis nettstedet mens du skriver. Sidene lages på nytt når du lagrer.

Det sjekken klager på, står øverst på siden det gjelder. En side som ikke kan leses, blir stående slik den var.
Går noe galt, vises hele nettstedet slik det var, og her står det hvorfor.
Avslutt med Ctrl-C.

\b
Eksempler:
  plfkb serve
  plfkb serve --dev-addr 127.0.0.1:8001
"""


@click.command(help=_HELP)
@click.option(
    "--dev-addr",
    default="127.0.0.1:8000",
    metavar="VERT:PORT",
    help="Adressen nettstedet vises på (ellers 127.0.0.1:8000).",
)
@click.option("--verbose", is_flag=True, help="Vis alt som skjer, også hvor i plfkb noe gikk galt.")
@root_option
def serve(dev_addr: str, root: Path, *, verbose: bool) -> None:
    if not (root / "mkdocs.yml").is_file():
        raise click.ClickException(
            f"{root / 'mkdocs.yml'} finnes ikke; stå i mappa med kunnskapsbasen, eller bruk --root"
        )
    # In a process of its own: the engine is the build's, and the commands know none.
    command = [sys.executable, "-m", "plfkb.mkdocs_serve", "--dev-addr", dev_addr]
    command += ["--verbose"] * verbose
    try:
        done = subprocess.run(
            command, cwd=root, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, check=False
        ).returncode
    except KeyboardInterrupt:
        return
    if done:
        raise SystemExit(1)
