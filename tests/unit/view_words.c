/* Words: patterns, dates, derivations, and that both languages say everything. */
#include "view_fixture.h"

static GbArena *arena;

static const GbValue *
parse (const char *text)
{
  g_autoptr (GbDiagnostics) diagnostics = gb_diagnostics_new ();
  const GbValue *words = gb_words_parse (arena, "words.yaml", text, strlen (text), diagnostics);
  g_assert_cmpuint (gb_diagnostics_count (diagnostics), ==, 0);
  return words;
}

static void
test_patterns (void)
{
  const GbValue *words
    = parse ("a:\n  plain: 平\n  two: '{x}和{y}，{x}'\n  odd: '{x {y}'\n"
             "  n: '{n} {n:day|days}'\n  both: '{x:one|}{y:a}'\n  list: [甲, 乙]\n");
  g_assert_cmpstr (gb_words_get (words, "a.plain"), ==, "平");
  g_assert_cmpstr (gb_words_in (words, "a", "plain"), ==, "平");
  /* What is missing shows as what was asked for. */
  g_assert_cmpstr (gb_words_get (words, "a.none"), ==, "a.none");
  g_assert_cmpstr (gb_words_get (words, "b.plain"), ==, "b.plain");
  g_assert_cmpstr (gb_words_get (words, "a.plain.deeper"), ==, "a.plain.deeper");
  g_assert_cmpstr (gb_words_get (words, "a.list"), ==, "a.list");
  g_assert_cmpstr (gb_words_in (words, "b", "none"), ==, "none");

  g_assert_cmpstr (gb_words_fill (words, arena, "a.two", "x", "甲", "y", "乙", NULL), ==,
                   "甲和乙，甲");
  g_assert_cmpstr (gb_words_fill (words, arena, "a.two", "x", NULL, "y", "{x}", NULL), ==,
                   "和{x}，");
  g_assert_cmpstr (gb_words_fill (words, arena, "a.two", "x", "甲", NULL), ==, "甲和{y}，甲");
  g_assert_cmpstr (gb_words_fill (words, arena, "a.odd", "x", "1", "y", "2", NULL), ==, "{x 2");
  g_assert_cmpstr (gb_words_count (words, arena, "a.n", 1), ==, "1 day");
  g_assert_cmpstr (gb_words_count (words, arena, "a.n", 21), ==, "21 days");
  g_assert_cmpstr (gb_words_count (words, arena, "a.n", 0), ==, "0 days");
  g_assert_cmpstr (gb_words_fill (words, arena, "a.both", "x", "1", "y", "2", NULL), ==,
                   "one{y:a}");
  g_assert_cmpstr (gb_words_fill (words, arena, "a.both", "x", NULL, NULL), ==, "{y:a}");
  g_assert_cmpstr (gb_words_fill (words, arena, "a.both", "y", "1", NULL), ==, "{x:one|}{y:a}");
}

static void
test_bad_words (void)
{
  static const char *const texts[] = { "", "- a\n- b\n", "words", "a: [1\n", "a: 1\na: 2\n" };
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GbDiagnostics) diagnostics = gb_diagnostics_new ();
    const GbValue *words
      = gb_words_parse (arena, "words.yaml", texts[i], strlen (texts[i]), diagnostics);
    g_assert_nonnull (words);
    g_assert_cmpuint (gb_diagnostics_errors (diagnostics), >, 0);
    g_assert_cmpstr (gb_words_get (words, "nav.home"), ==, "nav.home");
  }
}

static void
test_dates (void)
{
  const GbValue *zh = fixture_words (arena, "zh-CN");
  const GbValue *en = fixture_words (arena, "en");
  GbDate day = fixture_day ("2026-02-07");
  g_assert_cmpstr (gb_words_date (zh, arena, day), ==, "2026年2月7日");
  g_assert_cmpstr (gb_words_date (en, arena, day), ==, "7 February 2026");
  g_assert_null (gb_words_date (zh, arena, GB_DATE_NONE));
  g_assert_cmpstr (gb_words_month (zh, arena, 2023, 10), ==, "2023年10月");
  g_assert_cmpstr (gb_words_month (en, arena, 2023, 10), ==, "October 2023");
  g_assert_cmpstr (gb_words_month_day (zh, arena, 3, 31), ==, "3月31日");
  g_assert_cmpstr (gb_words_month_day (en, arena, 3, 31), ==, "31 March");
  const struct {
    const char *text;
    const char *zh;
    const char *en;
  } whens[] = {
    { "2021", "2021年", "2021" },
    { "2025-06", "2025年6月", "June 2025" },
    { "2025-06-30", "2025年6月30日", "30 June 2025" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (whens); i++) {
    GbWhen when;
    g_assert_true (gb_when_parse (whens[i].text, &when));
    g_assert_cmpstr (gb_words_when (zh, arena, when), ==, whens[i].zh);
    g_assert_cmpstr (gb_words_when (en, arena, when), ==, whens[i].en);
  }
  g_assert_null (gb_words_when (zh, arena, GB_WHEN_NONE));
}

static void
test_derivations (void)
{
  const GbValue *words = fixture_words (arena, "zh-CN");
  GbDerivation derivation = {
    .date = fixture_day ("2023-10-10"),
    .rule = GB_RULE_WORKING_DAYS,
    .from = fixture_day ("2023-09-25"),
    .count = 7,
  };
  g_assert_cmpstr (gb_words_derivation (words, arena, &derivation, NULL, NULL), ==,
                   "自2023年9月25日起7个工作日，首日为工作日的计入，第7个工作日为2023年10月10日。");
  GbPolicy rules = { .title = "示例办法" };
  GbPolicyCase policy = { .policy = &rules };
  GbClause clause = { .policy = &policy, .label = "第七条（三）", .anchor = "art-7-3" };
  g_assert_true (g_str_has_suffix (gb_words_derivation (words, arena, &derivation, &clause, NULL),
                                   "依据：《示例办法》第七条（三）。"));
  g_assert_true (g_str_has_suffix (
    gb_words_derivation (words, arena, &derivation, &clause, &policy), "。依据：第七条（三）。"));
  derivation.provisional = TRUE;
  g_assert_nonnull (
    strstr (gb_words_derivation (words, arena, &derivation, NULL, NULL), "尚未公布"));

  GbDerivation extended = {
    .date = fixture_day ("2026-08-18"),
    .rule = GB_RULE_EXTENDED,
    .from = fixture_day ("2026-08-13"),
    .count = 5,
  };
  g_assert_cmpstr (gb_words_derivation (words, arena, &extended, NULL, NULL), ==,
                   "原定2026年8月13日截止，延长5日，最后一日为2026年8月18日。");
  extended.count = 0;
  g_assert_cmpstr (gb_words_derivation (words, arena, &extended, NULL, NULL), ==,
                   "经延长，最后一日改为2026年8月18日。");

  /* A rule without a result invents nothing. */
  GbDerivation none = { .date = GB_DATE_NONE, .rule = GB_RULE_YEARS_BEFORE, .from = GB_DATE_NONE };
  g_assert_nonnull (strstr (gb_words_derivation (words, arena, &none, NULL, NULL), "不作推算"));
}

/* -- what the rooms below can name has a word -- */

static void
check_word (const GbValue *words, const char *group, const char *name)
{
  if (gb_value_get_string (gb_value_get (words, group), name) == NULL)
    g_error ("there is no word %s.%s", group, name);
}

static void
check_names (const GbValue *words)
{
  g_autoptr (GbDiagnostics) diagnostics = gb_diagnostics_new ();
  gb_words_check (words, "words.yaml", diagnostics);
  for (guint i = 0; i < gb_diagnostics_count (diagnostics); i++)
    g_error ("%s", gb_diagnostics_get (diagnostics, i)->message);
  static const char *const groups[][9] = {
    { "flag", "amended", "tail-running", "review-due", "basis-lapsed" },
    { "facet", "status", "issuer", "year", "topic" },
    { "relation", "basis", "amends", "replaces", "repeals" },
    { "relation", "basis_of", "amended_by", "replaced_by", "repealed_by" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    for (guint k = 1; groups[i][k] != NULL; k++)
      check_word (words, groups[i][0], groups[i][k]);
}

/* Every word of @words is one of @others too, with the same places in it. */
static void
compare (const GbValue *words, const GbValue *others, const char *path)
{
  g_assert_cmpint (words->type, ==, GB_VALUE_OBJECT);
  for (guint i = 0; i < words->length; i++) {
    const char *key = words->members[i].key;
    const GbValue *word = words->members[i].value;
    const GbValue *other = gb_value_get (others, key);
    g_autofree char *full = g_strdup_printf ("%s%s", path, key);
    if (g_str_equal (full, "date.months"))
      continue; /* only where months have names */
    if (other == NULL || other->type != word->type)
      g_error ("the word %s is not in both languages", full);
    if (word->type == GB_VALUE_OBJECT) {
      g_autofree char *deeper = g_strdup_printf ("%s.", full);
      compare (word, other, deeper);
    }
    if (word->type != GB_VALUE_STRING)
      continue;
    for (const char *at = word->string; (at = strchr (at, '{')) != NULL; at++) {
      gsize length = strcspn (at, ":}");
      g_assert_cmpint (at[length], !=, '\0');
      g_autofree char *place = g_strndup (at, length);
      if (strstr (other->string, place) == NULL && !g_str_has_prefix (full, "rule."))
        g_error ("%s: only one language uses %s", full, place);
    }
  }
}

/* Each word of a vocabulary that is missing is named; what is no text is missing too. */
static void
test_missing (void)
{
  g_autoptr (GbDiagnostics) diagnostics = gb_diagnostics_new ();
  gb_words_check (parse ("kind:\n  normative: 规范性文件\n  opinion: [意见]\n"
                         "  plan: 方案\n  other: 其他文件\n"),
                  "words.yaml", diagnostics);
  gb_diagnostics_sort (diagnostics);
  guint n = 0;
  for (guint i = 0; i < gb_diagnostics_count (diagnostics); i++) {
    const GbDiagnostic *item = gb_diagnostics_get (diagnostics, i);
    g_assert_cmpstr (item->place.file, ==, "words.yaml");
    g_assert_cmpstr (item->code, ==, "missing-word");
    g_assert_cmpint (item->severity, ==, GB_SEVERITY_ERROR);
    if (strstr (item->message, "under 'kind'") != NULL)
      g_assert_cmpstr (item->message, ==,
                       n++ == 0 ? "there is no word for 'notice' under 'kind'; add it"
                                : "there is no word for 'opinion' under 'kind'; add it");
  }
  g_assert_cmpuint (n, ==, 2);
}

static void
test_languages (void)
{
  const GbValue *zh = fixture_words (arena, "zh-CN");
  const GbValue *en = fixture_words (arena, "en");
  check_names (zh);
  check_names (en);
  compare (zh, en, "");
  compare (en, zh, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  arena = gb_arena_new ();
  g_test_add_func ("/words/patterns", test_patterns);
  g_test_add_func ("/words/bad", test_bad_words);
  g_test_add_func ("/words/dates", test_dates);
  g_test_add_func ("/words/derivations", test_derivations);
  g_test_add_func ("/words/missing", test_missing);
  g_test_add_func ("/words/languages", test_languages);
  int status = g_test_run ();
  gb_arena_free (arena);
  return status;
}
