#!/bin/bash
# Verifying where it cannot be told: history or objects are not here, or another program or theme
# made the publication.  Then it is neither genuine nor forged (exit status 3), but what can be seen
# to be wrong is still wrong.
. "${0%/*}/lib.sh"
. "$root/tests/cli/repository.sh"

thrice here
git -C here config uploadpack.allowFilter true

# unknown WHAT [FRAGMENT [ADVICE]]: neither is said.
unknown () {
  exits 3 "$1"
  err_has 'annot tell here whether it is genuine' 'that is said'
  err_lacks 'NOT' 'it is not called forged'
  out_lacks 'every byte' 'nor genuine'
  out_lacks 'just what was published' 'nor the page'
  [ -z "${2-}" ] || err_has "$2" 'what is missing is named'
  [ -z "${3-}" ] || err_has "$3" 'and what to do'
}
# copied NAME: a clone to be changed.
copied () { rm -rf "$1" && git clone -q here "$1" && cd "$1" || exit 1; }

# Shallow clones: five commits are all of it.
for depth in 1 2 3 4; do
  git clone -q --depth $depth "file://$tmp/here" shallow$depth
  run verify -C shallow$depth
  unknown "a shallow clone of $depth" '' 'git fetch --unshallow'
  run verify -C shallow$depth --page policies/
  unknown "a page of it" '' 'git fetch --unshallow'
done
run verify -C shallow3 HEAD~4
exits 3 'a commit that it lacks'
err_has 'git fetch --unshallow' 'what to do is told'
run verify -C shallow3 --all
unknown 'all of its publications'
git clone -q --depth 5 "file://$tmp/here" whole
run verify -C whole
exits 0 'with all commits'
git -C shallow2 fetch -q --unshallow
run verify -C shallow2 --all
exits 0 'what was advised helps'
is "$(grep -c 'every byte' out)" 3 'all publications are there'
git -C here commit -q --allow-empty -m 'nothing'
git clone -q --depth 1 "file://$tmp/here" shallow
git -C here reset -q --hard HEAD~1
run verify -C shallow
exits 3 'a clone without any publication'
err_has 'git fetch --unshallow' 'what to do is told'
(cd shallow1 && sed -i 's/政策/正策/' site/policies/index.html && git add -A && git commit -q --amend -C HEAD)
run verify -C shallow1
exits 1 'what is wrong in a shallow clone'
err_has 'site/policies/index.html: is not what publication.json says' 'can be seen'

# Partial clones.
git clone -q --filter=blob:none "file://$tmp/here" partial
old=$(git -C here rev-parse HEAD~4:content/policies/fund-rules-2024/policy.md)
run verify -C partial
unknown 'a partial clone' '' 'git fetch --refetch'
run verify -C partial --all
unknown 'all publications of it' '' 'git fetch --refetch'
git -C partial fetch -q --refetch --no-filter
run verify -C partial --all
exits 0 'what was advised helps'
git clone -q --filter=tree:0 "file://$tmp/here" treeless
run verify -C treeless
unknown 'a clone without trees' '' 'git fetch --refetch'
git clone -q --filter=blob:none "file://$tmp/here" partial2
sed -i 's/政策/正策/' partial2/site/policies/index.html
run verify -C partial2
exits 1 'what is wrong in the work tree of a partial clone'
err_has 'site/policies/index.html: in the work tree' 'can be seen'

# One object is missing, or its file is not what it should be.
copied loose
loosened && cd ..
# lost REV:PATH HOW: of a clone with loose objects, HOW is done to the file of this object.
lost () {
  rm -rf lost && cp -al loose lost && cd lost || exit 1
  lost=$(git rev-parse "$1")
  "$2" "$(object "$1")"
  cd ..
}
# The files of all copies are one: none may be written to.
removed () { rm -f "$1"; }
emptied () { rm -f "$1" && touch "$1"; }
cut_off () { head -c 20 "$1" >../cut && mv -f ../cut "$1"; }
for how in removed emptied cut_off; do
  for what in HEAD~4:content/policies/fund-rules-2024/policy.md \
    HEAD:content/policies/cluster-measures-2022/policy.md HEAD:content HEAD~4:content/policies \
    HEAD:site/policies/index.html HEAD:site/policies HEAD:site HEAD:site/publication.json \
    HEAD~1:site/publication.json HEAD~1 HEAD; do
    case $how:$what in
      removed:*) ;;
      *:*~4:*policy.md | *:HEAD:site/policies | *:HEAD:content) ;;
      *) continue ;;
    esac
    lost $what $how
    run verify -C lost
    unknown "$what $how" "$lost" 'git fsck'
  done
done
lost HEAD:site/policies/index.html removed
run verify -C lost --page policies/
unknown 'a page whose object is missing' "$lost"
run verify -C lost --page notices/
exits 0 'another page'
err_has 'other files of it are not as published, or cannot be read (1)' 'though it is told'
# Packed, and one object taken out of the pack.
copied packed
keep=$(git rev-list --objects --all | cut -d' ' -f1 | grep -v "$old")
rm -rf ../pack && mkdir ../pack && git pack-objects -q ../pack/pack <<<"$keep" >../name
rm -rf .git/objects && mkdir -p .git/objects/pack && mv ../pack/* .git/objects/pack/
cd ..
run verify -C packed
unknown 'a pack without one text of the past' "$old" 'git fsck'
# Forged and incomplete: what was seen to be wrong counts.
lost HEAD~4:content/policies/fund-rules-2024/policy.md removed
(cd lost && page_forged site/ && made_again site/ 's/^Source: .*/Source: 1111111111111111111111111111111111111111/')
run verify -C lost
exits 1 'a forged publication in an incomplete clone'
err_has 'NOT what its source gives' 'is not genuine'
run verify -C lost --page policies/
exits 1 'nor is its page'
lost HEAD~2:site/index.html removed
(cd lost && page_forged site/ && made_again site/)
run verify -C lost --all
exits 1 'one that cannot be told and one that is forged'

# A bit in an object.
cp -R loose bits && cd bits || exit 1
blob=$(git rev-parse HEAD:site/index.html) file=$(object HEAD:site/index.html)
chmod u+w "$file"
git cat-file blob "$blob" | sed 's/政策/正策/' >../forged-page
printf 'blob %d\0' "$(wc -c <../forged-page)" | cat - ../forged-page |
  perl -MCompress::Zlib -0777 -ne 'print compress $_' >"$file"
cd ..
run verify -C bits
unknown 'an object whose bytes are not its name' "$blob" 'site/index.html: '

# Made by another program, or with another theme: equal bytes are genuine, others prove nothing.
other='s/"generator": "[^"]*"/"generator": "gongbao 0.0.1"/'
copied older
sed -i "$other" site/publication.json && made_again site/ && cd ..
run verify -C older
exits 0 'the same pages by another program'
(cd older && page_forged site/ && made_again site/)
run verify -C older
unknown 'other pages by another program' 'gongbao 0.0.1'
run verify -C older --page policies/
unknown 'such a page' 'gongbao 0.0.1'
run verify -C older --page notices/
exits 0 'a page that is the same'
sed -i 's/政策/正策/' older/site/notices/index.html
(cd older && git commit -qa --amend -C HEAD)
run verify -C older
exits 1 'a page that is not what the manifest says'
err_has 'site/notices/index.html: is not what publication.json says' 'needs no program'
copied older
sed -i "$other;"'/fund-rules-2024\/policy.md/s/"sha256":"..../"sha256":"0000/' site/publication.json
made_again site/ && cd ..
run verify -C older --page notices/
exits 1 'a text that is not what the manifest says'
copied older
sed -i "$other"';/"theme"/i\  "later": "versions",' site/publication.json && made_again site/ && cd ..
run verify -C older
unknown 'a manifest that another program may write so' 'another program'
git -C older reset -q --hard origin/main
(cd older && sed -i '/"theme"/i\  "later": "versions",' site/publication.json && made_again site/)
run verify -C older
exits 1 'one that this program does not write'

copied themed
theme='s/"theme": "[0-9a-f]*"/"theme": "'$(printf 'x' | sha256sum | cut -c1-64)'"/'
sed -i "$theme" site/publication.json && made_again site/ && cd ..
run verify -C themed
exits 0 'the same pages with another theme'
(cd themed && page_forged site/ && made_again site/)
run verify -C themed
unknown 'other pages with another theme' 'theme'
# But a theme that lies in the source is the one that it was made with.
copied themed
cp -R "$root/templates" . && sed -i 's/<footer/<footer id="fuss"/' templates/layout.mustache && cd ..
run publish -C themed -m theme --as-of 2026-11-28
exits 0 'a theme of its own'
run verify -C themed
exits 0 'which verifies'
(cd themed && page_forged site/ && sed -i "$theme" site/publication.json && made_again site/)
run verify -C themed
exits 1 'is no excuse'
err_has 'site/policies/index.html: the source gives other bytes' 'the page is named'

# A branch of its own, cloned alone: the content is not here.
repository own
printf 'publish:\n  branch: pages\n' >>own/content/site.yaml
run publish -C own -m '公布' --as-of 2026-11-21
git clone -q --single-branch -b pages "file://$tmp/own" alone
run verify -C alone
unknown 'a branch of its own without the content' "$(git -C own rev-parse main)" 'git fetch origin'
run verify -C alone --page policies/
unknown 'a page of it'
git -C alone fetch -q origin '+refs/heads/*:refs/remotes/origin/*'
run verify -C alone
exits 0 'what was advised helps'
git clone -q --depth 1 -b pages "file://$tmp/own" alone2
run verify -C alone2
unknown 'the same, shallow' '' 'git fetch'

# Another folder of the repository than that of the publication.
mkdir -p deep/gov && cp -R here/content deep/gov/ && git init -q deep
run publish -C deep/gov -m 'below' --as-of 2026-11-21
run verify -C deep
unknown 'another folder' '' '-C'
git init -q --object-format=sha256 sha256
run verify -C sha256
exits 3 'a repository with other object names'
err_has 'git init --object-format=sha1' 'what to do is told'
finish
