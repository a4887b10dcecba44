#!/bin/bash
# Every header compiles alone, and so do the programs that only heavier targets build: a function that
# is renamed leaves none of them behind.
# make gives the compiler's command line as COMPILE.
cd "$(dirname "$0")/../.." || exit 1
shopt -s nullglob
headers=(generator/*/*.h)
programs=(tests/fuzz/*.c tests/bench/*.c)
echo "1..$((${#headers[@]} + ${#programs[@]}))"
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
for program in "${programs[@]}"; do
  said=$(eval "$COMPILE -Itests -Werror=implicit-function-declaration -fsyntax-only $program" 2>&1 ||
    echo 'does not compile')
  verdict "$program compiles" "$said"
done
