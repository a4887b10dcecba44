/* What the corpus hands to law/ and takes from it, on the days around each turn: the terms and
 * notices of entries, the months of notices, and the bases of policies. */
#include "publication.h"

#define POLICY(title, keys)                                                                        \
  "---\ntitle: " title "\nissuer: example-city\nkind: other\n" keys "---\n第一条　示例。\n"
#define SCHEME(keys) "title: 示例集群\nauthority: example-city\nkind: cluster\npolicy: rules\n" keys
#define CHANNELS "channels:\n  - {kind: 电话, value: 000-0000}\n"

static void
put_scheme (const Publication *publication, const char *scheme)
{
  publication_put (publication, "policies/rules/policy.md",
                   POLICY ("示例办法", "effect: {date: 2020-02-01}\n"));
  publication_put (publication, "registries/clusters/registry.yaml", scheme);
}

static const GbEntryCase *
entry_of (const Publication *publication, const char *id)
{
  const GbRegistryCase *registry = gb_corpus_registry (publication->corpus, "clusters");
  const GbEntryCase *entry = gb_registry_case_entry (registry, id);
  g_assert_nonnull (entry);
  return entry;
}

typedef struct {
  const char *name;
  const char *scheme; /* keys of the registry */
  const char *batch;  /* keys of the batch */
  const char *entry;  /* keys of the entry */
  const char *from, *last_day;
  GbRule rule; /* of the last day */
  const char *as_of;
  GbStanding standing;
  const char *turns;
} Term;

static const Term terms[] = {
  { "the scheme's years", "term: {years: 3}\n", "certified: 2023-07-10\n", "", "2023-07-10",
    "2026-07-09", GB_RULE_YEARS_BEFORE, "2026-07-09", GB_STANDING_CERTIFIED, "2026-07-10" },
  { "on the day of certification", "term: {years: 3}\n", "certified: 2023-07-10\n", "",
    "2023-07-10", "2026-07-09", GB_RULE_YEARS_BEFORE, "2023-07-10", GB_STANDING_CERTIFIED,
    "2026-07-10" },
  { "the day before", "term: {years: 3}\n", "certified: 2023-07-10\n", "", "", "", GB_RULE_NONE,
    "2023-07-09", GB_STANDING_NONE, "2023-07-10" },
  { "the day after them", "term: {years: 3}\n", "certified: 2023-07-10\n", "", "2023-07-10",
    "2026-07-09", GB_RULE_YEARS_BEFORE, "2026-07-10", GB_STANDING_TERM_ENDED, "" },
  { "the scheme's anniversary", "term: {years: 3, end: anniversary}\n", "certified: 2023-07-10\n",
    "", "2023-07-10", "2026-07-10", GB_RULE_YEARS_ANNIVERSARY, "2026-07-10", GB_STANDING_CERTIFIED,
    "2026-07-11" },
  /* No longer than the rules certify: on their last day, and on the day after. */
  { "cut", "term: {years: 3, until: 2025-12-31}\n", "certified: 2023-07-10\n", "", "2023-07-10",
    "2025-12-31", GB_RULE_RECORDED, "2025-12-31", GB_STANDING_CERTIFIED, "2026-01-01" },
  { "the day after the cut", "term: {years: 3, until: 2025-12-31}\n", "certified: 2023-07-10\n", "",
    "2023-07-10", "2025-12-31", GB_RULE_RECORDED, "2026-01-01", GB_STANDING_TERM_ENDED, "" },
  { "not cut", "term: {years: 3, until: 2026-07-09}\n", "certified: 2023-07-10\n", "", "2023-07-10",
    "2026-07-09", GB_RULE_YEARS_BEFORE, "2025-06-01", GB_STANDING_CERTIFIED, "2026-07-10" },
  { "the batch's years", "term: {years: 3}\n", "certified: 2023-07-10\nyears: 2\n", "",
    "2023-07-10", "2025-07-09", GB_RULE_YEARS_BEFORE, "2025-07-09", GB_STANDING_CERTIFIED,
    "2025-07-10" },
  { "the batch's days", "term: {years: 3}\n",
    "certified: 2023-07-10\nfrom: 2023-08-01\nto: 2025-06-30\n", "", "2023-08-01", "2025-06-30",
    GB_RULE_RECORDED, "2023-07-31", GB_STANDING_PROPOSED, "2023-08-01" },
  { "the batch's range", "term: {years: 3}\n", "certified: 2023-07-10\nrange: 2023-2024\n", "",
    "2023-01-01", "2024-12-31", GB_RULE_WHOLE_YEARS, "2024-12-31", GB_STANDING_CERTIFIED,
    "2025-01-01" },
  { "the scheme's range", "term: {range: 2023-2025}\n", "certified: 2023-07-10\n", "", "2023-07-10",
    "2025-12-31", GB_RULE_WHOLE_YEARS, "2025-12-31", GB_STANDING_CERTIFIED, "2026-01-01" },
  { "the review before the last day", "term: {years: 3}\nreview: {months_before: 6}\n",
    "certified: 2023-07-10\n", "", "2023-07-10", "2026-07-09", GB_RULE_YEARS_BEFORE, "2026-01-09",
    GB_STANDING_CERTIFIED, "2026-01-10" },
  { "the review is due", "term: {years: 3}\nreview: {months_before: 6}\n",
    "certified: 2023-07-10\n", "", "2023-07-10", "2026-07-09", GB_RULE_YEARS_BEFORE, "2026-01-10",
    GB_STANDING_REVIEW_DUE, "2026-07-10" },
  { "renewed by the rule of reviews", "term: {years: 3}\nreview: {years: 2}\n",
    "certified: 2023-07-10\n", ", events: [{date: 2026-06-01, kind: renewed}]", "2026-07-10",
    "2028-07-09", GB_RULE_RENEWED, "2026-07-10", GB_STANDING_CERTIFIED, "2028-07-10" },
  { "renewed by its own years", "term: {years: 3}\nreview: {years: 2}\n", "certified: 2023-07-10\n",
    ", events: [{date: 2026-06-01, kind: renewed, years: 1}]", "2026-07-10", "2027-07-09",
    GB_RULE_RENEWED, "2027-07-09", GB_STANDING_CERTIFIED, "2027-07-10" },
};

static void
test_term (gconstpointer data)
{
  const Term *term = data;
  Publication publication = publication_new ();
  g_autofree char *scheme = g_strconcat (SCHEME (""), term->scheme, NULL);
  put_scheme (&publication, scheme);
  g_autofree char *batch = g_strdup_printf ("title: 第一批\nyear: 2023\nannounced: 1\n%sentries:\n"
                                            "  - {id: one, name: 示例一集群%s}\n",
                                            term->batch, term->entry);
  publication_put (&publication, "registries/clusters/first.yaml", batch);
  publication_open (&publication, term->as_of);
  const GbEntryCase *entry = entry_of (&publication, "one");
  publication_assert_day (entry->from.date, term->from);
  publication_assert_day (entry->days[GB_ENTRY_DAY_TERM_ENDS].date, term->last_day);
  g_assert_cmpint (entry->days[GB_ENTRY_DAY_TERM_ENDS].rule, ==, term->rule);
  g_assert_cmpint (entry->state.standing, ==, term->standing);
  publication_assert_day (entry->state.turns, term->turns);
  publication_free (&publication);
}

/* Whether the entry @id stood in a notice, by its events. */
static gboolean
was_noticed (const Publication *publication, const char *id)
{
  const GbEntryCase *entry = entry_of (publication, id);
  for (guint i = 0; i < entry->n_events; i++)
    if (entry->events[i].kind == GB_EVENT_NOTICED)
      return TRUE;
  return FALSE;
}

/* An entry that its notice does not propose did not stand in it, unless the record is partial. */
static void
test_noticed (void)
{
  static const struct {
    const char *partial;
    gboolean other;
  } rows[] = { { "", FALSE }, { "partial: false\n", FALSE }, { "partial: true\n", TRUE } };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    Publication publication = publication_new ();
    put_scheme (&publication, SCHEME ("term: {years: 3}\n"));
    g_autofree char *batch = g_strdup_printf (
      "title: 第一批\nyear: 2024\nnotice: n\nannounced: 2\ncertified: 2024-02-01\n%sentries:\n"
      "  - {id: one, name: 示例一集群}\n  - {id: two, name: 示例二集群}\n",
      rows[i].partial);
    publication_put (&publication, "registries/clusters/first.yaml", batch);
    publication_put (
      &publication, "notices/n.md",
      "---\ntitle: 示例公示\nregistry: clusters\nbatch: first\nissuer: example-city\n"
      "opens: 2024-01-08\ncloses: 2024-01-12\n" CHANNELS
      "proposed:\n  - {name: 示例一集群}\n---\n公示。\n");
    publication_open (&publication, "2024-06-01");
    g_assert_true (was_noticed (&publication, "one"));
    g_assert_cmpint (was_noticed (&publication, "two"), ==, rows[i].other);
    publication_free (&publication);
  }
}

/* Five working days that begin in March 2024 end from the 7th of March, begun on Friday the 1st,
 * to the 8th of April, begun on Sunday the 31st: 1 2 3 of April, the holiday, 7 8. */
static void
test_month (void)
{
  static const struct {
    const char *as_of;
    GbNoticeState state;
    GbStanding standing;
  } rows[] = {
    { "2024-03-31", GB_NOTICE_UNKNOWN, GB_STANDING_ON_NOTICE },
    { "2024-04-08", GB_NOTICE_UNKNOWN, GB_STANDING_ON_NOTICE },
    { "2024-04-09", GB_NOTICE_CLOSED, GB_STANDING_NOTICE_CLOSED },
  };
  Publication publication = publication_new ();
  put_scheme (&publication, SCHEME ("notice: {days: 5, unit: working}\nterm: {years: 3}\n"));
  publication_put (&publication, "registries/clusters/first.yaml",
                   "title: 第一批\nyear: 2024\nnotice: n\nannounced: 1\nentries:\n"
                   "  - {id: one, name: 示例一集群}\n");
  publication_put (&publication, "notices/n.md",
                   "---\ntitle: 示例公示\nregistry: clusters\nbatch: first\nissuer: example-city\n"
                   "opens: 2024-03\n" CHANNELS "---\n公示。\n");
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    publication_open (&publication, rows[i].as_of);
    const GbNoticeCase *notice = gb_corpus_notice (publication.corpus, "n");
    g_assert_cmpint (notice->closes.date, ==, GB_DATE_NONE);
    g_assert_cmpint (notice->state, ==, rows[i].state);
    g_assert_cmpint (entry_of (&publication, "one")->state.standing, ==, rows[i].standing);
  }
  publication_free (&publication);
}

/* A policy turns when its basis ends, which its page then tells. */
static void
test_basis (void)
{
  static const struct {
    const char *as_of;
    gboolean lapsed;
    const char *turns;
  } rows[] = {
    { "2024-06-01", FALSE, "2025-01-01" }, /* its own first day comes before */
    { "2025-01-01", FALSE, "2026-01-01" },
    { "2025-12-31", FALSE, "2026-01-01" },
    { "2026-01-01", TRUE, "2027-01-01" }, /* its own end */
    { "2027-01-01", TRUE, "" },
  };
  Publication publication = publication_new ();
  publication_put (
    &publication, "policies/basis/policy.md",
    POLICY ("示例条例", "effect: {date: 2020-01-01}\nvalidity: {until: 2025-12-31}\n"));
  publication_put (&publication, "policies/rules/policy.md",
                   POLICY ("示例办法", "effect: {date: 2025-01-01}\nvalidity: {years: 2}\n"
                                       "basis:\n  - {policy: basis}\n"));
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    publication_open (&publication, rows[i].as_of);
    const GbPolicyCase *policy = gb_corpus_policy (publication.corpus, "rules");
    g_assert_cmpint (policy->basis_lapsed, ==, rows[i].lapsed);
    publication_assert_day (policy->turns, rows[i].turns);
  }
  publication_free (&publication);
}

/* A policy chooses how its years end, and counts as amended from the very day. */
static void
test_policy (void)
{
  static const struct {
    const char *as_of;
    gboolean amended;
    const char *turns;
  } rows[] = {
    { "2025-02-28", FALSE, "2025-03-01" },
    { "2025-03-01", TRUE, "2027-02-02" },
  };
  Publication publication = publication_new ();
  publication_put (&publication, "policies/rules/policy.md",
                   POLICY ("示例办法", "effect: {date: 2024-02-01}\n"
                                       "validity: {years: 3, end: anniversary}\n"));
  publication_put (
    &publication, "policies/decision/policy.md",
    POLICY ("示例决定", "effect: {date: 2025-03-01}\namends:\n  - {policy: rules}\n"));
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    publication_open (&publication, rows[i].as_of);
    const GbPolicyCase *policy = gb_corpus_policy (publication.corpus, "rules");
    publication_assert_day (policy->last_day.date, "2027-02-01");
    g_assert_cmpint (policy->last_day.rule, ==, GB_RULE_YEARS_ANNIVERSARY);
    g_assert_cmpint (policy->amended, ==, rows[i].amended);
    publication_assert_day (policy->turns, rows[i].turns);
  }
  publication_free (&publication);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (terms); i++) {
    g_autofree char *path = g_strdup_printf ("/judged/term/%s", terms[i].name);
    g_test_add_data_func (path, &terms[i], test_term);
  }
  g_test_add_func ("/judged/noticed", test_noticed);
  g_test_add_func ("/judged/month", test_month);
  g_test_add_func ("/judged/basis", test_basis);
  g_test_add_func ("/judged/policy", test_policy);
  return g_test_run ();
}
