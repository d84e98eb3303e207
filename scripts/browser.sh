#!/bin/sh
# Usage: browser.sh PYTHON
# See to it that there is a Chromium for the browser tests, in the order in which tests/browser.py looks for one.
set -eu
python=$1

found() {
    "$python" -c 'import sys; sys.path.insert(0, "tests"); import browser; sys.exit(browser.executable() is None)'
}

found && exit 0
echo "Installerer Chromium for nettlesertestene ..."
if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    { apt-get update -qq && apt-get install -y -qq chromium; } >/dev/null 2>&1 || true
elif command -v apt-get >/dev/null && sudo -n true 2>/dev/null; then
    { sudo -n apt-get update -qq && sudo -n apt-get install -y -qq chromium; } >/dev/null 2>&1 || true
fi
found && exit 0
"$python" -m playwright install chromium >/dev/null 2>&1 || true
found && exit 0
echo "Fant ingen Chromium. Installer pakken chromium (sudo apt install chromium), og prøv igjen." >&2
exit 1
