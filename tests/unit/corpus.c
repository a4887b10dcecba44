/* The real content, judged for 2026-11-21: what a reader of the five documents and the published
 * lists works out by hand. */
#include "corpus/corpus.h"
#include "source/model_load.h"

typedef struct {
  GbDiagnostics *diagnostics;
  GbModel *model;
  GbCorpus *corpus;
} Fixture;

static GbDate
day (const char *text)
{
  GbDate date = GB_DATE_NONE;
  g_assert_true (gb_date_parse (text, &date));
  return date;
}

static void
set_up (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  fixture->diagnostics = gb_diagnostics_new ();
  g_autoptr (GbTree) tree = gb_tree_of_folder (".");
  fixture->model = gb_model_load (tree, 2, fixture->diagnostics, &error);
  g_assert_no_error (error);
  fixture->corpus = gb_corpus_new (fixture->model, day ("2026-11-21"), 2, fixture->diagnostics);
  g_assert_cmpuint (gb_diagnostics_errors (fixture->diagnostics), ==, 0);
}

static void
tear_down (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  gb_corpus_free (fixture->corpus);
  gb_model_free (fixture->model);
  gb_diagnostics_free (fixture->diagnostics);
}

typedef struct {
  const char *id;
  guint articles;
  guint annexes;
  GbForce force;
  GbRule effect;
  const char *effective; /* "" for none */
  GbRule end;
  const char *last_day;
  const char *tail;
  gboolean tail_running;
  gboolean not_stated;
  const char *turns;
} Expected;

static const Expected policies[] = {
  { "dg-core-zones-2021", 30, 4, GB_FORCE_EXPIRED, GB_RULE_ON_ISSUE, "2021-06-22", GB_RULE_STATED,
    "2022-12-31", "2023-12-31", FALSE, FALSE, "" },
  { "dg-strategic-clusters-2021", 0, 0, GB_FORCE_EFFECT_NOT_RECORDED, GB_RULE_NONE, "",
    GB_RULE_NONE, "", "", FALSE, TRUE, "" },
  { "gd-sme-clusters-2023", 19, 0, GB_FORCE_EXPIRED, GB_RULE_STATED, "2023-02-28",
    GB_RULE_YEARS_BEFORE, "2026-02-27", "", FALSE, FALSE, "" },
  { "zs-digital-pilots-2023", 16, 0, GB_FORCE_EXPIRED, GB_RULE_DAYS_AFTER, "2023-03-30",
    GB_RULE_STATED, "2025-12-31", "2026-12-31", TRUE, FALSE, "2027-01-01" },
  { "zh-sme-clusters-2024", 17, 1, GB_FORCE_IN_FORCE, GB_RULE_STATED, "2024-10-21",
    GB_RULE_YEARS_BEFORE, "2027-10-20", "", FALSE, FALSE, "2027-10-21" },
};

static void
assert_day (GbDate date, const char *expected)
{
  char text[GB_DATE_LENGTH];
  g_assert_cmpstr (gb_date_format (date, text), ==, expected);
}

static void
test_policies (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  g_assert_cmpuint (fixture->corpus->n_policies, ==, G_N_ELEMENTS (policies));
  for (gsize i = 0; i < G_N_ELEMENTS (policies); i++) {
    const Expected *expected = &policies[i];
    const GbPolicyCase *policy = gb_corpus_policy (fixture->corpus, expected->id);
    g_assert_nonnull (policy);
    g_assert_cmpint (policy->state.force, ==, expected->force);
    g_assert_cmpint (policy->effective.rule, ==, expected->effect);
    assert_day (policy->effective.date, expected->effective);
    g_assert_cmpint (policy->last_day.rule, ==, expected->end);
    assert_day (policy->last_day.date, expected->last_day);
    assert_day (policy->tail.date, expected->tail);
    g_assert_cmpint (policy->state.tail_running, ==, expected->tail_running);
    g_assert_cmpint (policy->open_end == GB_OPEN_END_NOT_STATED, ==, expected->not_stated);
    g_assert_cmpint (policy->effect_not_stated, ==, expected->not_stated);
    assert_day (policy->turns, expected->turns);
  }
}

/* Every article of the main text has its anchor, numbered without a gap; so has every annex. */
static void
test_articles (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (policies); i++) {
    const GbText *text = gb_corpus_policy (fixture->corpus, policies[i].id)->text;
    g_assert_cmpuint (text->n_articles, ==, policies[i].articles);
    for (guint number = 1; number <= policies[i].articles; number++) {
      g_autofree char *anchor = g_strdup_printf ("art-%u", number);
      const GbUnit *unit = gb_text_unit (text, anchor);
      g_assert_nonnull (unit);
      g_assert_cmpint (unit->kind, ==, GB_UNIT_ARTICLE);
    }
    guint annexes = 0;
    for (guint k = 0; k < text->n_units; k++)
      annexes += text->units[k].kind == GB_UNIT_ANNEX;
    g_assert_cmpuint (annexes, ==, policies[i].annexes);
  }
}

/* Items counted in the documents: 第十三条 of the provincial measures has nine conditions, 第十四条
 * three steps, 第十七条 five grounds; the core zones' 第二十五条 has six; the opinion has nine
 * clusters. */
static void
test_items (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  static const struct {
    const char *policy;
    const char *last;
    const char *beyond;
  } items[] = {
    { "gd-sme-clusters-2023", "art-13-9", "art-13-10" },
    { "gd-sme-clusters-2023", "art-14-3", "art-14-4" },
    { "gd-sme-clusters-2023", "art-17-5", "art-17-6" },
    { "gd-sme-clusters-2023", "art-7-8", "art-7-9" },
    { "dg-core-zones-2021", "art-25-6", "art-25-7" },
    { "dg-core-zones-2021", "art-14-4", "art-14-5" },
    { "zs-digital-pilots-2023", "art-3-5", "art-3-6" },
    { "zs-digital-pilots-2023", "art-6-2-3", "art-6-2-4" },
    { "zs-digital-pilots-2023", "art-8-5", "art-8-6" },
    { "zh-sme-clusters-2024", "art-6-8", "art-6-9" },
    { "zh-sme-clusters-2024", "annex-1-sec-9", "annex-1-sec-10" },
    { "dg-strategic-clusters-2021", "sec-2-1-4", "sec-2-1-5" },
    { "dg-strategic-clusters-2021", "sec-2-2-5", "sec-2-2-6" },
    { "dg-strategic-clusters-2021", "sec-3-6", "sec-3-7" },
    { "dg-strategic-clusters-2021", "sec-4-5", "sec-4-6" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (items); i++) {
    const GbText *text = gb_corpus_policy (fixture->corpus, items[i].policy)->text;
    g_assert_nonnull (gb_text_unit (text, items[i].last));
    g_assert_null (gb_text_unit (text, items[i].beyond));
  }
}

static void
assert_batch (const GbCorpus *corpus, const char *registry_id, const char *batch, guint entries,
              GbStanding standing, const char *last_day)
{
  const GbRegistryCase *registry = gb_corpus_registry (corpus, registry_id);
  guint found = 0;
  for (guint i = 0; i < registry->n_entries; i++) {
    const GbEntryCase *entry = registry->entries[i];
    if (g_strcmp0 (entry->batch->id, batch) != 0)
      continue;
    found++;
    g_assert_cmpint (entry->state.standing, ==, standing);
    assert_day (entry->days[GB_ENTRY_DAY_TERM_ENDS].date, last_day);
  }
  g_assert_cmpuint (found, ==, entries);
}

static void
test_entries (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  const GbCorpus *corpus = fixture->corpus;
  assert_batch (corpus, "gd-sme-clusters", "2023", 4, GB_STANDING_TERM_ENDED, "2026-07-09");
  assert_batch (corpus, "gd-sme-clusters", "2024", 13, GB_STANDING_CERTIFIED, "2027-07-09");
  assert_batch (corpus, "gd-sme-clusters", "2025", 4, GB_STANDING_NOTICE_CLOSED, "");
  assert_batch (corpus, "cn-sme-clusters", "2022", 7, GB_STANDING_TERM_ENDED, "2025-12-31");
  assert_batch (corpus, "cn-sme-clusters", "2024", 8, GB_STANDING_CERTIFIED, "2027-09-18");
  assert_batch (corpus, "dg-core-zones", "2021", 7, GB_STANDING_ON_RECORD, "");
  g_assert_cmpuint (gb_corpus_registry (corpus, "dg-strategic-clusters")->n_entries, ==, 9);
  g_assert_cmpuint (gb_corpus_registry (corpus, "zh-sme-clusters")->n_entries, ==, 0);
  g_assert_cmpuint (gb_corpus_registry (corpus, "zs-park-pilots")->n_entries, ==, 0);
  g_assert_cmpuint (gb_corpus_registry (corpus, "zs-cluster-pilots")->n_entries, ==, 0);
  /* The seven national clusters of 2022 count as provincial by 第十四条（三）. */
  g_assert_cmpuint (gb_corpus_registry (corpus, "gd-sme-clusters")->n_automatic, ==, 7);
  /* Of the national and the provincial ones, one lies in Zhuhai. */
  const GbRegistryCase *zhuhai = gb_corpus_registry (corpus, "zh-sme-clusters");
  g_assert_cmpuint (zhuhai->n_automatic, ==, 1);
  g_assert_cmpstr (zhuhai->automatic[0]->entry->id, ==, "xiangzhou-printing");
}

/* What the record said on a day is not changed by what came later. */
static void
test_days (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  static const struct {
    const char *day;
    GbStanding standing;
  } days[] = {
    { "2023-07-09", GB_STANDING_NONE },
    { "2023-07-10", GB_STANDING_CERTIFIED },
    { "2026-07-09", GB_STANDING_CERTIFIED },
    { "2026-07-10", GB_STANDING_TERM_ENDED },
  };
  const GbRegistryCase *registry = gb_corpus_registry (fixture->corpus, "gd-sme-clusters");
  const GbEntryCase *entry = gb_registry_case_entry (registry, "xiaolan-smart-locks");
  g_assert_nonnull (entry);
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    g_assert_cmpint (gb_entry_case_on (entry, day (days[i].day)).standing, ==, days[i].standing);
}

static void
assert_clauses (const GbRegistry *registry, const char *clause)
{
  if (clause == NULL)
    g_test_message ("a rule of %s names no clause", registry->id);
  g_assert_nonnull (clause);
}

#define ALL_NAME_CLAUSES(Type, list)                                                               \
  for (guint i_ = 0; i_ < (list).length; i_++)                                                     \
  assert_clauses (registry, GB_LIST_AT (Type, list, i_)->clause)

/* Where the rules are published here, every rule of the scheme names its clause. */
static void
test_clauses (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  guint with_rules = 0;
  for (guint i = 0; i < fixture->corpus->n_registries; i++) {
    const GbRegistry *registry = fixture->corpus->registries[i].registry;
    if (registry->policy == NULL)
      continue;
    with_rules++;
    if (registry->notice != NULL)
      assert_clauses (registry, registry->notice->clause);
    if (registry->term != NULL)
      assert_clauses (registry, registry->term->clause);
    if (registry->review != NULL)
      assert_clauses (registry, registry->review->clause);
    ALL_NAME_CLAUSES (GbDuty, registry->duties);
    ALL_NAME_CLAUSES (GbCap, registry->caps);
    ALL_NAME_CLAUSES (GbTie, registry->prerequisites);
    ALL_NAME_CLAUSES (GbTie, registry->automatic);
    ALL_NAME_CLAUSES (GbGround, registry->revocation);
    ALL_NAME_CLAUSES (GbCriterion, registry->criteria);
    ALL_NAME_CLAUSES (GbScore, registry->scores);
  }
  g_assert_cmpuint (with_rules, ==, 6); /* all but the national one */
}

static void
test_labels (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  g_autoptr (GbArena) arena = gb_arena_new ();
  GbClause clause
    = gb_corpus_clause (fixture->corpus, arena, "gd-sme-clusters-2023#art-14-3", NULL);
  g_assert_cmpstr (clause.label, ==, "第十四条（三）");
  clause = gb_corpus_clause (fixture->corpus, arena, "no-such-policy#art-1", NULL);
  g_assert_null (clause.policy);
  g_assert_cmpstr (clause.label, ==, "art-1");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/corpus/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("policies", test_policies);
  ADD ("articles", test_articles);
  ADD ("items", test_items);
  ADD ("entries", test_entries);
  ADD ("days", test_days);
  ADD ("clauses", test_clauses);
  ADD ("labels", test_labels);
  return g_test_run ();
}
