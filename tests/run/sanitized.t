#!/bin/bash
# The sanitized program over whole publications: a report of a sanitizer ends it with a status of
# its own.  Other checks look at what it writes.
BUILD=${BUILD:-build}/address
. "${0%/*}/../cli/lib.sh"
. "$root/tests/cli/repository.sh"
export ASAN_OPTIONS=exitcode=99 G_SLICE=always-malloc UBSAN_OPTIONS=exitcode=99:print_stacktrace=1
day=2025-06-30

clean () { # STATUS NAME
  exits "$1" "$2"
  ok "$2: no report" test -z "$(grep -E 'Sanitizer|runtime error' "$tmp/err")"
}

for name in real example; do
  "$name" "$name"
  git init -q "$name"
  run publish -C "$name" -m 'one' --as-of $day
  clean 0 "publish $name"
  echo >>"$name/content/pages/about.md"
  git -C "$name" commit -qam 'two'
  run build -C "$name" --out "$tmp/$name-site" --as-of $day
  clean 0 "build $name"
  run build -C "$name" --out "$tmp/$name-site" --as-of $day
  clean 0 "build $name again"
  run check -C "$name" --as-of $day
  clean 0 "check $name"
  run agenda -C "$name" --as-of $day
  clean 0 "agenda $name"
done

example broken
find broken/content -name '*.yaml' -o -name '*.md' | sort | while read -r file; do
  printf '\0\xff: [{' | dd of="$file" bs=1 seek=40 conv=notrunc status=none
done
run check -C broken --as-of $day
clean 1 'check files with broken bytes'
find broken/content -name '*.yaml' -o -name '*.md' | sort | while read -r file; do
  truncate -s 60 "$file"
done
run check -C broken --as-of $day
clean 1 'check files cut short'
finish
