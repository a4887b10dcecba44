/* Policies: the facts of law/effect.h, validity.h, review.h and force.h and what they come to. */
#include "corpus/private.h"

#include "law/effect.h"
#include "law/review.h"
#include "law/validity.h"

#include <string.h>

static const char *
full_clause (GbWork *work, const GbPolicyCase *policy, const char *clause)
{
  return clause == NULL || strchr (clause, '#') != NULL
           ? clause
           : gb_arena_printf (work->arena, "%s#%s", policy->policy->id, clause);
}

/* Whether one of @keys, which end with NULL, is written below @node.  Where none of them gave a
 * value all the same, its value was wrong and that is said already. */
static gboolean
holds_any (const GbYamlNode *node, const char *const *keys)
{
  while (*keys != NULL && gb_yaml_get (node, *keys) == NULL)
    keys++;
  return *keys != NULL;
}

/* 施行日期 */
static GbDerivation
derive_effective (GbWork *work, const GbPolicyCase *policy)
{
  const GbPolicy *source = policy->policy;
  const GbEffect *effect = source->effect;
  if (effect == NULL)
    return GB_DERIVATION_NONE;
  const GbEffectFacts facts = {
    .date = effect->date,
    .on_issue = effect->on_issue,
    .days_after = effect->days_after,
    .none_stated = effect->none_stated,
    .clause = full_clause (work, policy, effect->clause),
    .issued = source->issued,
    .signed_ = source->signed_,
    .published = source->published,
  };
  static const char *const dated[] = { "date", "days_after_publication", NULL };
  GbPlace place = gb_yaml_place (source->file, effect->node, NULL);
  GbDerivation derivation;
  switch (gb_effect_derive (&facts, &derivation)) {
  case GB_EFFECT_OK:
    break;
  case GB_EFFECT_NOTHING:
    if (holds_any (effect->node, dated))
      break;
    G_GNUC_FALLTHROUGH;
  case GB_EFFECT_CONFLICT:
    gb_diagnostics_error (work->diagnostics, place, "effect-conflict",
                          "effect must hold exactly one of 'date', 'on_issue', "
                          "'days_after_publication' and 'none_stated'");
    break;
  case GB_EFFECT_WITHOUT_ISSUE:
    gb_diagnostics_error (work->diagnostics, place, "effect-without-date",
                          "the policy takes effect on issue, but neither 'issued' nor 'signed' "
                          "is given");
    break;
  case GB_EFFECT_WITHOUT_PUBLICATION:
    gb_diagnostics_error (work->diagnostics, place, "effect-without-date",
                          "the policy takes effect %d days after publication, but 'published' is "
                          "not given",
                          effect->days_after);
    break;
  }
  return derivation;
}

/* 有效期至 */
static GbDerivation
derive_last_day (GbWork *work, const GbPolicyCase *policy)
{
  const GbPolicy *source = policy->policy;
  const GbValidity *validity = source->validity;
  if (validity == NULL)
    return GB_DERIVATION_NONE;
  const GbValidityFacts facts = {
    .until = validity->until,
    .years = validity->years,
    .first_year = validity->range.from,
    .last_year = validity->range.to,
    .none_stated = validity->none_stated,
    .indefinite = validity->indefinite,
    .end = validity->has_end ? validity->end : work->corpus.model->site->term_end,
    .clause = full_clause (work, policy, validity->clause),
    .effective = policy->effective.date,
  };
  static const char *const dated[] = { "until", "years", "range", NULL };
  GbPlace place = gb_yaml_place (source->file, validity->node, NULL);
  GbDerivation derivation;
  switch (gb_validity_derive (&facts, &derivation)) {
  case GB_VALIDITY_OK:
    break;
  case GB_VALIDITY_NOTHING:
    if (holds_any (validity->node, dated))
      break;
    G_GNUC_FALLTHROUGH;
  case GB_VALIDITY_CONFLICT:
    gb_diagnostics_error (work->diagnostics, place, "validity-conflict",
                          "validity must hold exactly one of 'until', 'years', 'range', "
                          "'none_stated' and 'indefinite'");
    break;
  case GB_VALIDITY_WITHOUT_EFFECT:
    if (source->effect == NULL) /* what is wrong with one that is there is said already */
      gb_diagnostics_error (work->diagnostics, place, "validity-without-effect",
                            "a validity of %d years needs the day it starts; give 'effect'",
                            validity->years);
    break;
  }
  return derivation;
}

static GbDerivation
derive_review (GbWork *work, const GbPolicyCase *policy)
{
  const GbPolicyReview *review = policy->policy->review;
  if (review == NULL)
    return GB_DERIVATION_NONE;
  return gb_review_derive (review->date, review->months_before, policy->last_day.date,
                           full_clause (work, policy, review->clause));
}

/* The first day on which one of @links takes effect: as it says, or when the other policy does. */
static GbDate
first_day (const GbLinkCase *links, guint n_links)
{
  GbDate first = GB_DATE_NONE;
  for (guint i = 0; i < n_links; i++) {
    GbDate day = links[i].relation->from;
    if (day == GB_DATE_NONE)
      day = links[i].policy->effective.date;
    first = gb_date_earlier (first, day);
  }
  return first;
}

static void
date_policy (GbWork *work, GbPolicyCase *policy)
{
  const GbPolicy *source = policy->policy;
  policy->effective = derive_effective (work, policy);
  policy->last_day = derive_last_day (work, policy);
  policy->tail = GB_DERIVATION_NONE;
  if (source->tail != NULL && source->tail->until != GB_DATE_NONE) {
    policy->tail.date = source->tail->until;
    policy->tail.rule = GB_RULE_RECORDED;
    policy->tail.clause = full_clause (work, policy, source->tail->clause);
  }
  policy->review = derive_review (work, policy);
}

static void
judge_policy (GbWork *work, GbPolicyCase *policy)
{
  const GbPolicy *source = policy->policy;
  GbDate as_of = work->corpus.as_of;
  GbDate repealed = first_day (policy->repealed_by, policy->n_repealed_by);
  if (source->repealed != NULL)
    repealed = source->repealed->date;
  policy->dates = (GbForceDates){
    .effective = policy->effective.date,
    .last_day = policy->last_day.date,
    .tail = policy->tail.date,
    .repealed = repealed,
    .annulled = source->annulled == NULL ? GB_DATE_NONE : source->annulled->date,
    .replaced = first_day (policy->replaced_by, policy->n_replaced_by),
    .review = policy->review.date,
  };
  policy->state = gb_force_on (&policy->dates, as_of);
  policy->turns = policy->state.turns;

  GbDate amended = first_day (policy->amended_by, policy->n_amended_by);
  policy->amended = amended != GB_DATE_NONE && amended <= as_of;
  if (amended != GB_DATE_NONE && amended > as_of)
    policy->turns = gb_date_earlier (policy->turns, amended);
}

static void
judge_basis (GbPolicyCase *policy)
{
  for (guint i = 0; i < policy->n_basis; i++) {
    const GbPolicyCase *basis = policy->basis[i].policy;
    if (basis == NULL)
      continue;
    if (gb_force_is_over (basis->state.force))
      policy->basis_lapsed = TRUE;
    else
      policy->turns = gb_date_earlier (policy->turns, basis->state.turns);
  }
}

void
gb_policy_case_judge (GbWork *work)
{
  if (work->corpus.model->site == NULL)
    return;
  GbCorpus *corpus = &work->corpus;
  for (guint i = 0; i < corpus->n_policies; i++)
    date_policy (work, &corpus->policies[i]);
  for (guint i = 0; i < corpus->n_policies; i++)
    judge_policy (work, &corpus->policies[i]);
  for (guint i = 0; i < corpus->n_policies; i++)
    judge_basis (&corpus->policies[i]);
}

GbDate
gb_policy_case_date (const GbPolicyCase *policy)
{
  const GbPolicy *source = policy->policy;
  GbDate dates[] = { source->signed_, source->issued, source->published, policy->effective.date };
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    if (dates[i] != GB_DATE_NONE)
      return dates[i];
  return GB_DATE_NONE;
}
