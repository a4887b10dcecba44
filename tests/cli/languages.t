#!/bin/bash
# The interface in more than one language: pages of the first at the root, of the others in a folder
# each; everything that is no page is there once.
. "${0%/*}/lib.sh"
day=2026-11-21

example here
run build -C here --out "$tmp/both" --as-of $day
exits 0 'Chinese and English'
is "$(cd both/en && find . -name '*.html' | sort)" \
  "$(cd both && find . -name '*.html' -not -path './en/*' | sort)" 'each page in both'
is "$(find both/en -type f -not -name '*.html')" '' 'other files once'
page=policies/cluster-measures-2024/index.html
ok 'the page in Chinese says so' grep -q '<html lang="zh-CN">' both/$page
ok 'and leads to the English one' grep -q '<a class="tongue" href="../../en/policies/cluster-measures-2024/"' both/$page
ok 'the page in English says so' grep -q '<html lang="en">' both/en/$page
ok 'and leads to the Chinese one' grep -q '<a class="tongue" href="../../../policies/cluster-measures-2024/"' both/en/$page
ok 'its text stays in Chinese' grep -q '第一条' both/en/$page
ok 'it stands under its own address' \
  grep -q 'rel="canonical" href="https://gongbao.example.com/en/policies/cluster-measures-2024/"' both/en/$page
is "$(grep -c 'hreflang=' both/$page)" 3 'search engines are told of both'

sed -i 's/^languages:.*/languages: [en, zh-CN]/' here/content/site.yaml
run build -C here --out "$tmp/turned" --as-of $day
exits 0 'English first'
ok 'English is at the root' grep -q '<html lang="en">' turned/$page
ok 'Chinese in its folder' grep -q '<html lang="zh-CN">' turned/zh-cn/$page

sed -i 's/^languages:.*/languages: [zh-CN]/' here/content/site.yaml
run build -C here --out "$tmp/one" --as-of $day
exits 0 'Chinese alone'
ok 'there is no other folder' test ! -e one/en
is "$(grep -c 'hreflang' one/$page)" 0 'and nothing leads there'
finish
