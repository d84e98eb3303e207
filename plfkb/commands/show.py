"""``plfkb show``: what the knowledge base knows about an entry."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from plfkb.checks.run import check
from plfkb.checks.text import scan_all
from plfkb.commands.options import root_option
from plfkb.interface.texts import Texts, texts_for
from plfkb.linking.relations import graph
from plfkb.linking.terms import TermIndex
from plfkb.model import Comparison, Concept, Entry, KnowledgeBase
from plfkb.plain_text import one_line
from plfkb.reading.knowledge_base import load

_HELP = """Vis et oppslag: definisjon, navn, relasjoner, hvor det er omtalt, hvilke kilder det bruker, og klagene på det.

\b
Eksempler:
  plfkb show team
  plfkb show PLF
  plfkb show "profesjonelt læringsfellesskap"
"""


@click.command(help=_HELP)
@click.argument("term", nargs=-1, required=True, metavar="TERM")
@root_option
def show(term: tuple[str, ...], root: Path) -> None:
    kb = load(root)
    entry = _entry(kb, " ".join(term))
    texts = texts_for("nb", site=kb.settings.author)
    for line in (
        *_head(entry, texts),
        *_relations(kb, entry, texts),
        *_uses(kb, entry),
        *_problems(kb, entry),
    ):
        click.echo(line)


def _entry(kb: KnowledgeBase, name: str) -> Entry:
    """The entry that a name leads to; a ClickException that tells what comes nearest when none does."""
    index = TermIndex(kb)
    found = index.resolve(name)
    entry = kb.entry(found.id) if found.id else None
    if entry is not None:
        return entry
    if found.planned:
        raise click.ClickException(f"«{name}» står på arbeidslista og er ikke skrevet ennå")
    if found.ids:
        raise click.ClickException(f"«{name}» kan bety flere oppslag: {', '.join(found.ids)}")
    hint = f"; mente du {' eller '.join(found.candidates)}?" if found.candidates else ""
    raise click.ClickException(f"det finnes ikke noe oppslag som heter «{name}»{hint}")


def _head(entry: Entry, texts: Texts) -> Iterator[str]:
    yield f"{entry.title} ({entry.id})"
    yield f"  {entry.place.path}"
    status = texts.say(f"status.{entry.credit.status}")
    if isinstance(entry, Concept):
        yield f"  {texts.say(f'type.{entry.type}')}, tema {entry.theme}, {status}"
        yield from _names(entry)
        yield ""
        yield one_line(entry.definition.markdown)
    else:
        yield f"  Sammenlikning, tema {entry.theme}, {status}"
        if entry.hidden:
            yield f"  skjulte søkeord: {', '.join(entry.hidden)}"
        yield ""
        yield one_line(entry.summary.markdown)


def _names(concept: Concept) -> Iterator[str]:
    for label, names in (
        ("også", concept.also),
        ("frarådd", tuple(item.term for item in concept.discouraged)),
        ("dekker", concept.covers),
        ("skjulte søkeord", concept.hidden),
        ("engelsk", concept.en),
        ("nynorsk", concept.nn),
        ("gamle id-er", concept.redirects),
    ):
        if names:
            yield f"  {label}: {', '.join(names)}"


def _relations(kb: KnowledgeBase, entry: Entry, texts: Texts) -> Iterator[str]:
    yield ""
    if isinstance(entry, Comparison):
        yield f"Sammenlikner: {', '.join(entry.between)}"
        return
    found = graph(kb)
    for direction, ids in found.of(entry.id).items():
        yield f"{texts.say(f'relation.{direction}')}: {', '.join(ids)}"
    if comparisons := found.comparisons.get(entry.id):
        yield f"Sammenlikninger: {', '.join(item.id for item in comparisons)}"
    if entry.replaced_by:
        yield f"Erstattet av: {entry.replaced_by}"


def _uses(kb: KnowledgeBase, entry: Entry) -> Iterator[str]:
    """Where the entry is linked to, and what it cites."""
    index = TermIndex(kb)
    linked: dict[str, None] = {}
    cited: dict[str, None] = {}
    for text in scan_all(kb):
        if text.owner == entry.id:
            for cluster, _ in text.clusters:
                cited |= dict.fromkeys(citation.key for citation in cluster.citations)
        elif any(index.resolve(link.target).id == entry.id for link, _ in text.links):
            linked[text.owner or text.text.place.path] = None
    yield f"Lenket til fra {len(linked)}: {', '.join(linked) or 'ingen'}"
    yield f"Bruker {len(cited)} kilder: {', '.join(cited) or 'ingen'}"


def _problems(kb: KnowledgeBase, entry: Entry) -> Iterator[str]:
    problems = check(kb, {entry.place.path})
    yield ""
    yield "Klager:" if problems else "Ingen klager."
    yield from map(str, problems)
