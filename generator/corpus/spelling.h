/* Names as people mean them: one name is printed with brackets, spaces and letters of either width.
 *
 * Private to the room.
 */
#pragma once

#include "corpus/private.h"

/* What a name is compared by: neither width nor case of letters, nor the form of brackets, quotes,
 * dashes and dots counts, nor do spaces.  @name is valid UTF-8.  The caller frees it with g_free.
 */
char *gb_spelling_fold (const char *name);

/* FALSE where one of them is NULL. */
gboolean gb_spelling_is_same (const char *a, const char *b);

/* Warns where a list of a batch or of a notice holds a name twice (same-name), and where a notice
 * and its batch spell a name differently (name-spelling). */
void gb_spelling_check (GbWork *work);
