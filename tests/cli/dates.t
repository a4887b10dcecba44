#!/bin/bash
# The dates of one small publication, counted by hand, as the commands tell them.
#   The rules are in force from 1 February 2023 for three years: to 31 January 2026.
#   The notice opens on Friday 22 September 2023, for seven working days: to Sunday 8 October,
#   a make-up day; from the 9th on it is closed.
. "${0%/*}/lib.sh"

small here

run check -C here --as-of 2023-09-25
exits 0 'the publication has no errors'

run explain -C here --as-of 2023-09-25 first
exits 0 'explain a notice'
out_has 2023年10月8日 'its last day'
run explain -C here --as-of 2023-09-25 rules
exits 0 'explain a policy'
out_has 2026年1月31日 'the last day of three years'
out_has 第三条 'by the clause that says so'
refuses 'explain what is not there' explain -C here --as-of 2023-09-25 nothing

run agenda -C here --as-of 2023-09-25
exits 0 'agenda'
out_has 2023-10-08 'the notice closes'

turn () { # DAY WANTED NAME
  run agenda -C here --as-of "$1" --next
  is "$status: $(cat "$tmp/out")" "0: $2" "$3"
}
turn 2023-01-31 2023-02-01 'the day before they are in force: the rules'
turn 2023-09-21 2023-09-22 'the day before it opens: the notice'
turn 2023-09-22 2023-10-09 'from the first day: the day after the last'
turn 2023-10-08 2023-10-09 'on the last day: the next'
turn 2023-10-09 2026-02-01 'after the notice: the day after the rules end'

run agenda -C here --as-of 2030-01-01 --next
is "$(cat "$tmp/out")" '' 'nothing more to come'
finish
