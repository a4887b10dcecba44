# For command-line tests: TAP, a temporary folder, sealed surroundings.  A test is
#
#   #!/bin/bash
#   . "${0%/*}/lib.sh"
#   run workdays 2023-09-22 7
#   exits 0 'what this shows'
#   out_has '2023-10-08' 'why it must'
#   finish
#
# GONGBAO names another program to test, BUILD another build folder.

. "${BASH_SOURCE[0]%/*}/../run/seal.sh"
root=$(cd "${BASH_SOURCE[0]%/*}/../.." && pwd -P)
BUILD=$(cd "$root" && realpath -m "${BUILD:-build}")
GONGBAO=$(realpath -m "${GONGBAO:-$BUILD/gongbao}")
tmp=$(realpath "$(mktemp -d)") || exit
trap 'chmod -R u+w "$tmp"; rm -rf "$tmp"' EXIT
cd "$tmp" || exit 1
export HOME=$tmp/home LOCPATH=$BUILD/locales # zh_CN.UTF-8 and tr_TR.UTF-8, which make has made
mkdir "$HOME"
# git tidies up in the background otherwise, while a test already copies or removes the repository.
git config --global gc.auto 0
git config --global maintenance.auto false

checks=0 failures=0

# verdict TRUE-OR-FALSE NAME: one check; what came out last is shown where it failed.
verdict () {
  checks=$((checks + 1))
  if "$1"; then
    echo "ok $checks - $2"
  else
    failures=$((failures + 1))
    echo "not ok $checks - $2"
    {
      [ -z "${command-}" ] || echo "after: $command (exit status $status)"
      [ ! -f "$tmp/out" ] || head -n 20 "$tmp/out" | sed 's/^/out: /'
      [ ! -f "$tmp/err" ] || head -n 20 "$tmp/err" | sed 's/^/err: /'
    } | sed 's/^/# /' >&2
  fi
}

# run ARGUMENT…: the program; leaves $status, $tmp/out and $tmp/err.
run () {
  command="gongbao $*"
  "$GONGBAO" "$@" >"$tmp/out" 2>"$tmp/err" </dev/null
  status=$?
}

# ok NAME COMMAND…: COMMAND succeeds.
ok () {
  local name=$1
  shift
  if "$@" >&2; then verdict true "$name"; else verdict false "$name"; fi
}

is () { # GOT WANTED NAME
  [ "$1" = "$2" ] || echo "# got: $1, wanted: $2" >&2
  ok "$3" [ "$1" = "$2" ]
}

exits () { is "$status" "$1" "$2 (exit status $1)"; }        # STATUS NAME
out_has () { ok "$2" grep -qF -- "$1" "$tmp/out"; }          # FRAGMENT NAME
err_has () { ok "$2" grep -qF -- "$1" "$tmp/err"; }          # FRAGMENT NAME
out_lacks () { ok "$2" test -z "$(grep -F -- "$1" "$tmp/out")"; } # FRAGMENT NAME
err_lacks () { ok "$2" test -z "$(grep -F -- "$1" "$tmp/err")"; } # FRAGMENT NAME
out_empty () { ok "$1" test ! -s "$tmp/out"; }               # NAME
err_empty () { ok "$1" test ! -s "$tmp/err"; }               # NAME
same_tree () { ok "$3" diff -r -- "$1" "$2"; }               # FOLDER FOLDER NAME
json () { perl -MJSON::PP -0777 -ne 'decode_json $_' "$1"; } # FILE: is JSON

# refuses NAME ARGUMENT…: wrong usage: exit status 2, a reason on standard error, no output.
refuses () {
  local name=$1
  shift
  run "$@"
  ok "$name (exit status 2, with a reason)" \
    test "$status" = 2 -a -s "$tmp/err" -a ! -s "$tmp/out"
}

# example NAME: a fresh copy of the example publication in the folder NAME.
example () {
  mkdir -p "$1" && cp -R "$root/tests/example/content" "$1/"
}

# real NAME: a fresh copy of the real content, out of the repository that it lies in.
real () {
  mkdir -p "$1" && cp -R "$root/content" "$1/"
}

# small NAME: in the folder NAME a small publication of its own: rules in force from 1 February 2023, a
# list, and a notice from 22 September to 8 October 2023 (tests/cli/dates.t counts its days).
small () {
  mkdir -p "$1/content/policies/rules" "$1/content/registries/list" "$1/content/notices"
  cp -R "$root/content/calendar" "$1/content/"
  cat >"$1/content/site.yaml" <<'END'
name: 示例公报
base_url: https://example.org
authority: bureau
example: true
END
  cat >"$1/content/agencies.yaml" <<'END'
agencies:
  - {id: bureau, name: 示例市示例局}
END
  cat >"$1/content/policies/rules/policy.md" <<'END'
---
title: 示例市示例名录管理办法
number: 示例字〔2023〕1号
issuer: bureau
kind: normative
signed: 2023-01-10
issued: 2023-01-10
published: 2023-01-10
effect: {date: 2023-02-01, clause: art-3}
validity: {years: 3, clause: art-3}
---

# 示例市示例名录管理办法

第一条　为示例，制定本办法。

第二条　名单公示7个工作日。

第三条　本办法自2023年2月1日起施行，有效期3年。
END
  cat >"$1/content/registries/list/registry.yaml" <<'END'
title: 示例名录
kind: cluster
authority: bureau
policy: rules
notice: {days: 7, clause: art-2}
END
  cat >"$1/content/notices/first.md" <<'END'
---
title: 第一批名单公示
registry: list
issuer: bureau
published: 2023-09-22
opens: 2023-09-22
channels:
  - {kind: 电话, value: 示例电话}
proposed:
  - {name: 示例集群}
---

现予公示。
END
}

finish () {
  echo "1..$checks"
  [ "$failures" = 0 ]
  exit
}
