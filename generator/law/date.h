/* Civil dates.
 *
 * A date is a day number in the proleptic Gregorian calendar, so that counting is subtraction; all
 * of them are days in Asia/Shanghai and none of them comes from a clock.  Pure functions, no
 * allocation.
 */
#pragma once

#include <glib.h>

/* Days since 1970-01-01. */
typedef gint32 GbDate;
#define GB_DATE_NONE G_MININT32

/* The first and the last day that counts as a date: 1900-01-01 and 2999-12-31.  Any other number,
 * such as the day after the last, is treated as no date. */
#define GB_DATE_FIRST ((GbDate)-25567)
#define GB_DATE_LAST ((GbDate)376199)
gboolean gb_date_is_valid (GbDate date);

/* GB_DATE_NONE where the day does not exist or the year is outside 1900–2999. */
GbDate gb_date_new (int year, int month, int day);
/* A NULL output is not wanted; all are 0 where there is no date. */
void gb_date_split (GbDate date, int *ret_year, int *ret_month, int *ret_day);
int gb_date_year (GbDate date);
/* The day after; GB_DATE_NONE where there is no date, and after the last. */
GbDate gb_date_next (GbDate date);
/* The earlier of two days, of which either may be GB_DATE_NONE. */
GbDate gb_date_earlier (GbDate a, GbDate b);
/* 1 is Monday, 7 is Sunday; 0 where there is no date. */
int gb_date_weekday (GbDate date);
/* 28 to 31; 0 where @month is not in 1–12. */
int gb_date_month_length (int year, int month);

/* Exactly YYYY-MM-DD; FALSE otherwise, @ret_date untouched. */
gboolean gb_date_parse (const char *text, GbDate *ret_date);

#define GB_DATE_LENGTH 11 /* of the formatted text, with its NUL */
/* Writes YYYY-MM-DD into @text and returns it; the empty text for GB_DATE_NONE. */
const char *gb_date_format (GbDate date, char text[GB_DATE_LENGTH]);

/* The same day @months (or @years, either may be negative) later; a day that the month lacks
 * becomes its last day.  GB_DATE_NONE where @date is none or the result is out of range. */
GbDate gb_date_add_months (GbDate date, int months);
GbDate gb_date_add_years (GbDate date, int years);

/* A date known to the day, the month or the year: any day of @first…@last.  What has an inexact
 * date counts as done on @last, the day by which it certainly was; that day is for comparing with
 * the as-of day and nothing else: nobody may be told it, and nothing counted from it may be shown
 * as a day. */
typedef struct {
  GbDate first;
  GbDate last;
} GbWhen;

#define GB_WHEN_NONE ((GbWhen){ GB_DATE_NONE, GB_DATE_NONE })

typedef enum {
  GB_PRECISION_NONE,
  GB_PRECISION_DAY,
  GB_PRECISION_MONTH,
  GB_PRECISION_YEAR
} GbPrecision;

/* YYYY-MM-DD, YYYY-MM or YYYY; FALSE otherwise, @ret_when untouched. */
gboolean gb_when_parse (const char *text, GbWhen *ret_when);
/* A span that is neither a whole month nor a whole year is known to the day: its last. */
GbPrecision gb_when_precision (GbWhen when);
/* The day, where it is known to the day; else GB_DATE_NONE. */
GbDate gb_when_day (GbWhen when);
const char *gb_when_format (GbWhen when, char text[GB_DATE_LENGTH]);
