#!/bin/bash
# What lies in the site otherwise than published is put back by the next publication, which says so:
# in the work tree, and in what other commits made of it.
. "${0%/*}/lib.sh"
. "$root/tests/cli/repository.sh"
day=2023-09-22

small start && git init -q start
printf 'mine\n' >start/README && git -C start add README && git -C start commit -qm 'mine'
run publish -C start -m '公布' --as-of $day
exits 0 'published'
run publish -C start --as-of $day
exits 0 'again'
err_lacks 'otherwise' 'nothing is put back where nothing was changed'
take () { rm -rf here && cp -R start here; }
published=$(git -C start rev-parse HEAD:site)

# mends NAME FILE…: a publication with nothing to say puts the files back and names them.
mends () {
  local name=$1
  shift
  echo 'not yours' >here/README
  run publish -C here --as-of $day
  exits 0 "$name: put right"
  out_has 'Nothing to publish' "$name: it is no publication"
  err_has 'lay in the work tree otherwise than published' "$name: it is said"
  is "$(grep '^  ' err)" "$(printf '  %s\n' "$@")" "$name: with just the names"
  is "$(git -C here status --porcelain)" ' M README' "$name: the site is as published, the rest is as it was"
  is "$(git -C here rev-parse HEAD)" "$(git -C start rev-parse HEAD)" "$name: the branch stays"
}
take && echo tampered >here/site/index.html
mends 'a page' site/index.html
take && : >here/site/policies/index.html && sed -i 's/"size":[0-9]*/"size":0/' here/site/publication.json
mends 'a page emptied and the manifest' site/policies/index.html site/publication.json
take && sed -i 's/规则/规責/; s/名录/名錄/' here/site/policies/rules/index.html && git -C here add site
mends 'a change that is staged' site/policies/rules/index.html
take && rm -r here/site/notices
mends 'a folder that is missing' site/notices/first/index.html site/notices/index.html
take && chmod +x here/site/404.html
mends 'a file made a program' site/404.html
take && ln -sf ../README here/site/404.html
mends 'a link in its place' site/404.html
is "$(cat here/README)" 'not yours' 'what it led to is untouched'
take && git -C here rm -q --cached site/404.html
run publish -C here --as-of $day
err_lacks 'otherwise' 'what only the index lacks is in its place'
is "$(git -C here status --porcelain)" '' 'and in the index again'

take && rm -r here/site
run publish -C here --as-of $day
exits 0 'the whole site is missing'
is "$(grep -c '^  site/' err)" 10 'the first ten are named'
err_has "and $(($(git -C here ls-files site | wc -l) - 10)) more" 'the others are counted'
is "$(git -C here status --porcelain)" '' 'all of it is there again'

# What nobody published: named, and left to its owner.
take && mkdir here/site/evil && echo '<p>' >here/site/evil/index.html && echo x >here/site/policies/notes.txt
run publish -C here --as-of $day
exits 0 'files of nobody'
err_has 'no publication put them there' 'are told'
is "$(grep '^  ' err)" "$(printf '  site/%s\n' evil/index.html policies/notes.txt)" 'with just their names'
ok 'they stay' test -f here/site/evil/index.html -a -f here/site/policies/notes.txt
out_has 'Nothing to publish' 'and are published by nothing'
sed -i 's/示例集群/另一集群/' here/content/notices/first.md
run publish -C here -m '改' --as-of $day
exits 0 'nor by the next publication'
is "$(git -C here ls-files site/evil site/policies/notes.txt)" '' 'which leaves them out'
err_has 'site/evil/index.html' 'and tells of them again'

# Together with something to publish; what is only new is not told as put back.
take && echo tampered >here/site/404.html && echo tampered >here/site/notices/first/index.html
sed -i 's/示例集群/另一集群/' here/content/notices/first.md
run publish -C here -m '改' --as-of $day
exits 0 'something new besides'
is "$(grep '^  ' err)" "$(printf '  site/%s\n' 404.html notices/first/index.html)" 'both are named'
is "$(git -C here status --porcelain)" '' 'all is as published'
run verify -C here
exits 0 'as its source gives it'
# Cut off before the branch moved: what lies there is the publication that was to come.
git -C here reset -q --soft HEAD~1
run publish -C here --as-of $day
exits 0 'completed'
err_lacks 'otherwise' 'nobody is told of changes'
# A preview in the site.
sed -i 's/另一集群/第三集群/' here/content/notices/first.md
run build -C here --as-of $day
run publish -C here -m '再改' --as-of $day
exits 0 'after a preview'
err_has "a preview by 'gongbao build'" 'what differed is told for what it may be'
is "$(git -C here status --porcelain)" '' 'all is as published'

# restores NAME FILE…: after a commit that changed them, a new publication has the site as it was.
restores () {
  local name=$1 before
  shift
  git -C here commit -qm 'by hand' -a
  before=$(git -C here rev-parse HEAD)
  run publish -C here --as-of $day
  exits 0 "$name: published"
  err_has 'Other commits changed these files of the site since the last publication' "$name: it is said"
  is "$(grep '^  ' err)" "$(printf '  %s\n' "$@")" "$name: with just the names"
  is "$(git -C here rev-parse HEAD:site)" "$published" "$name: the site is what it was"
  is "$(git -C here rev-parse HEAD^)" "$before" "$name: by a publication of its own"
  is "$(git -C here status --porcelain)" '' "$name: nothing is left over"
  run verify -C here
  exits 0 "$name: it is what its source gives"
  run publish -C here --as-of $day
  out_has 'Nothing to publish' "$name: then there is nothing to say"
}
take && sed -i 's/政策/正策/' here/site/policies/index.html
restores 'a page' site/policies/index.html
is "$(git -C here log -1 --format=%s)" '公布：恢复网站文件1个' 'its subject says what it is'
take && git -C here rm -q site/404.html site/notices/index.html
restores 'pages taken away' site/404.html site/notices/index.html
take && sed -i '0,/"size":[0-9]/s//&1/' here/site/publication.json
restores 'the manifest' site/publication.json
take && echo 'garbage' >here/site/publication.json && rm here/site/404.html
restores 'no manifest at all, and a page' site/404.html site/publication.json
take && chmod +x here/site/404.html
restores 'a file made a program' site/404.html
take && ln -sf ../README here/site/404.html
restores 'a link in its place' site/404.html
# In the publication itself.
take && sed -i 's/政策/正策/' here/site/policies/index.html && git -C here commit -qa --amend -C HEAD
run publish -C here --as-of $day
exits 0 'a publication that was made again with another page'
is "$(git -C here rev-parse HEAD:site)" "$published" 'is followed by one with the right page'

# A stranger in a commit has to be taken away by who put it there; one that the manifest was made to
# name goes with that.
take && echo x >here/site/strange.html && git -C here add site/strange.html && git -C here commit -qm x
run publish -C here --as-of $day
exits 2 'a file that was committed'
err_has 'site/strange.html' 'is named'
published=$(git -C start rev-parse HEAD:site)
sed -i 's/"path":"sitemap.xml",/"path":"strange.html",/' here/site/publication.json
restores 'the same, named by the manifest' site/publication.json site/strange.html

# On a branch of its own.
small own && git init -q own && printf 'publish:\n  branch: pages\n' >>own/content/site.yaml
run publish -C own -m '公布' --as-of $day
published=$(git -C own rev-parse 'pages^{tree}')
git clone -q -b pages own pages && sed -i 's/政策/正策/' pages/policies/index.html
git -C pages commit -qam 'by hand' && git -C pages push -q origin pages
mkdir own/site && echo x >own/site/index.html
run publish -C own --as-of $day
exits 0 'on a branch of its own'
is "$(grep '^  ' err)" '  policies/index.html' 'the page is named'
is "$(git -C own rev-parse 'pages^{tree}')" "$published" 'and put right'
is "$(cat own/site/index.html)" x 'a folder site/ is none of its business'
finish
