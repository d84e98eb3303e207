"""Ids: lower-case ASCII with hyphens, as they stand in addresses."""

from __future__ import annotations

import re
import unicodedata

_FOLD = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "ö": "o", "ä": "ae", "ß": "ss", "đ": "d", "ł": "l"})


def proposed_id(name: str) -> str:
    """An id made from a term: «Dobbeltkretslæring!» gives «dobbeltkretslaering»."""
    plain = unicodedata.normalize("NFC", name).lower().translate(_FOLD)
    plain = unicodedata.normalize("NFD", plain).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "oppslag"
