"""The documentation names everything that a contributor can write, and its examples are true."""

from __future__ import annotations

import re
from dataclasses import fields as dataclass_fields

import pytest
from click import Command, Group, Option

from plfkb.cli import main
from plfkb.markdown.rendering import Library
from plfkb.reading import inserts
from plfkb.reading.fields import COMPARISON_FIELDS, CONCEPT_FIELDS
from plfkb.reading.knowledge_base import load
from plfkb.reading.settings import read_settings
from plfkb.references import grammar
from plfkb.references.runs import to_text
from plfkb.rules.page import rules_page
from plfkb.settings import Settings
from tests.conftest import ROOT


def read(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def test_the_guide_names_every_key() -> None:
    guide = read("docs/bidra/index.md")
    names = {field.name for field in (*CONCEPT_FIELDS, *COMPARISON_FIELDS)}
    assert [name for name in sorted(names) if f"`{name}`" not in guide] == []


def test_the_settings_page_names_every_setting_with_its_default() -> None:
    page = read("docs/bidra/innstillinger.md")
    for field in dataclass_fields(Settings):
        default = f"`{field.default}`" if isinstance(field.default, str) and field.default else "ingen"
        assert f"| `{field.name}` | {default} |" in page


def test_the_docs_name_every_command_and_option() -> None:
    page = read("docs/utvikling/kommandoer.md")
    assert isinstance(main, Group)
    for name, command in main.commands.items():
        assert f"plfkb {name}" in page
        for option in options(command):
            assert f"`{option}`" in page, (name, option)


def test_the_page_of_rules_is_the_table() -> None:
    """Mend with: plfkb rules > docs/bidra/regler.md"""
    assert read("docs/bidra/regler.md") == rules_page()


def options(command: Command) -> list[str]:
    return [name for option in command.params if isinstance(option, Option) for name in option.opts]


def test_the_docs_name_every_insert_and_filter() -> None:
    page = read("docs/bidra/innskudd.md")
    assert [name for name in (*inserts.NAMES, *inserts.FILTERS) if name not in page] == []


ROWS = re.findall(r"^\| `(.*?)` \| (.*?) \|$", read("docs/bidra/sitere.md"), re.MULTILINE)


@pytest.mark.parametrize(("written", "printed"), ROWS)
def test_the_table_of_citations_is_true(written: str, printed: str) -> None:
    found = grammar.match_at(written, 0)
    assert found is not None
    assert found.end == len(written)
    shown = Library(load(ROOT)).bibliography.in_text(found.cluster)
    assert to_text(shown.runs).replace("\u00a0", " ") == printed


def test_the_table_of_citations_is_there() -> None:
    assert len(ROWS) >= 10


def test_the_example_of_settings_is_right() -> None:
    page = read("docs/bidra/innstillinger.md")
    example = page.split("```yaml\n")[1].split("```")[0]
    settings, problems = read_settings(example, "plfkb.yml")
    assert problems == []
    assert settings.rules
    assert settings.exceptions
