#!/bin/bash
# The long form of what tests/cli/survive.t asks: publishers killed in KILLS places, by turns at a random
# moment and at a random system call that changes something on the disk.
#
#     tests/kills/kills.sh KILLS [SEED]     GONGBAO, BUILD
kills=$1 seed=${2:-$RANDOM}
. "${0%/*}/../cli/lib.sh"
. "$root/tests/cli/repository.sh"
. "$root/tests/cli/killed.sh"
RANDOM=$seed
calls=write,pwrite64,rename,renameat,renameat2,link,linkat,unlink,unlinkat,mkdir,mkdirat,ftruncate,fsync,fdatasync

# traced ARGUMENT…: a publisher under strace with ARGUMENT…
traced () { strace -f -qq -o trace -e trace="$calls" "$@" "$GONGBAO" publish -C victim --as-of 2026-11-23 >out 2>err; }
# killed_at NUMBER: the first thread that comes to its call of that number ends it.
killed_at () {
  traced -e inject="$calls:signal=SIGKILL:when=$1" 2>kill.err
  if grep -qF '+++ killed by SIGKILL +++' trace; then killed=$((killed + 1)); fi
}

rm -rf victim && cp -R start victim
traced || { cat err && exit 1; }
most=$(cut -d' ' -f1 trace | sort | uniq -c | sort -rn | awk '{ print $1; exit }')
echo "# seed $seed; a publication takes $took microseconds and at most $most calls a thread"
for n in $(seq "$kills"); do
  chance=$((RANDOM * 32768 + RANDOM))
  if [ $((n % 2)) = 0 ]; then
    survives "moment:$((chance % took))" killed_after $((chance % took))
  else
    survives "call:$((chance % most + 1))" killed_at $((chance % most + 1))
  fi
done
is "$unsound" '' "of $kills publishers $killed were killed and $late were done: all is whole, and the next one completes it"
ok 'most were killed' test $((killed * 2)) -gt "$kills"
finish
