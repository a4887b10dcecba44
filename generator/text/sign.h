/* Who signs a document and when: the lines at its end that are set to the right.
 *
 * Private to the room.
 */
#pragma once

#include "text/inline.h"

/* Whether @words, read from @block, are the name of an agency, a date, or both. */
gboolean gb_sign_is (const GbInline *words, cmark_node *block);

/* 2023年2月28日, 二〇二三年二月二十八日 */
gboolean gb_sign_is_date (const char *text, gsize length);
/* A name without a sentence in it that ends as agencies do. */
gboolean gb_sign_is_agency (const char *text, gsize length);
