/* What pages say of days: bars, steps, lists, calendars and rosters at their edges, of a small
 * publication made for it. */
#include "publication.h"
#include "output/plan.h"
#include "view/compare.h"
#include "view/words.h"

#define POLICY(title, keys)                                                                        \
  "---\ntitle: " title "\nissuer: example-city\nkind: other\n" keys "---\n第一条　示例。\n"

typedef struct {
  Publication publication;
  GbPlan *view;
} House;

static GbArena *arena;
static const GbValue *words;

static void
house_open (House *house, const char *day)
{
  g_clear_pointer (&house->view, gb_plan_free);
  publication_open (&house->publication, day);
  house->view = gb_plan_new (house->publication.corpus, words, NULL, NULL, NULL);
}

static void
house_clear (House *house)
{
  g_clear_pointer (&house->view, gb_plan_free);
  publication_free (&house->publication);
}

/* NULL where there is no such page. */
static const GbValue *
page_of (const House *house, const char *path)
{
  for (guint i = 0; i < gb_plan_count (house->view); i++)
    if (strcmp (gb_plan_path (house->view, i), path) == 0)
      return gb_plan_context (house->view, i, arena, NULL);
  return NULL;
}

/* What stands at "bar.spans.0.x"; NULL where there is nothing or null. */
static const GbValue *
at (const GbValue *value, const char *path)
{
  g_auto (GStrv) names = g_strsplit (path, ".", -1);
  for (guint i = 0; value != NULL && names[i] != NULL; i++)
    if (value->type == GB_VALUE_ARRAY) {
      guint index = (guint)g_ascii_strtoull (names[i], NULL, 10);
      value = index < value->length ? value->elements[index] : NULL;
    } else {
      value = value->type == GB_VALUE_OBJECT ? gb_value_get (value, names[i]) : NULL;
    }
  return value == NULL || value->type == GB_VALUE_NULL ? NULL : value;
}

static const char *
text (const GbValue *value, const char *path)
{
  const GbValue *found = at (value, path);
  return found == NULL || (found->type != GB_VALUE_STRING && found->type != GB_VALUE_DECIMAL)
           ? "-"
           : found->string;
}

/* -- policies -- */

static void
test_policies (void)
{
  static const struct {
    const char *keys;
    const char *bar;    /* its last day */
    const char *counts; /* whether the first and the last day decide */
    const char *timeline;
    gboolean early; /* in effect before it was published */
  } cases[] = {
    { "signed: 2024-01-01\nissued: 2024-01-01\npublished: 2024-01-01\neffect: {date: 2024-01-01}\n"
      "validity: {until: 2026-12-31}\n",
      "至2026年12月31日", "begins ends", "signed issued published effective last-day", FALSE },
    { "signed: 2023-12-01\nissued: 2023-12-20\npublished: 2024-01-02\neffect: {date: 2024-01-01}\n"
      "validity: {until: 2026-12-31}\n",
      "至2026年12月31日", "begins ends", "signed issued effective published last-day", TRUE },
    /* Void from the day of the repeal: the day before is the last. */
    { "published: 2024-01-01\neffect: {date: 2024-01-01}\nvalidity: {until: 2026-12-31}\n"
      "repealed: {date: 2025-03-01}\n",
      "至2025年2月28日", "begins", "published effective repealed last-day", FALSE },
    { "published: 2024-01-01\neffect: {date: 2024-01-01}\nvalidity: {until: 2026-12-31}\n"
      "annulled: {date: 2025-03-01}\n",
      "至2025年2月28日", "begins", "published effective annulled last-day", FALSE },
    /* Before it was to begin. */
    { "published: 2023-11-01\neffect: {date: 2024-01-01}\nvalidity: {until: 2026-12-31}\n"
      "repealed: {date: 2023-12-01}\n",
      "至2024年1月1日", "", "published repealed effective last-day", FALSE },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    House house = { publication_new (), NULL };
    g_autofree char *source = g_strdup_printf (POLICY ("示例办法", "%s"), cases[i].keys);
    publication_put (&house.publication, "policies/p/policy.md", source);
    house_open (&house, "2024-06-01");
    const GbValue *page = page_of (&house, "policies/p/index.html");
    g_test_message ("%s", cases[i].keys);
    g_assert_true (g_str_has_suffix (text (page, "bar.label"), cases[i].bar));
    g_autofree char *counts = g_strstrip (
      g_strconcat (gb_value_is_truthy (at (page, "policy.begins")) ? "begins " : "",
                   gb_value_is_truthy (at (page, "policy.ends")) ? "ends" : "", NULL));
    g_assert_cmpstr (counts, ==, cases[i].counts);
    g_autoptr (GString) timeline = g_string_new (NULL);
    const GbValue *moments = at (page, "timeline");
    for (guint k = 0; k < moments->length; k++)
      g_string_append_printf (timeline, "%s%s", k > 0 ? " " : "",
                              text (moments->elements[k], "what.id"));
    g_assert_cmpstr (timeline->str, ==, cases[i].timeline);
    gboolean early = FALSE;
    const GbValue *remarks = at (page, "remarks");
    for (guint k = 0; remarks != NULL && k < remarks->length; k++)
      early = early || strcmp (text (remarks->elements[k], "id"), "before-publication") == 0;
    g_assert_cmpint (early, ==, cases[i].early);
    house_clear (&house);
  }
}

/* A tail is drawn where it goes on behind the last day. */
static void
test_tail (void)
{
  static const struct {
    const char *until;
    gboolean drawn;
  } cases[] = { { "2027-01-01", TRUE }, { "2026-12-31", FALSE }, { "2026-06-30", FALSE } };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    House house = { publication_new (), NULL };
    g_autofree char *source = g_strdup_printf (
      POLICY ("示例办法", "published: 2024-01-01\neffect: {date: 2024-01-01}\n"
                          "validity: {until: 2026-12-31}\ntail: {until: %s, text: 示例}\n"),
      cases[i].until);
    publication_put (&house.publication, "policies/p/policy.md", source);
    house_open (&house, "2024-06-01");
    const GbValue *page = page_of (&house, "policies/p/index.html");
    g_assert_nonnull (at (page, "policy.tail"));
    g_assert_cmpint (at (page, "bar.tail") != NULL, ==, cases[i].drawn);
    house_clear (&house);
  }
}

/* -- entries: four of a batch certified on 10 July 2023 for three years -- */

static House
clusters (const char *day)
{
  House house = { publication_new (), NULL };
  publication_put (&house.publication, "policies/rules/policy.md",
                   POLICY ("示例办法", "effect: {date: 2020-02-01}\n"));
  publication_put (&house.publication, "registries/clusters/registry.yaml",
                   "title: 示例集群\nauthority: example-city\nkind: cluster\npolicy: rules\n"
                   "term: {years: 3}\nreview: {years: 3}\n");
  publication_put (
    &house.publication, "registries/clusters/first.yaml",
    "title: 第一批\nyear: 2023\nannounced: 4\ncertified: 2023-07-10\nentries:\n"
    "  - {id: kept, name: 甲集群, events: [{date: 2026-06-01, kind: renewed}]}\n"
    "  - {id: named, name: 乙集群, events: [{date: 2024-02-01, kind: renamed, name: 新乙集群}]}\n"
    "  - {id: lost, name: 丙集群, events: [{date: 2024-05-01, kind: revoked}]}\n"
    "  - {id: left, name: 丁集群, events: [{date: 2024-06, kind: revoked}]}\n");
  house_open (&house, day);
  return house;
}

static void
test_entry_bar (void)
{
  House house = clusters ("2026-10-01");
  /* 2023 to 2024 are 731 days; the term begins on day 190 and goes on until day 485. */
  const GbValue *page = page_of (&house, "registries/clusters/entries/lost/index.html");
  g_assert_true (g_str_has_suffix (text (page, "bar.label"), "至2024年4月30日"));
  g_assert_cmpstr (text (page, "bar.spans.0.x"), ==, "25.99");
  g_assert_cmpstr (text (page, "bar.spans.0.width"), ==, "40.49");
  g_assert_cmpstr (text (page, "fact"), ==, "自2024年5月1日起撤销认定。");
  /* On a day of June 2024: which one is not known. */
  page = page_of (&house, "registries/clusters/entries/left/index.html");
  g_assert_null (at (page, "bar"));
  g_assert_cmpstr (text (page, "fact"), ==, "2024年6月撤销认定。");
  page = page_of (&house, "registries/clusters/entries/kept/index.html");
  g_assert_true (g_str_has_suffix (text (page, "bar.label"), "至2029年7月9日"));
  g_assert_cmpuint (at (page, "bar.spans")->length, ==, 2);
  house_clear (&house);
}

/* Each day on which the registry changed has a page that says what did, by what it was before. */
static void
test_days (void)
{
  static const struct {
    const char *day;
    const char *changes; /* name: standing before > since */
    const char *inexact;
  } cases[] = {
    { "2023-07-10",
      "甲集群: - > certified; 乙集群: - > certified; 丙集群: - > certified; 丁集群: - > certified",
      "-" },
    { "2024-02-01", "新乙集群: certified > certified", "-" },
    { "2024-05-01", "丙集群: certified > revoked", "2024年6月" },
    { "2026-06-01", "甲集群: certified > certified", "2024年6月" },
    { "2026-07-10", "新乙集群: certified > term-ended", "-" },
  };
  House house = clusters ("2026-10-01");
  const GbRegistryCase *registry = gb_corpus_registry (house.publication.corpus, "clusters");
  g_assert_cmpuint (registry->n_days, ==, G_N_ELEMENTS (cases));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strdup_printf ("registries/clusters/on/%s/index.html", cases[i].day);
    const GbValue *page = page_of (&house, path);
    g_assert_nonnull (page);
    g_autoptr (GString) story = g_string_new (NULL);
    const GbValue *changes = at (page, "changes");
    for (guint k = 0; k < changes->length; k++)
      g_string_append_printf (
        story, "%s%s: %s > %s", k > 0 ? "; " : "", text (changes->elements[k], "name"),
        text (changes->elements[k], "before.id"), text (changes->elements[k], "standing.id"));
    g_assert_cmpstr (story->str, ==, cases[i].changes);
    g_assert_cmpstr (text (page, "inexact.0.text"), ==, cases[i].inexact);
    g_assert_cmpstr (text (page, "earlier.date.iso"), ==, i == 0 ? "-" : cases[i - 1].day);
    g_assert_cmpstr (text (page, "later.date.iso"), ==,
                     i + 1 == G_N_ELEMENTS (cases) ? "-" : cases[i + 1].day);
  }
  house_clear (&house);
}

/* The row of an entry in a comparison. */
static const GbValue *
row_of (const GbValue *page, const char *id)
{
  const GbValue *groups = at (page, "groups");
  for (guint i = 0; i < groups->length; i++) {
    const GbValue *rows = at (groups->elements[i], "rows");
    for (guint k = 0; k < rows->length; k++)
      if (strstr (text (rows->elements[k], "href"), id) != NULL)
        return rows->elements[k];
  }
  return NULL;
}

/* Two days compared: the last day that counts, and the earlier one only where it moved. */
static void
test_roster (void)
{
  House house = clusters ("2026-10-01");
  const GbValue *page
    = page_of (&house, "registries/clusters/compare/2024-05-01..2026-06-01/index.html");
  g_assert_cmpstr (text (row_of (page, "/kept/"), "last_day.iso"), ==, "2029-07-09");
  g_assert_cmpstr (text (row_of (page, "/kept/"), "earlier_last_day.iso"), ==, "2026-07-09");
  page = page_of (&house, "registries/clusters/compare/2024-02-01..2024-05-01/index.html");
  g_assert_cmpstr (text (row_of (page, "/lost/"), "last_day.iso"), ==, "-");
  page = page_of (&house, "registries/clusters/compare/2023-07-10..2024-02-01/index.html");
  g_assert_cmpstr (text (row_of (page, "/named/"), "last_day.iso"), ==, "2026-07-09");
  g_assert_cmpstr (text (row_of (page, "/named/"), "earlier_last_day.iso"), ==, "-");
  house_clear (&house);
}

/* Entries by status, the fullest first; what all have alike makes no list. */
static void
test_rolls (void)
{
  House house = clusters ("2026-10-01");
  const GbValue *page = page_of (&house, "registries/clusters/index.html");
  g_assert_cmpuint (at (page, "facets")->length, ==, 1);
  g_assert_cmpstr (text (page, "facets.0.id"), ==, "status");
  g_assert_cmpstr (text (page, "facets.0.values.0.href"), ==,
                   "registries/clusters/by/status/revoked/");
  g_assert_cmpstr (text (page, "facets.0.values.1.href"), ==,
                   "registries/clusters/by/status/certified/");
  g_assert_cmpstr (text (page, "facets.0.values.2.href"), ==,
                   "registries/clusters/by/status/term-ended/");
  g_assert_null (page_of (&house, "registries/clusters/by/batch/first/index.html"));
  house_open (&house, "2023-12-01");
  g_assert_null (page_of (&house, "registries/clusters/by/status/certified/index.html"));
  house_clear (&house);
}

/* Rules that set no term are over: when and by what is said of what stands under them. */
static void
test_lapsed (void)
{
  static const struct {
    const char *keys;
    const char *fact;
  } cases[] = {
    { "validity: {until: 2025-03-01}\n", "规则已于2025年3月1日失效" },
    { "repealed: {date: 2025-03-01}\n", "规则自2025年3月1日起废止" },
    { "annulled: {date: 2025-03-01}\n", "规则已于2025年3月1日撤销" },
    { "validity: {until: 2025-03-01}\nrepealed: {date: 2025-02-01}\n", "规则自2025年2月1日起废止" },
    { "validity: {until: 2025-03-01}\nannulled: {date: 2025-02-01}\n", "规则已于2025年2月1日撤销" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    House house = { publication_new (), NULL };
    g_autofree char *rules
      = g_strdup_printf (POLICY ("示例办法", "effect: {date: 2020-02-01}\n%s"), cases[i].keys);
    publication_put (&house.publication, "policies/rules/policy.md", rules);
    publication_put (&house.publication, "registries/clusters/registry.yaml",
                     "title: 示例集群\nauthority: example-city\nkind: cluster\npolicy: rules\n"
                     "term: {none_stated: true}\n");
    publication_put (&house.publication, "registries/clusters/first.yaml",
                     "title: 第一批\nyear: 2023\nannounced: 1\ncertified: 2023-07-10\nentries:\n"
                     "  - {id: one, name: 甲集群}\n");
    house_open (&house, "2025-06-01");
    const GbValue *page = page_of (&house, "registries/clusters/entries/one/index.html");
    g_assert_cmpstr (text (page, "entry.standing.id"), ==, "on-record");
    g_assert_nonnull (strstr (text (page, "fact"), cases[i].fact));
    house_clear (&house);
  }
}

/* -- notices -- */

static void
put_notice (const Publication *publication, const char *id, const char *opens, const char *closes)
{
  g_autofree char *path = g_strdup_printf ("notices/%s.md", id);
  g_autofree char *source = g_strdup_printf (
    "---\ntitle: %s\nissuer: example-city\npublished: %s\nopens: %s\ncloses: %s\n"
    "channels:\n  - {kind: 电话, value: 示例电话}\nproposed:\n  - {name: "
    "示例集群}\n---\n\n公示。\n",
    id, opens, opens, closes);
  publication_put (publication, path, source);
}

/* Open ones by their last day, then those to come, then the others, the newest first. */
static void
test_notices (void)
{
  House house = { publication_new (), NULL };
  put_notice (&house.publication, "long", "2023-09-20", "2023-10-08");
  put_notice (&house.publication, "short", "2023-09-21", "2023-10-07");
  put_notice (&house.publication, "soon", "2023-10-09", "2023-10-20");
  put_notice (&house.publication, "first", "2023-07-03", "2023-07-10");
  put_notice (&house.publication, "second", "2023-08-07", "2023-08-14");
  house_open (&house, "2023-10-07");
  const GbValue *page = page_of (&house, "notices/index.html");
  static const char *const wanted[] = { "short", "long", "soon", "second", "first" };
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    g_assert_cmpstr (text (at (page, "rows")->elements[i], "title"), ==, wanted[i]);
  /* What an open one turns into, on the day after its last. */
  page = page_of (&house, "notices/short/index.html");
  g_assert_cmpstr (text (page, "notice.steps"), ==, "2023-10-08 closed 公示期满");
  page = page_of (&house, "notices/soon/index.html");
  g_assert_cmpstr (text (page, "notice.steps"), ==,
                   "2023-10-09 open 公示中|2023-10-21 closed 公示期满");
  g_assert_cmpstr (text (page_of (&house, "notices/first/index.html"), "notice.steps"), ==, "-");
  house_clear (&house);
}

/* The weeks of a month that are drawn, and in them the days of the period. */
static void
test_weeks (void)
{
  static const struct {
    const char *opens;
    const char *closes;
    const char *weeks; /* of September 2023: first day and number of days of the period */
  } cases[] = {
    { "2023-09-04", "2023-09-10", "7" },   /* from a Monday to a Sunday */
    { "2023-09-05", "2023-09-11", "6 1" }, /* from a Tuesday to a Monday */
    { "2023-09-03", "2023-09-04", "1 1" }, /* a Sunday and a Monday */
    { "2023-09-30", "2023-09-30", "1" },   /* the last of the month, a Saturday */
    { "2023-09-01", "2023-09-01", "1" },   /* the first of the month, a Friday */
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    House house = { publication_new (), NULL };
    put_notice (&house.publication, "n", cases[i].opens, cases[i].closes);
    house_open (&house, "2023-10-07");
    const GbValue *page = page_of (&house, "notices/n/index.html");
    g_assert_cmpuint (at (page, "months")->length, ==, 1);
    g_autoptr (GString) story = g_string_new (NULL);
    const GbValue *weeks = at (page, "months.0.weeks");
    for (guint k = 0; k < weeks->length; k++) {
      const GbValue *cells = at (weeks->elements[k], "cells");
      guint n = 0;
      for (guint m = 0; m < cells->length; m++) {
        const char *class = text (cells->elements[m], "class");
        n += strcmp (class, "counted") == 0 || strcmp (class, "skipped") == 0;
      }
      g_string_append_printf (story, "%s%u", k > 0 ? " " : "", n);
    }
    g_assert_cmpstr (story->str, ==, cases[i].weeks);
    house_clear (&house);
  }
}

/* -- the calendar -- */

/* A page for each year up to the last on which anything happens. */
static void
test_years (void)
{
  House house = clusters ("2026-10-01");
  g_assert_nonnull (page_of (&house, "calendar/2029/index.html"));
  g_assert_null (page_of (&house, "calendar/2030/index.html"));
  g_assert_nonnull (page_of (&house, "calendar/2020/index.html"));
  g_assert_null (page_of (&house, "calendar/2019/index.html"));
  house_clear (&house);
}

/* A duty that recurs moves to its next year on the day after it was due. */
static void
test_duty (void)
{
  House house = clusters ("2026-10-01");
  publication_put (&house.publication, "registries/clusters/registry.yaml",
                   "title: 示例集群\nauthority: example-city\nkind: cluster\npolicy: rules\n"
                   "term: {years: 3}\nreview: {years: 3}\n"
                   "duties:\n  - {id: report, title: 年报, every: yearly, due: \"10-31\"}\n");
  house_open (&house, "2026-10-31");
  g_assert_cmpstr (text (page_of (&house, "index.html"), "turns"), ==, "2026-11-01");
  g_assert_cmpstr (text (page_of (&house, "calendar/index.html"), "turns"), ==, "2026-11-01");
  house_clear (&house);
}

/* -- redlines -- */

/* Of lines no article can be spoken of, nor what stands outside of one. */
static void
test_lines (void)
{
  static const struct {
    const char *old;
    const char *new;
    const char *summary;
  } cases[] = {
    { "a: 1\n", "a: 1\n", "两个文本的文字完全相同。" },
    { "a: 1\n", "a: 2\n", "修改1处。" },
    { "a: 1\n", "a: 1\nb: 2\n", "新增1处。" },
    { "a: 1\nb: 2\n", "a: 3\n", "修改1处，删去1处。" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    GbScene scene = { .words = words, .arena = arena };
    const GbCompareSide side = { .text = NULL };
    GbValue *page = gb_value_object (arena);
    gb_compare_set_redline (&scene, page, gb_redline_lines (arena, cases[i].old, cases[i].new),
                            &side, &side);
    g_assert_cmpstr (text (page, "summary"), ==, cases[i].summary);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  arena = gb_arena_new ();
  g_autoptr (GbDiagnostics) diagnostics = gb_diagnostics_new ();
  g_autofree char *strings = gb_file_read ("templates/strings/zh-CN.yaml", 0, NULL, NULL);
  words = gb_words_parse (arena, "zh-CN.yaml", strings, strlen (strings), diagnostics);
  g_test_add_func ("/view-days/policies", test_policies);
  g_test_add_func ("/view-days/tail", test_tail);
  g_test_add_func ("/view-days/entry-bar", test_entry_bar);
  g_test_add_func ("/view-days/days", test_days);
  g_test_add_func ("/view-days/roster", test_roster);
  g_test_add_func ("/view-days/rolls", test_rolls);
  g_test_add_func ("/view-days/lapsed", test_lapsed);
  g_test_add_func ("/view-days/notices", test_notices);
  g_test_add_func ("/view-days/weeks", test_weeks);
  g_test_add_func ("/view-days/years", test_years);
  g_test_add_func ("/view-days/duty", test_duty);
  g_test_add_func ("/view-days/lines", test_lines);
  int status = g_test_run ();
  gb_arena_free (arena);
  return status;
}
