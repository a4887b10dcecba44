#!/bin/bash
# Every header compiles alone.
# make gives the compiler's command line as COMPILE.
cd "$(dirname "$0")/../.." || exit 1
shopt -s nullglob
headers=(generator/*/*.h)
echo "1..${#headers[@]}"
n=0

# verdict NAME SAID: passes where SAID is empty.
verdict () {
  n=$((n + 1))
  if [ -z "$2" ]; then
    echo "ok $n - $1"
  else
    echo "not ok $n - $1"
    sed 's/^/# /' <<<"$2" >&2
  fi
}

: "${COMPILE:=cc -std=c17 -D_GNU_SOURCE -Igenerator $(pkg-config --cflags glib-2.0 libgit2)}"
for header in "${headers[@]}"; do
  said=$(echo "#include \"${header#generator/}\"" | eval "$COMPILE -fsyntax-only -x c -" 2>&1 ||
    echo 'does not compile alone')
  verdict "$header compiles alone" "$said"
done
