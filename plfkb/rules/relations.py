"""Rules about relations between entries."""

from __future__ import annotations

from plfkb.rules.rule import English, Rule, Severity

RELATION_RULES: tuple[Rule, ...] = (
    Rule(
        "relasjon-til-seg-selv",
        Severity.ERROR,
        "Et begrep kan ikke være overordnet eller del av seg selv.",
        "«{key}» peker på oppslaget selv",
        "ta bort «{target}» fra lista",
        "broader: [team] i team.md",
        "broader: [laererfellesskap] i team.md",
        English(
            "A concept cannot be broader than, or part of, itself.",
            "“{key}” points to the entry itself",
            "take “{target}” off the list",
        ),
    ),
    Rule(
        "relasjon-til-ingenting",
        Severity.ERROR,
        "En relasjon må føre til et oppslag.",
        "«{key}» peker på «{target}», som ikke finnes",
        "{suggestion}",
        "related: [temaer]",
        "related: [team]",
        English(
            "A relation must lead to an entry.",
            "“{key}” points to “{target}”, which does not exist",
            "{suggestion}",
        ),
    ),
    Rule(
        "relasjon-til-sammenlikning",
        Severity.ERROR,
        "Relasjoner går mellom begreper. En sammenlikning vises av seg selv på sidene den sammenlikner.",
        "«{key}» peker på «{target}», som er en sammenlikning",
        "ta den bort, eller skriv [[{target}]] i teksten",
        "related: [profesjonsfellesskap-og-plf]",
        "Se [[profesjonsfellesskap-og-plf]].",
        English(
            "Relations go between concepts. A comparison shows by itself on the pages that it compares.",
            "“{key}” points to “{target}”, which is a comparison",
            "take it away, or write [[{target}]] in the text",
        ),
    ),
    Rule(
        "relasjon-uten-side",
        Severity.WARNING,
        "Arbeidslista: oppslaget er planlagt, men ikke skrevet. På nettstedet vises bare ordene.",
        "«{key}» peker på «{target}», som ikke er skrevet ennå",
        "skriv concepts/{target}.md når du kan; relasjonen vises da av seg selv",
        "related: [samskaping] før samskaping.md finnes",
        "related: [samskaping] når samskaping.md finnes",
        English(
            "The work list: the entry is planned, but not written. The site shows the words alone.",
            "“{key}” points to “{target}”, which is not written yet",
            "write concepts/{target}.md when you can; the relation will then show by itself",
        ),
    ),
    Rule(
        "relasjon-dobbel",
        Severity.WARNING,
        "To begreper står i ett forhold til hverandre, ikke to.",
        "«{target}» står både under «{key}» og under «{other_key}» ({other})",
        "behold den relasjonen som sier mest, og stryk den andre",
        "broader: [team]\nrelated: [team]",
        "broader: [team]",
        English(
            "Two concepts stand in one relation to each other, not two.",
            "“{target}” stands both under “{key}” and under “{other_key}” ({other})",
            "keep the relation that says the most, and strike the other",
        ),
    ),
    Rule(
        "relasjon-sirkel",
        Severity.ERROR,
        "Ingenting kan være overordnet seg selv, heller ikke gjennom andre.",
        "«{key}» går i ring: {path}",
        "stryk én av relasjonene i ringen",
        "a er del av b, b er del av a",
        "a er del av b",
        English(
            "Nothing can be broader than itself, not through others either.",
            "“{key}” goes in a ring: {path}",
            "strike one of the relations of the ring",
        ),
    ),
)
