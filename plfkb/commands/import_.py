"""``plfkb import``: start from a list of concepts made elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import click

from plfkb.commands.options import root_option
from plfkb.commands.saving import all_read, save
from plfkb.importing import skos
from plfkb.importing.draft import Draft, UnreadableListError
from plfkb.importing.filing import Wishes, filed
from plfkb.importing.tables import read_table
from plfkb.reading.fields import CONCEPT_TYPES
from plfkb.reading.knowledge_base import load
from plfkb.writing.changes import diff

_HELP = """Lag oppslag av en liste med begreper: SKOS (.ttl, .jsonld, .rdf, .nt) eller en tabell (.csv).

Oppslag som finnes, blir ikke rørt uten --force. Er det noe galt i lista, blir ingenting skrevet.

\b
Eksempler:
  plfkb import begreper.csv --dry-run
  plfkb import begreper.csv --theme fellesskap
  plfkb import kommunens-begreper.ttl
"""


@click.command("import", help=_HELP)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="FIL")
@click.option("--theme", default="", help="Temaet for begreper som ikke har noe i lista.")
@click.option(
    "--type",
    "type_",
    type=click.Choice(CONCEPT_TYPES),
    default="begrep",
    help="Typen for begreper som ikke har noen i lista.",
)
@click.option("--force", is_flag=True, help="Skriv over oppslag som finnes fra før.")
@click.option("--dry-run", is_flag=True, help="Vis hva som ville blitt skrevet, uten å skrive det.")
@root_option
def import_(file: Path, theme: str, type_: str, root: Path, *, force: bool, dry_run: bool) -> None:
    kb = load(root)
    all_read(kb)
    try:
        drafts = _read(file)
    except UnreadableListError as error:
        raise _refusal(file, error.messages) from error
    result = filed(kb, drafts, Wishes(theme, type_, force, datetime.now(UTC).date()))
    if result.complaints:
        raise _refusal(file, result.complaints)
    for draft in drafts:
        if draft.left:
            click.echo(f"{draft.where}: ikke tatt inn: {', '.join(draft.left)}", err=True)
    if dry_run:
        click.echo(diff(root, result.changes), nl=False)
        click.echo(f"{result.entries} oppslag ville blitt skrevet.")
        return
    save(root, result.changes)
    click.echo(f"Skrev {result.entries} oppslag. De er utkast; se hva som mangler: plfkb check")
    if result.planned:
        click.echo(f"Satt på arbeidslista, fordi lista viser til dem: {', '.join(result.planned)}")


def _refusal(file: Path, complaints: Iterable[str]) -> click.ClickException:
    for complaint in complaints:
        click.echo(f"{file}: {complaint}", err=True)
    return click.ClickException("Ingenting er skrevet. Rett lista, og prøv igjen.")


def _read(file: Path) -> list[Draft]:
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableListError(
            "fila er ikke lagret som UTF-8; velg «CSV UTF-8» når du lagrer fra regnearket"
        ) from error
    form = skos.FORMS.get(file.suffix.lower())
    if form is not None:
        return skos.read_skos(text, form)
    if file.suffix.lower() in (".csv", ".tsv", ".txt"):
        return read_table(text)
    forms = ", ".join((".csv", *skos.FORMS))
    raise UnreadableListError(f"filer av typen «{file.suffix}» kan ikke leses; bruk en av disse: {forms}")
