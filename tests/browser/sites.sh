#!/bin/bash
# The sites on which the browser tests run: sites.sh FOLDER
#   FOLDER/example   the fictional authority, every state of every object, in two languages
#   FOLDER/real      the real content
#   FOLDER/record    the replayed record: changes, redlines, revisions, proofs
set -eu
root=$(cd "${BASH_SOURCE[0]%/*}/../.." && pwd -P)
GONGBAO=$(realpath "${GONGBAO:-$root/build/gongbao}")
export GONGBAO
rm -rf "$1"
mkdir -p "$1"
cd "$1"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

# site NAME FOLDER GOLDEN: FOLDER/content without a record, on the day of the golden site.
site () {
  local day
  day=$(sed -n 's/^  "as_of": "\(.*\)",$/\1/p' "$3/publication.json")
  mkdir "$tmp/$1"
  cp -R "$2/content" "$tmp/$1/"
  "$GONGBAO" build -C "$tmp/$1" --out "$PWD/$1" --as-of "$day" >"$tmp/said" 2>&1 ||
    { cat "$tmp/said" >&2; exit 1; }
}

site example "$root/tests/example" "$root/tests/golden/example"
site real "$root" "$root/site"
"$root/tests/replay/example.sh" "$tmp/replay" >"$tmp/said" 2>&1 || { cat "$tmp/said" >&2; exit 1; }
cp -R "$tmp/replay/site" record
