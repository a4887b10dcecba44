#!/bin/bash
# Of the example, tests/golden/held.txt names a file of each kind at least: of each template and part that makes its pages, in
# each status that an object has, of each kind of file.  The templates that only a record fills make none of its pages.
. "${0%/*}/lib.sh"
sed '/^#/d; s/  .*//' "$root/tests/golden/held.txt" >held

# all_held NAME: of the lines KIND, tab, FILE on standard input, each KIND has a FILE that is held.
all_held () {
  ok "$1" perl -e '
    open my $list, "<", "held" or die;
    my %held = map { chomp; $_ => 1 } <$list>;
    my %has;
    while (<STDIN>) { chomp; my ($kind, $file) = split /\t/; $has{$kind} |= $held{$file} // 0 }
    my @none = grep { !$has{$_} } sort keys %has;
    print "no file of this kind is in tests/golden/held.txt: $_\n" for @none;
    exit (@none > 0 || !%has)'
}

ok 'the list is in order, each file once' env LC_ALL=C sort -cu held
is "$(grep -vE '^#|[^ ]  [^ ]' "$root/tests/golden/held.txt")" '' 'each line says what the file stands for'

# A theme of which every template signs what it makes.
example site
cp -R "$root/templates" site/
(cd site/templates && find . -name '*.mustache') | while read -r name; do
  echo "<!-- made by ${name#./} -->" >>"site/templates/$name"
done
run build -C site --as-of 2026-11-21
exits 0 'the example is built with it'
(cd site/site && grep -aroE 'made by [a-z/-]+\.mustache' .) | sed 's,^\./\(.*\):made by \(.*\)$,\2\t\1,' | sort -u >made
ok 'the templates do sign' grep -q '^page/notice\.mustache' made
all_held 'each template and part makes one' <made

perl -CO -MJSON::PP -0777 -ne '
  for (@{decode_json ($_)->{statuses}}) {
    my ($room) = $_->{address} =~ m,^(?:.*/)?([a-z]+)/[^/]+/$,;
    print "$room $_->{status}\t$_->{address}index.html\n";
  }' site/site/publication.json >statuses
all_held 'each status has one' <statuses

# The archive is left out: its files are those of the site, and a difference of it would show nothing.
perl -CO -MJSON::PP -0777 -ne '
  for (map { $_->{path} } @{decode_json ($_)->{files}}) {
    my ($folder, $kind) = m,^(?:([^/]*)/)?(?:.*/)?[^/.]*([^/]*)$,;
    print $folder // "", " *$kind\t$_\n" if $kind ne ".zip";
  }' site/site/publication.json >kinds
all_held 'each kind of file of each folder has one' <kinds
finish
