#!/bin/bash
# Whatever happens to a publisher, git holds the old publication or the new one, whole.
. "${0%/*}/lib.sh"
. "$root/tests/cli/repository.sh"
. "$root/tests/cli/killed.sh"

for twelfth in $(seq 0 12); do
  survives "$twelfth" killed_after $((took * twelfth / 12))
done
is "$unsound" '' 'killed at any moment, it is whole, and the next one completes it'
ok "some were killed ($killed) and some were done ($late)" test "$killed" -gt 0 -a "$late" -lt 13

# A disk on which files cannot grow: every write that is too long fails.
trap '' XFSZ
for blocks in 1 4 16; do
  rm -rf victim && cp -R start victim
  command="publish with ulimit -f $blocks"
  (ulimit -f "$blocks" && exec "$GONGBAO" publish -C victim --as-of 2026-11-23) >out 2>err
  status=$?
  ok "no room ($blocks KB): it fails and says so" test "$status" = 3 -a -s err
  is "$(git -C victim rev-parse HEAD)" "$old" "no room ($blocks KB): the branch stays"
  ok "no room ($blocks KB): everything is whole" sound victim
  run publish -C victim --as-of 2026-11-23
  exits 0 "no room ($blocks KB): afterwards it goes through"
done

# Two at once.
rm -rf victim && cp -R start victim
"$GONGBAO" publish -C victim --as-of 2026-11-23 >one 2>one.err &
first=$!
"$GONGBAO" publish -C victim --as-of 2026-11-23 >two 2>two.err
status=$?
wait $first
first=$?
ok 'two at once: each succeeds or is told to wait' \
  test "$first" = 0 -o "$first" = 3 -a "$status" = 0 -o "$status" = 3
ok 'one of them succeeded' test "$first" = 0 -o "$status" = 0
is "$(git -C victim rev-list --count "$old"..HEAD)" 1 'and made one publication'
ok 'everything is whole' sound victim
is "$(git -C victim status --porcelain)" '' 'nothing is left over'

# Another git at work.
rm -rf victim && cp -R start victim
touch victim/.git/index.lock
run publish -C victim --as-of 2026-11-23
exits 3 'the index is locked'
err_has 'lock' 'it is told'
is "$(git -C victim rev-parse HEAD)" "$old" 'the branch stays'
rm victim/.git/index.lock
is "$(git -C victim status --porcelain)" '' 'the work tree is as it was'
touch victim/.git/refs/heads/main.lock
run publish -C victim --as-of 2026-11-23
exits 3 'the branch is locked'
is "$(git -C victim rev-parse HEAD)" "$old" 'it stays'
rm victim/.git/refs/heads/main.lock
is "$(git -C victim status --porcelain)" '' 'the work tree is as it was'

# Repositories of every kind.
git -C victim checkout -q --detach
run publish -C victim --as-of 2026-11-23
exits 2 'a detached head'
err_has 'git switch' 'what to do is told'
git clone -q --bare start bare.git
run publish -C bare.git --as-of 2026-11-23
exits 0 'a bare repository'
run verify -C bare.git
exits 0 'whose publication is what its source gives'
git -C start worktree add -q ../linked -b linked
run publish -C linked --as-of 2026-11-23
exits 0 'a linked worktree'
is "$(git -C linked status --porcelain)" '' 'nothing is left over'
same_tree whole/site linked/site 'the same site'
is "$(git -C start rev-parse main)" "$old" 'another branch stays'
git clone -q --depth 1 "file://$tmp/start" shallow
run publish -C shallow --as-of 2026-11-23
exits 2 'a shallow clone'
err_has 'git fetch --unshallow' 'what to do is told'
cp -R shallow/site kept
run build -C shallow --as-of 2026-11-23
exits 2 'from which no pages are built either: they would lose their history'
err_has 'git fetch --unshallow' 'what to do is told'
is "$(wc -l <err)" 1 'in one sentence'
same_tree kept shallow/site 'the site stays as it was'
run check -C shallow --as-of 2026-11-23
exits 0 'but it can be checked'
err_has 'git fetch --unshallow' 'as far as can be told'
git -C shallow fetch -q --unshallow
run build -C shallow --out built --as-of 2026-11-23
exits 0 'with its history it is built'
run build -C whole --out again --as-of 2026-11-23
same_tree again built 'as everywhere'
mkdir -p deep/gov && cp -R here/content deep/gov/ && git init -q deep
run publish -C deep/gov -m 'below' --as-of 2026-11-21
exits 0 'a publication below the top of its repository'
ok 'its site lies beside its content' test -s deep/gov/site/index.html
is "$(git -C deep status --porcelain)" '' 'nothing is left over'
run verify -C deep/gov
exits 0 'and it is what its source gives'
git init -q anonymous && cp -R here/content anonymous/
command='publish without a name'
HOME=$tmp/nobody "$GONGBAO" publish -C anonymous -m x --as-of 2026-11-21 >out 2>err
status=$?
exits 2 'git does not know who publishes'
err_has 'git config user.name' 'what to do is told'

# Somebody else's repository, which root can make; what a machine trusts altogether does not count here.
git config --global safe.directory ''
if chown 65534 start/.git 2>chown.err; then
  run publish -C start --as-of 2026-11-23
  exits 3 "somebody else's repository"
  err_has 'safe.directory' 'what to do is told'
  chown "$(id -u)" start/.git
fi

# One that may only be read: by root as well, once it is bound by permissions like everyone, which may
# keep it from the clone: program and theme are taken along.
mkdir build && cp "$GONGBAO" build/gongbao && cp -R "$root/templates" .
chmod -R a-w start/.git
bound=()
if touch start/.git/touched 2>touch.err; then
  bound=(setpriv --inh-caps=-dac_override,-dac_read_search --bounding-set=-dac_override,-dac_read_search)
fi
command='publish what may only be read'
"${bound[@]}" build/gongbao publish -C start --as-of 2026-11-23 >out 2>err
status=$?
chmod -R u+w start/.git
exits 3 'a repository that may only be read'
err_has 'Permission denied' 'why is told'
is "$(git -C start rev-parse main)" "$old" 'the branch stays'
finish
