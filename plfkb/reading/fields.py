"""The keys of an entry's front matter: one table for reading, for the JSON Schema and for the guide.

The keys follow SKOS and SKOS-AP-NO-Begrep where these have a word for them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from plfkb.languages import Said

CONCEPT_TYPES = (
    "begrep",
    "modell",
    "typologi",
    "teori",
    "metode",
    "verktoy",
    "program",
    "styringsdokument",
    "rolle",
    "aktor",
)
COMPARISON_TYPE = "sammenlikning"
COURSE_TYPE = "pensum"
TRUE = "true"
BASES = ("egen", "tilpasset", "sitert")
# The forms of drawings (plfkb.drawing.forms), and none. A model, typology or theory that says nothing gets the first.
DRAWINGS = ("liste", "rutenett", "kjede", "sirkel", "hierarki", "knutepunkt", "sloyfer", "ingen")
DRAWN_TYPES = ("modell", "typologi", "teori")
OUTSIDE = "utenfor"
STATUSES = ("utkast", "kildesjekket", "fagvurdert")


class Kind(StrEnum):
    """The form of a value, as a contributor would call it."""

    TEXT = "en tekst"
    PROSE = "en tekst med én eller flere setninger"
    TEXTS = "en liste med tekster"
    ID = "id-en til et oppslag"
    IDS = "en liste med id-er"
    CHOICE = "én av de faste verdiene"
    DATE = "en dato (år-måned-dag)"
    DISCOURAGED = "en liste med tekster, eller med term og reason"
    PARTS = "en liste med label, text, id, loop og order"
    DIMENSIONS = "en liste med name og sides"
    SIDES = "en id og en tekst for hver side"
    SEARCH = "exclude med true eller false"

    @property
    def said(self) -> Said:
        return Said(self.value, _KINDS_IN_ENGLISH[self])


_KINDS_IN_ENGLISH = {
    Kind.TEXT: "a text",
    Kind.PROSE: "a text of one or more sentences",
    Kind.TEXTS: "a list of texts",
    Kind.ID: "the id of an entry",
    Kind.IDS: "a list of ids",
    Kind.CHOICE: "one of the fixed values",
    Kind.DATE: "a date (year-month-day)",
    Kind.DISCOURAGED: "a list of texts, or of term and reason",
    Kind.PARTS: "a list of label, text, id, loop and order",
    Kind.DIMENSIONS: "a list of name and sides",
    Kind.SIDES: "an id and a text for each side",
    Kind.SEARCH: "exclude with true or false",
}


@dataclass(frozen=True, slots=True)
class Field:
    """One key: its form, whether it must be there, and what it means."""

    name: str
    kind: Kind
    help: str
    example: str
    required: bool = False
    choices: tuple[str, ...] = ()


_AUTHORS = Field("authors", Kind.TEXTS, "hvem som har skrevet; ellers PLF-basen", "authors: [Kari Nordmann]")
_REDIRECTS = Field("redirects", Kind.IDS, "andre adresser som skal føre hit", "redirects: [gammel-id]")
_NOLINK = Field(
    "nolink",
    Kind.TEXTS,
    "oppslag som programmet ikke skal lenke til fra denne teksten, med id eller navn",
    "nolink: [team]",
)
_HIDDEN = Field(
    "hidden",
    Kind.TEXTS,
    "skjulte søkeord: det folk søker med, uten at det er et navn; vises ikke på siden",
    "hidden: [arbeidsgruppe]",
)
_CREDIT = (
    _AUTHORS,
    Field("reviewed_by", Kind.TEXTS, "fagpersoner som går god for oppslaget", "reviewed_by: [Ola Nordmann]"),
    Field("created", Kind.DATE, "dagen oppslaget ble til", "created: 2026-11-21"),
    Field("updated", Kind.DATE, "dagen innholdet sist ble endret", "updated: 2026-11-21"),
    Field("status", Kind.CHOICE, "hvor langt oppslaget er kommet", "status: utkast", choices=STATUSES),
)
DOCUMENT_FIELDS: tuple[Field, ...] = (
    Field("description", Kind.TEXT, "én setning om siden", "description: Et møte på en time."),
    *(field for field in _CREDIT if field.name not in ("status", "reviewed_by")),
    Field("redirects", Kind.TEXTS, "adresser som skal føre hit", "redirects: [verktoy/gammelt-navn]"),
    Field(
        "type", Kind.CHOICE, "«pensum» for en leseliste til et emne", "type: pensum", choices=(COURSE_TYPE,)
    ),
    Field(
        "search",
        Kind.SEARCH,
        "«exclude: true» for en side som søket ikke skal finne",
        "search: {exclude: true}",
    ),
)
"""What of a page of ``docs/`` concerns us; its other keys are for MkDocs."""

_THEME = Field("theme", Kind.ID, "temaet, fra concepts/temaer.yml", "theme: fellesskap", required=True)

CONCEPT_FIELDS: tuple[Field, ...] = (
    Field(
        "term",
        Kind.TEXT,
        "anbefalt term, ubestemt entall med liten forbokstav",
        "term: profesjonsfellesskap",
        required=True,
    ),
    Field("also", Kind.TEXTS, "tillatte termer og forkortelser", "also: [PLF]"),
    Field("discouraged", Kind.DISCOURAGED, "termer en møter, men bør unngå", "discouraged: [PFL]"),
    Field("covers", Kind.TEXTS, "navn på mindre ting som oppslaget dekker", "covers: [speilteam]"),
    _HIDDEN,
    Field("forms", Kind.TEXTS, "uregelmessige bøyingsformer av termen", "forms: [teamene]"),
    Field(
        "everyday_words",
        Kind.TEXTS,
        "de av navnene som også er hverdagsord; de blir aldri lenker av seg selv",
        "everyday_words: [motstand]",
    ),
    Field("en", Kind.TEXTS, "termen på engelsk, den viktigste først", "en: [learning community]"),
    Field("nn", Kind.TEXTS, "termen på nynorsk når den er en annen", "nn: lærarfellesskap"),
    Field(
        "type",
        Kind.CHOICE,
        "hva slags oppslag det er",
        "type: begrep",
        required=True,
        choices=CONCEPT_TYPES,
    ),
    _THEME,
    Field(
        "definition",
        Kind.PROSE,
        "definisjonen i én til tre setninger",
        "definition: Et team er ... [@hjerto2017team, s. 12].",
        required=True,
    ),
    Field(
        "definition_basis",
        Kind.CHOICE,
        "om ordlyden er egen, tilpasset eller sitert",
        "definition_basis: egen",
        choices=BASES,
    ),
    Field("broader", Kind.IDS, "overordnede begreper", "broader: [laererfellesskap]"),
    Field("part_of", Kind.IDS, "det oppslaget er en del av", "part_of: [senges-fem-disipliner]"),
    Field("related", Kind.IDS, "beslektede begreper", "related: [team, tillit]"),
    Field("contrasts", Kind.IDS, "begreper det ofte forveksles med", "contrasts: [profesjonsfellesskap]"),
    Field("parts", Kind.PARTS, "delene i en modell eller typologi", "parts:\n  - label: mål"),
    Field("drawing", Kind.CHOICE, "hvordan delene tegnes", "drawing: kjede", choices=DRAWINGS),
    _NOLINK,
    _REDIRECTS,
    Field("replaced_by", Kind.ID, "oppslaget som har tatt over", "replaced_by: team"),
    *_CREDIT,
)

COMPARISON_FIELDS: tuple[Field, ...] = (
    Field("title", Kind.TEXT, "overskriften på siden", "title: PLF og praksisfellesskap", required=True),
    Field(
        "type",
        Kind.CHOICE,
        "sammenlikning",
        "type: sammenlikning",
        required=True,
        choices=(COMPARISON_TYPE,),
    ),
    _THEME,
    Field(
        "between",
        Kind.IDS,
        "to til fem oppslag som sammenliknes",
        "between: [team, teamlaering]",
        required=True,
    ),
    Field(
        "summary",
        Kind.PROSE,
        "det korte svaret i én til tre setninger",
        "summary: Forskjellen er ...",
        required=True,
    ),
    Field(
        "dimensions",
        Kind.DIMENSIONS,
        "radene i tabellen",
        "dimensions:\n  - name: opphav\n    sides: {team: ..., teamlaering: ...}",
        required=True,
    ),
    _HIDDEN,
    _NOLINK,
    _REDIRECTS,
    *_CREDIT,
)

PART_FIELDS: tuple[Field, ...] = (
    Field("label", Kind.TEXT, "navnet på delen", "label: mål", required=True),
    Field("text", Kind.PROSE, "én setning om delen", "text: Det skolen vil oppnå."),
    Field("id", Kind.ID, "delens eget oppslag", "id: maal"),
    Field(
        "loop",
        Kind.TEXT,
        "navnet på sløyfa som fører tilbake hit fra den siste delen",
        "loop: dobbeltkretslæring",
    ),
    Field(
        "order",
        Kind.CHOICE,
        "«utenfor» når delen ikke har noen plass i rekkefølgen",
        "order: utenfor",
        choices=(OUTSIDE,),
    ),
)
DISCOURAGED_FIELDS: tuple[Field, ...] = (
    Field("term", Kind.TEXT, "termen som bør unngås", "term: PFL", required=True),
    Field("reason", Kind.TEXT, "hvorfor den bør unngås", "reason: bokstavene er byttet om"),
)
DIMENSION_FIELDS: tuple[Field, ...] = (
    Field("name", Kind.TEXT, "hva sidene sammenliknes på", "name: opphav", required=True),
    Field("sides", Kind.SIDES, "én setning for hver side", "sides: {team: ...}", required=True),
    Field(
        "basis",
        Kind.CHOICE,
        "«redaksjonell» når sammenlikningen er vår egen slutning",
        "basis: redaksjonell",
        choices=("redaksjonell",),
    ),
)
# The words of Material's search for the same.
SEARCH_FIELDS: tuple[Field, ...] = (
    Field(
        "exclude",
        Kind.CHOICE,
        "«true» når søket ikke skal finne siden",
        "exclude: true",
        choices=(TRUE, "false"),
    ),
)
THEME_FIELDS: tuple[Field, ...] = (
    Field("label", Kind.TEXT, "navnet på temaet", "label: Ledelse", required=True),
    Field("about", Kind.TEXT, "én setning om temaet", "about: Hvem som leder, og hvordan."),
)
