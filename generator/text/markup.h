/* The room's own HTML, read again: tags and the references of gb_escape_html.
 *
 * Private to the room.  Nothing else may be fed to it.
 */
#pragma once

#include <glib.h>

typedef enum {
  GB_MARKUP_END,
  GB_MARKUP_TAG,       /* its name, with its slash */
  GB_MARKUP_CHARACTER, /* one that HTML cannot hold as it is */
  GB_MARKUP_WORDS,     /* as they are, white space included */
} GbMarkupKind;

typedef struct {
  GbMarkupKind kind;
  const char *text; /* in the HTML; of tags and words */
  gsize length;
  char character;
} GbMarkup;

/* What stands at *@at, up to @end; *@at goes behind it. */
GbMarkup gb_markup_next (const char **at, const char *end);

/* The character for the '&' at @at; @ret_next: behind the reference. */
char gb_markup_unescape (const char *at, const char *end, const char **ret_next);

/* Whether a tag, with its slash and without its brackets, stands inside a line of words; all others
 * stand between words. */
gboolean gb_markup_is_inline (const char *name, gsize length);
