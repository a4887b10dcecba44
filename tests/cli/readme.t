#!/bin/bash
# The READMEs tell the truth: their files are a valid publication, their commands print what they
# show, their links lead somewhere.
. "${0%/*}/lib.sh"
. "$root/tests/cli/repository.sh"
export GIT_AUTHOR_DATE=2026-11-21T09:00:00+08:00 GIT_COMMITTER_DATE=2026-11-21T09:00:00+08:00

# Writes each code block that follows a line `content/…` to that file, and each shown command with
# its output to commands/NN and commands/NN.out.
extract () { # README FOLDER
  perl -CSD -Mutf8 -MFile::Path=make_path -e '
    my ($readme, $folder) = @ARGV;
    open my $in, "<", $readme or die; local $/; my $text = <$in>;
    while ($text =~ /^`(content\/[^`]+)`\n\n(`{3,})\w+\n(.*?)^\2$/gms) {
      my ($path, $body) = ("$folder/$1", $3);
      make_path ($path =~ s/\/[^\/]*$//r);
      open my $out, ">", $path or die; print $out $body;
    }
    make_path ("$folder/commands");
    my $n = 0;
    while ($text =~ /^```\n(\$ .*?)^```$/gms) {
      for (grep { length } split /^\$ /m, $1) {
        my ($command, $output) = /^([^\n]*)\n(.*)/s;
        if ($command =~ /^cat (\S+)$/) {
          open my $out, ">", "$folder/$1" or die; print $out $output; next;
        }
        my $name = sprintf "%s/commands/%02d", $folder, ++$n;
        open my $out, ">", $name or die; print $out "$command\n";
        open $out, ">", "$name.out" or die; print $out $output;
      }
    }' "$1" "$2"
}

# How many files a site has is not what a README is read for, nor are their fingerprints.
mask () { # FILE
  sed -E 's/[0-9]+ (files|new|changed|unchanged|removed|pages)/N \1/g
    s/[0-9a-f]{64}/SHA-256/g; s/[0-9a-f]{40}/COMMIT/g; s/\b[0-9a-f]{12}\b/SHORT/g
    s/"size":[0-9]+/"size":N/; s/(Pages-Rerendered: |新增|更新)[0-9]+个?/\1N/g' "$1" |
    sed -e :again -e '/^\n*$/{$d;N;b again' -e '}' # no empty lines at the end
}

gongbao () { "$GONGBAO" "$@"; }

for readme in README.md README.zh-CN.md; do
  mkdir "$readme"
  extract "$root/$readme" "$readme"
  cd "$readme" || exit 1
  is "$(find content -type f | wc -l)" 7 "$readme: a whole publication of seven files"
  run check --as-of 2026-11-21
  exits 0 "$readme: which has no errors"
  is "$(ls commands/?? | wc -l)" 22 "$readme: twenty-two commands"
  for shown in commands/??; do
    . "./$shown" >got 2>&1
    mask got >"$shown.got"
    mask "$shown.out" >wanted
    ok "$readme: $(head -n 1 "$shown")" diff wanted "$shown.got"
  done
  cd "$tmp" || exit 1
  for link in $(grep -oE '\]\([^)]+\)' "$root/$readme" | sed 's/^](//; s/)$//' | grep -v '^http\|^#'); do
    ok "$readme: there is $link" test -e "$root/$link"
  done
  for link in $(grep -oE '\]\(#[^)]+\)' "$root/$readme" | sed 's/^](#//; s/)$//'); do
    ok "$readme: there is a heading $link" grep -qiE "^#+ ${link//-/ }\$" "$root/$readme"
  done
done
plain () { (cd "$1" && find content -type f | sort | xargs sed 's/ *# .*//'); }
plain README.md >english && plain README.zh-CN.md >chinese
ok 'both show the same files, comments apart' cmp english chinese
finish
