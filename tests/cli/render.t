#!/bin/bash
# One template with one data file.
. "${0%/*}/lib.sh"

echo '名称：{{name}}{{#items}}、{{.}}{{/items}}{{>end}}' >page.mustache
echo '。' >end.mustache
printf 'name: 甲 & 乙\nitems: [一, 二]\n' >data.yaml
echo '{"name": "甲 & 乙", "items": ["一", "二"]}' >data.json

for data in data.yaml data.json; do
  run render --template page.mustache --data $data
  exits 0 "render with $data"
  is "$(cat "$tmp/out")" '名称：甲 &amp; 乙、一、二。' 'sections, escaping, the part beside it'
done

echo '{{#open}}' >broken.mustache
run render --template broken.mustache
exits 1 'a section that is never closed'
err_has broken.mustache:1:1: 'its place'
out_empty 'nothing is written'
run render --template missing.mustache
exits 3 'no such template'
refuses 'no template at all' render
finish
