/* What the references of a text to itself lead to, once all its units are known.
 *
 * Private to the room.
 */
#pragma once

#include "text/draft.h"

/* Appends the anchor of the article, chapter, part or annex of @target: art-12zhi1. */
void gb_reference_put (GString *word, const GbDraftTarget *target);

/* The anchor that @reference leads to, borrowed from the draft; NULL, with a warning where that is
 * a fault, where there is none. */
const char *gb_reference_resolve (GbDraft *draft, const GbDraftReference *reference);
