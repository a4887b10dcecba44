/* What a text refers to: its own clauses and other documents.
 *
 * Private to the room.  gb_mention_write writes a stretch of a paragraph, escaped, and notes the
 * references to the own text and the mentions of others on the way.  A chain carries what a list
 * goes on with (第三条、第五条第一款和第七条) from one stretch of the same paragraph to the next.
 */
#pragma once

#include "text/draft.h"

G_BEGIN_DECLS

typedef struct {
  gsize end;      /* of the last reference, offset into the paragraph; 0: none yet */
  gboolean other; /* it was to another document */
  GbDraftTarget target;
  gsize document; /* where the last document named ends; 0: none yet */
  int mention;    /* its index; -1: none */
} GbChain;

/* @text, @length: the whole paragraph; the bytes from @from to @to are written.  @breaks: where
 * its lines end (guint), @line: where it starts. */
void gb_mention_write (GbDraft *draft, GbChain *chain, const char *text, gsize length, gsize from,
                       gsize to, const GArray *breaks, guint line);
/* Says that another document is named by what ends at @end: a link, as mention @mention or -1. */
void gb_chain_document (GbChain *chain, gsize end, int mention);
/* The line of the file on which offset @at of the paragraph stands. */
guint gb_mention_line (const GArray *breaks, guint line, gsize at);

G_END_DECLS
