#include "law/review.h"

GbDate
gb_review_start (GbDate last_day, int months)
{
  return months <= 0 ? GB_DATE_NONE : gb_date_add_months (gb_date_next (last_day), -months);
}

GbDerivation
gb_review_before (GbDate last_day, int months, const char *clause)
{
  return (GbDerivation){
    .date = gb_review_start (last_day, months),
    .rule = GB_RULE_MONTHS_BEFORE,
    .from = last_day,
    .count = months,
    .clause = clause,
  };
}

GbDerivation
gb_review_derive (GbDate date, int months, GbDate last_day, const char *clause)
{
  if (date == GB_DATE_NONE && months > 0 && last_day != GB_DATE_NONE)
    return gb_review_before (last_day, months, clause);
  return (GbDerivation){
    .date = date,
    .rule = date == GB_DATE_NONE ? GB_RULE_NONE : GB_RULE_RECORDED,
    .from = GB_DATE_NONE,
    .clause = clause,
  };
}
