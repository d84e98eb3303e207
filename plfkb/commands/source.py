"""``plfkb source add``: put a work in the bibliography."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import click

from plfkb.commands.options import root_option
from plfkb.commands.saving import save
from plfkb.errors import Problem
from plfkb.model import KnowledgeBase
from plfkb.reading.knowledge_base import load
from plfkb.writing.adding import CannotAddError, add
from plfkb.writing.changes import diff
from plfkb.writing.work_formats import NotReadableError, escaped, read_drafts
from plfkb.writing.works import Draft

_TYPES = (
    "article",
    "book",
    "collection",
    "incollection",
    "mastersthesis",
    "phdthesis",
    "report",
    "online",
    "misc",
)
_ASKED: Mapping[str, tuple[tuple[str, str], ...]] = {
    "article": (
        ("journal", "Tidsskrift"),
        ("volume", "Bind"),
        ("number", "Hefte"),
        ("pages", "Sider (12--34)"),
    ),
    "book": (("publisher", "Forlag"),),
    "collection": (("publisher", "Forlag"),),
    "incollection": (("booktitle", "Tittelen på boka"), ("pages", "Sider (12--34)"), ("publisher", "Forlag")),
    "mastersthesis": (("school", "Lærested"),),
    "phdthesis": (("school", "Lærested"),),
    "report": (("institution", "Utgiver"),),
}
"""What is asked for besides title, people, year and address, by type."""

_FIELD = re.compile(r"[A-Za-z][A-Za-z0-9-]*")

_HELP = """Legg en kilde i litteraturlista, med en nøkkel laget som de andre.

Les BibTeX eller RIS fra en fil eller fra standard inn (-), skriv feltene som valg, eller bli spurt om dem.

\b
Eksempler:
  plfkb source add
  plfkb source add scholar.bib
  plfkb source add - < citation.ris
  plfkb source add --type book --author "Hjertø, Kjell B." --title Team \\
      --year 2017 --publisher Fagbokforlaget
"""


@click.group(help="Arbeid med litteraturlista.")
def source() -> None:
    pass


@source.command("add", help=_HELP)
@click.argument("file", required=False, type=click.Path(allow_dash=True), metavar="[FIL|-]")
@click.option("--type", "type_", type=click.Choice(_TYPES), help="Hva slags verk det er.")
@click.option("--author", multiple=True, help="Forfatter: Etternavn, Fornavn. Kan gjentas.")
@click.option("--organisation", multiple=True, help="En organisasjon som forfatter. Kan gjentas.")
@click.option("--editor", multiple=True, help="Redaktør: Etternavn, Fornavn. Kan gjentas.")
@click.option("--title", help="Tittelen, med undertittel etter kolon.")
@click.option("--year", help="Utgivelsesåret.")
@click.option("--journal", help="Tidsskriftet en artikkel står i.")
@click.option("--booktitle", help="Boka et kapittel står i.")
@click.option("--publisher", help="Forlaget.")
@click.option("--pages", help="Første og siste side: 12-34.")
@click.option("--doi", help="DOI, om verket har en.")
@click.option("--url", help="Nettadressen.")
@click.option(
    "--field", multiple=True, metavar="NAVN=VERDI", help="Et annet BibTeX-felt, for eksempel isbn=..."
)
@click.option("--read", is_flag=True, help="Merk at vi har lest verket selv (x-read).")
@click.option("--key", default="", help="En annen nøkkel enn den som lages av navn, år og tittel.")
@click.option("--into", help="BibTeX-fila kilden skal stå i, når det er flere.")
@click.option("--dry-run", is_flag=True, help="Vis endringene uten å skrive dem.")
@root_option
def add_source(
    file: str | None,
    type_: str | None,
    author: tuple[str, ...],
    organisation: tuple[str, ...],
    editor: tuple[str, ...],
    field: tuple[str, ...],
    key: str,
    into: str | None,
    root: Path,
    *,
    read: bool,
    dry_run: bool,
    **plain: str | None,
) -> None:
    kb = load(root)
    path = _bibliography(kb, into)
    given = {name: value for name, value in plain.items() if value}
    people = {
        "author": (*map(_person, author), *map(_organisation, organisation)),
        "editor": tuple(map(_person, editor)),
    }
    if file is not None:
        if given or any(people.values()) or type_ or field:
            raise click.UsageError("skriv enten en fil eller feltene, ikke begge deler")
        drafts = _from_text(*_text(file))
    elif given or any(people.values()) or field:
        drafts = [_from_fields(type_ or "book", people, {**given, **_named(field)})]
    else:
        drafts = [_asked(type_)]
    if key and len(drafts) > 1:
        raise click.UsageError(f"--key passer til én kilde, og her er det {len(drafts)}")
    if read:
        drafts = [replace(draft, fields={**draft.fields, "x-read": "yes"}) for draft in drafts]
    try:
        added, changes = add(kb, drafts, path, key)
    except CannotAddError as error:
        raise click.ClickException(f"{error}; ingenting er skrevet{_lines(error.problems)}") from error
    if dry_run:
        click.echo(diff(root, changes), nl=False)
        return
    save(root, changes)
    for one in added:
        click.echo(f"La «{one.source.key}» i {path}. Vis til den slik: [@{one.source.key}, s. 12]")
        for problem in one.problems:
            click.echo(f"  {problem.rule}: {problem.message} – {problem.remedy}")


def _bibliography(kb: KnowledgeBase, into: str | None) -> str:
    """The path of the file that the work goes into."""
    folder = kb.settings.bibliography
    known = [path for path in kb.files if path.endswith(".bib")]
    path = into or (known[0] if len(known) == 1 else f"{folder}/kilder.bib" if not known else "")
    if not path:
        raise click.UsageError(f"det er flere BibTeX-filer; velg en med --into: {', '.join(known)}")
    if not path.startswith(f"{folder}/") or not path.endswith(".bib") or ".." in path:
        raise click.UsageError(
            f"--into skal være en .bib-fil i mappa {folder}, for eksempel {folder}/kilder.bib"
        )
    if path in kb.unread:
        raise click.ClickException(f"{path} kan ikke leses; rett det «plfkb check» sier først")
    return path


def _text(file: str) -> tuple[str, str]:
    """The text of a file or of standard input, and what to call it."""
    name = "standard inn" if file == "-" else file
    try:
        with click.open_file(file, "rb") as opened:
            content = opened.read()
    except OSError as error:
        why = (
            "den finnes ikke"
            if isinstance(error, FileNotFoundError)
            else "er det en vanlig fil, og har du lov?"
        )
        raise click.UsageError(f"{name} kan ikke leses: {why}") from error
    try:
        return content.decode("utf-8-sig"), name
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise click.ClickException(
            f"{name}:{line}: fila er ikke lagret som UTF-8; lagre den på nytt med tegnsettet UTF-8"
        ) from error


def _from_text(text: str, name: str) -> list[Draft]:
    try:
        return read_drafts(text, name)
    except NotReadableError as error:
        message = f"{name} er verken BibTeX eller RIS som kan leses; ingenting er skrevet"
        if not error.problems:
            message += ". Et verk i BibTeX begynner med «@», og et i RIS slutter med en linje «ER  - »"
        raise click.ClickException(message + _lines(error.problems)) from error


def _person(name: str) -> str:
    return escaped("author", name)


def _organisation(name: str) -> str:
    return f"{{{escaped('author', name)}}}"


def _named(written: Sequence[str]) -> dict[str, str]:
    fields = {}
    for item in written:
        name, mark, value = item.partition("=")
        if not mark or not _FIELD.fullmatch(name.strip()) or not value.strip():
            raise click.UsageError(f"«{item}» skal være NAVN=VERDI, for eksempel isbn=978-82-450-2100-4")
        fields[name.strip()] = value.strip()
    return fields


def _from_fields(type_: str, people: Mapping[str, Sequence[str]], fields: Mapping[str, str]) -> Draft:
    names = {role: " and ".join(found) for role, found in people.items() if found}
    if "pages" in fields:
        fields = {**fields, "pages": fields["pages"].replace("–", "-").replace("--", "-").replace("-", "--")}
    return Draft(type_, {**names, **{name: escaped(name, value) for name, value in fields.items()}})


def _asked(type_: str | None) -> Draft:
    """The work that someone tells about, question by question; an empty answer leaves a field out."""
    if type_ is None:
        type_ = click.prompt("Type", type=click.Choice(_TYPES), default="book")
    role = "editor" if type_ == "collection" else "author"
    names = _ask("Redaktører" if role == "editor" else "Forfattere", "Etternavn, Fornavn; Etternavn, Fornavn")
    fields = {"title": click.prompt("Tittel"), "year": _ask("År", "for eksempel 2017")}
    for name, question in _ASKED.get(str(type_), ()):
        fields[name] = _ask(question)
    fields |= {"doi": _ask("DOI", "om verket har en"), "url": _ask("Nettadresse", "om verket er på nett")}
    people = {role: [name.strip() for name in names.split(";") if name.strip()]}
    people[role] = [_person(name) if "," in name else _organisation(name) for name in people[role]]
    return _from_fields(str(type_), people, {name: value for name, value in fields.items() if value})


def _ask(question: str, hint: str = "") -> str:
    told = f"{question} ({hint})" if hint else question
    return str(click.prompt(told, default="", show_default=False)).strip()


def _lines(problems: Sequence[Problem]) -> str:
    return "".join(f"\n  {problem}" for problem in problems)
