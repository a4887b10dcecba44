#!/bin/bash
# Writes what the fuzz targets begin with, from the texts and publications that are here already, into
# a folder for each target in FOLDER.
#
#     tests/fuzz/seeds.sh FOLDER
folder=$(realpath -m "$1")
. "${0%/*}/../cli/lib.sh"
. "$root/tests/cli/repository.sh"
rm -rf "$folder" && mkdir -p "$folder"/{text,redline,model,template,cache,object} || exit

# body FILE: a text without its front matter.
body () { sed '1{/^---$/!q;d};1,/^---$/d' "$1"; }
n=0 previous=/dev/null
while read -r text; do
  n=$((n + 1))
  body "$text" >"$folder/text/$n"
  { body "$previous" && printf '\0' && body "$text"; } >"$folder/redline/$n"
  { body "$text" && printf '\0' && body "$text" | sed 's/第二条/第三条/;s/，/,/;$d'; } >"$folder/redline/same-$n"
  previous=$text
done < <(find "$root"/{content,tests/example/content,tests/text,tests/bad} -name '*.md' | sort)

# files PUBLICATION: each as its path and its text.
files () {
  (cd "$1" && find content -type f | sort | while read -r file; do
    printf '%s\0' "$file" && tr -d '\0' <"$file" && printf '\0'
  done)
}
for bad in "$root"/tests/bad/*/; do
  files "$bad" >"$folder/model/$(basename "$bad")"
done
small small
files small >"$folder/model/small"
(cd "$root/tests/example" && find content -type f | sort) | while read -r file; do
  rm -rf one && cp -R small one && mkdir -p "$(dirname "one/$file")" && cp "$root/tests/example/$file" "one/$file"
  files one >"$folder/model/example-${file//\//-}"
done

find "$root/templates" "$root/tests/spec" -name '*.mustache' -o -name '*.yaml' | sort | while read -r template; do
  name=${template#"$root/"}
  cp "$template" "$folder/template/${name//\//-}"
done

thrice record
n=0
for cache in $(grep -lr "^gongbao history" record/.git/gongbao); do
  n=$((n + 1))
  perl -0777 -pe 's/^gongbao history \d+\n[0-9a-f]{64}//' "$cache" >"$folder/cache/$n"
done
git -C record log --format=%H | while read -r commit; do
  {
    git -C record log -1 --format=%B "$commit" && printf '\0'
    for tree in content/policies content site; do
      if git -C record cat-file tree "$commit:$tree" 2>none; then printf '\377'; fi
    done
  } >"$folder/object/$commit"
done
