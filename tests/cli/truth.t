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
finish
