/* What differs between two states of one file: a policy's words by article and its keys by line,
 * everything else by line.
 */
#pragma once

#include "text/redline.h"

typedef struct {
  const GbRedline *words; /* or NULL */
  const GbText *old_text; /* of words, likewise */
  const GbText *new_text;
  const GbRedline *lines;
} GbEdit;

/* @before and @after: the file @path ("content/policies/ID/policy.md"). */
GbEdit gb_edit_compare (GbArena *arena, const char *path, const char *before, const char *after);

/* The text of a file with front matter; NULL where @words, what it holds, cannot be divided. */
const GbText *gb_edit_text (GbArena *arena, const char *path, const char *words);
