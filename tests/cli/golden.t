#!/bin/bash
# Golden sites: what is built is, byte for byte, what was looked at and committed.
#   tests/golden/example   the fictional authority, every state of every object
#   site                   the real content, as it is published
# After a change that is meant, UPDATE=1 tests/cli/golden.t writes both anew; git shows what moved.
update=${UPDATE-}
. "${0%/*}/lib.sh"

# golden CONTENT SITE: the day is the one the golden site was built for.
golden () {
  local content=$1 site=$2 day made=$tmp/made/$2
  day=$(sed -n 's/^  "as_of": "\(.*\)",$/\1/p' "$root/$site/publication.json")
  ok "$site names its day" test -n "$day"
  # Out of the repository: these sites are the pages without a record.
  mkdir -p "$tmp/in/$content" && cp -R "$root/$content/content" "$tmp/in/$content/"
  run build -C "$tmp/in/$content" --out "$made" --as-of "$day"
  exits 0 "$content is built"
  [ -z "$update" ] || { rm -r "$root/$site" && cp -R "$made" "$root/$site"; }
  same_tree "$root/$site" "$made" "$site is what $content gives"
}

golden tests/example tests/golden/example
golden . site
finish
