#!/bin/bash
# Verifying: what was published is what its source gives, to the byte; whatever was changed
# afterwards is named.
. "${0%/*}/lib.sh"
. "$root/tests/cli/repository.sh"

thrice here

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

run verify -C there --page publication.json
exits 0 'the list of all files'
out_has 'every byte' 'which stands for all of them'

git clone -q --bare here bare.git
run verify -C bare.git --all
exits 0 'in a bare repository'
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
err_has 'other files of it are not as published, or cannot be read (1)' 'though it is told that one is wrong'

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
page_forged site/ && made_again site/
cd ..
run verify -C both
exits 1 'a page, the manifest and the commit'
err_has 'site/policies/index.html: the source gives other bytes' 'the source still tells'
run verify -C both --page policies/
exits 1 'and of the page alone'

# denied NAME FRAGMENT WHAT: not genuine, neither as a whole nor by the forged page nor by another.
denied () {
  local page
  for page in '' policies/ notices/; do
    run verify -C "$1" ${page:+--page $page}
    exits 1 "$3${page:+, asked about $page}"
    err_has "$2" 'why is told'
    err_has 'NOT what its source gives' 'and that it is not genuine'
    out_lacks 'just what was published' 'nothing else is said'
  done
}
# Then a source that nobody has: nothing can be made again, which proves nothing.
unknown=1111111111111111111111111111111111111111
git clone -q here nobody && cd nobody || exit 1
page_forged site/ && made_again site/ "s/^Source: .*/Source: $unknown/"
cd ..
denied nobody "$unknown: the source commit is not there" 'a source that is not there'
sed -i "s/\"source\": \"[0-9a-f]*\"/\"source\": \"$unknown\"/" nobody/site/publication.json
(cd nobody && made_again site/ && git gc -q --prune=now)
denied nobody "$unknown: the source commit is not there" 'named in the manifest as well, all packed'
(cd nobody && loosened)
denied nobody "$unknown: the source commit is not there" 'the same with loose objects'

# One of other content.
git clone -q here other && cd other || exit 1
page_forged site/ && made_again site/ "s/^Source: .*/Source: $(git rev-list --max-parents=0 HEAD)/"
cd ..
denied other 'the commit before it has other content' 'the source of another publication'
# What is no commit.
git clone -q here tree && cd tree || exit 1
page_forged site/ && made_again site/ "s/^Source: .*/Source: $(git rev-parse 'HEAD^{tree}')/"
cd ..
denied tree 'the source commit is not there' 'a source that is a tree'
# A commit of its own on top of the genuine one.
git clone -q here added && cd added || exit 1
page_forged site/
git commit -q --allow-empty -F <(git log -1 --format=%B)
made_again site/ "s/^Source: .*/Source: $unknown/"
cd ..
denied added "$unknown: the source commit is not there" 'a forged publication after the last'
# Two sources, of which one is right.
git clone -q here two && cd two || exit 1
made_again site/ "s/^Source: .*/Source: $unknown\n&/"
cd ..
denied two 'names more than one source, day or manifest' 'two sources'

# Only the manifest, beyond the files it lists: the day, the next day, a text, how it is written.
for change in 's/"as_of": "2026-11-27"/"as_of": "2026-11-26"/' \
  's/"turns": "2026-12-12"/"turns": "2026-12-13"/' '/policy.md","size"/s/"size":/"size":9/' '$s/$/ /'; do
  rm -rf said && git clone -q here said && cd said || exit 1
  sed -i "$change" site/publication.json && made_again site/
  cd ..
  run verify -C said --page notices/
  exits 1 "the manifest after $change, asked about a page"
done

# What else a publication may not be.
git clone -q here more && cd more || exit 1
echo >>content/pages/about.md && made_again site/
cd ..
denied more 'content/pages/about.md: is changed by' 'a change of the content in the publication'
git clone -q here readme && cd readme || exit 1
echo x >README && made_again site/
cd ..
denied readme 'README: is changed by' 'another file in the publication'
run verify -C readme --all
exits 1 'among all publications'
is "$(grep -c 'every byte' out)" 2 'of which the others are genuine'
git clone -q here root && cd root || exit 1
git checkout -q --orphan alone && git commit -q -C main && git branch -q -M alone main
cd ..
denied root 'there is no commit before it' 'a publication that follows nothing'
git clone -q here joined && cd joined || exit 1
git reset -q --hard "$(git log -1 --format=%B | git commit-tree 'HEAD^{tree}' -p HEAD~1 -p HEAD~3)"
cd ..
denied joined 'joins 2 commits' 'a publication that is a merge'

# Modes and links.
git clone -q here mode && cd mode || exit 1
git update-index --chmod=+x site/policies/index.html && git commit -q --amend -C HEAD
git checkout -q -f HEAD && cd ..
run verify -C mode
exits 1 'a page that can be executed'
err_has 'site/policies/index.html: is no ordinary file' 'it is named'
run verify -C mode --page policies/
exits 1 'asked about it'
git clone -q here link && cd link || exit 1
cp site/policies/index.html ../same.html && ln -sf ../../../same.html site/policies/index.html
git add site && git commit -q --amend -C HEAD && cd ..
run verify -C link --page policies/
exits 1 'a page that is a link'
err_has 'site/policies/index.html: is no ordinary file' 'it is named'
# A tree that git itself would not write: one name twice, the second time the page published.
git clone -q here twice && cd twice || exit 1
folder=$(git rev-parse HEAD:site/policies)
evil=$(sed 's/政策/正策/' site/policies/index.html | git hash-object -w --stdin)
folder2=$(git cat-file tree "$folder" | E=$evil perl -0777 -pe '
  s/100644 index\.html\0/"100644 index.html\0" . pack("H*", $ENV{E}) . $&/e' |
  git hash-object -t tree -w --literally --stdin)
site2=$(git ls-tree HEAD:site | sed "s/$folder/$folder2/" | git mktree)
root2=$(git ls-tree HEAD | sed "s/$(git rev-parse HEAD:site)/$site2/" | git mktree)
git update-ref refs/heads/main "$(git log -1 --format=%B | git commit-tree "$root2" -p HEAD~1)"
cd ..
run verify -C twice --page policies/
exits 1 'a page that stands there twice'
err_has 'site/policies/index.html: stands there twice' 'it is named'

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

# A branch of its own: its publications have no content beside them.
repository own
printf 'publish:\n  branch: pages\n' >>own/content/site.yaml
run publish -C own -m '公布' --as-of 2026-11-21
run publish -C own --as-of 2026-11-23
git clone -q own pages && git -C pages checkout -q pages
run verify -C pages --all
exits 0 'a branch of its own, checked out'
(cd pages && page_forged '' && made_again '' "s/^Source: .*/Source: $unknown/")
denied pages "$unknown: the source commit is not there" 'on it, a source that is not there'
git -C pages reset -q --hard origin/pages
(cd pages && made_again '' "s/^Source: .*/Source: $(git rev-parse HEAD~1)/")
denied pages 'the source holds no content' 'a source without content'
git -C pages reset -q --hard origin/pages
git -C pages rm -q publication.json && git -C pages commit -q --amend -C HEAD
run verify -C pages
exits 1 'its manifest is gone'
err_has 'publication.json: is missing' 'it is told'
finish
