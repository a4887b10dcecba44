#!/bin/bash
# Runs the fuzz targets, each for FUZZ_SECONDS (60) from what seeds.sh writes, JOBS at once, and says
# what each has done; what it stumbles over is kept in $BUILD/fuzz/found/.
#
#     tests/fuzz/run.sh TARGET…     BUILD, GONGBAO, JOBS, FUZZ_SECONDS, SEED
cd "${0%/*}/../.." || exit
fuzz=${BUILD:-build}/fuzz
export fuzz FUZZ_SECONDS=${FUZZ_SECONDS:-60} SEED=${SEED:-$((RANDOM + 1))}
export ASAN_OPTIONS=quarantine_size_mb=16 UBSAN_OPTIONS=print_stacktrace=1 G_SLICE=always-malloc
TMPDIR=$(mktemp -d) || exit
export TMPDIR
trap 'rm -rf "$TMPDIR"' EXIT
tests/fuzz/seeds.sh "$fuzz/seeds" || exit
mkdir -p "$fuzz/found"
echo "seed $SEED, $FUZZ_SECONDS seconds each"

one () {
  local target=$1 status
  mkdir -p "$fuzz/corpus/$target"
  "$fuzz/tests/fuzz/$target" -seed="$SEED" -max_total_time="$FUZZ_SECONDS" -timeout=20 -rss_limit_mb=3000 \
    -max_len=65536 -print_final_stats=1 -verbosity=1 -artifact_prefix="$fuzz/found/$target-" \
    "$fuzz/corpus/$target" "$fuzz/seeds/$target" >"$fuzz/$target.log" 2>&1
  status=$?
  printf '%-10s %9s executions, exit status %s\n' "$target" \
    "$(sed -n 's/^stat::number_of_executed_units: //p' "$fuzz/$target.log")" $status
  [ $status = 0 ] || { echo "see $fuzz/$target.log:" && grep -m 3 -E 'ERROR|runtime error|SUMMARY|Test unit' "$fuzz/$target.log" | cut -c 1-200; }
  return $status
}
export -f one
printf '%s\n' "${@##*/}" | xargs -P "${JOBS:-2}" -I{} bash -c 'one {}'
