/* Whole numbers from texts.
 *
 * g_ascii_string_to_signed is not for threads: its first calls share a locale that is still being
 * set up, and now and then a good number is refused.
 */
#pragma once

#include <glib.h>

/* Decimal digits only, with '-' before them where @minimum allows it; FALSE, and @ret_integer
 * untouched, where @text is anything else or the number is not in @minimum…@maximum. */
gboolean gb_integer_parse (const char *text, gint64 minimum, gint64 maximum, gint64 *ret_integer);
