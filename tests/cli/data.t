#!/bin/bash
# What there is to download: tables to the byte, texts, one archive that others can read, and the files at
# agreed addresses.
. "${0%/*}/lib.sh"
. "$root/tests/cli/repository.sh"

# ---- a small site with words that are hard to write ----

mkdir -p here/content/{policies/rules,registries/list}
cat >here/content/site.yaml <<'END'
name: 示例站
base_url: https://www.example.com/gongbao
authority: office
END
cat >here/content/agencies.yaml <<'END'
agencies:
  - id: office
    name: 示例办公室
    short_name: "=1+1"
    aliases: [甲办, "乙,办"]
    level: city
  - id: bureau
    name: '他说"好"'
    region: "第一行\n第二行"
    parent: office
    url: https://www.example.com/?a=1&b=2
END
cat >here/content/policies/rules/policy.md <<'END'
---
title: "@规则，第一,版"
number: 示办〔2026〕1号
kind: normative
issuer: office
signed: 2026-01-05
published: 2026-01-06
effect: { date: 2026-02-01 }
validity: { years: 2, clause: art-2 }
topics: [甲, 乙]
---

# 规则

第一条 为了“规范”，制定本规则。

第二条 有效期二年。

| 项 | 值 |
|---|---|
| 甲 | 1 |
END
cat >here/content/registries/list/registry.yaml <<'END'
title: 示例名录
kind: cluster
authority: office
criteria:
  - { id: output, title: 产值, comparison: at-least, value: 20, unit: 亿元 }
  - { id: output, title: 产值, comparison: at-most, value: 50, unit: 亿元 }
END
cat >here/content/registries/list/2026.yaml <<'END'
title: 首批
year: 2026
certified: 2026-03-01
decision: { title: 关于公布名单的通知, number: 示办〔2026〕2号, date: 2026-03-01 }
entries:
  - { id: one, name: "-甲集群", region: 示例区 }
  - { id: two, name: 乙集群, note: "说明, 有逗号" }
END
run build -C here --as-of 2026-03-02
exits 0 'the small site is built'
cd here/site || exit 1

cat >wanted <<'END'
id,name,short_name,aliases,level,region,parent,url
office,示例办公室,=1+1,"甲办;乙,办",city,,,
bureau,"他说""好""",,,,"第一行
第二行",office,https://www.example.com/?a=1&b=2
END
# CR LF, but for the line within a field, which is the author's.
sed -i '/^bureau/!s/$/\r/' wanted
ok 'quotes, commas and lines within a field, as RFC 4180 writes them' cmp wanted data/agencies.csv
{ printf '\357\273\277' && sed "s/,=1+1,/,'=1+1,/" wanted; } >wanted.excel
ok 'for Excel: a byte order mark, and no formula' cmp wanted.excel data/agencies.excel.csv

is "$(sed -n 2p data/policies.csv | cut -d, -f1-4)" 'rules,"@规则，第一,版",示办〔2026〕1号' \
  'for programs words stay as they are'
is "$(sed -n 2p data/policies.excel.csv | cut -d, -f1-4)" "rules,\"'@规则，第一,版\",示办〔2026〕1号" \
  'for Excel they are no formula'
columns () { # FILE COLUMN…: of the first row, by name
  perl -CSDA -e 'open F, "<:raw:encoding(UTF-8)", shift; my @h = split /,/, (<F> =~ s/\r\n//r);
    my $l = <F>; $l =~ s/\r\n//; my @f; push @f, $1 // $2 while $l =~ /\G(?:"((?:[^"]|"")*)"|([^,]*))(?:,|$)/g;
    my %r; @r{@h} = @f; print join("|", map { $r{$_} // "none" } @ARGV), "\n"' "$@"
}
is "$(columns data/policies.csv effective effective_rule last_day last_day_rule last_day_counted_from last_day_count \
  last_day_clause last_day_clause_anchor topics status url)" \
  '2026-02-01|recorded|2028-01-31|years-before|2026-02-01|2|第二条|art-2|甲;乙|in-force|https://www.example.com/gongbao/policies/rules/' \
  'every date with how it came about'
is "$(columns data/registries/list.csv registry id name status certified decision_number)" \
  'list|one|-甲集群|certified|2026-03-01|示办〔2026〕2号' 'a registry has a table of its own'
is "$(columns data/registries/list.excel.csv name)" "'-甲集群" 'with one for Excel'
ok 'and it is part of the whole' cmp data/registries/list.csv data/entries.csv
ok 'so are its events' cmp data/registries/list.events.csv data/events.csv
is "$(columns data/events.csv entry number when kind implied decision_title)" \
  'one|1|2026-03-01|certified|true|关于公布名单的通知' 'an event for each'
is "$(columns data/batches.csv registry id year certified recorded decision_date)" \
  'list|2026|2026|2026-03-01|2|2026-03-01' 'a batch'

is "$(cut -d, -f1,2,4,5 data/criteria.csv | sed 1d | tr -d '\r' | paste -sd '|')" \
  'list,output,at-least,20|list,output,at-most,50' 'two conditions on one measure are two'

cat >wanted <<'END'
@规则，第一,版
示办〔2026〕1号
https://www.example.com/gongbao/policies/rules/

规则
第一条　为了“规范”，制定本规则。
第二条　有效期二年。

项	值
甲	1
END
ok 'the text as words' cmp wanted policies/rules/policy.txt
awk 'n >= 2 { if (NF || seen++) { seen = 1; print } } /^---$/ { n++ }' ../content/policies/rules/policy.md >wanted
ok 'the text in Markdown is the source without its keys' cmp wanted policies/rules/policy.md
cat >wanted <<'END'
User-agent: *
Allow: /

Sitemap: https://www.example.com/gongbao/sitemap.xml
END
ok 'robots.txt' cmp wanted robots.txt
ok 'no security.txt where nobody is named' test ! -e .well-known
ok 'no licence where none is stated' test -z "$(grep -o licenses data/datapackage.json)"
cd "$tmp" || exit 1

# ---- notes on what a government site must state ----

run check -C here --as-of 2026-03-02
exits 0 'notes are no errors'
for key in identifier icp police contact description; do
  out_has "add '$key' where this is one" "a note on $key"
done
out_has 'content/site.yaml:3:12: note: the agency' 'and on the address of who runs the site, with its place'
out_has ' 6 notes' 'counted'
run check -C here --as-of 2026-03-02 --format sarif
out_has '"level":"note"' 'notes in SARIF'
cat >>here/content/site.yaml <<'END'
licence: { name: CC-BY-4.0, url: https://creativecommons.org/licenses/by/4.0/ }
security: { contact: https://www.example.com/report, expires: 2026-03-31, policy: https://www.example.com/rules }
END
run check -C here --as-of 2026-03-31
out_lacks security 'on its last day security.txt holds'
run check -C here --as-of 2026-04-01
out_has 'content/site.yaml:5:63: warning: security.txt expired after 2026-03-31' 'the day after it does not'
run build -C here --as-of 2026-03-02
cat >wanted <<'END'
Contact: https://www.example.com/report
Expires: 2026-03-31T23:59:59+08:00
Policy: https://www.example.com/rules
Preferred-Languages: zh-CN
Canonical: https://www.example.com/gongbao/.well-known/security.txt
END
ok 'security.txt' cmp wanted here/site/.well-known/security.txt
ok 'it is in the manifest' grep -qF '"path":".well-known/security.txt"' here/site/publication.json
ok 'the licence is in the package' grep -qF '"name":"CC-BY-4.0"' here/site/data/datapackage.json
cp -R here lines
sed -i '/^security/d' lines/content/site.yaml
cat >>lines/content/site.yaml <<'END'
security:
  expires: 2026-03-31
  contact: |
    https://www.example.com/report
    Expires: 2030-01-01
END
run build -C lines --as-of 2026-03-02
exits 1 'a contact of two lines would be two fields of security.txt'
err_has '[security-contact]' 'and is an error'
sed -i '/^security/d' here/content/site.yaml
run build -C here --as-of 2026-03-02
ok 'it goes with its key, and its folder with it' test ! -e here/site/.well-known

# Two topics whose names are one folder, and one that is called like a file beside the folders.
cp -R here/content/policies/{rules,more}
sed -i 's/^topics:.*/topics: [甲\/乙, index.html]/' here/content/policies/rules/policy.md
sed -i 's/^topics:.*/topics: [甲-乙]/; s/〔2026〕1号/〔2026〕9号/' here/content/policies/more/policy.md
run build -C here --as-of 2026-03-02
exits 0 'topics that folders cannot be told apart by'
for policy in rules more; do
  ok "$policy stands in the list of both" grep -q "/policies/$policy/" here/site/policies/topic/甲-乙/index.html
done
is "$(ls here/site/policies/topic | sort | paste -sd ' ')" '-index.html index.html 甲-乙' 'the folders'
rm -r here/content/policies/more

# A certification revoked on its first day was never good, and nothing of it can be drawn.
cp -R here void
cat >>void/content/registries/list/2026.yaml <<'END'
  - id: three
    name: 丙集群
    events:
      - { date: 2026-03-01, kind: certified, from: 2026-03-01, to: 2029-02-28 }
      - { date: 2026-03-01, kind: revoked }
END
run build -C void --as-of 2026-03-02
exits 0 'revoked on the first day'
page=void/site/registries/list/entries/three/index.html
ok 'it is said to be revoked' grep -qF 's-revoked' $page
ok 'and no term is drawn' test -z "$(grep -F 'class="axis"' $page)"

printf 'title: x\n' >here/content/policies/rules/policy.txt
sed -i 's/^topics:.*/attachments: [{file: policy.txt}]/' here/content/policies/rules/policy.md
run check -C here --as-of 2026-03-02
exits 1 'no attachment may take the address of the text'
out_has "the site has a file of its own at the address of 'policy.txt'" 'which is said'

# ---- the example: the archive, sitemap, meta tags, dot folders on record ----

repository there
run publish -C there -m '首次' --as-of 2026-11-21
exits 0 'the example is published'
ok 'security.txt is committed' git -C there cat-file -e HEAD:site/.well-known/security.txt
run verify -C there
exits 0 'and verified'
sed -i '/^security:/,/^  expires/d' there/content/site.yaml
run publish -C there -m '无人' --as-of 2026-11-21
err_has '.well-known/security.txt' 'a published file cannot vanish unsaid'
git -C there checkout -q content

site=there/site
zip=$site/data/gongbao-data.zip
ok 'unzip reads the archive' unzip -tqq $zip
/usr/bin/python3 - $zip $site >got <<'END'
import pathlib, sys, zipfile
archive, site = zipfile.ZipFile(sys.argv[1]), pathlib.Path(sys.argv[2])
assert archive.testzip() is None
names = archive.namelist()
assert names == sorted(names) and len(set(names)) == len(names)
for name in names:
    assert archive.read(name) == (site / name).read_bytes(), name
    assert archive.getinfo(name).date_time == (1980, 1, 1, 0, 0, 0)
there = {str(path.relative_to(site)) for path in [*(site / "data").rglob("*.csv"), *(site / "data").rglob("*.json"),
         *site.glob("policies/*/policy.md")] if not path.name.endswith(".excel.csv")}
assert there == set(names), there ^ set(names)
print(len(names))
END
ok 'Python reads it: each data file and text, the same bytes, by name' test "$(cat got)" -gt 40
run build -C there --out again --as-of 2026-11-21 --jobs 7
ok 'twice the same bytes, whatever the threads' cmp $zip again/data/gongbao-data.zip

ok 'the sitemap is valid by its schema' \
  xmllint --nonet --noout --schema "$root/tests/schemas/sitemap.xsd" $site/sitemap.xml
grep -o '<loc>[^<]*' $site/sitemap.xml | sed 's/<loc>//' | sort >got
# What a page says of itself: its own address, and that it may be shown.
find $site -name '*.html' | SITE=$site perl -ne '
  chomp (my $page = $_);
  open my $file, "<", $page or die "$page: $!";
  my $html = do { local $/; <$file> };
  next if $html =~ /<meta name="robots" content="noindex">/ || $html !~ /<link rel="canonical" href="([^"]*)"/;
  my $address = $1;
  my $path = $page =~ s{^\Q$ENV{SITE}/}{}r =~ s{index\.html$}{}r =~ s{([^\w.~/-])}{sprintf "%%%02X", ord $1}gaer;
  print "$address\n" if $address eq "https://gongbao.example.com/$path"' | sort >wanted
ok 'it lists the pages that may be shown, each once' cmp wanted got
ok 'of which there are some' test "$(wc -l <got)" -gt 100
day=$(git -C there log -1 --format=%ad --date=format:%Y-%m-%d)
ok 'a policy with the day of its last change' \
  grep -qF "cluster-measures-2024/</loc><lastmod>$day</lastmod>" $site/sitemap.xml
ok 'a list, which changes with many things, without' grep -qF '/policies/</loc></url>' $site/sitemap.xml

/usr/bin/python3 - $site >got <<'END'
import pathlib, re, sys
site = pathlib.Path(sys.argv[1])
for page in sorted(site.rglob("*.html")):
    if page.name == "404.html":
        continue
    text = page.read_text("utf-8")
    meta = dict(re.findall(r'<meta name="(\w+)" content="([^"]*)"', text))
    wanted = ["SiteName", "SiteDomain", "SiteIDCode"]
    if "ArticleTitle" in meta:
        wanted += ["PubDate", "ContentSource", "Url"]
    else:
        wanted += ["ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType"]
    print(*(f"{page}: {name}" for name in wanted if not meta.get(name)), sep="\n", end="")
END
ok 'every page has the meta tags that government sites must have' test ! -s got
head -n 5 got >&2
finish
