#include "law/validity.h"

GbValidityProblem
gb_validity_derive (const GbValidityFacts *facts, GbDerivation *ret_last_day)
{
  *ret_last_day = GB_DERIVATION_NONE;
  ret_last_day->clause = facts->clause;
  int ways = (facts->until != GB_DATE_NONE) + (facts->years != 0) + (facts->first_year != 0)
             + (facts->none_stated != FALSE) + (facts->indefinite != FALSE);
  if (ways != 1)
    return ways == 0 ? GB_VALIDITY_NOTHING : GB_VALIDITY_CONFLICT;
  if (facts->until != GB_DATE_NONE) {
    ret_last_day->date = facts->until;
    ret_last_day->rule = GB_RULE_RECORDED;
  } else if (facts->first_year != 0) {
    *ret_last_day = gb_term_of_whole_years (facts->first_year, facts->last_year, facts->clause);
  } else if (facts->years != 0) {
    if (facts->effective == GB_DATE_NONE)
      return GB_VALIDITY_WITHOUT_EFFECT;
    *ret_last_day = gb_term_of_years (facts->effective, facts->years, facts->end, facts->clause);
  }
  return GB_VALIDITY_OK;
}
