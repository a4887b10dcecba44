/* What the references of a text to itself lead to, once all its units are known.
 *
 * Private to the room.
 */
#pragma once

#include "text/draft.h"

/* Appends the anchor of the article, chapter, part or annex of @target: art-12zhi1. */
void gb_reference_put (GString *word, const GbDraftTarget *target);

#define GB_REFERENCE_KUAN_MAX 63

/* Appends the anchor of the paragraph (款) @kuan of @article: art-3-p2. */
void gb_reference_put_kuan (GString *word, const char *article, int kuan);
/* Takes art-3-p2 apart into art-3, to be freed with g_free, and 2; NULL for any other anchor. */
char *gb_reference_split_kuan (const char *anchor, int *ret_kuan);

/* The anchor that @reference leads to, borrowed from the draft or its arena; NULL, with a warning
 * where that is a fault, where there is none. */
const char *gb_reference_resolve (GbDraft *draft, const GbDraftReference *reference);
