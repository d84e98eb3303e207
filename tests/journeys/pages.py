"""One page of each kind on the real site."""

from __future__ import annotations

PAGES = {
    "forside": "",
    "begrep": "begrep/profesjonelt-laeringsfellesskap/",
    "modell med sløyfer": "begrep/dobbeltkretslaering/",
    "kart": "kart/",
    "sammenlikn": "sammenlikn/?a=enkeltkretslaering&b=dobbeltkretslaering",
    "modell": "begrep/de-fem-disiplinene/",
    "sammenlikning": "sammenlikning/kjennetegnmodeller-sammenliknet/",
    "kilde": "kilde/ottosen2022profesjonelt/",
    "tema": "tema/fellesskap/",
    "A til Å": "begrep/",
    "temaer": "tema/",
    "sammenlikninger": "sammenlikning/",
    "typer": "type/",
    "kilder": "kilde/",
    "kilder etter år": "kilder/ar/",
    "kilder etter type": "kilder/type/",
    "verktøy": "verktoy/endringsteori/",
    "pensum": "pensum/halvdag/",
    "bidra": "bidra/sitere/",
    "regler": "bidra/regler/",
    "søk": "sok/?q=forskjellen på plf og profesjonsfellesskap",
    "søk uten treff": "sok/?q=skoleskyss",
    "om": "om/",
    "personvern": "om/personvern/",
    "tilgjengelighet": "om/tilgjengelighet/",
    "mangler": "404.html",
}
