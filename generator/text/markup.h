/* The room's own HTML, read again: tags and the references of gb_escape_html.
 *
 * Private to the room.  Nothing else may be fed to it.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether a tag, with its slash and without its brackets, stands inside a line of words; all others
 * stand between words. */
gboolean gb_markup_is_inline (const char *name, gsize length);

/* The character for the '&' at @at; @ret_next: behind the reference. */
char gb_markup_unescape (const char *at, const char *end, const char **ret_next);

G_END_DECLS
