#!/bin/bash
# Texts: every sign of a policy, a version, an interpretation, a notice reaches the page, or is said
# to be wrong with its place; a page of content/pages is CommonMark.
. "${0%/*}/lib.sh"
day=2026-11-21
example good
policy=content/policies/park-measures-2026/policy.md
version=content/policies/cluster-measures-2024/versions/2025-01-01.md
interpretation=content/policies/cluster-measures-2024/interpretation.md
notice=content/notices/demo-zones-2024.md
page=content/pages/help.md

signs='奖励分两档：一是5*100万元；二是3*50万元，见a_b_c与\共享&nbsp;。

> 5亿元的企业。

- 10分；

[注1]: 数据为2023年口径。

~~~

| 规格5*3*2 | > 1 |
| --- | --- |
| - 2 | [1]: 甲 |

```table
caption: 单价3*2*1
columns: [甲*乙*]
rows: [["_丙_"]]
```'
for file in $policy $version $interpretation $notice $page; do
  printf '\n%s\n' "$signs" >>"good/$file"
done
run build -C good --out "$tmp/site" --as-of $day
exits 0 'texts with signs that Markdown knows'

# words FILE: what a page says, without its tags and references.
words () { sed 's/<[^>]*>//g; s/&lt;/</g; s/&gt;/>/g; s/&amp;/\&/g' "$1"; }
while read -r kind file; do
  words "$file" >words
  for sign in '一是5*100万元；二是3*50万元' '见a_b_c与\共享&nbsp;。' '> 5亿元的企业。' '- 10分；' '[注1]: 数据为2023年口径。' \
    '~~~' '规格5*3*2' '> 1' '- 2' '[1]: 甲' '单价3*2*1' '甲*乙*' '_丙_'; do
    ok "$kind: $sign" grep -qF -- "$sign" words
  done
done <<EOF
policy site/policies/park-measures-2026/index.html
text site/policies/park-measures-2026/policy.txt
akn site/policies/park-measures-2026/akn.xml
version site/policies/cluster-measures-2024/versions/2025-01-01/index.html
interpretation site/policies/cluster-measures-2024/interpretation/index.html
notice site/notices/demo-zones-2024/index.html
EOF
words site/help/index.html >words
ok 'a page has emphasis' grep -q '一是5100万元；二是350万元' words
ok 'and no definitions of links' test -z "$(grep -F '[注1]' words)"

# Bold print beside Chinese punctuation, and asterisks that may be words.
example bold
printf '\n**第七条　附则。**本市企业。\n' >>"bold/$policy"
printf '\n**注意：**不得转让。\n' >>"bold/$notice"
run build -C bold --out "$tmp/bold-site" --as-of $day
exits 0 'bold print that ends with a stop'
ok 'is an article' grep -qF 'href="#art-7">第七条</a>　<strong>附则。</strong>本市企业。' \
  bold-site/policies/park-measures-2026/index.html
ok 'is bold' grep -qF '<strong>注意：</strong>不得转让。' bold-site/notices/demo-zones-2024/index.html

# What an original has twice is published as it is, with a second address; a line that only looks
# like an article is named.
example twice
{
  printf '\n第七条市局负责。\n\n区局协助。\n\n第七条　镇街协助，见第七条第二款。\n'
  printf '\n第十六条规定的企业除外。\n\n第十六条市局解释。\n'
} >>"twice/$policy"
last=$(wc -l <"twice/$policy")
# A paragraph is a clause that a key may name.
sed -i '/days_after_publication/,/clause/s/clause: art-6/clause: art-7-p2/' "twice/$policy"
run check -C twice --as-of $day
exits 0 'an article that stands twice is no error'
cat "$tmp/out" "$tmp/err" >both
ok 'but named' grep -q "^$policy:$((last - 4)):1: warning: '第七条' stands twice at the same place, first on line $((last - 8));" both
ok 'a line that looks like an article' grep -q "^$policy:$last:1: warning: a line that begins with '第十六条' is taken" both
ok 'and no other' test "$(grep -c '\[unclear-label\]' both)" = 1
run build -C twice --out "$tmp/twice-site" --as-of $day
exits 0 'it is built'
twice=twice-site/policies/park-measures-2026/index.html
for id in '<section class="article" id="art-7">' '<section class="article" id="art-7-b">' '<p id="art-7-p2">区局协助。' \
  '<a class="ref" href="#art-7-p2">第七条第二款</a>' 'park-measures-2026/#art-7-p2">第七条第二款</a>' '<p>第十六条市局解释。'; do
  ok "has $id" grep -qF "$id" $twice
done

example bad
declare -A lines
for file in $policy $version $interpretation $notice; do
  printf '\n公示：张**和李**签订。\n\n甲<b>乙\n' >>"bad/$file"
  lines[$file]=$(($(wc -l <"bad/$file") - 2))
done
run check -C bad --as-of $day
exits 1 'asterisks between letters, and HTML'
cat "$tmp/out" "$tmp/err" >both
for file in "${!lines[@]}"; do
  ok "$file: the asterisks" grep -qF "$file:${lines[$file]}:5: error: '**' may be bold print here" both
  ok "$file: the HTML" grep -qF "$file:$((${lines[$file]} + 2)):2: error: HTML is not allowed" both
done
run build -C bad --out "$tmp/none" --as-of $day
exits 1 'nothing is built'
ok 'and nothing is there' test ! -e none

# Pictures: each is an attachment of a policy, and is found from every page.
example pictures
owner=content/policies/cluster-measures-2024
echo x >"pictures/$owner/示 图.png"
printf '\n![图](./示%%20图.png)\n' >>"pictures/$owner/policy.md"
printf '\n| 图 |\n| --- |\n| ![图](../示%%20图.png) |\n' >>"pictures/$version"
printf '\n![图](示%%20图.png)\n' >>"pictures/$interpretation"
printf '\n![图](/policies/cluster-measures-2024/示%%20图.png)\n' >>"pictures/$notice"
printf '\n![图](/policies/cluster-measures-2024/示%%20图.png)\n' >>"pictures/$page"
run check -C pictures --as-of $day
exits 1 'pictures that are not listed'
for file in "$owner/policy.md" "$version" "$interpretation" "$notice" "$page"; do
  ok "$file: its place" grep -q "^$file:$(wc -l <"pictures/$file"):[0-9]*: error: the picture '示%20图.png' is not published; .*\[unlisted-picture\]$" out
done
sed -i 's/^attachments:$/&\n  - {file: 示 图.png, title: 图}/' "pictures/$owner/policy.md"
run build -C pictures --out "$tmp/picture-site" --as-of $day
exits 0 'pictures that are listed'
# leads PAGE: the picture of a page leads to the file.
leads () {
  local address
  address=$(grep -o '<img src="[^"]*"' "picture-site/$1/index.html" | cut -d'"' -f2)
  ok "the picture of $1 is there" test -f "picture-site/$1/$(printf '%b' "${address//%/\\x}")"
}
for folder in '' en/; do
  leads "${folder}policies/cluster-measures-2024"
  leads "${folder}policies/cluster-measures-2024/versions/2025-01-01"
  leads "${folder}policies/cluster-measures-2024/interpretation"
  leads "${folder}notices/demo-zones-2024"
done
leads help

example missing
for file in $policy $version $interpretation $notice $page; do
  printf '\n甲![图](./a.png)\n' >>"missing/$file"
done
run check -C missing --as-of $day
exits 1 'pictures that are not there'
is "$(grep -c "a.png'.*\[missing-file\]$" out)" 5 'each is said'
ok 'with its place' grep -q "^$policy:$(wc -l <missing/$policy):7: error: there is no picture 'a.png' beside $policy" out
finish
