#!/bin/bash
# What README promises, where nothing is there before: make site and the unit tests of a clean clone in a
# Debian 12 that has make and gcc and the mirrors of this machine, set up with debootstrap.  The packages are
# those that make itself installs.
#
#     tests/bare/bare.sh FOLDER     which must not exist; BARE=skip: status 0 where it cannot be tried
# Needs root and the network; without them the status is 77.
cd "${0%/*}/../.." || exit
folder=$(realpath -m "$1")

# skip REASON
skip () {
  echo "SKIPPED, nothing is known of a bare Debian: $1" >&2
  [ "${BARE-}" = skip ] && exit 0
  exit 77
}

[ "$(id -u)" = 0 ] || skip 'debootstrap needs root'
[ ! -e "$folder" ] || { echo "$folder is there already; remove it" >&2 && exit 2; }
mirror=$(apt-get indextargets --format '$(SITE)' 'Codename: bookworm' 'Created-By: Packages' 2>/dev/null |
  grep -m 1 -E '/debian/?$')
mkdir -p "${folder%/*}" && trap 'rm -rf --one-file-system "$folder"' EXIT
debootstrap --variant=minbase --include=make,gcc,libc6-dev,ca-certificates bookworm "$folder" \
  "${mirror:-http://deb.debian.org/debian}" >"$folder.log" 2>&1 ||
  skip "debootstrap failed: $(tail -n 1 "$folder.log"), see $folder.log"
apt-config dump | grep -E '^Acquire::(https?::Proxy|Check-Valid-Until) ' >"$folder/etc/apt/apt.conf.d/99here"
git clone -q --no-local . "$folder/root/gongbao" || exit

unshare --mount --pid --fork --mount-proc="$folder/proc" chroot "$folder" /usr/bin/env -i HOME=/root \
  PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
  sh -c "cd /root/gongbao && make site && make test T='\$(UNITS)'"
