#!/bin/bash
# The record on pages: where texts come from, revisions, changes, feeds, the proof of a notice.
. "${0%/*}/lib.sh"
. "$root/tests/cli/repository.sh"

# at DAY: what is recorded from now on is recorded then.
at () { export GIT_AUTHOR_DATE="$1T09:00:00+08:00" GIT_COMMITTER_DATE="$1T09:00:00+08:00"; }
has () { ok "$3" grep -qF -- "$2" "here/site/$1"; }   # PAGE FRAGMENT NAME
lacks () { ok "$3" test -z "$(grep -F -- "$2" "here/site/$1")"; }

repository here
at 2026-11-19
run publish -C here -m '首次公布' --as-of 2026-11-19
exits 0 'published'
first=$(git -C here rev-parse HEAD)
policy=policies/cluster-measures-2022
has $policy/index.html "content/$policy/policy.md" 'a page names its source'
has $policy/index.html '2026年11月19日' 'and the day that last changed it'
ok 'one revision has no pages of its own' test ! -e here/site/$policy/revisions
has changes/index.html '首次公布' 'the change is listed'
is "$(grep -c '<entry>' here/site/changes/feed.xml)" "$(grep -c '</entry>' here/site/changes/feed.xml)" \
  'the feed has its entry'
has changes/feed.xml '<updated>2026-11-19T09:00:00+08:00</updated>' 'dated as it was recorded'

id=$(grep -o '<id>[^<]*#policies[^<]*</id>' here/site/$policy/feed.xml)
ok 'and an id of its own' test -n "$id"

at 2026-11-20
sed -i 's/有效期为三年/有效期为四年/' here/content/$policy/policy.md
run publish -C here -m '有效期改为四年' --editorial --as-of 2026-11-20
exits 0 'a figure was changed'
is "$(grep -o '<del>[^<]*</del>' here/site/$policy/revisions/2/index.html | grep -v 删去)" \
  '<del>三</del>' 'just that figure was deleted'
is "$(grep -o '<ins>[^<]*</ins>' here/site/$policy/revisions/2/index.html | grep -v 新增)" \
  '<ins>四</ins>' 'just that figure was inserted'
has $policy/revisions/2/index.html '编辑性修改' 'the label is there, on a visible change'
has $policy/revisions/1/index.html '有效期为三年' 'the earlier text is kept'
has $policy/revisions/1/index.html '不是现在的文本' 'and says what it is'
has $policy/revisions/1/index.html 'name="robots" content="noindex"' 'search engines leave it'
has $policy/index.html '修订记录（2次）' 'the page leads to its revisions'
has $policy/index.html '>订阅' 'and to its feed'
has changes/index.html "$policy/revisions/2/" 'the change leads to its redline'
has $policy/feed.xml "$id" 'an entry of a feed keeps its id'
has $policy/feed.xml '/revisions/1/"/>' 'though it leads to another page now'

# Typography alone is no amendment.
at 2026-11-21
sed -i 's/，/,/' here/content/$policy/policy.md
run publish -C here -m '标点' --as-of 2026-11-21
is "$(grep -c '<del>\|<ins>' <(grep -v legend here/site/$policy/revisions/3/index.html))" 0 \
  'a half-width comma is no change of words'
has $policy/revisions/3/index.html '仅排版' 'it is listed apart'

# A list changes while its notice runs.
at 2026-11-23
notice=notices/featured-clusters-2026-2
sed -i 's/^title:.*/&（更正）/' here/content/$notice.md
run publish -C here -m '更正公示标题' --as-of 2026-11-23
run check -C here --as-of 2026-11-23
out_has "content/$notice.md:1:1: warning: the notice was changed on 2026-11-23, while its period ran" \
  'a change that nothing in the notice speaks of is told'
lacks $notice/index.html 'id="proof"' 'a running notice has no proof yet'
at 2026-11-26
echo '' >>here/content/pages/about.md
run publish -C here -m '最后一日' --as-of 2026-11-26
last=$(git -C here rev-parse HEAD)
at 2026-11-27
run publish -C here --as-of 2026-11-27
has $notice/index.html 'id="proof"' 'a closed one has'
has $notice/index.html "${first:0:12}" 'the first publication that held it'
has $notice/index.html "${last:0:12}" 'the last one of its period'
for text in "$first" "$last"; do
  has $notice/index.html "$(git -C here show "$text:content/$notice.md" | sha256sum | cut -d' ' -f1)" \
    'the fingerprint of each text of its period'
done
has $notice/index.html "$(sha256sum <here/content/$notice.md | cut -d' ' -f1)" 'and the one now'
has $notice/index.html '更正公示标题' 'what was changed in between'
run publish -C here --as-of 2026-11-27
out_has 'Nothing to publish' 'and nothing more is said of it'

# What goes is told by its old name.
at 2026-11-28
git -C here rm -q content/pages/help.md
run build -C here --out "$tmp/preview" --as-of 2026-11-28
exits 0 'a preview'
ok 'a preview says what is not committed' test -s preview/changes/index.html
sed -i 's/有效期为四年/有效期为五年/' here/content/$policy/policy.md
run build -C here --out "$tmp/preview" --as-of 2026-11-28
ok 'and where' grep -q '尚未提交' preview/$policy/index.html
git -C here checkout -q -- . && git -C here reset -q --hard

# A year with very many changes comes in parts.
git clone -q here many
for i in $(seq 100); do
  echo "$i" >>many/content/pages/about.md
  git -C many commit -qam "第 $i 次补充"
done
run build -C many --out "$tmp/parts" --as-of 2026-11-28
exits 0 'a hundred changes more'
is "$(grep -c '<h2><time' parts/changes/2026/index.html)" 100 'the newest hundred of the year'
ok 'the first of all is on the second part' grep -q '首次公布' parts/changes/2026/page/2/index.html
is "$(grep -c '<h2><time' parts/changes/index.html)" 100 'and the newest hundred of all'

# A list and a notice: entry by entry, fact by fact, and line by line below.
git clone -q here facts
list=facts/content/registries/featured-clusters/2024.yaml
sed -i 's/示例县陶瓷刀具产业集群/示例县陶瓷刀剪产业集群/; s/^announced: 2/announced: 3/; /date: 2024-07-11/d; /result: passed/d' $list
sed -i 's/^  kind: partly/  kind: certified/; /^corrections:/,/editorial/d; s/^outcome:/corrections: []\n&/' \
  facts/content/notices/featured-clusters-2025.md
sed -i 's/^kind: normative/kind: opinion/' facts/content/policies/fund-rules-2024/policy.md
cat >>$list <<'YAML'
  - id: new-one
    name: 示例新区新材料产业集群
    region: 示例省示例市示例新区
    industry: equipment
YAML
git -C facts commit -qam '名单更正'
run build -C facts --out "$tmp/told" --as-of 2026-11-28
page=$(ls -d told/registries/featured-clusters/revisions/[0-9]* | sort -V | tail -n 1)/index.html
in_page () { ok "$2" grep -qF -- "$1" "$page"; } # FRAGMENT NAME
in_page '<th scope="row">公布数量</th><td>2</td><td>3</td>' 'a fact of the list: from, to'
in_page '<b class="st s-changed">修改</b> 示例县陶瓷刀剪产业集群</th>' 'an entry that was changed'
in_page '<th scope="row">名称</th><td>示例县陶瓷刀具产业集群</td><td>示例县陶瓷刀剪产业集群</td>' \
  'and what of it'
in_page '<th scope="row">经过</th><td>日期：2024-07-11' 'an event that went'
in_page '<b class="st s-added">新增</b> 示例新区新材料产业集群</th>' 'an entry that came'
in_page '<summary>文件内容（逐行对照）</summary>' 'the lines are below'
in_page '种类：评估复核、结论：通过、得分：81' 'what is one of a choice in its words'
page=told/en/${page#told/}
in_page '<th scope="row">Number announced</th><td>2</td><td>3</td>' 'in English as well'
page=told/notices/featured-clusters-2026-2/revisions/2/index.html
in_page '<th scope="row">标题</th>' 'a notice: the fact that was changed'
page=told/notices/featured-clusters-2025/revisions/2/index.html
in_page '<th scope="row">结果 · 种类</th><td>部分认定</td><td>认定</td>' 'an outcome in its words'
in_page '<th scope="row">更正</th><td>日期：2025-05-21、' 'a list that was emptied: item by item'
page=told/policies/fund-rules-2024/revisions/2/index.html
in_page '<td>规范性文件</td><td>意见</td>' 'a kind of policy'

# Every page's record is the same however it is made.
git clone -q here there
run build -C there --out "$tmp/again" --as-of 2026-11-27 --jobs 1
same_tree here/site again 'a clone builds the same bytes'
run verify -C there --all
exits 0 'and every publication verifies there'
finish
