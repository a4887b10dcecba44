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
# killed_at CALL:NUMBER: the first thread that calls CALL for that time is the end of all.
killed_at () {
  traced -e inject="${1%:*}:signal=SIGKILL:when=${1#*:}" 2>kill.err
  if grep -qF '+++ killed by SIGKILL +++' trace; then killed=$((killed + 1)); fi
}

rm -rf victim && cp -R start victim
traced || { cat err && exit 1; }
perl -ne 'print "$2:" . ++$n{"$1 $2"} . "\n" if /^(\d+) +(\w+)\(/' trace | sort -u >places
most=$(wc -l <places)
echo "# seed $seed; a publication takes $took microseconds and changes the disk in $most places"
for n in $(seq "$kills"); do
  chance=$((RANDOM * 32768 + RANDOM))
  if [ $((n % 2)) = 0 ]; then
    survives "moment:$((chance % took))" killed_after $((chance % took))
  else
    place=$(sed -n $((chance % most + 1))p places)
    survives "$place" killed_at "$place"
  fi
done
is "$unsound" '' "of $kills publishers $killed were killed and $late were done: all is whole, and the next one completes it"
ok 'most were killed' test $((killed * 2)) -gt "$kills"
finish
