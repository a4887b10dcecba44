#!/bin/bash
# The table of codes is whole: every code that is raised stands in it with the right severity, none
# stands there that nothing raises, and the pages in docs/ are what it prints.
. "${0%/*}/lib.sh"

# Prints "CODE SEVERITY" for every code that the sources raise.  A code is the argument "code" of
# gb_diagnostics_… or of a function that passes it on; there it is a literal, a choice of literals,
# or a variable named code, which is then set to literals only.  Anything else is printed as "? …".
raised () {
  perl -CSD -Mutf8 -e '
    my %severity = (error => "error", warning => "warning", note => "note");
    sub arguments { # of the call that begins at pos: split at commas outside brackets and quotes
      my ($text, $at) = @_;
      my ($depth, $argument, @list) = (1, "");
      pos ($text) = $at;
      while ($depth && $text =~ /\G("(?:[^"\\]|\\.)*"|\x27(?:[^\x27\\]|\\.)+\x27|.)/gs) {
        my $piece = $1;
        $depth++ if $piece =~ /^[({]$/;
        $depth-- if $piece =~ /^[)}]$/;
        if ($depth == 1 && $piece eq "," || !$depth) { push @list, $argument; $argument = ""; }
        else { $argument .= $piece; }
      }
      return @list;
    }
    for my $file (@ARGV) {
      open my $in, "<", $file or die; local $/; my $text = <$in>;
      $text =~ s{/\*.*?\*/}{}gs;
      # name => [which argument is the code, severity]
      my %raises = map { ("gb_diagnostics_$_" => [2, $_]) } keys %severity;
      while ($text =~ /(\w+) \(([^()]*\bconst char \*code,[^()]*)\)\n\{(.*?)^\}/gms) {
        my ($name, $parameters, $body) = ($1, $2, $3);
        my $place = () = substr ($parameters, 0, index ($parameters, "const char *code")) =~ /,/g;
        $raises{$name} = [$place, $1] if $body =~ /gb_diagnostics_(error|warning|note) \(/;
      }
      my @kept = $text =~ /\bcode = "([^"]*)";/g;
      for my $name (keys %raises) {
        my ($place, $severity) = @{$raises{$name}};
        while ($text =~ /\b$name \(/g) {
          my @list = arguments ($text, pos $text);
          my $code = $list[$place] // "";
          next if $code =~ /^\s*const char \*code\s*$/; # the function itself
          my @literals = $code =~ /"([^"]*)"/g;
          if (@literals) { print "$_ $severity\n" for @literals; }
          elsif ($code =~ /^\s*code\s*$/) {
            print "$_ $severity\n" for @kept;
          } else { print "? $file: $name ($code)\n"; }
        }
      }
    }' "$root"/generator/*/*.c
}
raised | sort -u >raised
ok 'what is raised is known by its code' test -z "$(grep '^?' raised)"
ok 'there are codes' test "$(wc -l <raised)" -gt 100

run codes -l en
exits 0 'the codes in English'
ok 'docs/codes.md is what it prints (make docs)' cmp out "$root/docs/codes.md"
perl -ne '$code = $1 if /^### `(.*)`$/; if (/^\*\*(.*?)\*\*: /) { print "$code $_\n" for split /, /, $1 }' \
  out | sort -u >listed
ok 'every code that is raised is listed, with its severity' \
  test -z "$(comm -23 raised listed)"
ok 'every code that is listed is raised' test -z "$(comm -13 raised listed)"
is "$(grep '^###' out | sort | uniq -d)" '' 'none stands twice'

run codes
exits 0 'the codes in Chinese'
ok 'docs/zh-CN/codes.md is what it prints (make docs)' cmp out "$root/docs/zh-CN/codes.md"
is "$(grep '^###' out)" "$(grep '^###' "$root/docs/codes.md")" 'the same codes in the same order'
is "$(grep -c '^\*\*.*：.*[。；]' out) $(grep -c '^怎么办：.*。' out)" \
  "$(grep -c '^###' out) $(grep -c '^###' out)" 'each with a meaning and a remedy'

run codes unknown-key -l en
exits 0 'one code'
is "$(grep -c '^###' out)" 1 'is one section'
out_has 'There is no such key here.' 'with its meaning'
run codes -l en cap-exceeded
out_has '**error, warning**' 'both severities of a code that has two'
refuses 'a code that is none' codes no-such-code
err_has no-such-code 'the code is named'
refuses 'a language that is none' codes -l fr
finish
