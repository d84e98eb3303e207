#!/bin/sh
# Usage: venv.sh FOLDER REQUIREMENTS
# Make a virtual environment and install the locked packages and this project into it.
set -eu
venv=$1
requirements=$2
python=${PYTHON:-python3}

fail() {
    echo "$1" >&2
    exit 1
}

admin() {
    # As the administrator when that takes no password, else not at all.
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

command -v "$python" >/dev/null || fail "Python mangler. Installer pakken python3 (minst 3.11), og prøv igjen."
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
    fail "Python må være minst 3.11. Installer en nyere Python, og kjør kommandoen med PYTHON=/sti/til/python."

if ! [ -x "$venv/bin/python" ] || ! "$venv/bin/python" -m pip --version >/dev/null 2>&1; then
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        # Debian and Ubuntu split venv from Python into a package named after the version.
        package=$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
        echo "Installerer $package ..."
        { command -v apt-get >/dev/null && admin apt-get update -qq && admin apt-get install -y -qq "$package"; } >/dev/null 2>&1 ||
            fail "Python kan ikke lage virtuelle miljøer. Installer pakken $package (sudo apt install $package), og prøv igjen."
    fi
    rm -rf "$venv"
    "$python" -m venv "$venv"
fi
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes --requirement "$requirements"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --no-index --editable .
