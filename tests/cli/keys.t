#!/bin/bash
# The lists of keys, docs/keys.md and docs/zh-CN/keys.md, have every key of the data dictionary, with
# its type, and no other.  The Chinese meanings are those of the dictionary; the English ones stand
# in docs/keys.md alone, and there must be one for each.
# After a change of the dictionary, UPDATE=1 tests/cli/keys.t writes both; new English cells are empty.
update=${UPDATE-}
. "${0%/*}/lib.sh"

# keys PAGE LIST: the list, as the dictionary's page has it.  Everything above its first table stays as it
# is, and so does every meaning where the page is not in Chinese.
keys () {
  perl -CSD -Mutf8 -e '
    my ($page, $list) = map { open my $in, "<", $_ or die "$_: $!"; local $/; scalar <$in> } @ARGV;
    my $chinese = $page =~ /<html lang="zh-CN"/;
    my (%about, %kept);
    my $name = "";
    for (split /\n/, $list) {
      $name = $1 if /^## (\S+)$/;
      $kept{"$name $1"} = $2 if /^\| `([^`]+)`.*? \| .*? \| (.*) \|$/;
      $about{$name} //= $_ if $name && /^[^#|]/;
    }
    sub plain {
      local $_ = shift;
      s/<[^>]*>//g; s/&lt;/</g; s/&gt;/>/g; s/&quot;/"/g; s/&#39;/\x27/g; s/&amp;/&/g;
      s/^\s+|\s+$//g; s/\|/\\|/g;
      return $_;
    }
    print $list =~ /^(.*?)(?=^## )/ms ? $1 : "";
    my $n = 0;
    while ($page =~ /<h2 id="([^"]+)"[^>]*>(.*?) <code>.*?<\/h2>\n(?:<p[^>]*>(.*?)<\/p>)?\n(.*?)<\/table>/sg) {
      my ($name, $title, $about, $rows) = ($1, plain ($2), plain ($3 // ""), $4);
      print "\n" if $n++;
      print "## $name\n\n", $chinese ? "$title。$about" : $about{$name} // "", "\n\n";
      print $chinese ? "| 键 | 类型 | 含义 |\n" : "| key | type | meaning |\n", "| --- | --- | --- |\n";
      while ($rows =~ /<tr><th scope="row"[^>]*><code>(.*?)<\/code>(.*?)<\/th><td[^>]*>(.*?)<\/td><td.*?>(.*?)<\/td><\/tr>/sg) {
        my ($key, $required, $type, $meaning) = ($1, plain ($2), $3, $4);
        my ($schema) = $type =~ /href="#([^"]+)"/;
        my ($refers) = $type =~ /<small>(.*?)<\/small>/;
        ($type) = $type =~ /^([^<]*)/;
        my @choices = $meaning =~ /<code>([^<]*)<\/code>/g;
        $meaning =~ s/<small>.*//s;
        $type = ($refers && $type eq "ID" ? "" : plain ($type)) . ($schema ? " [$schema](#$schema)" : "")
          . ($refers ? ($chinese ? "，" : $type eq "ID" ? "" : ", ") . plain ($refers) : "")
          . (@choices ? ($chinese ? "：" : ": ") . join ($chinese ? "、" : ", ", map { "`$_`" } @choices) : "");
        $meaning = $chinese ? plain ($meaning) : $kept{"$name $key"} // "";
        print "| `$key`", $required ? $chinese ? "（必填）" : " (required)" : "", " | $type | $meaning |\n";
      }
    }' "$1" "$2"
}

example here
run build -C here --out "$tmp/site" --as-of 2026-11-21
exits 0 'a site in both languages'
for list in docs/keys.md docs/zh-CN/keys.md; do
  page=site/en/data/dictionary/index.html
  [ "$list" = docs/keys.md ] || page=site/data/dictionary/index.html
  keys "$page" "$root/$list" >made
  [ -z "$update" ] || cp made "$root/$list"
  ok "$list: there are keys" test "$(grep -c '^| `' made)" -gt 200
  ok "$list has every key of the dictionary (UPDATE=1 $0)" diff "$root/$list" made
  is "$(grep '|  |$' made)" '' "$list: each with its meaning"
  is "$(perl -0777 -ne 'print "$1\n" while /^(## \S+)\n\n\n/mg' made)" '' "$list: each mapping said to be what it is"
done
finish
