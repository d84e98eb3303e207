"""What a new entry's file holds: the fields filled in, and guidance in comments for the rest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from plfkb.checks.entries import TEMPLATE_MARK
from plfkb.writing.yaml_values import flow_list, scalar

_CONCEPT = """\
---
# Anbefalt term: ubestemt entall med liten forbokstav (stor bare i navn).
term: {term}
{also}# Termen på engelsk, den viktigste først.
# en: [english term]
type: {type}
theme: {theme}
# Én til tre setninger som kan forstås alene, høyst 60 ord, med kilde: [@nøkkel, s. 12].
definition: >-
  {definition}
# Hvor ordlyden kommer fra: egen, tilpasset eller sitert.
definition_basis: egen
# Id-ene (filnavnene) til begreper dette henger sammen med, og til dem det ofte forveksles med.
# broader: [overordnet-begrep]
# related: [beslektet-begrep]
# contrasts: [begrep-det-forveksles-med]
{authors}status: utkast
created: {today}
---
{note}
<!-- To–tre avsnitt som forklarer begrepet, det enkleste først. Vis til kilden etter hver påstand: [@nøkkel, s. 12].
     Lenk til andre oppslag slik: [[team]]. Ta bort kommentarene etter hvert, og delene du ikke har noe å si i. -->

{mark}

## Opphav

<!-- Hvem brukte ordet først, når, og i hvilken sammenheng? -->

## Kjennetegn

<!-- Hva må være til stede for at vi skal bruke ordet? Gjerne en liste. -->

## I praksis

<!-- Hva kan en skoleleder gjøre på mandag? -->

## Kritikk og uenighet

<!-- Hvor er kildene uenige, og hvor er grunnlaget tynt? -->

## Refleksjonsspørsmål

<!-- To til fire spørsmål som et personale kan bruke. -->
"""

_COMPARISON = """\
---
title: {title}
type: sammenlikning
theme: {theme}
between: {between}
# Det korte svaret i én til tre setninger, med kilde: [@nøkkel, s. 12].
summary: >-
  {mark}
# Én rad for hvert trekk de sammenliknes på, med én setning om hver side.
# Skriv «basis: redaksjonell» i en rad når sammenlikningen er din egen slutning.
dimensions:
  - name: formål
    sides:
{sides}
{authors}status: utkast
created: {today}
---

<!-- Hva er det lett å blande sammen, og når? Ta bort kommentarene etter hvert, og delene du ikke har noe å si i. -->

{mark}

## Hvorfor skillet betyr noe

<!-- Hva går galt når de to blandes? -->

## I praksis

<!-- Hvordan ser en forskjellen i en skole? -->

## Kritikk og uenighet

<!-- Hvor er kildene uenige, og hvor er grunnlaget tynt? -->

## Refleksjonsspørsmål

<!-- To til fire spørsmål som et personale kan bruke. -->
"""


_NO_OTHER_NAMES = """\
# Andre navn og forkortelser som er i bruk. Ta bort # foran linja når du har noe å skrive.
# also: [forkortelse]
"""


@dataclass(frozen=True, slots=True)
class Start:
    """What all new entries are given: the theme's id, who writes (empty for the knowledge base itself), the day."""

    theme: str
    author: str
    today: date

    @property
    def line(self) -> str:
        return f"authors: {flow_list([self.author])}\n" if self.author else ""


@dataclass(frozen=True, slots=True)
class Told:
    """What is known of a concept beforehand: the definition on one line, other names, and a note for whoever goes on."""

    definition: str = TEMPLATE_MARK
    also: Sequence[str] = ()
    note: str = ""


def concept(term: str, type_: str, start: Start, told: Told | None = None) -> str:
    told = told or Told()
    return _CONCEPT.format(
        term=scalar(term),
        type=type_,
        theme=start.theme,
        also=f"also: {flow_list(list(told.also))}\n" if told.also else _NO_OTHER_NAMES,
        definition=told.definition,
        note=f"\n<!-- {told.note} -->\n" if told.note else "",
        authors=start.line,
        today=start.today,
        mark=TEMPLATE_MARK,
    )


def comparison(title: str, between: Sequence[str], start: Start) -> str:
    return _COMPARISON.format(
        title=scalar(title),
        theme=start.theme,
        between=flow_list(list(between)),
        sides="\n".join(f"      {id_}: {TEMPLATE_MARK}" for id_ in between),
        authors=start.line,
        today=start.today,
        mark=TEMPLATE_MARK,
    )
