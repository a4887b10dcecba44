/* The view: which pages there are, what their contexts say, and when they say otherwise. */
#include "base/json.h"
#include "export/tables.h"
#include "source/dictionary.h"
#include "view_fixture.h"

static GbArena *arena;
static const GbValue *words;
static GbModel *example;

/* "policy.status.id"; fails where there is no such text. */
static const char *
text_at (const GbValue *value, const char *path)
{
  g_auto (GStrv) names = g_strsplit (path, ".", -1);
  for (guint i = 0; names[i] != NULL; i++) {
    const GbValue *next = NULL;
    if (value->type == GB_VALUE_ARRAY) {
      guint index = (guint)g_ascii_strtoull (names[i], NULL, 10);
      next = index < value->length ? value->elements[index] : NULL;
    } else {
      next = gb_value_get (value, names[i]);
    }
    if (next == NULL)
      g_error ("there is no %s", path);
    value = next;
  }
  if (value->type != GB_VALUE_STRING && value->type != GB_VALUE_DECIMAL)
    g_error ("%s is no text", path);
  return value->string;
}

static const GbValue *
context_at (const Fixture *fixture, const char *path)
{
  return gb_plan_context (fixture->view, fixture_page (fixture, path), arena, NULL);
}

static void
test_paths (void)
{
  Fixture fixture = fixture_on (example, words, fixture_day ("2026-11-21"));
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < gb_plan_count (fixture.view); i++) {
    const char *path = gb_plan_path (fixture.view, i);
    g_assert_true (g_hash_table_add (seen, (gpointer)path));
    g_assert_true (path[0] != '/' && strstr (path, "//") == NULL && strstr (path, "../") == NULL);
    const char *template = gb_plan_template (fixture.view, i);
    gboolean page = template != NULL && g_str_has_prefix (template, "page/");
    g_assert_true (g_str_has_suffix (path, ".html") == page);
  }
  static const char *const expected[] = {
    "index.html",
    "404.html",
    "policies/index.html",
    "policies/status/in-force/index.html",
    "policies/topic/index.html",
    "policies/issuer/city-industry/index.html",
    "policies/year/2024/index.html",
    "policies/topic/专项资金/index.html",
    "policies/fund-rules-2024/index.html",
    "policies/cluster-measures-2024/interpretation/index.html",
    "registries/index.html",
    "registries/featured-clusters/index.html",
    "registries/featured-clusters/on/2023-09-06/index.html",
    "registries/featured-clusters/compare/2023..2024/index.html",
    "registries/featured-clusters/compare/featured-clusters-2025..2025/index.html",
    "registries/featured-clusters/compare/2026-06-06..2026-08-28/index.html",
    "registries/featured-clusters/entries/tea-drinks/index.html",
    "notices/index.html",
    "notices/featured-clusters-2025/index.html",
    "calendar/index.html",
    "calendar/2026/index.html",
    "about/index.html",
    "data/index.html",
    "data/dictionary/index.html",
    "criteria/index.html",
    "data/criteria.json",
    "data/policies.json",
    "data/registries.json",
    "data/registries/featured-clusters.json",
    "data/notices.json",
    "data/calendar.json",
    "data/workdays.json",
  };
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    if (!g_hash_table_contains (seen, expected[i]))
      g_error ("there is no page %s", expected[i]);
  fixture_clear (&fixture);
}

static void
test_policy (void)
{
  Fixture fixture = fixture_on (example, words, fixture_day ("2026-11-21"));
  const GbValue *page = context_at (&fixture, "policies/fund-rules-2024/index.html");
  g_assert_cmpstr (text_at (page, "root"), ==, "../../");
  g_assert_cmpstr (text_at (page, "canonical"), ==,
                   "https://gongbao.example.com/policies/fund-rules-2024/");
  g_assert_cmpstr (text_at (page, "policy.status.id"), ==, "expired");
  g_assert_cmpstr (text_at (page, "policy.flags.0.id"), ==, "tail-running");
  g_assert_cmpstr (text_at (page, "policy.effective.date.iso"), ==, "2024-02-17");
  g_assert_cmpstr (text_at (page, "policy.effective.rule"), ==, "days-after");
  g_assert_cmpstr (text_at (page, "policy.last_day.date.text"), ==, "2025年12月31日");
  g_assert_cmpstr (text_at (page, "fact"), ==,
                   "自2024年2月17日起施行，有效期已于2025年12月31日届满。");
  /* The tail ends on 2026-12-31; the flag is gone on the day after. */
  g_assert_cmpstr (text_at (page, "turns"), ==, "2027-01-01");
  g_assert_cmpstr (text_at (page, "timeline.0.what.id"), ==, "signed");
  g_assert_cmpstr (text_at (page, "timeline.0.date.iso"), ==, "2024-01-15");
  /* 2024 to 2026 are 1,096 days; 17 February is day 48 of the first year. */
  g_assert_cmpstr (text_at (page, "bar.spans.0.x"), ==, "4.28");
  /* Each amendment once, though a document and a text tell of the first. */
  page = context_at (&fixture, "policies/cluster-measures-2024/index.html");
  const GbValue *timeline = gb_value_get (page, "timeline");
  g_autoptr (GString) amended = g_string_new (NULL);
  for (guint i = 0; i < timeline->length; i++)
    if (strcmp (text_at (timeline->elements[i], "what.id"), "amended") == 0)
      g_string_append_printf (amended, " %s", text_at (timeline->elements[i], "date.iso"));
  g_assert_cmpstr (amended->str, ==, " 2026-05-01 2027-06-01");
  fixture_clear (&fixture);
}

static void
test_notice (void)
{
  Fixture fixture = fixture_on (example, words, fixture_day ("2026-11-21"));
  const GbValue *page = context_at (&fixture, "notices/featured-clusters-2025/index.html");
  /* 20 May 2025 is a Tuesday; the seventh working day, the first included, is Wednesday 28 May. */
  g_assert_cmpstr (text_at (page, "notice.closes.date.iso"), ==, "2025-05-28");
  g_assert_cmpstr (text_at (page, "notice.rule.first_day"), ==, "included");
  g_assert_true (gb_value_get (gb_value_get (page, "notice"), "computed")->type == GB_VALUE_NULL);
  g_assert_cmpstr (text_at (page, "sum"), ==, "起止共9天：计入7个工作日，不计2天。");
  g_assert_cmpstr (text_at (page, "months.0.title"), ==, "2025年5月");
  g_assert_cmpuint (gb_value_get (page, "months")->length, ==, 1);
  g_assert_cmpstr (text_at (page, "months.0.weeks.0.cells.0.class"), ==, "out");
  g_assert_cmpstr (text_at (page, "months.0.weeks.0.cells.1.reason"), ==, "第1日");
  g_assert_cmpstr (text_at (page, "months.0.weeks.0.cells.5.reason"), ==, "周末");
  g_assert_cmpstr (text_at (page, "months.0.weeks.1.cells.2.reason"), ==, "第7日");
  g_assert_cmpstr (text_at (page, "months.0.weeks.1.cells.3.class"), ==, "out");
  g_assert_cmpstr (text_at (page, "documents.0.sources.0.number"), ==, "国办发明电〔2024〕12号");
  /* An industry is shown by its name, and told by its id. */
  g_assert_cmpstr (text_at (page, "notice.proposed.0.industry"), ==, "电子信息");
  /* The rule led to Thursday, 4 January: Tuesday to Friday, then 2, 3 and 4 January; the notice
   * says Monday. */
  page = context_at (&fixture, "notices/featured-clusters-2024/index.html");
  g_assert_cmpstr (text_at (page, "notice.closes.date.iso"), ==, "2024-01-08");
  g_assert_cmpstr (text_at (page, "notice.computed.date.iso"), ==, "2024-01-04");
  /* Nine days from 18 to 26 November: three count, two do not, four count. */
  page = context_at (&fixture, "notices/featured-clusters-2026-2/index.html");
  g_assert_cmpstr (text_at (page, "bar.from"), ==, "2026-11-18");
  g_assert_cmpstr (text_at (page, "bar.to"), ==, "2026-11-26");
  g_assert_cmpstr (text_at (page, "bar.spans.1.x"), ==, "33.33");
  g_assert_cmpstr (text_at (page, "bar.spans.1.width"), ==, "22.22");
  g_assert_cmpstr (text_at (page, "bar.spans.2.width"), ==, "44.45");
  fixture_clear (&fixture);
}

/* What the dates on record lead to: the notice runs from 18 to 26 November 2026. */
static void
test_steps (void)
{
  Fixture fixture = fixture_on (example, words, fixture_day ("2026-11-17"));
  const GbValue *page = context_at (&fixture, "notices/featured-clusters-2026-2/index.html");
  g_assert_cmpstr (text_at (page, "notice.state.id"), ==, "upcoming");
  g_assert_cmpstr (text_at (page, "notice.steps"), ==,
                   "2026-11-18 open 公示中|2026-11-27 closed 公示期满");
  page = context_at (&fixture, "registries/featured-clusters/entries/pumps-valves/index.html");
  /* The last three months to 5 September 2029 begin on 6 June. */
  g_assert_cmpstr (text_at (page, "entry.steps"), ==,
                   "2029-06-06 review-due 有效，待复核|2029-09-06 term-ended 期满，未见复核记录");
  page = context_at (&fixture, "policies/fund-rules-2024/index.html");
  /* Expired for good: only its tail ends. */
  g_assert_false (gb_value_is_truthy (gb_value_get (gb_value_get (page, "policy"), "steps")));
  page = context_at (&fixture, "data/notices.json");
  g_assert_null (gb_value_get (gb_value_get (page, "notices")->elements[0], "steps"));
  fixture_clear (&fixture);
}

/* Two schemes of the example state conditions, two of them the same; the third registry states
 * none. */
static void
test_criteria (void)
{
  Fixture fixture = fixture_on (example, words, fixture_day ("2026-11-21"));
  const GbValue *page = context_at (&fixture, "criteria/index.html");
  g_assert_cmpuint (gb_value_get (page, "schemes")->length, ==, 2);
  g_assert_cmpstr (text_at (page, "schemes.0.name"), ==, "培育库");
  g_assert_cmpstr (text_at (page, "schemes.1.policy.status.id"), ==, "in-force");
  g_assert_cmpstr (text_at (page, "others.0.id"), ==, "demo-zones");
  /* What both ask comes first, under the group of the first. */
  g_assert_cmpstr (text_at (page, "groups.0.title"), ==, "规模");
  g_assert_cmpuint (gb_value_get (gb_value_get (page, "groups")->elements[0], "rows")->length, ==,
                    2);
  g_assert_cmpstr (text_at (page, "groups.0.rows.0.id"), ==, "output-value");
  g_assert_cmpstr (text_at (page, "groups.0.rows.0.unit"), ==, "亿元");
  g_assert_cmpstr (text_at (page, "groups.0.rows.0.cells.0.rules.0.value"), ==, "12.5");
  g_assert_cmpstr (text_at (page, "groups.0.rows.0.cells.0.rules.0.comparison"), ==, "at-least");
  g_assert_cmpstr (text_at (page, "groups.0.rows.0.cells.1.rules.0.headline"), ==, "≥ 20 亿元");
  g_assert_cmpstr (text_at (page, "groups.0.rows.0.cells.1.rules.0.clause.href"), ==,
                   "policies/cluster-measures-2024/#art-6-2");
  g_assert_cmpstr (text_at (page, "groups.1.title"), ==, "只有培育库规定的条件");
  g_assert_cmpstr (text_at (page, "groups.1.rows.1.cells.0.rules.0.either"), ==, "firms");
  const GbValue *cells = gb_value_get (
    gb_value_get (gb_value_get (page, "groups")->elements[1], "rows")->elements[0], "cells");
  g_assert_cmpuint (gb_value_get (cells->elements[1], "rules")->length, ==, 0);
  g_assert_cmpstr (text_at (page, "groups.2.title"), ==, "只有特色产业集群规定的条件");
  g_assert_cmpstr (text_at (page, "groups.3.title"), ==, "程序和期限");
  g_assert_cmpstr (text_at (page, "groups.3.rows.0.title"), ==, "前提条件");

  /* Four conditions of the one and ten of the other; those of one measure stand together. */
  const GbValue *data = context_at (&fixture, "data/criteria.json");
  g_assert_cmpuint (gb_value_get (data, "criteria")->length, ==, 14);
  g_assert_cmpstr (text_at (data, "criteria.2.id"), ==, "output-growth");
  g_assert_cmpstr (text_at (data, "criteria.2.registry"), ==, "candidate-clusters");
  g_assert_cmpstr (text_at (data, "criteria.2.comparison"), ==, "at-least");
  g_assert_cmpstr (text_at (data, "criteria.3.comparison"), ==, "more-than");
  g_assert_cmpstr (text_at (data, "criteria.3.registry"), ==, "featured-clusters");
  g_assert_cmpstr (text_at (data, "criteria.3.policy"), ==, "cluster-measures-2024");
  g_assert_cmpstr (text_at (data, "criteria.3.clause.anchor"), ==, "art-6-2");
  fixture_clear (&fixture);
}

static void
test_entry (void)
{
  Fixture fixture = fixture_on (example, words, fixture_day ("2026-11-21"));
  const GbValue *page
    = context_at (&fixture, "registries/featured-clusters/entries/pumps-valves/index.html");
  g_assert_cmpstr (text_at (page, "root"), ==, "../../../../");
  g_assert_cmpstr (text_at (page, "fact"), ==, "有效期自2026年9月6日至2029年9月5日。");
  g_assert_cmpstr (text_at (page, "entry.last_day.rule"), ==, "renewed");
  /* 2023 to 2029 are 2,557 days; the terms begin on days 248 and 1,344. */
  g_assert_cmpstr (text_at (page, "bar.spans.0.x"), ==, "9.69");
  g_assert_cmpstr (text_at (page, "bar.spans.1.x"), ==, "52.56");
  fixture_clear (&fixture);

  /* The same entry before it was renewed: nothing of what came later shows. */
  fixture = fixture_on (example, words, fixture_day ("2024-01-01"));
  page = context_at (&fixture, "registries/featured-clusters/entries/pumps-valves/index.html");
  g_assert_cmpstr (text_at (page, "fact"), ==, "有效期自2023年9月6日至2026年9月5日。");
  fixture_clear (&fixture);
}

static void
test_roster (void)
{
  Fixture fixture = fixture_on (example, words, fixture_day ("2026-11-21"));
  const GbValue *page = context_at (
    &fixture, "registries/featured-clusters/compare/featured-clusters-2025..2025/index.html");
  g_assert_cmpstr (text_at (page, "summary"), ==,
                   "更名后列入1个，公示后未列入1个，与公示一致2个。");
  g_assert_cmpstr (text_at (page, "groups.0.rows.0.old_name"), ==, "示例镇帐篷产业集群");
  g_assert_cmpstr (text_at (page, "groups.1.kind.id"), ==, "dropped");
  g_assert_cmpstr (text_at (page, "groups.1.rows.0.reasons.0.text"), ==,
                   "公示期间收到异议，经核实主导产业占比不足，不予认定");
  /* The three certified on 2025-06-10 are due for review three months before 2028-06-10. */
  g_assert_cmpstr (text_at (page, "turns"), ==, "2028-03-10");
  page = context_at (&fixture, "registries/featured-clusters/index.html");
  g_assert_true (gb_value_get (gb_value_get (page, "batches")->elements[0], "compare")->type
                 == GB_VALUE_NULL);
  g_assert_cmpstr (text_at (page, "batches.1.compare.href"), ==,
                   "registries/featured-clusters/compare/2023..2024/");
  fixture_clear (&fixture);
}

static void
test_data (void)
{
  Fixture fixture = fixture_on (example, words, fixture_day ("2026-11-21"));
  const GbValue *file = context_at (&fixture, "data/policies.json");
  const GbValue *policies = gb_value_get (file, "policies");
  g_assert_cmpuint (policies->length, ==, fixture.corpus->n_policies);
  const GbValue *found = NULL;
  for (guint i = 0; i < policies->length; i++)
    if (g_str_equal (text_at (policies->elements[i], "id"), "fund-rules-2024"))
      found = policies->elements[i];
  g_assert_nonnull (found);
  /* Dates and words are plain texts. */
  g_assert_cmpstr (text_at (found, "signed"), ==, "2024-01-15");
  g_assert_cmpstr (text_at (found, "status"), ==, "expired");
  g_assert_cmpstr (text_at (found, "flags.0"), ==, "tail-running");
  g_assert_cmpstr (text_at (found, "last_day"), ==, "2025-12-31");
  g_assert_cmpstr (text_at (found, "derivations.last_day.rule"), ==, "stated");
  g_assert_cmpstr (text_at (found, "turns"), ==, "2027-01-01");
  g_assert_cmpstr (text_at (found, "url"), ==,
                   "https://gongbao.example.com/policies/fund-rules-2024/");
  fixture_clear (&fixture);
}

static void
test_missing (void)
{
  Fixture fixture = fixture_on (example, words, fixture_day ("2026-11-21"));
  g_assert_cmpstr (text_at (context_at (&fixture, "404.html"), "root"), ==, "/");
  g_assert_cmpstr (text_at (context_at (&fixture, "index.html"), "root"), ==, "./");
  fixture_clear (&fixture);
}

/* -- pages change on the day they said, and on no other -- */

typedef struct {
  char *json;
  GbDate turns;
} Said;

static void
said_free (gpointer data)
{
  Said *said = data;
  g_free (said->json);
  g_free (said);
}

static GHashTable *
say (GbDate day)
{
  Fixture fixture = fixture_on (example, words, day);
  GHashTable *pages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, said_free);
  g_autoptr (GbArena) scratch = gb_arena_new ();
  g_autoptr (GString) json = g_string_new (NULL);
  for (guint i = 0; i < gb_plan_count (fixture.view); i++) {
    const char *template = gb_plan_template (fixture.view, i);
    if (template == NULL || !g_str_has_prefix (template, "page/"))
      continue;
    gb_arena_reset (scratch);
    g_string_truncate (json, 0);
    const GbValue *context = gb_plan_context (fixture.view, i, scratch, NULL);
    gb_json_write (json, context, TRUE);
    Said *said = g_new0 (Said, 1);
    said->json = g_strndup (json->str, json->len);
    said->turns = GB_DATE_NONE;
    const char *turns = gb_value_get_string (context, "turns");
    if (turns != NULL)
      g_assert_true (gb_date_parse (turns, &said->turns));
    g_hash_table_insert (pages, g_strdup (gb_plan_path (fixture.view, i)), said);
  }
  fixture_clear (&fixture);
  return pages;
}

static void
compare_days (GHashTable *before, GHashTable *after, GbDate day)
{
  GHashTableIter iter;
  gpointer path, value;
  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, &path, &value)) {
    const Said *old = value;
    const Said *new = g_hash_table_lookup (after, path);
    char text[GB_DATE_LENGTH];
    if (old->turns != GB_DATE_NONE && old->turns < day)
      g_error ("%s: its words were to turn before %s", (char *)path, gb_date_format (day, text));
    if (new == NULL || g_str_equal (old->json, new->json) || old->turns == day)
      continue;
    const char *a = old->json;
    const char *b = new->json;
    while (*a == *b) {
      a++;
      b++;
    }
    g_error ("%s changed on %s and had not said so: %.80s", (char *)path,
             gb_date_format (day, text), b);
  }
}

static void
test_turns (void)
{
  /* A year in which notices open and close, policies begin and end, and calendars run out. */
  GbDate first = fixture_day ("2026-08-01");
  GbDate last = first + (g_test_slow () ? 500 : 180);
  GHashTable *before = say (first);
  for (GbDate day = first + 1; day <= last; day++) {
    GHashTable *after = say (day);
    compare_days (before, after, day);
    g_hash_table_unref (before);
    before = after;
  }
  g_hash_table_unref (before);
}

/* -- threads -- */

static gpointer
build_all (gpointer data)
{
  const Fixture *fixture = data;
  g_autoptr (GbArena) scratch = gb_arena_new ();
  g_autoptr (GString) json = g_string_new (NULL);
  for (guint i = 0; i < gb_plan_count (fixture->view); i++) {
    if (gb_plan_is_printed (fixture->view, i))
      gb_plan_print (fixture->view, i, scratch, json, NULL);
    else
      gb_json_write (json, gb_plan_context (fixture->view, i, scratch, NULL), FALSE);
  }
  return g_strndup (json->str, json->len);
}

static void
test_threads (void)
{
  Fixture fixture = fixture_on (example, words, fixture_day ("2026-11-21"));
  g_autofree char *alone = build_all (&fixture);
  GThread *threads[3];
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("build", build_all, &fixture);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++) {
    g_autofree char *json = g_thread_join (threads[i]);
    g_assert_cmpstr (json, ==, alone);
  }
  fixture_clear (&fixture);
}

static void
assert_named (const GbShape *shape)
{
  GbShapeField field;
  for (guint i = 0; (field = gb_shape_field (shape, i)).key != NULL; i++) {
    g_test_message ("%s of %s", field.key, shape->name);
    g_assert_nonnull (field.title);
    GbShape inner = gb_shape_inner (&field);
    g_assert_true ((field.type == GB_SHAPE_OBJECT) == (inner.name != NULL));
    if (inner.name != NULL)
      assert_named (&inner);
    /* Words are explained one and all, or by example. */
    gboolean explains = field.words != NULL && field.about != NULL
                        && strstr (field.about, field.words[0]) != NULL
                        && !g_str_has_prefix (field.about, "例如");
    for (guint k = 0; explains && field.words[k] != NULL; k++)
      g_assert_nonnull (strstr (field.about, field.words[k]));
  }
}

/* The members of the data files that are keys of content, as the dictionary has them. */
static void
test_shapes (void)
{
  for (const GbShapeFile *file = gb_shape_files; file->shape != NULL; file++)
    assert_named (file->shape);
  for (guint i = 0; i < gb_tables_count; i++)
    assert_named (gb_tables[i].shape);
  static const struct {
    const GbShape *shape;
    const char *key;
    const char *title;
    GbShapeType type;
    gboolean list;
    const char *const *words;
  } rows[] = {
    { &gb_shape_policy, "kind", "文件种类", GB_SHAPE_TEXT, FALSE, gb_policy_kind_names },
    { &gb_shape_policy, "topics", "主题", GB_SHAPE_TEXT, TRUE, NULL },
    { &gb_shape_policy, "signed", "成文日期", GB_SHAPE_DATE, FALSE, NULL },
    { &gb_shape_policy, "effective", "施行日期", GB_SHAPE_DATE, FALSE, NULL },
    { &gb_shape_batch, "certified", "认定日期", GB_SHAPE_WHEN, FALSE, NULL },
    { &gb_shape_batch, "partial", "收录不全", GB_SHAPE_BOOLEAN, FALSE, NULL },
    { &gb_shape_condition, "value", "数值", GB_SHAPE_NUMBER, FALSE, NULL },
    { &gb_shape_condition, "either", "或者", GB_SHAPE_ID, FALSE, NULL },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    GbShapeField field;
    for (guint k = 0; strcmp ((field = gb_shape_field (rows[i].shape, k)).key, rows[i].key) != 0;)
      k++;
    g_assert_cmpstr (field.title, ==, rows[i].title);
    g_assert_cmpint (field.type, ==, rows[i].type);
    g_assert_cmpint (field.list, ==, rows[i].list);
    g_assert_true (field.words == rows[i].words);
  }
}

static GbShape
inner_of (const GbShape *shape, const char *key)
{
  GbShapeField field;
  for (guint i = 0; (field = gb_shape_field (shape, i)).key != NULL; i++)
    if (strcmp (field.key, key) == 0)
      return gb_shape_inner (&field);
  return (GbShape){ .name = NULL };
}

static void
assert_keys (const GbShape *shape, const char *wanted)
{
  g_autoptr (GString) keys = g_string_new (NULL);
  GbShapeField field;
  for (guint i = 0; (field = gb_shape_field (shape, i)).key != NULL; i++)
    g_string_append_printf (keys, "%s ", field.key);
  g_assert_cmpstr (keys->str, ==, wanted);
}

/* The rules of a registry come from the dictionary, and what is in one of them too where its shape
 * is not written out: what it has only for the reader of content is left out. */
static void
test_rules (void)
{
  const GbShapeFile *file = gb_shape_files;
  while (strcmp (file->schema, "registry") != 0)
    file++;
  GbShape scheme = inner_of (file->shape, "scheme");
  GbShape review = inner_of (&scheme, "review");
  g_assert_cmpstr (review.name, ==, "review-rule");
  GbShape score = inner_of (&scheme, "scores");
  g_assert_cmpstr (score.name, ==, "score");
  g_assert_null (inner_of (&scheme, "rules").name);
  g_assert_null (inner_of (&scheme, "title").name);
  assert_keys (&score, "title total pass unit text clause ");
  g_assert_cmpstr (inner_of (&score, "clause").name, ==, "clause");
  g_assert_null (inner_of (&score, "text").name);
  /* Of a term, the way to count its end is for the reader of content alone. */
  GbShape term = { .name = "term", .schema = &gb_schema_term_rule };
  assert_keys (&term, "years until text clause ");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  arena = gb_arena_new ();
  words = fixture_words (arena, "zh-CN");
  example = fixture_model ("tests/example");
  g_test_add_func ("/view/paths", test_paths);
  g_test_add_func ("/view/policy", test_policy);
  g_test_add_func ("/view/notice", test_notice);
  g_test_add_func ("/view/steps", test_steps);
  g_test_add_func ("/view/criteria", test_criteria);
  g_test_add_func ("/view/entry", test_entry);
  g_test_add_func ("/view/roster", test_roster);
  g_test_add_func ("/view/shapes", test_shapes);
  g_test_add_func ("/view/rules", test_rules);
  g_test_add_func ("/view/data", test_data);
  g_test_add_func ("/view/missing", test_missing);
  g_test_add_func ("/view/turns", test_turns);
  g_test_add_func ("/view/threads", test_threads);
  int status = g_test_run ();
  gb_model_free (example);
  gb_arena_free (arena);
  return status;
}
