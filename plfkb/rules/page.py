"""The page that documents the rules, made from the table of them."""

from __future__ import annotations

from plfkb.rules import RULES
from plfkb.rules.rule import Rule, Severity

_HEADINGS = {
    Severity.ERROR: ("Feil", "Feil stopper bygget av nettstedet."),
    Severity.WARNING: ("Advarsler", "Advarsler bør rettes, men stopper ingenting."),
    Severity.INFO: ("Merknader", "Merknader vises bare med `plfkb check --notes`."),
}


def rules_page() -> str:
    """Markdown: one heading for each severity, one for each rule, with its reason and an example of wrong and right."""
    lines = [
        "# Reglene",
        "",
        "Alt dette ser `plfkb check` etter. Siden lages av `plfkb rules` og skal ikke endres for hånd.",
        "Hvor strengt en regel tas, kan settes i [innstillingene](innstillinger.md).",
    ]
    for severity, (heading, what) in _HEADINGS.items():
        lines += ["", f"## {heading}", "", what]
        for rule in RULES.values():
            if rule.severity is severity:
                lines += _rule(rule)
    return "\n".join(lines) + "\n"


def _rule(rule: Rule) -> list[str]:
    examples = ["Galt:", "", *_code(rule.wrong), "", "Riktig:", "", *_code(rule.right)]
    reason = rule.reason.replace("@", "\\@")
    mendable = " `plfkb check --fix` retter den." if rule.mendable else ""
    return ["", f"### {rule.name}", "", reason + mendable, "", *examples]


def _code(example: str) -> list[str]:
    return ["````text", *example.split("\n"), "````"]
