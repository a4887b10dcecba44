#!/bin/bash
# Every C file is as clang-format leaves it (make format).
cd "$(dirname "$0")/../.." || exit 1
shopt -s nullglob
files=(generator/*.[ch] generator/*/*.[ch] tests/*/*.[ch])
echo "1..${#files[@]}"
n=0
for file in "${files[@]}"; do
  n=$((n + 1))
  if said=$("${CLANG_FORMAT:-clang-format}" --dry-run -Werror "$file" 2>&1); then
    echo "ok $n - $file"
  else
    echo "not ok $n - $file"
    echo "# make format mends it: $(head -n 1 <<<"$said")" >&2
  fi
done
