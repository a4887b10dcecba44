# For tests of the record: real repositories.
git config --global user.name Officer
git config --global user.email officer@example.com
git config --global init.defaultBranch main
git config --global advice.detachedHead false
git config --global protocol.file.allow always
git config --global core.fsync none

# repository NAME: the example in a new repository, nothing committed.
repository () {
  example "$1" && git init -q "$1"
}

# trailer NAME KEY: of the last commit.
trailer () { git -C "$1" log -1 --format="%(trailers:key=$2,valueonly)" | head -n 1; }

# thrice NAME: the example in a repository with three publications, one text changed in between.
thrice () {
  repository "$1"
  run publish -C "$1" -m '首次公布' --as-of 2026-11-21
  printf '\n本办法另行解释。\n' >>"$1/content/policies/fund-rules-2024/policy.md"
  run publish -C "$1" -m '补充一条' --as-of 2026-11-23
  run publish -C "$1" --as-of 2026-11-27
}
# made_again FOLDER [SED]: in a clone, the last commit once more with what now lies in the work tree;
# its Manifest is that of the manifest in FOLDER ("site/" or ""), its message goes through SED.
made_again () {
  git log -1 --format=%B |
    sed "s/^Manifest: .*/Manifest: $(sha256sum <"$1publication.json" | cut -d' ' -f1)/;${2-}" >../message
  git add -A && git commit -q --amend -F ../message
}
# page_forged FOLDER: one page and what the manifest says of it.
page_forged () {
  local old
  old=$(sha256sum <"$1policies/index.html" | cut -d' ' -f1)
  sed -i 's/政策/正策/' "$1policies/index.html"
  sed -i "s/$old/$(sha256sum <"$1policies/index.html" | cut -d' ' -f1)/" "$1publication.json"
}
# loosened: in a clone, every object becomes a file of its own.
loosened () {
  local pack
  for pack in .git/objects/pack/*.pack; do
    [ -f "$pack" ] || continue
    mv "$pack" ../taken.pack && git unpack-objects -q <../taken.pack
  done
  rm -f .git/objects/pack/*
}
# object REV:PATH: the file of a loose object.
object () {
  local id
  id=$(git rev-parse "$1") && echo ".git/objects/${id:0:2}/${id:2}"
}
