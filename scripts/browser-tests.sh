#!/bin/sh
# Drives the real application, started with ./lotsen, in Chromium and Firefox ESR. Arguments go to Node's test runner,
# such as --test-name-pattern=axe. With "crowd" first, it measures how long a new case takes to 50 desks instead; with
# "host" first, what the tag costs another site's page; with "screenshots" first, it takes the pictures in docs/images.
# With "chat" first, the chat is tried with scripted answers and faults, at small counts; "chat announcements", "chat cuts",
# "chat payloads" and "chat axe" run one of them in full, or as often as a number behind it says (of the states: a share of a
# hundred), "chat bad-input" the claims about what networks, servers and people do wrong. "install" only installs the packages.
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
if [ "${1:-}" = host ]; then
    shift
    [ -d node_modules/lighthouse ] || npm install --no-save --no-package-lock --no-audit --no-fund lighthouse@12.2.3 >&2
    exec node host-speed.js "$@"
fi
if [ "${1:-}" = screenshots ]; then
    exec node screenshots.js
fi
[ "${1:-}" != install ] || exit 0
# What the pages do is looked at here, not how fast they are served: little compiling, and a start that is remembered. That replaces
# target/run: a service that was started from this folder's start cache must not run meanwhile.
export LOTSEN_JAVA_OPTS="${LOTSEN_JAVA_OPTS:--Xmx512m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC}"
jar=$(ls -t "$home"/target/lotsen-*.jar 2>/dev/null | head -n 1)
if [ -n "$jar" ] && [ -z "$(find "$home/target/run/java-opts" -newer "$jar" 2>/dev/null)" ]; then
    "$home/scripts/start-cache" || echo "The service starts without a cache, which takes longer." >&2
fi
case "${1:-}" in
chat)
    shift
    if [ "${1:-}" = bad-input ]; then
        shift
        exec node --test --test-concurrency=1 "$@" bad-input.test.js
    fi
    [ $# -gt 0 ] && exec node chat.js "$@"
    node chat.js suite
    exec node --test --test-concurrency=1 bad-input.test.js
    ;;
esac
exec node --test --test-concurrency=1 "$@" pages.test.js journeys.test.js embed.test.js embedded.test.js chat-life.test.js editors.test.js
