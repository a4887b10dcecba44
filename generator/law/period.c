#include "law/period.h"

/* Does @day count as one of the days of the rule's unit? */
static gboolean
is_of_unit (const GbPeriodRule *rule, const GbDay *day)
{
  return rule->unit == GB_UNIT_CALENDAR_DAYS || gb_calendar_is_working (day);
}

static gboolean
counts (const GbPeriodRule *rule, const GbDay *day, GbDate opens)
{
  return is_of_unit (rule, day) && !(rule->exclude_first && day->date == opens);
}

gboolean
gb_period_compute (const GbCalendar *calendar, const GbPeriodRule *rule, GbDate opens,
                   GbPeriod *ret_period)
{
  if (!gb_date_is_valid (opens) || rule->length < 1 || rule->length > GB_PERIOD_LENGTH_MAX)
    return FALSE;
  GbPeriod period = { .opens = opens };
  if (rule->unit == GB_UNIT_CALENDAR_DAYS) { /* which needs no calendar and is never provisional */
    period.closes = opens + rule->length - (rule->exclude_first ? 0 : 1);
    if (!gb_date_is_valid (period.closes))
      return FALSE;
    *ret_period = period;
    return TRUE;
  }
  int n = 0;
  for (GbDate date = opens; n < rule->length; date++) {
    if (date > GB_DATE_LAST)
      return FALSE;
    GbDay day = gb_calendar_day (calendar, date);
    n += counts (rule, &day, opens) ? 1 : 0;
    period.closes = date;
    period.provisional = period.provisional || day.provisional;
    if (period.missing_year == 0)
      period.missing_year = day.missing_year;
  }
  *ret_period = period;
  return TRUE;
}

int
gb_period_count (const GbCalendar *calendar, const GbPeriodRule *rule, GbDate opens, GbDate closes)
{
  if (!gb_date_is_valid (opens) || !gb_date_is_valid (closes) || closes < opens)
    return 0;
  if (rule->unit == GB_UNIT_CALENDAR_DAYS)
    return closes - opens + (rule->exclude_first ? 0 : 1);
  int n = 0;
  for (GbDate date = opens; date <= closes; date++) {
    GbDay day = gb_calendar_day (calendar, date);
    n += counts (rule, &day, opens) ? 1 : 0;
  }
  return n;
}

guint
gb_period_days (const GbCalendar *calendar, const GbPeriodRule *rule, GbDate opens, GbDate closes,
                GbPeriodDay *ret_days, guint capacity)
{
  if (!gb_date_is_valid (opens) || !gb_date_is_valid (closes))
    return 0;
  guint n = 0;
  int ordinal = 0;
  for (GbDate date = opens; date <= closes && n < capacity; date++, n++) {
    GbDay day = gb_calendar_day (calendar, date);
    gboolean counted = counts (rule, &day, opens);
    ordinal += counted ? 1 : 0;
    ret_days[n] = (GbPeriodDay){ .day = day,
                                 .ordinal = counted ? ordinal : 0,
                                 .first_excluded = !counted && is_of_unit (rule, &day) };
  }
  return n;
}
