/* What the texts say, beside what the keys say: a document is said to state what its words hold and
 * nothing else, and to be silent only where its author says so and its words do not belie it. */
#include "corpus/private.h"

#include "text/statement.h"

GbRule
gb_statements_source_of (const GbWork *work, GbDate date, const char *clause,
                         const GbPolicyCase *own)
{
  if (date == GB_DATE_NONE)
    return GB_RULE_NONE;
  if (clause == NULL)
    return GB_RULE_RECORDED;
  gb_arena_reset (work->scratch);
  GbClause found = gb_corpus_clause (&work->corpus, work->scratch, clause, own);
  if (found.unit == NULL)
    return GB_RULE_RECORDED;
  g_autofree char *words = gb_plain_unit (found.policy->text, found.unit);
  return gb_statement_holds_day (words, date) ? GB_RULE_STATED : GB_RULE_RECORDED;
}

/* Whether the document, which is silent by its author's word, has no @words (NULL) that belie it.
 */
static gboolean
is_silent (GbWork *work, GbPlace place, const char *words)
{
  if (words != NULL)
    gb_diagnostics_warning (work->diagnostics, place, "none-stated-differs",
                            "'none_stated' tells that the text says nothing of it, but it says "
                            "'%s'; write what it says",
                            words);
  return words == NULL;
}

static void
read_effect (GbWork *work, GbPolicyCase *policy)
{
  const GbPolicy *source = policy->policy;
  const GbEffect *effect = source->effect;
  if (effect != NULL && !effect->none_stated)
    return;
  g_autofree char *words = gb_statement_effect (policy->text);
  if (effect == NULL && words != NULL)
    gb_diagnostics_warning (work->diagnostics, gb_yaml_place (source->file, source->node, NULL),
                            "effect-missing",
                            "the text says '%s', but no day of effect is on record; write it under "
                            "'effect'",
                            words);
  policy->effect_not_stated
    = effect != NULL
      && is_silent (work, gb_yaml_place (source->file, effect->node, "none_stated"), words);
}

static void
read_validity (GbWork *work, GbPolicyCase *policy)
{
  const GbPolicy *source = policy->policy;
  const GbValidity *validity = source->validity;
  policy->open_end = policy->last_day.date != GB_DATE_NONE       ? GB_OPEN_END_NONE
                     : validity != NULL && validity->indefinite  ? GB_OPEN_END_INDEFINITE
                     : validity == NULL || validity->none_stated ? GB_OPEN_END_NOT_RECORDED
                                                                 : GB_OPEN_END_UNKNOWN;
  if (policy->open_end != GB_OPEN_END_NOT_RECORDED)
    return;
  g_autofree char *words = gb_statement_validity (policy->text);
  if (validity != NULL) {
    if (is_silent (work, gb_yaml_place (source->file, validity->node, "none_stated"), words))
      policy->open_end = GB_OPEN_END_NOT_STATED;
    return;
  }
  GbPlace place = gb_yaml_place (source->file, source->node, NULL);
  if (words != NULL)
    gb_diagnostics_warning (work->diagnostics, place, "validity-missing",
                            "the text says '%s', but no validity is on record; write it under "
                            "'validity'",
                            words);
  else if (source->kind == GB_KIND_NORMATIVE)
    gb_diagnostics_warning (work->diagnostics, place, "validity-missing",
                            "a normative document has a validity; write it, or 'validity: "
                            "{none_stated: true}' where the text states none");
}

void
gb_statements_read (GbWork *work)
{
  if (work->corpus.model->site == NULL)
    return;
  for (guint i = 0; i < work->corpus.n_policies; i++) {
    GbPolicyCase *policy = &work->corpus.policies[i];
    GbDerivation *const dates[]
      = { &policy->effective, &policy->last_day, &policy->tail, &policy->review };
    for (guint k = 0; k < G_N_ELEMENTS (dates); k++)
      if (dates[k]->rule == GB_RULE_RECORDED)
        dates[k]->rule = gb_statements_source_of (work, dates[k]->date, dates[k]->clause, policy);
    read_effect (work, policy);
    read_validity (work, policy);
  }
}
