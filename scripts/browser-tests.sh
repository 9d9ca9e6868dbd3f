#!/bin/sh
# Drives the real application in Chromium and Firefox ESR: scripts/browser-tests.sh [jar]. Arguments after the jar go to
# Node's test runner, such as --test-name-pattern=axe.
set -eu
home=$(cd "$(dirname "$0")/.." && pwd)
jar=${1:-$(find "$home/target" -maxdepth 1 -name 'lotsen-*.jar' 2>/dev/null | head -n 1)}
[ $# -eq 0 ] || shift
[ -f "$jar" ] || { echo "No jar to test: run mvn package first." >&2; exit 1; }
command -v node >/dev/null && command -v npm >/dev/null || { echo "The browser tests need Node 20 or newer, with npm." >&2; exit 1; }
find_browser() { # the first of the commands that is there
    for name in "$@"; do command -v "$name" && return; done
    echo "No browser: run scripts/install-browsers.sh (looked for $*)." >&2
    return 1
}
LOTSEN_CHROMIUM=${LOTSEN_CHROMIUM:-$(find_browser chromium chromium-browser google-chrome)}
LOTSEN_FIREFOX=${LOTSEN_FIREFOX:-$(find_browser firefox-esr firefox)}
LOTSEN_JAR=$(readlink -f "$jar")
export LOTSEN_CHROMIUM LOTSEN_FIREFOX LOTSEN_JAR
cd "$home/src/test/browser"
if [ ! -d node_modules ] || [ package.json -nt node_modules/.installed ]; then
    PUPPETEER_SKIP_DOWNLOAD=1 npm install --no-package-lock --no-audit --no-fund >&2
    touch node_modules/.installed
fi
exec node --test "$@" pages.test.js
