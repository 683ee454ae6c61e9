#!/bin/sh
# Rebuilds the site when something has become due since the last build. Usage: rebuild-when-due.sh [repository]
# Says nothing while nothing is due: cron would send every word by mail.
set -eu

cd "${1:-/srv/jiangbang}"
# Beside the packages: a fresh installation forgets it, and the next look builds.
stamp="${JIANGBANG_STAMP:-node_modules/.last-build}"
now=$(date -u +%Y-%m-%dT%H:%M:%SZ)

# A build may take longer than the time to the next look: the one that runs finishes first.
if command -v flock > /dev/null; then
  exec 9> "$stamp.lock"
  flock -n 9 || exit 0
fi

# due exits 0: nothing since the last build; 1: something became due, or the content has a fault that the build will name.
if [ -f "$stamp" ] && told=$(npm run --silent due -- --since "$(cat "$stamp")" --now "$now" 2>&1); then
  exit 0
fi
printf '%s\n' "${told:-}"
npm run --silent build
printf '%s\n' "$now" > "$stamp"
