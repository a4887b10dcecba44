/* Where two sequences differ: the smallest edit there is, within bounded time.
 *
 * Private to the room.  Sequences are of numbers, alike where equal.  Myers' greedy search finds
 * the smallest edit; where it is larger than worth looking for, both are cut at the clauses that
 * occur once in each, and what is left between them is compared again or taken as a whole.
 */
#pragma once

#include <glib.h>

/* Elements @a0 up to @a1 of the one became @b0 up to @b1 of the other. */
typedef struct {
  guint a0, a1;
  guint b0, b1;
} GbHunk;

/* Appends to @hunks (GbHunk) in order, none of them touching. */
void gb_differ_compare (const guint32 *a, guint n, const guint32 *b, guint m, GArray *hunks);

/* Makes them readable: an edit that could as well stand elsewhere goes to the border of a clause,
 * and what few words are alike inside a stretch rewritten belong to it.  @fixed (NULL: none):
 * whether elements @a0 to @a1 must stay alike although few. */
typedef gboolean (*GbDifferFixed) (gpointer data, guint a0, guint a1, guint b0);
void gb_differ_tidy (const guint32 *a, guint n, const guint32 *b, guint m, GArray *hunks,
                     GbDifferFixed fixed, gpointer data);

/* The heaviest sequence of pairs that ascends on both sides, of @pairs (GbDifferPair) that ascend
 * on the first and are different on the second; the others are removed. */
typedef struct {
  guint a;
  guint b;
  guint weight; /* not 0 */
} GbDifferPair;
void gb_differ_ascend (GArray *pairs);
