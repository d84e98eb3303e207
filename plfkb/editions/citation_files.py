"""CITATION.cff and .zenodo.json: what repositories of software and data read when a release is archived."""

from __future__ import annotations

import json
import re
from html import escape

import yaml

from plfkb import json_text
from plfkb.editions.edition import Edition
from plfkb.settings import Settings

_CREATIVE_COMMONS = re.compile(
    r"https?://creativecommons\.org/(?:licenses/(by[a-z-]*)|publicdomain/(zero))/(\d\.\d)(?:/|$)"
)
# ISO 639-2, which Zenodo asks for, of the languages that a site may have.
_LANGUAGES = {"nb": "nob", "nn": "nno", "en": "eng"}


def spdx(licence: str) -> str:
    """The SPDX name of a Creative Commons licence by its address; empty for any other."""
    if not (found := _CREATIVE_COMMONS.match(licence)):
        return ""
    kind, zero, version = found.groups()
    return f"CC0-{version}" if zero else f"CC-{kind.upper()}-{version}"


def citation_file(earlier: str, settings: Settings, edition: Edition) -> str:
    """CITATION.cff (Citation File Format 1.2.0) for an edition. What ``earlier`` says beside the edition is kept.

    Raises ValueError when ``earlier`` cannot be read.
    """
    try:
        known = yaml.safe_load(earlier) or {}
    except yaml.YAMLError as error:
        raise ValueError("CITATION.cff er ikke gyldig YAML") from error
    if not isinstance(known, dict):
        raise ValueError("CITATION.cff skal ha linjer med «navn: verdi»")  # noqa: TRY004 (the file is the value)
    data = {
        "cff-version": "1.2.0",
        "message": "Vis til utgaven du har brukt.",
        "type": "dataset",
        "title": settings.author,
        "authors": [{"name": settings.author}],
        **_licensed(known, settings.licence),
        **known,
        "url": edition.site,
        "version": edition.name,
        "date-released": edition.day.isoformat(),
    }
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False)


def _licensed(known: dict[str, object], licence: str) -> dict[str, str]:
    if not licence or "license" in known or "license-url" in known:
        return {}
    return {"license": name} if (name := spdx(licence)) else {"license-url": licence}


def zenodo_file(earlier: str, settings: Settings, language: str, description: str, edition: Edition) -> str:
    """.zenodo.json for an edition, with ``description`` in plain words. What ``earlier`` says beside the edition is kept.

    Raises ValueError when ``earlier`` cannot be read.
    """
    try:
        known = json.loads(earlier or "{}")
    except ValueError as error:
        raise ValueError(".zenodo.json er ikke gyldig JSON") from error
    if not isinstance(known, dict):
        raise ValueError(".zenodo.json skal være et objekt")  # noqa: TRY004 (the file is the value)
    data = {
        "title": settings.author,
        "upload_type": "dataset",
        # Zenodo takes no deposit without one.
        "description": escape(description or settings.author, quote=False),
        "creators": [{"name": settings.author}],
        **({"license": name.lower()} if (name := spdx(settings.licence)) else {}),
        "language": _LANGUAGES[language],
        **known,
        "version": edition.name,
        "publication_date": edition.day.isoformat(),
        "related_identifiers": [
            {"identifier": edition.site + edition.address, "relation": "isIdenticalTo", "scheme": "url"}
        ],
    }
    return json_text.indented(data) + "\n"
