#!/bin/bash
# Akoma Ntoso: every file is valid, every reference in it leads somewhere, and no word of a page is
# missing; the units of one difficult text are where they belong.
. "${0%/*}/lib.sh"

schema=$root/tests/schemas/akomantoso30.xsd

# valid FOLDER NAME: every akn.xml of the site, of which there is at least one.
valid () {
  find "$1" -name akn.xml | sort >"$tmp/files"
  ok "$2: there are some" test -s "$tmp/files"
  xargs xmllint --nonet --noout --schema "$schema" <"$tmp/files" >"$tmp/out" 2>&1
  status=$? command="xmllint --schema"
  is "$status" 0 "$2: valid"
}

# The schema takes "#nope" for an address like any other.
cat >references.pl <<'EOF'
use utf8; use open qw(:std :encoding(UTF-8)); undef $/;
my $wrong = 0;
while (<>) {
  my %ids; $ids{$1}++ while /\seId="([^"]*)"/g;
  while (/\s(?:href|source|refersTo|start|end|period|dictionary)="#([^"]*)"/g) {
    next if $ids{$1};
    print STDERR "$ARGV: #$1 leads nowhere\n"; $wrong = 1;
  }
  my ($frbr) = /<FRBRManifestation>\s*<FRBRthis value="([^"]*)"/;
  $frbr =~ /(policies\/.*)/ && index ($ARGV, $1) >= 0 or print STDERR "$ARGV says that it is $frbr\n" and $wrong = 1;
}
exit $wrong;
EOF

# The words of the page and those of the file beside it, without white space.
cat >words.pl <<'EOF'
use utf8; use open qw(:std :encoding(UTF-8)); undef $/;
sub words {
  my $text = shift;
  $text =~ s/<[^>]*>//g; $text =~ s/\s//g;
  return $text;
}
my $wrong = 0;
for my $file (@ARGV) {
  open my $xml, '<', $file or die; my $akn = <$xml>;
  (my $page = $file) =~ s/akn\.xml$/index.html/;
  open my $html, '<', $page or die; my $text = <$html>;
  $text =~ s/.*<article class="text"[^>]*>(.*?)<\/article>.*/$1/s or die "$page has no text";
  $text =~ s/<p class="amended".*?<\/p>//gs; # what the page adds
  # A text without a title has that of its policy here.
  $akn =~ s/<preface>\s*<p class="title"><docTitle>.*?<\/preface>//s;
  $text =~ s/<p class="amended".*?<\/p>//gs; # what the site says of an article, not its words
  $akn =~ s/<meta>.*?<\/meta>//gs; $akn =~ s/<br\/>//g;
  my ($made, $wanted) = (words ($akn), words ($text));
  next if $made eq $wanted;
  my $at = 0; $at++ while substr ($made, $at, 1) eq substr ($wanted, $at, 1);
  print STDERR "$file: ", substr ($made, $at, 20), " where the page has ", substr ($wanted, $at, 20), "\n";
  $wrong = 1;
}
exit $wrong;
EOF

sound () { # FOLDER NAME
  valid "$1" "$2"
  ok "$2: references lead somewhere" xargs perl references.pl <"$tmp/files"
  ok "$2: the words are those of the pages" xargs perl words.pl <"$tmp/files"
}

example ex
run build -C ex --out made --as-of 2026-11-21
exits 0 'the example is built'
sound made 'example'
is "$(find made -name akn.xml | grep -c /versions/)" "$(ls -d made/policies/*/versions/*/ | wc -l)" \
  'each version has its own'
is "$(find made/policies -mindepth 2 -maxdepth 2 -name akn.xml | wc -l)" \
  "$(ls -d "$root"/tests/example/content/policies/*/ | wc -l)" 'each policy has one'
ok 'no other language has one' test ! -e made/en/policies/cluster-measures-2024/akn.xml

real real
run build -C real --out made-real --as-of 2026-11-21
exits 0 'the real content is built'
sound made-real 'real content'

# -- one text with everything that is difficult --

mkdir ex/content/policies/difficult-2025
cat >ex/content/policies/difficult-2025/policy.md <<'EOF'
---
title: 示例市疑难格式规定（示例）
issuer: city-industry
kind: normative
signed: 2025-01-01
effect:
  date: 2025-02-01
validity:
  years: 2
basis:
  - title: 示例省“<&>”条例（示例）
---

印在标题上面的字

# 示例市疑难格式规定（示例）

标题下面的字。

## 第一编　总则

### 第一分编　一般规定

#### 第一章　范围

##### 第一节　对象

第一条　第一款，见第二条第（二）项和[外部](https://example.org/a?b=1&c=〔2〕)、[邮箱](mailto:a@example.org)。

第二款。

第二条　第二条的第一款：

（一）甲&#1;项；

（二）乙项：

1. 目一；
2. 目二。

第二条的第二款：

（一）丙项。

第三条　条文有题

题下的第一款，**粗** *斜* `码` 和 <https://example.org/[x]|y>。

| 指标 | 分值 |
| --- | --- |
| 甲 | 1 |

- 点一
- 点二
  - 点二之一

> 引文一。

第四条　末条。

附件：1.样表

# 附件1：样表

一、小标题

小标题下的字。

```
码一
码二 <&>
```

---

线后的字。
EOF
run build -C ex --out made-2 --as-of 2026-11-21
exits 0 'a difficult text is built'
sound made-2 'difficult'
akn=made-2/policies/difficult-2025/akn.xml

# at XPATH WANTED NAME: the string value of a node, white space folded.
at () {
  local path=${1//@id=/@eId=}
  is "$(xmllint --nonet --xpath "normalize-space(string($path))" "$akn")" "$2" "$3"
}
a () { printf "//*[local-name()='%s' and @eId='%s']" "$1" "$2"; }
at "count($(a book bian-1)/*[local-name()='division']/*[local-name()='chapter']/*[local-name()='section']/*[local-name()='article'])" \
  4 '编 分编 章 节 条 stand in each other'
at "$(a docTitle text)" '示例市疑难格式规定（示例）' 'the title'
at "//*[local-name()='preface']/*[1]" '印在标题上面的字' 'what stands over the title'
at "//*[local-name()='body']/*[1]" '标题下面的字。' 'what stands under it'
at "$(a paragraph art-1-kuan2)" '第二款。' 'a second 款'
at "$(a paragraph art-1-kuan1)//*[local-name()='ref'][1]/@href" '#art-2-2' 'a reference to an item'
at "$(a paragraph art-1-kuan1)//*[local-name()='ref'][2]/@href" \
  'https://example.org/a?b=1&c=%E3%80%942%E3%80%95' 'an address abroad, as a URI'
at "$(a article art-2)/*[local-name()='paragraph'][2]" '第二条的第二款： （一） 丙项。' \
  'a 款 behind items is of the article'
at "$(a article art-2)/*[local-name()='paragraph'][2]/*[local-name()='point']/@eId" 'art-2-kuan2-1' \
  'with items of its own'
at "$(a point art-2-1)/*[local-name()='content']" '甲&#1;项；' 'what stands for a character in HTML is words'
at "$(a indent art-2-2-2)" '2. 目二。' '目'
at "$(a article art-3)/*[local-name()='heading']" '条文有题' 'the heading of an article'
at "$(a paragraph art-3-kuan1)/*[local-name()='content']/*[1]" '题下的第一款，粗 *斜* `码` 和 <https://example.org/[x]|y>。' \
  'words in an article with a heading'
at "$(a paragraph art-3-kuan1)//*[local-name()='td'][2]" '1' 'a table'
at "$(a paragraph art-3-kuan1)" '题下的第一款，粗 *斜* `码` 和 <https://example.org/[x]|y>。 指标分值 甲1 - 点一 - 点二 - 点二之一 > 引文一。' \
  'lines of a list and a quotation are no 款 of their own'
at "$(a attachment annex-1)/*[local-name()='heading']" '样表' 'an annex'
at "$(a attachment annex-1)//*[local-name()='p'][starts-with(., '码')]" '码一码二 <&>' 'signs that XML knows'
at "//*[local-name()='eventRef' and @eId='event-expired']/@date" '2027-02-01' \
  'two years from 2025-02-01 end with 2027-01-31: the first day without force'
at "//*[local-name()='timeInterval']/@start" '#event-effective' 'the interval begins with the effect'
at "//*[local-name()='timeInterval']/@end" '#event-expired' 'and ends with the expiry'
at "//*[local-name()='TLCReference']/@showAs" '依据 示例省“<&>”条例（示例）' 'a basis'

# -- texts put together at random, of which many make no sense --

mkdir -p random/content/policies
cp -R "$root"/tests/example/content/{agencies.yaml,site.yaml,calendar} random/content/
cat >random.pl <<'EOF'
use utf8; use open qw(:std :encoding(UTF-8));
srand 1;
my @blocks = ("- 点\n- 点\n  - 深\n\n    | x | y |\n    | --- | --- |\n    | 1 | 2 |", "> 引\n>\n> - 点\n>\n> | x | y |\n> | --- | --- |\n> | 1 | 2 |",
  "```\n码 <&>\n```", '---', '# 附件1：甲', '# 附件2', '附件3', '# 题一', '# 题二', '## 第一编　甲', '## 第二章　乙', '### 第三节　丙',
  '## 一、丁', '（一）戊', '（二）己：', '1. 庚', "1. 辛\n\n   第二段\n\n   - x\n2. 壬", '（1）癸', '①子', '第七条', '第八条　有题',
  '第九条　有题：', '公开方式：主动公开', "附件：1.甲\n2.乙", '普通一段。', '[二](#art-7) [三](https://a.example/%zz?[x])',
  '**粗《文件》**第七条第（一）项', '第一部分　总体', '> # 引题', "1) 甲\n2) 乙\n   1. 丙\n      1. 丁", "| a | b |\n| --- | --- |\n| **x** | 1 |",
  "```table\ncolumns: [甲, 乙]\nrows:\n  - [{text: 一, rows: 2}, '- x']\n  - ['**二**']\ncaption: 表\nunit: 个\nnote: 注\n```");
for my $i (1 .. 300) {
  my $folder = "random/content/policies/p$i";
  mkdir $folder;
  my (@body, %seen);
  for (0 .. rand 14) {
    my $block = $blocks[rand @blocks];
    push @body, $block unless $seen{$block}++;
  }
  open my $file, '>', "$folder/policy.md";
  print $file "---\ntitle: 示例$i\nissuer: city-industry\nkind: normative\nsigned: 2024-01-01\n---\n\n", join ("\n\n", @body), "\n";
}
EOF
perl random.pl
run build -C random --out made-random --as-of 2026-11-21
# What the program itself refuses is left out.
grep -o '^content/policies/p[0-9]*/policy.md:[0-9:]* error' "$tmp/err" | cut -d/ -f1-3 | sort -u |
  sed 's|^|random/|' | xargs rm -rf
run build -C random --out made-random --as-of 2026-11-21
exits 0 'texts at random are built'
ok 'most of them' test "$(find made-random -name akn.xml | wc -l)" -gt 200
sound made-random 'random'

# -- the several texts of one policy --

akn=made/policies/cluster-measures-2024/akn.xml
work=https://gongbao.example.com/policies/cluster-measures-2024/
at "//*[local-name()='FRBRWork']/*[local-name()='FRBRthis']/@value" "$work" 'the work is the policy'
at "//*[local-name()='FRBRExpression']/*[local-name()='FRBRthis']/@value" "${work}zho@2026-05-01" \
  'the expression is the text of its first day'
at "(//*[local-name()='temporalGroup'])[1]/*/@start" '#event-effective' 'the policy holds from its effect'
at "(//*[local-name()='temporalGroup'])[1]/*/@end" '#event-expired' 'to its expiry'
at "(//*[local-name()='temporalGroup'])[2]/*/@start" '#event-amended-1' 'the text from its amendment'
at "(//*[local-name()='temporalGroup'])[2]/*/@end" '#event-amended-2' 'to the next'
at "//*[@eId='event-amended-1']/@date" 2026-05-01 'which is of this day'
at "//*[@eId=substring(//*[@eId='event-amended-1']/@source, 2)]/@href" \
  https://gongbao.example.com/policies/cluster-amendment-2026/ 'by this document'
at "//*[local-name()='activeRef']/@href" https://gongbao.example.com/policies/cluster-measures-2022/ \
  'it replaces this one'
at "//*[@eId='cover']/@name" cover 'the covering notice stands before the text'
at "$(a attachment annex-1)//*[local-name()='tr'][2]/*[3]" 30 'a figure in the table of an annex'
akn=made/policies/cluster-measures-2024/versions/2025-01-01/akn.xml
at "(//*[local-name()='temporalGroup'])[2]/*/@end" '#event-amended-1' 'the first text ends with the amendment'
akn=made/policies/cluster-measures-2022/akn.xml
at "(//*[local-name()='temporalGroup'])[1]/*/@end" '#event-replaced' 'a policy ends where another replaces it'
at "//*[local-name()='passiveRef']/@href" "$work" 'which is named'

# -- until the last day of the calendar, behind which there is none --

sed -i 's/^  years: 2$/  until: 2999-12-31/' ex/content/policies/difficult-2025/policy.md
run build -C ex --out made-2 --as-of 2026-11-21
exits 0 'a policy until the end of the calendar is built'
valid made-2 'until the end of the calendar'
akn=made-2/policies/difficult-2025/akn.xml
at "count(//*[local-name()='eventRef' and @eId='event-expired'])" 0 'no day on which it is over'
at "//*[local-name()='timeInterval']/@end" '' 'and none that its force ends with'
ok 'its page expects no other status' test -z "$(grep -F 'data-steps=' made-2/policies/difficult-2025/index.html)"
finish
