#!/bin/sh
# Rebuilds the site when something has become due since the last build. Usage: rebuild-when-due.sh [repository]
set -eu

cd "${1:-/srv/jiangbang}"
# Beside the packages: a fresh installation forgets it, and the next look builds.
stamp="${JIANGBANG_STAMP:-node_modules/.last-build}"
now=$(date -u +%Y-%m-%dT%H:%M:%SZ)

# due exits 0: nothing since the last build; 1: something became due, or the content has a fault that the build will name.
if [ -f "$stamp" ] && npm run --silent due -- --since "$(cat "$stamp")" --now "$now"; then
  exit 0
fi
npm run --silent build
printf '%s\n' "$now" > "$stamp"
