/* The state of a notice on a day.
 *
 * A pure function of the dates: upcoming before it opens, open up to its last day, closed after it,
 * concluded from the day of its outcome.  Where days are known to the month or year only, it is
 * said to be open or closed only once it certainly is.
 */
#pragma once

#include "base/vocabulary.h"
#include "law/date.h"

#define GB_NOTICE_STATES(X)                                                                        \
  X (GB_NOTICE_UPCOMING, "upcoming")   /* 即将公示 */                                          \
  X (GB_NOTICE_OPEN, "open")           /* 公示中 */                                             \
  X (GB_NOTICE_CLOSED, "closed")       /* 公示期满 */                                          \
  X (GB_NOTICE_CONCLUDED, "concluded") /* 已有结果 */                                          \
  X (GB_NOTICE_UNKNOWN, "unknown")     /* the last day is not known */
GB_VOCABULARY (GbNoticeState, notice_state, GB_NOTICE_STATES)
#define GB_NOTICE_STATE_COUNT GB_VOCABULARY_COUNT (GB_NOTICE_STATES)

typedef struct {
  GbWhen opens;
  GbWhen closes; /* the earliest and the latest last day there can be, inclusive */
  gboolean has_outcome;
  GbDate concluded; /* the day of the outcome; GB_DATE_NONE where there is none or it has no day */
} GbNoticeDates;

/* @ret_turns is the next day on which the state changes, or GB_DATE_NONE. */
GbNoticeState gb_notice_state_on (const GbNoticeDates *dates, GbDate day, GbDate *ret_turns);
