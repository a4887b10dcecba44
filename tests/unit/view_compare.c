/* 新旧条文对照表: what the page of two texts says, worked out by hand. */
#include "publication.h"
#include "view_fixture.h"

static GbArena *arena;
static const GbValue *words;

#define HEAD "---\ntitle: 示例办法\nissuer: example-city\nkind: other\neffect: {date: 2024-02-01}\n"
#define CHANGED "---\namended_by: {title: 修改决定}\n---\n"

static const char *
side (const GbValue *row, const char *key, const char *member)
{
  return gb_value_get_string (gb_value_get (row, key), member);
}

/* What @key of @row says, with what is marked in brackets and what is typography in braces. */
static char *
say (const GbValue *row, const char *key)
{
  const GbValue *parts = gb_value_get (gb_value_get (row, key), "parts");
  GString *text = g_string_new (NULL);
  for (guint i = 0; parts != NULL && i < parts->length; i++) {
    const GbValue *part = parts->elements[i];
    const char *words_of = gb_value_get_string (part, "text");
    if (gb_value_get (part, "marked")->boolean)
      g_string_append_printf (text, "[%s]", words_of);
    else if (gb_value_get (part, "typography")->boolean)
      g_string_append_printf (text, "{%s}", words_of);
    else
      g_string_append (text, words_of);
  }
  return g_string_free (text, FALSE);
}

static void
assert_says (const GbValue *row, const char *key, const char *expected)
{
  g_autofree char *said = say (row, key);
  g_strstrip (said);
  g_assert_cmpstr (said, ==, expected);
}

static const char *
kind (const GbValue *row)
{
  return gb_value_get_string (gb_value_get (row, "kind"), "id");
}

typedef struct {
  Publication publication;
  GbPlan *view;
} Site;

static Site
open_site_on (const char *day, const GPtrArray *published, const char *first, const char *second,
              const char *third)
{
  Site site = { .publication = publication_new () };
  g_autofree char *own = g_strconcat (HEAD "---\n", first, NULL);
  publication_put (&site.publication, "policies/rules/policy.md", own);
  g_autofree char *later = g_strconcat (CHANGED, second, NULL);
  publication_put (&site.publication, "policies/rules/versions/2025-01-01.md", later);
  if (third != NULL) {
    g_autofree char *last = g_strconcat (CHANGED, third, NULL);
    publication_put (&site.publication, "policies/rules/versions/2026-01-01.md", last);
  }
  publication_open (&site.publication, day);
  g_assert_cmpuint (gb_diagnostics_errors (site.publication.diagnostics), ==, 0);
  site.view = gb_plan_new (site.publication.corpus, words, NULL, published, NULL);
  return site;
}

static Site
open_site (const char *first, const char *second, const char *third)
{
  return open_site_on ("2024-06-01", NULL, first, second, third);
}

static void
close_site (Site *site)
{
  gb_plan_free (site->view);
  publication_free (&site->publication);
  gb_arena_reset (arena);
}

static const GbValue *
compare (const Site *site, const char *pair)
{
  Fixture fixture = { .view = site->view };
  g_autofree char *path = g_strdup_printf ("policies/rules/compare/%s/index.html", pair);
  return gb_plan_context (site->view, fixture_page (&fixture, path), arena, NULL);
}

/* One figure, one article inserted, two of typography; the rest left out. */
static void
test_amendment (void)
{
  Site site = open_site ("第一条　为了示例，制定本办法。\n\n"
                         "第二条　限额为12个，期限3年。\n\n"
                         "第三条　申请人应当如实申报,不得虚报。\n\n"
                         "第四条　本办法自发布之日起施行。\n",
                         "第一条　为了示例，制定本办法。\n\n"
                         "第二条　限额为15个，期限3年。\n\n"
                         "第二条之一　限额每年公布。\n\n"
                         "第三条　申请人应当如实申报，不得虚报。\n\n"
                         "第四条　本办法自发布之日起施行。\n",
                         NULL);
  const GbValue *page = compare (&site, "2024-02-01..2025-01-01");
  g_assert_cmpstr (gb_value_get_string (page, "summary"), ==,
                   "修改1条，新增1条。另有1处仅排版不同。");
  g_assert_true (gb_value_get (page, "noindex")->boolean);
  g_assert_cmpstr (side (page, "old", "href"), ==, "policies/rules/versions/2024-02-01/");
  g_assert_cmpstr (side (page, "new", "title"), ==, "自2025年1月1日起施行的文本");

  /* Article 1 left out; 2 and 2-1; 3 and 4 left out. */
  const GbValue *rows = gb_value_get (page, "rows");
  g_assert_cmpuint (rows->length, ==, 4);
  g_assert_cmpstr (gb_value_get_string (rows->elements[0], "elided"), ==, "1处未变动，略");
  const GbValue *row = gb_value_get (rows->elements[1], "row");
  g_assert_cmpstr (kind (row), ==, "changed");
  g_assert_cmpstr (side (row, "old", "label"), ==, "第二条");
  g_assert_cmpstr (side (row, "old", "href"), ==, "policies/rules/versions/2024-02-01/#art-2");
  assert_says (row, "old", "限额为[12]个，期限3年。");
  assert_says (row, "new", "限额为[15]个，期限3年。");
  row = gb_value_get (rows->elements[2], "row");
  g_assert_cmpstr (kind (row), ==, "inserted");
  g_assert_false (gb_value_is_truthy (gb_value_get (row, "old")));
  g_assert_cmpstr (side (row, "new", "label"), ==, "第二条之一");
  assert_says (row, "new", "[限额每年公布。]");
  g_assert_cmpstr (gb_value_get_string (rows->elements[3], "elided"), ==, "2处未变动，略");

  const GbValue *typography = gb_value_get (page, "typography");
  g_assert_cmpuint (typography->length, ==, 1);
  assert_says (typography->elements[0], "old", "申请人应当如实申报{,}不得虚报。");
  assert_says (typography->elements[0], "new", "申请人应当如实申报{，}不得虚报。");
  close_site (&site);
}

/* A new article 2 moves the old one on. */
static void
test_renumbered (void)
{
  Site site = open_site ("第一条　为了示例，制定本办法。\n\n"
                         "第二条　申请人应当在每年三月底以前如实申报情况。\n",
                         "第一条　为了示例，制定本办法。\n\n"
                         "第二条　主管机关负责登记、公布和监督检查工作。\n\n"
                         "第三条　申请人应当在每年三月底以前如实申报情况。\n",
                         NULL);
  const GbValue *page = compare (&site, "2024-02-01..2025-01-01");
  g_assert_cmpstr (gb_value_get_string (page, "summary"), ==, "新增1条，条号变动1条。");
  const GbValue *rows = gb_value_get (page, "rows");
  g_assert_cmpuint (rows->length, ==, 3);
  g_assert_cmpstr (kind (gb_value_get (rows->elements[1], "row")), ==, "inserted");
  const GbValue *moved = gb_value_get (rows->elements[2], "row");
  g_assert_cmpstr (kind (moved), ==, "renumbered");
  g_assert_cmpstr (side (moved, "old", "label"), ==, "第二条");
  g_assert_cmpstr (side (moved, "new", "label"), ==, "第三条");
  close_site (&site);
}

static void
test_same (void)
{
  Site site = open_site ("第一条　示例。\n", "第一条　示例。\n", "第一条 示例。\n");
  const GbValue *page = compare (&site, "2024-02-01..2025-01-01");
  g_assert_cmpstr (gb_value_get_string (page, "summary"), ==, "两个文本的文字完全相同。");
  g_assert_false (gb_value_get (gb_value_get (page, "has"), "rows")->boolean);
  close_site (&site);
}

/* The pages that compare texts, in the order they are made; addresses that only lead on apart. */
static void
assert_pairs (const Site *site, const char *expected)
{
  g_autoptr (GString) found = g_string_new (NULL);
  for (guint i = 0; i < gb_plan_count (site->view); i++) {
    const char *at = strstr (gb_plan_path (site->view, i), "/compare/");
    if (at != NULL && g_strcmp0 (gb_plan_template (site->view, i), "page/compare") == 0)
      g_string_append_printf (found, "%.22s ", at + strlen ("/compare/"));
  }
  g_assert_cmpstr (found->str, ==, expected);
}

/* Neighbours, and each against the current text, each pair once. */
static void
test_pairs (void)
{
  Site site = open_site ("第一条　一。\n", "第一条　二。\n", "第一条　三。\n");
  assert_pairs (&site, "2024-02-01..2025-01-01 2025-01-01..2026-01-01 2024-02-01..2026-01-01 ");
  close_site (&site);
}

/* In 2025 the second text is in force and the first and third are no longer compared; where they
 * were, they stay.  What is no pair of texts does not. */
static void
test_kept (void)
{
  Site site
    = open_site_on ("2025-06-01", NULL, "第一条　一。\n", "第一条　二。\n", "第一条　三。\n");
  assert_pairs (&site, "2024-02-01..2025-01-01 2025-01-01..2026-01-01 ");
  close_site (&site);
  g_autoptr (GPtrArray) published = g_ptr_array_new ();
  g_ptr_array_add (published,
                   (gpointer) "policies/other/compare/2024-02-01..2026-01-01/index.html");
  g_ptr_array_add (published,
                   (gpointer) "policies/rules/compare/2024-02-01..2025-01-01/index.html");
  g_ptr_array_add (published,
                   (gpointer) "policies/rules/compare/2024-02-01..2026-01-01/index.html");
  g_ptr_array_add (published,
                   (gpointer) "policies/rules/compare/2026-01-01..2024-02-01/index.html");
  g_ptr_array_add (published, (gpointer) "policies/rules/index.html");
  site
    = open_site_on ("2025-06-01", published, "第一条　一。\n", "第一条　二。\n", "第一条　三。\n");
  assert_pairs (&site, "2024-02-01..2025-01-01 2025-01-01..2026-01-01 2024-02-01..2026-01-01 ");
  const GbValue *page = compare (&site, "2024-02-01..2026-01-01");
  g_assert_cmpstr (gb_value_get_string (page, "summary"), ==, "修改1条。");
  close_site (&site);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  arena = gb_arena_new ();
  g_autoptr (GbArena) word_arena = gb_arena_new ();
  words = fixture_words (word_arena, "zh-CN");
  g_test_add_func ("/view-compare/amendment", test_amendment);
  g_test_add_func ("/view-compare/renumbered", test_renumbered);
  g_test_add_func ("/view-compare/same", test_same);
  g_test_add_func ("/view-compare/pairs", test_pairs);
  g_test_add_func ("/view-compare/kept", test_kept);
  int result = g_test_run ();
  gb_arena_free (arena);
  return result;
}
