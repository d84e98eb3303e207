"""``plfkb rename``: give an entry another id."""

from __future__ import annotations

from pathlib import Path

import click

from plfkb.commands.options import root_option
from plfkb.commands.saving import all_read, save
from plfkb.norwegian.ids import proposed_id
from plfkb.norwegian.suggest import nearest
from plfkb.reading.knowledge_base import load
from plfkb.writing.changes import diff
from plfkb.writing.names import why_not
from plfkb.writing.rename import rename as changed

_HELP = """Gi et oppslag en ny id.

Flytter fila, retter alle lenker og relasjoner, og lar den gamle adressen føre til den nye.

Enten blir alt endret, eller ingenting.

\b
Eksempler:
  plfkb rename arbeidslag team
  plfkb rename --dry-run arbeidslag team
"""


@click.command(help=_HELP)
@click.argument("old", metavar="GAMMEL")
@click.argument("new", metavar="NY")
@click.option("--dry-run", is_flag=True, help="Vis endringene uten å skrive dem.")
@root_option
def rename(old: str, new: str, root: Path, *, dry_run: bool) -> None:
    kb = load(root)
    all_read(kb)  # it may have links to the entry
    if kb.entry(old) is None and old not in kb.planned:
        hits = nearest(old, (*kb.concepts, *kb.comparisons, *kb.planned))
        hint = f"; mente du {' eller '.join(hits)}?" if hits else ""
        raise click.UsageError(f"det finnes ikke noe oppslag med id-en «{old}»{hint}")
    if old == new:
        raise click.UsageError("den nye id-en er den samme som den gamle")
    why = why_not(kb, new, but=old)
    if not why and new in kb.planned:
        why = f"«{new}» står på arbeidslista; stryk linja der først"
    if why:
        proposal = proposed_id(new)
        raise click.UsageError(why + (f"; for eksempel «{proposal}»" if proposal != new else ""))
    changes = changed(kb, old, new)
    if dry_run:
        click.echo(diff(root, changes), nl=False)
        return
    save(root, changes)
    click.echo(f"«{old}» heter nå «{new}». Endret {len(changes)} filer:")
    for path in sorted(changes):
        click.echo(f"  {path}" + (" (borte)" if changes[path] is None else ""))
