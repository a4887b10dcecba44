#!/bin/bash
# Golden sites: what is built is, byte for byte, what was looked at and committed.
#   tests/golden/example   the fictional authority, every state of every object
#   site                   the real content, as it is published
# They are compared as git holds them, committed or staged, for `make site` writes the files of site/.
# After a change that is meant, UPDATE=1 tests/cli/golden.t writes both anew; git diff shows what moved,
# and git add accepts it.
. "${0%/*}/lib.sh"
git config --global safe.directory '*' # whoever the clone belongs to

# golden CONTENT SITE: the day is the one the golden site was built for.
golden () {
  local content=$1 site=$2 held=$tmp/held/$2 made=$tmp/made/$2 day
  git -C "$root" ls-files -z -- "$site" | git -C "$root" checkout-index -z --stdin --prefix="$tmp/held/"
  day=$(sed -n 's/^  "as_of": "\(.*\)",$/\1/p' "$held/publication.json")
  ok "git holds $site, which names its day (the tests are run in a clone)" test -n "$day"
  # Out of the repository: these sites are the pages without a record.
  mkdir -p "$tmp/in/$content" && cp -R "$root/$content/content" "$tmp/in/$content/"
  run build -C "$tmp/in/$content" --out "$made" --as-of "$day"
  exits 0 "$content is built"
  if [ -n "${UPDATE-}" ] && [ "$status" = 0 ]; then
    rm -rf "${root:?}/$site" && cp -R "$made" "$root/$site"
    ok "$site is written" diff -rq "$made" "$root/$site"
  else
    same_tree "$held" "$made" "$site is what $content gives"
  fi
  diff -rq "$held" "$made" >changed || advise "$made" "$site"
}

# advise MADE SITE: what to do where git holds another site than the one that was made.
advise () {
  if diff -rq "$1" "$root/$2" >changed; then
    echo "# The files of $2 are what is made now. If that is meant: git diff $2, then git add $2"
  else
    echo "# If the change of $2 is meant: UPDATE=1 tests/cli/golden.t, git diff $2, then git add $2"
  fi >&2
}

golden tests/example tests/golden/example
golden . site
finish
