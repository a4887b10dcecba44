#!/bin/bash
# The tests depend on nothing around them: who calls them, from where, and what make site has written.
. "${0%/*}/../cli/lib.sh"
. "$root/tests/cli/repository.sh"

# hostile COMMAND…: in surroundings as they are nowhere.
room=$tmp/'room for 文件 whose name is longer than that of a socket may be, which has 107 bytes'
mkdir -p caller "$room"
git config --file caller/.gitconfig commit.gpgsign true
git config --file caller/.gitconfig core.autocrlf true
git config --file caller/.gitconfig core.hooksPath /nowhere
git config --file caller/.gitconfig init.defaultBranch trunk
hostile () {
  (umask 077 && exec env HOME="$tmp/caller" TMPDIR="$room" CDPATH="$tmp" BUILD="$BUILD" \
    LC_ALL=tr_TR.UTF-8 LANGUAGE=fr TZ=Asia/Tokyo TERM=xterm G_MESSAGES_DEBUG=all GREP_OPTIONS=-v \
    GIT_DIR=/nowhere GIT_WORK_TREE=/nowhere GIT_AUTHOR_NAME=x GIT_COMMITTER_DATE=never \
    GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0=core.bare GIT_CONFIG_VALUE_0=true \
    "$@" >"$tmp/out" 2>"$tmp/err" <&-)
  status=$?
  command="in hostile surroundings: $*"
}

cat >shows <<'END'
#!/bin/bash
unset _ OLDPWD PWD SHLVL BUILD CLANG_FORMAT COMPILE GONGBAO LD_LIBRARY_PATH UPDATE # let in
echo "1..1 $(umask) $(readlink /proc/self/fd/0) $LC_ALL $TZ $(compgen -e | sort | paste -sd ' ')"
[ -d "$HOME" ] && [[ $HOME = "$TMPDIR"/* ]] && [ -z "$(ls -A "$HOME")" ] && echo ok
touch "$TMPDIR/left"
END
chmod +x shows
hostile "$root/tests/run/tap.sh" ./shows
is "$(cat out)" '1..1 0022 /dev/null C.UTF-8 UTC GIT_CONFIG_NOSYSTEM G_SLICE HOME LC_ALL PATH TMPDIR TZ
ok' 'a program gets nothing of the caller, and a home of its own'
is "$(ls -A "$room")" '' 'what it leaves goes with it'
for program in "$BUILD/tests/unit/record_store" "$root/tests/cli/commands.t"; do
  hostile "$root/tests/run/tap.sh" "$program"
  exits 0 "${program##*/}, which asks git for much"
done
hostile "$root/tests/cli/workdays.t"
exits 0 'one that is run by hand'
hostile env GONGBAO="$GONGBAO" "$root/tests/replay/example.sh" replayed
exits 0 'a replay'

# What make site writes, and what is kept of it, in a clone that holds very little.
clone="$tmp/a clone 库"
for content in content tests/example/content; do
  mkdir -p "$clone/$content/pages"
  printf '%s\n' 'name: 示例' 'base_url: https://www.example.com' 'authority: office' >"$clone/$content/site.yaml"
  printf '%s\n' 'agencies:' '  - {id: office, name: 示例办公室}' >"$clone/$content/agencies.yaml"
  printf '%s\n' '---' 'title: 关于（示例）' '---' '' '示例。' >"$clone/$content/pages/about.md"
done
for site in site tests/golden/example; do
  mkdir -p "$clone/$site"
  echo '  "as_of": "2026-11-21",' >"$clone/$site/publication.json"
done
echo 'about/index.html  a text' >"$clone/tests/golden/held.txt"
cp -R "$root"/tests/{cli,run} "$clone/tests/"
git init -q "$clone" && git -C "$clone" add -A && git -C "$clone" commit -qm 'pages to come'
golden () { # VARIABLE=VALUE…
  env GONGBAO="$GONGBAO" "$@" "$clone/tests/cli/golden.t" >out 2>err
  status=$?
  command="golden.t $*"
}
golden UPDATE=1
exits 0 'golden sites are written'
err_has 'git add site' 'and it is said what to do'
golden
exits 1 'what is neither committed nor staged does not count'
err_has 'git add site' 'and it is said what to do'
git -C "$clone" add -A
golden
exits 0 'what is staged does'
git -C "$clone" commit -qm 'pages'
run build -C "$clone" --as-of 2026-12-01
ok 'make site changes what is committed, and adds to it' test -n "$(git -C "$clone" diff --name-only -- site)" \
  -a -s "$clone/site/changes/index.html"
golden
exits 0 'which does not count'
rm -r "$clone/site"
golden
exits 0 'nor is it missed'
echo >>"$clone/content/pages/about.md"
golden
exits 1 'a change of the pages does'
err_has 'UPDATE=1' 'and it is said what to do if it is meant'
git -C "$clone" checkout -q content

# A program that changes what it made of the example.
cat >changer <<'END'
#!/bin/bash
"$0.gongbao" "$@" || exit
case $5 in */tests/golden/example) cd "$5" && eval "$(<"$0.change")" ;; esac
END
chmod +x changer && ln -s "$GONGBAO" changer.gongbao
finds () { # CHANGE FRAGMENT NAME
  echo "$1" >changer.change
  golden GONGBAO="$tmp/changer"
  exits 1 "$3"
  err_has "$2" 'which is named'
}
finds 'echo added >>about/index.html' '+added' 'another text of a page that is held'
err_has '+++ b/about/index.html' 'its difference is shown'
finds 'echo added >>index.html' '> index.html' 'another text of a page that is held by its hash'
err_has 'git worktree add' 'it is said how to see the difference'
finds 'rm about/index.html' 'about/index.html' 'a page that is held and not made'
finds 'rm robots.txt' '< robots.txt' 'a file that is held by its hash and not made'
finds 'echo >more.html' '> more.html' 'a file more'
finds 'sed -i s/robots/rabots/ publication.json' '+    {"path":"rabots.txt"' 'another list of files'
echo >"$clone/tests/golden/example/more.html" && git -C "$clone" add -A
golden
exits 1 'a file that is held and not listed'
err_has 'more.html' 'which is named'
git -C "$clone" reset -q --hard
golden
exits 0 'as it was'
ok 'no test knows another way to what make site writes' test -z "$(grep -lE 'root["}]*/site|ROOT, "site' \
  "$root"/tests/{cli,run,replay,browser}/{*.t,*.sh,lib/*.js} --exclude={golden,surroundings}.t 2>grep.err)"
finish
