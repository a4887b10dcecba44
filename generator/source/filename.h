/* Names of files that people bring and the site publishes as they are.
 *
 * A published name must mean one file on every disk and every server, also on those that know no
 * difference between upper and lower case, and nothing that is published may run in a reader's
 * browser or on the server.  Names are valid UTF-8.
 */
#pragma once

#include <glib.h>

/* FALSE where @name, of a file or a folder and without '/', is not taken as it is everywhere; what
 * is the matter is appended to @reason, as what follows the name in a sentence: "holds ':'". */
gboolean gb_filename_is_plain (const char *name, GString *reason);

/* Whether Windows takes @name, with any suffix, for a device: CON, aux.pdf. */
gboolean gb_filename_is_device (const char *name);

/* FALSE where @name is not that of a document, a picture, a recording or an archive, by its suffix;
 * why, and what to do, is appended to @reason as a sentence. */
gboolean gb_filename_is_document (const char *name, GString *reason);

/* What names are compared by: one and the same for names that differ in case, width or Unicode's
 * normal form only.  To be freed. */
char *gb_filename_fold (const char *name);
