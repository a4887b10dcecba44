#!/bin/bash
# Titles that several policies bear: the number or the year behind one says which is meant.
. "${0%/*}/lib.sh"
day=2026-11-21
small two

# policy ID TITLE NUMBER SIGNED: one more, with its body on standard input.
policy () {
  mkdir -p "two/content/policies/$1"
  {
    printf -- '---\ntitle: %s\nissuer: bureau\nkind: other\nnumber: %s\nsigned: %s\n' "$2" "$3" "$4"
    printf 'validity: {none_stated: true}\n---\n'
    cat
  } >"two/content/policies/$1/policy.md"
}

policy old 示例市试点办法 示例字〔2019〕3号 2019-02-03 <<'END'
第一条　甲。

第二条　乙。
END
policy new 示例市试点办法 示例字〔2024〕8号 2024-02-03 <<'END'
第一条　甲。

第二条　《示例市试点办法》（示例字〔2019〕3号）和原《示例市试点办法》废止。
END
policy opinion 示例市试点意见 示例字〔2024〕10号 2024-05-04 <<'END'
一、甲。
END
policy names 示例市试点通知 示例字〔2024〕9号 2024-05-03 <<'END'
一、依照《示例市试点办法》第二条甲。

二、依照《示例市试点办法》（示例字〔2019〕3号）第二条乙。

三、依照《示例市试点办法》（2024年修订）第一条丙。

四、依照《示例市试点办法》（示例字〔2018〕9号）丁。

五、依照《示例市试点办法》（2018年修订）戊。

六、依照《示例市示例名录管理办法》（示例字〔2017〕2号）己。

七、依照《示例市示例名录管理办法》（2023）庚。

八、依照《示例市示例名录管理办法》（2019年修订）辛。

九、依照《示例市示例名录管理办法》（试行）壬。

十、2019年2月示例市示例局印发的《示例市试点办法》癸。

十一、2023年1月发布的《示例市示例名录管理办法》子。

十二、2011年发布的《示例市示例名录管理办法》丑。

十三、2011年发布通知。示例局印发的《示例市示例名录管理办法》寅。

十四、执行《示例市示例名录管理办法》（以下简称《名录办法》）和《示例省试点办法》（示例省字〔2020〕1号，以下简称《示例市试点意见》）。

十五、《名录办法》第一条卯。

十六、《示例市试点意见》第一条辰。

十七、《管理办法》第一条巳。
END
run check -C two --as-of $day
cat "$tmp/out" "$tmp/err" >both
is "$(grep -c 'shared-title' both)" 1 'one title cannot be told'
ok 'at its place, with both' grep -qF "names/policy.md:9:1: note: 《示例市试点办法》 is the title of 'new', 'old'" both

run build -C two --out "$tmp/site" --as-of $day
exits 0 'two policies of one title'
# link SIGN: where the title in the paragraph that begins with SIGN leads.
link () {
  grep -F ">$1</a>" site/policies/names/index.html | grep -o '<a class="doc" href="[^"]*">《' \
    | sed 's/.*policies\///; s/">.*//'
}
is "$(link 一、)" '' 'no number: no link'
is "$(link 二、)" old/#art-2 'by its number'
is "$(link 三、)" new/#art-1 'by its year'
is "$(link 四、)" '' 'a number that none has'
is "$(link 五、)" '' 'a year that none has'
is "$(link 六、)" '' 'another number than that of the only one'
is "$(link 七、)" rules/ 'the year of the only one'
is "$(link 八、)" '' 'another year than that of the only one'
is "$(link 九、)" rules/ 'brackets without a year'
is "$(link 十、)" old/ 'by the year in which it was issued'
is "$(link 十一、)" rules/ 'the year in which the only one was issued'
is "$(link 十二、)" '' 'another year of issue'
is "$(link 十三、)" rules/ 'the year of another sentence'
is "$(link 十五、)" rules/#art-1 'by the name that the text gives it'
is "$(link 十六、)" '' 'a name that the text gives to another'
is "$(link 十七、)" '' 'a name that it does not give'
is "$(grep -o 'class="doc" href="[^"]*">《' site/policies/new/index.html)" \
  'class="doc" href="../../policies/old/">《' 'a text that replaces one of its own title'
finish
