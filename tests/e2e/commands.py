"""Running plfkb's commands in a small knowledge base."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from plfkb.checks.run import check
from plfkb.cli import main
from plfkb.errors import Severity
from plfkb.reading.knowledge_base import load

ENTRY = "---\nterm: {term}\ntype: begrep\ntheme: fellesskap\ndefinition: Et {term} er en gruppe [@lest2020].\n---\n"
FILES = {
    "concepts/team.md": ENTRY.format(term="team") + "\nSe [[lag]] og [[lag|laget]].\n",
    "concepts/lag.md": ENTRY.format(term="lag").replace(
        "type:", "also: [arbeidslag]\nrelated: [team]\ntype:"
    ),
    "concepts/temaer.yml": "fellesskap:\n  label: Fellesskap\nledelse:\n  label: Ledelse\n",
    "concepts/planlagt.yml": "# Arbeidslista\nsamskaping: samskaping\nnettverk: faglig nettverk\n",
    "bib/a.bib": "@book{lest2020,\n  author = {Berg, Kari},\n  title = {Lest},\n  publisher = {Forlaget},\n"
    "  year = {2020},\n  x-read = {yes},\n}\n",
    "docs/index.md": "# Forside\n",
}


def run(root: Path, *arguments: str, told: str | bytes | None = None) -> Result:
    """A command, with what is told it on standard input. What it raises comes out: there is never a traceback."""
    name, *rest = arguments
    return CliRunner().invoke(main, [name, *rest, "--root", str(root)], input=told, catch_exceptions=False)


def contents(root: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()
    }


def rules(root: Path) -> list[str]:
    """The errors and warnings of the check."""
    return [
        f"{problem.place.path} {problem.rule}"
        for problem in check(load(root))
        if problem.severity is not Severity.INFO
    ]
