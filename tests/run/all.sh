#!/bin/bash
# Runs every target of make named here, one after another and all of them whatever fails, and closes with a
# table of their figures.  What they say is kept in $BUILD/all/.
#
#     tests/run/all.sh TARGET…     MAKE, BUILD
logs=${BUILD:-build}/all
mkdir -p "$logs" && : >"$logs/table" || exit
failed=0

# figure TARGET LOG
figure () {
  case $1 in
    test | bare) grep '^Files=' "$2" | sed 's/, *[0-9]* wallclock.*//' ;;
    lint) sed -n 's/^lint: //p' "$2" | grep . || echo "$(grep -cE '(error|warning|performance|portability): ' "$2") findings" ;;
    coverage) awk '/^room /{ for (i = 2; i <= 4; i++) name[i] = $i } /^all /{ print $5 " % " name[2] ", " $10 " % " name[3] ", " $15 " % " name[4] }' "$2" ;;
    mutate) grep -E '^[0-9]+ changes' "$2" ;;
    fuzz) awk '/ executions, /{ n += $2; targets++ } END { print n " executions of " targets " targets" }' "$2" ;;
    kills) sed -n 's/^\(not \)*ok 1 - \(.*\):.*/\2/p' "$2" ;;
  esac | tail -n 1
}

for target; do
  echo "== make $target"
  SECONDS=0
  result=passed
  "${MAKE:-make}" --no-print-directory "$target" 2>&1 | tee "$logs/$target.log"
  [ "${PIPESTATUS[0]}" = 0 ] || { result=FAILED && failed=1; }
  printf '%-10s %-7s %6d s   %s\n' "$target" $result $SECONDS "$(figure "$target" "$logs/$target.log")" >>"$logs/table"
done
echo
cat "$logs/table"
exit $failed
