#include "law/closing.h"

static GbRule
rule_of (const GbPeriodRule *rule)
{
  if (rule->unit == GB_UNIT_WORKING_DAYS)
    return rule->exclude_first ? GB_RULE_WORKING_DAYS_AFTER : GB_RULE_WORKING_DAYS;
  return rule->exclude_first ? GB_RULE_CALENDAR_DAYS_AFTER : GB_RULE_CALENDAR_DAYS;
}

gboolean
gb_closing_count (const GbCalendar *calendar, const GbPeriodRule *rule, GbDate from,
                  GbClosing *ret_closing)
{
  GbPeriod period;
  if (!gb_period_compute (calendar, rule, from, &period))
    return FALSE;
  *ret_closing = (GbClosing){
    .last_day = { .date = period.closes,
                  .rule = rule_of (rule),
                  .from = from,
                  .count = rule->length,
                  .provisional = period.provisional },
    .missing_year = period.missing_year,
  };
  return TRUE;
}

GbWhen
gb_closing_span (const GbCalendar *calendar, const GbPeriodRule *rule, GbWhen opens)
{
  GbPeriod early, late;
  if (!gb_period_compute (calendar, rule, opens.first, &early)
      || !gb_period_compute (calendar, rule, opens.last, &late))
    return GB_WHEN_NONE;
  return (GbWhen){ early.closes, late.closes };
}

GbRestartProblem
gb_closing_restart (const GbCalendar *calendar, const GbPeriodRule *rule, GbDate last_day,
                    GbDate change, GbClosing *ret_closing)
{
  if (last_day == GB_DATE_NONE || change > last_day)
    return GB_RESTART_TOO_LATE;
  if (rule == NULL)
    return GB_RESTART_WITHOUT_LENGTH;
  if (!gb_closing_count (calendar, rule, change, ret_closing))
    return GB_RESTART_OUT_OF_RANGE;
  ret_closing->last_day.restarted = TRUE;
  return GB_RESTART_OK;
}

GbExtensionProblem
gb_closing_extend (const GbCalendar *calendar, const GbPeriodRule *rule,
                   const GbDerivation *last_day, GbDate to, int days, GbClosing *ret_closing)
{
  if ((to != GB_DATE_NONE) == (days != 0))
    return GB_EXTENSION_CONFLICT;
  GbClosing closing
    = { .last_day = { .date = to, .rule = GB_RULE_EXTENDED, .from = last_day->date } };
  if (days != 0) {
    GbPeriodRule added = { .length = days, .unit = rule->unit };
    GbPeriod period;
    if (!gb_period_compute (calendar, &added, gb_date_next (last_day->date), &period))
      return GB_EXTENSION_WITHOUT_LAST_DAY;
    closing.last_day.date = period.closes;
    closing.last_day.count = days;
    closing.last_day.provisional = period.provisional || last_day->provisional;
    closing.missing_year = period.missing_year;
  }
  *ret_closing = closing;
  return last_day->date != GB_DATE_NONE && closing.last_day.date <= last_day->date
           ? GB_EXTENSION_TOO_EARLY
           : GB_EXTENSION_OK;
}
