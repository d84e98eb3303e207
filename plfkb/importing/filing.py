"""Drafts to the files of entries, and everything that stands in the way of it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

import yaml

from plfkb.checks.entries import TEMPLATE_MARK
from plfkb.importing.draft import RELATIONS, Draft
from plfkb.languages import Said
from plfkb.linking.phrases import Role
from plfkb.linking.terms import all_names, fold
from plfkb.model import Comparison, KnowledgeBase
from plfkb.norwegian.ids import proposed_id
from plfkb.norwegian.suggest import suggestion
from plfkb.reading.entry_files import read_entry
from plfkb.reading.fields import CONCEPT_TYPES
from plfkb.reading.front_matter import compose
from plfkb.reading.knowledge_base import PLANNED, THEMES
from plfkb.reading.values import ID
from plfkb.writing import work_list
from plfkb.writing.changes import Changes
from plfkb.writing.names import why_not
from plfkb.writing.yaml_values import flow_list, scalar


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the one who imports has decided. ``theme`` and ``type`` are for rows that name none."""

    theme: str = ""
    type: str = "begrep"
    force: bool = False
    today: date = date.min


@dataclass(frozen=True, slots=True)
class Filed:
    """The files to write, none when there are complaints. ``planned`` are ids put on the work list."""

    changes: Changes
    entries: int
    planned: tuple[str, ...]
    complaints: tuple[str, ...]


def filed(kb: KnowledgeBase, drafts: Sequence[Draft], wishes: Wishes) -> Filed:
    """The entries that the drafts become. Every complaint names where in the list it is and what to do."""
    named = [replace(draft, id=draft.id or proposed_id(draft.term)) for draft in drafts]
    complaints = _complaints(kb, named, wishes)
    if complaints:
        return Filed({}, 0, (), tuple(complaints))
    ids = _Ids(kb, named)
    themes = _Themes(kb, wishes)
    changes: dict[str, str | None] = {}
    for draft in named:
        path = _path(kb, draft.id)
        # The addresses that lead to an entry are promised, whoever writes its text.
        entry = kb.entry(draft.id)
        redirects = entry.redirects if entry else ()
        text = _entry(draft, wishes, themes.id_of(draft.theme, draft.where), ids, redirects)
        read = read_entry(text, path)
        complaints += [f"{draft.where}: {problem.message}; {problem.remedy}" for problem in read.problems]
        changes[path] = text
    complaints += [*ids.complaints, *themes.complaints]
    if complaints:
        return Filed({}, 0, (), tuple(complaints))
    lists = _lists(kb, named, ids, themes)
    complaints += [why for path, text in lists.items() if (why := _misread(path, text or ""))]
    if complaints:
        return Filed({}, 0, (), tuple(complaints))
    return Filed(changes | lists, len(named), tuple(sorted(ids.planned)), ())


def _complaints(kb: KnowledgeBase, drafts: Sequence[Draft], wishes: Wishes) -> list[str]:
    said: list[str] = []
    ids: dict[str, str] = {}
    names: dict[str, tuple[str, str]] = {
        fold(name.text): (name.id, f"oppslaget {name.id}")
        for name in all_names(kb)
        if name.role is not Role.DISCOURAGED
    }
    for draft in drafts:
        if not draft.term:
            said.append(f"{draft.where}: termen mangler på bokmål; skriv den, eller ta raden bort")
            continue
        if not ID.fullmatch(draft.id):
            proposal = proposed_id(draft.id)
            said.append(
                f"{draft.where}: id-en «{draft.id}» kan ikke være en adresse; skriv for eksempel «{proposal}»"
            )
        elif draft.id in ids:
            said.append(
                f"{draft.where}: id-en «{draft.id}» er brukt i {ids[draft.id]}; gi den ene en annen id"
            )
        elif why := _taken(kb, draft.id, wishes):
            said.append(f"{draft.where}: {why}")
        ids.setdefault(draft.id, draft.where)
        for name in (draft.term, *draft.also):
            owner, where = names.setdefault(fold(name), (draft.id, draft.where))
            if owner != draft.id:
                said.append(f"{draft.where}: «{name}» er et navn på {where}; et navn hører til ett oppslag")
        said += _choices(kb, draft, wishes)
    return said


def _path(kb: KnowledgeBase, id_: str) -> str:
    """The file of an entry: the one that it has, in whatever folder, or a new one."""
    entry = kb.entry(id_)
    return entry.place.path if entry else f"{kb.settings.concepts}/{id_}.md"


def _taken(kb: KnowledgeBase, id_: str, wishes: Wishes) -> str:
    """Why the list cannot have the id for a concept, and what to do; an empty string when it can."""
    entry = kb.entry(id_)
    if entry is not None and not wishes.force:
        return f"oppslaget «{id_}» finnes fra før; --force skriver over det"
    why = why_not(kb, id_, but=id_ if entry else "")
    if not why and isinstance(entry, Comparison):
        why = f"«{id_}» er en sammenlikning ({entry.place.path})"
    # A file that is no entry, such as a second one with the same id.
    if not why and entry is None and os.path.lexists(kb.root / _path(kb, id_)):
        why = f"{_path(kb, id_)} finnes fra før"
    return why and f"{why}; gi begrepet en annen id"


def _choices(kb: KnowledgeBase, draft: Draft, wishes: Wishes) -> list[str]:
    said = []
    if draft.type and draft.type not in CONCEPT_TYPES:
        hint = suggestion(draft.type, CONCEPT_TYPES, _one_of("en", CONCEPT_TYPES))
        said.append(f"{draft.where}: typen «{draft.type}» finnes ikke; {hint}")
    theme = draft.theme or wishes.theme
    known = {*kb.themes, *(item.label for item in kb.themes.values())}
    if not theme:
        said.append(f"{draft.where}: temaet mangler; fyll det ut, eller oppgi ett for alle med --theme")
    elif kb.themes and theme not in known:
        hint = suggestion(theme, known, _one_of("et", kb.themes))
        said.append(f"{draft.where}: temaet «{theme}» finnes ikke; {hint}")
    return said


def _one_of(article: str, names: Iterable[str]) -> Said:
    listed = ", ".join(names)
    return Said(f"bruk {article} av disse: {listed}", f"use one of these: {listed}")


class _Ids:
    """The ids that names and ids of the list lead to; what leads nowhere goes on the work list."""

    def __init__(self, kb: KnowledgeBase, drafts: Sequence[Draft]) -> None:
        self._kb = kb
        self._known = {old: entry.id for entry in kb.entries for old in entry.redirects}
        self._known |= {id_: id_ for id_ in (*kb.planned, *(entry.id for entry in kb.entries))}
        self._known |= {fold(row.term): row.id for row in kb.planned.values()}
        self._known |= {fold(name.text): name.id for name in all_names(kb)}
        for draft in drafts:
            self._known |= {fold(name): draft.id for name in (draft.term, *draft.also)}
        self._known |= {draft.id: draft.id for draft in drafts}
        self._taken = set(self._known.values())
        self.planned: dict[str, str] = {}
        self.complaints: list[str] = []

    def of(self, name: str, where: str) -> str:
        found = self._known.get(name) or self._known.get(fold(name))
        if found is None:
            found = proposed_id(name)
            self._plan(found, name, where)
        return found

    def _plan(self, id_: str, name: str, where: str) -> None:
        """Put a name on the work list. That two names give the same id does not make them one concept."""
        other = self.planned.setdefault(id_, name)
        if other == id_:
            self.planned[id_] = other = name
        if id_ in self._taken:
            why = f"«{id_}», som er opptatt"
        elif fold(name) not in (fold(other), id_):
            why = f"«{id_}», som «{other}» også får"
        elif taken := why_not(self._kb, id_):
            why = f"«{id_}», men {taken}"
        else:
            return
        self.complaints.append(
            f"{where}: «{name}» er ikke navnet på noe begrep, og ville fått id-en {why}; "
            "skriv id-en eller termen til begrepet som er ment"
        )


class _Themes:
    """Themes by id or label. A knowledge base without a list of themes gets one."""

    def __init__(self, kb: KnowledgeBase, wishes: Wishes) -> None:
        self._known = {theme.label: theme.id for theme in kb.themes.values()}
        self._known |= {id_: id_ for id_ in kb.themes}
        self._default = wishes.theme
        self.new: dict[str, str] = {}
        self.complaints: list[str] = []

    def id_of(self, written: str, where: str) -> str:
        name = written or self._default
        if name not in self._known:
            self._known[name] = id_ = proposed_id(name)
            other = self.new.setdefault(id_, name)
            if other != name:
                self.complaints.append(
                    f"{where}: temaene «{other}» og «{name}» ville fått samme id, «{id_}»; "
                    "skriv dem likt, eller gi det ene et annet navn"
                )
        return self._known[name]


def _entry(draft: Draft, wishes: Wishes, theme: str, ids: _Ids, redirects: Sequence[str]) -> str:
    lists = {
        "also": draft.also,
        "discouraged": draft.discouraged,
        "hidden": draft.hidden,
        "en": draft.en,
        "nn": draft.nn,
    }
    relations = {
        name: tuple(
            dict.fromkeys(
                id_
                for target in draft.relations.get(name, ())
                if (id_ := ids.of(target, draft.where)) != draft.id
            )
        )
        for name in RELATIONS
    }
    lines = [
        f"term: {scalar(draft.term)}",
        *(f"{key}: {flow_list(list(values))}" for key, values in lists.items() if values),
        f"type: {draft.type or wishes.type}",
        f"theme: {theme}",
        f"definition: {scalar(draft.definition or TEMPLATE_MARK)}",
        *(f"{key}: {flow_list(list(values))}" for key, values in relations.items() if values),
        *([f"redirects: {flow_list(list(redirects))}"] if redirects else []),
        "status: utkast",
        f"created: {wishes.today.isoformat()}",
    ]
    front = "\n".join(lines)
    return f"---\n{front}\n---\n\n{draft.note.strip() or TEMPLATE_MARK}\n"


def _misread(path: str, text: str) -> str:
    """What is wrong with a list that has got its lines, or an empty string: not every form of YAML can be added to."""
    node = compose(text, path)
    if node is None or isinstance(node, yaml.MappingNode):
        return ""
    return (
        f"{path} kan ikke få nye linjer slik den er skrevet; skriv den med én linje for hver id, «id: navn»"
    )


def _lists(kb: KnowledgeBase, drafts: Sequence[Draft], ids: _Ids, themes: _Themes) -> dict[str, str | None]:
    """The work list and the list of themes, when they change."""
    changes: dict[str, str | None] = {}
    path = f"{kb.settings.concepts}/{PLANNED}"
    text = kb.files.get(path, "")
    for draft in drafts:
        done = work_list.without(replace(kb, files={**kb.files, path: text}), draft.id)
        text = done.get(path, text) or ""
    text = _with_rows(text, (f"{id_}: {scalar(name)}\n" for id_, name in sorted(ids.planned.items())))
    if text != kb.files.get(path, ""):
        changes[path] = text
    if themes.new:
        path = f"{kb.settings.concepts}/{THEMES}"
        rows = (f"{id_}: {{label: {scalar(name)}}}\n" for id_, name in themes.new.items())
        changes[path] = _with_rows(kb.files.get(path, ""), rows)
    return changes


def _with_rows(text: str, rows: Iterable[str]) -> str:
    return (text.rstrip("\n") + "\n" if text.strip() else "") + "".join(rows)
