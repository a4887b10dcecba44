#!/usr/bin/perl
# Changes the program by one word at a time, in a copy, and lists the changes that no unit test sees.
#
#     tests/mutate/mutate.pl [WORD]   only changes whose line in mutations.txt holds WORD
#
# A line of mutations.txt is ROOM, OLD and NEW, with tabs between them.  OLD stands in exactly one
# place of generator/ROOM/*.c, wherever that moves to; where it does not, that is an error.
use strict;
use warnings;
use Cwd qw(abs_path);
use File::Basename qw(basename dirname);
use File::Temp qw(tempdir);

my $root = abs_path (dirname (__FILE__) . '/../..');
my $word = shift // '';
my $cc = $ENV{CC} // 'cc';
my %units = (
  law => [qw(date calendar period term effect validity review closing notice_state force standing region judged)],
  corpus => [qw(judged versions notice_change rules roster corpus statement)],
);

sub slurp { open my $file, '<', $_[0] or die "$_[0]: $!"; local $/; return scalar <$file> }
sub spew { open my $file, '>', $_[0] or die "$_[0]: $!"; print $file $_[1]; close $file or die "$_[0]: $!" }

my $copy = tempdir (CLEANUP => 1);
system ('cp', '-a', (map { "$root/$_" } qw(Makefile generator templates content tests)), $copy) == 0
  or die "cannot copy\n";
# Not what other targets have built below build/.
mkdir "$copy/build" or die;
system ('cp', '-a', (grep { -f || m{/(generator|tests)$} } glob "$root/build/*"), "$copy/build") == 0
  or die "cannot copy\n";
chdir $copy or die;

sub passes {
  my ($room) = @_;
  my @programs = map { "build/tests/unit/$_" } @{ $units{$room} };
  return 'does not compile' if system ("make -s CC='$cc' @programs >/dev/null 2>make.log") != 0;
  for (@programs) {
    return 0 if system ("timeout 120 $_ >/dev/null 2>&1") != 0;
  }
  return 1;
}

my ($tried, $bad) = (0, 0);
# Before the first change and after the last, that no change is seen where there is none.
sub check_unchanged {
  for my $room (sort keys %units) {
    die "the tests of $room/ fail without any change\n" . slurp ('make.log') if passes ($room) ne '1';
  }
}

check_unchanged ();
for (split /\n/, slurp ("$root/tests/mutate/mutations.txt")) {
  next if /^(#|$)/ || index ($_, $word) < 0;
  my ($room, $old, $new) = split /\t/;
  my @places = grep { index (slurp ($_), $old) >= 0 } glob "generator/$room/*.c";
  my $text = @places == 1 ? slurp ($places[0]) : '';
  my $at = index ($text, $old);
  if (@places != 1 || index ($text, $old, $at + 1) >= 0) {
    print "NO SUCH PLACE, or several, in $room/: $old\n";
    $bad++;
    next;
  }
  my $line = 1 + (substr ($text, 0, $at) =~ tr/\n//);
  spew ($places[0], substr ($text, 0, $at) . $new . substr ($text, $at + length $old));
  my $passes = passes ($room);
  spew ($places[0], $text);
  $tried++;
  next if $passes eq '0';
  $bad++;
  print $passes eq '1' ? 'SURVIVES' : 'DOES NOT COMPILE', " $places[0]:$line: $old -> $new\n";
}
check_unchanged ();
print "$tried changes, $bad that are to be looked at\n";
exit ($bad > 0);
