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

/* ---- words and keys of one policy ---- */

typedef struct {
  GbWork *work;
  GbPolicyCase *policy;
  const char *file; /* where the text is written */
  const GbStatement *statements;
  guint n;
  GbArena *arena; /* for one policy */
} Reading;

typedef enum { AGREES, DIFFERS, UNCERTAIN } Agreement;

static gboolean
is_in (GbDate date, GbWhen when)
{
  return when.first <= date && date <= when.last;
}

static Agreement
judge_effect (const GbPolicyCase *policy, const GbPhrase *phrase)
{
  const GbPolicy *source = policy->policy;
  const GbEffect *effect = source->effect;
  const GbDate issues[] = { source->issued, source->published, source->signed_ };
  gboolean recorded = source->issued != GB_DATE_NONE || source->published != GB_DATE_NONE;
  if (phrase->kind == GB_PHRASE_DAY) {
    GbDate day = policy->effective.date;
    return day == GB_DATE_NONE ? UNCERTAIN : is_in (day, phrase->when) ? AGREES : DIFFERS;
  }
  if (phrase->kind != GB_PHRASE_ISSUE && phrase->kind != GB_PHRASE_DAYS)
    return UNCERTAIN;
  if (effect->date == GB_DATE_NONE)
    return effect->days_after == phrase->count ? AGREES : DIFFERS;
  /* Whether the first day after issue counts, texts do not say. */
  for (guint i = 0; i < G_N_ELEMENTS (issues); i++)
    if (issues[i] != GB_DATE_NONE
        && (effect->date == issues[i] + phrase->count
            || (phrase->count > 0 && effect->date == issues[i] + phrase->count + 1)))
      return AGREES;
  return recorded ? DIFFERS : UNCERTAIN;
}

static Agreement
judge_validity (const GbPolicyCase *policy, const GbPhrase *phrase)
{
  const GbValidity *validity = policy->policy->validity;
  GbDate last = policy->last_day.date;
  if (validity->indefinite || phrase->kind == GB_PHRASE_INDEFINITE)
    return validity->indefinite && phrase->kind == GB_PHRASE_INDEFINITE ? AGREES : DIFFERS;
  if (phrase->kind == GB_PHRASE_DAY) {
    /* Whether the anniversary is the last day, is a convention. */
    GbDate slack = validity->years > 0 ? 1 : 0;
    return last == GB_DATE_NONE ? UNCERTAIN
           : is_in (last, (GbWhen){ phrase->when.first - slack, phrase->when.last + slack })
             ? AGREES
             : DIFFERS;
  }
  if (validity->years > 0)
    return validity->years * 12 == phrase->count ? AGREES : DIFFERS;
  if (validity->range.from > 0)
    return (validity->range.to - validity->range.from + 1) * 12 == phrase->count ? AGREES : DIFFERS;
  GbDate anniversary = gb_date_add_months (policy->effective.date, phrase->count);
  if (anniversary == GB_DATE_NONE || last == GB_DATE_NONE)
    return UNCERTAIN;
  return last == anniversary || last == anniversary - 1 ? AGREES : DIFFERS;
}

typedef struct {
  GbStatementKind kind;
  Agreement (*judge) (const GbPolicyCase *policy, const GbPhrase *phrase);
  const char *key;    /* effect */
  const char *says;   /* what the key says */
  const char *clause; /* or NULL */
  GbPlace place;
} Key;

/* Whether the clause that @key names speaks of it; where it contradicts the key, that is an error,
 * for the site would name it as the source. */
static gboolean
compare (const Reading *reading, const Key *key, const GbUnit *unit)
{
  const GbStatement *different = NULL;
  gboolean any = FALSE;
  for (guint i = 0; i < reading->n; i++) {
    const GbStatement *statement = &reading->statements[i];
    if (statement->kind != key->kind
        || (unit != NULL && !gb_statement_is_in (statement, reading->policy->text, unit)))
      continue;
    any = TRUE;
    Agreement agreement = key->judge (reading->policy, &statement->phrase);
    if (agreement != DIFFERS)
      return TRUE;
    different = statement;
  }
  if (different == NULL)
    return any;
  const char *code;
  if (key->kind == GB_STATEMENT_EFFECT)
    code = "effect-differs";
  else
    code = "validity-differs";
  const char *message = gb_arena_printf (
    reading->arena, "'%s' says %s, but the text says '%s' (%s:%u); correct the one that is wrong",
    key->key, key->says, different->words, reading->file, different->line);
  if (unit != NULL)
    gb_diagnostics_error (reading->work->diagnostics, key->place, code, "%s", message);
  else
    gb_diagnostics_warning (reading->work->diagnostics, key->place, code, "%s", message);
  return any;
}

static void
compare_key (const Reading *reading, const Key *key)
{
  const GbPolicyCase *policy = reading->policy;
  if (key->clause != NULL) {
    GbClause found = gb_corpus_clause (&reading->work->corpus, reading->arena, key->clause, policy);
    if (found.policy != policy || found.unit == NULL || compare (reading, key, found.unit))
      return;
  }
  compare (reading, key, NULL);
}

/* The first statement of @kind, or NULL. */
static const GbStatement *
first_of (const Reading *reading, GbStatementKind kind)
{
  for (guint i = 0; i < reading->n; i++)
    if (reading->statements[i].kind == kind)
      return &reading->statements[i];
  return NULL;
}

/* Whether the document, which is silent by its author's word, has no @words (NULL) that belie it.
 */
static gboolean
is_silent (const Reading *reading, GbPlace place, const GbStatement *words)
{
  if (words != NULL)
    gb_diagnostics_warning (reading->work->diagnostics, place, "none-stated-differs",
                            "'none_stated' tells that the text says nothing of it, but it says "
                            "'%s' (%s:%u); write what it says",
                            words->words, reading->file, words->line);
  return words == NULL;
}

static void
read_effect (const Reading *reading)
{
  GbPolicyCase *policy = reading->policy;
  const GbPolicy *source = policy->policy;
  const GbEffect *effect = source->effect;
  const GbStatement *words = first_of (reading, GB_STATEMENT_EFFECT);
  if (effect == NULL && words != NULL)
    gb_diagnostics_warning (reading->work->diagnostics,
                            gb_yaml_place (source->file, source->node, NULL), "effect-missing",
                            "the text says '%s' (%s:%u), but no day of effect is on record; write "
                            "it under 'effect'",
                            words->words, reading->file, words->line);
  if (effect == NULL)
    return;
  if (effect->none_stated) {
    policy->effect_not_stated
      = is_silent (reading, gb_yaml_place (source->file, effect->node, "none_stated"), words);
    return;
  }
  char date[GB_DATE_LENGTH];
  gb_date_format (effect->date, date);
  const char *says
    = effect->on_issue ? "'on_issue'"
      : effect->days_after > 0
        ? gb_arena_printf (reading->arena, "%d days after publication", effect->days_after)
        : date;
  Key key = { GB_STATEMENT_EFFECT,
              judge_effect,
              "effect",
              says,
              effect->clause,
              gb_yaml_place (source->file, effect->node, NULL) };
  if (effect->on_issue || effect->days_after > 0 || effect->date != GB_DATE_NONE)
    compare_key (reading, &key);
}

static void
compare_validity (const Reading *reading)
{
  const GbPolicy *source = reading->policy->policy;
  const GbValidity *validity = source->validity;
  char date[GB_DATE_LENGTH];
  gb_date_format (validity->until, date);
  const char *says
    = validity->indefinite  ? "'indefinite'"
      : validity->years > 0 ? gb_arena_printf (reading->arena, "%d years", validity->years)
      : validity->range.from > 0
        ? gb_arena_printf (reading->arena, "%d-%d", validity->range.from, validity->range.to)
      : validity->until != GB_DATE_NONE ? date
                                        : NULL;
  Key key = { GB_STATEMENT_VALIDITY,
              judge_validity,
              "validity",
              says,
              validity->clause,
              gb_yaml_place (source->file, validity->node, NULL) };
  if (says != NULL)
    compare_key (reading, &key);
}

static void
read_validity (const Reading *reading)
{
  GbWork *work = reading->work;
  GbPolicyCase *policy = reading->policy;
  const GbPolicy *source = policy->policy;
  const GbValidity *validity = source->validity;
  policy->open_end = policy->last_day.date != GB_DATE_NONE       ? GB_OPEN_END_NONE
                     : validity != NULL && validity->indefinite  ? GB_OPEN_END_INDEFINITE
                     : validity == NULL || validity->none_stated ? GB_OPEN_END_NOT_RECORDED
                                                                 : GB_OPEN_END_UNKNOWN;
  const GbStatement *words = first_of (reading, GB_STATEMENT_VALIDITY);
  if (validity != NULL && !validity->none_stated) {
    compare_validity (reading);
    return;
  }
  if (validity != NULL) {
    if (is_silent (reading, gb_yaml_place (source->file, validity->node, "none_stated"), words)
        && policy->open_end == GB_OPEN_END_NOT_RECORDED)
      policy->open_end = GB_OPEN_END_NOT_STATED;
    return;
  }
  GbPlace place = gb_yaml_place (source->file, source->node, NULL);
  if (words != NULL)
    gb_diagnostics_warning (work->diagnostics, place, "validity-missing",
                            "the text says '%s' (%s:%u), but no validity is on record; write it "
                            "under 'validity'",
                            words->words, reading->file, words->line);
  else if (source->kind == GB_KIND_NORMATIVE)
    gb_diagnostics_warning (work->diagnostics, place, "validity-missing",
                            "a normative document has a validity; write it, or 'validity: "
                            "{none_stated: true}' where the text states none");
}

const GbBody *
gb_statements_body (const GbPolicyCase *policy)
{
  const GbVersion *version
    = policy->n_versions == 0 ? NULL : policy->versions[policy->current].version;
  return version == NULL ? &policy->policy->body : &version->body;
}

void
gb_statements_read (GbWork *work)
{
  if (work->corpus.model->site == NULL)
    return;
  g_autoptr (GbArena) arena = gb_arena_new ();
  for (guint i = 0; i < work->corpus.n_policies; i++) {
    GbPolicyCase *policy = &work->corpus.policies[i];
    GbDerivation *const dates[]
      = { &policy->effective, &policy->last_day, &policy->tail, &policy->review };
    for (guint k = 0; k < G_N_ELEMENTS (dates); k++)
      if (dates[k]->rule == GB_RULE_RECORDED)
        dates[k]->rule = gb_statements_source_of (work, dates[k]->date, dates[k]->clause, policy);
    gb_arena_reset (arena);
    Reading reading = { .work = work, .policy = policy, .file = policy->text_file, .arena = arena };
    reading.statements
      = gb_statement_read (arena, gb_statements_body (policy), policy->text, &reading.n);
    read_effect (&reading);
    read_validity (&reading);
    gb_covers_check (work, policy, reading.statements, reading.n);
  }
}
