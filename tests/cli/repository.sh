# For tests of the record: real repositories.
git config --global user.name Officer
git config --global user.email officer@example.com
git config --global init.defaultBranch main
git config --global advice.detachedHead false
git config --global protocol.file.allow always

# repository NAME: the example in a new repository, nothing committed.
repository () {
  example "$1" && git init -q "$1"
}

# trailer NAME KEY: of the last commit.
trailer () { git -C "$1" log -1 --format="%(trailers:key=$2,valueonly)" | head -n 1; }
