#!/bin/bash
# The commands that pages print, run as they stand there, in a fresh clone: for a publication at the
# root of its repository, in a folder of it, and on a branch of its own.
. "${0%/*}/lib.sh"
. "$root/tests/cli/repository.sh"

# printed PAGE HEADING: the commands below the heading with that id (proof: of the proof).
printed () {
  perl -CSD -0777 -ne '
    my ($page) = /<section aria-labelledby="'"$2"'">(.*?)<\/section>/s or exit 1;
    while ($page =~ /<pre[^>]*><code>(.*?)<\/code><\/pre>/sg) {
      my $text = $1;
      $text =~ s/&lt;/</g; $text =~ s/&gt;/>/g; $text =~ s/&quot;/"/g; $text =~ s/&#39;/'"'"'/g;
      $text =~ s/&amp;/&/g;
      print "$text\n";
    }' "$1"
}
# runs NAME FILE: every command of the file, in one shell; its output stays in out.
runs () {
  command="the commands of $1"
  (PATH=$BUILD:$PATH bash -euo pipefail "$2") >"$tmp/out" 2>"$tmp/err" </dev/null
  status=$?
  exits 0 "$1"
}

for kind in root folder branch; do
  case $kind in
    root) prefix='' ;;
    *) prefix=gov/shi/ ;;
  esac
  rm -rf here record
  example "here/$prefix" && git init -q here
  if [ $kind = branch ]; then
    printf 'publish:\n  branch: pages\n' >>"here/${prefix}content/site.yaml"
    site=pages folder=''
  else
    site=main folder=${prefix}site/
  fi
  for day in 2026-11-18 2026-12-12; do
    # Recorded on that day too: only then does it prove anything of a notice.
    export GIT_AUTHOR_DATE="${day}T09:00:00+08:00" GIT_COMMITTER_DATE="${day}T09:00:00+08:00"
    run publish -C "here/$prefix" -m "$day" --as-of "$day"
    exits 0 "$kind: published $day"
    echo >>"here/${prefix}content/pages/about.md"
  done
  git -C here checkout -q -- .
  git -C here show "$site:${folder}verify/index.html" >verify.html
  git -C here show "$site:${folder}notices/featured-clusters-2026-2/index.html" >notice.html
  publication=$(git -C here rev-parse "$site")
  source=$(git -C here log -1 --format='%(trailers:key=Source,valueonly)' "$site" | head -n 1)

  # What a reader puts in: where the repository is, which commit, which file.
  printed verify.html git | sed "s|REPOSITORY|here|; s/COMMIT/$publication/; s/SOURCE/$source/
    s/…/site.yaml/; /verify-commit/d; /^grep/d" >git.sh
  runs "$kind: reading the record" git.sh
  out_has "$publication" "$kind: the publication is found"
  out_has "$(git -C here show "$publication:${folder}publication.json" | sha256sum)" \
    "$kind: the hash of its manifest"
  out_has "$(sha256sum <"here/${prefix}content/site.yaml")" "$kind: and of a source"
  { echo "cd record/$prefix" && printed verify.html rebuild; } >rebuild.sh
  runs "$kind: making it anew" rebuild.sh
  out_has 'every byte as the source gives it' "$kind: which comes out right"
  { echo 'cd here' && printed notice.html proof; } >proof.sh
  ok "$kind: a closed notice prints its proof" grep -q 'git show' proof.sh
  runs "$kind: the proof of a notice" proof.sh
  hash=$(cut -d' ' -f1 out | head -n 1)
  ok "$kind: whose hash the page names" grep -qF "$hash" notice.html
done
finish
