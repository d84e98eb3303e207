"""Rules about the works of the bibliography and about citations of them."""

from __future__ import annotations

from plfkb.rules.bibtex import BIBTEX_RULES
from plfkb.rules.bibtex_fields import FIELD_RULES
from plfkb.rules.rule import English, Rule, Severity

_READ_FIRST = "Den som skriver, skal vise hvilket verk som faktisk er lest."
_READ_FIRST_EN = "Whoever writes must show which work was actually read."

_WORK_RULES: tuple[Rule, ...] = (
    Rule(
        "verk-dobbelt",
        Severity.WARNING,
        "Samme verk under to nøkler gir to oppføringer i litteraturlista.",
        "«{key}» ser ut til å være samme verk som «{other}» ({same})",
        "behold den ene, og bruk dens nøkkel i alle henvisninger",
        "to oppføringer med samme DOI",
        "én oppføring",
        English(
            "The same work under two keys gives two entries in the list of references.",
            "“{key}” seems to be the same work as “{other}” ({same})",
            "keep one of them, and use its key in all citations",
        ),
    ),
    Rule(
        "verk-mangler-felt",
        Severity.WARNING,
        "Uten disse opplysningene blir oppføringen i litteraturlista ufullstendig.",
        "«{key}» mangler {what}",
        "legg til {fields}",
        "@article{stoll2006, title = {…}, year = {2006}}",
        "@article{stoll2006, title = {…}, year = {2006}, journal = {…}}",
        English(
            "Without these details the entry in the list of references is incomplete.",
            "“{key}” lacks {what}",
            "add {fields}",
        ),
    ),
    Rule(
        "verk-ufullstendig",
        Severity.INFO,
        "Opplysningen hører med i litteraturlista når den er kjent.",
        "«{key}» har ikke {what}",
        "legg til {fields} når du finner det",
        "@book{dalland2020, title = {…}, year = {2020}}",
        "@book{dalland2020, title = {…}, year = {2020}, publisher = {…}}",
        English(
            "The detail belongs in the list of references when it is known.",
            "“{key}” does not have {what}",
            "add {fields} when you find it",
        ),
    ),
    Rule(
        "verk-doi",
        Severity.WARNING,
        "En DOI med feil form gir en lenke som ikke virker.",
        "«{value}» i «{key}» er ikke en DOI",
        "skriv bare selve DOI-en; den begynner med 10. og har en skråstrek",
        "doi = {s10833-006-0001-8}",
        "doi = {10.1007/s10833-006-0001-8}",
        English(
            "A DOI of the wrong form gives a link that does not work.",
            "“{value}” in “{key}” is not a DOI",
            "write the DOI alone; it begins with 10. and has a slash",
        ),
    ),
    Rule(
        "verk-url",
        Severity.WARNING,
        "En ufullstendig adresse gir en lenke som ikke virker.",
        "«{value}» i «{key}» er ikke en hel nettadresse",
        "kopier adressen fra nettleseren; den begynner med https://",
        "url = {www.udir.no}",
        "url = {https://www.udir.no}",
        English(
            "An incomplete address gives a link that does not work.",
            "“{value}” in “{key}” is not a whole web address",
            "copy the address from the browser; it begins with https://",
        ),
    ),
    Rule(
        "verk-isbn",
        Severity.WARNING,
        "Siste siffer i et ISBN er et kontrollsiffer som avslører skrivefeil.",
        "ISBN «{value}» i «{key}» stemmer ikke ({why})",
        "se etter i boka; et ISBN har 10 eller 13 sifre",
        "isbn = {978-82-450-2100-5}",
        "isbn = {978-82-450-2100-4}",
        English(
            "The last digit of an ISBN is a check digit that reveals slips.",
            "ISBN “{value}” in “{key}” is not right ({why})",
            "look in the book; an ISBN has 10 or 13 digits",
        ),
    ),
    Rule(
        "verk-ar",
        Severity.WARNING,
        "Årstallet står i hver henvisning.",
        "«{value}» i feltet «{field}» i «{key}» kan ikke leses som {expected}",
        "skriv {example}",
        "year = {rundt 2006}",
        "year = {2006}",
        English(
            "The year stands in every citation.",
            "“{value}” in the field “{field}” of “{key}” cannot be read as {expected}",
            "write {example}",
        ),
    ),
    Rule(
        "verk-sider",
        Severity.WARNING,
        "Sidetallene skrives ut i litteraturlista.",
        "sidene «{value}» i «{key}» {why}",
        "skriv første og siste side med to bindestreker: 221--258",
        "pages = {s. 221-58}",
        "pages = {221--258}",
        English(
            "The page numbers are printed in the list of references.",
            "the pages “{value}” in “{key}” {why}",
            "write the first and the last page with two hyphens: 221--258",
        ),
    ),
    Rule(
        "verk-merking",
        Severity.WARNING,
        "Merkingen styrer hvilke kilder som kan siteres direkte.",
        "«{value}» er ikke en kjent verdi for {field} i «{key}»",
        "bruk en av disse: {known}",
        "x-status = {sjekket}",
        "x-status = {verified}",
        English(
            "The marks decide which sources can be cited directly.",
            "“{value}” is not a known value of {field} in “{key}”",
            "use one of these: {known}",
        ),
    ),
    Rule(
        "verk-ukjent-kjennskap",
        Severity.WARNING,
        "Feltet x-known-through nevner nøklene til verkene der dette verket er omtalt.",
        "«{key}» er kjent gjennom «{target}», som ikke finnes i litteraturlista",
        "{suggestion}",
        "x-known-through = {ottosen2021}",
        "x-known-through = {ottosen2022profesjonelt}",
        English(
            "The field x-known-through names the keys of the works in which this work is mentioned.",
            "“{key}” is known through “{target}”, which is not in the bibliography",
            "{suggestion}",
        ),
    ),
    Rule(
        "ubrukt-kilde",
        Severity.INFO,
        "En kilde som ingen viser til, kan være glemt.",
        "ingen viser til «{key}»",
        "vis til kilden der den er brukt, eller la den stå til den trengs",
        "en kilde uten henvisninger",
        "[@stoll2006professional]",
        English(
            "A source that nobody refers to may be forgotten.",
            "nobody refers to “{key}”",
            "cite the source where it was used, or let it stand until it is needed",
        ),
    ),
)

_CITATION_RULES: tuple[Rule, ...] = (
    Rule(
        "ukjent-kilde",
        Severity.ERROR,
        "En henvisning må føre til en kilde i litteraturlista.",
        "kilden «{key}» finnes ikke i litteraturlista",
        "{suggestion}",
        "[@stol2006professional]",
        "[@stoll2006professional]",
        English(
            "A citation must lead to a source in the bibliography.",
            "the source “{key}” is not in the bibliography",
            "{suggestion}",
        ),
    ),
    Rule(
        "uleselig-henvisning",
        Severity.ERROR,
        "En henvisning som ikke leses, vises som den er skrevet og mangler i litteraturlista.",
        "«{text}» likner en henvisning, men kan ikke leses",
        "skriv [@nøkkel, s. 12] med semikolon mellom flere, og bindestrek i [-@nøkkel]; sett `gravaksenter` rundt om det ikke er en henvisning",
        "[@dalland2020, @stoll2006professional]",
        "[@dalland2020; @stoll2006professional]",
        English(
            "A citation that is not read is shown as written and is missing from the list of references.",
            "“{text}” looks like a citation, but cannot be read",
            "write [@key, s. 12] with semicolons between several, and a hyphen in [-@key]; put `backticks` around it if it is not a citation",
        ),
    ),
    Rule(
        "usikker-kilde-direkte",
        Severity.WARNING,
        "Et verk som verken er lest eller sikkert identifisert, kan ikke siteres som om det var lest.",
        "«{key}» er ikke sikkert identifisert ({why}) og ikke lest, men siteres direkte",
        "vis til verket du har lest: {example}",
        "[@fullan2016coherence]",
        "[@fullan2016coherence via @ottosen2022profesjonelt, s. 12]",
        English(
            "A work that was neither read nor identified with certainty cannot be cited as if it had been read.",
            "“{key}” is not identified with certainty ({why}) and not read, but is cited directly",
            "refer to the work you have read: {example}",
        ),
    ),
    Rule(
        "ulest-kilde-direkte",
        Severity.WARNING,
        _READ_FIRST,
        "«{key}» siteres direkte, men er ikke merket som lest",
        "vis til verket du har lest: {example}; har du lest «{key}» selv, skriv x-read = {{yes}} i oppføringen",
        "[@stoll2006professional]",
        "[@stoll2006professional via @aas2013ledelse, s. 30]",
        English(
            _READ_FIRST_EN,
            "“{key}” is cited directly, but is not marked as read",
            "refer to the work you have read: {example}; if you have read “{key}” yourself, write x-read = {{yes}} in its entry",
        ),
    ),
    Rule(
        "via-ulest-kilde",
        Severity.WARNING,
        _READ_FIRST,
        "«{key}» siteres via «{via}», men «{via}» er heller ikke merket som lest",
        "skriv det leste verket etter «via»; har du lest «{via}», skriv x-read = {{yes}} i oppføringen",
        "[@stoll2006professional via @schon1983reflective]",
        "[@stoll2006professional via @ottosen2022profesjonelt]",
        English(
            _READ_FIRST_EN,
            "“{key}” is cited via “{via}”, but “{via}” is not marked as read either",
            "write the work that was read after “via”; if you have read “{via}”, write x-read = {{yes}} in its entry",
        ),
    ),
)

SOURCE_RULES: tuple[Rule, ...] = (*BIBTEX_RULES, *FIELD_RULES, *_WORK_RULES, *_CITATION_RULES)
