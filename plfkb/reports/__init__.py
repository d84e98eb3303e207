"""Complaints in the forms that people and programs read them in: one module and one function for each."""

from __future__ import annotations

from plfkb.reports import as_json, github, sarif, text
from plfkb.reports.report import Form

FORMS: dict[str, Form] = {
    "text": text.report,
    "json": as_json.report,
    "github": github.report,
    "sarif": sarif.report,
}
