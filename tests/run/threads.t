#!/bin/bash
# The program under the thread sanitizer: a data race ends it with a status of its own.
BUILD=${BUILD:-build}/thread
. "${0%/*}/../cli/lib.sh"
export TSAN_OPTIONS=exitcode=99:halt_on_error=1 G_SLICE=always-malloc
day=2025-06-30

example here
run build -C here --out "$tmp/site" --as-of $day --jobs 4
exits 0 'build on four threads'
err_lacks ThreadSanitizer 'no report'
echo >>"$(find here/content/policies -name policy.md | sort | head -n 1)"
run build -C here --out "$tmp/site" --as-of $day --jobs 4
exits 0 'build again after an edit'
err_lacks ThreadSanitizer 'no report'
real real
run check -C real --as-of $day
exits 0 'check the real content'
err_lacks ThreadSanitizer 'no report'
ok 'findings come from four threads' "$BUILD/tests/unit/findings"
finish
