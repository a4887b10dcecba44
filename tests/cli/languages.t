#!/bin/bash
# The interface in more than one language: pages of the first at the root, of the others in a folder
# each; everything that is no page is there once.
. "${0%/*}/lib.sh"
. "$root/tests/cli/repository.sh"
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

# With a record, so that every kind of page is among them.
repository there
run publish -C there -m '首次公布' --as-of 2026-11-20
sed -i 's/示例区/示例新区/' there/content/policies/cluster-measures-2024/policy.md there/content/notices/*.md
run publish -C there -m '更正地名' --as-of $day
exits 0 'a site with a record'
/usr/bin/python3 - there/site/en >got <<'END'
import html.parser, pathlib, re, sys
HAN = re.compile("[\u3400-\u9fff]")
EMPTY = set("area base br col embed hr img input link meta source track wbr".split())
class Page(html.parser.HTMLParser):
    def __init__(self, path):
        super().__init__()
        self.path, self.open, self.chinese = path, [("", "en")], 0
    def handle_starttag(self, tag, attributes):
        lang = dict(attributes).get("lang") or self.open[-1][1]
        if tag not in EMPTY:
            self.open.append((tag, lang))
    def handle_startendtag(self, tag, attributes):
        pass
    def handle_endtag(self, tag):
        while self.open.pop()[0] != tag:
            pass
    def handle_data(self, data):
        if self.open[-1][0] in ("script", "title") or not HAN.search(data):
            return
        if self.open[-1][1] == "zh-CN":
            self.chinese += 1
        else:
            print(f"{self.path}: {data.strip()[:60]}")
total = 0
for path in sorted(pathlib.Path(sys.argv[1]).rglob("*.html")):
    page = Page(path)
    page.feed(path.read_text("utf-8"))
    total += page.chinese
print(f"{total} pieces" if total > 5000 else f"only {total} pieces")
END
is "$(head -n -1 got | head -n 5)" '' 'Chinese in pages in English is said to be Chinese'
ok 'of which there are many' grep -qx '[0-9]* pieces' got
for kind in changes verify notices/featured-clusters-2026-2/revisions/1; do
  ok "$kind is among them" test -f there/site/en/$kind/index.html
done

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
