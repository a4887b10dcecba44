#!/bin/bash
# Every C file is as clang-format leaves it (make format).
cd "$(dirname "$0")/../.." || exit 1
shopt -s nullglob
files=(generator/*.[ch] generator/*/*.[ch] tests/*/*.[ch])
echo "1..$((${#files[@]} + 1))"
n=1
said=$("${CLANG_FORMAT:-clang-format}" --dry-run -Werror "${files[@]}" 2>&1)
[ $? = 0 ] || { head -n 1 <<<"# $said" >&2 && echo -n 'not '; }
echo "ok $n - all of them, by clang-format's own status"
for file in "${files[@]}"; do
  n=$((n + 1))
  if wrong=$(grep -m 1 "^$file:" <<<"$said"); then
    echo "not ok $n - $file"
    echo "# make format mends it: $wrong" >&2
  else
    echo "ok $n - $file"
  fi
done
