#!/bin/bash
# A word added to a vocabulary in its one place is complete, or something says what is missing: the
# program is linked with the words of one file changed and nothing else compiled anew, so that
# nothing else can know how many they are.  make gives the compiler's command line as COMPILE.
compile=${COMPILE-}
. "${0%/*}/../cli/lib.sh"
: "${compile:=cc -std=c17 -D_GNU_SOURCE -Igenerator $(pkg-config --cflags glib-2.0)}"
libraries=$(sed -n 's/^PKG_LIBS = //p' "$BUILD/config.mk")
day=2025-06-30

# with CONSTANT NAME AFTER: links $tmp/gongbao with that word after the one of the constant AFTER.
with () {
  mkdir -p changed/source
  sed "s/^\(  X ($3, \"[^\"]*\")\)/\1 X ($1, \"$2\")/" "$root/generator/source/vocabulary.h" \
    >changed/source/vocabulary.h
  ok "the word $2 is added" test "$(grep -c "X ($1, \"$2\")" changed/source/vocabulary.h)" = 1
  ok 'its file compiles' env -C "$root" bash -c \
    "$compile -iquote '$tmp/changed' -c -o '$tmp/vocabulary.o' generator/source/vocabulary.c"
  ok 'and links' env -C "$root" bash -c "$compile -o '$tmp/gongbao' \
    '$BUILD/generator/main.o' '$tmp/vocabulary.o' '$BUILD/libgongbao.a' $libraries -lm"
  GONGBAO=$tmp/gongbao
}

example here
cp -R "$root/templates" here/
policy=content/policies/statistics-opinion-2023/policy.md
sed -i 's/^kind: .*/kind: decree/' here/$policy
run check -C here --as-of $day
exits 1 'a word that nobody knows'
out_has '[bad-choice]' 'is an error'

with GB_KIND_DECREE decree GB_KIND_OTHER
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
finish
