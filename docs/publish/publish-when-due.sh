#!/bin/sh
# Rebuilds what has become due and publishes what was rebuilt. Usage: publish-when-due.sh [repository] [target]
set -eu

source="${1:-/srv/jiangbang-source}"
target="${2:-/srv/jiangbang}"
cd "$source"
stamp="${JIANGBANG_PUBLISHED:-node_modules/.last-publish}"
docs/due/rebuild-when-due.sh "$source"

# dist is younger than the last publication, or there has been none: a publication that failed is tried again next time.
if [ -f "$stamp" ] && [ ! dist -nt "$stamp" ]; then
  exit 0
fi
npm run --silent publish -- --to "$target" --wait 60
touch "$stamp"
