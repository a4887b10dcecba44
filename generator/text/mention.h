/* What a text refers to: its own clauses and other documents.
 *
 * Private to the room.  clause.c finds the ones, citation.c the others; what begins with none of
 * their signs is passed over fast.
 */
#pragma once

#include "text/scan.h"

/* Writes the bytes from @from to @to of the paragraph @text, escaped, and notes the references to
 * the own text and the mentions of others on the way.  @breaks: where its lines end (guint), @line:
 * where it starts. */
void gb_mention_write (GbDraft *draft, GbChain *chain, const char *text, gsize from, gsize to,
                       const GArray *breaks, guint line);
