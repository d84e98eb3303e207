"""``plfkb new``: start an entry."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from plfkb.checks.entries import TEMPLATE_MARK
from plfkb.commands.options import root_option
from plfkb.commands.saving import save
from plfkb.linking.terms import TermIndex, fold
from plfkb.model import KnowledgeBase
from plfkb.norwegian.ids import proposed_id
from plfkb.norwegian.suggest import nearest
from plfkb.norwegian.words import capital
from plfkb.reading.fields import CONCEPT_TYPES
from plfkb.reading.knowledge_base import load
from plfkb.reading.values import ID
from plfkb.writing import templates, work_list
from plfkb.writing.names import near_names, why_not

_HELP = """Begynn på et nytt oppslag: spør om term, type og tema, og skriver en mal med veiledning.

Det du oppgir som valg, blir du ikke spurt om.

\b
Eksempler:
  plfkb new
  plfkb new --term speilteam --type metode --theme samarbeid-og-dialog
  plfkb new --between enkeltkretslaering,dobbeltkretslaering
"""


@click.command(help=_HELP)
@click.option(
    "--term", help="Termen: ubestemt entall med liten forbokstav. For en sammenlikning: overskriften."
)
@click.option("--type", "type_", type=click.Choice(CONCEPT_TYPES), help="Hva slags oppslag det er.")
@click.option("--theme", help="Temaet, med id-en fra temaer.yml.")
@click.option(
    "--id", "id_", help="Id-en (filnavnet), når den skal være en annen enn den som lages av termen."
)
@click.option("--between", help="Lag en sammenlikning av disse oppslagene, med komma mellom.")
@click.option("--author", default="", help="Hvem som skriver, når det ikke er kunnskapsbasen selv.")
@root_option
def new(
    term: str | None,
    type_: str | None,
    theme: str | None,
    id_: str | None,
    between: str | None,
    author: str,
    root: Path,
) -> None:
    kb = load(root)
    asks = term is None and between is None
    if between is not None and type_ is not None:
        raise click.UsageError("--type brukes ikke sammen med --between; typen er sammenlikning")
    sides = _sides(kb, between) if between is not None else ()
    if term is None:
        term = " og ".join(_title(kb, side) for side in sides) if sides else click.prompt("Term")
    term = " ".join(term.split())
    if not term:
        raise click.UsageError("termen er tom")
    _warn(kb, term, asks=asks)
    if not sides and type_ is None:
        type_ = click.prompt("Type", type=click.Choice(CONCEPT_TYPES), default="begrep")
    theme = _theme(kb, theme, sides)
    id_ = _id(kb, id_, "-og-".join(sides) if sides else _planned(kb, term) or proposed_id(term), asks=asks)
    start = templates.Start(theme, author, datetime.now(UTC).date())
    text = (
        templates.comparison(capital(term), sides, start)
        if sides
        else templates.concept(term, str(type_), start)
    )
    path = f"{kb.settings.concepts}/{id_}.md"
    if (root / path).exists():
        raise click.ClickException(f"{path} finnes fra før")
    save(root, {path: text, **work_list.without(kb, id_)})
    click.echo(f"Skrev {path}.")
    click.echo(f"Bytt ut «{TEMPLATE_MARK}» med teksten din, og sjekk den: plfkb check {path}")


def _sides(kb: KnowledgeBase, between: str) -> tuple[str, ...]:
    """The ids of the entries to compare, told by id or by name."""
    index = TermIndex(kb)
    sides = []
    for written in filter(None, map(str.strip, between.split(","))):
        found = index.resolve(written)
        if found.id is None or found.id not in kb.concepts:
            hint = ", ".join(found.ids or nearest(written, kb.concepts))
            raise click.UsageError(
                f"«{written}» er ikke ett oppslag" + (f"; mente du {hint}?" if hint else "")
            )
        sides.append(found.id)
    if not 2 <= len(set(sides)) <= 5 or len(set(sides)) < len(sides):
        raise click.UsageError("--between skal ha to til fem ulike oppslag med komma mellom")
    return tuple(sides)


def _title(kb: KnowledgeBase, id_: str) -> str:
    return kb.concepts[id_].term


def _warn(kb: KnowledgeBase, term: str, *, asks: bool) -> None:
    """Tell which entries have this name or nearly this name; the very name is refused."""
    near = near_names(kb, term)
    for found in near:
        word = "heter det samme" if found.same else "har et liknende navn"
        click.echo(f"Oppslaget {found.id} {word}: «{found.name}» ({found.role}).", err=True)
    if any(found.same for found in near):
        raise click.ClickException("skriv heller videre i oppslaget som finnes, eller velg en annen term")
    if near and asks and not click.confirm("Lage et nytt oppslag likevel?"):
        raise click.Abort


def _theme(kb: KnowledgeBase, theme: str | None, sides: tuple[str, ...]) -> str:
    if theme is None and sides:
        return kb.concepts[sides[0]].theme
    if theme is None:
        kind = click.Choice(list(kb.themes)) if kb.themes else None
        theme = str(click.prompt("Tema", type=kind))
    if (kb.themes and theme not in kb.themes) or not ID.fullmatch(theme):
        hits = nearest(theme, kb.themes)
        hint = f"mente du {' eller '.join(hits)}?" if hits else f"bruk et av disse: {', '.join(kb.themes)}"
        raise click.UsageError(f"temaet «{theme}» finnes ikke; {hint}")
    return theme


def _planned(kb: KnowledgeBase, term: str) -> str:
    """The id under which the term stands on the work list, or an empty string."""
    return next((row.id for row in kb.planned.values() if fold(row.term) == fold(term)), "")


def _id(kb: KnowledgeBase, id_: str | None, proposal: str, *, asks: bool) -> str:
    if id_ is None:
        id_ = click.prompt("Id (blir adressen, og endres ikke)", default=proposal) if asks else proposal
    if why := why_not(kb, str(id_)):
        raise click.UsageError(why)
    return str(id_)
