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

GbDerivation
gb_term_of_years (GbDate from, int years, GbTermEnd end, const char *clause)
{
  return (GbDerivation){
    .date = gb_term_last_day (from, years, end),
    .rule = end == GB_TERM_ANNIVERSARY ? GB_RULE_YEARS_ANNIVERSARY : GB_RULE_YEARS_BEFORE,
    .from = from,
    .count = years,
    .clause = clause,
  };
}

GbDerivation
gb_term_of_whole_years (int first, int last, const char *clause)
{
  return (GbDerivation){
    .date = gb_date_new (last, 12, 31),
    .rule = GB_RULE_WHOLE_YEARS,
    .from = gb_date_new (first, 1, 1),
    .count = last - first + 1,
    .clause = clause,
  };
}

/* A day that follows from @from by @rule, or from nothing else; no derivation for no day. */
static GbDerivation
dated (GbDate date, GbRule rule, GbDate from)
{
  return date == GB_DATE_NONE ? GB_DERIVATION_NONE
                              : (GbDerivation){ .date = date, .rule = rule, .from = from };
}

static GbDerivation
recorded (GbDate date)
{
  return dated (date, GB_RULE_RECORDED, GB_DATE_NONE);
}

/* The day up to which the scheme certifies. */
static GbDerivation
until (const GbTermScheme *scheme)
{
  return (GbDerivation){ .date = scheme->until,
                         .rule = scheme->until_rule,
                         .from = GB_DATE_NONE,
                         .clause = scheme->clause };
}

/* The last day that the years printed, or else the scheme, give a term that begins on @from. */
static GbDerivation
last_day (const GbTermFacts *facts, GbDate from)
{
  const GbTermScheme *scheme = facts->scheme;
  gboolean scheme_sets = !facts->not_known && scheme != NULL && !scheme->none_stated;
  if (!scheme_sets && facts->batch_years == 0)
    return GB_DERIVATION_NONE;
  int years = facts->own_years != 0     ? facts->own_years
              : facts->batch_years != 0 ? facts->batch_years
                                        : scheme->years;
  if (years != 0 && from != GB_DATE_NONE) {
    GbDerivation to
      = gb_term_of_years (from, years, facts->end, scheme == NULL ? NULL : scheme->clause);
    gboolean is_cut = scheme != NULL && scheme->until != GB_DATE_NONE && scheme->until < to.date;
    return is_cut ? until (scheme) : to;
  }
  if (years != 0)
    return GB_DERIVATION_NONE;
  return scheme->first_year != 0
           ? gb_term_of_whole_years (scheme->first_year, scheme->last_year, scheme->clause)
           : until (scheme);
}

GbTerm
gb_term_derive (const GbTermFacts *facts)
{
  GbTerm term = {
    .from = facts->from != GB_DATE_NONE ? recorded (facts->from)
                                        : dated (facts->certified, GB_RULE_CERTIFIED, GB_DATE_NONE),
    .to = recorded (facts->to),
  };
  if (facts->to != GB_DATE_NONE)
    return term;
  if (facts->first_year != 0) {
    term.to = gb_term_of_whole_years (facts->first_year, facts->last_year, NULL);
    term.from = dated (term.to.from, GB_RULE_WHOLE_YEARS_FROM, GB_DATE_NONE);
    return term;
  }
  term.to = last_day (facts, term.from.date);
  return term;
}

GbTerm
gb_term_renew (const GbTermRenewal *facts)
{
  GbTerm term = {
    .from = facts->from != GB_DATE_NONE
              ? recorded (facts->from)
              : dated (gb_date_next (facts->old_last_day), GB_RULE_DAY_AFTER, facts->old_last_day),
    .to = recorded (facts->to),
  };
  int years = facts->own_years != 0      ? facts->own_years
              : facts->review_years != 0 ? facts->review_years
                                         : facts->scheme_years;
  if (facts->to != GB_DATE_NONE || years == 0 || term.from.date == GB_DATE_NONE)
    return term;
  term.to = gb_term_of_years (term.from.date, years, facts->end, facts->clause);
  term.to.rule = GB_RULE_RENEWED;
  return term;
}
