/* Notice periods: N working or calendar days from a day.
 *
 * By practice the first day counts if it is a day of the period's kind (13 of 13 real notices);
 * 民法典 201 would leave it out, which a rule may choose.  Make-up days count as working days.  A
 * period ends at 23:59 of its last day.
 */
#pragma once

#include "base/vocabulary.h"
#include "law/calendar.h"

#define GB_DAY_UNITS(X)                                                                            \
  X (GB_UNIT_WORKING_DAYS, "working")                                                              \
  X (GB_UNIT_CALENDAR_DAYS, "calendar")
GB_VOCABULARY (GbDayUnit, day_unit, GB_DAY_UNITS)

typedef struct {
  int length; /* days of @unit, at least 1 */
  GbDayUnit unit;
  gboolean exclude_first; /* the day it opens on does not count */
} GbPeriodRule;

typedef struct {
  GbDate opens;
  GbDate closes; /* last day, inclusive */
  gboolean provisional;
  int missing_year; /* a year of the period without any calendar file, or 0 */
} GbPeriod;

#define GB_PERIOD_LENGTH_MAX 3660

/* FALSE where the rule, the date or the end is out of range; @ret_period is then untouched.
 * Calendar days need no notice: @calendar may then be NULL and the period is never provisional. */
gboolean gb_period_compute (const GbCalendar *calendar, const GbPeriodRule *rule, GbDate opens,
                            GbPeriod *ret_period);

/* How many days of @rule's unit lie in @opens…@closes (inclusive), by @rule's first-day convention;
 * the rule's length is not used.  0 where a date is none or @closes is before @opens. */
int gb_period_count (const GbCalendar *calendar, const GbPeriodRule *rule, GbDate opens,
                     GbDate closes);

/* One day of a period, for showing how it was counted. */
typedef struct {
  GbDay day;
  int ordinal;             /* 1 for the first counted day; 0 where the day does not count */
  gboolean first_excluded; /* it would count, but is the excluded first day */
} GbPeriodDay;

/* Fills @ret_days with the days of the period, at most @capacity from the first on, and returns
 * how many; all are closes − opens + 1.  0 where a date is none or @closes is before @opens. */
guint gb_period_days (const GbCalendar *calendar, const GbPeriodRule *rule, GbDate opens,
                      GbDate closes, GbPeriodDay *ret_days, guint capacity);
