#!/bin/bash
# The course of events, replayed with the proper dates: every publication verifies elsewhere, and the
# sites tell what happened.
. "${0%/*}/lib.sh"
. "$root/tests/cli/repository.sh"
export GONGBAO

for name in real example; do
  command="replay $name"
  "$root/tests/replay/$name.sh" "$tmp/$name" >out 2>err
  status=$?
  exits 0 "$name is replayed"
  git clone -q "$name" "$name-clone"
  run verify -C "$name-clone" --all
  exits 0 "$name: every publication verifies in a clone"
  is "$(grep -c 'every byte' out)" "$(git -C "$name" log --format=%s --grep='^Manifest: ' | wc -l)" \
    "$name: each of them"
  is "$(git -C "$name" status --porcelain)" '' "$name: nothing is left over"
done
ok 'the real content is at its end what content/ holds' diff -r "$root/content" real/content

has () { ok "$3" grep -qF -- "$2" "$1"; } # PAGE FRAGMENT NAME

# The real course.
is "$(git -C real log --format=%ad --date=short --reverse | head -n 1)" 2021-01-18 \
  'the record begins with the first document'
commit=$(git -C real log --format=%h --grep='^As-Of: 2023-01-06$')
ok 'the day after the notice closed has its own publication' test -n "$commit"
has real/site/notices/cn-sme-clusters-2022/index.html 'id="proof"' 'the notice has its proof'
is "$(git -C real show "$(git -C real log --format=%h --grep='^As-Of: 2021-06-22$')":site/policies/index.html |
  grep -c gd-sme-clusters-2023)" 0 'nothing is published before its day'

# The fictional authority.
site=example/site
notice=$site/notices/first-2023/index.html
has $notice '2023年5月19日' 'restarted on 11 May, seven working days end on 19 May'
has $notice 'id="proof"' 'the notice has its proof'
has $notice '更正第一批拟认定名单' 'which names the change while it ran'
has $notice "$(git -C example log --format=%h --abbrev=12 --grep='^As-Of: 2023-05-08$')" \
  'and the first publication that held it'
policy=$site/policies/cluster-rules-2023
is "$(grep -o '<del>[^<]*</del>' $policy/compare/2023-03-01..2024-10-01/index.html | grep -v 删去)" \
  '<del>30</del>' 'the amendment shows the one figure'
has $policy/compare/2023-03-01..2024-10-01/index.html '第四条之一' 'and the article inserted'
commit=$(git -C example log --format=%h --abbrev=12 --grep='^修改认定办法')
is "$(grep -o '<del>[^<]*</del>' $site/changes/$commit/index.html | grep -v 删去)" '<del>30</del>' \
  'the commit that added the text shows it against the one before'
is "$(grep -c 's-added.*示例市特色产业集群认定办法</a>' $site/changes/2024/index.html)" 0 \
  'a text added to a document is a change of it'
has $policy/index.html 'versions/2024-10-01.md' 'the page names the file of the text it shows'
commit=$(git -C example log --format=%h --abbrev=12 --grep='^标点录入有误')
has $site/changes/$commit/index.html '仅排版' 'it is listed apart'
is "$(grep -c '<del>\|<ins>' <(grep -v legend $site/changes/$commit/index.html))" 0 \
  'half-width punctuation is no amendment'
has $site/changes/index.html '编辑性修改' 'an editorial change is listed under its label'
has $site/policies/subsidy-rules-2023/index.html '已废止' 'repealed'
has $site/registries/featured-clusters/entries/coatings/index.html '撤销' 'revoked'
has $site/registries/featured-clusters/entries/locks/index.html '2029年5月24日' \
  'renewed for three years from the day after the old term'
has $site/hotline/index.html '临时咨询电话已停用' 'what was withdrawn leaves its reason'

# The same steps, the same commits.
"$root/tests/replay/example.sh" "$tmp/again" >out 2>err
is "$(git -C again rev-parse HEAD)" "$(git -C example rev-parse HEAD)" 'replayed again: the same commits'
finish
