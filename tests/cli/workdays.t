#!/bin/bash
# The working-day calculator.  The days were counted by hand in the calendar of 2023: the holidays
# run from 29 September to 6 October, and 7 and 8 October, a weekend, are worked.
. "${0%/*}/lib.sh"
real here

last_day () { # NAME DAY ARGUMENT…
  local name=$1 day=$2
  shift 2
  run workdays -C here "$@"
  is "$status: $(head -n 1 "$tmp/out")" "0: $day" "$name"
}

last_day 'the first day counts, make-up days count' 2023-10-08 2023-09-22 7
last_day 'the first day left out' 2023-10-09 2023-09-22 7 --exclude-first
last_day 'calendar days' 2023-09-28 2023-09-22 7 --calendar-days
last_day 'calendar days, the first left out' 2023-09-29 2023-09-22 7 --calendar-days --exclude-first
last_day 'one day is the day itself' 2023-09-22 2023-09-22 1
last_day 'a first day that is no working day counts for nothing' 2023-10-07 2023-09-29 1
last_day 'over the end of a year' 2024-01-02 2023-12-29 2
last_day 'the options may stand first' 2023-10-09 --exclude-first 2023-09-22 7

run workdays -C here 2023-09-22 7 --explain
is "$status: $(head -n 1 "$tmp/out")" '0: 2023-10-08' 'with --explain, the day still comes first'
for day in 09-22 09-23 09-24 09-25 09-26 09-27 09-28 09-29 09-30 \
  10-01 10-02 10-03 10-04 10-05 10-06 10-07 10-08; do
  out_has "2023-$day" "--explain lists 2023-$day"
done
out_lacks 2023-10-09 '--explain stops at the last day'
out_has 国庆节 '--explain names the holiday'
out_has 调休上班 '--explain names the make-up days'

refuses 'no argument' workdays -C here
refuses 'no number' workdays -C here 2023-09-22
refuses 'a third argument' workdays -C here 2023-09-22 7 8
refuses 'a date in another spelling' workdays -C here 2023-9-22 7
refuses 'a date that does not exist' workdays -C here 2023-02-29 7
refuses 'no days' workdays -C here 2023-09-22 0
refuses 'a number that is none' workdays -C here 2023-09-22 seven
refuses 'a number with a tail' workdays -C here 2023-09-22 7x
refuses 'a number beyond reason' workdays -C here 2023-09-22 99999999999999999999
refuses 'an unknown option' workdays -C here 2023-09-22 7 --frobnicate
finish
