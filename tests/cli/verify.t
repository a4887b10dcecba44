#!/bin/bash
# Verifying: what was published is what its source gives, to the byte; whatever was changed
# afterwards is named.
. "${0%/*}/lib.sh"
. "$root/tests/cli/repository.sh"

repository here
run publish -C here -m '首次公布' --as-of 2026-11-21
printf '\n本办法另行解释。\n' >>here/content/policies/fund-rules-2024/policy.md
run publish -C here -m '补充一条' --as-of 2026-11-23
run publish -C here --as-of 2026-11-27

git clone -q here there
run verify -C there --all
exits 0 'every publication, in a clone'
is "$(grep -c 'every byte' out)" 3 'there are three'
run verify -C there HEAD~1
out_has 'as of 2026-11-23' 'the one before a revision'
run verify -C there --page policies/fund-rules-2024/
exits 0 'one page'
run verify -C there --page /site/notices/index.html
exits 0 'one page, by its path in the repository'
run verify -C there --page policies/none/
exits 1 'a page that there is not'
err_has 'no such page' 'it is told'
err_lacks 'NOT' 'and is no forgery'
run verify -C there --page 'https://gongbao.example/policies/fund-rules-2024/?x#art-1'
exits 0 'one page, by its address'
run verify -C there --as-of 2027-06-01
exits 0 'an old publication is still what it was'
err_has 'out of date: something on it changed by itself on 2026-12-12' 'but it is told that it is old'
run verify -C there nobody
exits 2 'no such revision'
run verify -C there HEAD~5
exits 2 'before the first publication'

git clone -q --bare here bare.git
run verify -C bare.git --all
exits 0 'in a bare repository'
git clone -q --depth 1 "file://$tmp/here" shallow
run verify -C shallow
exits 2 'in a shallow clone'
err_has 'git fetch --unshallow' 'what to do is told'
git -C there worktree add -q ../linked HEAD
run verify -C linked
exits 0 'in a linked worktree'

# forge NAME WHAT…: a clone in which the last publication was made again after WHAT.
forge () {
  git clone -q here "$1"
  (cd "$1" && shift && "$@" && git add -A && git commit -q --amend -C HEAD) || exit 1
}
page () { sed -i 's/政策/正策/' site/policies/index.html; }
forge page page
run verify -C page
exits 1 'one page was changed'
err_has 'site/policies/index.html: ' 'it is named'
is "$(grep -c '^site/' err)" 2 'and no other'
run verify -C page --page policies/
exits 1 'the page itself'
run verify -C page --page notices/
exits 0 'another page'

extra () { mkdir site/policies/extra && cp site/index.html site/policies/extra/; }
forge extra extra
run verify -C extra
exits 1 'a page was added'
err_has 'site/policies/extra/index.html: was not published' 'it is named'
gone () { rm site/notices/index.html; }
forge gone gone
run verify -C gone
exits 1 'a page was taken away'
err_has 'site/notices/index.html: is missing' 'it is named'
manifest () { sed -i '0,/"size":[0-9]/s//&1/' site/publication.json; }
forge manifest manifest
run verify -C manifest
exits 1 'the manifest was changed'
err_has 'site/publication.json: ' 'it is named'

# Page and manifest changed together, and the commit that names the manifest.
git clone -q here both && cd both || exit 1
old=$(sha256sum <site/policies/index.html | cut -d' ' -f1)
page
sed -i "s/$old/$(sha256sum <site/policies/index.html | cut -d' ' -f1)/" site/publication.json
git log -1 --format=%B |
  sed "s/^Manifest: .*/Manifest: $(sha256sum <site/publication.json | cut -d' ' -f1)/" >../message
git commit -qa --amend -F ../message
cd ..
run verify -C both
exits 1 'a page, the manifest and the commit'
err_has 'site/policies/index.html: the source gives other bytes' 'the source still tells'

# A source changed, and everything after it made again.
git clone -q here source && cd source || exit 1
git checkout -q -b forged HEAD~2
sed -i 's/另行解释/另行說明/' content/policies/fund-rules-2024/policy.md
git commit -q --amend -a -C HEAD
new=$(git rev-parse HEAD)
git checkout -q main -- site
git log -1 --format=%B main~1 | sed "s/^Source: .*/Source: $new/" >../message
git commit -q -F ../message
cd ..
run verify -C source forged
exits 1 'one source was changed'
err_has 'content/policies/fund-rules-2024/policy.md: ' 'it is named'

# A commit changed: its message alone.
git clone -q here commit && cd commit || exit 1
git checkout -q -b forged HEAD~2
git commit -q --amend -m 'nothing to see'
git checkout -q main~1 -- site
git commit -q -C main~1
cd ..
run verify -C commit forged
exits 1 'one commit was changed'
err_has 'the commit before it has other content' 'it is told'

# A bit in an object.
git clone -q here bits && cd bits || exit 1
blob=$(git rev-parse HEAD:site/index.html)
for pack in .git/objects/pack/*.pack; do mv "$pack" ../taken.pack && git unpack-objects -q <../taken.pack; done
rm -f .git/objects/pack/*
object=.git/objects/${blob:0:2}/${blob:2}
chmod u+w "$object"
git cat-file blob "$blob" | sed 's/政策/正策/' >../forged-page
printf 'blob %d\0' "$(wc -c <../forged-page)" | cat - ../forged-page |
  perl -MCompress::Zlib -0777 -ne 'print compress $_' >"$object"
cd ..
run verify -C bits
ok 'an object whose bytes are not its name' test "$status" -ne 0
ok 'the file is named' grep -q 'index.html' err
finish
