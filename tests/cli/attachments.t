#!/bin/bash
# Attachments: what is published as it is runs nowhere, has one name everywhere and stands in the
# place of nothing that the site writes itself.
. "${0%/*}/lib.sh"
. "$root/tests/cli/repository.sh"
day=2026-11-21
folder=content/policies/fund-rules-2024
text=$root/tests/example/$folder/policy.md
listed=$(grep -n '^  - file: budget-2025.csv$' "$text" | cut -d: -f1) # and its title on the next line

# attach NAME…: a fresh example in here/, to whose policy these files are added, from line $first on.
first=$((listed + 2))
attach () {
  rm -rf here && example here
  for name; do
    [ -e "here/$folder/$name" ] || echo "$name" >"here/$folder/$name"
  done
  {
    head -n $((first - 1)) "$text"
    printf "  - file: '%s'\n" "$@"
    tail -n "+$first" "$text"
  } >"here/$folder/policy.md"
  run check -C here --as-of $day
}
# refused CODE NAME…: each is an error in the place where it is listed.
refused () {
  local code=$1 line=$first
  shift
  attach "$@"
  exits 1 "refused: ${1@Q} …"
  for name; do
    ok "${name@Q} is an error in its place" \
      grep -q "^$folder/policy.md:$line:11: error: .*; .*\[$code\]$" out
    line=$((line + 1))
  done
  out_lacks 'unlisted-attachment' 'none of them is called unlisted as well'
  is "$(grep -c ': error: ' out)" $# 'and there is no other error'
}

# ---- what a browser or a server runs ----
refused bad-attachment form.html form.htm form.xhtml form.svg form.svgz form.js form.mjs form.xml \
  form.xsl form.php form.phtml form.asp form.aspx form.jsp form.shtml form.cgi form.wasm form.hta \
  form.exe form.docm form.swf form.css form.json form.md web.config php.ini \
  FORM.HTML Form.Php form.pdf.php form.docx.html shell.php.jpg form.html.pdf form.php5.zip \
  CNAME _redirects _headers README form pdf 附件 form.ｐｄｆ form．pdf form.pdf.x

# ---- what is read as another name, or as nothing that can be read ----
refused bad-attachment .htaccess .user.ini .pdf '~$form.docx' 'form.pdf.' 'form.html.' 'form.pdf ' ' form.pdf' \
  'form.pdf　' CON nul aux.pdf NUL.txt Com1.docx lpt9.pdf com¹.pdf ＣＯＮ.pdf 'con .pdf' \
  'a%2fb.pdf' '100%.pdf' 'a\b.pdf' 'a:b.pdf' 'form.pdf:x.pdf' 'a*.pdf' 'a?.pdf' 'a"b.pdf' 'a<b.pdf' 'a|b.pdf' \
  'a#b.pdf' 'x.asp;.jpg' \
  $'form\u202efdp.docx' $'form\u200b.pdf' $'fo\u2066rm\u2069.pdf' $'fo\u00adrm.pdf' $'form\u200e.pdf' \
  $'form\u3164.pdf' $'form\ufe0f.pdf' $'form\U000e0041.pdf' \
  "$(printf '表%.0s' {1..80}).docx"
out_has "the name 'a:b.pdf' holds ':', which not every disk and server takes as it is; give the attachment another name" \
  'why and what to do is told'

# A control character is refused where the file is read.
attach form.pdf
sed -i "s/'form.pdf'/\"form\\\\x01.pdf\"/" here/$folder/policy.md
run check -C here --as-of $day
exits 1 'a control character'
out_has "$folder/policy.md:$first:11: error: " 'in its place'

# ---- names that are one where case, width or normal form do not count ----
twice () { # NAME OTHER
  attach "$1" "$2"
  exits 1 "${1@Q} beside ${2@Q}"
  out_has "$folder/policy.md:$((first + 1)):11: error: many disks and servers take '$2' and '$1' (line $first) for one name; give one of the two another [bad-attachment]" \
    'both are named'
}
twice form.pdf Form.PDF
twice 'form 1.pdf' 'form　1.pdf'
twice 表A.pdf 表ａ.pdf
twice $'caf\u00e9.pdf' $'cafe\u0301.pdf'
twice $'stra\u00dfe.pdf' STRASSE.pdf
attach form.pdf form.pdf
out_has "$folder/policy.md:$((first + 1)):11: error: 'form.pdf' is listed twice; delete one of them [bad-attachment]" \
  'the same twice'

# ---- names that officials give ----
good=(form.pdf Form-2.PDF 附件1.申报表.docx '附件 2（盖章）.ofd' 关于“评分”的说明：第一稿.doc
  2023.10.8公示名单.xlsx 名单v1.2.csv v2.v3.pdf 表.A.wps 100％.et 说明.txt 材料.zip 材料.rar 材料.7z 图.jpg 图.JPEG 图.png 图.gif
  图.webp 图.tif 幻灯片.ppt 幻灯片.pptx 幻灯片.dps 表格.xls 表格.ods 文本.odt 文本.rtf 录音.mp3 录像.mp4 form.docx.pdf
  附件①.docx 附件②.docx console.pdf auxiliary.pdf com.pdf com10.pdf 𠮷.pdf 'A&B.pdf' a+b.pdf)
attach "${good[@]}"
exits 0 'names that officials give'
run build -C here --out "$tmp/built" --as-of $day
exits 0 'are built'
for name in "${good[@]}"; do
  ok "$name is published as it is" cmp "here/$folder/$name" "built/policies/fund-rules-2024/$name"
done
attach form.exe
suffixes=$(sed -n 's/.*must end in one of \(.*\); convert it.*/\1/p' out)
is "$(wc -w <<<"$suffixes")" 30 'the message says what may be published'
for readme in docs/files.md docs/zh-CN/files.md; do
  ok "as does $readme" grep -qF -- "\`${suffixes//, / }\`" "$root/$readme"
done

# ---- names of the site's own ----
# A publication with everything: versions, comparisons, an interpretation, a record, two languages.
repository record
git -C record add -A && git -C record commit -qm '录入'
run publish -C record -m '首次公布' --as-of $day
exits 0 'published'
sed -i 's/2000万元/3000万元/' record/content/policies/*/policy.md
echo >>record/content/policies/cluster-measures-2024/policy.md
run publish -C record -m '更正' --as-of $day
exits 0 'published again'

# Everything below a policy's page that is no attachment of it.
for path in record/site/policies/*/policy.txt; do
  id=$(basename "${path%/policy.txt}")
  (cd "record/site/policies/$id" && printf '%s\n' *) |
    grep -vxFf <(printf '%s\n' /; sed -n 's/^  - file: //p' "record/content/policies/$id/policy.md")
done | sort -u >own
for name in akn.xml calendar.ics compare feed.json feed.xml index.html interpretation policy.txt policy.md \
  revisions versions; do
  ok "$name is what a policy's page has beside it" grep -qxF "$name" own
done
mapfile -t own <own
refused bad-attachment "${own[@]/#policy.md/POLICY.MD}" Versions AKN.XML Feed.Json INDEX.HTML ｉｎｄｅｘ.html Policy.txt
out_has "the site has a file of its own at the address of 'revisions'; give the attachment another name" \
  'the cure is told'

# The same of pages and policies.
rm -rf here && example here
for path in record/site/*/; do
  name=$(basename "$path")
  [ -e "record/content/pages/$name.md" ] || {
    cp here/content/pages/help.md "here/content/pages/$name.md"
    echo "content/pages/$name.md"
  }
done >taken
for path in record/site/policies/*/; do
  name=$(basename "$path")
  [ -e "record/content/policies/$name" ] || {
    cp -R here/content/policies/statistics-opinion-2023 "here/content/policies/$name"
    echo "content/policies/$name"
  }
done >>taken
for name in subscribe search en index; do
  ok "$name is a page of the site's own" grep -qx "content/pages/$name.md" taken
done
run check -C here --as-of $day
exits 1 'ids that are taken'
while read -r file; do
  ok "$file is refused" grep -q "^$file:1:1: error: the site uses the address .* \[reserved-id\]$" out
done <taken

rm -rf here && example here
cp here/content/pages/help.md here/content/pages/con.md
cp -R here/content/policies/statistics-opinion-2023 here/content/policies/nul
run check -C here --as-of $day
exits 1 'ids that no folder can have everywhere'
out_has 'content/pages/con.md:1:1: error: ' 'a page'
out_has 'content/policies/nul:1:1: error: ' 'a policy'

# ---- a way out for what was published before ----
echo '一' >record/$folder/form.txt
sed -i 's/^attachments:/&\n  - file: form.txt/' record/$folder/policy.md
run publish -C record -m '附件' --as-of $day
exits 0 'an attachment is published'
rm record/$folder/form.txt && sed -i '/form.txt/d' record/$folder/policy.md
cat >>record/content/addresses.yaml <<'END'
withdrawn:
  - {address: policies/fund-rules-2024/form.txt, date: 2026-11-20, reason: 附件已撤下（示例）}
  - {address: "policies/fund-rules-2024/100% #1?.pdf", date: 2026-11-20, reason: 附件已撤下（示例）}
  - {address: policies/fund-rules-2024/evil.html, date: 2026-11-20, reason: 附件已撤下（示例）}
END
run publish -C record -m '撤下附件' --as-of $day
exits 0 'and withdrawn, whatever names were published once'
finish
