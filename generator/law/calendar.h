/* Working days: which days count, by which notice of the State Council.
 *
 * A working day is a Monday to Friday that no notice makes a holiday, or a weekend day that a
 * notice makes a working day (调休上班).  A notice is for a year but reaches into the last days of
 * the year before (2022-12-31 stands in the notice of 2023), so a day needs the notice of its
 * own year and, from 25 December, that of the next.  Where a needed notice is not published the
 * day is computed from what the law fixes (全国年节及纪念日放假办法) and is provisional.
 *
 * Within a notice a holiday outranks a make-up day, and a make-up day on a Monday to Friday says
 * nothing.  For the last days of December the later notice outranks the earlier one.  What a
 * notice says of days outside its year and the seven days before it is not read.
 *
 * The calendar borrows its years from whoever built it.
 */
#pragma once

#include "law/date.h"

typedef struct {
  const char *name;
  GbDate from;
  GbDate to; /* inclusive */
} GbHoliday;

typedef struct {
  int year;
  gboolean published;        /* FALSE: no notice yet */
  const GbHoliday *holidays; /* where not published, the statutory days of the law */
  guint n_holidays;
  const GbDate *workdays; /* weekend days that are working days */
  guint n_workdays;
} GbCalendarYear;

typedef struct {
  const GbCalendarYear *years; /* ascending, no year twice */
  guint n_years;
} GbCalendar;

typedef enum {
  GB_DAY_WORKING, /* an ordinary Monday to Friday */
  GB_DAY_MAKEUP,  /* a weekend day that a notice makes a working day */
  GB_DAY_WEEKEND,
  GB_DAY_HOLIDAY,
} GbDayKind;

typedef struct {
  GbDate date;
  GbDayKind kind;
  const char *name;     /* of the holiday, or NULL */
  int notice_year;      /* the year of the file that decided, or 0 where none had to or did */
  int missing_year;     /* the first year whose notice is needed but has no file, or 0 */
  gboolean provisional; /* a needed notice is not published */
} GbDay;

/* Without a file for its year, a day is a holiday by law only on 1 January, 1 (from 2025 also 2)
 * May and 1 to 3 October.  @calendar may be NULL, which has no years.  No date is no working day.
 */
GbDay gb_calendar_day (const GbCalendar *calendar, GbDate date);
/* Working days are GB_DAY_WORKING and GB_DAY_MAKEUP. */
gboolean gb_calendar_is_working (const GbDay *day);
/* NULL where the calendar has no file for @year. */
const GbCalendarYear *gb_calendar_year (const GbCalendar *calendar, int year);
/* Working days of a whole year, for checks against published figures. */
int gb_calendar_count_year (const GbCalendar *calendar, int year);
