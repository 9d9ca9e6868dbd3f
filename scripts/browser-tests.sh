#!/bin/sh
# Drives the real application, started with ./lotsen, in Chromium and Firefox ESR. Arguments go to Node's test runner,
# such as --test-name-pattern=axe. With "crowd" first, it measures how long a new case takes to 50 desks instead.
set -eu
home=$(cd "$(dirname "$0")/.." && pwd)
command -v node >/dev/null && command -v npm >/dev/null || { echo "The browser tests need Node 20 or newer, with npm." >&2; exit 1; }
find_browser() { # the first of the commands that is there
    for name in "$@"; do command -v "$name" && return; done
    echo "No browser: run scripts/install-browsers.sh (looked for $*)." >&2
    return 1
}
LOTSEN_CHROMIUM=${LOTSEN_CHROMIUM:-$(find_browser chromium chromium-browser google-chrome)}
LOTSEN_FIREFOX=${LOTSEN_FIREFOX:-$(find_browser firefox-esr firefox)}
export LOTSEN_CHROMIUM LOTSEN_FIREFOX
cd "$home/src/test/browser"
if [ ! -d node_modules ] || [ package.json -nt node_modules/.installed ]; then
    PUPPETEER_SKIP_DOWNLOAD=1 npm install --no-package-lock --no-audit --no-fund >&2
    touch node_modules/.installed
fi
if [ "${1:-}" = crowd ]; then
    shift
    exec node crowd.js "$@"
fi
exec node --test --test-concurrency=1 "$@" pages.test.js journeys.test.js
