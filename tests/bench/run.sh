#!/bin/bash
# How long a build takes and how much memory it needs, from 100 to 20,000 policies, beside cmark
# alone on the same texts in the same run.  Every figure is the median of RUNS.
#
#   make bench                       or, once built:
#   SIZES="100 1000" RUNS=5 tests/bench/run.sh
#   DATA=/dev/shm tests/bench/run.sh        on a file system that is no disk
#
# cold   into a new folder            same   again, nothing changed
# edit   again, one sentence added    peak   resident memory of the cold build
set -eu
cd "$(dirname "$0")/../.."
BUILD=${BUILD:-build}
SIZES=${SIZES:-100 1000 10000 20000}
RUNS=${RUNS:-3}
JOBS=${JOBS:-2}
GONGBAO=${GONGBAO:-$BUILD/gongbao}
tools=$BUILD/tests/bench
# A folder of its own, and nothing is removed until the end: for minutes after files were removed,
# ext4 searches long for every new one, and half of what is measured would be that.
DATA=${DATA:-$BUILD/bench}
mkdir -p "$DATA"
data=$(mktemp -d "$DATA/XXXXXX")
trap 'rm -rf "$data"' EXIT

# measured FIGURES COMMAND…: runs COMMAND; its figures go to that file.
measured () {
  local figures=$1
  shift
  "$tools/measure" "$figures" "$@" >"$data/log" 2>&1 || {
    echo "failed: $*" >&2
    tail -n 5 "$data/log" >&2
    exit 1
  }
}

median () { # FIGURES COLUMN
  cut -d' ' -f"$2" "$1" | sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'
}

build () { # FIGURES FOLDER SITE
  measured "$1" "$GONGBAO" build -C "$2" --out "$3" --as-of 2025-12-31 --jobs "$JOBS"
}

echo "$(nproc) cores, --jobs $JOBS, median of $RUNS runs; seconds"
printf '%8s %7s %8s %8s %8s %8s %9s %8s %8s %6s\n' \
  policies MB files cold same edit 'peak MiB' cmark/1 cmark/2 cold/c2
: >"$data/results"
for n in $SIZES; do
  folder=$data/$n
  "$tools/corpus" "$n" "$folder"
  edited=$folder/content/policies/$(printf 'policy-%05d' $((n / 2)))/policy.md
  figures=$folder/figures
  mkdir "$figures"
  for run in $(seq "$RUNS"); do
    site=$folder/site-$run
    sync
    build "$figures/cold" "$folder" "$site"
    build "$figures/same" "$folder" "$site"
    printf '\n第%d次修改（示例）。\n' "$run" >>"$edited"
    build "$figures/edit" "$folder" "$site"
    measured "$figures/cmark1" "$tools/cmark" 1 "$folder"
    measured "$figures/cmark2" "$tools/cmark" 2 "$folder"
  done
  megabytes=$(cat "$folder"/content/policies/*/policy.md | wc -c | awk '{ printf "%.1f", $1 / 1e6 }')
  files=$(find "$folder/site-1" -type f | wc -l)
  line="$n $megabytes $files"
  for what in cold same edit; do line="$line $(median "$figures/$what" 1)"; done
  line="$line $(median "$figures/cold" 3) $(median "$figures/cmark1" 1) $(median "$figures/cmark2" 1)"
  echo "$line" >>"$data/results"
  awk '{ printf "%8d %7s %8d %8.3f %8.3f %8.3f %9.1f %8.3f %8.3f %6.1f\n",
         $1, $2, $3, $4, $5, $6, $7 / 1024, $8, $9, $4 / $9 }' <<<"$line"
done

awk '{ size[NR] = $1; time[NR] = $4; memory[NR] = $7 }
     END { for (i = 2; i <= NR; i++)
             printf "%d/%d policies: time ×%.2f, memory ×%.2f\n", size[i], size[i - 1],
                    time[i] / time[i - 1], memory[i] / memory[i - 1] }' "$data/results"
