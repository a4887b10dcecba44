#!/bin/bash
# Publishing: what is committed becomes a commit of the site; refused where it cannot; nothing else
# is touched.
. "${0%/*}/lib.sh"
. "$root/tests/cli/repository.sh"
day=2026-11-21

example plain
run publish -C plain -m x --as-of $day
exits 2 'a folder without git'
err_has 'git init' 'what to do is told'

repository here
run publish -C here --as-of $day
exits 2 'content that is not committed'
err_has 'content/agencies.yaml' 'it is named'
is "$(git -C here rev-parse --verify -q HEAD)" '' 'nothing was committed'

run publish -C here -m '首次公布' --as-of $day
exits 0 'committed and published with -m'
is "$(git -C here rev-list --count HEAD)" 2 'two commits: the content, the site'
is "$(git -C here log -1 --skip=1 --format=%s)" '首次公布' 'the content under the note'
is "$(git -C here log -1 --format=%s)" '公布：首次公布' 'the site under the same'
is "$(git -C here status --porcelain)" '' 'nothing is left over'
ok 'git finds nothing wrong' git -C here fsck --strict
is "$(trailer here Source)" "$(git -C here rev-parse HEAD^)" 'the source is named'
is "$(trailer here As-Of)" $day 'the day is named'
is "$(trailer here Manifest)" "$(sha256sum <here/site/publication.json | cut -d' ' -f1)" \
  'the manifest is named by its fingerprint'
is "$(git -C here ls-files -z | grep -zvc '^site/\|^content/')" 0 'nothing but content and site'

run build -C here --out "$tmp/built" --as-of $day
same_tree here/site built 'build gives the bytes that were published'
tip=$(git -C here rev-parse HEAD)
run publish -C here --as-of $day
exits 0 'published again'
out_has 'Nothing to publish' 'there is nothing to say'
is "$(git -C here rev-parse HEAD)" "$tip" 'nothing was committed'

echo 'x' >here/README && git -C here add README && git -C here commit -qm 'elsewhere'
run publish -C here --as-of $day
out_has 'Nothing to publish' 'a commit that changes no content is nothing to publish'

echo 'y' >here/README && echo 'z' >here/staged && git -C here add staged
echo '<p>' >>here/site/index.html
run publish -C here --as-of 2026-11-23
exits 0 'the day turns two statuses'
is "$(trailer here Statuses-Changed)" 2 'they are counted'
is "$(trailer here Texts-Changed)" 0 'no text changed'
is "$(git -C here status --porcelain)" " M README
A  staged" 'what its user was doing is untouched, and the site is as published'
is "$(git -C here show HEAD --name-only --format= -z | grep -zvc '^site/')" 0 'only the site was committed'
git -C here reset -q --hard

policy=content/policies/fund-rules-2024/policy.md
printf '\n本办法另行解释。\n' >>here/$policy
run publish -C here -m '补充一条' --editorial --as-of 2026-11-23
exits 0 'one text changed'
is "$(trailer here Texts-Changed)" 1 'it is counted'
is "$(git -C here log -1 --skip=1 --format='%(trailers:key=Change,valueonly)' | head -n 1)" editorial \
  'and labelled'

# A change of the theme alone.
cp -R "$root/templates" here/
sed -i 's/<footer/<footer id="fuss"/' here/templates/layout.mustache
run publish -C here -m '换模板' --as-of 2026-11-23
exits 0 'another theme'
is "$(trailer here Texts-Changed)" 0 'no text changed'
is "$(trailer here Statuses-Changed)" 0 'no status changed'
ok 'pages were' test "$(trailer here Pages-Rerendered)" -gt 100

# Errors of the content.
sed -i '2i colour: red' here/$policy
tip=$(git -C here rev-parse HEAD)
run publish -C here -m x --as-of 2026-11-23
exits 1 'content with an error'
err_has "$policy:2:1" 'the place is told'
is "$(git -C here rev-parse HEAD)" "$tip" 'nothing was committed'
git -C here checkout -q -- content

# What somebody put into the site by hand.
echo x >here/site/strange.html
git -C here add -A && git -C here commit -qm 'by hand'
run publish -C here --as-of 2026-11-24
exits 2 'a file that no publication put there'
err_has 'site/strange.html' 'it is named'
git -C here rm -q site/strange.html && git -C here commit -qm 'away'
sed -i 's/政策/正策/' here/site/index.html && git -C here commit -qam 'forged'
run publish -C here --as-of 2026-11-23
git -C here diff --quiet HEAD~2 -- site
is $? 0 'a page changed by hand is put right'
run publish -C here --as-of 2026-10-01
exits 0 'an earlier day'
err_has 'as of 2026-11-23' 'is said to go back'
run publish -C here --as-of 2026-11-24
err_lacks 'goes back' 'a later one is not'

# A branch of its own.
repository own
sed -i '$a publish:\n  branch: pages' own/content/site.yaml
run publish -C own -m '公布' --as-of $day
exits 0 'on a branch of its own'
is "$(git -C own rev-parse pages:publication.json)" \
  "$(git -C own hash-object <(git -C own show pages:publication.json))" 'the site is its root'
ok 'and not in the work tree' test ! -e own/site
is "$(git -C own rev-list --count HEAD)" 1 'the content has its own branch'
is "$(git -C own status --porcelain)" '' 'nothing is left over'
run publish -C own --as-of 2026-11-23
is "$(git -C own rev-list --count pages)" 2 'the next publication follows the last'
run verify -C own pages --all
exits 0 'both are what their sources give'
git -C own worktree add -q ../checked-out pages
run publish -C own --as-of 2026-11-27
exits 2 'a branch that is checked out somewhere'
err_has 'checked out' 'why is told'

# Sending and signing.
git init -q --bare far.git && git -C here remote add far ../far.git
git -C here remote set-url far "$tmp/far.git"
run publish -C here --as-of 2026-11-27 --push far
exits 0 'published and sent'
is "$(git -C far.git rev-parse main)" "$(git -C here rev-parse main)" 'it is there'
run publish -C here --as-of 2026-12-12 --push nowhere
exits 3 'a remote that is not there'
err_has 'gongbao publish --push nowhere' 'what to do is told'
run publish -C here --as-of 2026-12-12 --push far
exits 0 'with nothing to publish, what was not sent is'
is "$(git -C far.git rev-parse main)" "$(git -C here rev-parse main)" 'it is there'

# same FOLDER BRANCH…: far2.git has what FOLDER has.
same () {
  local folder=$1
  shift
  for branch in "$@"; do
    [ "$(git -C far2.git rev-parse "$branch")" = "$(git -C "$folder" rev-parse "$branch")" ] ||
      return 1
  done
}
# advised FOLDER: does there what the message said.
advised () {
  (cd "$1" && PATH=$BUILD:$PATH bash -eu -c "$(sed 's/publish/publish --as-of 2026-11-23/' ../todo)") >&2
}
for kind in shared own; do
  branches=main
  rm -rf first second far2.git && git init -q --bare -b main far2.git
  repository first
  if [ $kind = own ]; then
    printf 'publish:\n  branch: pages\n' >>first/content/site.yaml
    branches='main pages'
  fi
  git -C first remote add origin "$tmp/far2.git"
  run publish -C first -m '公布' --as-of $day --push origin
  exits 0 "$kind: published and sent"
  ok "$kind: content and site are there" same first $branches
  git clone -q far2.git second
  [ $kind = shared ] || git -C second branch -q pages origin/pages
  printf '\n本办法另行解释。\n' >>first/content/policies/fund-rules-2024/policy.md
  run publish -C first -m '甲' --as-of 2026-11-23 --push origin
  exits 0 "$kind: the first officer publishes"
  sed -i '$a # 注' second/content/site.yaml
  before=$(git -C far2.git for-each-ref)
  run publish -C second -m '乙' --as-of 2026-11-23 --push origin
  exits 3 "$kind: the second one was late"
  err_has 'nothing was sent' "$kind: that is said"
  grep '^  g' err >todo
  is "$(git -C far2.git for-each-ref)" "$before" "$kind: nothing arrived, not even one of two"
  is "$(git -C second status --porcelain)" '' "$kind: what is here is whole"
  run verify -C second $([ $kind = shared ] || echo pages)
  exits 0 "$kind: and what its source gives"
  advised second 2>advised.err
  is $? 0 "$kind: what it is told to do goes through"
  ok "$kind: then both are there" same second $branches
  is "$(git -C far2.git show main:content/site.yaml | tail -n 1)" '# 注' "$kind: the late one"
  is "$(git -C far2.git show main:content/policies/fund-rules-2024/policy.md | tail -n 1)" \
    '本办法另行解释。' "$kind: and the first one"
  run verify -C second --all $([ $kind = shared ] || echo pages)
  exits 0 "$kind: every publication is what its source gives"
done
run publish -C here --as-of 2026-12-20 --sign
exits 2 'signing without a key'
ssh-keygen -q -t ed25519 -N '' -f key
git -C here config gpg.format ssh && git -C here config user.signingkey "$tmp/key"
echo "officer@example.com $(cat key.pub)" >allowed
git -C here config gpg.ssh.allowedSignersFile "$tmp/allowed"
run publish -C here --as-of 2027-01-01 --sign
exits 0 'signed'
ok 'git verifies it' git -C here verify-commit HEAD
run verify -C here
exits 0 'and it is what its source gives'
finish
