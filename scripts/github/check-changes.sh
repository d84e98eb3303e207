#!/bin/sh
# Usage: check-changes.sh BASE
# Every error, wherever it stands, and the warnings about the files that differ from the commit BASE, as annotations.
# Exits with 1 when there is an error.
set -eu
base=$1
plfkb=${PLFKB:-.venv/bin/plfkb}
status=0
$plfkb check --quiet --format github || status=$?
# Names may hold anything: they are separated by NUL. Files that are gone have no lines to complain about.
git diff --name-only -z --diff-filter=d --no-renames "$base" -- \
    'concepts/*.md' 'concepts/*.yml' 'bib/*.bib' 'docs/*.md' plfkb.yml |
    xargs -0 -r $plfkb check --format github -- | grep '^::warning ' || true
exit "$status"
