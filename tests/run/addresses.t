#!/usr/bin/perl
# Every address of the site is made by generator/view/href.c: no other file has a literal of one.
use strict;
use warnings;
use Cwd qw(abs_path);
use File::Basename qw(dirname);

chdir abs_path (dirname (__FILE__) . '/../..') or die;

my $folders = join '|', qw(policies registries notices entries changes calendar data search subscribe
  criteria index dictionary versions revisions compare interpretation on by assets schemas pairs texts);
my $address = qr{(?<![\w-])(?:$folders)/|index\.html|feed\.(?:xml|json)|\.ics$|akn\.xml|policy\.(?:txt|md)$|sitemap};

# Where such a literal is something else.
my %other = (
  'generator/corpus/links.c' => 'what authors may write as a link',
  'generator/commands/subject.c' => 'a message',
  'generator/commands/verify.c' => 'a message, and what may be given on the command line',
  'generator/export/sitemap.c' => 'names of XML',
  'generator/export/shape.c' => 'words about data/',
);
my $content = qr{content/};

# The literals in @_ that look like addresses; words that stand next to each other are one.
sub addresses {
  my ($text) = @_;
  $text =~ s{/\*.*?\*/}{}gs;
  $text =~ s{^\s*#\s*include.*$}{}mg;
  my @found;
  while ($text =~ /"((?:[^"\\]|\\.)*)"/g) {
    my $literal = $1;
    push @found, $literal if $literal =~ $address && $literal !~ $content;
  }
  return @found;
}

my ($checks, $failures) = (0, 0);
sub verdict {
  my ($name, @said) = @_;
  $checks++;
  print @said ? "not ok $checks - $name\n" : "ok $checks - $name\n";
  print STDERR map { "# $_\n" } @said;
  $failures += @said > 0;
}

my @said;
my %met;
for my $path (sort map { glob "generator/$_/*.[ch]" }
  qw(corpus view history search export pages output commands)) {
  next if $path =~ m{^generator/view/href\.[ch]$};
  open my $file, '<', $path or die "$path: $!";
  my @found = addresses (do { local $/; <$file> });
  $met{$path} = 1 if @found;
  push @said, map { "$path: \"$_\"" } @found if !$other{$path};
}
verdict ('no file but view/href.c has a literal of an address', @said);
verdict ('what is excused is there still', grep { !$met{$_} } sort keys %other);

my @planted = addresses ('/* "policies/x/" */ put ("policies/%s/"); put ("x/index.html"); put ("content/policies/x"); put ("page/policy");');
verdict ('planted literals are found, and no others',
  join (' ', @planted) eq 'policies/%s/ x/index.html' ? () : "found: @planted");
print "1..$checks\n";
exit ($failures > 0);
