# For tests of a publisher that is killed; sourced behind lib.sh and repository.sh.  It makes start/, a
# publication and an edit to be published, and whole/, where that was done.

# published NAME: a repository with one publication, then an edit to be published.
published () {
  repository "$1"
  run publish -C "$1" -m 'one' --as-of 2026-11-21
  printf '\n本办法另行解释。\n' >>"$1/content/policies/fund-rules-2024/policy.md"
  git -C "$1" commit -qam 'two'
}

# sound NAME: git finds nothing wrong, and each file of the site is old or new, none half.
sound () {
  git -C "$1" fsck --strict --no-dangling >&2 || return 1
  (cd "$1" && find site -type f ! -name '*.gongbao-new*' -exec sha256sum {} +) | cut -d' ' -f1 |
    sort -u | comm -23 - known >half
  [ ! -s half ]
}

published here
old=$(git -C here rev-parse HEAD)
git clone -q here whole
began=${EPOCHREALTIME/./}
run publish -C whole --as-of 2026-11-23
took=$((${EPOCHREALTIME/./} - began)) # microseconds
{
  (cd here && find site -type f -exec sha256sum {} +)
  (cd whole && find site -type f -exec sha256sum {} +)
} | cut -d' ' -f1 | sort -u >known
cp -R here start

# survives NAME COMMAND…: COMMAND, which kills a publisher at work in victim/, leaves it whole, and the
# next publisher completes it and leaves nothing over; else NAME is added to $unsound.
unsound='' late=0
survives () {
  local name=$1
  shift
  rm -rf victim && cp -R start victim
  "$@"
  [ "$(git -C victim rev-parse HEAD)" = "$old" ] || late=$((late + 1))
  sound victim || unsound="$unsound $name"
  "$GONGBAO" publish -C victim --as-of 2026-11-23 >out 2>err &&
    "$GONGBAO" verify -C victim >out 2>err &&
    [ -z "$(git -C victim status --porcelain)" ] &&
    diff -r whole/site victim/site >diff.out || unsound="$unsound after:$name"
}

# killed_after MICROSECONDS: for survives.
killed=0
killed_after () {
  "$GONGBAO" publish -C victim --as-of 2026-11-23 >out 2>err &
  sleep "$(($1 / 1000000)).$(printf '%06d' $(($1 % 1000000)))"
  if kill -9 $! 2>kill.err; then killed=$((killed + 1)); fi
  wait $! 2>wait.err
}
