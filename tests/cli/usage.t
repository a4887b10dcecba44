#!/bin/bash
# How the program is called.
. "${0%/*}/lib.sh"

run --help
exits 0 'help is no error'
for name in build check publish verify diff log explain agenda workdays codes render; do
  out_has "$name" "help names $name"
done
err_empty 'help says nothing on standard error'
run --version
exits 0 'the version'
is "$(cat out)" "gongbao $(sed -n 's/^VERSION = //p' "$root/Makefile")" 'the version is that of the Makefile'

refuses 'an unknown command' frobnicate
err_has frobnicate 'the unknown command is named'
refuses 'a command with a slip' buidl
err_has "did you mean 'build'" 'the command that was meant'
refuses 'an option before the command' -C "$tmp" build
err_has 'the command comes first' 'where it belongs'
run help build
exits 0 'help about a command'
out_has --as-of 'its own options'
refuses 'an unknown option' build --frobnicate
err_has "Try 'gongbao build --help'" 'the help of that command'
refuses 'no such day' build --as-of 2023-02-30
refuses 'no threads' build --jobs 0
refuses 'a format that is none' check --format pdf
refuses 'nothing to explain' explain
refuses 'nothing to compare' diff
refuses 'nothing to list' log

refuses 'a folder that is no publication' check -C "$tmp/nowhere"
err_has nowhere 'the folder is named'
finish
