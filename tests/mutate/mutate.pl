#!/usr/bin/perl
# Changes the program by one word at a time, in a copy, and lists the changes that no unit test sees.
#
#     tests/mutate/mutate.pl [WORD]   only changes whose line in mutations.txt holds WORD
#
# A line of mutations.txt is ROOM, OLD and NEW, with tabs between them.  OLD stands in exactly one
# place of the .c files of the folders of ROOM, wherever that moves to; where it does not, that is an
# error.  A fourth word on the line says why no test need see the change: then none may, for what a
# test sees belongs to the others.
use strict;
use warnings;
use Cwd qw(abs_path);
use File::Basename qw(basename dirname);
use File::Temp qw(tempdir);

my $root = abs_path (dirname (__FILE__) . '/../..');
my $word = shift // '';
$| = 1;
my $cc = $ENV{CC} // 'cc';
# What the pages are filled with is made in several folders of generator/.
my %folders = map { $_ => '{view,history,export,search,pages,output}' } qw(view history);
# The quick and the likely ones first.
my %units = (
  law => [qw(date calendar period term effect validity review closing notice_state force standing region judged)],
  corpus => [qw(judged versions notice_change rules roster corpus statement)],
  text => [qw(gram text_label text_sequence text_loss text_mask text_plain text_owner text_reference text_whole
    text_remark text_table phrase amount span statement numeral text alignment redline text_conserve redline_random
    fidelity)],
  record => [qw(record_history record_repository record_history_random record_store)],
  history => [qw(fact history)],
  view => [qw(ical view_words view_versions view_compare view_days view)],
);

sub slurp { open my $file, '<', $_[0] or die "$_[0]: $!"; local $/; return scalar <$file> }
sub spew { open my $file, '>', $_[0] or die "$_[0]: $!"; print $file $_[1]; close $file or die "$_[0]: $!" }

my @changes;
for (split /\n/, slurp ("$root/tests/mutate/mutations.txt")) {
  next if /^(#|$)/ || index ($_, $word) < 0;
  my ($room, $old, $new, $why) = split /\t/;
  push @changes, { room => $room, old => $old, new => $new, why => $why };
}
# One make after the other leaves processors idle: each has a copy of its own.
my $jobs = $ENV{JOBS} // 1;
my @workers;
for my $worker (0 .. $jobs - 1) {
  my $pid = fork () // die "cannot fork\n";
  if ($pid == 0) {
    my $bad = work (@changes[grep { $_ % $jobs == $worker } 0 .. $#changes]);
    exit ($bad > 100 ? 100 : $bad);
  }
  push @workers, $pid;
}
my $bad = 0;
for (@workers) {
  waitpid ($_, 0);
  die "a worker failed\n" if $? & 127 || $? >> 8 > 100;
  $bad += $? >> 8;
}
my $known = grep { defined $_->{why} } @changes;
print scalar (@changes), " changes, of which $known are known to survive; $bad that are to be looked at\n";
exit ($bad > 0);

sub passes {
  my ($room) = @_;
  my @programs = map { "build/tests/unit/$_" } @{ $units{$room} };
  return 'does not compile' if system ("make -s CC='$cc' @programs >/dev/null 2>make.log") != 0;
  for (@programs) {
    return 0 if system ("timeout 120 $_ >/dev/null 2>&1") != 0;
  }
  return 1;
}

# Before the first change and after the last, that no change is seen where there is none.
sub check_unchanged {
  my %rooms = map { $_->{room} => 1 } @_;
  for my $room (sort keys %rooms) {
    die "the tests of $room/ fail without any change\n" . slurp ('make.log') if passes ($room) ne '1';
  }
}

# Makes the changes one after the other; how many are to be looked at.
sub work {
  my $copy = tempdir (CLEANUP => 1);
  system ('cp', '-a', (map { "$root/$_" } qw(Makefile generator templates content tests)), $copy) == 0
    or die "cannot copy\n";
  # Not what other targets have built below build/.
  mkdir "$copy/build" or die;
  system ('cp', '-a', (grep { -f || m{/(generator|tests)$} } glob "$root/build/*"), "$copy/build") == 0
    or die "cannot copy\n";
  chdir $copy or die;
  my $bad = 0;
  check_unchanged (@_);
  for (@_) {
    my $said = try_out ($_) // next;
    print $said;
    $bad++;
  }
  check_unchanged (@_);
  chdir '/';
  return $bad;
}

# What is wrong with a change, or undef.
sub try_out {
  my ($change) = @_;
  my ($room, $old, $new, $why) = @{$change}{qw(room old new why)};
  my $folder = $folders{$room} // $room;
  my $pattern = join '\s+', map { quotemeta } split / /, $old; # however the lines are broken
  my @places;
  for my $file (glob "generator/$folder/*.c") {
    my $text = slurp ($file);
    push @places, [$file, $text, $-[0], $+[0]] while $text =~ /$pattern/g;
  }
  return scalar (@places) . " SUCH PLACES in $folder/: $old\n" if @places != 1;
  my ($file, $text, $from, $to) = @{$places[0]};
  my $line = 1 + (substr ($text, 0, $from) =~ tr/\n//);
  spew ($file, substr ($text, 0, $from) . $new . substr ($text, $to));
  my $passes = passes ($room);
  spew ($file, $text);
  return if $passes eq (defined $why ? '1' : '0');
  my %says = (0 => 'IS SEEN', 1 => 'SURVIVES');
  return ($says{$passes} // 'DOES NOT COMPILE') . " $file:$line: $old -> $new\n";
}
