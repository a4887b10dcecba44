/* When a notice closes: counted, restarted by a change, extended.
 *
 * A change while the period runs may by the rules begin it anew (重新公示): it is counted again
 * from the day of the change, the last day still being a day on which it can change.  An extension
 * states the new last day, or days of the period's unit from the day after the old one, all of
 * which count.  Pure functions, no allocation.
 */
#pragma once

#include "law/derivation.h"
#include "law/period.h"

typedef struct {
  GbDerivation last_day; /* inclusive; without a clause */
  int missing_year;      /* as in GbPeriod */
} GbClosing;

/* The period of @rule counted from @from; FALSE as for gb_period_compute, @ret_closing then is
 * untouched. */
gboolean gb_closing_count (const GbCalendar *calendar, const GbPeriodRule *rule, GbDate from,
                           GbClosing *ret_closing);

/* The earliest and the latest last day of a period by @rule that opens some day of @opens; none
 * where the rule has no length (0) or a day is out of range. */
GbWhen gb_closing_span (const GbCalendar *calendar, const GbPeriodRule *rule, GbWhen opens);

typedef enum {
  GB_RESTART_OK,
  GB_RESTART_TOO_LATE,       /* the period was over on the day of the change, or is not known */
  GB_RESTART_WITHOUT_LENGTH, /* the rule names no length */
  GB_RESTART_OUT_OF_RANGE,   /* the new last day would be no date */
} GbRestartProblem;

/* Counts a period whose last day so far is @last_day (inclusive, GB_DATE_NONE: not known) anew from
 * @change.  @rule is NULL where no length is known.  Where there is a problem, nothing restarts and
 * @ret_closing is untouched. */
GbRestartProblem gb_closing_restart (const GbCalendar *calendar, const GbPeriodRule *rule,
                                     GbDate last_day, GbDate change, GbClosing *ret_closing);

typedef enum {
  GB_EXTENSION_OK,
  GB_EXTENSION_CONFLICT,         /* not exactly one of @to and @days */
  GB_EXTENSION_TOO_EARLY,        /* @to is not after the last day; @ret_closing holds it */
  GB_EXTENSION_WITHOUT_LAST_DAY, /* @days, and no last day to add them to, or none in range */
} GbExtensionProblem;

/* Extends the period that ends on @last_day to @to (or GB_DATE_NONE) or by @days (0: not so) of the
 * unit of @rule.  The result is provisional where the old last day was and days were added.  But
 * for TOO_EARLY, @ret_closing is untouched where there is a problem. */
GbExtensionProblem gb_closing_extend (const GbCalendar *calendar, const GbPeriodRule *rule,
                                      const GbDerivation *last_day, GbDate to, int days,
                                      GbClosing *ret_closing);
