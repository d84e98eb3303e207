"""Words of a question that say nothing about what is asked for, and words that ask for a difference."""

from __future__ import annotations

_BOKMAAL = (
    *("alle", "alt", "andre", "at", "av", "begge", "betyr", "blant", "bli", "blir", "bør", "da", "de"),
    *("deg", "dem", "den", "denne", "der", "deres", "det", "dette", "din", "du", "egentlig", "en"),
    *("er", "et", "etter", "finnes", "for", "fordi", "fra", "få", "får", "før", "gi", "gir", "gjør"),
    *("gjøre", "gjennom", "god", "gode", "godt", "ha", "han", "har", "hennes", "her", "hos", "hun"),
    *("hva", "hvem", "hver", "hvilke", "hvilken", "hvilket", "hvis", "hvor", "hvordan", "hvorfor", "i"),
    *("ikke", "ingen", "inn", "kan", "kom", "kunne", "litt", "man", "mange", "med", "meg", "meget"),
    *("mellom", "men", "mer", "mest", "min", "mot", "mye", "må", "når", "noe", "noen", "nok", "ny"),
    *("og", "også", "om", "opp", "oss", "over", "på", "sammen", "seg", "selv", "selve", "sett", "si", "sin"),
    *("sine", "sitt", "skal", "skulle", "slik", "som", "så", "til", "trenger", "under", "ut", "uten"),
    *("vi", "vil", "ville", "var", "ved", "være", "vår", "våre"),
)
_NYNORSK = (
    *("berre", "deira", "dei", "eg", "ein", "ei", "eit", "frå", "gjer", "ikkje", "kva", "kvar", "kven"),
    *("kvifor", "korleis", "kor", "me", "meir", "mykje", "nokon", "noko", "tyder", "vere", "vera"),
    *("vert"),
)
_ENGLISH = (
    *("a", "an", "and", "are", "as", "between", "by", "do", "does", "how", "is", "it", "of", "on"),
    *("or", "the", "to", "vs", "what", "which", "who", "why", "with"),
)
STOP_WORDS = frozenset((*_BOKMAAL, *_NYNORSK, *_ENGLISH))
COMPARING = frozenset(
    (
        *("forskjell", "forskjellen", "forskjeller", "forskjellene", "forskjellig", "skilnad", "skilnaden"),
        *("skillet", "skiller", "skille", "skilje", "sammenlikne", "sammenligne", "sammenlikning"),
        *("sammenligning", "samanlikne", "samanlikning", "kontra", "versus", "vs", "difference"),
        *("differences", "compare", "forveksle", "forveksles", "likheter", "likheten", "motsetning"),
    )
)
