#!/bin/bash
# Verifying what is asked about: the site of the commit that was named and, where it is checked out,
# of the work tree.  Content that is newer than the site is told, and nothing wrong.
. "${0%/*}/lib.sh"
. "$root/tests/cli/repository.sh"

thrice here
last=$(git -C here rev-parse --short=12 HEAD)

run verify -C here
exits 0 'the publication itself'
out_has 'The work tree: the same site' 'and the work tree'
err_lacks 'NOT' 'nothing is wrong'
echo x >here/README && git -C here add README && git -C here commit -qm elsewhere
run verify -C here
exits 0 'after a commit elsewhere'
out_has "$(git -C here rev-parse --short=12 HEAD): the same site" 'its site is looked at'
run verify -C here --page policies/
out_has ': the same page' 'or its page'

# copied NAME: a fresh clone to be changed.
copied () { rm -rf copy && git clone -q here copy && cd copy || exit 1; }
# told WHERE FILE WHAT: with no revision, with HEAD and of the page; another page is none of it,
# though that something is wrong is told.
told () {
  local arguments
  cd ..
  for arguments in '' HEAD; do
    run verify -C copy $arguments
    exits 1 "$3 (verify $arguments)"
    err_has "$2: in $1 it" 'it is named'
    err_has "NOT what $last published" 'and is not what was published'
    out_has "$last as of 2026-11-27: " 'though the publication itself is genuine'
  done
  run verify -C copy --page "${2#site/}"
  exits 1 "$3: the file itself"
  out_lacks "${1/#the/The}: the same page" 'nothing else is said of it'
  out_lacks "${1#commit }: the same page" 'in either place'
  run verify -C copy --page notices/
  exits 0 "$3: another page"
  err_has 'other files are not as published' 'though it is told'
}
# committed WHAT: then it is told of the commit.
committed () {
  git add -A && git commit -qm "$1"
  told "commit $(git rev-parse --short=12 HEAD)" "$2" "$1, committed"
}

copied
sed -i 's/政策/正策/' site/policies/index.html
told 'the work tree' site/policies/index.html 'a page was changed'
cd copy && committed 'a page was changed' site/policies/index.html
run verify -C copy --all
exits 1 'of all publications'
is "$(grep -c 'every byte' out)" 3 'which are all genuine'
git -C copy gc -q --prune=now
run verify -C copy HEAD
exits 1 'the same with all objects packed'
cd copy && loosened && cd ..
run verify -C copy HEAD
exits 1 'the same with loose objects'
git clone -q --bare copy bare.git
run verify -C bare.git
exits 1 'in a bare repository'
err_has 'site/policies/index.html: in commit' 'it is named'
run verify -C bare.git HEAD~1
exits 0 'the commit before it holds the site'

copied
mkdir site/evil && cp site/index.html site/evil/
told 'the work tree' site/evil/index.html 'a page was added'
cd copy && committed 'a page was added' site/evil/index.html
copied
rm site/changes/feed.xml
told 'the work tree' site/changes/feed.xml 'a file was taken away'
cd copy && committed 'a file was taken away' site/changes/feed.xml
copied
git rm -q site/changes/feed.xml
told 'the work tree' site/changes/feed.xml 'a file was taken away with git rm'
copied
chmod +x site/index.html
told 'the work tree' site/index.html 'a page can be executed'
cd copy && committed 'a page can be executed' site/index.html
copied
cp site/index.html ../index.html && ln -sf ../../index.html site/index.html
told 'the work tree' site/index.html 'a page is a link to the same bytes'
cd copy && committed 'a page is a link' site/index.html
copied
sed -i 's/notices/policies/' site/publication.json && cd ..
run verify -C copy --page notices/
exits 1 'the list of files was changed, asked about a page'

# What git was told not to look at.
copied
sed -i 's/政策/正策/' site/policies/index.html
git update-index --assume-unchanged site/policies/index.html
told 'the work tree' site/policies/index.html 'a changed page that git is told to think unchanged'
git -C copy update-index --no-assume-unchanged --skip-worktree site/policies/index.html
cd copy && told 'the work tree' site/policies/index.html 'one that git is told to skip'
copied
echo 'site/evil*' >.gitignore && git add .gitignore && git commit -qm ignore
cp site/index.html site/evil.html
told 'the work tree' site/evil.html 'a page that git is told to ignore'

# Folders that are links.
copied
mv site ../site && ln -s ../site site && cd ..
run verify -C copy
exits 1 'the whole site is a link'
err_has 'site: in the work tree it is no folder' 'it is told'
rm -rf site
copied
mv site/policies ../policies && ln -s ../../policies site/policies && cd ..
run verify -C copy --page policies/
exits 1 'a folder is a link'
rm -rf policies
copied
git rm -rq site && git commit -qm 'no site' && cd ..
run verify -C copy
exits 1 'the site was taken away'
copied
git rm -rq site && ln -s content site && git add site && git commit -qm 'a link' && cd ..
run verify -C copy HEAD
exits 1 'a link was committed in its place'
err_has 'site: in commit' 'it is named'

# An older site.
copied
git checkout -q HEAD~3 -- site && git commit -qm 'as it was' && cd ..
run verify -C copy
exits 1 'the site of an earlier publication'
git -C copy reset -q --hard HEAD~1
git -C copy checkout -q HEAD~1
run verify -C copy
exits 0 'a clone that stands at the publication'

# What is left out of the work tree is not looked at, and that is told.
git clone -q --no-checkout here bare
run verify -C bare
exits 0 'nothing is checked out'
err_has 'are not checked out' 'it is told'
out_lacks 'The work tree' 'and nothing else is said'
copied
git sparse-checkout set --no-cone content site/policies site/publication.json 2>../sparse.err && cd ..
run verify -C copy
exits 0 'not all is checked out'
err_has 'are not checked out' 'it is told'
run verify -C copy --page policies/
exits 0 'a page that is'
out_has 'The work tree: the same page' 'is looked at'
sed -i 's/政策/正策/' copy/site/policies/index.html
run verify -C copy
exits 1 'what is there is looked at'

# Line ends that git converts.
for how in 'core.autocrlf true' 'core.eol crlf'; do
  copied
  git config ${how}
  [ "$how" = 'core.autocrlf true' ] || echo '*.html text' >.git/info/attributes
  rm -r site && git checkout -q -- site
  ok "$how: the page has them" grep -q $'\r' site/policies/index.html
  cd ..
  run verify -C copy
  exits 0 "$how: git would add what was published"
  err_has 'converted the line ends' 'it is told'
  sed -i 's/政策/正策/' copy/site/policies/index.html
  run verify -C copy --page policies/
  exits 1 "$how: a word is no line end"
done

# Content that is not published yet.
copied
echo >>content/pages/about.md && git commit -qam 'to be published' && cd ..
run verify -C copy
exits 0 'content was committed after the publication'
err_has 'content/ is not what the publication was made from' 'it is told'
out_has ': the same site' 'the site is what was published'
run verify -C copy --page policies/
exits 0 'and of a page'
err_has 'content/ is not what the publication was made from' 'it is told'
echo >>copy/content/pages/about.md
run verify -C copy
exits 0 'content that is not committed'
err_has 'content/pages/about.md is not as committed' 'is told'
cp -R "$root/templates" copy/ && git -C copy add templates && git -C copy commit -qm theme
run verify -C copy HEAD
exits 0 'a theme was committed'
err_has 'templates/ is not what the publication was made from' 'it is told'
run publish -C copy -m 'published' --as-of 2026-11-27
run verify -C copy
exits 0 'and published'
err_lacks 'not what the publication was made from' 'then there is nothing to tell'

# A branch of its own.
repository own
printf 'publish:\n  branch: pages\n' >>own/content/site.yaml
run publish -C own -m '公布' --as-of 2026-11-21
git clone -q own copy2 && git -C copy2 checkout -q pages
run verify -C copy2
out_has 'The work tree: the same site' 'a branch of its own, checked out'
echo x >copy2/evil.html
run verify -C copy2
exits 1 'a page was added'
err_has 'evil.html: in the work tree it is there, and was not published' 'it is named'
git -C copy2 add -A && git -C copy2 commit -qm evil && git -C copy2 checkout -q main
run verify -C copy2 pages
exits 1 'and committed'
err_has 'evil.html: in commit' 'it is named'
echo >>copy2/content/pages/about.md && git -C copy2 commit -qam 'to be published'
run verify -C copy2 origin/pages
exits 0 'content was committed after the publication'
err_has 'content/ is not what the publication was made from' 'it is told'
finish
