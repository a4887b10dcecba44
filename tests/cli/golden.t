#!/bin/bash
# Golden sites: what is built is, byte for byte, what was looked at and committed.
#   tests/golden/example   the fictional authority, every state of every object: the files of tests/golden/held.txt,
#                          and the others by their hashes in publication.json, which lists all files but itself
#   site                   the real content, as it is published, whole
# They are compared as git holds them, committed or staged, for `make site` writes the files of site/.
# After a change that is meant, UPDATE=1 tests/cli/golden.t writes both anew; git diff shows what moved,
# and git add accepts it.
. "${0%/*}/lib.sh"
git config --global safe.directory '*' # whoever the clone belongs to

# golden CONTENT SITE [LIST]: the day is the one the golden site was built for.  Of the site, only what LIST names is held.
golden () {
  local content=$1 site=$2 list=${3-} held=$tmp/held/$2 made=$tmp/made/$2 kept=$tmp/made/$2 day
  git -C "$root" ls-files -z -- "$site" | git -C "$root" checkout-index -z --stdin --prefix="$tmp/held/"
  day=$(sed -n 's/^  "as_of": "\(.*\)",$/\1/p' "$held/publication.json")
  ok "git holds $site, which names its day (the tests are run in a clone)" test -n "$day"
  # Out of the repository: these sites are the pages without a record.
  mkdir -p "$tmp/in/$content" && cp -R "$root/$content/content" "$tmp/in/$content/"
  run build -C "$tmp/in/$content" --out "$made" --as-of "$day"
  exits 0 "$content is built"
  if [ -n "$list" ]; then
    kept=$tmp/kept/$site
    ok "each file of $list is made" keep "$root/$list" "$made" "$kept"
  fi
  if [ -n "${UPDATE-}" ] && [ "$status" = 0 ]; then
    rm -rf "${root:?}/$site" && cp -R "$kept" "$root/$site"
    ok "$site is written" diff -rq "$kept" "$root/$site"
  else
    ok "$site is what $content gives" same "$held" "$kept"
    [ -z "$list" ] || ok "and so are, by their hashes, the files that it does not hold" same_hashes "$held" "$made" "$day"
  fi
  diff -rq "$held" "$kept" >changed || advise "$kept" "$site"
}

# keep LIST MADE KEPT: copies to KEPT what LIST names.
keep () {
  mkdir -p "$3" && sed '/^#/d; s/  .*//' "$1" | (cd "$2" && xargs -d '\n' cp --parents -t "$3" publication.json)
}

# same HELD MADE: the same files; names those that differ, and shows the first difference of a page.
same () {
  local first
  diff -rq --no-dereference -- "$1" "$2" && return
  first=$(find "$1" "$2" -type f -printf '%P\n' | LC_ALL=C sort -u | while read -r file; do
    [ "$file" = publication.json ] || cmp -s "$1/$file" "$2/$file" || { echo "$file" && break; }
  done)
  diff -aNu --label "a/${first:=publication.json}" --label "b/$first" "$1/$first" "$2/$first" | cut -c 1-1000 | head -n 100
  return 1
}

# same_hashes HELD MADE DAY: the files of MADE have the hashes that HELD/publication.json lists.
same_hashes () {
  perl -CO -MJSON::PP -0777 -ne 'print map { "$_->{sha256}  $_->{path}\n" } @{decode_json ($_)->{files}}' \
    "$1/publication.json" | LC_ALL=C sort -k 2 >listed
  (cd "$2" && find . -type f ! -path ./publication.json -printf '%P\0' | xargs -0 sha256sum) | LC_ALL=C sort -k 2 >found
  diff listed found | sed -n 's/^\([<>]\) [0-9a-f]*  /\1 /p' >differ
  [ -s differ ] || return 0
  cat differ - <<END
These are files that are held by their hashes, as they were (<) and are (>). To see what differs in them:
  git worktree add ../before && make -C ../before
  for tree in ../before .; do
    rm -rf /tmp/in && cp -R \$tree/tests/example /tmp/in
    \$tree/build/gongbao build -C /tmp/in --out \$tree/build/example --as-of $3
  done
  diff -ru ../before/build/example build/example
END
  return 1
}

# advise MADE SITE: what to do where git holds another site than the one that was made.
advise () {
  if diff -rq "$1" "$root/$2" >changed; then
    echo "# The files of $2 are what is made now. If that is meant: git diff $2, then git add $2"
  else
    echo "# If the change of $2 is meant: UPDATE=1 tests/cli/golden.t, git diff $2, then git add $2"
  fi >&2
}

golden tests/example tests/golden/example tests/golden/held.txt
golden . site
finish
