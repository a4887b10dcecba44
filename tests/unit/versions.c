/* Which text of a policy is in force on a day, from files to cases. */
#include "publication.h"

/* In force from 2024-02-01 to 2027-01-31; amended from 2025-03-01, and again from 2026-07-01. */
#define HEAD                                                                                       \
  "---\n"                                                                                          \
  "title: 示例办法\n"                                                                          \
  "issuer: example-city\n"                                                                         \
  "kind: other\n"
#define TERM                                                                                       \
  "effect: {date: 2024-02-01}\n"                                                                   \
  "validity: {years: 3}\n"
#define BODY(figure) "---\n第一条　限额为" figure "个。\n\n第二条　见第一条。\n"

static void
put_versions (const Publication *publication, const char *own_keys)
{
  g_autofree char *own = g_strconcat (HEAD TERM, own_keys, BODY ("8"), NULL);
  publication_put (publication, "policies/rules/policy.md", own);
  publication_put (publication, "policies/rules/versions/2024-02-01.md",
                   "---\ntitle: 示例办法（试行）\n" BODY ("6"));
  publication_put (publication, "policies/rules/versions/2026-07-01.md",
                   "---\namended_by: {title: 第二次修改决定, number: 示工〔2026〕3号}\n"
                   "note: 限额提高\n" BODY ("9"));
  publication_put (publication, "policies/decision/policy.md",
                   HEAD "effect: {date: 2025-03-01}\n"
                        "amends:\n  - {policy: rules}\n"
                        "---\n修改。\n");
}

typedef struct {
  const char *as_of;
  guint current;
  GbVersionState states[3];
  const char *turns;
} Row;

static void
test_days (void)
{
  /* The days before, on and around each change. */
  static const Row rows[] = {
    { "2024-01-31", 0, { GB_VERSION_CURRENT, GB_VERSION_FUTURE, GB_VERSION_FUTURE }, "2024-02-01" },
    { "2024-02-01", 0, { GB_VERSION_CURRENT, GB_VERSION_FUTURE, GB_VERSION_FUTURE }, "2025-03-01" },
    { "2025-02-28", 0, { GB_VERSION_CURRENT, GB_VERSION_FUTURE, GB_VERSION_FUTURE }, "2025-03-01" },
    { "2025-03-01", 1, { GB_VERSION_PAST, GB_VERSION_CURRENT, GB_VERSION_FUTURE }, "2026-07-01" },
    { "2026-06-30", 1, { GB_VERSION_PAST, GB_VERSION_CURRENT, GB_VERSION_FUTURE }, "2026-07-01" },
    { "2026-07-01", 2, { GB_VERSION_PAST, GB_VERSION_PAST, GB_VERSION_CURRENT }, "2027-02-01" },
    { "2027-02-01", 2, { GB_VERSION_PAST, GB_VERSION_PAST, GB_VERSION_CURRENT }, "" },
  };
  static const char *const figures[] = { "6个", "8个", "9个" };
  Publication publication = publication_new ();
  put_versions (&publication, "");
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    publication_open (&publication, rows[i].as_of);
    g_autofree char *codes = publication_codes (&publication);
    g_assert_cmpstr (codes, ==, "");
    const GbPolicyCase *policy = gb_corpus_policy (publication.corpus, "rules");
    g_assert_cmpuint (policy->n_versions, ==, 3);
    g_assert_cmpuint (policy->current, ==, rows[i].current);
    for (guint k = 0; k < 3; k++)
      g_assert_cmpint (policy->versions[k].state, ==, rows[i].states[k]);
    publication_assert_day (policy->turns, rows[i].turns);
    /* The text of the case is that of the day. */
    g_assert_true (policy->text == policy->versions[rows[i].current].text);
    g_assert_true (policy->targets == policy->versions[rows[i].current].targets);
    g_autoptr (GString) html = g_string_new (NULL);
    g_autofree const char **hrefs = g_new0 (const char *, policy->text->n_mentions + 1);
    gb_text_write (policy->text, hrefs, NULL, html);
    g_assert_nonnull (strstr (html->str, figures[rows[i].current]));
  }
  publication_free (&publication);
}

static void
test_facts (void)
{
  Publication publication = publication_new ();
  put_versions (&publication, "");
  publication_open (&publication, "2025-06-01");
  const GbPolicyCase *policy = gb_corpus_policy (publication.corpus, "rules");
  const GbVersionCase *first = &policy->versions[0];
  publication_assert_day (first->from, "2024-02-01");
  publication_assert_day (first->last, "2025-02-28");
  g_assert_cmpstr (first->title, ==, "示例办法（试行）");
  g_assert_null (first->amended_by);

  /* The text of policy.md is the one that the amendment on record made. */
  const GbVersionCase *second = &policy->versions[1];
  g_assert_null (second->version);
  publication_assert_day (second->from, "2025-03-01");
  publication_assert_day (second->last, "2026-06-30");
  g_assert_cmpstr (second->title, ==, "示例办法");
  g_assert_cmpstr (second->amending->policy->id, ==, "decision");

  /* The last one ends with the policy: 2024-02-01 and three years. */
  const GbVersionCase *third = &policy->versions[2];
  publication_assert_day (third->from, "2026-07-01");
  publication_assert_day (third->last, "2027-01-31");
  g_assert_cmpstr (third->amended_by->number, ==, "示工〔2026〕3号");
  g_assert_null (third->amending);
  g_assert_cmpstr (third->note, ==, "限额提高");

  /* Both later texts are on the calendar, the first is the policy itself. */
  static const char *const days[] = { "2025-03-01", "2026-07-01" };
  guint n = 0;
  for (guint i = 0; i < publication.corpus->n_occasions; i++) {
    const GbOccasion *occasion = &publication.corpus->occasions[i];
    if (occasion->kind != GB_OCCASION_POLICY_VERSION)
      continue;
    g_assert_cmpuint (n, <, G_N_ELEMENTS (days));
    publication_assert_day (occasion->date, days[n++]);
    g_assert_true (occasion->policy == policy);
  }
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (days));
  publication_assert_day (third->amended_by->from, "2026-07-01");
  publication_free (&publication);
}

/* What an old text mentions is no mention of today. */
static void
test_citations (void)
{
  Publication publication = publication_new ();
  publication_put (&publication, "policies/rules/policy.md",
                   HEAD "effect: {date: 2024-02-01}\nversion: 2025-01-01\n"
                        "amended_by: {title: 修改决定}\n---\n第一条　示例。\n");
  publication_put (&publication, "policies/rules/versions/2024-02-01.md",
                   "---\n---\n第一条　依照《旧例》第九条办理。\n");
  publication_put (&publication, "policies/old/policy.md",
                   "---\ntitle: 旧例\nissuer: example-city\nkind: other\n---\n第一条　旧。\n");
  publication_open (&publication, "2025-06-01");
  g_autofree char *codes = publication_codes (&publication);
  g_assert_cmpstr (codes, ==, "");
  const GbPolicyCase *old = gb_corpus_policy (publication.corpus, "old");
  g_assert_cmpuint (old->n_cited_by, ==, 0);
  const GbPolicyCase *rules = gb_corpus_policy (publication.corpus, "rules");
  g_assert_true (rules->versions[0].targets[0].policy == old);
  g_assert_null (rules->versions[0].targets[0].anchor);
  g_assert_true (rules->amended);

  publication_open (&publication, "2024-06-01");
  g_autofree char *then = publication_codes (&publication);
  g_assert_cmpstr (then, ==, "broken-reference ");
  g_assert_cmpuint (gb_corpus_policy (publication.corpus, "old")->n_cited_by, ==, 1);
  g_assert_false (gb_corpus_policy (publication.corpus, "rules")->amended);
  publication_free (&publication);
}

/* Clauses are those of the text in force, and one that will go is spoken of before it does. */
static void
test_clauses (void)
{
  Publication publication = publication_new ();
  publication_put (&publication, "policies/rules/policy.md",
                   HEAD "effect: {date: 2024-02-01, clause: art-2}\n---\n第一条　示例。\n\n"
                        "第二条　本办法自2024年2月1日起施行。\n");
  publication_put (&publication, "policies/rules/versions/2025-01-01.md",
                   "---\namended_by: {title: 修改决定}\n---\n第一条　示例。\n");
  publication_open (&publication, "2024-06-01");
  g_autofree char *before = publication_codes (&publication);
  g_assert_cmpstr (before, ==, "clause-goes ");
  publication_open (&publication, "2025-01-01");
  g_autofree char *after = publication_codes (&publication);
  g_assert_cmpstr (after, ==, "broken-clause ");
  publication_free (&publication);
}

typedef struct {
  const char *name;
  const char *keys;     /* of policy.md */
  const char *versions; /* days of other files, and an amendment by title in each but the first */
  const char *amended;  /* by a policy on record, on this day; "" for none */
  const char *codes;
} Fault;

static const Fault faults[] = {
  { "one text only, with its day", "version: 2025-01-01\n", "", "", "" },
  { "only a future one: this is the first", "", "2026-07-01", "", "version-without-amendment " },
  { "before the policy", "", "2023-12-31", "", "version-without-amendment version-before-effect " },
  { "no day is left for policy.md", "", "2024-02-01", "", "version-day-unknown " },
  { "two days are", "", "2024-06-01", "2025-03-01", "version-day-unknown " },
  { "two days are, and it says which", "version: 2025-03-01\n", "2024-06-01", "2025-03-01", "" },
  { "the amendment has its own file", "", "2025-03-01", "2025-03-01", "" },
  { "it ends before", "validity: {until: 2025-12-31}\n", "2026-01-01", "",
    "version-after-end version-without-amendment " },
  { "it is repealed before", "repealed: {date: 2026-01-01}\n", "2026-01-01", "",
    "version-after-end version-without-amendment " },
  { "it is annulled before", "annulled: {date: 2025-12-31}\n", "2026-01-01", "",
    "version-after-end version-without-amendment " },
  { "it is annulled on the very day", "annulled: {date: 2026-01-01}\n", "2026-01-01", "",
    "version-after-end version-without-amendment " },
  { "it is annulled on the day after", "annulled: {date: 2026-01-02}\n", "2026-01-01", "",
    "version-without-amendment " },
  { "the last day is still one", "validity: {until: 2026-01-01}\n", "2026-01-01", "",
    "version-without-amendment " },
};

static void
test_fault (gconstpointer data)
{
  const Fault *fault = data;
  Publication publication = publication_new ();
  g_autofree char *own
    = g_strconcat (HEAD "effect: {date: 2024-02-01}\n", fault->keys, BODY ("8"), NULL);
  publication_put (&publication, "policies/rules/policy.md", own);
  if (fault->versions[0] != '\0') {
    g_autofree char *path = g_strdup_printf ("policies/rules/versions/%s.md", fault->versions);
    publication_put (&publication, path, "---\n" BODY ("9"));
  }
  if (fault->amended[0] != '\0') {
    g_autofree char *decision = g_strdup_printf (
      HEAD "amends:\n  - {policy: rules, from: %s}\n---\n修改。\n", fault->amended);
    publication_put (&publication, "policies/decision/policy.md", decision);
  }
  publication_open (&publication, "2025-06-01");
  g_autofree char *codes = publication_codes (&publication);
  g_assert_cmpstr (codes, ==, fault->codes);
  publication_free (&publication);
}

/* A text with the words of the one before: whatever blanks and markup it has. */
static void
test_unchanged (void)
{
  static const struct {
    const char *keys;
    const char *text;
    gboolean unchanged;
  } rows[] = {
    { "", "第一条　限额为8个。\n\n第二条　见第一条。\n", TRUE },
    { "", "第一条 限额为\n8个。\n\n\n第二条　见第一条。  \n", TRUE },
    { "", "**第一条**　限额为8个。\n\n第二条　见第一条。\n", TRUE },
    { "", "## 第一条　限额为8个。\n\n第二条　见第一条。\n", TRUE },
    { "", "第一条　限额为8个；\n\n第二条　见第一条。\n", FALSE },
    { "", "第一条　限额为8个。\n\n第二条　见第一条。\n\n第三条　（删除）\n", FALSE },
    { "", "第一条　限额为８个。\n\n第二条　见第一条。\n", FALSE },
    { "title: 示例办法（修正）\n", "第一条　限额为8个。\n\n第二条　见第一条。\n", FALSE },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    Publication publication = publication_new ();
    publication_put (&publication, "policies/rules/policy.md", HEAD TERM BODY ("8"));
    g_autofree char *version = g_strconcat ("---\namended_by: {title: 修改决定}\n", rows[i].keys,
                                            "---\n", rows[i].text, NULL);
    publication_put (&publication, "policies/rules/versions/2026-07-01.md", version);
    publication_open (&publication, "2025-06-01");
    g_autofree char *codes = publication_codes (&publication);
    g_assert_cmpstr (codes, ==, rows[i].unchanged ? "version-unchanged " : "");
    publication_free (&publication);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/versions/days", test_days);
  g_test_add_func ("/versions/facts", test_facts);
  g_test_add_func ("/versions/citations", test_citations);
  g_test_add_func ("/versions/clauses", test_clauses);
  g_test_add_func ("/versions/unchanged", test_unchanged);
  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++) {
    g_autofree char *path = g_strdup_printf ("/versions/fault/%s", faults[i].name);
    g_test_add_data_func (path, &faults[i], test_fault);
  }
  return g_test_run ();
}
