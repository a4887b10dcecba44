#include "law/effect.h"

static GbEffectProblem
on_issue (const GbEffectFacts *facts, GbDerivation *effect)
{
  GbDate issued = facts->issued != GB_DATE_NONE ? facts->issued : facts->signed_;
  if (issued == GB_DATE_NONE)
    return GB_EFFECT_WITHOUT_ISSUE;
  effect->from = effect->date = issued;
  effect->rule = GB_RULE_ON_ISSUE;
  return GB_EFFECT_OK;
}

static GbEffectProblem
after_publication (const GbEffectFacts *facts, GbDerivation *effect)
{
  if (facts->published == GB_DATE_NONE)
    return GB_EFFECT_WITHOUT_PUBLICATION;
  effect->from = facts->published;
  effect->count = facts->days_after;
  effect->rule = GB_RULE_DAYS_AFTER;
  if (facts->days_after <= GB_DATE_LAST - facts->published)
    effect->date = facts->published + facts->days_after;
  return GB_EFFECT_OK;
}

GbEffectProblem
gb_effect_derive (const GbEffectFacts *facts, GbDerivation *ret_effect)
{
  *ret_effect = GB_DERIVATION_NONE;
  ret_effect->clause = facts->clause;
  int ways = (facts->date != GB_DATE_NONE) + (facts->on_issue != FALSE) + (facts->days_after != 0)
             + (facts->none_stated != FALSE);
  if (ways != 1)
    return ways == 0 ? GB_EFFECT_NOTHING : GB_EFFECT_CONFLICT;
  if (facts->on_issue)
    return on_issue (facts, ret_effect);
  if (facts->days_after != 0)
    return after_publication (facts, ret_effect);
  if (facts->date != GB_DATE_NONE) {
    ret_effect->date = facts->date;
    ret_effect->rule = GB_RULE_RECORDED;
  }
  return GB_EFFECT_OK;
}
