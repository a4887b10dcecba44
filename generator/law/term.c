#include "law/term.h"

GB_VOCABULARY_NAMES (GbTermEnd, term_end, GB_TERM_ENDS)

#define YEARS_MAX 200

GbDate
gb_term_last_day (GbDate from, int years, GbTermEnd end)
{
  if (years < 1 || years > YEARS_MAX)
    return GB_DATE_NONE;
  GbDate anniversary = gb_date_add_years (from, years);
  if (anniversary == GB_DATE_NONE)
    return GB_DATE_NONE;
  int day, corresponding;
  gb_date_split (from, NULL, NULL, &day);
  gb_date_split (anniversary, NULL, NULL, &corresponding);
  /* Without an anniversary there is no day before it either: the month's last day ends the term. */
  return end == GB_TERM_DAY_BEFORE && day == corresponding ? anniversary - 1 : anniversary;
}
