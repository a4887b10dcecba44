/* Index numbers (索引号) of published government information.
 *
 * The unified social credit code of the agency, the year and a serial number:
 * 114419005813893675/2026-00027.  Older ones carry the nine characters of an organisation code:
 * 006939748/2004-00170.  Both codes end in a check digit (GB 32100, GB 11714), so that a slip of
 * the pen shows.  Pure functions, no allocation.
 */
#pragma once

#include <glib.h>

typedef enum {
  GB_INDEX_NUMBER_OK,
  GB_INDEX_NUMBER_BAD_FORM,
  GB_INDEX_NUMBER_BAD_CHECK_DIGIT, /* the form is right, the code of the agency is not */
} GbIndexNumberCheck;

/* @text may be NULL, which is bad form. */
GbIndexNumberCheck gb_index_number_check (const char *text);
