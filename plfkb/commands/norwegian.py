"""The command line's own words in Norwegian: «Bruk», «Valg», and what Click says of a command that is written wrong.

Click asks gettext for its words (https://click.palletsprojects.com/en/stable/api/, «gettext»), so they stand in a catalogue
(``plfkb/locale``); what it does not ask for is set on each command.
"""

from __future__ import annotations

import gettext
import os
from pathlib import Path

import click

_LOCALES = Path(__file__).parent.parent / "locale"
_DOMAIN = "click"
_VALUES = {"text": "TEKST", "directory": "MAPPE", "file": "FIL", "path": "STI", "integer": "TALL"}
"""What stands for the value of an option; a choice stands for itself."""


def speak_norwegian(command: click.Command) -> None:
    """Let a command, those below it, and Click itself speak Norwegian, whatever the machine speaks."""
    os.environ["LANGUAGE"] = "nb"  # gettext looks nowhere else for what language to speak
    gettext.bindtextdomain(_DOMAIN, _LOCALES)
    gettext.textdomain(_DOMAIN)
    _name(command)


def _name(command: click.Command) -> None:
    command.options_metavar = "[VALG]"
    for parameter in command.params:
        if isinstance(parameter, click.Option) and not parameter.is_flag and not parameter.metavar:
            parameter.metavar = _VALUES.get(parameter.type.name)
    if isinstance(command, click.Group):
        command.subcommand_metavar = "KOMMANDO [VALG]..."
        for inner in command.commands.values():
            _name(inner)
