#!/bin/bash
# Nothing is said that is not known: small publications of 示例市, each with something that is not known,
# and every file that comes of them.
. "${0%/*}/lib.sh"

# site FOLDER: an empty publication with the real calendars, in both languages.
site () {
  mkdir -p "$1/content/policies/rules" "$1/content/registries/list" "$1/content/notices"
  cp -R "$root/content/calendar" "$1/content/"
  cat >"$1/content/site.yaml" <<'EOF'
name: 示例公报
base_url: https://example.org
authority: bureau
example: true
languages: [zh-CN, en]
EOF
  cat >"$1/content/agencies.yaml" <<'EOF'
agencies:
  - {id: bureau, name: 示例市示例局}
EOF
}

# rules FOLDER: the rules of its list, in force for good, and a scheme of three years from the day.
rules () {
  cat >"$1/content/policies/rules/policy.md" <<'EOF'
---
title: 示例市示例名录管理办法
issuer: bureau
kind: normative
signed: 2020-01-10
effect: {date: 2020-02-01, clause: art-3}
validity: {indefinite: true, clause: art-3}
---

# 示例市示例名录管理办法

第一条　名单公示7个工作日。

第二条　有效期三年，期满前三个月复核。

第三条　本办法自2020年2月1日起施行，长期有效。
EOF
  cat >"$1/content/registries/list/registry.yaml" <<'EOF'
title: 示例名录
kind: cluster
authority: bureau
policy: rules
notice: {days: 7, clause: art-1}
term: {years: 3, clause: art-2}
review: {years: 3, months_before: 3, clause: art-2}
EOF
}

# ---- automatic certification only of what lies in the region ----

site regions
rules regions
mkdir regions/content/registries/wide
cat >regions/content/registries/wide/registry.yaml <<'END_OF'
title: 示例省名录
kind: cluster
authority: bureau
END_OF
cat >regions/content/registries/wide/2024.yaml <<'END_OF'
title: 首批
year: 2024
certified: 2024-03-01
entries:
  - {id: near, name: 近处集群, region: 示例省示例市示例区}
  - {id: itself, name: 本市集群, region: 示例省示例市}
  - {id: far, name: 远处集群, region: 示例省另一市}
  - {id: alike, name: 同名集群, region: 另一省示例市}
  - {id: above, name: 全省集群, region: 示例省}
  - {id: nowhere, name: 未知集群}
END_OF
cat >>regions/content/registries/list/registry.yaml <<'END_OF'
automatic:
  - {registry: wide, region: 示例省示例市, text: 在本市的自动认定, clause: art-2}
END_OF
run check -C regions --as-of 2024-06-01
exits 0 'the region of an automatic certification is known'
out_has 'of above, nowhere in' 'check names those of which it is not known where they are'
run build -C regions --as-of 2024-06-01
exits 0 'it is built'
for page in registries/list/index.html en/registries/list/index.html; do
  cp "regions/site/$page" "$tmp/out"
  for id in near itself; do
    out_has "registries/wide/entries/$id/" "$page lists $id, which lies in the region"
  done
  for id in far alike above nowhere; do
    out_lacks "registries/wide/entries/$id/" "$page does not list $id"
  done
  out_has 示例省示例市 "$page says which region the rule is for"
done
cp regions/site/data/registries/list.json "$tmp/out"
out_has '"region":"示例省示例市"' 'and so does the data file'

# ---- no day that follows only from an inexact one ----

# Everything that may be known to the month or the year alone.  The days that would follow, counted by
# hand: the first and the last of the span, the days beside them; of a notice of seven working days from
# either its last day and the one after; of a term of three years from either its last day, the day after,
# and the start of the review three months before.
site inexact
rules inexact
list=inexact/content/registries/list
cat >inexact/content/notices/month.md <<'EOF'
---
title: 按月公示
registry: list
batch: month
opens: 2025-06
channels: [{kind: 电话, value: 示例电话}]
proposed:
  - {name: 按月集群, entry: noticed-month}
---

现予公示。
EOF
sed 's/按月/按年/; s/batch: month/batch: year/; s/noticed-month/noticed-year/; s/2025-06/2023/' inexact/content/notices/month.md \
  >inexact/content/notices/year.md
# A last day that is known is shown; the days of the period are not.
sed 's/按月/半知/; s/batch: month/batch: half/; s/noticed-month/noticed-half/; s/2025-06/2025-09\ncloses: 2025-10-20/' \
  inexact/content/notices/month.md >inexact/content/notices/half.md
for name in month year half; do
  cat >$list/$name.yaml <<EOF
title: 示例批次
year: 2025
notice: $name
entries:
  - {id: noticed-$name, name: ${name}公示集群}
EOF
done
cat >$list/noticed.yaml <<'EOF'
title: 示例批次
year: 2025
noticed: 2025-04
entries:
  - {id: noticed-batch, name: 批次公示集群}
EOF
cat >$list/certified-year.yaml <<'EOF'
title: 示例批次
year: 2021
certified: 2021
entries:
  - {id: certified-year, name: 按年认定集群}
EOF
cat >$list/certified-month.yaml <<'EOF'
title: 示例批次
year: 2020
certified: 2020-05
entries:
  - {id: certified-month, name: 按月认定集群}
EOF
cat >$list/certified-day.yaml <<'EOF'
title: 示例批次
year: 2022
certified: 2022-07-12
entries:
  - {id: revoked, name: 撤销集群, events: [{date: 2024-03, kind: revoked}]}
  - {id: withdrawn, name: 退出集群, events: [{date: 2024, kind: withdrawn}]}
  - id: renewed
    name: 延续集群
    events:
      - {date: 2021-02, kind: applied}
      - {date: 2021-08, kind: proposed}
      - {date: 2022-02, kind: noticed}
      - {date: 2022-07-12, kind: certified}
      - {date: 2023-02, kind: reported, period: 2022}
      - {date: 2023-08, kind: renamed, name: 更名集群}
      - {date: 2024-10, kind: evaluated, result: passed}
      - {date: 2025-01, kind: renewed}
EOF
cat >days <<'EOF'
2025-05-31 2025-06-01 2025-06-30 2025-07-01 2025-06-11 2025-06-12 2025-07-08 2025-07-09
2022-12-31 2023-01-01 2023-12-31 2024-01-01 2023-01-11 2023-01-12 2024-01-10 2024-01-11
2025-08-31 2025-09-01 2025-09-30 2025-10-01
2025-03-31 2025-04-01 2025-04-30 2025-05-01 2025-04-10 2025-04-11 2025-05-13 2025-05-14
2020-12-31 2021-01-01 2021-12-31 2023-10-01 2024-09-30 2024-12-30 2024-12-31
2020-04-30 2020-05-01 2020-05-31 2020-06-01 2023-04-30 2023-05-30 2023-05-31 2023-02-01 2023-02-28
2024-02-29 2024-03-01 2024-03-30 2024-03-31 2024-04-01
2021-02-01 2021-02-28 2021-03-01 2021-08-01 2021-08-31 2021-09-01 2022-02-01 2022-02-28 2022-03-01
2023-08-01 2023-08-31 2023-09-01 2024-10-01 2024-10-31 2024-11-01 2025-01-31 2025-02-01
EOF

# invented FOLDER: the files in it that hold one of the days in any form, and which.  The calendars of the
# State Council, and the archive that holds them too, have days of their own, the dictionary has examples;
# drawings go by whole years.
invented () {
  test -d "$1" || echo nothing is there
  find "$1" -type f ! -name 'workdays*' ! -name '*.zip' ! -path '*/dictionary/*' ! -path '*/content/*' ! -path '*/.git/*' |
    sort | perl -CSD -Mutf8 -MEncode -e '
      my @months = qw(January February March April May June July August September October November December);
      open my $in, "<", "days" or die;
      my @forms;
      for my $day (map { split } <$in>) {
        my ($y, $m, $d) = split /-/, $day;
        push @forms, $day, "$y$m$d", "$y/$m/$d", $y . "年" . ($m + 0) . "月" . ($d + 0) . "日",
          ($d + 0) . " $months[$m - 1] $y";
      }
      my $all = join "|", map { quotemeta } @forms;
      while (my $path = <STDIN>) {
        chomp $path;
        print "$path\n" if $path =~ /(?<![0-9])($all)(?![0-9])/;
        open my $file, "<:raw", $path or die;
        my $text = Encode::decode ("UTF-8", do { local $/; <$file> });
        $text =~ s/ data-axis="[^"]*"//g;
        $text =~ s/\b[0-9a-f]{40,64}\b//g;
        my %seen;
        $seen{$1}++ while $text =~ /(?<![0-9])($all)(?![0-9])/g;
        print "$path: $_\n" for sort keys %seen;
      }'
}
ids="month year half list/noticed-month list/noticed-batch list/certified-year list/certified-month
  list/revoked list/withdrawn list/renewed"
mkdir told
# As of a day after all of it, and of days in the midst of it.
for day in 2026-11-20 2025-07-03 2025-06-15 2024-03-15 2024-01-05 2023-06-15 2021-06-15; do
  rm -rf inexact/site
  run build -C inexact --as-of $day
  exits 0 "what is known by the month or year is built as of $day"
  invented inexact/site >"$tmp/out"
  out_empty "as of $day no file holds a day that follows only from an inexact one"
  {
    for id in $ids; do
      "$GONGBAO" explain -C inexact --as-of $day $id
      "$GONGBAO" explain -C inexact --as-of $day --language en $id
    done
    "$GONGBAO" agenda -C inexact --as-of $day --days 3000
    "$GONGBAO" agenda -C inexact --as-of $day --next
    "$GONGBAO" check -C inexact --as-of $day
    "$GONGBAO" diff -C inexact --as-of $day list 2020-01-02..$day
  } >told/said 2>&1
  invented told >"$tmp/out"
  out_empty "nor does a command tell one"
done

# The notice may have closed from 11 June on, and has from 9 July on.
state () { # DAY WANTED
  run explain -C inexact --as-of "$1" month
  is "$(sed -n 's/^状态	//p' "$tmp/out")" "$2" "of the notice of June, as of $1"
}
state 2025-05-31 即将公示
state 2025-06-01 截止日不明
state 2025-06-30 截止日不明
state 2025-07-08 截止日不明
state 2025-07-09 公示期满
rm -rf inexact/site
run build -C inexact --as-of 2026-11-20
page () { cp "inexact/site/$1" "$tmp/out"; }
page registries/list/entries/noticed-month/index.html
out_has '公示期已过（起止日不明），待公布结果。' 'that the notice is over is said without a day'
page en/registries/list/entries/noticed-month/index.html
out_has 'The notice period has ended; the dates are not known.' 'in English as well'
page notices/month/index.html
out_has '公示始于2025年6月，无论从其中哪一日起算，都已期满。' 'the notice says how that can be known'
page registries/list/entries/revoked/index.html
out_has '2024年3月撤销认定。' 'an ending is told by its month'
page registries/list/entries/withdrawn/index.html
out_has '2024年退出。' 'or by its year'
page registries/list/index.html
out_has '<li><time datetime="2025-06">2025年6月</time></li>' 'the list tells the month of its change, without a page of it'
out_has '<li><time datetime="2021">2021年</time></li>' 'and the year'
out_has 'registries/list/on/2022-07-12/' 'what is known to the day has its page'
page registries/list/on/2022-07-12/index.html
out_has '另有变动，不知道是哪一日： <time' 'which names the changes whose day is not known'
page data/registries/list.csv
out_has ',2024-03,' 'the table tells the month'
page registries/list/entries/renewed/index.html
out_has 2028年7月11日 'a renewal in some month runs on from the old term, whose end is known'
page notices/half/index.html
out_has 2025年10月20日 'a last day that is stated is shown'

# With a record: the proof of a notice, the record of changes, feeds and calendars.
. "$root/tests/cli/repository.sh"
rm -rf inexact/site
(cd inexact && git init -q)
run publish -C inexact --as-of 2026-11-20 -m 首次公布
exits 0 'it is published'
invented inexact/site >"$tmp/out"
out_empty 'and no published file holds such a day'
git -C inexact log --format=%B >told/said
invented told >"$tmp/out"
out_empty 'nor the message'

# ---- what is certified for no term, under rules that have ended ----

site ended
list=ended/content/registries/list
cat >ended/content/policies/rules/policy.md <<'EOF'
---
title: 示例市示例核心区管理办法
issuer: bureau
kind: normative
signed: 2021-06-22
effect: {date: 2021-06-22, clause: art-2}
validity: {until: 2022-12-31, clause: art-2}
---

# 示例市示例核心区管理办法

第一条　名单由市局公布，不超过3个。

第二条　本办法自2021年6月22日起施行，有效期至2022年12月31日。
EOF
cat >$list/registry.yaml <<'EOF'
title: 示例核心区
kind: zone
authority: bureau
policy: rules
term: {none_stated: true}
caps:
  - {scope: total, maximum: 3, clause: art-1}
EOF
cat >$list/2021.yaml <<'EOF'
title: 首批
year: 2021
certified: 2021-07-01
entries:
  - {id: one, name: 甲核心区}
  - {id: two, name: 乙核心区, events: [{date: 2022-05-06, kind: withdrawn}]}
  - {id: three, name: 丙核心区, events: [{date: 2021-07-01, kind: certified, to: 2024-06-30}]}
EOF
full='在册（规则未定有效期；规则已于2022年12月31日失效）。'
entry=registries/list/entries/one/index.html
page () { cp "ended/site/$1" "$tmp/out"; }

run build -C ended --as-of 2022-12-31
exits 0 'built on the last day of the rules'
page $entry
out_has 's-certified' 'on the last day of the rules what they certified is valid'
out_lacks '<b class="st s-on-record"' 'and is not called on record yet'
out_has "2023-01-01 on-record 在册，规则已失效" 'but the page knows the day on which it will be'
out_has "2023-01-01 on-record $full" 'and the sentence'
run explain -C ended --as-of 2022-12-31 list/one
out_has '状态	有效' 'explain says so'

rm -rf ended/site
run build -C ended --as-of 2023-01-01
exits 0 'built on the day after'
page $entry
out_has '<b class="st s-on-record">在册，规则已失效</b>' 'on the day after the status says that the rules have ended'
out_has "$full" 'and when'
page en/$entry
out_has 'On record, rules no longer in force' 'in English as well'
out_has 'On record. The rules set no term, and they were in force until 31 December 2022.' 'with the day'
page registries/list/index.html
out_has '<b class="st s-on-record">在册，规则已失效</b> 1' 'the tally of the list counts it so'
out_lacks '有效</b> 2' 'and no more among the valid ones'
out_has '在册：2个。' 'nor does the use of a cap'
out_has 'registries/list/by/status/on-record/' 'its facet has an address'
page registries/list/by/status/on-record/index.html
out_has 甲核心区 'which lists it'
page registries/list/by/status/certified/index.html
out_lacks 甲核心区 'the address of the valid ones does not'
out_has 丙核心区 'a term that is stated outlives the rules'
page registries/list/by/status/withdrawn/index.html
out_has 乙核心区 'what was withdrawn stays so'
page registries/list/on/2023-01-01/index.html
out_has '在册，规则已失效' 'the list of that day tells the change'
page registries/list/compare/2022-05-06..2023-01-01/index.html
out_has 规则失效 'as does the comparison'
out_has 2022年12月31日 'with the last day of the rules'
page index.html
out_has '在册，规则已失效' 'the home page counts it so'
page data/registries/list.csv
out_has ',on-record,' 'the table has the code'
page data/registries/list.json
out_has '"status":"on-record"' 'and the data file'
page search/index.html
out_has 'standing.on-record' 'the search knows the status'
run explain -C ended --as-of 2023-01-01 list/one
out_has '状态	在册，规则已失效' 'explain says so'
run explain -C ended --as-of 2023-01-01 --language en list/one
out_has 'On record, rules no longer in force' 'in English too'
run check -C ended --as-of 2023-01-01
out_has '1 certifications are still running' 'check counts it no more among what is running'
# What ends the rules is told as it is.
sed -i '/^validity/a repealed: {date: 2022-03-01}' ended/content/policies/rules/policy.md
run build -C ended --as-of 2022-03-01
page $entry
out_has '在册（规则未定有效期；规则自2022年3月1日起废止）。' 'rules that were repealed'
run build -C ended --as-of 2022-02-28
page $entry
out_has '<b class="st s-certified"' 'the day before it is valid'
# Where the rules are not said to set no term, nothing is said about it.
sed -i '/^term:/d' $list/registry.yaml
run build -C ended --as-of 2022-03-01
page $entry
out_lacks 规则未定有效期 'a term that was left out is no statement of the rules'

# ---- what the document says, and what only the content does not say ----

site words
rm -r words/content/registries/list
# policy ID KEYS TEXT: a policy of these keys.
policy () {
  mkdir -p "words/content/policies/$1"
  printf -- '---\ntitle: 示例市试点管理办法（%s）\nissuer: bureau\nkind: other\nsigned: 2024-01-02\n%s\n---\n\n%s\n' \
    "$1" "$2" "$3" >"words/content/policies/$1/policy.md"
}
rmdir words/content/policies/rules
ends='第一条　为示例，制定本办法。

第二条　本办法自2027年6月1日起施行，有效期五年。'
silent='第一条　为示例，制定本办法。

第二条　集群有效期三年，期满前复核；有效期届满的，重新认定。'
policy left-out '' "$ends"
policy left-out-silent '' "$silent"
policy belied 'effect: {none_stated: true}
validity: {none_stated: true}' "$ends"
policy belied-until 'effect: {date: 2024-03-01}
validity: {none_stated: true}' '第一条　本通知自 2024 年 3 月 1 日起执行。

第二条　本通知有效期至2026年12月31日。'
policy silent 'effect: {none_stated: true}
validity: {none_stated: true}' "$silent"
policy printed 'effect: {date: 2024-03-01, clause: art-2}
validity: {until: 2026-12-31, clause: art-2}' '第一条　为示例，制定本办法。

第二条　本办法自2024年03月01日起施行，有效期至二〇二六年十二月三十一日。'
policy elsewhere 'effect: {date: 2024-03-01, clause: art-1}
validity: {until: 2026-12-31}' '第一条　为示例，制定本办法。

第二条　本办法自2024年3月1日起施行，有效期至2026年12月31日。'
policy other-day 'effect: {date: 2024-03-02, clause: art-2}
validity: {until: 2026-12-30, clause: art-2}' '第一条　为示例，制定本办法。

第二条　本办法自2024年3月1日起施行，有效期至2026年12月31日。'
cat >words/content/notices/plain.md <<'EOF'
---
title: 示例公示
opens: 2024-05-06
closes: 2024-05-15
channels: [{kind: 电话, value: 示例电话}]
---

公示期为2024年5月6日至5月15日。
EOF
sed 's/至5月15日/至2024年5月15日/' words/content/notices/plain.md >words/content/notices/full.md
run check -C words --as-of 2026-11-20
exits 1 'a clause that says another day than the key is an error'
for key in effect validity; do
  ok "of $key, with both places" grep -q "other-day/policy.md:[67]:.*: error: '$key' says .*other-day/policy.md:12).*\[$key-differs\]" "$tmp/out"
done
# What is not said of the text itself is not compared.
sed -i 's/本办法自/相关标准自/; s/，有效期至/，相关证书有效期至/' words/content/policies/other-day/policy.md
run check -C words --as-of 2026-11-20
exits 0 'texts and keys that differ are checked'
has_warning () { ok "check: $3" grep -q "policies/$1/policy.md:.*\[$2\]" "$tmp/out"; }
lacks_warning () { ok "check: $3" test -z "$(grep "policies/$1/policy.md:.*\[$2\]" "$tmp/out")"; }
has_warning left-out effect-missing 'a text that says when it takes effect lacks the key'
has_warning left-out validity-missing 'and one that says how long it is valid'
lacks_warning left-out-silent effect-missing 'a text that does not say so does not'
lacks_warning left-out-silent validity-missing 'whatever it says of the validity of other things'
has_warning belied none-stated-differs 'none_stated against the words'
has_warning belied-until none-stated-differs 'also of a validity until a day'
lacks_warning silent none-stated-differs 'where the text is silent none_stated is right'
out_has "the text says '有效期五年' (content/policies/left-out/policy.md:11)" 'the words are told, with their place'
run build -C words --as-of 2026-11-20
exits 0 'and built'

page () { cp "words/site/$1" "$tmp/out"; }
for id in left-out left-out-silent belied belied-until; do
  page "policies/$id/index.html"
  out_lacks 未载明 "$id: nothing says that the document states nothing"
  page "en/policies/$id/index.html"
  out_lacks 'does not state' "$id: nor in English"
  out_lacks 'validity stated' "$id: nor of its validity"
done
for id in left-out left-out-silent belied silent; do
  page "policies/$id/index.html"
  out_has 's-effect-not-recorded">施行日期未收录</b>' "$id: without a day of effect it is not called in force"
  out_lacks '<b class="st s-in-force"' "$id: nowhere on its page"
  run explain -C words --as-of 2026-11-20 $id
  out_has '状态	施行日期未收录' "$id: nor by explain"
done
page policies/left-out/index.html
out_has 施行日期未收录，有效期未收录。 'what was left out is not on record'
page en/policies/left-out/index.html
out_has 'The day of effect is not on record; the period of validity is not on record.' 'in English as well'
page policies/silent/index.html
out_has 文件未载明施行日期，未载明有效期。 'what the author says of the document is said of it'
run explain -C words --as-of 2026-11-20 silent
out_has '有效期至	未载明' 'by explain too'
run explain -C words --as-of 2026-11-20 left-out
out_has '施行日期	未收录' 'which says of the others that they are not on record'
out_has '有效期至	未收录' 'both'
page policies/status/effect-not-recorded/index.html
out_has 示例市试点管理办法（left-out） 'the status has its list'
page policies/status/in-force/index.html
out_lacks 示例市试点管理办法（left-out） 'that of those in force has it not'
out_has 示例市试点管理办法（printed） 'but the others'
page data/policies.csv
out_has ,effect-not-recorded, 'the table has the code'
ok 'JSON-LD does not tell whether it is in force' \
  test -z "$(grep -l legislationLegalForce words/site/policies/left-out/index.html)"
ok 'no drawing shows it in force from some day on' \
  test -z "$(grep -l 'data-axis' words/site/policies/left-out/index.html)"

said () { # ID DATE LABEL: what explain says of how the date came about
  "$GONGBAO" explain -C words --as-of 2026-11-20 "$1" | sed -n "s/^$3	$2	//p"
}
is "$(said printed 2024-03-01 施行日期)" '文件载明：2024年3月1日。依据：第二条。' 'a clause that holds the day states it'
is "$(said printed 2026-12-31 有效期至)" '文件载明：2026年12月31日。依据：第二条。' 'in Chinese figures too'
is "$(said elsewhere 2024-03-01 施行日期)" '登记为2024年3月1日。依据：第一条。' 'a clause that does not hold it does not'
is "$(said elsewhere 2026-12-31 有效期至)" '登记为2026年12月31日。' 'nor is a date stated without a clause'
is "$(said other-day 2024-03-02 施行日期)" '登记为2024年3月2日。依据：第二条。' 'nor by a clause that holds another day'
is "$(said other-day 2026-12-30 有效期至)" '登记为2026年12月30日。依据：第二条。' 'whichever it is'
is "$(said full 2024-05-15 公示截止)" '文件载明：2024年5月15日。' 'of a notice its text states the last day'
is "$(said plain 2024-05-15 公示截止)" '登记为2024年5月15日。' 'or not in full'
page policies/other-day/index.html
out_lacks 文件载明 'the page does not say so either'
page en/policies/other-day/index.html
out_lacks 'The document states' 'nor the English one'
page data/policies.json
ok 'the data files tell the two apart' \
  grep -q '"effective":{"rule":"recorded"' "$tmp/out"

# ---- the lists by city, where what is below the province is no city ----

cat >$list/2021.yaml <<'EOF'
title: 首批
year: 2021
certified: 2021-07-01
entries:
  - {id: one, name: 甲核心区, region: 示例自治区示例市示例区}
  - {id: two, name: 乙核心区, region: 示例省示例民族自治州自治市}
  - {id: three, name: 丙核心区, region: 示例自治区示例盟盟中市}
  - {id: four, name: 丁核心区, region: 示例省示例地区地区县}
  - {id: five, name: 戊核心区, region: 示例区}
EOF
sed -i 's/maximum: 3/maximum: 5/' $list/registry.yaml
sed -i 's/不超过3个/不超过5个/' ended/content/policies/rules/policy.md
rm -rf ended/site
run build -C ended --as-of 2021-07-01
exits 0 'built with regions of every kind'
mkdir -p wanted/{示例市,示例民族自治州,示例盟,示例地区}
is "$(ls ended/site/registries/list/by/city)" "$(ls wanted)" \
  'each city, prefecture and league has a list; of a district it is not known where it lies'

finish
