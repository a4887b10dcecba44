#include "law/calendar.h"

const GbCalendarYear *
gb_calendar_year (const GbCalendar *calendar, int year)
{
  guint low = 0;
  guint high = calendar == NULL ? 0 : calendar->n_years;
  while (low < high) {
    guint middle = low + (high - low) / 2;
    const GbCalendarYear *found = &calendar->years[middle];
    if (found->year == year)
      return found;
    if (found->year < year)
      low = middle + 1;
    else
      high = middle;
  }
  return NULL;
}

/* Does this notice say anything about the day? */
static gboolean
decide (const GbCalendarYear *notice, GbDay *day)
{
  for (guint i = 0; i < notice->n_holidays; i++) {
    const GbHoliday *holiday = &notice->holidays[i];
    if (day->date >= holiday->from && day->date <= holiday->to) {
      day->kind = GB_DAY_HOLIDAY;
      day->name = holiday->name;
      day->notice_year = notice->year;
      return TRUE;
    }
  }
  for (guint i = 0; day->kind == GB_DAY_WEEKEND && i < notice->n_workdays; i++) {
    if (notice->workdays[i] == day->date) {
      day->kind = GB_DAY_MAKEUP;
      day->notice_year = notice->year;
      return TRUE;
    }
  }
  return FALSE;
}

/* The holidays of the law that have fixed days in the solar calendar; for a year without a file,
 * where nobody worked out the others.  The second day of May came with the revision of 2024, in
 * force from 2025. */
static const char *
fixed_holiday (int year, int month, int day)
{
  if (month == 1 && day == 1)
    return "元旦";
  if (month == 5 && (day == 1 || (day == 2 && year >= 2025)))
    return "劳动节";
  if (month == 10 && day <= 3)
    return "国庆节";
  return NULL;
}

GbDay
gb_calendar_day (const GbCalendar *calendar, GbDate date)
{
  int year, month, day_of_month;
  gb_date_split (date, &year, &month, &day_of_month);
  GbDay day = { .date = date, .kind = GB_DAY_WEEKEND };
  if (year == 0)
    return day;
  if (gb_date_weekday (date) < 6)
    day.kind = GB_DAY_WORKING;

  /* The later notice knows of the earlier one, so what it says is final. */
  const GbCalendarYear *next = NULL;
  gboolean needs_next = month == 12 && day_of_month >= 25;
  if (needs_next) {
    next = gb_calendar_year (calendar, year + 1);
    if (next != NULL && next->published && decide (next, &day))
      return day;
  }
  const GbCalendarYear *own = gb_calendar_year (calendar, year);
  if (own != NULL) {
    decide (own, &day);
  } else {
    day.missing_year = year;
    day.name = fixed_holiday (year, month, day_of_month);
    if (day.name != NULL)
      day.kind = GB_DAY_HOLIDAY;
  }
  if (needs_next && next == NULL && day.missing_year == 0)
    day.missing_year = year + 1;
  day.provisional
    = own == NULL || !own->published || (needs_next && (next == NULL || !next->published));
  return day;
}

gboolean
gb_calendar_is_working (const GbDay *day)
{
  return day->kind == GB_DAY_WORKING || day->kind == GB_DAY_MAKEUP;
}

int
gb_calendar_count_year (const GbCalendar *calendar, int year)
{
  GbDate first = gb_date_new (year, 1, 1);
  if (first == GB_DATE_NONE)
    return 0;
  int n = 0;
  for (GbDate date = first; date <= gb_date_new (year, 12, 31); date++) {
    GbDay day = gb_calendar_day (calendar, date);
    n += gb_calendar_is_working (&day) ? 1 : 0;
  }
  return n;
}
