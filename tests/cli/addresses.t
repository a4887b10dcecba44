#!/bin/bash
# A published address never vanishes: what moved leads on, what was withdrawn says why, a list that
# has become empty leads to the list above it, and anything else is refused.
. "${0%/*}/lib.sh"
. "$root/tests/cli/repository.sh"

# leads FROM TO NAME: by a redirect that needs no script and a link.
leads () {
  local page=here/site/$1/index.html up
  up=$(sed 's|[^/]*|..|g' <<<"$1")
  ok "$3" grep -qxF "<meta http-equiv=\"refresh\" content=\"0; url=$up/$2\">" "$page"
  ok "$3, by a link too" grep -qF "<a href=\"$up/$2\">" "$page"
}
has () { ok "$3" grep -qF -- "$2" "here/site/$1"; } # PAGE FRAGMENT NAME
# untouched NAME: neither branch nor site have moved since $tip.
untouched () {
  is "$(git -C here rev-parse HEAD)" "$tip" "$1: nothing was committed"
  ok "$1: the site is as published" git -C here diff --quiet HEAD -- site
}
# move OLD NEW: a policy gets another id, here and wherever it is named.
move () {
  git -C here mv "content/policies/$1" "content/policies/$2"
  grep -rl -- "$1" here/content | grep -v addresses.yaml | xargs sed -i "s/$1/$2/g"
}

repository here
run publish -C here -m '首次公布' --as-of 2026-11-21
exits 0 'published'

# ---- what goes is refused ----
tip=$(git -C here rev-parse HEAD)
git -C here rm -q content/pages/help.md
run publish -C here -m '撤下使用说明' --as-of 2026-11-21
exits 1 'a page that would vanish'
err_has '  help/index.html' 'it is named'
err_has 'content/addresses.yaml' 'what to do is told'
untouched 'a page that would vanish'
run build -C here --out "$tmp/built" --as-of 2026-11-21
exits 0 'it may be built'
err_has 'help/index.html was published and is gone' 'with a warning'
ok 'and is not there' test ! -e built/help

# ---- withdrawn ----
cat >here/content/addresses.yaml <<'END'
withdrawn:
  - {address: help/, date: 2026-11-20, reason: 使用说明已并入关于页面（示例）, successor: about/}
END
run publish -C here -m '撤下使用说明' --as-of 2026-11-21
exits 0 'withdrawn with a reason'
has help/index.html '使用说明已并入关于页面（示例）' 'the page says why'
has help/index.html '<time datetime="2026-11-20">2026年11月20日</time>' 'and since when'
has help/index.html '<a href="../about/">' 'and what takes its place'
has help/index.html 'name="robots" content="noindex"' 'search engines leave it'
is "$(git -C here status --porcelain)" '' 'nothing is left over'

# ---- moved ----
tip=$(git -C here rev-parse HEAD)
move cluster-measures-2024 cluster-rules
run publish -C here -m '改标识' --as-of 2026-11-21
exits 1 'another id without a word'
err_has '  en/policies/cluster-measures-2024/interpretation/index.html' 'what lies below is named too'
untouched 'another id without a word'
printf 'moved:\n  - {from: policies/cluster-measures-2024/, to: policies/cluster-rules/}\n' \
  >>here/content/addresses.yaml
run publish -C here -m '改标识' --as-of 2026-11-21
exits 0 'with the new address'
old=policies/cluster-measures-2024 new=policies/cluster-rules
leads $old $new/ 'it leads there'
has $old/index.html 'rel="canonical" href="https://gongbao.example.com/policies/cluster-rules/"' \
  'which is its canonical address'
leads $old/versions/2025-01-01 $new/versions/2025-01-01/ 'a version leads to the version'
leads $old/compare/2025-01-01..2026-05-01 $new/compare/2025-01-01..2026-05-01/ \
  'a comparison to the comparison'
leads $old/interpretation $new/interpretation/ 'the interpretation to the interpretation'
has en/$old/index.html '<meta http-equiv="refresh" content="0; url=../../policies/cluster-rules/">' \
  'the English page to the English page'
has en/help/index.html '使用说明已并入关于页面（示例）' 'and a page withdrawn is so in English'

# ---- lists that have become empty need no word ----
sed -i 's/topics: \[人才\]/topics: [产业集群]/' here/content/policies/talent-measures-2021/policy.md
run publish -C here -m '调整专题' --as-of 2026-11-23
exits 0 'the only policy of a topic has another topic'
leads policies/topic/人才 policies/topic/ 'the list leads to the list of topics'
leads $old $new/ 'what moved still leads on'
has help/index.html '使用说明已并入关于页面（示例）' 'what was withdrawn still says why'
run publish -C here --as-of 2026-11-23
out_has 'Nothing to publish' 'and nothing more is to be said'

# ---- moved again ----
move cluster-rules cluster-law
printf '  - {from: policies/cluster-rules/, to: policies/cluster-law/}\n' >>here/content/addresses.yaml
run publish -C here -m '再改标识' --as-of 2026-11-23
exits 0 'moved again'
leads $old policies/cluster-law/ 'the first address leads to the last'
leads $new policies/cluster-law/ 'the second too'
leads $old/versions/2025-01-01 policies/cluster-law/versions/2025-01-01/ 'versions as well'
is "$(git -C here log --format= --name-status --diff-filter=D -- site | grep -c '\.html$')" 0 \
  'no page was ever taken away'

# ---- an attachment goes ----
gone=policies/cluster-law/score-items.csv
git -C here rm -q content/$gone
sed -i '/file: score-items.csv/,+1d' here/content/policies/cluster-law/policy.md
run publish -C here -m '撤下评审指标' --as-of 2026-11-23
exits 1 'an attachment that would vanish'
err_has "  $gone" 'it is named'
sed -i "/^moved:/i\\
  - {address: $gone, date: 2026-11-23, reason: 评审指标已改为网上公布（示例）}" here/content/addresses.yaml
run publish -C here -m '撤下评审指标' --as-of 2026-11-23
exits 0 'withdrawn by its own address'
ok 'it is gone' test ! -e here/site/$gone
ok 'and the other is there' test -s here/site/policies/cluster-law/application-form.txt
run publish -C here --as-of 2026-11-23
out_has 'Nothing to publish' 'and nothing more is to be said of it'

git clone -q here there
run verify -C there --all
exits 0 'every publication verifies in a clone'
is "$(grep -c 'every byte' out)" 6 'all six'

# ---- what is declared wrongly ----
# wrong LINES PLACE-AND-CODE NAME
wrong () {
  printf '%s\n' "$1" >here/content/addresses.yaml
  run check -C here --as-of 2026-11-23
  exits 1 "$3"
  out_has "$2" "$3: it is told"
}
wrong 'moved: [{from: help/, to: nowhere/}]' \
  "1:27: error: there is nothing at 'nowhere/'" 'moved to what is not there'
wrong 'moved: [{from: about/, to: policies/cluster-law/}]' \
  "1:16: error: there is something at 'about/'" 'moved although it is there'
wrong 'moved: [{from: help/, to: help/}]' "1:27: error: 'help/' leads back to itself" \
  'moved to itself'
wrong 'moved: [{from: help/, to: about/}]
withdrawn: [{address: help/, date: 2026-11-20, reason: 并入}]' \
  "2:23: error: 'help/' is listed twice" 'both moved and withdrawn'
wrong 'withdrawn: [{address: policies/cluster-law/application-form.txt, date: 2026-11-20, reason: 并入}]' \
  "1:23: error: there is something at 'policies/cluster-law/application-form.txt'" \
  'an attachment withdrawn although it is listed'
wrong 'withdrawn: [{address: help/, date: 2026-11-20}]' "the key 'reason' is missing" \
  'withdrawn without a reason'
wrong 'withdrawn: [{address: help/, reason: 并入}]' "the key 'date' is missing" \
  'withdrawn without a day'
finish
