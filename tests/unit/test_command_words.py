"""The command line speaks Norwegian, also where the words are Click's."""

from __future__ import annotations

import re
import subprocess
import sys
from gettext import GNUTranslations

import click
import pytest
from babel.messages.pofile import read_po

from plfkb.cli import main
from tests.conftest import ROOT

CATALOGUE = ROOT / "plfkb/locale/nb/LC_MESSAGES/click.po"
ENGLISH = re.compile(
    r"\b(?:Usage|Options|Error|Try|Missing|Invalid|Show|exit|OPTIONS|COMMAND|ARGS|DIRECTORY|FILE)\b"
)


def said(*arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "plfkb.cli", *arguments],
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT), "LANG": "en_US.UTF-8", "LANGUAGE": "en", "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return done.stdout + done.stderr


def test_what_is_compiled_is_what_is_written() -> None:
    with CATALOGUE.open("rb") as file:
        catalogue = read_po(file, locale="nb")
    with CATALOGUE.with_suffix(".mo").open("rb") as file:
        compiled = GNUTranslations(file)
    for message in list(catalogue)[1:]:  # the first is the header
        if message.pluralizable:
            said_of = [compiled.ngettext(message.id[0], message.id[1], number) for number in (1, 2)]
            forms = [str(form) for form in message.string or ()]
        else:
            said_of, forms = [compiled.gettext(str(message.id))], [str(message.string)]
        assert said_of == forms
        assert all(forms)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["check", "--fo"], "Valget --fo finnes ikke."),
        (["chek"], "Kommandoen chek finnes ikke. Mente du"),
        (["rename"], "Det mangler en verdi for 'GAMMEL'"),
        (["rename", "a", "b", "c"], "Kommandoen venter ikke «c»"),
        (["check", "--format", "xml"], "«xml» er ikke blant 'text', 'json'"),
        (["check", "--format"], "Valget --format må ha en verdi etter seg."),
        (["check", "--quiet=1"], "Valget --quiet skal ikke ha noen verdi."),
        (["check", "--root", "finnes-ikke"], "«finnes-ikke» finnes ikke."),
        (["check", "--root", "README.md"], "«README.md» er en fil."),
    ],
)
def test_a_command_written_wrong(arguments: list[str], words: str) -> None:
    found = said(*arguments)
    assert words in found
    assert "Feil: " in found
    assert not ENGLISH.search(found), found


def commands(command: click.Command, path: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    inner = command.commands.items() if isinstance(command, click.Group) else ()
    return [path, *(found for name, item in inner for found in commands(item, (*path, name)))]


@pytest.mark.parametrize("path", commands(main), ids=" ".join)
def test_no_help_has_english_words(path: tuple[str, ...]) -> None:
    found = said(*path, "--help")
    assert "Valg:" in found
    assert not ENGLISH.search(found), found
