#!/bin/bash
# Checking content: everything wrong is reported, with its place.
. "${0%/*}/lib.sh"
day=2025-06-30

example good
run check -C good --as-of $day
exits 0 'the example has no errors'

example bad
policy=$(cd bad && find content/policies -name policy.md | sort | head -n 1)
sed -i '2i colour: red' "bad/$policy"
other=$(cd bad && find content/policies -name policy.md | sort | sed -n 2p)
sed -i '2i signed: 2025-02-30' "bad/$other"
printf 'name: [\n' >bad/content/agencies.yaml

run check -C bad --as-of $day
exits 1 'content with errors'
cat "$tmp/out" "$tmp/err" >both
ok 'an unknown key: file, line, column' grep -q "^$policy:2:1: .*colour" both
ok 'an impossible day: file and line' grep -q "^$other:2:[0-9]*: .*2025-02-30" both
ok 'broken YAML: file and line' grep -q '^content/agencies.yaml:[0-9]*:[0-9]*: ' both

run check -C bad --as-of $day --format json
exits 1 'content with errors, as JSON'
ok 'it is JSON' json "$tmp/out"
out_has "$policy" 'it names the file'

run check -C bad --as-of $day --format sarif
exits 1 'content with errors, as SARIF'
ok 'it is JSON' json "$tmp/out"
out_has '"2.1.0"' 'SARIF 2.1.0'
out_has "$policy" 'it names the file'

run check -C good --as-of $day --format sarif
exits 0 'no errors, as SARIF'
ok 'it is JSON even then' json "$tmp/out"

for locale in C zh_CN.UTF-8; do
  LC_ALL=$locale TZ=America/New_York run check -C bad --as-of $day --format json
  cp "$tmp/out" "$locale"
done
ok 'the report does not depend on locale or time zone' cmp C zh_CN.UTF-8

# Addresses of the site that a text may lead to, and such as lead nowhere.
example linked
there=(/ /about/ /policies/ /policies/topic/ /notices/ /registries/#top /calendar/ /data/entries.csv /policies/fund-rules-2024/
  /notices/demo-zones-2026/ /registries/featured-clusters/ /registries/featured-clusters/entries/knitwear/)
nowhere=(/nothing/ /policies/nothing/ /notices/nothing/ /registries/nothing/ /registries/nothing/entries/knitwear/
  /registries/featured-clusters/entries/nothing/ /registries/featured-clusters/nothing/ /pages/about/)
printf '%s\n' --- 'title: 链接（示例）' --- >linked/content/pages/links.md
printf '\n[甲](%s)\n' "${there[@]}" "${nowhere[@]}" >>linked/content/pages/links.md # from line 5 on, every second
run check -C linked --as-of $day
is "$(sed -n 's/^content\/pages\/links\.md:\([0-9]*\):.*broken-link.*/\1/p' out | paste -sd ' ')" \
  "$(seq -s ' ' $((5 + 2 * ${#there[@]})) 2 $((3 + 2 * ${#there[@]} + 2 * ${#nowhere[@]})))" \
  'links into the site: those that lead nowhere are found, and no others'
finish
