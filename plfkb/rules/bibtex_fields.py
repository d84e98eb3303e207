"""Rules about the fields of a bibliography's entries. The names begin with «bib-»."""

from __future__ import annotations

from plfkb.rules.rule import English, Rule, Severity

_NAMES = "Navnene blir til henvisninger og må deles riktig i fornavn og etternavn."
_NAMES_EN = "Names become citations and must be split rightly into given name and family name."

FIELD_RULES: tuple[Rule, ...] = (
    Rule(
        "bib-dobbelt-felt",
        Severity.ERROR,
        "Står et felt to ganger, ville én av verdiene forsvinne.",
        "feltet «{field}» står mer enn én gang i «{key}»; bare det første leses",
        "behold det ene",
        "year = {2020}, year = {2021}",
        "year = {2020}",
        English(
            "If a field stood twice, one of the values would be lost.",
            "the field “{field}” stands more than once in “{key}”; only the first is read",
            "keep one of them",
        ),
    ),
    Rule(
        "bib-felt-i-felt",
        Severity.WARNING,
        "En klamme som mangler ett sted og er for mye et annet, skjuler felt uten at noe annet ser galt ut.",
        "feltet «{field}» i «{key}» inneholder det som ser ut som et nytt felt, «{inner}»",
        "se etter en }} som mangler på slutten av «{field}»",
        "title = {Metode,\n  year = {2020}}",
        "title = {Metode},\n  year = {2020}",
        English(
            "A brace that is missing in one place and too many in another hides fields without anything else looking wrong.",
            "the field “{field}” in “{key}” holds what looks like a new field, “{inner}”",
            "look for a }} that is missing at the end of “{field}”",
        ),
    ),
    Rule(
        "bib-ukjent-streng",
        Severity.ERROR,
        "Et ord uten klammer er en forkortelse, og den må være laget med @string lenger oppe.",
        "forkortelsen «{name}» i feltet «{field}» er ikke laget med @string",
        "skriv {field} = {{…}}, eller lag forkortelsen over oppføringen: @string{{{name} = {{…}}}}",
        "publisher = uf",
        "publisher = {Universitetsforlaget}",
        English(
            "A word without braces is an abbreviation, and must be made by @string further up.",
            "the abbreviation “{name}” in the field “{field}” is not made by @string",
            "write {field} = {{…}}, or make the abbreviation above the entry: @string{{{name} = {{…}}}}",
        ),
    ),
    Rule(
        "bib-streng-uleselig",
        Severity.ERROR,
        "En forkortelse som ikke kan leses, mangler i alle oppføringer som bruker den.",
        "@{type} kan ikke leses",
        "skriv den slik: @string{{uf = {{Universitetsforlaget}}}}",
        "@string{uf {Universitetsforlaget}}",
        "@string{uf = {Universitetsforlaget}}",
        English(
            "An abbreviation that cannot be read is missing in every entry that uses it.",
            "@{type} cannot be read",
            "write it like this: @string{{uf = {{Universitetsforlaget}}}}",
        ),
    ),
    Rule(
        "bib-ukjent-kommando",
        Severity.WARNING,
        "Litteraturlista vises på nett; LaTeX-kommandoer utover bokstaver og kursiv har ingen virkning der.",
        "kommandoen {command} i feltet «{field}» i «{key}» er ukjent; bare teksten er tatt med",
        "skriv tegnet eller teksten rett fram",
        "title = {Om \\foo{metode}}",
        "title = {Om metode}",
        English(
            "The bibliography is shown on the web; LaTeX commands beyond letters and italics do nothing there.",
            "the command {command} in the field “{field}” of “{key}” is unknown; only the text is kept",
            "write the character or the text plainly",
        ),
    ),
    Rule(
        "bib-navn-skilletegn",
        Severity.ERROR,
        _NAMES,
        "navnene i «{name}» er skilt med «{sign}»",
        "skriv « and » mellom navnene: Hansen, Kari and Olsen, Per",
        "author = {Hansen, Kari og Olsen, Per}",
        "author = {Hansen, Kari and Olsen, Per}",
        English(
            _NAMES_EN,
            "the names in “{name}” are separated by “{sign}”",
            "write “ and ” between the names: Hansen, Kari and Olsen, Per",
        ),
    ),
    Rule(
        "bib-navn-komma",
        Severity.ERROR,
        _NAMES,
        "navnet «{name}» har for mange komma",
        "skriv « and » mellom navnene: Hansen, K. and Olsen, P.; sett en organisasjon i doble klammer",
        "author = {Hansen, K., Olsen, P., Berg, L.}",
        "author = {Hansen, K. and Olsen, P. and Berg, L.}",
        English(
            _NAMES_EN,
            "the name “{name}” has too many commas",
            "write “ and ” between the names: Hansen, K. and Olsen, P.; put an organisation in double braces",
        ),
    ),
    Rule(
        "bib-navn-tomt",
        Severity.ERROR,
        _NAMES,
        "et navn mangler i «{name}»",
        "ta bort den « and » som er for mye, eller skriv navnet",
        "author = {Hansen, Kari and and Olsen, Per}",
        "author = {Hansen, Kari and Olsen, Per}",
        English(
            _NAMES_EN,
            "a name is missing in “{name}”",
            "take away the “ and ” that is too many, or write the name",
        ),
    ),
    Rule(
        "bib-navn-mfl",
        Severity.WARNING,
        _NAMES,
        "«{name}» står etter et navn; det er lest som «and others»",
        "skriv « and others» etter siste navn, eller aller helst alle navnene",
        "author = {Hansen, Kari et al.}",
        "author = {Hansen, Kari and others}",
        English(
            _NAMES_EN,
            "“{name}” stands after a name; it is read as “and others”",
            "write “ and others” after the last name, or better still all the names",
        ),
    ),
    Rule(
        "bib-navn-organisasjon",
        Severity.WARNING,
        "Et navn uten doble klammer deles i fornavn og etternavn.",
        "«{name}» ser ut som en organisasjon og er lest som det",
        "sett doble klammer om en organisasjon: {{{{{name}}}}}; skriv personer som Etternavn, Fornavn",
        "author = {Barne- og likestillingsdepartementet}",
        "author = {{Barne- og likestillingsdepartementet}}",
        English(
            "A name without double braces is split into given name and family name.",
            "“{name}” looks like an organisation and is read as one",
            "put double braces around an organisation: {{{{{name}}}}}; write persons as Family, Given",
        ),
    ),
    Rule(
        "bib-crossref-mangler",
        Severity.ERROR,
        "Med crossref henter et kapittel opplysninger fra boka det står i.",
        "«{key}» henter opplysninger fra «{target}», som ikke finnes",
        "rett nøkkelen i crossref, eller legg boka i litteraturlista",
        "crossref = {elstad2015profesjon}",
        "crossref = {elstad2014profesjon}",
        English(
            "By crossref a chapter takes details from the book it stands in.",
            "“{key}” takes details from “{target}”, which does not exist",
            "mend the key in crossref, or add the book to the bibliography",
        ),
    ),
    Rule(
        "bib-crossref-ring",
        Severity.ERROR,
        "Med crossref henter et kapittel opplysninger fra boka det står i.",
        "crossref går i ring: {target}",
        "ta bort crossref i den ene av dem",
        "to oppføringer som henter fra hverandre",
        "bare kapittelet henter fra boka",
        English(
            "By crossref a chapter takes details from the book it stands in.",
            "crossref goes in a ring: {target}",
            "take away crossref in one of them",
        ),
    ),
)
