#!/bin/bash
# No failed read is an empty text: what git cannot give stops a publication and a build, by its name,
# and nothing is changed.
. "${0%/*}/lib.sh"
. "$root/tests/cli/repository.sh"
day=2023-10-10

# Three publications; two texts of the rules and two of the notice, which is closed by the third and
# has its proof; then something new; all objects loose.
at () { export GIT_AUTHOR_DATE="$1T09:00:00+08:00" GIT_COMMITTER_DATE="$1T09:00:00+08:00"; }
policy=content/policies/rules/policy.md
notice=content/notices/first.md
small start && git init -q start
mkdir start/content/pages && printf -- '---\ntitle: 关于\n---\n\n示例。\n' >start/content/pages/about.md
at 2023-09-22
run publish -C start -m '首次公布' --as-of 2023-09-22
printf '\n第四条　本办法另行解释。\n' >>start/$policy
sed -i 's/^title:.*/&（更正）/' start/$notice
at 2023-09-25
run publish -C start -m '补充' --as-of 2023-09-25
at 2023-10-09
run publish -C start --as-of 2023-10-09
exits 0 'published three times'
echo '另见别处。' >>start/content/pages/about.md
git -C start commit -qam '另见'
for pack in start/.git/objects/pack/*.pack; do
  [ ! -f "$pack" ] || { mv "$pack" taken.pack && git -C start unpack-objects -q <taken.pack; }
done
rm -rf start/.git/objects/pack/*
ok 'git finds nothing wrong before' git -C start fsck --strict
git -C start config uploadpack.allowFilter true

loose () { echo "$1/.git/objects/${2:0:2}/${2:2}"; } # FOLDER OBJECT
gone () { rm -f "$(loose "$1" "$2")"; }
short () { chmod u+w "$(loose "$1" "$2")" && truncate -s 20 "$(loose "$1" "$2")"; }
zeroed () {
  chmod u+w "$(loose "$1" "$2")"
  head -c "$(stat -c %s "$(loose "$1" "$2")")" /dev/zero >zeros && cat zeros >"$(loose "$1" "$2")"
}
# In its place another object, sound in itself, of the kind KIND.
swapped () { # FOLDER OBJECT KIND
  chmod u+w "$(loose "$1" "$2")"
  printf '%s 6\0nobody' "$3" | perl -MCompress::Zlib -0777 -ne 'print compress $_' >"$(loose "$1" "$2")"
}

# refused WHAT OBJECT: neither published nor built from victim, and why is told.
refused () {
  local head
  head=$(git -C victim rev-parse HEAD)
  rm -rf kept && cp -R victim/site kept
  run publish -C victim --as-of $day
  exits 3 "$1: not published"
  err_has "$2" "$1: what is missing is named"
  out_empty "$1: and nothing is announced"
  is "$(git -C victim rev-parse HEAD)" "$head" "$1: the branch stays"
  run build -C victim --as-of $day
  exits 3 "$1: not built"
  err_has "$2" "$1: it is named again"
  same_tree kept victim/site "$1: the site stays as it was"
}
take () { rm -rf victim && cp -R start victim; }

# What is read of the past: an earlier text, the notice as it was published, the calendar and the
# manifest of the last publication.
old=$(git -C start rev-parse "HEAD~5:$policy")
for how in gone short zeroed; do
  take && $how victim "$old"
  refused "an earlier text, $how" "$old"
done
take && swapped victim "$old" blob
refused 'an earlier text, another in its place' "$old"
for path in site/calendar/calendar.ics site/publication.json; do
  object=$(git -C start rev-parse "HEAD~1:$path")
  take && gone victim "$object"
  refused "the last $path" "$object"
done
object=$(git -C start rev-parse "HEAD~5:$notice")
take && gone victim "$object"
refused 'a notice as it was published' "$object"

# Folders: of the site and the content of a publication, and of an old commit.
for path in HEAD~1:site HEAD~4:site/notices HEAD~5:content/notices HEAD~5:content/policies/rules; do
  object=$(git -C start rev-parse "$path")
  for how in gone zeroed; do
    take && rm -rf victim/.git/gongbao && $how victim "$object"
    refused "the folder $path, $how" "$object"
  done
done
object=$(git -C start rev-parse HEAD~5:content/notices)
take && rm -rf victim/.git/gongbao && swapped victim "$object" tree
refused 'a folder whose bytes are none' "$object"

# Commits: HEAD itself, one between, the first.
for commit in HEAD HEAD~1 HEAD~3 HEAD~5; do
  object=$(git -C start rev-parse $commit)
  take && rm -rf victim/.git/gongbao && gone victim "$object"
  rm -rf kept && cp -R victim/site kept
  for what in publish build; do
    run $what -C victim --as-of $day
    exits 3 "$what without the commit $commit"
    err_has "$object" 'it is named'
  done
  same_tree kept victim/site 'the site stays as it was'
done

# What is to be published now is no fault of its author.
object=$(git -C start rev-parse HEAD:$policy)
take && gone victim "$object"
run publish -C victim --as-of $day
exits 3 'the text of now: not published'
err_has "$object" 'it is named'

# In a pack.
take
git -C victim gc -q
run publish -C victim --as-of $day
exits 0 'packed it is published as ever'
is "$(git -C victim diff --name-only HEAD~1 -- site | wc -l)" \
  "$(trailer victim Pages-Rerendered | awk '{ print $1 + 1 }')" 'and says how much of it is new'
take && git -C victim gc -q
git -C victim rev-list --objects --all | cut -d' ' -f1 | grep -v "$old" >objects
(cd victim/.git/objects/pack && rm -f ./*.bitmap ./*.rev &&
  git -C ../../.. pack-objects -q .git/objects/pack/less <"$tmp/objects" >"$tmp/out" && rm -f pack-*)
refused 'an earlier text that no pack has' "$old"

# Partial clones, without anybody having looked at what they lack.
for filter in blob:none tree:0 tree:1; do
  rm -rf victim && git clone -q --filter=$filter "file://$tmp/start" victim 2>clone.err
  git -C victim config remote.origin.url "file://$tmp/nowhere"
  lacks=$(git -C victim rev-list --objects --all --missing=print 2>rev-list.err | grep -c '^?')
  ok "$filter: it lacks something" test "$lacks" -gt 0
  rm -rf kept && cp -R victim/site kept
  for what in publish build; do
    run $what -C victim --as-of $day
    exits 3 "$filter: $what"
    err_has 'git fetch --refetch --no-filter' 'what to do is told'
  done
  same_tree kept victim/site "$filter: the site stays as it was"
done
git -C victim config remote.origin.url "file://$tmp/start"
git -C victim fetch -q --refetch --no-filter 2>fetch.err
run publish -C victim --as-of $day
exits 0 'done as told, it is published'

# A repository that is there, but damaged, is not none.
for file in HEAD refs objects; do
  take && rm -rf "victim/.git/$file"
  rm -rf kept && cp -R victim/site kept
  run build -C victim --as-of $day
  exits 3 "a repository without $file"
  same_tree kept victim/site 'the site stays as it was'
done
take && : >victim/.git/HEAD
run build -C victim --as-of $day
exits 3 'a repository whose HEAD is empty'
git -C start worktree add -q ../linked HEAD && mv start moved
run build -C linked --as-of $day
exits 3 'a work tree whose repository has gone'
mv moved start

# In a terminal.
take && gone victim "$old"
for what in 'diff rules r1..r2' 'log rules'; do
  run ${what%% *} -C victim ${what#* }
  exits 3 "$what"
  err_has "$old" 'names it as well'
done
take && gone victim "$(git -C start rev-parse HEAD)"
run log -C victim rules
exits 3 'log without HEAD'
run diff -C victim list HEAD..
exits 3 'diff without HEAD'
take && object=$(git -C start rev-parse HEAD~5) && git -C victim branch old "$object" && rm -rf victim/.git/gongbao
run diff -C victim list old..
exits 0 'diff with a branch'
gone victim "$object"
run diff -C victim list old..
exits 3 'diff with a branch whose commit is missing'
err_has "$object" 'names it'

# What is known stays known: an attachment of old that is no text is one whose bytes differ.
take
printf '\377\376\0' >victim/content/policies/rules/form.pdf
sed -i '/^issuer:/a attachments: [{file: form.pdf, title: 表}]' victim/$policy
run publish -C victim -m '附件' --as-of $day
exits 0 'an attachment'
printf '\377\376\1' >victim/content/policies/rules/form.pdf
run publish -C victim -m '附件更换' --as-of $day
exits 0 'is replaced'
ok 'bytes that are no text are told apart' grep -q '不是文字或者篇幅太大，未逐字对照' \
  "victim/site/changes/$(git -C victim rev-parse HEAD~1 | cut -c-12)/index.html"
finish
