#include "view/scheme.h"

#include "view/notice.h"
#include "view/registry.h"
#include "view/roster.h"
#include "view/scene.h"
#include "view/words.h"

#include <string.h>

static const char *
number (GbArena *arena, int value)
{
  return gb_arena_printf (arena, "%d", value);
}

/* What every rule has: the words it is known by, the words of the scheme, the clause. */
static void
set_rule (GbScene *scene, GbValue *rule, const GbRegistryCase *registry, const char *headline,
          const char *text, const char *clause)
{
  if (!scene->data)
    gb_value_set_string (rule, "headline", headline);
  gb_value_set_string (rule, "text", text);
  gb_scene_set_clause (scene, rule, "clause", clause, registry->policy, TRUE);
}

static GbValue *
append_rule (GbScene *scene, GbValue *rules, const GbRegistryCase *registry, const char *headline,
             const char *text, const char *clause)
{
  GbValue *rule = gb_value_object (scene->arena);
  set_rule (scene, rule, registry, headline, text, clause);
  gb_value_append (rules, rule);
  return rule;
}

static void
set_number (GbValue *object, const char *key, int value)
{
  if (value == 0)
    gb_value_set_null (object, key);
  else
    gb_value_set_integer (object, key, value);
}

/* -- rules that a scheme has once -- */

/* What the scheme says of it; FALSE where it says nothing. */
typedef gboolean SetRule (GbScene *scene, GbValue *rule, const GbRegistryCase *registry);

static gboolean
set_notice (GbScene *scene, GbValue *rule, const GbRegistryCase *registry)
{
  const GbNoticeRule *notice = registry->registry->notice;
  if (notice == NULL)
    return FALSE;
  gboolean working = notice->unit == GB_UNIT_WORKING_DAYS;
  const char *headline = !notice->required   ? gb_scene_word (scene, "scheme.no-notice")
                         : notice->days == 0 ? gb_scene_word (scene, "scheme.notice-length-unknown")
                                             : gb_words_count (scene->words, scene->arena,
                                                               working ? "scheme.notice-working"
                                                                       : "scheme.notice-calendar",
                                                               (guint)notice->days);
  set_number (rule, "days", notice->days);
  gb_value_set_string (rule, "unit", gb_day_unit_name (notice->unit));
  GbFirstDay first_day = notice->first_day;
  if (first_day == GB_FIRST_DAY_UNSTATED)
    first_day
      = scene->corpus->model->site->exclude_first ? GB_FIRST_DAY_EXCLUDED : GB_FIRST_DAY_INCLUDED;
  gb_value_set_string (rule, "first_day", gb_first_day_name (first_day));
  gb_value_set_boolean (rule, "required", notice->required);
  const char *change = gb_on_change_name (notice->on_change);
  gb_value_set_string (
    rule, "on_change",
    change == NULL || scene->data ? change : gb_words_in (scene->words, "on-change", change));
  if (!scene->data)
    gb_value_set_string (
      rule, "remark",
      notice->days == 0 ? NULL
                        : gb_words_in (scene->words, "first-day", gb_first_day_name (first_day)));
  set_rule (scene, rule, registry, headline, notice->text, notice->clause);
  return TRUE;
}

static void
set_years (GbValue *object, const char *key, GbYears range)
{
  if (range.from == 0) {
    gb_value_set_null (object, key);
    return;
  }
  GbValue *value = gb_value_set_object (object, key);
  gb_value_set_integer (value, "from", range.from);
  gb_value_set_integer (value, "to", range.to);
}

static gboolean
set_term (GbScene *scene, GbValue *rule, const GbRegistryCase *registry)
{
  const GbTermRule *term = registry->registry->term;
  if (term == NULL)
    return FALSE;
  GbArena *arena = scene->arena;
  const char *headline = NULL;
  if (term->years != 0)
    headline = gb_words_count (scene->words, arena, "scheme.term-years", (guint)term->years);
  else if (term->range.from != 0)
    headline = gb_words_fill (scene->words, arena, "scheme.term-range", "from",
                              number (arena, term->range.from), "to",
                              number (arena, term->range.to), NULL);
  else if (term->until == GB_DATE_NONE)
    headline = gb_scene_word (scene, term->none_stated ? "scheme.term-unknown"
                                                       : "scheme.term-not-recorded");
  if (term->until != GB_DATE_NONE) {
    const char *until = gb_words_fill (scene->words, arena, "scheme.term-until", "date",
                                       gb_words_date (scene->words, arena, term->until), NULL);
    headline = headline == NULL ? until
                                : gb_words_fill (scene->words, arena, "scheme.both", "a", headline,
                                                 "b", until, NULL);
  }
  set_number (rule, "years", term->years);
  set_years (rule, "range", term->range);
  gb_scene_set_date (scene, rule, "until", term->until);
  set_rule (scene, rule, registry, headline, term->text, term->clause);
  return TRUE;
}

static gboolean
set_review (GbScene *scene, GbValue *rule, const GbRegistryCase *registry)
{
  const GbReviewRule *review = registry->registry->review;
  if (review == NULL)
    return FALSE;
  GbArena *arena = scene->arena;
  const char *due = review->months_before == 0
                      ? gb_scene_word (scene, "scheme.review-at-end")
                      : gb_words_count (scene->words, arena, "scheme.review-months",
                                        (guint)review->months_before);
  const char *headline
    = review->years == 0
        ? due
        : gb_words_fill (
          scene->words, arena, "scheme.both", "a", due, "b",
          gb_words_count (scene->words, arena, "scheme.review-years", (guint)review->years), NULL);
  set_number (rule, "years", review->years);
  set_number (rule, "months_before", review->months_before);
  set_rule (scene, rule, registry, headline, review->text, review->clause);
  return TRUE;
}

static const struct {
  const char *key;
  SetRule *set;
} single_rules[] = {
  { "notice", set_notice },
  { "term", set_term },
  { "review", set_review },
};

const char *
gb_scheme_rule (guint index)
{
  return index < G_N_ELEMENTS (single_rules) ? single_rules[index].key : NULL;
}

const char *
gb_scheme_name (GbScene *scene, const char *key)
{
  return gb_scene_word (scene, gb_arena_join (scene->arena, "scheme.name-", key, NULL));
}

static void
set_rules (GbScene *scene, GbValue *record, const GbRegistryCase *registry)
{
  for (guint i = 0; i < G_N_ELEMENTS (single_rules); i++) {
    GbValue *rule = gb_value_object (scene->arena);
    if (!scene->data) { /* one template is for all of them, though one alone says these */
      gb_value_set_null (rule, "remark");
      gb_value_set_null (rule, "on_change");
    }
    gboolean is_stated = single_rules[i].set (scene, rule, registry);
    gb_value_set (record, single_rules[i].key, is_stated ? rule : gb_value_null ());
  }
}

/* -- rules that it has several of -- */

static const char *
duty_headline (GbScene *scene, const GbDuty *duty)
{
  switch (duty->every) {
  case GB_DUTY_YEARLY:
    if (duty->due.month == 0)
      return gb_scene_word (scene, "scheme.yearly");
    return gb_words_fill (
      scene->words, scene->arena, "scheme.yearly-by", "date",
      gb_words_month_day (scene->words, scene->arena, duty->due.month, duty->due.day), NULL);
  case GB_DUTY_QUARTERLY:
    return gb_scene_word (scene, "scheme.quarterly");
  }
  return NULL;
}

static void
set_duties (GbScene *scene, GbValue *record, const GbRegistryCase *registry)
{
  GbArena *arena = scene->arena;
  GbValue *duties = gb_value_set_array (record, "duties");
  for (guint i = 0; i < registry->registry->duties.length; i++) {
    const GbDuty *duty = GB_LIST_AT (GbDuty, registry->registry->duties, i);
    gboolean dated = duty->due.month != 0;
    GbValue *rule = append_rule (scene, duties, registry, duty_headline (scene, duty), duty->title,
                                 duty->clause);
    gb_value_set_string (rule, "id", duty->id);
    gb_value_set_string (rule, "every", gb_duty_period_name (duty->every));
    gb_value_set_string (
      rule, "due",
      dated ? gb_arena_printf (arena, "%02d-%02d", duty->due.month, duty->due.day) : NULL);
    gb_value_set_string (rule, "who", duty->who);
    gb_value_set_boolean (rule, "tracked", duty->tracked);
  }
}

/* -- caps -- */

typedef struct {
  const char *name;
  guint used;
} Use;

static const char *
year_name (GbScene *scene, int year)
{
  return gb_words_when (scene->words, scene->arena,
                        (GbWhen){ gb_date_new (year, 1, 1), gb_date_new (year, 12, 31) });
}

static void
count_use (GArray *uses, const char *name)
{
  for (guint i = 0; i < uses->len; i++) {
    Use *use = &g_array_index (uses, Use, i);
    if (strcmp (use->name, name) == 0) {
      use->used++;
      return;
    }
  }
  Use use = { name, 1 };
  g_array_append_val (uses, use);
}

static void
set_use_text (GbScene *scene, GbValue *rule, const GbCap *cap, const GArray *uses, guint total,
              gboolean partial, gboolean lapsed)
{
  GbArena *arena = scene->arena;
  const char *what = NULL;
  if (cap->scope == GB_CAP_TOTAL)
    what = gb_words_count (scene->words, arena, "scheme.used-n", total);
  for (guint i = 0; i < uses->len; i++) {
    const Use *use = &g_array_index (uses, Use, i);
    const char *one = gb_words_fill (scene->words, arena, "scheme.used-of", "name", use->name, "n",
                                     number (arena, (int)use->used), NULL);
    what = what == NULL
             ? one
             : gb_words_fill (scene->words, arena, "scheme.listed", "a", what, "b", one, NULL);
  }
  if (what == NULL) {
    gb_value_set_null (rule, "use");
    return;
  }
  const char *pattern = cap->scope == GB_CAP_PER_YEAR ? "scheme.used-years"
                        : lapsed                      ? "scheme.used-on-record"
                                                      : "scheme.used";
  const char *text = gb_words_fill (scene->words, arena, pattern, "what", what, NULL);
  gb_value_set_string (rule, "use",
                       !partial
                         ? text
                         : gb_words_fill (scene->words, arena, "why.joined", "a", text, "b",
                                          gb_scene_word (scene, "scheme.used-partial"), NULL));
}

/* How much of a cap the record uses: what is certified now, or ever was in a year.  Where a list
 * is only partly recorded, so is its use. */
static void
set_uses (GbScene *scene, GbValue *rule, const GbRegistryCase *registry, const GbCap *cap)
{
  g_autoptr (GArray) uses = g_array_new (FALSE, FALSE, sizeof (Use));
  gboolean partial = FALSE, lapsed = FALSE;
  guint total = 0;
  for (guint i = 0; i < registry->n_entries; i++) {
    const GbEntryCase *entry = registry->entries[i];
    if (cap->scope == GB_CAP_PER_YEAR) {
      if (entry->certified.last != GB_DATE_NONE)
        count_use (uses, year_name (scene, gb_date_year (entry->certified.last)));
      continue;
    }
    if (!gb_standing_is_listed (entry->state.standing))
      continue;
    total++;
    lapsed |= !gb_standing_is_certified (entry->state.standing);
    if (cap->scope == GB_CAP_PER_INDUSTRY && entry->industry != NULL)
      count_use (uses, entry->industry);
  }
  for (guint i = 0; i < registry->registry->batches.length; i++)
    partial |= GB_LIST_AT (GbBatch, registry->registry->batches, i)->partial;

  gb_value_set_boolean (rule, "partial", partial);
  if (!scene->data)
    set_use_text (scene, rule, cap, uses, total, partial, lapsed);
  if (cap->scope == GB_CAP_TOTAL)
    gb_value_set_integer (rule, "used", total);
  else
    gb_value_set_null (rule, "used");
  GbValue *list = gb_value_set_array (rule, "uses");
  for (guint i = 0; i < uses->len; i++) {
    const Use *use = &g_array_index (uses, Use, i);
    GbValue *value = gb_value_object (scene->arena);
    gb_value_set_string (value, "name", use->name);
    gb_value_set_integer (value, "used", use->used);
    gb_value_append (list, value);
  }
}

static const char *
cap_range (GbScene *scene, const GbCap *cap)
{
  GbArena *arena = scene->arena;
  if (cap->maximum != 0 && cap->minimum != 0)
    return gb_words_fill (scene->words, arena, "scheme.cap-range", "min",
                          number (arena, cap->minimum), "max", number (arena, cap->maximum), NULL);
  if (cap->maximum != 0)
    return gb_words_fill (scene->words, arena,
                          cap->approximate ? "scheme.cap-about" : "scheme.cap-most", "max",
                          number (arena, cap->maximum), NULL);
  return gb_words_fill (scene->words, arena, "scheme.cap-least", "min",
                        number (arena, cap->minimum), NULL);
}

static void
set_caps (GbScene *scene, GbValue *record, const GbRegistryCase *registry)
{
  GbValue *caps = gb_value_set_array (record, "caps");
  for (guint i = 0; i < registry->registry->caps.length; i++) {
    const GbCap *cap = GB_LIST_AT (GbCap, registry->registry->caps, i);
    const char *headline
      = gb_words_fill (scene->words, scene->arena, "scheme.cap", "period", cap->period, "scope",
                       gb_words_in (scene->words, "cap-scope", gb_cap_scope_name (cap->scope)),
                       "range", cap_range (scene, cap), NULL);
    GbValue *rule = append_rule (scene, caps, registry, headline, cap->text, cap->clause);
    gb_value_set_string (rule, "scope", gb_cap_scope_name (cap->scope));
    set_number (rule, "minimum", cap->minimum);
    set_number (rule, "maximum", cap->maximum);
    gb_value_set_boolean (rule, "approximate", cap->approximate);
    gb_value_set_string (rule, "period", cap->period);
    set_uses (scene, rule, registry, cap);
  }
}

/* -- ties, grounds, criteria -- */

static void
set_ties (GbScene *scene, GbValue *record, const char *key, const GbRegistryCase *registry,
          const GbList *ties)
{
  GbValue *rules = gb_value_set_array (record, key);
  for (guint i = 0; i < ties->length; i++) {
    const GbTie *tie = GB_LIST_AT (GbTie, *ties, i);
    const GbRegistryCase *other = gb_corpus_registry (scene->corpus, tie->registry);
    const GbBatch *batch
      = other == NULL || tie->batch == NULL ? NULL : gb_model_batch (other->registry, tie->batch);
    GbValue *rule = append_rule (scene, rules, registry, NULL, tie->text, tie->clause);
    gb_registry_set_link (scene, rule, "registry", other);
    gb_value_set_string (rule, "batch",
                         scene->data     ? tie->batch
                         : batch == NULL ? NULL
                                         : gb_scene_batch_title (scene, batch));
    gb_value_set_string (rule, "region", tie->region);
  }
}

static void
set_grounds (GbScene *scene, GbValue *record, const GbRegistryCase *registry)
{
  GbValue *grounds = gb_value_set_array (record, "revocation");
  for (guint i = 0; i < registry->registry->revocation.length; i++) {
    const GbGround *ground = GB_LIST_AT (GbGround, registry->registry->revocation, i);
    GbValue *rule = append_rule (scene, grounds, registry, NULL, ground->text, ground->clause);
    gb_value_set_string (rule, "id", ground->id);
  }
}

static void
set_decimal (GbScene *scene, GbValue *object, const char *key, const char *lexeme)
{
  if (lexeme == NULL)
    gb_value_set_null (object, key);
  else
    gb_value_set (object, key, gb_value_decimal (scene->arena, lexeme));
}

static void
set_criteria (GbScene *scene, GbValue *record, const GbRegistryCase *registry)
{
  GbValue *criteria = gb_value_set_array (record, "criteria");
  const char *last_group = NULL;
  GbValue *items = criteria;
  for (guint i = 0; i < registry->registry->criteria.length; i++) {
    const GbCriterion *criterion = GB_LIST_AT (GbCriterion, registry->registry->criteria, i);
    if (!scene->data && (i == 0 || g_strcmp0 (last_group, criterion->group) != 0)) {
      GbValue *group = gb_value_object (scene->arena);
      gb_value_set_string (group, "group", criterion->group);
      items = gb_value_set_array (group, "items");
      gb_value_append (criteria, group);
      last_group = criterion->group;
    }
    const char *word = gb_comparison_name (criterion->comparison);
    const char *pattern = gb_arena_printf (scene->arena, "compare.%s", word);
    const char *headline = gb_words_fill (scene->words, scene->arena, pattern, "value",
                                          criterion->value, "unit", criterion->unit, NULL);
    GbValue *rule
      = append_rule (scene, items, registry, headline, criterion->text, criterion->clause);
    gb_value_set_string (rule, "id", criterion->id);
    gb_value_set_string (rule, "title", criterion->title);
    gb_value_set_string (rule, "comparison", word);
    set_decimal (scene, rule, "value", criterion->value);
    gb_value_set_string (rule, "unit", criterion->unit);
    gb_value_set_string (rule, "either", criterion->either);
    if (scene->data)
      gb_value_set_string (rule, "group", criterion->group);
  }
}

static void
set_scores (GbScene *scene, GbValue *record, const GbRegistryCase *registry)
{
  GbValue *scores = gb_value_set_array (record, "scores");
  for (guint i = 0; i < registry->registry->scores.length; i++) {
    const GbScore *score = GB_LIST_AT (GbScore, registry->registry->scores, i);
    const char *headline = gb_words_fill (
      scene->words, scene->arena, score->pass == NULL ? "scheme.score" : "scheme.score-pass",
      "total", score->total, "pass", score->pass, "unit", score->unit, NULL);
    GbValue *rule = append_rule (scene, scores, registry, headline, score->text, score->clause);
    gb_value_set_string (rule, "title", score->title);
    set_decimal (scene, rule, "total", score->total);
    set_decimal (scene, rule, "pass", score->pass);
    gb_value_set_string (rule, "unit", score->unit);
  }
}

void
gb_scheme_set (GbScene *scene, GbValue *record, const GbRegistryCase *registry)
{
  set_rules (scene, record, registry);
  set_duties (scene, record, registry);
  set_caps (scene, record, registry);
  set_ties (scene, record, "prerequisites", registry, &registry->registry->prerequisites);
  set_ties (scene, record, "automatic", registry, &registry->registry->automatic);
  set_grounds (scene, record, registry);
  set_criteria (scene, record, registry);
  set_scores (scene, record, registry);
}

/* -- batches -- */

static guint
recorded (const GbRegistryCase *registry, const GbBatch *batch)
{
  guint count = 0;
  for (guint i = 0; i < registry->n_entries; i++)
    count += registry->entries[i]->batch == batch;
  return count;
}

void
gb_scheme_set_batches (GbScene *scene, GbValue *record, const GbRegistryCase *registry)
{
  GbArena *arena = scene->arena;
  GbValue *batches = gb_value_set_array (record, "batches");
  for (guint i = 0; i < registry->registry->batches.length; i++) {
    const GbBatch *batch = GB_LIST_AT (GbBatch, registry->registry->batches, i);
    guint n = recorded (registry, batch);
    GbValue *value = gb_value_object (arena);
    gb_value_set_string (value, "id", batch->id);
    gb_value_set_string (value, "title", gb_scene_batch_title (scene, batch));
    set_number (value, "year", batch->year);
    gb_scene_set_decision (scene, value, "decision", batch->decision);
    gb_notice_set_link (scene, value, "notice", gb_corpus_notice (scene->corpus, batch->notice));
    gb_scene_set_when (scene, value, "certified", batch->certified);
    gb_scene_set_when (scene, value, "noticed", batch->noticed);
    set_number (value, "announced", batch->announced);
    gb_value_set_integer (value, "recorded", n);
    gb_value_set_boolean (value, "partial", batch->partial);
    if (!scene->data) {
      const char *count = gb_words_count (scene->words, arena, "batch.recorded", n);
      if (batch->announced != 0)
        count
          = gb_words_fill (scene->words, arena, "batch.recorded-of", "n", number (arena, (int)n),
                           "all", number (arena, batch->announced), NULL);
      else if (batch->partial)
        count = gb_words_count (scene->words, arena, "batch.recorded-of-unknown", n);
      gb_value_set_string (value, "count", count);
      gb_roster_set_link (scene, value, "compare", batch);
      gb_roster_set_link (scene, value, "compare_notice",
                          gb_corpus_notice (scene->corpus, batch->notice));
    }
    gb_value_set_string (value, "scope", batch->scope);
    gb_scene_set_references (scene, value, "sources", &batch->sources);
    if (!scene->data)
      gb_scene_set_has (value, "sources", gb_value_get (value, "sources"));
    gb_value_set_string (value, "note", batch->note);
    gb_value_append (batches, value);
  }
}
