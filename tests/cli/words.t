#!/bin/bash
# Keys against words: each difference between a key and what the text says of the same thing is
# reported with both places; what is of something else, or uncertain, is compared with nothing.
. "${0%/*}/lib.sh"

mkdir -p w/content/policies w/content/notices w/content/registries
cp -R "$root/content/calendar" w/content/
printf 'name: 示例公报\nbase_url: https://example.org\nauthority: a\n' >w/content/site.yaml
printf 'agencies:\n  - {id: a, name: 示例市工业局}\n' >w/content/agencies.yaml
: >wanted
# policy ID CODES KEYS TEXT: a policy, and the codes that check must give it (- for none).
policy () {
  mkdir -p "w/content/policies/$1"
  printf -- '---\ntitle: 示例市试点管理办法\naliases: [%s]\nissuer: a\nkind: other\n%s\n---\n\n%s\n' "$1" "$3" "$4" \
    >"w/content/policies/$1/policy.md"
  printf '%s %s\n' "policies/$1/policy.md" "$2" >>wanted
}
silent='validity: {none_stated: true}'
days='signed: 2024-01-02
issued: 2024-01-03
published: 2024-01-05'
article=$'第一条　为示例，制定本办法。\n\n第二条　'

# Effect: the clause that is named is an error, others a warning.
policy e1 'error:effect-differs' "effect: {date: 2024-02-02, clause: art-2}
$silent" "${article}本办法自2024年2月1日起施行。"
policy e2 'warning:effect-differs' "effect: {date: 2024-02-02}
$silent" "${article}本办法自2024年2月1日起施行。"
policy e3 'error:effect-differs' "$days
effect: {date: 2024-03-01, clause: art-2}
$silent" "${article}本办法自发布之日起三十日后施行。"
policy e4 'warning:effect-differs' "$days
effect: {days_after_publication: 15}
$silent" "${article}本办法自发布之日起30日后施行。"
policy e5 'warning:effect-differs' "$days
effect: {date: 2024-03-01}
$silent" "${article}本办法自印发之日起施行。"
policy e6 'warning:effect-differs' "effect: {date: 2024-02-01, clause: art-1}
$silent" "$(printf '第一条　甲。\n\n第二条　乙。')"
policy e7 - "$days
effect: {date: 2024-02-04, clause: art-2}
$silent" "${article}本办法自发布之日起三十日后施行。"
policy e8 - "$days
effect: {date: 2024-01-03, clause: art-2}
$silent" "${article}本办法自印发之日起施行。"
policy e9 - "effect: {date: 2024-02-01, clause: art-2}
$silent" "${article}本办法自二〇二四年二月一日起施行。"
policy e10 - "effect: {date: 2024-02-01}
$silent" "${article}《示例市另一办法》自2023年1月1日起施行，本办法第一条自2025年1月1日起施行。"
policy e11 - "effect: {date: 2024-02-01}
$silent" "${article}自省政府批准之日起施行。"
policy e12 'warning:effect-missing warning:none-stated-differs' "$silent" \
  "${article}本办法自2027年6月1日起施行，有效期五年。"

# Validity.
start='effect: {date: 2024-02-01}'
policy v1 'error:validity-differs' "$start
validity: {years: 3, clause: art-2}" "${article}本办法自2024年2月1日起施行，有效期五年。"
policy v2 'error:validity-differs' "$start
validity: {until: 2026-12-30, clause: art-2}" "${article}本办法自2024年2月1日起施行，有效期至2026年12月31日。"
policy v3 'warning:validity-differs' "$start
validity: {indefinite: true}" "${article}本办法自2024年2月1日起施行，试行两年。"
policy v4 'warning:validity-differs' "$start
validity: {years: 5}" "${article}本办法自2024年2月1日起施行，长期有效。"
policy v5 'warning:validity-missing' "$start" "${article}本办法有效期5年，自2024年2月1日起计算。"
policy v6 - "$start
validity: {years: 5, clause: art-2}" "${article}本办法有效期5年，自2024年2月1日起计算。"
policy v7 - "$start
validity: {until: 2029-01-31, clause: art-2}" "${article}本办法自2024年2月1日起施行，有效期五年。"
policy v8 - "$start
validity: {until: 2025-12-31, clause: art-2}" "${article}本办法自2024年2月1日起施行，有效期至2025年底。"
policy v9 - "$start
validity: {years: 5, clause: art-2}" "$(printf '第一条　许可证有效期三年。\n\n第二条　本办法自2024年2月1日起施行，有效期五年。')"
policy v10 - "$start
$silent" "${article}证书有效期三年，自颁发之日起计算。"

# Cover, sign block, repeals.
policy n1 warning:number-differs "number: 示工信〔2024〕4号
$silent" $'示工信〔2024〕3号\n\n第一条　甲。'
policy n2 warning:number-missing "$silent" $'示工信[2024]3号\n\n第一条　甲。'
policy n3 - "number: 示工信〔2024〕3号
$silent" $'示工信 ［2024］ 3号\n\n第一条　按照示工信〔2020〕1号执行。'
policy n4 - "number: 示例市人民政府令第12号
$silent" $'第12号\n\n第一条　甲。'
policy t1 warning:title-differs "$silent" $'# 示例市试点管理规定\n\n第一条　甲。'
policy t2 - "$silent" $'# 关于印发《示例市试点管理办法》的通知\n\n第一条　甲。'
policy t3 - "$silent" $'# 示例市工业局关于印发示例市试点管理办法的通知\n\n第一条　甲。'
policy s1 warning:signed-differs "signed: 2024-01-03
$silent" $'第一条　甲。\n\n示例市工业局\n\n2024年1月2日'
policy s2 'warning:issued-differs warning:published-differs' "$days
$silent" $'发布日期：2024-01-06\n\n发布日期：2024年1月6日\n\n第一条　甲。\n\n示例市工业局办公室　2024年1月4日印发'
policy s3 - "$days
$silent" $'第一条　甲。\n\n示例市工业局\n二〇二四年一月二日'
policy s4 warning:signed-missing "$silent" $'第一条　甲。\n\n示例市工业局\n\n2024年1月2日'
policy r1 warning:repeal-differs "$start
$silent" "${article}本办法自2024年2月1日起施行。《示例市旧办法》（示工信〔2020〕1号）同时废止。"
policy r2 - "$start
$silent
repeals: [{number: 示工信〔2020〕1号, title: 旧办法}]" "${article}本办法自2024年2月1日起施行。《示例市旧办法》（示工信[2020]1号）同时废止。"
policy r3 - "$start
$silent
replaces: [{title: 示例市旧办法}]" "${article}本办法自2024年2月1日起施行，原《示例市旧办法》同时废止。"
policy r4 - "$start
$silent" "${article}本办法自2024年2月1日起施行。此前有关规定同时废止。"
policy r5 - "$start
$silent" "${article}本办法自2024年2月1日起施行，《示例市旧办法》第三条同时废止。"

# Rules of a registry: the clause that a key names.
mkdir w/content/policies/rules
cat >w/content/policies/rules/policy.md <<'END'
---
title: 示例市名录管理办法
issuer: a
kind: other
effect: {date: 2024-02-01, clause: art-9}
validity: {none_stated: true}
---

第一条　拟认定名单公示，公示期不少于五个工作日。

第二条　示例园区认定有效期为三年。

第三条　期满前六个月申请复核，通过的延长三年。

第四条　园区于每年3月底前报送情况。

第五条　总数不超过二十个。

第六条　产值不低于50000万元，增长不低于百分之二十，投资一千万元以上。

第九条　本办法自2024年2月1日起施行。
END
# registry ID CODES KEYS
registry () {
  mkdir -p "w/content/registries/$1"
  printf 'title: 示例园区%s\nkind: park\nauthority: a\npolicy: rules\n%s\n' "$1" "$3" >"w/content/registries/$1/registry.yaml"
  printf '%s %s\n' "registries/$1/registry.yaml" "$2" >>wanted
}
registry same - "notice: {days: 5, clause: art-1}
term: {years: 3, clause: art-2}
review: {years: 3, months_before: 6, clause: art-3}
duties: [{id: d, title: 报送, every: yearly, due: \"03-31\", clause: art-4}]
caps: [{scope: total, maximum: 20, clause: art-5}]
criteria:
  - {id: a, title: 产值, comparison: at-least, value: 5, unit: 亿元, clause: art-6}
  - {id: b, title: 增长, comparison: at-least, value: 20, unit: \"%\", clause: art-6}
  - {id: c, title: 投资, comparison: at-least, value: 1000, unit: 万元, clause: art-6}"
registry other 'warning:cap-differs warning:criterion-differs warning:criterion-differs warning:criterion-differs warning:duty-differs warning:period-differs warning:review-differs warning:review-differs warning:term-differs' "notice: {days: 7, clause: art-1}
term: {years: 5, clause: art-2}
review: {years: 2, months_before: 3, clause: art-3}
duties: [{id: d, title: 报送, every: yearly, due: \"04-30\", clause: art-4}]
caps: [{scope: total, maximum: 12, clause: art-5}]
criteria:
  - {id: a, title: 产值, comparison: at-least, value: 5, unit: 万元, clause: art-6}
  - {id: b, title: 增长, comparison: at-least, value: 20, unit: 家, clause: art-6}
  - {id: c, title: 投资, comparison: at-least, value: 100, unit: 万元, clause: art-6}"
registry unit warning:period-differs "notice: {days: 5, unit: calendar, clause: art-1}
term: {years: 3, clause: art-2}"
registry lacking 'warning:duty-missing warning:period-missing warning:review-missing warning:term-missing' "notice: {clause: art-1}
term: {none_stated: true, clause: art-2}
review: {years: 3, clause: art-3}
duties: [{id: d, title: 报送, every: yearly, clause: art-4}]"

# Notices.
notice () { # ID CODES KEYS TEXT
  printf -- '---\ntitle: 示例公示\nissuer: a\nchannels: [{kind: 电话, value: 示例电话}]\n%s\n---\n\n%s\n' "$3" "$4" \
    >"w/content/notices/$1.md"
  printf '%s %s\n' "notices/$1.md" "$2" >>wanted
}
seven='opens: 2023-01-06
period: {days: 7, unit: calendar}'
notice p1 warning:period-differs "$seven" '公示期为2023年1月9日至1月20日。'
notice p2 warning:period-differs "$seven" '公示期为7个工作日。'
notice p3 warning:period-differs 'opens: 2023-01-09
closes: 2023-01-19' '公示时间：2023年1月9日—2023年1月20日。'
notice p4 warning:period-missing 'opens: 2023-01' '公示期为2023年1月9日至20日。'
notice p5 - "$seven" '公示期为2023年1月6日至12日。'
notice p6 - "$seven" '公示7天。公示期满后5个工作日内公布。'
notice p7 - 'opens: 2023-01-09
closes: 2023-01-20' '公示时间：2023年1月9日—2023年1月20日（10个工作日）。'
notice p8 - "$seven" '第一批公示期为5日，第二批公示期为10日。'

run check -C w --as-of 2026-11-21
exits 1 'keys that contradict the clause they name stop the build'
codes='effect|validity|number|title|signed|issued|published|repeal|period|term|review|duty|cap|criterion|tail|none-stated'
while read -r file wanted; do
  got=$(sed -nE "s#^content/$file:[0-9]+:[0-9]+: (error|warning): .*\[(($codes)-(differs|missing))\]\$#\1:\2#p" out | sort | paste -sd' ')
  is "${got:--}" "$wanted" "$file"
done <wanted
out_has "policies/e1/policy.md:6:9: error: 'effect' says 2024-02-02, but the text says '自2024年2月1日起施行' (content/policies/e1/policy.md:12)" 'with both places'
out_has "from 2023-01-06 to 2023-01-12, but its text says '公示期为2023年1月9日至1月20日' (content/notices/p1.md:9)" 'of a notice, too'
out_has "'years' says 5 years, but the clause that is named does not: art-2 '第二条示例园区认定有效期为三年。' (content/policies/rules/policy.md:11)" 'and of a rule'
finish
