#!/bin/sh
# Installs the browsers that the browser tests drive: Chromium and Firefox ESR, from the system's own packages. Does nothing
# when both are there.
set -eu
missing=''
command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || missing="$missing chromium"
command -v firefox-esr >/dev/null || command -v firefox >/dev/null || missing="$missing firefox-esr"
[ -n "$missing" ] || { echo "Chromium and Firefox are installed."; exit 0; }
command -v apt-get >/dev/null || {
    echo "This system has no apt-get. Install$missing with its own package manager; the tests look for them on the PATH," >&2
    echo "or in LOTSEN_CHROMIUM and LOTSEN_FIREFOX." >&2
    exit 1
}
sudo=''
[ "$(id -u)" = 0 ] || sudo=sudo
# Old package lists name versions that are not served any more.
$sudo apt-get update
# shellcheck disable=SC2086
DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y --no-install-recommends $missing fonts-dejavu-core
