#!/bin/bash
# The redline and the revisions of one thing in the terminal.
. "${0%/*}/lib.sh"
. "$root/tests/cli/repository.sh"

# at DAY: what is committed from now on is recorded then.
at () { export GIT_AUTHOR_DATE="$1T09:00:00+08:00" GIT_COMMITTER_DATE="$1T09:00:00+08:00"; }
commit () { git -C here add -A && git -C here commit -q "$@"; } # -m NOTE…
out_line () { ok "$2" grep -qxF -- "$1" "$tmp/out"; }           # LINE NAME
out_lines () { is "$(grep -cE -- "$1" "$tmp/out")" "$2" "$3"; } # PATTERN NUMBER NAME
day=--as-of=2026-11-21
measures=cluster-measures-2022
file=content/policies/$measures/policy.md

# ---- a plain folder: versions and lists need no git ----
example plain
run diff -C plain cluster-measures-2024 $day
exits 0 'the last two versions of a policy'
err_empty 'without a word about git'
out_line '修改3处，新增1处' 'the sum'
out_line '@@ 第五条（一） @@ 修改' 'an item is named'
out_line '    有效的集群总数不超过[-12-]{+15+}个；' 'one figure is one figure'
out_line '    每年新认定的集群不超过6个[-。-]{+；+}' 'one mark is one mark'
out_line '    {+三年内新列入重点培育集群库的产业，优先安排。+}' 'what is new'
out_lines '^@@' 4 'and nothing else'
run diff -C plain cluster-measures-2024 $day -l en
out_line 'Changed: 3; Inserted: 1' 'in English'
cp "$tmp/out" forth
run diff -C plain cluster-measures-2024 2027-06-01..2026-05-01 $day -l en
exits 0 'the other way round'
out_line 'Changed: 3; Deleted: 1' 'what was inserted is deleted'
out_line '    有效的集群总数不超过[-15-]{+12+}个；' 'and the figures change places'
run diff -C plain cluster-measures-2024 2025-01-01..2025-01-01 $day
out_line '两个文本的文字完全相同。' 'a version is the same as itself'
refuses 'a day without a version' diff -C plain cluster-measures-2024 2025-01-02..2026-05-01 $day
err_has 2025-01-02 'the day is named'
refuses 'an entry instead of its registry' log -C plain candidate-clusters/any
err_has "write 'candidate-clusters'" 'what to write'
refuses 'a registry instead of its entry' explain -C plain candidate-clusters
err_has 'name one of its entries' 'what to write there'

run diff -C plain candidate-clusters $day
exits 0 'the last two batches of a registry'
out_line '@@ 前一批继续有效3个' 'what became of the earlier ones'
run diff -C plain candidate-clusters 2022..2026 $day
out_line '@@ 新列入2个' 'what was added'
out_has '示例县玻璃器皿产业集群' 'and who'
out_has '示例镇竹制品产业集群 → 示例镇竹木家居产业集群' 'a new name beside the old one'
run diff -C plain featured-clusters 2026-01-01..2026-11-01 $day
exits 0 'two days'
out_line '--- 前一份名单  2026年1月1日' 'the earlier day'
refuses 'lists that do not exist' diff -C plain featured-clusters 1999..2000 $day
refuses 'two days of which one is to come' \
  diff -C plain featured-clusters 2026-11-01..2027-11-01 $day

refuses 'one text and no git' diff -C plain "$measures" $day
err_has git 'git is named'
refuses 'a revision without git' diff -C plain "$measures" r1
refuses 'a log without git' log -C plain "$measures"
refuses 'a thing that never was' diff -C plain no-such-thing
refuses 'two arguments too many' diff -C plain "$measures" r1 r2
refuses 'a colour that is none' diff -C plain --color=red "$measures"
refuses 'a language that is none' log -C plain --language fr "$measures"

# ---- revisions ----
repository here
refuses 'nothing is committed yet' diff -C here "$measures"
run log -C here "$measures"
exits 0 'a log of nothing'
out_line '还没有记入。' 'says so'
at 2026-11-19
commit -m '首次公布'
run diff -C here "$measures"
exits 0 'one revision: HEAD against the disk'
out_line '没有差别。' 'nothing was changed'
sed -i 's/有效期为三年/有效期为四年/' "here/$file"
run diff -C here "$measures"
out_line "$file  修改1处" 'the file, and how much'
out_line '    特色产业集群有效期为[-三-]{+四+}年。' 'just that figure'
run log -C here "$measures"
out_line '尚未提交' 'what is not committed is listed'
at 2026-11-20
commit -m '有效期改为四年

经研究决定。

Change: editorial'
run log -C here "$measures"
exits 0 'the log'
one=$(git -C here rev-parse --short=12 HEAD~1) two=$(git -C here rev-parse --short=12 HEAD)
is "$(cat "$tmp/out")" "r2  2026-11-20  $two  有效期改为四年  [编辑性修改]
    经研究决定。
    $file  修改1处
r1  2026-11-19  $one  首次公布
    $file  新增" 'newest first: number, day, commit, note, label, what changed'
run log -C here "content/policies/$measures/" -l en
out_line "    $file  Changed: 1" 'by its folder, in English'
run diff -C here "$measures"
is "$(cat "$tmp/out")" "--- 旧文本  r1 2026-11-19 $one 首次公布
+++ 新文本  r2 2026-11-20 $two 有效期改为四年

$file  修改1处
@@ 第五条 @@ 修改
    特色产业集群有效期为[-三-]{+四+}年。" 'two revisions: the last two'
cp "$tmp/out" last
for names in r1..r2 r1..HEAD HEAD~1..main "$one..$two" ..r2 r1.. r1; do
  run diff -C here "policies/$measures" "$names"
  exits 0 "diff $names"
done
run diff -C here "$measures" r1..r2
ok 'r1..r2 is what stands for itself' cmp last "$tmp/out"
run diff -C here "$measures" r2..r1
out_line '    特色产业集群有效期为[-四-]{+三+}年。' 'backwards'
refuses 'a revision that is not there yet' diff -C here "$measures" r1..r3
err_has '2 revisions' 'how many there are is said'
refuses 'no commit' diff -C here "$measures" nowhere..HEAD
run diff -C here cluster-measures-2024 2027-06-01..r1 $day
exits 0 'a version beside a revision'
out_has '[-15-]{+12+}' 'which holds the text of policy.md'

# Typography is listed, never as an amendment.
sed -i 's/，/,/' "here/$file"
run diff -C here "$measures" HEAD
out_line "$file  排版5处" 'half-width commas'
out_line '    虚假申报的{~，~>,~}撤销认定。' 'are shown as what they are'
out_lines '\[-|\{\+' 0 'and nothing is deleted or inserted'
git -C here checkout -q .

# An article goes in, and those behind it move.
perl -CSD -Mutf8 -i -pe '
  s/第([五六七])条\*\*/"第" . {qw(五 六 六 七 七 八)}->{$1} . "条**"/e;
  print "**第五条**　认定结果每年公布一次。\n\n" if /^\*\*第六条/' "here/$file"
run diff -C here "$measures" HEAD
out_line '@@ 第五条 @@ 新增' 'the new article'
out_line '@@ 第五条 → 第六条 @@ 条号变动' 'the next has moved'
out_line '@@ 第七条 → 第八条 @@ 条号变动' 'the last too'
out_lines '修改$' 0 'none of them was amended'
git -C here checkout -q .

# Notices and registries by their lines; what cannot be judged can be compared.
sed -i 's/^title:.*/&（更正）/' here/content/notices/featured-clusters-2026-2.md
run diff -C here featured-clusters-2026-2
out_has '拟认定名单的公示{+（更正）+}' 'a notice'
out_lines '^@@ .*未变动，略$' 1 'what is far from it is left out'
sed -i 's/^kind: .*/kind: nonsense/' here/content/registries/demo-zones/registry.yaml
run diff -C here demo-zones HEAD
exits 0 'a registry whose content has errors'
out_has '{+nonsense+}' 'its lines'
run diff -C here demo-zones 2024..2026 $day
exits 1 'lists need content without errors'
out_empty 'and show nothing then'
git -C here checkout -q .

# Attachments, and a thing that goes.
printf '\000\377' >here/content/policies/cluster-measures-2024/application-form.txt
run diff -C here cluster-measures-2024 HEAD
out_line 'content/policies/cluster-measures-2024/application-form.txt  未逐字比较，只知内容不同' \
  'bytes that are no text'
git -C here checkout -q .
git -C here mv content/pages/help.md content/pages/guide.md
at 2026-11-21
commit -m "$(printf '改名\033[31m\342\200\256')"
run log -C here help
exits 0 'a page that is gone'
out_line '    content/pages/help.md  撤下' 'when it went'
ok 'a note cannot steer the terminal' test -z "$(grep -P '\x1b|\x{202e}' "$tmp/out")"
run log -C here guide
out_line '    content/pages/guide.md  改名 content/pages/help.md' 'and what became of it'
run diff -C here help r1..r2
out_line 'content/pages/help.md  撤下' 'in a comparison too'

# ---- colour ----
run diff -C here "$measures" r1..r2 --color=always
ok 'struck through and underlined' grep -qF $'\033[31;9m三\033[0m\033[32;4m四\033[0m' "$tmp/out"
run diff -C here "$measures" r1..r2
ok 'none in a file' test -z "$(grep -F $'\033' "$tmp/out")"
# A terminal for all that the program asks; a machine need not have one.
clang -shared -o terminal.so -x c - <<<'int isatty (int fd) { return fd == 1; }'
terminal () { env LD_PRELOAD=./terminal.so "$@" "$GONGBAO" diff -C here $measures r1..r2; } # VARIABLE=VALUE…
is "$(terminal TERM=xterm | grep -cF $'\033[31;9m')" 1 'on a terminal'
is "$(terminal TERM=xterm NO_COLOR=1 | grep -cF $'\033[31;9m')" 0 'not with NO_COLOR'
is "$(terminal TERM=dumb | grep -cF $'\033[31;9m')" 0 'not where it would not be understood'

# ---- other repositories ----
git clone -q --bare here bare.git
run diff -C bare.git "$measures" r1..r2
exits 0 'a bare repository'
ok 'says the same' cmp last "$tmp/out"
run log -C bare.git "$measures"
exits 0 'and has the log'
refuses 'it has no files on the disk' diff -C bare.git "$measures" r1..
git clone -q --depth 1 "file://$tmp/here" shallow
run log -C shallow "$measures"
exits 0 'a shallow clone'
out_line '这份副本没有全部历史，更早的改动不在其中。' 'says what is missing'
finish
