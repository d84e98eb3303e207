"""Words of a question that say nothing about what is asked for, and words that ask for a difference."""

from __future__ import annotations

_BOKMAAL = (
    *("aldri", "alle", "alltid", "alt", "andre", "at", "av", "bare", "begge", "betyr", "blant", "ble"),
    *("bli", "blir", "blitt", "burde", "både", "bør", "da", "de", "deg", "dem", "den", "denne", "der"),
    *("dere", "deres", "derfor", "dermed", "dersom", "det", "dette", "din", "dine", "ditt", "du"),
    *(
        "egen",
        "egentlig",
        "eget",
        "egne",
        "eller",
        "ellers",
        "en",
        "enn",
        "ennå",
        "enten",
        "er",
        "et",
        "etter",
        "fikk",
        "finnes",
    ),
    *("fins", "for", "fordi", "fortsatt", "fra", "få", "får", "fått", "før", "ga", "gi", "gir", "gitt"),
    *("gjennom", "gjerne", "gjorde", "gjort", "gjør", "gjøre", "god", "gode", "godt", "gå", "går", "ha"),
    *("hadde", "ham", "han", "hans", "har", "hele", "henne", "hennes", "her", "hos", "hun", "hva"),
    *("hvem", "hver", "hvert", "hvilke", "hvilken", "hvilket", "hvis", "hvor", "hvordan", "hvorfor"),
    *("hvorvidt", "i", "ikke", "ingen", "inn", "jeg", "jo", "kan", "kom", "komme", "kommer", "kunne"),
    *("litt", "man", "mange", "med", "meg", "meget", "mellom", "men", "mens", "mer", "mest", "min", "mine"),
    *("mitt", "mot", "mye", "må", "måtte", "noe", "noen", "nok", "ny", "nye", "nytt", "nå", "når"),
    *("ofte", "og", "også", "om", "opp", "oss", "over", "på", "sammen", "samt", "seg", "selv", "selve"),
    *("sett", "si", "siden", "sin", "sine", "sitt", "skal", "skulle", "slik", "slike", "som", "så"),
    *("sånn", "til", "trenger", "under", "ut", "uten", "var", "ved", "vel", "verken", "vi", "vil"),
    *("ville", "vår", "våre", "våres", "vårt", "være", "vært"),
)
_NYNORSK = (
    *("alle", "anten", "berre", "blei", "dei", "deira", "dykk", "dykkar", "då", "eg", "ei"),
    *("ein", "eit", "frå", "gjer", "gjerast", "gjere", "hjå", "ho", "ikkje", "kor", "korleis", "kva"),
    *("kvar", "kven", "kvifor", "me", "meir", "mykje", "no", "noka", "noko", "nokon", "nokre", "nå"),
    *("sidan", "sjølv", "skal", "skjer", "tyder", "vart", "vera", "vere", "verken", "vert", "vil"),
    *("vore", "vorte"),
)
_ENGLISH = (
    *("a", "an", "and", "are", "as", "at", "be", "between", "by", "can", "do", "does", "for", "from"),
    *("how", "i", "in", "is", "it", "my", "not", "of", "on", "or", "our", "should", "that", "the"),
    *("their", "these", "this", "those", "to", "vs", "we", "what", "when", "where", "which", "who"),
    *("why", "with", "you", "your"),
)
# What tells that, or how, somebody wants to know.
_ASKING = (
    *(
        "begynne",
        "begynner",
        "beskriv",
        "beskrive",
        "betydning",
        "betydningen",
        "definer",
        "definere",
        "definisjon",
    ),
    *(
        "definisjonen",
        "eksempel",
        "eksempler",
        "forklar",
        "forklare",
        "forklaring",
        "forklart",
        "handler",
        "hjelp",
    ),
    *(
        "hjelpe",
        "info",
        "informasjon",
        "lage",
        "lager",
        "lurer",
        "mener",
        "menes",
        "sier",
        "skriver",
        "start",
    ),
    *("starte", "starter", "tips", "vite", "ønsker"),
)
STOP_WORDS = frozenset((*_ASKING, *_BOKMAAL, *_NYNORSK, *_ENGLISH))
COMPARING = frozenset(
    (
        *("forskjell", "forskjellen", "forskjeller", "forskjellene", "forskjellig", "skilnad", "skilnaden"),
        *("skillet", "skiller", "skille", "skilje", "sammenlikne", "sammenligne", "sammenlikning"),
        *(
            "sammenligning",
            "sammenliknet",
            "sammenlignet",
            "samanlikne",
            "samanlikning",
            "kontra",
            "versus",
            "vs",
            "difference",
        ),
        *("differences", "compare", "forveksle", "forveksles", "likheter", "likheten", "motsetning"),
    )
)
