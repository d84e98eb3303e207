"""CITATION.cff and .zenodo.json: what repositories of software and data read when a release is archived."""

from __future__ import annotations

import json

import yaml

from plfkb import json_text
from plfkb.editions.edition import Edition

LICENCE = "CC-BY-4.0"


def citation_file(earlier: str, publisher: str, edition: Edition) -> str:
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
        "title": publisher,
        "authors": [{"name": publisher}],
        "license": LICENCE,
        **known,
        "url": edition.site,
        "version": edition.name,
        "date-released": edition.day.isoformat(),
    }
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False)


def zenodo_file(earlier: str, publisher: str, edition: Edition) -> str:
    """.zenodo.json for an edition. What ``earlier`` says beside the edition is kept.

    Raises ValueError when ``earlier`` cannot be read.
    """
    try:
        known = json.loads(earlier or "{}")
    except ValueError as error:
        raise ValueError(".zenodo.json er ikke gyldig JSON") from error
    if not isinstance(known, dict):
        raise ValueError(".zenodo.json skal være et objekt")  # noqa: TRY004 (the file is the value)
    data = {
        "title": publisher,
        "upload_type": "dataset",
        "creators": [{"name": publisher}],
        "license": LICENCE,
        "language": "nob",
        **known,
        "version": edition.name,
        "publication_date": edition.day.isoformat(),
        "related_identifiers": [
            {"identifier": edition.site + edition.address, "relation": "isIdenticalTo", "scheme": "url"}
        ],
    }
    return json_text.indented(data) + "\n"
