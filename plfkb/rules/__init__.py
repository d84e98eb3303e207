"""The table of every rule that plfkb holds a knowledge base to.

One table serves the check, the build, the tests and the documentation (``docs/bidra/regler.md``).
"""

from __future__ import annotations

from plfkb.rules.content import CONTENT_RULES
from plfkb.rules.entries import ENTRY_RULES
from plfkb.rules.forms import FORM_RULES
from plfkb.rules.links import LINK_RULES
from plfkb.rules.relations import RELATION_RULES
from plfkb.rules.rule import Rule
from plfkb.rules.sources import SOURCE_RULES

RULES: dict[str, Rule] = {
    rule.name: rule
    for rule in (*ENTRY_RULES, *CONTENT_RULES, *LINK_RULES, *RELATION_RULES, *SOURCE_RULES, *FORM_RULES)
}
