/* Amounts as documents write them: 5亿元 and 50000万元, 一千万, 3,000.5, 20% and 百分之二十,
 * 三分之一, 六成, 1:0.5.
 *
 * Pure functions over normalised words (phrase.h).
 */
#pragma once

#include <glib.h>

typedef struct {
  double value;     /* 50000000 of 5000万; 0.2 of 20% */
  gboolean share;   /* of a whole: per cent, tenths, a ratio */
  const char *unit; /* what stands behind it, in the words */
} GbAmount;

/* Reads the next amount at or behind *@at, which moves behind it; FALSE where there is none.  What
 * 第 stands before is an ordinal and none. */
gboolean gb_amount_next (const char **at, GbAmount *ret_amount);
/* Whether one of the amounts of @words equals @number, which is in @unit (either as in a key: 5 and
 * 亿元, 20 and %; @unit may be NULL or have no multiplier).  TRUE where @number is no number. */
gboolean gb_amount_holds (const char *words, const char *number, const char *unit);
