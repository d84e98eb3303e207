"""The documentation names everything that a contributor can write, and its examples are true."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields as dataclass_fields

import pytest
from click import Command, Group, Option
from click.shell_completion import get_completion_class

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
    for name, command in commands(main):
        assert f"plfkb {name}" in page
        for option in options(command):
            assert f"`{option}`" in page, (name, option)


def test_the_page_of_rules_is_the_table() -> None:
    """Mend with: plfkb rules > docs/bidra/regler.md"""
    assert read("docs/bidra/regler.md") == rules_page()


def commands(group: Command, before: str = "") -> Iterator[tuple[str, Command]]:
    """Every command with its whole name, those of groups in groups too."""
    assert isinstance(group, Group)
    for name, command in group.commands.items():
        if isinstance(command, Group):
            yield from commands(command, f"{before}{name} ")
        else:
            yield f"{before}{name}", command


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_works_as_the_docs_say(shell: str) -> None:
    assert f"_PLFKB_COMPLETE={shell}_source plfkb" in read("docs/utvikling/kommandoer.md")
    made = get_completion_class(shell)
    assert made is not None
    found = made(main, {}, "plfkb", "_PLFKB_COMPLETE").get_completions([], "re")
    assert [item.value for item in found] == ["release", "rename"]


@pytest.mark.parametrize(("name", "command"), list(commands(main)))
def test_a_command_that_writes_or_judges_has_examples(name: str, command: Command) -> None:
    if name in ("check", "new", "rename", "show", "source add"):
        assert f"plfkb {name}" in str(command.help)


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
