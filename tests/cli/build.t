#!/bin/bash
# Building: the same bytes everywhere, nothing touched that need not be, nothing half done.
. "${0%/*}/lib.sh"
day=2025-06-30
example here

run build -C here --out "$tmp/one" --as-of $day --jobs 1
exits 0 'the example is built'
ok 'a home page' test -s one/index.html
ok 'a manifest' json one/publication.json

run build -C here --out "$tmp/two" --as-of $day --jobs 2
same_tree one two 'one thread or two: the same bytes'
LC_ALL=zh_CN.UTF-8 TZ=America/New_York run build -C here --out "$tmp/three" --as-of $day
same_tree one three 'a Chinese locale, an American time zone: the same bytes'
LC_ALL=tr_TR.UTF-8 TZ=Pacific/Kiritimati run build -C here --out "$tmp/turkish" --as-of $day
same_tree one turkish 'Turkish letters and commas: the same bytes'
mkdir -p elsewhere/deep && example elsewhere/deep/there
(cd elsewhere/deep/there && run build --out ../four --as-of $day)
same_tree one elsewhere/deep/four 'another folder: the same bytes'

find one -exec touch -d 2001-01-01 {} +
touch -d 2001-01-02 stamp
run build -C here --out "$tmp/one" --as-of $day
exits 0 'built again'
is "$(find one -type f -newer stamp)" '' 'without a change no file is written'

echo 'not ours' >one/strange.txt
rm one/index.html
run build -C here --out "$tmp/one" --as-of $day
exits 0 'built over a damaged site'
ok 'what was lost is back' cmp one/index.html two/index.html

policy=$(find here/content/policies -name policy.md | sort | head -n 1)
cp "$policy" kept
sed -i '2i colour: red' "$policy"
run build -C here --out "$tmp/two" --as-of $day
exits 1 'content with errors'
err_has 'policy.md:2:1: ' 'the place is told'
same_tree three two 'errors leave the site as it was'
run build -C here --out "$tmp/fresh" --as-of $day
exits 1 'content with errors, into a new folder'
ok 'errors make no site' test ! -e fresh
cp kept "$policy"

run build -C here --out "$tmp/past" --as-of 2023-10-01
run build -C here --out "$tmp/three" --as-of 2023-10-01
same_tree past three 'on another day: what is no page any more is gone, comparisons too'
echo 'not of the site' >outside.html
sed -i 's|"path": *"404.html"|"path": "../outside.html"|' three/publication.json
ok 'a manifest that was edited' grep -q '"../outside.html"' three/publication.json
run build -C here --out "$tmp/three" --as-of 2023-10-01
ok 'does not lead out of the folder' test -e outside.html

cp -R "$root/templates" theme
echo '/* of this publication */' >>theme/assets/gongbao.css
ln -s ../theme here/templates
run build -C here --out "$tmp/linked" --as-of $day
exits 0 'a theme that is a link to a folder'
ok 'is the theme' cmp theme/assets/gongbao.css linked/assets/gongbao.css
ln -sfn nowhere here/templates
run build -C here --out "$tmp/nowhere" --as-of $day
exits 3 'a theme that is a link to nothing'
err_has here/templates 'is not passed over for another'
rm here/templates

echo 'a file' >file
run build -C here --out "$tmp/file/site" --as-of $day
exits 3 'a folder that cannot be made'
err_has file/site 'it is named'
run build -C here --out "$tmp/file" --as-of $day
exits 3 'a file where the folder should be'
is "$(cat file)" 'a file' 'which stays as it is'
finish
