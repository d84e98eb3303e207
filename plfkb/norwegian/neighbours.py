"""What a word in nynorsk, Danish or Swedish is in bokmål, as parts of words.

A search for «skuleleiing» should find «skoleledelse» also where nobody has written down the nynorsk term. The table
holds words and endings that belong to the field of school and work; what differs only in letters that search folds
(æ and ä, ø and ö) or in inflection needs no row.
"""

from __future__ import annotations

_NYNORSK = (
    *(("skule", "skole"), ("leiing", "ledelse"), ("leiar", "leder"), ("leia", "lede"), ("leie", "lede")),
    *(("lærar", "lærer"), ("eigar", "eier"), ("eige", "eie"), ("meistr", "mestr"), ("tru", "tro")),
    *(("rettleiing", "veiledning"), ("vegleiing", "veiledning"), ("rettleiar", "veileder")),
    *(("medverknad", "medvirkning"), ("verknad", "virkning"), ("medverk", "medvirk")),
    *(("skilnad", "forskjell"), ("kjenneteikn", "kjennetegn"), ("teikn", "tegn"), ("usemje", "uenighet")),
    *(("semje", "enighet"), ("einig", "enig"), ("kjensle", "følelse"), ("heit", "het"), ("leik", "het")),
    *(("sjølv", "selv"), ("sjølvstende", "selvstendig"), ("mogleg", "mulig"), ("moglegheit", "mulighet")),
    *(("høve", "anledning"), ("born", "barn"), ("menneskje", "menneske"), ("røynsle", "erfaring")),
    *(("samanlikn", "sammenlikn"), ("saman", "sammen"), ("påverk", "påvirk"), ("verke", "virke")),
    *(("hending", "hendelse"), ("oppleving", "opplevelse"), ("forståing", "forståelse")),
    *(("læraroppl", "læreroppl"), ("oppgåve", "oppgave"), ("tilsett", "ansatt")),
    *(("medarbeidar", "medarbeider"), ("deltakar", "deltaker"), ("rådgjevar", "rådgiver")),
    *(("arbeidsgjevar", "arbeidsgiver"), ("gjevar", "giver"), ("vidare", "videre")),
    *(("kvardag", "hverdag"), ("kvarandre", "hverandre"), ("undervising", "undervisning")),
    *(("avgjerd", "beslutning"), ("krinsl", "kretsl"), ("krins", "krets"), ("haldning", "holdning")),
    *(("forventing", "forventning"), ("tenking", "tenkning"), ("førebuing", "forberedelse")),
    *(("leggjer", "liggjør"), ("gjering", "gjøring"), ("utgreiing", "utredning")),
)
_DANISH = (
    *(("hed", "het"), ("skab", "skap"), ("fælles", "felles"), ("udvikling", "utvikling")),
    *(("viden", "kunnskap"), ("uddannelse", "utdanning"), ("tillid", "tillit"), ("møde", "møte")),
    *(("opgave", "oppgave"), ("medarbejder", "medarbeider"), ("arbejde", "arbeid")),
    *(("forandring", "endring"), ("efter", "etter"), ("praksisfælles", "praksisfelles")),
    *(("sprog", "språk"), ("vejled", "veiled"), ("reflektion", "refleksjon"), ("kendetegn", "kjennetegn")),
    *(("sion", "sjon"), ("ejer", "eier"), ("deltag", "deltak"), ("inddrag", "involver")),
    *(("lederskab", "ledelse"), ("handleplan", "handlingsplan"), ("målsætning", "målsetting")),
)
_SWEDISH = (
    *(("skola", "skole"), ("gemenskap", "fellesskap"), ("utveckling", "utvikling")),
    *(("samarbete", "samarbeid"), ("ledarskap", "ledelse"), ("ledare", "leder"), ("lärare", "lærer")),
    *(("kunskap", "kunnskap"), ("förändring", "endring"), ("förtroende", "tillit")),
    *(("lärande", "lærende"), ("möte", "møte"), ("arbete", "arbeid"), ("delaktighet", "medvirkning")),
    *(("utvärdering", "evaluering"), ("bedömning", "vurdering"), ("handledning", "veiledning")),
    *(("återkoppling", "tilbakemelding"), ("erfarenhet", "erfaring"), ("utbildning", "utdanning")),
    *(
        ("inflytande", "innflytelse"),
        ("motstånd", "motstand"),
        ("arbetslag", "team"),
        ("stödj", "støtt"),
        ("lärarlag", "lærerteam"),
    ),
    *(("tion", "sjon"), ("ande", "ende")),
)
NEIGHBOURS = (*_NYNORSK, *_DANISH, *_SWEDISH)
