"""The ledger of published addresses (``concepts/utgitt.yml``)."""

from __future__ import annotations

from collections.abc import Iterable

from plfkb.linking import published
from plfkb.model import KnowledgeBase

_HEAD = """\
# Adressene som er utgitt, og den første utgaven de var med i. «plfkb release» skriver fila; ikke endre den for hånd.
# En adresse som står her, skal føre til en side for alltid.
"""


def ledger(kb: KnowledgeBase, edition: str) -> str:
    """The ledger when ``kb`` is published as ``edition``: what was promised before, and every page that is new."""
    promised = {promise.address: promise.edition for promise in kb.published.values()}
    for address in _addresses(kb):
        promised.setdefault(address, edition)
    return _HEAD + "".join(f'{address}: "{name}"\n' for address, name in sorted(promised.items()))


def _addresses(kb: KnowledgeBase) -> Iterable[str]:
    # The home page has the one address that cannot go away.
    return (address for address, _ in published.pages(kb) if address)
