/* A template's text cut into tags: private to template/.
 *
 * The text itself is not copied: between two tags lies text[tags[i].text_begin] up to
 * text[tags[i + 1].text_end], from which the white space around standalone tags is already left
 * out.  Tags that could not be understood are reported and left out, so that what remains is well
 * nested: every opening tag has its closing one and the other way round.
 */
#pragma once

#include "base/arena.h"
#include "base/diagnostics.h"

typedef enum {
  TAG_VARIABLE,   /* {{name}} */
  TAG_RAW,        /* {{{name}}} and {{&name}} */
  TAG_SECTION,    /* {{#name}} */
  TAG_INVERTED,   /* {{^name}} */
  TAG_CLOSE,      /* {{/name}} */
  TAG_PARTIAL,    /* {{>name}} */
  TAG_PARENT,     /* {{<name}} */
  TAG_BLOCK,      /* {{$name}} */
  TAG_COMMENT,    /* {{! … }} */
  TAG_DELIMITERS, /* {{=<% %>=}} */
} TagKind;

typedef struct {
  TagKind kind;
  const char *name; /* within the text, trimmed; of a dynamic name what follows the asterisk */
  guint name_length;
  GbPlace place; /* of the tag's first byte */
  guint match;   /* the index of the other tag of a pair */
  gsize start;   /* the tag's own bytes */
  gsize end;
  gsize text_end;   /* where the text before the tag ends */
  gsize text_begin; /* where the text after the tag begins */
  gsize line_begin; /* of a tag that opens its line: where the line begins */
  gsize line_next;  /* of a tag that ends its line: where the next line begins */
  gboolean dynamic;
  gboolean argument;   /* a block that stands directly in a parent */
  gboolean opens_line; /* only white space before it on its line */
  gboolean ends_line;  /* only white space after it on its line */
  gboolean standalone; /* has lines of its own: alone, or together with its closing tag */
} Tag;

/* @text is valid UTF-8.  The array of Tag belongs to the caller. */
GArray *gb_tag_scan (const char *text, gsize length, const char *file, GbDiagnostics *diagnostics);
