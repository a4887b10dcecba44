/* Terms: how long a policy or a certification lasts.
 *
 * N years from a day: by practice the first day counts and the last day is the day before the
 * anniversary (2023-07-10 to 2026-07-09); 民法典 202 would end it on the anniversary, which a
 * scheme may choose.  Where the anniversary does not exist (29 February) the last day is the
 * month's last, under either rule.  Validity given in years only runs from 1 January to 31
 * December.
 */
#pragma once

#include "base/vocabulary.h"
#include "law/date.h"

G_BEGIN_DECLS

#define GB_TERM_ENDS(X)                                                                            \
  X (GB_TERM_DAY_BEFORE, "day-before")                                                             \
  X (GB_TERM_ANNIVERSARY, "anniversary")
GB_VOCABULARY (GbTermEnd, term_end, GB_TERM_ENDS)

/* Last day, inclusive; GB_DATE_NONE where @from is none or @years is not in 1–200. */
GbDate gb_term_last_day (GbDate from, int years, GbTermEnd end);

G_END_DECLS
