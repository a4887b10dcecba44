# What both replays share: a fresh repository, a step on a day, publications on the days between.
#
# The record is made up afterwards (重放): each commit bears the day on which the thing it records
# happened, so that histories, redlines and proofs can be looked at.  The same steps give the same
# commits, wherever and whenever they are replayed.

. "${BASH_SOURCE[0]%/*}/../run/seal.sh"
source_root=$(cd "${BASH_SOURCE[0]%/*}/../.." && pwd -P)
gongbao=$(realpath "${GONGBAO:-$source_root/build/gongbao}")
# Days between two steps on which a publication is made because something changes by itself.
turns_max=6

# begin FOLDER: an empty repository, entered.
begin () {
  mkdir -p "$1" && [ -z "$(ls -A "$1")" ] || { echo "$1 is not empty" >&2; exit 2; }
  cd "$1" || exit 1
  export GIT_AUTHOR_NAME='重放' GIT_AUTHOR_EMAIL='replay@gongbao.example'
  export GIT_COMMITTER_NAME=$GIT_AUTHOR_NAME GIT_COMMITTER_EMAIL=$GIT_AUTHOR_EMAIL
  git init -q -b main .
}

at () { export GIT_AUTHOR_DATE="$1T09:00:00+08:00" GIT_COMMITTER_DATE="$1T09:00:00+08:00"; }

# publish DAY ARGUMENT…
publish () {
  at "$1"
  "$gongbao" publish --as-of "$@" >publish.log 2>&1 || { cat publish.log >&2; exit 1; }
  rm publish.log
}

# step DAY MESSAGE ARGUMENT…: what is in content/ now was recorded on DAY; before it, what the days
# since the last step turned.
step () {
  local day=$1 message=$2 turns
  shift 2
  if [ -f site/publication.json ]; then
    git stash -q --include-untracked
    for _ in $(seq $turns_max); do
      turns=$(sed -n 's/^  "turns": "\(.*\)",$/\1/p' site/publication.json)
      [ -n "$turns" ] && [[ $turns < $day ]] || break
      publish "$turns"
    done
    git stash pop -q >/dev/null
  fi
  publish "$day" -m "$message" "$@"
}
