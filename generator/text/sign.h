/* Who signs a document and when: the lines at its end that are set to the right.
 *
 * Private to the room.
 */
#pragma once

#include "text/inline.h"

/* Whether @words, read from @block, are the name of an agency, a date, or both. */
gboolean gb_sign_is (const GbInline *words, cmark_node *block);
