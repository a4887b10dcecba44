#!/bin/bash
# The documents tell the truth: their files are valid publications, their commands print what they
# show, their links lead somewhere, both languages say the same.
#
# A page is run from its first line to its last, in a folder of its own:
#
#   * a block below a line "`content/…`" is written to that file, or, where the line names a line of
#     the file as well, put in behind that line;
#   * a block of ```sh is run and must succeed;
#   * a block of commands behind "$ " is run, and what it prints is compared; "$ cat FILE" writes it.
#
# What is not run stands in blocks indented by four spaces.  README begins in an empty folder; pages
# in docs/ begin with the files of docs/files.md; those of docs/guide/ are one story in one folder, in
# the order in which docs/guide/README.md lists them, and each says by a comment which day it is.
# After a change that is meant, UPDATE=1 tests/cli/docs.t writes what is printed into the pages.
update=${UPDATE-}
. "${0%/*}/lib.sh"
. "$root/tests/cli/repository.sh"

# steps PAGE FOLDER: one script NNN in FOLDER for each block or command, NNN.out with what it prints.
# Where there is NNN.new already, that is put into the page instead.
steps () {
  mkdir -p "$2"
  perl -CSD -Mutf8 -e '
    my ($page, $folder) = @ARGV;
    sub get { open my $in, "<", $_[0] or die "$_[0]: $!"; local $/; <$in> }
    sub put { open my $out, ">", $_[0] or die; print $out $_[1]; }
    my ($text, $n) = (get ($page), 0);
    sub step { # the text of the command or block: as it stands, or with its new output
      my ($shown, $script, %more) = @_;
      my $name = sprintf "%s/%03d", $folder, ++$n;
      return $shown =~ s/\n.*/"\n" . get ("$name.new")/ser if -e "$name.new";
      put ("$name.$_", $more{$_}) for keys %more;
      put ($name, $script =~ s/BODY/$name.body/r);
      return $shown;
    }
    sub block {
      my ($path, $behind, $kind, $body) = @_;
      return step ($body, "insert \x27$path\x27 \x27$behind\x27 BODY\n", body => $body) if $path && $behind;
      return step ($body, "write \x27$path\x27 BODY\n", body => $body) if $path;
      return step ($body, "# a script\n$body", out => "") if $kind eq "sh";
      return $body unless $kind eq "" && $body =~ /^\$ /;
      return join "", map {
        my ($command, $output) = /^([^\n]*)\n(.*)/s;
        "\$ " . ($command =~ /^cat (\S+)$/ ? step ($_, "write \x27$1\x27 BODY\n", body => $output)
                                           : step ($_, "$command\n", out => $output))
      } grep { length } split /^\$ /m, $body;
    }
    $text =~ s/((?:^`((?:content|templates)\/[^`\n]+)`(?:[^`\n]*`([^`\n]+)`[^`\n]*)?\n\n)?^(`{3,})(\w*)\n)(.*?)^\4$/
      $1 . block ($2, $3, $5, $6) . $4/gmse;
    put ($page, $text) if glob "$folder/*.new";
  ' "$1" "$2"
}
write () { mkdir -p "$(dirname "$1")" && cp "$2" "$1"; }                       # FILE BODY
insert () { grep -qxF -- "$2" "$1" && sed -i "$(grep -nxF -m 1 -- "$2" "$1" | cut -d: -f1)r $3" "$1"; } # FILE LINE BODY

# How many files a site has is not what a page is read for, nor are their fingerprints.
mask () { # FILE
  sed -E 's/[0-9]+ (files|new|changed|unchanged|removed|pages)/N \1/g
    s/[0-9a-f]{64}/SHA-256/g; s/[0-9a-f]{40}/COMMIT/g; s/\b[0-9a-f]{12}\b/SHORT/g
    s/"size":[0-9]+/"size":N/; s/(Pages-Rerendered: |新增|更新)[0-9]+个?/\1N/g' "$1" |
    sed -e :again -e '/^\n*$/{$d;N;b again' -e '}' # no empty lines at the end
}

today=2026-12-01
# The day is that of the page, where the command does not say another.
gongbao () {
  case " $* " in
    *' --as-of '* | ' workdays '* | ' render '* | ' codes '*) "$GONGBAO" "$@" ;;
    *) "$GONGBAO" "$@" --as-of "$today" ;;
  esac
}
# Runs every step of PAGE in the current folder.
play () { # PAGE NAME
  local steps=$tmp/steps/$2 n=0 step
  today=$(sed -n 's/^<!-- today: \(.*\) -->$/\1/p' "$1")
  today=${today:-2026-12-01}
  export GIT_AUTHOR_DATE="${today}T09:00:00+08:00" GIT_COMMITTER_DATE="${today}T09:00:00+08:00"
  steps "$1" "$steps"
  for step in "$steps"/???; do
    [ -e "$step" ] || continue
    if [ -e "$step.body" ]; then
      ok "$2: $(cut -d' ' -f1,2 "$step")" . "$step"
      continue
    fi
    . "$step" >"$tmp/got" 2>&1
    mask "$tmp/got" >"$tmp/masked"
    mask "$step.out" >"$tmp/wanted"
    [ -z "$update" ] || grep -q "^# a script" "$step" || cmp -s "$tmp/wanted" "$tmp/masked" ||
      cp "$tmp/got" "$step.new"
    ok "$2: $(head -n 1 "$step")" diff "$tmp/wanted" "$tmp/masked"
  done
  [ -z "$update" ] || steps "$1" "$steps"
}

# Every file of a language, by the name that it has in both.
pages () { (cd "$root/$1" && find . -name '*.md' | sed 's/^\.\///' | grep -v '^zh-CN/\|^internals.md' | sort); }

for language in '' zh-CN; do
  docs=$root/docs/$language name=${language:-en}
  rm -f "$tmp/out" "$tmp/err"
  mkdir -p "$tmp/$name/empty" "$tmp/$name/story" && ln -s "$root" "$tmp/$name/gongbao"
  cd "$tmp/$name/empty" || exit 1
  play "$root/README${language:+.$language}.md" "$name/README"

  mkdir "$tmp/$name/files" && cd "$tmp/$name/files" || exit 1
  play "$docs/files.md" "$name/files"
  is "$(find content -type f | wc -l)" 7 "$name/files: a whole publication of seven files"
  run check --as-of 2026-11-21
  exits 0 "$name/files: which has no errors"
  for page in $(pages "docs/$language" | grep -v '^guide/\|^files.md'); do
    cp -R "$tmp/$name/files" "$tmp/$name/${page%.md}" && cd "$tmp/$name/${page%.md}" || exit 1
    play "$docs/$page" "$name/${page%.md}"
  done

  cp -R "$tmp/$name/files/content" "$tmp/$name/story/" && cd "$tmp/$name/story" || exit 1
  for page in README.md $(grep -oE '\]\([a-z-]+\.md\)' "$docs/guide/README.md" | sed 's/^](//; s/)$//'); do
    play "$docs/guide/$page" "$name/guide/${page%.md}"
  done
  cd "$tmp" || exit 1
done
is "$(find docs 2>/dev/null)" '' 'nothing was written elsewhere'

# --- Both languages ----------------------------------------------------------------------------
is "$(pages docs/zh-CN)" "$(pages docs)" 'the same pages in both languages'
# What is run and written, comments and the language of output apart.
plain () { find "$tmp/steps/$1" -type f ! -name '*.out' | sort | xargs sed 's/ *# .*//; s/ -l en\b//; s/ --language en\b//' | sed "s|$tmp/steps/$1||g"; }
plain en >english && plain zh-CN >chinese
ok 'both show the same files and commands' diff english chinese
for page in $(pages docs); do
  is "$(grep -oE '^#+ ' "$root/docs/zh-CN/$page" | tr -d '\n')" "$(grep -oE '^#+ ' "$root/docs/$page" | tr -d '\n')" \
    "$page: as many headings in both languages"
done

# --- Links, commands, sizes --------------------------------------------------------------------
# anchors FILE: the anchor of each heading, as GitHub makes it.
anchors () {
  perl -CSD -Mutf8 -ne 'if (/^(`{3,})/) { $in = $in ? "" : $1 } next if $in || !/^#+ (.*)/;
    $_ = lc $1; s/[^\w\- ]//g; s/ /-/g; print "$_\n"' "$1"
}
documents=$(cd "$root" && ls README.md README.zh-CN.md CONTRIBUTING.md CHANGELOG.md docs/*.md docs/*/*.md docs/*/*/*.md \
  generator/README.md templates/README.md tests/README.md)
for document in $documents; do
  bad=$(cd "$root/$(dirname "$document")" &&
    sed '/^```/,/^```/d' "$(basename "$document")" | grep -oE '\]\([^)]+\)' | sed 's/^](//; s/)$//' | grep -v '^https\?:' |
    while IFS='#' read -r file anchor; do
      [ -z "$file" ] || [ -e "$file" ] || echo "$file"
      [ -z "$anchor" ] || anchors "${file:-$(basename "$document")}" | grep -qxF "$anchor" || echo "$file#$anchor"
    done)
  is "$bad" '' "$document: every link leads somewhere"
done

"$GONGBAO" help | sed -n 's/^  \([a-z]*\) .*/\1/p' >commands
for command in $(cat commands); do "$GONGBAO" "$command" --help; done | grep -oE -- '--[a-z-]+' | sort -u >options
said=$(cd "$root" && grep -ohE '`gongbao [a-z]+' $documents | sort -u | sed 's/`gongbao //')
is "$(echo "$said" | grep -vxFf commands)" 'help' 'every command that is spoken of exists'
for target in $(cd "$root" && grep -ohE '(`|^    )make [a-z][a-z-]*' $documents | sed 's/.*make //' | sort -u); do
  ok "there is a target $target" grep -q "^$target:" "$root/Makefile"
done
# Blocks of YAML that are not run name keys that there are.
strange=$(cd "$root/docs" && perl -CSD -0777 -ne '
  while (/^(.*)\n\n```yaml\n(.*?)^```$/gms) { my ($before, $body) = ($1, $2); next if $before =~ /`content\/[^`]*`[^\n]*$/;
    print "$1\n" while $body =~ /(?:^|[{,\-] )\s*([a-z_]+):/gm }' *.md guide/*.md zh-CN/*.md zh-CN/guide/*.md |
  sort -u | while read -r key; do grep -q "^| \`$key\`" keys.md || echo "$key"; done)
is "$strange" '' 'every key that is spoken of exists'
# The words of every status, as pages show them.
for page in docs/dates.md docs/zh-CN/dates.md; do
  missing=$(sed -n '/^\(force\|flag\|standing\|notice-state\):$/,/^$/s/^  .*: //p' "$root/templates/strings/zh-CN.yaml" |
    while read -r word; do grep -qF "$word" "$root/$page" || echo "$word"; done)
  is "$missing" '' "$page: every status"
done
for page in docs/commands.md docs/zh-CN/commands.md; do
  missing=$(for command in $(cat commands); do
    grep -qE "^## \`$command\b" "$root/$page" || echo "$command"
    "$GONGBAO" "$command" --help | grep -oE -- '--[a-z-]+' | sort -u | grep -v '^--help$' | while read -r option; do
      grep -qF -- "\`$option" "$root/$page" || echo "$command $option"
    done
  done)
  is "$missing" '' "$page: every command with every option"
done
for readme in README.md README.zh-CN.md; do
  ok "$readme is one sheet" test "$(wc -l <"$root/$readme")" -le 120
  is "$(for command in $(cat commands); do grep -qE "^\| .*\`$command\`" "$root/$readme" || echo "$command"; done)" '' \
    "$readme names every command"
done
finish
