#!/bin/bash
# The proof of a notice counts what was recorded within its period, by commit time; what was recorded
# later with an earlier date is a back-dated record and proves nothing.
# The notice runs from 22 September to 8 October 2023 (tests/cli/dates.t).
. "${0%/*}/lib.sh"
. "$root/tests/cli/repository.sh"

at () { export GIT_AUTHOR_DATE="$1" GIT_COMMITTER_DATE="$1"; } # TIME
notice=content/notices/first.md
# published FOLDER DAY TIME ARGUMENT…: as of DAY, committed at TIME.
published () {
  local folder=$1 day=$2
  at "$3"
  shift 3
  run publish -C "$folder" --as-of "$day" "$@"
  exits 0 "$folder: published as of $day, committed $GIT_COMMITTER_DATE"
}
# The section alone, without the commands that a reader may run.
proof () {
  sed -n '/<section aria-labelledby="proof">/,/<\/section>/p' "$1/site/notices/first/index.html" |
    sed '/<pre/,/<\/pre>/d' >section
}
says () { ok "$2" grep -qF -- "$1" section; }                   # WORDS NAME
silent () { ok "$2" test -z "$(grep -F -- "$1" section)"; }     # WORDS NAME
source_hash () { git -C "$1" show "$2:$notice" | sha256sum | cut -d' ' -f1; } # FOLDER COMMIT
begin () { rm -rf "$1" && small "$1" && git init -q "$1"; }
change () { sed -i "s/{name: [^}]*/{name: $2/" "$1/$notice"; } # FOLDER NAME

# Everything made up afterwards: three years later somebody publishes as of a day of the period.
begin late
published late 2023-09-22 2026-11-30T09:00:00+08:00 -m '公示'
change late '另一集群'
published late 2026-11-30 2026-11-30T09:10:00+08:00 -m '改动'
proof late
says '按提交时间，公示期内没有含有本公示的公布记录' 'nothing recorded within it, nothing proved'
says '公示期满以后补记的公布1次，提交于2026年11月30日。' 'what was made up is counted as that'
says '不能证明公示过程' 'and proves nothing'
silent '没有改动' 'nothing is claimed of the text'
silent '每一次都含有' 'nor of the publications'
silent "$(source_hash late HEAD~3)" 'and no fingerprint of it is shown'
published late 2023-09-25 2026-12-01T09:00:00+08:00
err_has 'This goes back in time' 'it is told to the officer'
published late 2026-12-02 2026-12-02T00:30:00+08:00
proof late
says '公示期满以后补记的公布2次，提交于2026年11月30日至2026年12月1日。' 'one more, with both days'
silent '没有改动' 'still nothing is claimed'
ok 'two fingerprints do not stand below one claim' test -z "$(grep -F "$(source_hash late HEAD~4)" section)"

# Honestly: committed when it happened.
begin fair
published fair 2023-09-22 2023-09-22T09:00:00+08:00 -m '公示'
first=$(git -C fair rev-parse HEAD)
echo '# 注' >>fair/content/site.yaml
published fair 2023-10-08 2023-10-08T23:59:59+08:00 -m '最后一日'
last=$(git -C fair rev-parse HEAD)
published fair 2023-10-09 2023-10-09T09:00:00+08:00
proof fair
says '按提交时间，期内公布2次，每一次都含有本公示。' 'the publications of the period, to its last second'
says '按提交时间，公示期内原文没有改动。' 'one text: that it did not change'
says "${first:0:12}" 'the first of them'
says "${last:0:12}" 'and the last'
says '<time datetime="2023-10-08">2023年10月8日</time>' 'by the day they were committed'
says "$(source_hash fair HEAD)" 'with the fingerprint'
silent '补记' 'nothing was back-dated'
cp section before
# Later on only back-dated records may be added; the proof stays.
published fair 2023-09-25 2024-01-01T00:00:00+08:00
published fair 2024-02-01 2024-02-01T09:00:00+08:00
proof fair
says '公示期满以后补记的公布1次，提交于2024年1月1日。' 'a back-dated record is told'
is "$(sed 's/ <b class="flag">公示期满以后补记[^<]*<\/b>//' section)" "$(cat before)" \
  'and nothing else of the proof has changed'

# The last day ends in Shanghai: half a minute later is afterwards.
begin minute
published minute 2023-10-08 2023-10-08T16:00:00Z -m '公示'
published minute 2023-10-10 2023-10-10T01:00:00Z
proof minute
says '公示期内没有含有本公示的公布记录' 'midnight in Shanghai is after the period'
says '补记的公布1次，提交于2023年10月9日。' 'by the day in Shanghai'
begin second
published second 2023-10-09 2023-10-08T15:59:59Z -m '公示'
published second 2023-10-10 2023-10-10T01:00:00Z
proof second
says '按提交时间，期内公布1次，含有本公示。' 'a second before counts, whatever day it was published as of'
silent '补记' 'and is not back-dated'

# Changed within the period, and once more afterwards.
begin changed
published changed 2023-09-22 2023-09-22T09:00:00+08:00 -m '公示'
one=$(source_hash changed HEAD)
change changed '甲集群'
published changed 2023-09-25 2023-09-25T09:00:00+08:00 -m '更正名单'
two=$(source_hash changed HEAD)
change changed '乙集群'
published changed 2023-10-09 2023-10-09T09:00:00+08:00 -m '期满改动'
proof changed
says '期内公布2次' 'two publications'
silent '没有改动' 'of two texts'
says '更正名单' 'the change is named'
silent '期满改动' 'the one after the period is not'
says "$one" 'the first text'
says "$two" 'the second'
says '与公示期内公布的最后一份不同' 'that it is another now is told'

# Commit times in disorder: publications dated back around a change that is not.
begin disorder
published disorder 2023-09-22 2023-09-22T09:00:00+08:00 -m '公示'
change disorder '丙集群'
at 2023-11-01T09:00:00+08:00
git -C disorder commit -qam '事后改动'
published disorder 2023-09-26 2023-09-26T09:00:00+08:00
published disorder 2023-11-02 2023-11-02T09:00:00+08:00
proof disorder
says '期内公布2次' 'both say that they are of the period'
silent '没有改动' 'but they hold two texts, whatever the change says of its time'

# Not there from the beginning to the end.
begin partly
mv partly/$notice saved.md
published partly 2023-09-22 2023-09-22T09:00:00+08:00 -m '尚无公示'
cp saved.md partly/$notice
published partly 2023-09-25 2023-09-25T09:00:00+08:00 -m '公示'
published partly 2023-10-09 2023-10-09T09:00:00+08:00
proof partly
says '按提交时间，期内公布2次，其中1次含有本公示，其余不含，公示没有贯穿全期。' \
  'a publication of the period without it is counted'

# A record whose past was rewritten: what its publications came from is not there any more.
begin rewritten
published rewritten 2023-09-22 2023-09-22T09:00:00+08:00 -m '公示'
GIT_COMMITTER_DATE=2023-09-22T10:00:00+08:00 git -C rewritten commit -q --amend \
  -m "$(git -C rewritten log -1 --format=%B | sed "s/^Source: .*/Source: $(printf '1%.0s' {1..40})/")"
published rewritten 2023-10-09 2023-10-09T09:00:00+08:00
proof rewritten
says '期内公布1次' 'the publication is there'
silent '没有改动' 'but of its text nothing is claimed'

# In English.
begin english
echo 'languages: [zh-CN, en]' >>english/content/site.yaml
published english 2023-09-22 2026-11-30T09:00:00+08:00 -m '公示'
published english 2026-11-30 2026-11-30T09:10:00+08:00
sed -n '/aria-labelledby="proof"/,/<\/section>/p' english/site/en/notices/first/index.html >section
says '1 back-dated publication was committed after the notice period, on 30 November 2026.' \
  'a back-dated record, in English'
silent 'did not change' 'and no claim'
finish
