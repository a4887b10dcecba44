#!/bin/bash
# The sites on which the browser tests run: sites.sh FOLDER
#   FOLDER/example   the fictional authority, every state of every object, in two languages
#   FOLDER/real      the real content
#   FOLDER/record    the replayed record: changes, redlines, revisions, proofs
set -eu
. "${BASH_SOURCE[0]%/*}/../run/seal.sh"
root=$(cd "${BASH_SOURCE[0]%/*}/../.." && pwd -P)
GONGBAO=$(realpath "${GONGBAO:-$root/build/gongbao}")
export GONGBAO
tmp=$(realpath "$(mktemp -d)")
trap 'rm -rf "$tmp"' EXIT
rm -rf "$1"
mkdir -p "$1"
cd "$1"

# site NAME FOLDER: FOLDER/content without a record, on the day that the tests speak of.
site () {
  mkdir "$tmp/$1"
  cp -R "$2/content" "$tmp/$1/"
  "$GONGBAO" build -C "$tmp/$1" --out "$PWD/$1" --as-of 2026-11-21 >"$tmp/said" 2>&1 ||
    { cat "$tmp/said" >&2; exit 1; }
}

site example "$root/tests/example"
site real "$root"
"$root/tests/replay/example.sh" "$tmp/replay" >"$tmp/said" 2>&1 || { cat "$tmp/said" >&2; exit 1; }
cp -R "$tmp/replay/site" record
