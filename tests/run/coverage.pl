#!/usr/bin/perl
# What the tests have run of each room, from what a build with --coverage has counted; and each
# function of law/ and corpus/ that nothing has called, of which there may be none.
#
#     tests/run/coverage.pl BUILD
use strict;
use warnings;
use JSON::PP;

my ($build) = @ARGV;
my (%rooms, @uncalled);
for my $object (sort glob "$build/generator/*/*.gcno") {
  my ($room, $file) = $object =~ m{generator/(\w+)/(\w+)\.gcno$};
  my $said = qx(gcov --json-format --stdout --branch-probabilities $object 2>/dev/null);
  die "gcov $object failed\n" if $? != 0;
  my ($source) = grep { $_->{file} =~ m{generator/$room/$file\.c$} } @{ decode_json ($said)->{files} };
  next if !$source; # nothing but data
  for my $function (@{ $source->{functions} }) {
    push @{ $rooms{$room}{functions} }, $function->{execution_count};
    push @uncalled, "$room/$file.c:$function->{start_line}: $function->{name}"
      if $function->{execution_count} == 0 && $room =~ /^(law|corpus)$/;
  }
  for my $line (@{ $source->{lines} }) {
    push @{ $rooms{$room}{lines} }, $line->{count};
    push @{ $rooms{$room}{branches} }, map { $_->{count} } @{ $line->{branches} };
  }
}

sub share {
  my $run = grep { $_ > 0 } @_;
  return @_ ? sprintf ('%6d of %6d  %5.1f %%', $run, scalar @_, 100 * $run / @_) : '';
}
my @columns = qw(lines branches functions);
printf "%-10s%25s%25s%25s\n", 'room', @columns;
for my $room (sort keys %rooms) {
  printf "%-10s%25s%25s%25s\n", $room, map { share (@{ $rooms{$room}{$_} || [] }) } @columns;
}
printf "%-10s%25s%25s%25s\n", 'all', map { my $column = $_; share (map { @{ $_->{$column} || [] } } values %rooms) } @columns;
print "nothing has called $_\n" for @uncalled;
exit (@uncalled > 0);
