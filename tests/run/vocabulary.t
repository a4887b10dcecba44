#!/bin/bash
# A word added to a vocabulary in its one place is complete, or something says what is missing.  The
# program is linked with the words of one file changed and nothing else compiled anew, so that
# nothing else can know how many they are.  make gives the command line of the compiler as COMPILE.
compile=${COMPILE-}
. "${0%/*}/../cli/lib.sh"
: "${compile:=cc -std=c17 -D_GNU_SOURCE -Igenerator $(pkg-config --cflags glib-2.0)}"
libraries=$(sed -n 's/^PKG_LIBS = //p' "$BUILD/config.mk")
day=2025-06-30
export CCACHE_DISABLE=1 # which does not look for a header where none was

# add CONSTANT NAME AFTER HEADER: in changed/, the header with that word after the one of AFTER.
add () {
  rm -rf changed && mkdir -p "changed/${4%/*}"
  sed "s/^\(  X ($3, \"[^\"]*\")\)/\1 X ($1, \"$2\")/" "$root/generator/$4" >"changed/$4"
  ok "the word $2 is added after $3" test "$(grep -c "X ($1, \"$2\")" "changed/$4")" = 1
}
# compiles ARGUMENT…: with what is in changed/ instead of the sources' own.
compiles () { (cd "$root" && eval "$compile -iquote '$tmp/changed'" '"$@"'); }

example here
cp -R "$root/templates" here/
policy=content/policies/statistics-opinion-2023/policy.md
sed -i 's/^kind: .*/kind: decree/' here/$policy
run check -C here --as-of $day
exits 1 'a word that nobody knows'
out_has '[bad-choice]' 'is an error'

add GB_KIND_DECREE decree GB_KIND_OTHER source/vocabulary.h
ok 'its file compiles' compiles -c -o "$tmp/vocabulary.o" generator/source/vocabulary.c
ok 'and links' compiles -o "$tmp/gongbao" "$BUILD/generator/main.o" "$tmp/vocabulary.o" \
  "$BUILD/libgongbao.a" $libraries -lm
GONGBAO=$tmp/gongbao
run build -C here --out "$tmp/site" --as-of $day
exits 1 'a word without strings'
for language in zh-CN en; do
  err_has "templates/strings/$language.yaml:1:1: error: there is no word for 'decree' under 'kind'; add it [missing-word]" \
    "is an error in $language"
done
ok 'and nothing is written' test ! -e site

sed -i '/^kind:$/a \  decree: 规章' here/templates/strings/zh-CN.yaml
sed -i '/^kind:$/a \  decree: Decree' here/templates/strings/en.yaml
run build -C here --out "$tmp/site" --as-of $day
exits 0 'a word with its strings'
page=policies/statistics-opinion-2023
ok 'the page says it' grep -q '规章' site/$page/index.html
ok 'in English too' grep -q 'Decree' site/en/$page/index.html
ok 'Akoma Ntoso says it' grep -qF '<FRBRsubtype value="decree"/>' site/$page/akn.xml
ok 'search engines are told' grep -qF '"legislationType":"规章"' <(tr -d ' \n' <site/$page/index.html)
ok 'the data says it' grep -qF '"kind":"decree"' site/data/policies.json
ok 'its schema allows it' grep -q '"decree"' site/data/schemas/policies.json

# Where each word has something done for it, the compiler names the place.
while read -r after header source; do
  ok "$source compiles" compiles -fsyntax-only "generator/$source"
  add GB_ONE_MORE one-more "$after" "$header"
  ok "$source does not compile without a word for it" \
    grep -q "$source.*GB_ONE_MORE.*not handled" <(compiles -fsyntax-only "generator/$source" 2>&1)
  rm -rf changed
done <<'END'
GB_DUTY_QUARTERLY source/vocabulary.h view/scheme.c
GB_DUTY_QUARTERLY source/vocabulary.h corpus/rules_registry.c
GB_CAP_PER_YEAR source/vocabulary.h corpus/rules_registry.c
GB_OUTCOME_RESTARTED source/vocabulary.h corpus/notice_case.c
GB_EVENT_RENAMED law/standing.h law/standing.c
GB_NOTICE_UNKNOWN law/notice_state.h view/sentence.c
END

# A day that the rules of a registry give an entry is derived for each.
add 'Y, ONE_MORE' one-more 'Y, TERM_REVIEW' source/model_registry.h
ok 'a day of an entry that nothing derives does not compile' \
  grep -q 'GB_ENTRY_DAY_ONE_MORE.*not handled' \
  <(compiles -fsyntax-only generator/corpus/registry_case.c 2>&1)
finish
