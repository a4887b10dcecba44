#!/bin/bash
# Real texts, which are not part of the repository: each Markdown file of a folder becomes a policy.
#
#     tests/run/texts.sh FOLDER     GONGBAO
#
# Fails where the program crashes, a character is lost, or a unit stands twice by its word (duplicate-unit).
# Counts everything else that is said, for people to judge.  A text with errors cannot be published: it is
# named, and the others are.  What is lost is told by other means than those of the program: the words of the
# source without headings' #, **, addresses, bars and white space are those of the page and of policy.txt.
# Lines that are one HTML comment, as collections put there for themselves, are left out.
set -u
export LC_ALL=C
usage="usage: make texts TEXTS=FOLDER, a folder with one Markdown file for each text"
[ $# = 1 ] && [ -n "$1" ] || { echo "$usage" >&2; exit 2; }
[ -d "$1" ] || { echo "there is no folder $1; $usage" >&2; exit 2; }
program=$(realpath "${GONGBAO:-build/gongbao}")
tmp=$(mktemp -d) || exit 3
trap 'rm -rf "$tmp"' EXIT
failed=0
fail () { echo "FAILED: $*"; failed=1; }

policies=$tmp/content/policies
mkdir -p "$policies" "$tmp/source"
printf 'name: 示例公报\nbase_url: https://example.invalid\nauthority: a\nexample: true\n' >"$tmp/content/site.yaml"
printf 'agencies:\n  - {id: a, name: 示例市工业局, level: city}\n' >"$tmp/content/agencies.yaml"
n=0
while IFS= read -r -d '' file; do
  n=$((n + 1))
  id=$(printf 't%05d' $n)
  sed '/^<!--.*-->[[:space:]]*$/d' "$file" >"$tmp/source/$id.md"
  title=$(sed -n '/[^[:space:]]/{s/^#* *//;s/[[:space:]]*$//;p;q}' "$tmp/source/$id.md")
  mkdir "$policies/$id"
  {
    printf -- "---\ntitle: '%s'\nissuer: a\nkind: other\nsigned: 2024-01-02\n---\n" "${title//\'/\'\'}"
    cat "$tmp/source/$id.md"
  } >"$policies/$id/policy.md"
  printf '%s %s\n' "$id" "${file##*/}" >>"$tmp/names"
done < <(find "$1" -name '*.md' -type f -print0 | sort -z)
[ $n -gt 0 ] || { echo "no Markdown file is in $1; $usage" >&2; exit 2; }

# run COMMAND: what it says goes to $tmp/said.
run () {
  "$program" "$@" -C "$tmp" --as-of 2026-11-21 >"$tmp/said" 2>&1
  local status=$?
  [ $status -le 1 ] || fail "gongbao $1 ends with status $status: $(tail -n 1 "$tmp/said")"
  return $status
}
# names: the ids on standard input, each with the name of its file.
names () { sort -u | join - "$tmp/names" | sed 's/^[^ ]* /  /'; }

run check
grep '^content/' "$tmp/said" >"$tmp/list"
echo "$n texts: $(tail -n 1 "$tmp/said")"
echo "by severity and code:"
sed -n 's/^[^ ]* \([a-z]*\): .*\[\([a-z-]*\)\]$/  \1 \2/p' "$tmp/list" | sort | uniq -c | sort -k 2,2 -k 1,1rn
for code in duplicate-unit text-not-conserved; do
  grep "error: .*\[$code\]$" "$tmp/list" >"$tmp/found" && {
    fail "$code, $(wc -l <"$tmp/found") times"
    sed 's|^content/policies/||' "$tmp/found"
  }
done
sed -n 's|^content/policies/\([^/]*\)/[^ ]* error: .*|\1|p' "$tmp/list" | sort -u >"$tmp/stopped"
if [ -s "$tmp/stopped" ]; then
  echo "not published, for their errors ($(wc -l <"$tmp/stopped")):"
  names <"$tmp/stopped"
  while read -r id; do rm -r "${policies:?}/$id" "$tmp/source/$id.md"; done <"$tmp/stopped"
fi

# condense FILE…: a line for each of them, its folder or name and its words without white space.
condense () {
  awk 'function flush () { if (name != "") print name, words }
    FNR == 1 { flush (); words = ""; inside = 0; n = split (FILENAME, parts, "/")
               name = parts[n] ~ /^t[0-9]+\.md$/ ? substr (parts[n], 1, length (parts[n]) - 3) : parts[n - 1] }
    kind == "source" {
      if ($0 ~ /^[ \t]*\|?[ \t:|-]*-[ \t:|-]*$/ && index ($0, "|")) next
      sub (/^ ? ? ?#+[ \t]+/, ""); gsub (/\*\*/, ""); if ($0 ~ /^[ \t]*\|/) gsub (/\|/, "")
      gsub (/!\[[^]]*\]\([^) ]+\)/, "")
      while (match ($0, /\[[^][]+\]\([^) ]+\)/)) {
        link = substr ($0, RSTART + 1, index (substr ($0, RSTART), "](") - 2)
        $0 = substr ($0, 1, RSTART - 1) link substr ($0, RSTART + RLENGTH)
      }
    }
    kind == "plain" && FNR <= 3 { next } # the title and the address
    kind == "page" {
      if (/<article class="text"/) { inside = 1; next }
      if (/^<\/article>/) inside = 0
      if (!inside) next
      gsub (/<[^>]*>/, ""); gsub (/&lt;/, "<"); gsub (/&gt;/, ">"); gsub (/&quot;/, "\""); gsub (/&#39;/, "\047")
      gsub (/&amp;/, "\\&")
    }
    { gsub (/[ \t\r]|\302\240|\343\200\200|\342\200[\200-\213]/, ""); words = words $0 }
    END { flush () }' "kind=$1" "${@:2}"
}

if run build --out "$tmp/site"; then
  condense source "$tmp"/source/*.md >"$tmp/source.words"
  condense plain "$tmp"/site/policies/t*/policy.txt >"$tmp/plain.words"
  condense page "$tmp"/site/policies/t*/index.html >"$tmp/page.words"
  for form in plain page; do
    diff "$tmp/source.words" "$tmp/$form.words" >"$tmp/difference" && continue
    fail "the words of the source are not those of the $form form:"
    sed -n 's/^[<>] \(t[0-9]*\) .*/\1/p' "$tmp/difference" | names
  done
  echo "$(wc -l <"$tmp/source.words") texts compared, $(tr -d '\n' <"$tmp/source.words" | wc -c) bytes of words"
else
  fail "nothing is built: $(tail -n 1 "$tmp/said")"
fi
[ $failed = 0 ] && echo 'no crash, no character lost, no unit twice'
exit $failed
