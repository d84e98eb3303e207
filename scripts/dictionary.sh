#!/bin/sh
# See to it that hunspell and its Norwegian dictionary are there for the language check.
set -eu

found() {
    command -v hunspell >/dev/null && echo fellesskap | hunspell -d nb_NO -l >/dev/null 2>&1
}

found && exit 0
echo "Installerer ordlista for språkkontrollen ..."
if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    { apt-get update -qq && apt-get install -y -qq hunspell hunspell-no; } >/dev/null 2>&1 || true
elif command -v apt-get >/dev/null && sudo -n true 2>/dev/null; then
    { sudo -n apt-get update -qq && sudo -n apt-get install -y -qq hunspell hunspell-no; } >/dev/null 2>&1 || true
fi
found && exit 0
echo "Fant ikke hunspell med norsk ordliste. Installer pakkene hunspell og hunspell-no (sudo apt install hunspell hunspell-no), og prøv igjen." >&2
exit 1
