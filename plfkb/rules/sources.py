"""Rules about the works of the bibliography and about citations of them."""

from __future__ import annotations

from plfkb.rules.bibtex import BIBTEX_RULES
from plfkb.rules.rule import Rule, Severity

_READ_FIRST = "Den som skriver, skal vise hvilket verk som faktisk er lest."

_WORK_RULES: tuple[Rule, ...] = (
    Rule(
        "verk-dobbelt",
        Severity.WARNING,
        "Samme verk under to nøkler gir to oppføringer i litteraturlista.",
        "«{key}» ser ut til å være samme verk som «{other}» ({same})",
        "behold den ene, og bruk dens nøkkel i alle henvisninger",
        "to oppføringer med samme DOI",
        "én oppføring",
    ),
    Rule(
        "verk-mangler-felt",
        Severity.WARNING,
        "Uten disse opplysningene blir oppføringen i litteraturlista ufullstendig.",
        "«{key}» mangler {what}",
        "legg til {fields}",
        "@article{stoll2006, title = {…}, year = {2006}}",
        "@article{stoll2006, title = {…}, year = {2006}, journal = {…}}",
    ),
    Rule(
        "verk-ufullstendig",
        Severity.INFO,
        "Opplysningen hører med i litteraturlista når den er kjent.",
        "«{key}» har ikke {what}",
        "legg til {fields} når du finner det",
        "@book{dalland2020, title = {…}, year = {2020}}",
        "@book{dalland2020, title = {…}, year = {2020}, publisher = {…}}",
    ),
    Rule(
        "verk-doi",
        Severity.WARNING,
        "En DOI med feil form gir en lenke som ikke virker.",
        "«{value}» i «{key}» er ikke en DOI",
        "skriv bare selve DOI-en; den begynner med 10. og har en skråstrek",
        "doi = {s10833-006-0001-8}",
        "doi = {10.1007/s10833-006-0001-8}",
    ),
    Rule(
        "verk-url",
        Severity.WARNING,
        "En ufullstendig adresse gir en lenke som ikke virker.",
        "«{value}» i «{key}» er ikke en hel nettadresse",
        "kopier adressen fra nettleseren; den begynner med https://",
        "url = {www.udir.no}",
        "url = {https://www.udir.no}",
    ),
    Rule(
        "verk-isbn",
        Severity.WARNING,
        "Siste siffer i et ISBN er et kontrollsiffer som avslører skrivefeil.",
        "ISBN «{value}» i «{key}» stemmer ikke ({why})",
        "se etter i boka; et ISBN har 10 eller 13 sifre",
        "isbn = {978-82-450-2100-5}",
        "isbn = {978-82-450-2100-4}",
    ),
    Rule(
        "verk-ar",
        Severity.WARNING,
        "Årstallet står i hver henvisning.",
        "«{value}» i feltet «{field}» i «{key}» kan ikke leses som {expected}",
        "skriv {example}",
        "year = {ca. 2006}",
        "year = {2006}",
    ),
    Rule(
        "verk-sider",
        Severity.WARNING,
        "Sidetallene skrives ut i litteraturlista.",
        "sidene «{value}» i «{key}» {why}",
        "skriv første og siste side med to bindestreker: 221--258",
        "pages = {s. 221-58}",
        "pages = {221--258}",
    ),
    Rule(
        "verk-merking",
        Severity.WARNING,
        "Merkingen styrer hvilke kilder som kan siteres direkte.",
        "«{value}» er ikke en kjent verdi for {field} i «{key}»",
        "bruk en av disse: {known}",
        "x-status = {sjekket}",
        "x-status = {verified}",
    ),
    Rule(
        "verk-ukjent-kjennskap",
        Severity.WARNING,
        "Feltet x-known-through nevner nøklene til verkene der dette verket er omtalt.",
        "«{key}» er kjent gjennom «{target}», som ikke finnes i litteraturlista",
        "{suggestion}",
        "x-known-through = {ottosen2021}",
        "x-known-through = {ottosen2022profesjonelt}",
    ),
    Rule(
        "ubrukt-kilde",
        Severity.INFO,
        "En kilde som ingen viser til, kan være glemt.",
        "ingen viser til «{key}»",
        "vis til kilden der den er brukt, eller la den stå til den trengs",
        "en kilde uten henvisninger",
        "[@stoll2006professional]",
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
    ),
    Rule(
        "uleselig-henvisning",
        Severity.ERROR,
        "En henvisning som ikke leses, vises som den er skrevet og mangler i litteraturlista.",
        "«{text}» likner en henvisning, men kan ikke leses",
        "skriv [@nøkkel, s. 12] med semikolon mellom flere; sett `gravaksenter` rundt om det ikke er en henvisning",
        "[@dalland2020, @stoll2006professional]",
        "[@dalland2020; @stoll2006professional]",
    ),
    Rule(
        "usikker-kilde-direkte",
        Severity.WARNING,
        "Et verk som verken er lest eller sikkert identifisert, kan ikke siteres som om det var lest.",
        "«{key}» er ikke sikkert identifisert ({why}) og ikke lest, men siteres direkte",
        "vis til verket du har lest: {example}",
        "[@fullan2016coherence]",
        "[@fullan2016coherence via @ottosen2022profesjonelt, s. 12]",
    ),
    Rule(
        "ulest-kilde-direkte",
        Severity.WARNING,
        _READ_FIRST,
        "«{key}» siteres direkte, men er ikke merket som lest",
        "vis til verket du har lest: {example}; har du lest «{key}» selv, skriv x-read = {{yes}} i oppføringen",
        "[@stoll2006professional]",
        "[@stoll2006professional via @aas2013ledelse, s. 30]",
    ),
    Rule(
        "via-ulest-kilde",
        Severity.WARNING,
        _READ_FIRST,
        "«{key}» siteres via «{via}», men «{via}» er heller ikke merket som lest",
        "skriv det leste verket etter «via»; har du lest «{via}», skriv x-read = {{yes}} i oppføringen",
        "[@stoll2006professional via @schon1983reflective]",
        "[@stoll2006professional via @ottosen2022profesjonelt]",
    ),
)

SOURCE_RULES: tuple[Rule, ...] = (*BIBTEX_RULES, *_WORK_RULES, *_CITATION_RULES)
