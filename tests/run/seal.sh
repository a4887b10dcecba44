# Sealed surroundings for whatever is tested or replayed: nothing of the caller's gets in, whoever
# calls it, from wherever, on whatever machine.  Sourced first, by tap.sh, lib.sh and the replays.
# TMPDIR is where there is room; HOME is for who sources this to make.
for name in $(compgen -e); do
  case $name in
    PATH | LD_LIBRARY_PATH | TMPDIR | GONGBAO | BUILD | COMPILE | CLANG_FORMAT | UPDATE | *SAN_OPTIONS) ;;
    *) unset "$name" ;;
  esac
done
export HOME=/nonexistent TZ=UTC LC_ALL=C.UTF-8 GIT_CONFIG_NOSYSTEM=1
umask 022
exec </dev/null
