#!/bin/bash
# tests/run/texts.sh on texts written here: what it passes, and what it finds.
. "${0%/*}/../cli/lib.sh"

# texts PROGRAM FOLDER: runs it.
texts () {
  command="texts.sh $2"
  GONGBAO=$1 "$root/tests/run/texts.sh" "$2" >"$tmp/out" 2>"$tmp/err"
  status=$?
}

mkdir good
printf '# 示例市试点办法\n\n<!-- 来源 -->\n\n第一条　奖励5*100万元，见[示例](https://a.example)与a_b。\n\n**第二条　施行。**\n' >good/a.md
printf "# 示例\n\n| 甲 | 乙 |\n| --- | ---: |\n| > 1 | 5*3 |\n\n本办法[注1]执行\\\\\n。\n" >"good/示 例's.md"
texts "$GONGBAO" good
exits 0 'texts of which nothing is lost'
out_has '2 texts: 0 errors' 'each is a policy'
out_has '2 texts compared' 'and each is compared'

mkdir html
printf '# 示例\n\n第一条　甲<b>乙\n' >html/a.md
printf '# 示例\n\n丙。\n' >html/b.md
texts "$GONGBAO" html
exits 0 'an error that is no loss'
out_has 'error raw-html' 'is counted'
out_has '  a.md' 'its text is named'
out_has '1 texts compared' 'and the other one is compared'

# A program that finds an article twice.
cat >finds <<EOF
#!/bin/bash
"$GONGBAO" "\$@"
[ "\$1" != check ] || echo "content/policies/t00001/policy.md:9:1: error: '第一条' stands twice [duplicate-unit]"
EOF
chmod +x finds
texts "$tmp/finds" good
exits 1 'an article that stands twice'
out_has 'FAILED: duplicate-unit, 1 times' 'is said'

# A program that loses a sign on a page.
cat >loses <<EOF
#!/bin/bash
"$GONGBAO" "\$@" || exit
[ "\$1" != build ] || sed -i 's/5[*]100/5100/' "\$3/policies/t00001/index.html"
EOF
chmod +x loses
texts "$tmp/loses" good
exits 1 'a sign that is lost'
out_has 'FAILED: the words of the source are not those of the page form' 'is found'
out_has '  a.md' 'with its text'

printf '#!/bin/bash\nkill -SEGV $$\n' >crashes
chmod +x crashes
texts "$tmp/crashes" good
exits 1 'a crash'
out_has 'FAILED: gongbao check ends with status 139' 'is said'

for folder in '' none; do
  texts "$GONGBAO" "$folder"
  exits 2 "no such folder: '$folder'"
  err_has 'usage: make texts TEXTS=FOLDER' 'says how it is used'
done
finish
