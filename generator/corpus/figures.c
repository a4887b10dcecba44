/* Figures of keys beside the words of the clause that they name: lengths of notices, terms, months
 * of a review, days of duties, caps, criteria; and what the clause says and no key does. */
#include "corpus/private.h"

#include "text/amount.h"
#include "text/span.h"

#include <string.h>

#define EXCERPT 40 /* characters of a clause in a message */

typedef struct {
  GbWork *work;
  GbArena *arena;
  const char *file;        /* of the keys */
  const GbPolicyCase *own; /* the policy of a clause without one, or NULL */
  /* The clause of the key that is looked at. */
  GbClause clause;
  char *words; /* normalised */
} Figures;

static void
clear (Figures *figures)
{
  g_clear_pointer (&figures->words, g_free);
}

/* Reads the words of @clause; FALSE where there are none to compare with. */
static gboolean
open_clause (Figures *figures, const char *clause)
{
  clear (figures);
  if (clause == NULL)
    return FALSE;
  figures->clause = gb_corpus_clause (&figures->work->corpus, figures->arena, clause, figures->own);
  if (figures->clause.unit == NULL)
    return FALSE;
  g_autofree char *plain = gb_plain_unit (figures->clause.policy->text, figures->clause.unit);
  figures->words = gb_phrase_normalise (plain);
  g_strstrip (figures->words);
  return TRUE;
}

/* The clause with its place and the beginning of its words, for a message. */
static const char *
describe (const Figures *figures)
{
  gboolean longer = g_utf8_strlen (figures->words, -1) > EXCERPT;
  const char *end = longer ? g_utf8_offset_to_pointer (figures->words, EXCERPT)
                           : figures->words + strlen (figures->words);
  return gb_arena_printf (figures->arena, "%s '%.*s%s' (%s:%u)", figures->clause.anchor,
                          (int)(end - figures->words), figures->words, longer ? "…" : "",
                          figures->clause.policy->text_file, figures->clause.unit->line);
}

/* @key is what @node holds under it, in words, @held whether the clause has it. */
static void
check (const Figures *figures, const char *code, const GbYamlNode *node, const char *key,
       const char *says, gboolean held)
{
  if (!held)
    gb_diagnostics_warning (figures->work->diagnostics, gb_yaml_place (figures->file, node, key),
                            code, "'%s' says %s, but the clause that is named does not: %s", key,
                            says, describe (figures));
}

static void
check_missing (const Figures *figures, const char *code, const GbYamlNode *node, const char *key)
{
  gb_diagnostics_warning (figures->work->diagnostics, gb_yaml_place (figures->file, node, NULL),
                          code, "the clause that is named says what '%s' could hold: %s", key,
                          describe (figures));
}

static const char *
number (const Figures *figures, int value, const char *unit)
{
  return gb_arena_printf (figures->arena, "%d %s", value, unit);
}

static gboolean
holds (const Figures *figures, int value, const char *const *units, int times)
{
  GbAmount amount;
  for (const char *at = figures->words; gb_amount_next (&at, &amount);)
    if (!amount.share && amount.value == value * times)
      for (guint i = 0; units[i] != NULL; i++)
        if (g_str_has_prefix (amount.unit, units[i]))
          return TRUE;
  return FALSE;
}

static gboolean
holds_months (const Figures *figures, int months)
{
  static const char *const units[] = { "个月", "月", NULL };
  static const char *const years[] = { "年", "周年", NULL };
  return holds (figures, months, units, 1)
         || (months % 12 == 0 && holds (figures, months / 12, years, 1))
         || (months == 6 && strstr (figures->words, "半年") != NULL);
}

/* Whether one of the days, months or years in the words has @date in it. */
static gboolean
holds_date (const Figures *figures, GbDate date)
{
  GbWhen when;
  for (const char *at = figures->words; *at != '\0'; at = g_utf8_next_char (at))
    if (gb_phrase_day (at, 0, &when) > 0 && when.first <= date && date <= when.last)
      return TRUE;
  return gb_phrase_holds_day (figures->words, date);
}

/* 3月31日, 3月底 of any year. */
static gboolean
holds_month_day (const Figures *figures, GbMonthDay day)
{
  GbWhen when;
  int month, date;
  for (const char *at = figures->words; *at != '\0'; at = g_utf8_next_char (at))
    if (gb_phrase_day (at, 2023, &when) > 0 && when.first == when.last) {
      gb_date_split (when.first, NULL, &month, &date);
      if (month == day.month && date == day.day)
        return TRUE;
    }
  /* 一季度末前 and the like are days, too, that are not read. */
  return strstr (figures->words, "季度") != NULL || strstr (figures->words, "年底") != NULL;
}

/* ---- rules of a registry ---- */

static void
check_notice (Figures *figures, const GbNoticeRule *rule)
{
  if (rule == NULL || !open_clause (figures, rule->clause))
    return;
  gboolean working = rule->unit == GB_UNIT_WORKING_DAYS;
  const char *at = figures->words;
  GbSpan span;
  if (rule->days > 0)
    check (figures, "period-differs", rule->node, "days",
           number (figures, rule->days, working ? "working days" : "days"),
           gb_span_holds_days (figures->words, rule->days, working));
  else if (gb_span_next (&at, &span) && span.days > 0)
    check_missing (figures, "period-missing", rule->node, "days");
}

static void
check_term (Figures *figures, const GbTermRule *rule, const GbStatement *statements, guint n)
{
  if (rule == NULL || !open_clause (figures, rule->clause))
    return;
  char date[GB_DATE_LENGTH];
  if (rule->years > 0)
    check (figures, "term-differs", rule->node, "years", number (figures, rule->years, "years"),
           holds_months (figures, rule->years * 12));
  /* 不超过本办法有效期 names the last day of the rules. */
  if (rule->until != GB_DATE_NONE
      && !(rule->until == figures->clause.policy->last_day.date
           && strstr (figures->words, "有效期") != NULL))
    check (figures, "term-differs", rule->node, "until", gb_date_format (rule->until, date),
           holds_date (figures, rule->until));
  if (rule->years > 0 || rule->until != GB_DATE_NONE || rule->range.from > 0)
    return;
  for (guint i = 0; figures->clause.policy == figures->own && i < n; i++)
    if (statements[i].kind == GB_STATEMENT_TERM
        && gb_statement_is_in (&statements[i], figures->own->text, figures->clause.unit)) {
      check_missing (figures, "term-missing", rule->node, "years");
      return;
    }
}

/* 期满前三个月, 届满前六个月 */
static gboolean
names_months_before (const char *words)
{
  GbAmount amount;
  for (const char *at = words; (at = strstr (at, "满前")) != NULL;) {
    at += strlen ("满前");
    const char *next = at;
    if (gb_amount_next (&next, &amount) && !amount.share
        && (g_str_has_prefix (amount.unit, "个月") || g_str_has_prefix (amount.unit, "月"))
        && amount.unit - at <= 9)
      return TRUE;
  }
  return FALSE;
}

static void
check_review (Figures *figures, const GbReviewRule *rule)
{
  if (rule == NULL || !open_clause (figures, rule->clause))
    return;
  if (rule->years > 0)
    check (figures, "review-differs", rule->node, "years", number (figures, rule->years, "years"),
           holds_months (figures, rule->years * 12));
  if (rule->months_before > 0)
    check (figures, "review-differs", rule->node, "months_before",
           number (figures, rule->months_before, "months"),
           holds_months (figures, rule->months_before));
  else if (names_months_before (figures->words))
    check_missing (figures, "review-missing", rule->node, "months_before");
}

/* 每年3月31日前 */
static gboolean
names_yearly_day (const char *words)
{
  GbWhen when;
  for (const char *at = words; (at = strstr (at, "每年")) != NULL;) {
    at += strlen ("每年");
    if (gb_phrase_day (at, 2023, &when) > 0 && when.first == when.last)
      return TRUE;
  }
  return FALSE;
}

static void
check_duty (Figures *figures, const GbDuty *duty)
{
  if (duty->every != GB_DUTY_YEARLY || !open_clause (figures, duty->clause))
    return;
  if (duty->due.month > 0)
    check (figures, "duty-differs", duty->node, "due",
           gb_arena_printf (figures->arena, "%02d-%02d", duty->due.month, duty->due.day),
           holds_month_day (figures, duty->due));
  else if (names_yearly_day (figures->words))
    check_missing (figures, "duty-missing", duty->node, "due");
}

static void
check_cap (Figures *figures, const GbCap *cap)
{
  static const char *const keys[] = { "minimum", "maximum" };
  const int values[] = { cap->minimum, cap->maximum };
  if (!open_clause (figures, cap->clause))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (values); i++) {
    const char *value = gb_arena_printf (figures->arena, "%d", values[i]);
    if (values[i] > 0)
      check (figures, "cap-differs", cap->node, keys[i], value,
             gb_amount_holds (figures->words, value, NULL));
  }
}

static void
check_criterion (Figures *figures, const GbCriterion *criterion)
{
  if (criterion->value == NULL || !open_clause (figures, criterion->clause))
    return;
  const char *unit = criterion->unit == NULL ? "" : criterion->unit;
  check (figures, "criterion-differs", criterion->node, "value",
         gb_arena_printf (figures->arena, "%s%s", criterion->value, unit),
         gb_amount_holds (figures->words, criterion->value, unit));
}

static void
check_registry (GbWork *work, GbArena *arena, const GbRegistryCase *registry)
{
  const GbRegistry *source = registry->registry;
  Figures figures = { .work = work, .arena = arena, .file = source->file, .own = registry->policy };
  guint n = 0;
  const GbStatement *statements
    = registry->policy == NULL ? NULL
                               : gb_statement_read (arena, gb_statements_body (registry->policy),
                                                    registry->policy->text, &n);
  check_notice (&figures, source->notice);
  check_term (&figures, source->term, statements, n);
  check_review (&figures, source->review);
  for (guint i = 0; i < source->duties.length; i++)
    check_duty (&figures, GB_LIST_AT (GbDuty, source->duties, i));
  for (guint i = 0; i < source->caps.length; i++)
    check_cap (&figures, GB_LIST_AT (GbCap, source->caps, i));
  for (guint i = 0; i < source->criteria.length; i++)
    check_criterion (&figures, GB_LIST_AT (GbCriterion, source->criteria, i));
  clear (&figures);
}

/* ---- keys of a policy ---- */

/* Whether the clause speaks of it at all; what exactly it says, statements.c compares. */
static gboolean
holds_phrase (const Figures *figures, GbPhrase (*read) (const char *at), GbDate date)
{
  for (const char *at = figures->words; *at != '\0'; at = g_utf8_next_char (at))
    if (read (at).length > 0)
      return TRUE;
  return date != GB_DATE_NONE && holds_date (figures, date);
}

static void
check_effect (Figures *figures, const GbEffect *effect)
{
  if (effect == NULL || effect->none_stated || !open_clause (figures, effect->clause)
      || holds_phrase (figures, gb_phrase_effect, figures->own->effective.date))
    return;
  char date[GB_DATE_LENGTH];
  gboolean issue
    = strstr (figures->words, "之日") != NULL || strstr (figures->words, "日起") != NULL;
  if (effect->date != GB_DATE_NONE)
    check (figures, "effect-differs", effect->node, "date", gb_date_format (effect->date, date),
           FALSE);
  else if (effect->on_issue)
    check (figures, "effect-differs", effect->node, "on_issue", "from the day of issue", issue);
  else if (effect->days_after > 0)
    check (figures, "effect-differs", effect->node, "days_after_publication",
           number (figures, effect->days_after, "days"), issue);
}

static void
check_validity (Figures *figures, const GbValidity *validity)
{
  if (validity == NULL || validity->none_stated || !open_clause (figures, validity->clause)
      || holds_phrase (figures, gb_phrase_validity, figures->own->last_day.date))
    return;
  char date[GB_DATE_LENGTH];
  if (validity->until != GB_DATE_NONE)
    check (figures, "validity-differs", validity->node, "until",
           gb_date_format (validity->until, date), FALSE);
  else if (validity->years > 0)
    check (figures, "validity-differs", validity->node, "years",
           number (figures, validity->years, "years"),
           holds_months (figures, validity->years * 12));
}

static void
check_policy (GbWork *work, GbArena *arena, const GbPolicyCase *policy)
{
  const GbPolicy *source = policy->policy;
  Figures figures = { .work = work, .arena = arena, .file = source->file, .own = policy };
  char date[GB_DATE_LENGTH];
  check_effect (&figures, source->effect);
  check_validity (&figures, source->validity);
  const GbTail *tail = source->tail;
  if (tail != NULL && tail->until != GB_DATE_NONE && open_clause (&figures, tail->clause))
    check (&figures, "tail-differs", tail->node, "until", gb_date_format (tail->until, date),
           holds_date (&figures, tail->until));
  const GbPolicyReview *review = source->review;
  if (review != NULL && review->months_before > 0 && open_clause (&figures, review->clause))
    check (&figures, "review-differs", review->node, "months_before",
           number (&figures, review->months_before, "months"),
           holds_months (&figures, review->months_before));
  clear (&figures);
}

void
gb_figures_check (GbWork *work)
{
  if (work->corpus.model->site == NULL)
    return;
  g_autoptr (GbArena) arena = gb_arena_new ();
  for (guint i = 0; i < work->corpus.n_policies; i++) {
    gb_arena_reset (arena);
    check_policy (work, arena, &work->corpus.policies[i]);
  }
  for (guint i = 0; i < work->corpus.n_registries; i++) {
    gb_arena_reset (arena);
    check_registry (work, arena, &work->corpus.registries[i]);
  }
}
