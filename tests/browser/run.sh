#!/usr/bin/env bash
# The report in a real browser: run.sh MIZAN PACKAGES [SCRIPT [ARGUMENT...]], SCRIPT being all.mjs or screens.mjs
# Wants Node 18 or later, Chromium or Chrome (or MIZAN_CHROMIUM), and in PACKAGES what package-lock.json names; ./dev test
# installs all of it where it can. Ends with 77, which ctest calls skipped, where one of them is missing.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
export MIZAN=$1 MIZAN_BROWSER_PACKAGES=$2
script=${3:-all.mjs}

skip() {
  printf 'browser: skipped: %s\n' "$*" >&2
  exit 77
}

command -v node >/dev/null || skip "no Node here (package nodejs)"
node -e 'process.exit(Number(process.versions.node.split(".")[0]) >= 18 ? 0 : 1)' || skip "Node $(node --version) is too old, 18 is wanted"

browser=${MIZAN_CHROMIUM:-}
for name in chromium chromium-browser google-chrome-stable google-chrome; do
  if [ -n "$browser" ]; then break; fi
  browser=$(command -v "$name" || true)
done
[ -n "$browser" ] || skip "no Chromium here (package chromium)"
# what Ubuntu calls chromium-browser may be a word that it is to be had elsewhere
"$browser" --version >/dev/null 2>&1 || skip "$browser does not start"
export MIZAN_CHROMIUM=$browser

for name in playwright-core axe-core; do
  [ -f "$MIZAN_BROWSER_PACKAGES/node_modules/$name/package.json" ] ||
    skip "no $name in $MIZAN_BROWSER_PACKAGES (./dev test installs it with npm, from tests/browser/package-lock.json)"
done

exec node "$here/$script" "${@:4}"
