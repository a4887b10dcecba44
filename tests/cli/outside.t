#!/bin/bash
# A repository is not to be trusted: whatever lies in site/, build and publish touch nothing outside
# of it, and wait for nothing.
. "${0%/*}/lib.sh"
. "$root/tests/cli/repository.sh"
day=2025-06-30

# small NAME: the least that is a publication, because it is copied often.
small () {
  local from=$root/tests/example/content path
  for path in site.yaml agencies.yaml pages/about.md "policies/$policy/policy.md"; do
    install -D -m 644 "$from/$path" "$1/content/$path"
  done
  sed -i 's/^languages:.*/languages: [zh-CN]/' "$1/content/site.yaml"
}
policy=archive-rules-2019

# What waits for ever ends here, with the exit status 124.
program=$GONGBAO
printf '#!/bin/sh\nexec timeout 60 "%s" "$@"\n' "$program" >bounded
chmod +x bounded
GONGBAO=$tmp/bounded

# Everything but here/site, with what it holds and when it was changed.
outside () {
  find . -path ./here/site -prune -o -path ./here/.git -prune -o \
    \( -path './here/*' -o -path './victim*' -o -name nowhere \) -printf '%p %y %m %s %T@ %l\n' | sort
  find here/content victim -type f -exec sha256sum {} + | sort
}

# names PATH…: the manifest says that there were these files as well.
names () {
  local path
  for path; do
    printf '    {"path":"%s","size":1,"sha256":"%064d"},\n' "$path" 0
  done >"$tmp/lines"
  sed -i '/^  "files": \[$/r '"$tmp/lines" here/site/publication.json
}

# attack COMMAND: here/ as it was, then what COMMAND makes of it.
attack () {
  rm -rf here victim
  cp -a start here
  mkdir -p victim/secret/revisions
  for file in index.html secret/thesis.txt secret/index.html secret/revisions/index.html; do
    echo 'not of the site' >victim/$file
  done
  eval "$1"
  outside >before
}

untouched () { # NAME
  outside >after
  ok "$1: nothing outside is touched" diff before after
}

# refused PATH NAME: by the last run, which named PATH.
refused () {
  exits 3 "$2 is refused"
  err_has "$1 is " "$2: it is named"
  err_has "$3" "$2: what to do is told"
  untouched "$2"
}
link='Put a folder there, or nothing'
special='Take it away'

small start
run build -C start --as-of $day
exits 0 'a site'
build () { run build -C here --as-of $day "$@"; }

# ---- build: a link where a folder belongs ----

# linked PATH TARGET
linked () {
  attack "rm -rf here/site/$1; ln -s '$2' here/site/$1"
  names "$1/secret/thesis.txt"
  outside >before
  build
  refused "here/site/$1" "$1 → $2" "$link"
  ok "$1 → $2: it is there as it was" test -L "here/site/$1"
}
linked policies ../../victim
linked registries "$tmp/victim"
linked assets ../../nowhere
linked notices policies
linked "policies/$policy" ../../../victim/secret
ok 'what a link to nowhere names is not made' test ! -e nowhere

rm here/site/policies/$policy
build
exits 0 'without the link it is built'
same_tree start/site here/site 'and is whole'

attack 'rm -rf here/site; ln -s ../victim here/site; cp start/site/publication.json victim/'
build
refused here/site 'a link in the place of site/' "$link"
build --out "$tmp/here/site"
refused here/site 'the same, named with --out' "$link"
build --out "$tmp/here/site/"
refused here/site 'the same, with a slash behind it' "$link"
(cd here && run build --as-of $day --out site && exit "$status")
status=$?
exits 3 'as make site names it'
untouched 'as make site names it'
attack 'rm -rf here/site; ln -s ../nowhere here/site'
build
refused here/site 'site/ leads nowhere' "$link"

mkdir real && ln -s real way
run build -C start --as-of $day --out "$tmp/way/site"
exits 0 'a link on the way that the user named'
same_tree start/site real/site 'is followed'

# ---- build: names in the manifest, or in the list of a build that was cut off ----

hostile=(../content/site.yaml ../../victim/secret/thesis.txt policies/../../../victim/index.html
  "$tmp/victim/index.html" /../victim/index.html ..//../victim/index.html
  ./index.html policies//index.html ./../content/site.yaml .git/config policies/.git/config
  policies .. . / '' old/secret/thesis.txt 'index.html\u0000.old' '..\\..\\victim\\index.html')
prepare='ln -s ../../victim here/site/old
  mkdir here/site/.git here/site/policies/.git
  touch here/site/.git/config here/site/policies/.git/config'
attack "$prepare"
names "${hostile[@]}" gone/gone.html
mkdir here/site/gone && touch here/site/gone/gone.html
outside >before
build
exits 0 'a manifest with hostile names'
out_has ' 1 removed' 'only what lies in the site goes'
ok 'with the folder it was in' test ! -e here/site/gone
untouched 'a manifest with hostile names'
ok 'git has its own' test -e here/site/.git/config -a -e here/site/policies/.git/config
rm -rf here/site/.git here/site/policies/.git here/site/old
same_tree start/site here/site 'and the site is whole'

attack "$prepare"
printf '%s\n' "${hostile[@]}" >here/site/.gongbao-building
touch victim/index.html.gongbao-new here/content/site.yaml.gongbao-new
outside >before
build
exits 0 'the list of a build that was cut off, with hostile names'
untouched 'the list of a build that was cut off'
ok 'git has its own there too' test -e here/site/.git/config -a -e here/site/policies/.git/config

# ---- build: a link where a file belongs is replaced itself ----

# replaced PATH COMMAND
replaced () {
  attack "$2"
  build
  exits 0 "$1: built"
  untouched "$1"
  ok "$1: it is a file" test ! -L "here/site/$1"
  same_tree start/site here/site "$1: the site is whole"
}
replaced index.html 'ln -sf ../../victim/index.html here/site/index.html'
replaced policies/index.html 'cp start/site/policies/index.html victim/
  ln -sf ../../../victim/index.html here/site/policies/index.html'
replaced 404.html 'ln -sf ../../nowhere here/site/404.html'
replaced publication.json 'cp start/site/publication.json victim/
  ln -sf ../../victim/publication.json here/site/'
replaced .gongbao-building 'echo ../victim/index.html >victim/list
  ln -s ../../victim/list here/site/.gongbao-building'
replaced index.html.gongbao-new 'echo old >here/site/index.html
  ln -s ../../victim/index.html here/site/index.html.gongbao-new'
replaced 404.html.gongbao-new 'rm here/site/404.html
  ln victim/index.html here/site/404.html.gongbao-new'
replaced publication.json.gongbao-new 'echo >>here/site/publication.json
  ln -s ../../nowhere here/site/publication.json.gongbao-new'

# ---- build: what is no file at all ----

# special PATH COMMAND
special () {
  attack "rm -rf here/site/$1; ${2:-mkfifo here/site/$1}"
  build
  refused "here/site/$1" "$1, a pipe or socket," "$special"
  rm -rf here/site/$1
  build
  exits 0 "$1: without it, it is built"
  same_tree start/site here/site "$1: and is whole"
}
special index.html
special "policies/$policy/index.html"
special policies
special publication.json.gongbao-new 'echo >>here/site/publication.json
  mkfifo here/site/publication.json.gongbao-new'
special index.html.gongbao-new 'rm here/site/index.html; mkfifo here/site/index.html.gongbao-new'
special .gongbao-building
special 404.html 'perl -MSocket -e "socket S, AF_UNIX, SOCK_STREAM, 0 or die; chdir q(here/site);
  bind S, pack_sockaddr_un (q(404.html)) or die"'
attack 'rm here/site/publication.json; mkfifo here/site/publication.json'
build
refused here/site/publication.json 'a manifest that is a pipe' "$special"
attack 'rm -rf here/site; mkfifo here/site'
build
refused here/site 'a pipe in the place of site/' "$special"
attack 'mkfifo here/site/old'
names old
build
refused here/site/old 'a pipe in the place of an old file' "$special"

# ---- the content ----

# waiting PATH: a pipe in the content, which nobody writes to.
waiting () {
  attack "rm -rf here/$1; mkfifo here/$1"
  run check -C here --as-of $day
  exits 1 "check: $1 is a pipe"
  out_has "$1:1:1: error: this is neither an ordinary file nor a folder" "check: $1 is named"
  build
  exits 1 "build: $1 is a pipe"
  same_tree start/site here/site "build: $1 is a pipe: the site stays"
}
waiting "content/policies/$policy/policy.md"
waiting content/site.yaml
waiting content/pages/about.md
mkfifo data.json
run render --template data.json data.json
ok 'a template that is a pipe ends' test "$status" != 124 -a "$status" != 0

# ---- publish ----

rm -rf start
small start && git init -q start
run publish -C start --as-of $day -m 发布
exits 0 'a publication'
publish () { run publish -C here --as-of $day -m 修改; }
change='sed -i s/示例/示范/ here/content/pages/about.md'

# unpublished PATH COMMAND WHAT-TO-DO
unpublished () {
  attack "$2; $change"
  local tip=$(git -C here rev-parse HEAD)
  (cd here && find site -printf '%p %y %l\n' | sort) >"$tmp/names-before"
  publish
  refused "here/site$1" "publish: $2" "$3"
  is "$(git -C here rev-parse HEAD)" "$tip" "publish: $2: nothing is published"
  (cd here && find site -printf '%p %y %l\n' | sort) >"$tmp/names-after"
  ok "publish: $2: site/ stays" cmp "$tmp/names-before" "$tmp/names-after"
}
unpublished /about 'rm -rf here/site/about; ln -s ../../victim/secret here/site/about' "$link"
unpublished /policies 'rm -rf here/site/policies; ln -s ../../victim here/site/policies' "$link"
unpublished '' 'rm -rf here/site; ln -s ../victim here/site' "$link"
unpublished '' 'rm -rf here/site; ln -s ../victim here/site; git -C here commit -qam evil' "$link"
unpublished /index.html 'rm here/site/index.html; mkfifo here/site/index.html' "$special"
unpublished /policies/index.html \
  'rm here/site/policies/index.html; mkfifo here/site/policies/index.html' "$special"
unpublished /about 'rm -rf here/site/about; mkfifo here/site/about' "$special"
unpublished /about/index.html.gongbao-new 'mkfifo here/site/about/index.html.gongbao-new' "$special"
unpublished /publication.json.gongbao-new 'mkfifo here/site/publication.json.gongbao-new' "$special"

attack "$change; git -C here commit -qm change content"
mkdir here/site/.git && touch here/site/.git/config
names ../content/site.yaml ../../victim/secret/thesis.txt ../../../victim/index.html \
  "$tmp/victim/index.html" .git/config ../.git/config ../README ./index.html \
  about/../../content/site.yaml
touch here/README
git -C here commit -qam evil
outside >before
publish
exits 0 'publish: a manifest with hostile names'
untouched 'publish: a manifest with hostile names'
ok 'publish: git has its own' test -e here/.git/config -a -e here/site/.git/config -a -e here/README
is "$(git -C here ls-files content | wc -l)" "$(git -C start ls-files content | wc -l)" \
  'publish: the index has all content'

attack "$change; ln -sf ../../../victim/index.html here/site/about/index.html
  ln -sf ../../victim/index.html here/site/publication.json.gongbao-new"
publish
exits 0 'publish: a link where a file belongs'
untouched 'publish: a link where a file belongs'
ok 'publish: it is replaced' test ! -L here/site/about/index.html
is "$(git -C here status --porcelain)" '' 'publish: nothing is left over'

attack "rm here/content/pages/about.md; mkfifo here/content/pages/about.md"
publish
exits 1 'publish: a pipe in the content'
err_has content/pages/about.md 'publish: it is named'
untouched 'publish: a pipe in the content'
finish
