/* The rules of the field for policies and notices.  What contradicts itself or would publish a
 * wrong date is an error; what an authority may have to explain is a warning, because the program
 * computes and warns and never decides. */
#include "corpus/private.h"

#include "law/index_number.h"
#include "law/number.h"
#include "source/dictionary.h"

#include <string.h>

static void
check_number (GbWork *work, const GbPolicy *policy)
{
  if (policy->number == NULL)
    return;
  GbPlace place = gb_yaml_place (policy->file, policy->node, "number");
  gb_arena_reset (work->scratch);
  const char *normal = gb_number_normalise (work->scratch, policy->number);
  if (strcmp (normal, policy->number) != 0)
    gb_diagnostics_warning (work->diagnostics, place, "number-form",
                            "the document number is written '%s'; GB/T 9704 writes '%s'",
                            policy->number, normal);
  int year = gb_number_year (normal);
  GbDate dated = policy->signed_ != GB_DATE_NONE ? policy->signed_ : policy->issued;
  if (year != 0 && dated != GB_DATE_NONE && year != gb_date_year (dated))
    gb_diagnostics_warning (work->diagnostics, place, "number-year",
                            "the document number is of %d, but the document is dated %d; correct "
                            "one of the two",
                            year, gb_date_year (dated));
}

static void
check_index_number (GbWork *work, const GbPolicy *policy)
{
  if (policy->index_number == NULL)
    return;
  GbPlace place = gb_yaml_place (policy->file, policy->node, "index");
  switch (gb_index_number_check (policy->index_number)) {
  case GB_INDEX_NUMBER_OK:
    return;
  case GB_INDEX_NUMBER_BAD_FORM:
    gb_diagnostics_warning (work->diagnostics, place, "index-form",
                            "'%s' is no index number (索引号); write the 18 characters of the "
                            "unified social credit code, '/', the year, '-' and the serial",
                            policy->index_number);
    return;
  case GB_INDEX_NUMBER_BAD_CHECK_DIGIT:
    gb_diagnostics_warning (work->diagnostics, place, "index-check-digit",
                            "the index number (索引号) '%s' fails its check digit (GB 32100); a "
                            "character is wrong",
                            policy->index_number);
    return;
  }
}

static void
check_order (GbWork *work, const GbPolicyCase *policy)
{
  const GbPolicy *source = policy->policy;
  GbPlace place = gb_yaml_place (source->file, source->node, "validity");
  GbDate effective = policy->effective.date;
  GbDate last_day = policy->last_day.date;
  if (effective != GB_DATE_NONE && last_day != GB_DATE_NONE && last_day < effective)
    gb_diagnostics_error (work->diagnostics, place, "validity-before-effect",
                          "the policy would end before it takes effect");
  if (source->tail != NULL && last_day != GB_DATE_NONE && source->tail->until <= last_day
      && source->tail->until != GB_DATE_NONE)
    gb_diagnostics_error (work->diagnostics,
                          gb_yaml_place (source->file, source->tail->node, "until"),
                          "tail-before-end", "the tail ends no later than the policy itself");
  if (source->signed_ != GB_DATE_NONE && source->issued != GB_DATE_NONE
      && source->issued < source->signed_)
    gb_diagnostics_warning (work->diagnostics, gb_yaml_place (source->file, source->node, "issued"),
                            "issued-before-signed", "the policy was issued before it was signed");
  GbDate earliest = source->signed_ != GB_DATE_NONE ? source->signed_ : source->issued;
  if (source->effect != NULL && source->effect->date != GB_DATE_NONE && earliest != GB_DATE_NONE
      && effective < earliest)
    gb_diagnostics_warning (
      work->diagnostics, gb_yaml_place (source->file, source->effect->node, "date"),
      "effect-before-issue", "the policy takes effect before it was signed or issued");
}

typedef struct {
  GbWork *work;
  const GbPolicyCase *policy;
} Owner;

static void
check_own_clause (gpointer data, const GbYamlNode *node, const char *clause)
{
  GbWork *work = ((Owner *)data)->work;
  const GbPolicyCase *policy = ((Owner *)data)->policy;
  gb_arena_reset (work->scratch);
  GbClause found = gb_corpus_clause (&work->corpus, work->scratch, clause, policy);
  GbPlace place = gb_yaml_place (policy->policy->file, node, "clause");
  if (found.unit != NULL)
    gb_versions_check_clause (work, place, &found);
  else if (found.policy != NULL) /* else unknown or unreadable, and that is said already */
    gb_diagnostics_error (work->diagnostics, place, "broken-clause",
                          "there is no clause '%s' in %s", found.anchor,
                          found.policy->policy->file);
}

static void
check_basis (GbWork *work, const GbPolicyCase *policy)
{
  if (policy->state.force != GB_FORCE_IN_FORCE)
    return;
  for (guint i = 0; i < policy->n_basis; i++) {
    const GbPolicyCase *basis = policy->basis[i].policy;
    if (basis == NULL || !gb_force_is_over (basis->state.force))
      continue;
    gb_diagnostics_warning (
      work->diagnostics,
      gb_yaml_place (policy->policy->file, policy->basis[i].relation->node, NULL),
      "basis-not-in-force", "the policy is in force, but its basis '%s' is %s", basis->policy->id,
      gb_force_name (basis->state.force));
  }
}

void
gb_rules_policy_check (GbWork *work)
{
  for (guint i = 0; i < work->corpus.n_policies; i++) {
    const GbPolicyCase *policy = &work->corpus.policies[i];
    check_number (work, policy->policy);
    check_index_number (work, policy->policy);
    check_order (work, policy);
    gb_schema_each_clause (&gb_schema_policy, policy->policy, check_own_clause,
                           &(Owner){ work, policy });
    check_basis (work, policy);
  }
}
