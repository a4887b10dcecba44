#!/bin/bash
# Calendars and feeds: what subscribers were told is kept to, moved and cancelled.
. "${0%/*}/lib.sh"
. "$root/tests/cli/repository.sh"

at () { export GIT_AUTHOR_DATE="$1T09:00:00+08:00" GIT_COMMITTER_DATE="$1T09:00:00+08:00"; }
# publish DAY MESSAGE: what is there, recorded on that day and as of it.
publish () {
  at "$1"
  run publish -C here -m "$2" --as-of "$1"
  exits 0 "$2"
}
event () { tr -d '\r' <"$1" | sed -n "/^UID:${2//\//\\/}@/,/^END:VEVENT/p"; } # FILE UID
# says FILE UID LINE NAME: the appointment has that line.
says () { ok "$4" grep -qxF -- "$3" <(event "here/site/$1" "$2"); }
all=calendar/calendar.ics
uids () { cat "$@" | tr -d '\r' | grep ^UID: | sort; }

repository here
publish 2026-11-19 '首次公布'
closes=notice-closes/featured-clusters-2026-2
says $all $closes 'DTSTART;VALUE=DATE:20261126' 'the 7th working day from 18 November 2026'
says $all $closes 'DTEND;VALUE=DATE:20261127' 'ends with that day'
says $all $closes 'SEQUENCE:0' 'nothing was moved yet'
says $all $closes 'DTSTAMP:20261119T010000Z' 'as it was recorded, in UTC'
says $all $closes 'STATUS:CONFIRMED' 'it stands'
is "$(event here/site/$all $closes)" "$(event here/site/registries/featured-clusters/calendar.ics $closes)" \
  'the registry says the same of its notice'
says $all notice-closes/candidate-clusters-2027 'STATUS:TENTATIVE' 'what is provisional is tentative'
for uid in policy-expires/park-measures-2026 term-ends/demo-zones/2026 duty/featured-clusters/annual-report/2027; do
  says $all "${uid}" 'SEQUENCE:0' "there is $uid"
done
of_issuers () { uids here/site/policies/issuer/*/calendar.ics; }
is "$(of_issuers)" "$(uids here/site/$all)" 'every appointment is in the calendar of one issuer'
cp here/site/$all first.ics

# What says the same keeps its bytes.
at 2026-11-20
run publish -C here --as-of 2026-11-20
ok 'a day later nothing is different' cmp here/site/$all first.ics
echo '现再次提请注意。' >>here/content/notices/featured-clusters-2026-2.md
publish 2026-11-20 '补充一句'
ok 'nor after a change that moves no date' cmp here/site/$all first.ics

# Another title: the same appointment, told anew.
sed -i 's/^title:.*/&（修订）/' here/content/notices/featured-clusters-2026-2.md
publish 2026-11-21 '改标题'
says $all $closes 'SEQUENCE:0' 'another title moves nothing'
says $all $closes 'DTSTAMP:20261121T010000Z' 'but is told'
says $all policy-expires/park-measures-2026 'DTSTAMP:20261119T010000Z' 'of that alone'

# Another day.
sed -i 's/^channels:/extension: {to: 2026-12-01, announced: 2026-11-22, reason: 示例}\n&/' \
  here/content/notices/featured-clusters-2026-2.md
publish 2026-11-22 '延长公示'
says $all $closes 'DTSTART;VALUE=DATE:20261201' 'the notice was extended'
says $all $closes 'SEQUENCE:1' 'it is the same appointment, moved once'
says $all $closes 'DTSTAMP:20261122T010000Z' 'when that was recorded'
says registries/featured-clusters/calendar.ics $closes 'SEQUENCE:1' 'in every calendar'

# One entry of a batch revoked, then the other: the term of the rest stands until none is left.
term=term-ends/demo-zones/2026
revoke () { # ENTRY DAY
  sed -i "/id: $1/,/region/s/^    region: .*/&\n    events: [{date: $2, kind: revoked, ground: no-longer-exemplary}]/" \
    here/content/registries/demo-zones/2026.yaml
}
day=$(event here/site/$all $term | grep DTSTART)
revoke foothill 2026-11-23
publish 2026-11-23 '撤销一个'
says $all $term 'SEQUENCE:0' 'the term of the other one has its day'
says $all $term 'DTSTAMP:20261123T010000Z' 'but counts fewer'
revoke lakeside 2026-11-24
publish 2026-11-24 '撤销另一个'
says $all $term 'STATUS:CANCELLED' 'with nobody left it is cancelled'
says $all $term 'SEQUENCE:1' 'which is a change'
says $all $term "$day" 'of what was promised'
says registries/demo-zones/calendar.ics $term 'STATUS:CANCELLED' 'in every calendar'
says policies/issuer/city-gov/calendar.ics $term 'STATUS:CANCELLED' 'that of its authority too'
sed -i '/kind: revoked/d' here/content/registries/demo-zones/2026.yaml
publish 2026-11-25 '撤销有误，予以恢复'
says $all $term 'STATUS:CONFIRMED' 'taken back, it stands again'
says $all $term 'SEQUENCE:2' 'and that is another change'

# A policy repealed before its time: what it promised of later days is off, what has been stays.
sed -i 's/^validity:/repealed: {date: 2026-12-10, title: 废止决定（示例）, number: 示府〔2026〕9号}\n&/' \
  here/content/policies/park-measures-2026/policy.md
publish 2026-11-26 '废止办法'
says $all policy-expires/park-measures-2026 'STATUS:CANCELLED' 'the end of a repealed policy is off'
says policies/park-measures-2026/calendar.ics policy-repealed/park-measures-2026 \
  'DTSTART;VALUE=DATE:20261210' 'and the repeal has its day'
says $all policy-expires/fund-rules-2024 'STATUS:CONFIRMED' 'what is past has happened'

# What goes altogether is cancelled too.
git -C here rm -qr content/policies/digital-plan-2024 2>"$tmp/err"
grep -rl digital-plan-2024 here/content | while read -r file; do
  perl -0pi -e 's/^basis:\n  - policy: digital-plan-2024\n(    clause: [^\n]*\n)?//m' "$file"
done
printf 'withdrawn:\n  - {address: policies/digital-plan-2024/, date: 2026-11-27, reason: 示例}\n' \
  >here/content/addresses.yaml
publish 2026-11-27 '撤下规划'
says $all policy-expires/digital-plan-2024 'STATUS:CANCELLED' 'of what was withdrawn nothing is due'
says policies/issuer/city-gov/calendar.ics policy-expires/digital-plan-2024 'STATUS:CANCELLED' \
  'which its issuer still says'
is "$(of_issuers)" "$(uids here/site/$all)" 'and the issuers have all of it, once'
cp here/site/$all last.ics
at 2026-11-27
run publish -C here --as-of 2026-11-27
out_has 'Nothing to publish' 'and then there is nothing more to say'

# All that from the record, wherever it is.
git clone -q here there
run build -C there --out "$tmp/again" --as-of 2026-11-27 --jobs 1
same_tree here/site again 'a clone without a cache builds the same bytes'
run verify -C there --all
exits 0 'and every publication verifies there'

# An issuer's feed tells of what is the issuer's.
feed=policies/issuer/city-industry/feed.xml
ok 'the repeal is in the feed of its issuer' grep -qF '<title>废止办法</title>' here/site/$feed
ok "what another agency did alone is not" test -z "$(grep -F 撤销一个 here/site/$feed)"
is "$(grep -c '<entry>' here/site/$feed)" "$(grep -o '"date_published"' here/site/${feed%xml}json | wc -l)" \
  'both forms have the same entries'
is "$(grep '<id>' here/site/$feed | sort | uniq -d)" '' 'with an id each'

# Without git: nothing was promised, times are the content's own, and no day but those changes them.
example plain
run build -C plain --as-of 2026-11-19
cp plain/site/$all plain.ics
ok 'times are those of the content' grep -qx 'DTSTAMP:20261117T160000Z' \
  <(event plain/site/$all $closes)
run build -C plain --as-of 2026-11-20
ok 'and the same the day after' cmp plain/site/$all plain.ics
ok 'a feed of dates that have come' grep -qF '2026-11-18T00:00:00+08:00' plain/site/changes/feed.xml
ok 'says nothing of those to come' test -z "$(grep -F '公示截止：关于第四批（补充）' plain/site/changes/feed.xml)"
ok 'one policy has none without a record' test ! -e plain/site/policies/park-measures-2026/feed.xml
ok 'which the page says' grep -qF '没有修订记录' plain/site/subscribe/index.html
finish
