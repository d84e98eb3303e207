"""``plfkb release``: freeze a dated edition."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from unicodedata import normalize

import click

from plfkb.checks.run import check
from plfkb.commands.options import root_option
from plfkb.commands.saving import save
from plfkb.editions import archive, citation_files, edition, freezing
from plfkb.editions.ledger import ledger
from plfkb.errors import Severity
from plfkb.interface.texts import texts_for
from plfkb.model import KnowledgeBase
from plfkb.reading.knowledge_base import PUBLISHED, load


@click.command(
    help="Frys en utgave av kunnskapsbasen, for eksempel «plfkb release 2027.1». "
    "Sidene får adresser som aldri endres (/utgave/2027.1/ ...), adressene føres i lista over utgitte adresser, "
    "og CITATION.cff og .zenodo.json oppdateres. Ingenting skrives hvis sjekken finner feil, hvis noe ikke er "
    "lagt inn i git, eller hvis utgaven finnes fra før."
)
@click.argument("name", metavar="UTGAVE")
@root_option
def release(name: str, root: Path) -> None:
    kb = load(root)
    _refuse_bad_name(kb, name)
    _refuse_errors(kb)
    _refuse_uncommitted(kb, root)
    day = datetime.now(UTC).date()
    with tempfile.TemporaryDirectory() as folder:
        built = Path(folder)
        _build(root, built)
        home = (built / "index.html").read_text(encoding="utf-8")
        site = freezing.site_address(home)
        if not site:
            raise click.ClickException("Sett site_url i mkdocs.yml: en utgave må vite hvor den kan finnes.")
        taken = edition.take(kb, name, day, site)
        pages = {
            address: (built / address / "index.html").read_text(encoding="utf-8") for address in taken.entries
        }
    language = freezing.site_language(home)
    texts = texts_for(language, site=kb.settings.author)
    try:
        packed = archive.packed(taken, freezing.frozen_files(taken, texts, pages))
        files: dict[str, str | bytes] = {
            archive.path_of(kb, name).relative_to(kb.root).as_posix(): packed,
            "CITATION.cff": citation_files.citation_file(_text(root / "CITATION.cff"), kb.settings, taken),
            ".zenodo.json": citation_files.zenodo_file(
                _text(root / ".zenodo.json"), kb.settings, language, freezing.site_description(home), taken
            ),
            # Last: the promise is made when everything that keeps it stands.
            f"{kb.settings.concepts}/{PUBLISHED}": ledger(kb, name),
        }
    except ValueError as error:
        raise click.ClickException(str(error)) from error
    save(root, files)
    for path in files:
        click.echo(f"skrev {path}")
    click.echo(
        f"Utgave {name} er frosset med {len(taken.entries)} oppslag. Legg filene inn i git, og merk utgaven: "
        f"git add -A && git commit -m 'Release {name}' && git tag {name}"
    )


def _refuse_bad_name(kb: KnowledgeBase, name: str) -> None:
    try:
        rank = edition.rank(name)
    except ValueError:
        raise click.UsageError(
            f"«{name}» er ikke navnet på en utgave; skriv år og nummer, som 2027.1."
        ) from None
    archives, _ = archive.read(kb)
    for found in archives:
        if found.edition.rank >= rank:
            raise click.ClickException(
                f"Utgave {found.edition.name} finnes fra før; den nye må ha et høyere nummer "
                f"enn {archives[-1].edition.name}."
            )


def _refuse_errors(kb: KnowledgeBase) -> None:
    errors = [problem for problem in check(kb) if problem.severity is Severity.ERROR]
    for problem in errors:
        click.echo(f"{problem}", err=True)
    if errors:
        raise click.ClickException("Rett feilene over før utgaven fryses.")


def _refuse_uncommitted(kb: KnowledgeBase, root: Path) -> None:
    changed = _git(root, "status", "--porcelain", "--untracked-files=no", "--", ".").splitlines()
    # What git has been told to ignore is no new file to it, and would be frozen all the same.
    ignored = {normalize("NFC", path) for path in kb.files} - _listed(root)
    new = _listed(root, "--others", "--exclude-standard") | ignored
    missing = "\n".join((*changed, *(f"?? {path}" for path in sorted(new))))
    if missing:
        raise click.ClickException(
            f"Disse filene er ikke lagt inn i git:\n{missing}\nLegg dem inn eller ta dem bort først."
        )


def _listed(root: Path, *options: str) -> set[str]:
    """Files as git knows them, with the forms of letters that ours have."""
    return {
        normalize("NFC", path)
        for path in _git(root, "ls-files", "-z", *options, "--", ".").split("\0")
        if path
    }


def _git(root: Path, *arguments: str) -> str:
    command = ("git", "-c", "core.quotePath=false", *arguments)
    try:
        return subprocess.run(command, cwd=root, capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        raise click.ClickException("Mappa er ikke et git-lager; en utgave må kunne spores.") from None


def _build(root: Path, target: Path) -> None:
    """The site as readers meet it: an edition is made of what they saw."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(target)]
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        click.echo(done.stderr, err=True)
        raise click.ClickException("Nettstedet kan ikke bygges; se over.")


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8") if path.is_file() else ""
    except UnicodeDecodeError:
        raise click.ClickException(
            f"{path.name} er ikke lagret som UTF-8; lagre fila på nytt med tegnsettet UTF-8."
        ) from None
