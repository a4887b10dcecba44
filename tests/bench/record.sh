#!/bin/bash
# How long the record takes; every figure is the median of RUNS, in seconds.
#
#   make bench                       or, once built:
#   POLICIES=3700 RUNS=5 tests/bench/record.sh
#
# History: 10,000 commits over 3,000 paths, beside git log --raw over the same in the same run, and
# the second run, which finds what the first one has kept.  Publishing: POLICIES policies for the
# first time, again with nothing to say, and after ten of them were changed.  Committing: what of
# that is git's part, for PAGES pages of 5 KB and then ten of them once more; where DATA is a disk,
# all of it is on that disk afterwards.
set -eu
cd "$(dirname "$0")/../.."
BUILD=${BUILD:-build}
POLICIES=${POLICIES:-3700}
PAGES=${PAGES:-10000 100000}
RUNS=${RUNS:-3}
JOBS=${JOBS:-2}
GONGBAO=$(realpath "${GONGBAO:-$BUILD/gongbao}")
tools=$(realpath "$BUILD/tests/bench")
DATA=${DATA:-$BUILD/bench}
mkdir -p "$DATA"
data=$(mktemp -d "$DATA/XXXXXX")
trap 'rm -rf "$data"' EXIT
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1
export GIT_AUTHOR_NAME=示例 GIT_AUTHOR_EMAIL=a@example.com
export GIT_COMMITTER_NAME=示例 GIT_COMMITTER_EMAIL=a@example.com

# measured FIGURES COMMAND…: runs COMMAND; its figures go to that file.
measured () {
  local figures=$data/$1
  shift
  "$tools/measure" "$figures" "$@" >"$data/log" 2>&1 || {
    echo "failed: $*" >&2
    tail -n 5 "$data/log" >&2
    exit 1
  }
}
median () { cut -d' ' -f1 "$data/$1" | sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }
row () { printf '  %-52s %8.3f\n' "$2" "$(median "$1")"; } # FIGURES WHAT

echo "$(nproc) cores, --jobs $JOBS, median of $RUNS runs; seconds"

echo 'History: 10,000 commits over 3,000 paths'
git init -q -b main "$data/history"
"$tools/history" import | git -C "$data/history" fast-import --quiet
for run in $(seq "$RUNS"); do
  measured raw git -C "$data/history" log --raw --no-renames --no-abbrev
  measured walk "$tools/history" walk "$data/history"
  measured fill "$tools/history" walk "$data/history" "$data/cache-$run"
  measured kept "$tools/history" walk "$data/history" "$data/cache-$run"
done
row raw 'git log --raw'
row walk 'read through libgit2'
row fill 'the same, kept for the next run'
row kept 'the next run'

git init -q -b main "$data/site"
"$tools/corpus" "$POLICIES" "$data/site" >/dev/null
git -C "$data/site" add content
git -C "$data/site" commit -q -m '示例'
publish () { # FIGURES
  measured "$1" "$GONGBAO" publish -C "$data/site" --as-of 2025-12-31 --jobs "$JOBS"
}
publish first
files=$(git -C "$data/site" ls-files site | wc -l)
for run in $(seq "$RUNS"); do
  for i in $(seq 10); do
    printf '\n第%d次修改（示例）。\n' "$run" \
      >>"$data/site/content/policies/$(printf 'policy-%05d' $((POLICIES * i / 11)))/policy.md"
  done
  git -C "$data/site" commit -q -a -m '示例：修改十份文件'
  publish ten
  publish none
done
echo "Publishing: $POLICIES policies, $files files"
row first 'the first publication (one run)'
row ten 'ten texts changed'
row none 'nothing to say'

echo 'Committing alone'
for n in $PAGES; do
  sync
  "$tools/store" "$data/repository-$n" "$n" 10
done
