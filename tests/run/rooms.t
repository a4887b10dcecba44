#!/usr/bin/perl
# The shape of the generator: a room knows only the rooms below it; inside a room no files call one
# another in a circle; a file is a noun and the prefix of its public functions; files stay short and
# say at their head what they are.  Calls are read from the object files, includes from the sources.
#
# The second half plants one fault of each kind in a small tree and sees it found.
use strict;
use warnings;
use Cwd qw(abs_path);
use File::Basename qw(basename dirname);
use File::Path qw(make_path);
use File::Temp qw(tempdir);

my $root = abs_path (dirname (__FILE__) . '/../..');
chdir $root or die;
my $build = abs_path ($ENV{BUILD} // 'build') // '';

# From the ground up.  template/ knows base/ alone.
my @rooms = qw(base law source text corpus template record view history search export pages output commands);
my %only = (template => ['base']);

# Files of one room that are one thing and call each other: none.
my %pairs = ();

# Rooms whose public functions may have another prefix than gb_FILE_.
my %prefix = (commands => sub { "command_$_[0]" });

my $SOURCE_LINES = 800;
my $HEADER_LINES = 200;

my $checks = 0;
my $failures = 0;

sub verdict {
  my ($name, @said) = @_;
  $checks++;
  print @said ? "not ok $checks - $name\n" : "ok $checks - $name\n";
  print STDERR map { "# $_\n" } @said;
  $failures += @said > 0;
}

sub slurp {
  open my $file, '<', $_[0] or die "$_[0]: $!";
  local $/;
  return scalar <$file>;
}

# ---- what is asked of a tree ----

sub upward {
  my ($tree, $room) = @_;
  my @below;
  for (@rooms) { push @below, $_; last if $_ eq $room }
  @below = (@{ $only{$room} }, $room) if $only{$room};
  my %allowed = map { $_ => 1 } @below;
  my @said;
  for my $path (sort glob "$tree/generator/$room/*.[ch]") {
    my $text = slurp ($path);
    while ($text =~ /^#\s*include "([^"\/]+)\/([^"]+)"/mg) {
      push @said, "$room/" . basename ($path) . " includes $1/$2" unless $allowed{$1};
    }
  }
  return @said;
}

# {file => {symbol => 1}} of what the objects of a room define for others, and of what they lack.
sub symbols {
  my ($objects, $room) = @_;
  my (%defines, %lacks);
  for my $object (sort glob "$objects/$room/*.o") {
    my $file = basename ($object, '.o');
    next if $objects eq "$build/generator" && !-e "$root/generator/$room/$file.c"; # of a file that went away
    $lacks{$file} = {};
    for (qx(nm '$object')) {
      my ($kind, $symbol) = /(\w) (\S+)$/ or next;
      $lacks{$file}{$symbol} = 1 if $kind eq 'U';
      $defines{$symbol} = [ $file, $kind ] if $kind =~ /[TDBR]/;
    }
  }
  return (\%defines, \%lacks);
}

# Strongly connected files, by Tarjan.
sub circles {
  my ($objects, $room) = @_;
  my ($defines, $lacks) = symbols ($objects, $room);
  my %calls;
  for my $file (keys %$lacks) {
    for my $symbol (keys %{ $lacks->{$file} }) {
      my $other = $defines->{$symbol} or next;
      $calls{$file}{ $other->[0] }{$symbol} = 1 if $other->[0] ne $file;
    }
  }
  my (%index, %low, @stack, %on, @said);
  my $count = 0;
  my $visit;
  $visit = sub {
    my ($file) = @_;
    $index{$file} = $low{$file} = $count++;
    push @stack, $file;
    $on{$file} = 1;
    for my $other (sort keys %{ $calls{$file} || {} }) {
      if (!defined $index{$other}) {
        $visit->($other);
        $low{$file} = $low{$other} if $low{$other} < $low{$file};
      } elsif ($on{$other} && $index{$other} < $low{$file}) {
        $low{$file} = $index{$other};
      }
    }
    return if $low{$file} != $index{$file};
    my @circle;
    do { push @circle, pop @stack; delete $on{ $circle[-1] } } until $circle[-1] eq $file;
    @circle = sort @circle;
    return if @circle == 1 || $pairs{ join ' ', map { "$room/$_" } @circle };
    push @said, "a circle in $room/: @circle";
    for my $from (@circle) {
      for my $to (grep { $calls{$from}{$_} } @circle) {
        push @said, "  $from calls " . join (', ', sort keys %{ $calls{$from}{$to} }) . " of $to";
      }
    }
  };
  $visit->($_) for grep { !defined $index{$_} } sort keys %$lacks;
  return @said;
}

# A vocabulary brings the function that names its words (base/vocabulary.h).
sub misnamed {
  my ($tree, $objects, $room) = @_;
  my ($defines) = symbols ($objects, $room);
  my @said;
  for my $symbol (sort keys %$defines) {
    my ($file, $kind) = @{ $defines->{$symbol} };
    my @prefixes = ($file, $prefix{$room} ? $prefix{$room}->($file) : ());
    next if $kind ne 'T' || grep { $symbol =~ /^gb_\Q$_\E(_|$)/ } @prefixes;
    my $text = slurp ("$tree/generator/$room/$file.c");
    next if $symbol =~ /^gb_(\w+)_name$/ && $text =~ /^GB_VOCABULARY\w*_NAMES \(\w+, $1,/m;
    push @said, "$room/$file.c: $symbol does not begin with gb_$file";
  }
  return @said;
}

sub long {
  my ($tree, $room) = @_;
  my @said;
  for my $path (sort glob "$tree/generator/$room/*.[ch]") {
    my $lines = () = slurp ($path) =~ /\n/g;
    my $most = $path =~ /h$/ ? $HEADER_LINES : $SOURCE_LINES;
    push @said, "$room/" . basename ($path) . " has $lines lines; $most are the most"
      if $lines > $most;
  }
  return @said;
}

sub headless {
  my ($tree, $room) = @_;
  my @said;
  for my $path (sort glob "$tree/generator/$room/*.[ch]") {
    (my $header = $path) =~ s/c$/h/;
    next if $path ne $header && -e $header;
    push @said, "$room/" . basename ($path) . ' does not say at its head what it is'
      unless slurp ($path) =~ /^\/\*/;
  }
  return @said;
}

my @questions = (
  [ 'knows only the rooms below', sub { upward ($_[0], $_[2]) } ],
  [ 'has no files that call in circles', sub { circles ($_[1], $_[2]) } ],
  [ 'names functions after their files', sub { misnamed (@_) } ],
  [ 'has no file too long', sub { long ($_[0], $_[2]) } ],
  [ 'has heads on its files', sub { headless ($_[0], $_[2]) } ],
);

# ---- the generator ----

my @there = map { basename ($_) } grep { -d } glob 'generator/*';
my %known = map { $_ => 1 } @rooms;
verdict ('every folder of generator/ is a room that this test knows',
  map { "generator/$_ is not in the list of rooms" } grep { !$known{$_} } @there);
for my $room (@rooms) {
  my $sources = () = glob "generator/$room/*.c";
  my $objects = grep { -e "$build/generator/$room/" . basename ($_, '.c') . '.o' }
    glob "generator/$room/*.c";
  verdict ("$room/ is built", $sources == $objects && $sources > 0
    ? () : "$objects of $sources objects are in $build/generator/$room");
  for my $question (@questions) {
    my ($name, $ask) = @$question;
    my @said = $ask->('.', "$build/generator", $room);
    verdict ("$room/ $name", @said);
  }
}

# ---- planted faults ----

my $tree = tempdir (CLEANUP => 1);
make_path ("$tree/generator/base", "$tree/generator/law", "$tree/objects/base", "$tree/objects/law");

sub plant {
  my ($path, $text) = @_;
  open my $file, '>', "$tree/generator/$path" or die;
  print $file $text;
  close $file;
  return if $path !~ /(.*)\.c$/;
  system ('cc', '-c', "-I$tree/generator", '-o', "$tree/objects/$1.o", "$tree/generator/$path") == 0
    or die;
}

sub finds {
  my ($name, $question, $room, @wanted) = @_;
  my @said = $question->($tree, "$tree/objects", $room);
  my $said = join "\n", @said;
  verdict ($name, grep { index ($said, $_) < 0 } @wanted);
}

my ($upward, $circles, $misnamed, $long, $headless) = map { $_->[1] } @questions;
plant ('base/egg.c', "/* Egg. */\nvoid gb_hen_lay (void);\nvoid gb_egg_hatch (void) { gb_hen_lay (); }\n");
plant ('base/hen.c', "/* Hen. */\nvoid gb_egg_hatch (void);\nvoid gb_hen_lay (void) { gb_egg_hatch (); }\n");
plant ('base/cock.c', "void gb_hen_lay (void);\nvoid gb_crow (void) { gb_hen_lay (); }\n");
plant ('law/rule.h', "/* Rule. */\n");
plant ('base/fox.h', "#include \"law/rule.h\"\n" . "\n" x 200);
finds ('a planted circle is found', $circles, 'base', 'a circle in base/: egg hen',
  'egg calls gb_hen_lay of hen');
verdict ('what only calls into a circle is not part of it',
  grep { /circle.*cock/ } $circles->($tree, "$tree/objects", 'base'));
finds ('a planted upward include is found', $upward, 'base', 'base/fox.h includes law/rule.h');
finds ('a planted false prefix is found', $misnamed, 'base', 'base/cock.c: gb_crow');
verdict ('right prefixes are not complained of',
  grep { /gb_egg|gb_hen_lay does/ } $misnamed->($tree, "$tree/objects", 'base'));
finds ('a planted long header is found', $long, 'base', 'base/fox.h has 201 lines');
finds ('planted files without a head are found', $headless, 'base', 'base/cock.c', 'base/fox.h');

print "1..$checks\n";
exit ($failures > 0);
