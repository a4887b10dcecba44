/* Typed reading by schemas: every type, every way to get it wrong, and the dictionary itself. */
#include "source/dictionary.h"
#include "source/nearest.h"
#include "source/scalar.h"

#include <string.h>

/* --- One value ------------------------------------------------------------------------------- */

static void
assert_reason (GString *reason, const char *text, const char *words)
{
  if (strstr (reason->str, words) == NULL)
    g_test_message ("%s: %s", text, reason->str);
  g_assert_nonnull (strstr (reason->str, words));
  g_string_truncate (reason, 0);
}

static void
test_dates (void)
{
  g_autoptr (GString) reason = g_string_new (NULL);
  GbDate date = 1;
  g_assert_true (gb_scalar_date ("2023-02-28", &date, reason));
  g_assert_cmpint (date, ==, gb_date_new (2023, 2, 28));
  g_assert_true (gb_scalar_date ("2024-02-29", &date, reason));
  static const char *const bad[][2] = {
    { "2023-02-30", "2023-02-30 does not exist: February 2023 has 28 days" },
    { "2023-02-29", "February 2023 has 28 days" },
    { "2024-02-30", "February 2024 has 29 days" },
    { "2023-04-31", "April 2023 has 30 days" },
    { "2023-04-00", "April 2023 has 30 days" },
    { "2023-13-01", "months run from 01 to 12" },
    { "2023-00-01", "months run from 01 to 12" },
    { "1850-01-01", "years run from 1900 to 2999" },
    { "2023-3-1", "'2023-3-1' is not a date; write 2023-03-01" },
    { "2023/03/01", "write 2023-03-01" },
    { "2023.3.1", "write 2023-03-01" },
    { "2023年3月1日", "write 2023-03-01" },
    { "20230301", "write 2023-03-01" },
    { "2023-03-01 10:00", "write 2023-03-01" },
    { "2023-03-01T00:00:00Z", "write 2023-03-01" },
    { "2023年2月30日", "year, month and day as YYYY-MM-DD" },
    { "2023-03", "year, month and day as YYYY-MM-DD" },
    { "2023", "year, month and day as YYYY-MM-DD" },
    { "3月1日", "year, month and day as YYYY-MM-DD" },
    { "tomorrow", "year, month and day as YYYY-MM-DD" },
    { "2023-03-01-", "write 2023-03-01" },
    { "99999999999999999999", "year, month and day as YYYY-MM-DD" },
    { "２０２３-03-01", "year, month and day as YYYY-MM-DD" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    date = 1;
    g_assert_false (gb_scalar_date (bad[i][0], &date, reason));
    g_assert_cmpint (date, ==, 1);
    assert_reason (reason, bad[i][0], bad[i][1]);
  }
}

static void
test_inexact_dates (void)
{
  g_autoptr (GString) reason = g_string_new (NULL);
  GbWhen when;
  g_assert_true (gb_scalar_when ("2023", &when, reason));
  g_assert_cmpint (when.first, ==, gb_date_new (2023, 1, 1));
  g_assert_cmpint (when.last, ==, gb_date_new (2023, 12, 31));
  g_assert_true (gb_scalar_when ("2024-02", &when, reason));
  g_assert_cmpint (when.last, ==, gb_date_new (2024, 2, 29));
  g_assert_true (gb_scalar_when ("2024-02-03", &when, reason));
  g_assert_cmpint (when.first, ==, when.last);
  static const char *const bad[][2] = {
    { "2023-02-30", "February 2023 has 28 days" },
    { "2023-13", "2023-13 does not exist: months run from 01 to 12" },
    { "1066", "years run from 1900 to 2999" },
    { "1066-01", "years run from 1900 to 2999" },
    { "2023年3月", "write 2023-03" },
    { "2023年3月1日", "write 2023-03-01" },
    { "2023年", "YYYY-MM-DD, or YYYY-MM or YYYY where no more is known" },
    { "近日", "YYYY-MM-DD, or YYYY-MM or YYYY where no more is known" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_assert_false (gb_scalar_when (bad[i][0], &when, reason));
    assert_reason (reason, bad[i][0], bad[i][1]);
  }

  GbMonthDay day;
  g_assert_true (gb_scalar_month_day ("03-31", &day, reason));
  g_assert_cmpint (day.month, ==, 3);
  g_assert_cmpint (day.day, ==, 31);
  g_assert_false (gb_scalar_month_day ("02-29", &day, reason));
  assert_reason (reason, "02-29", "write 02-28");
  g_assert_false (gb_scalar_month_day ("04-31", &day, reason));
  assert_reason (reason, "04-31", "does not exist");
  g_assert_false (gb_scalar_month_day ("3-31", &day, reason));
  assert_reason (reason, "3-31", "MM-DD");

  GbYears years;
  g_assert_true (gb_scalar_years ("2023-2025", &years, reason));
  g_assert_cmpint (years.from, ==, 2023);
  g_assert_cmpint (years.to, ==, 2025);
  g_assert_true (gb_scalar_years ("2023", &years, reason));
  g_assert_cmpint (years.to, ==, 2023);
  g_assert_false (gb_scalar_years ("2025-2023", &years, reason));
  assert_reason (reason, "2025-2023", "the last year, 2023, is before the first, 2025");
  g_assert_false (gb_scalar_years ("2023年至2025年", &years, reason));
  assert_reason (reason, "2023年至2025年", "write 2023-2025");
  g_assert_false (gb_scalar_years ("1800-2023", &years, reason));
  assert_reason (reason, "1800-2023", "years run from 1900 to 2999");
  g_assert_false (gb_scalar_years ("2023-24", &years, reason));
  assert_reason (reason, "2023-24", "YYYY-YYYY or YYYY");
}

static void
test_numbers (void)
{
  g_autoptr (GString) reason = g_string_new (NULL);
  int number = -1;
  g_assert_true (gb_scalar_integer ("0", &number, reason));
  g_assert_cmpint (number, ==, 0);
  g_assert_true (gb_scalar_integer ("-12", &number, reason));
  g_assert_cmpint (number, ==, -12);
  g_assert_true (gb_scalar_integer ("2147483647", &number, reason));
  g_assert_cmpint (number, ==, G_MAXINT);
  static const char *const no_integers[]
    = { "",   "-",   "010", "0o10", "0x1f", "1_000", "1,000", "1:30", "1.0",
        "+1", "1e3", " 1",  "1 ",   "三",   "３",    "7天",   "--1",  "-01" };
  for (guint i = 0; i < G_N_ELEMENTS (no_integers); i++) {
    g_assert_false (gb_scalar_integer (no_integers[i], &number, reason));
    assert_reason (reason, no_integers[i], "is not a whole number; write ordinary digits");
  }
  g_assert_false (gb_scalar_integer ("2147483648", &number, reason));
  assert_reason (reason, "2147483648", "too large");
  g_assert_false (gb_scalar_integer ("99999999999999999999999", &number, reason));
  assert_reason (reason, "9…", "too large");

  static const char *const numbers[]
    = { "0", "40", "1.5", "0.50", "-3", "100000000000000000000.1" };
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    g_assert_true (gb_scalar_number (numbers[i], reason));
  static const char *const no_numbers[]
    = { "", ".5", "5.", "05", "1e3", "1,000", "40%", "40亿元", "1.2.3", "-", "NaN", "+1" };
  for (guint i = 0; i < G_N_ELEMENTS (no_numbers); i++) {
    g_assert_false (gb_scalar_number (no_numbers[i], reason));
    assert_reason (reason, no_numbers[i], "is not a number");
  }

  gboolean truth = FALSE;
  g_assert_true (gb_scalar_boolean ("true", &truth, reason));
  g_assert_true (truth);
  g_assert_true (gb_scalar_boolean ("false", &truth, reason));
  g_assert_false (truth);
  static const char *const no_booleans[][2] = {
    { "yes", "write true" }, { "on", "write true" },   { "True", "write true" },
    { "no", "write false" }, { "off", "write false" }, { "FALSE", "write false" },
    { "是", "write true" },  { "2", "true or false" }, { "maybe", "true or false" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (no_booleans); i++) {
    g_assert_false (gb_scalar_boolean (no_booleans[i][0], &truth, reason));
    assert_reason (reason, no_booleans[i][0], no_booleans[i][1]);
  }
}

static void
test_ids (void)
{
  g_autoptr (GString) reason = g_string_new (NULL);
  static const char *const ids[] = { "a", "2022", "gd-sme-clusters-2023", "a1-2b" };
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    g_assert_true (gb_scalar_id (ids[i], reason));
  static const char *const no_ids[][2] = {
    { "GD-Miit", ", such as gd-miit" }, { "a_b", ", such as a-b" }, { "a--b", ", such as a-b" },
    { "-a-", ", such as a" },           { "a b", ", such as a-b" }, { "标识", "is no id" },
    { "a/b", ", such as a-b" },         { "-", "is no id" },        { "..", "is no id" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (no_ids); i++) {
    g_assert_false (gb_scalar_id (no_ids[i][0], reason));
    assert_reason (reason, no_ids[i][0], no_ids[i][1]);
  }
  g_assert_true (gb_scalar_entry ("registry/entry-1", reason));
  g_assert_false (gb_scalar_entry ("registry", reason));
  g_assert_false (gb_scalar_entry ("registry/a/b", reason));
  g_assert_false (gb_scalar_entry ("/a", reason));
  g_string_truncate (reason, 0);

  static const char *const clauses[]
    = { "art-14", "art-14-3-1", "art-12zhi1", "policy-1#art-14", "annex-1-part-1" };
  for (guint i = 0; i < G_N_ELEMENTS (clauses); i++)
    g_assert_true (gb_scalar_clause (clauses[i], reason));
  static const char *const no_clauses[]
    = { "第十四条", "#art-14", "policy#", "Art-14", "art-14（三）", "a#b#c", "policy 14" };
  for (guint i = 0; i < G_N_ELEMENTS (no_clauses); i++) {
    g_assert_false (gb_scalar_clause (no_clauses[i], reason));
    assert_reason (reason, no_clauses[i], "such as art-14 for 第十四条");
  }

  static const char *const urls[]
    = { "https://www.example.com",  "http://example.com/a?b=c#d", "/policies/a/#art-1",
        "https://example.com/文件", "HTTP://example.com",         "http://[::1]" };
  for (guint i = 0; i < G_N_ELEMENTS (urls); i++)
    g_assert_true (gb_scalar_url (urls[i], reason));
  static const char *const no_urls[] = { "www.example.com",
                                         "//example.com",
                                         "javascript:alert(1)",
                                         "ftp://example.com",
                                         "http://",
                                         "https:///a",
                                         "http://a b",
                                         "http://a/<script>",
                                         "http://a/\"onload",
                                         "\\\\server",
                                         "",
                                         "data:text/html,x",
                                         "http://?a" };
  for (guint i = 0; i < G_N_ELEMENTS (no_urls); i++) {
    g_assert_false (gb_scalar_url (no_urls[i], reason));
    assert_reason (reason, no_urls[i], "address");
  }
}

static void
test_nearest (void)
{
  static const char *const words[] = { "title", "issuer", "validity", "valid", "from", "to" };
  static const char *const cases[][2] = {
    { "titel", "title" },
    { "Title", "title" },
    { "tilte", "title" },
    { "issuers", "issuer" },
    { "valdity", "validity" },
    { "validit", "validity" },
    { "form", "from" },
    { "zzz", NULL },
    { "", NULL },
    { "标题", NULL },
    { "t", "to" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    GbNearest nearest;
    gb_nearest_init (&nearest, cases[i][0]);
    for (guint k = 0; k < G_N_ELEMENTS (words); k++)
      gb_nearest_offer (&nearest, words[k]);
    g_test_message ("%s", cases[i][0]);
    g_assert_cmpstr (gb_nearest_best (&nearest), ==, cases[i][1]);
  }
  /* Longer than anything that is compared. */
  g_autofree char *monster = g_strnfill (100000, 'x');
  GbNearest nearest;
  gb_nearest_init (&nearest, monster);
  gb_nearest_offer (&nearest, monster);
  g_assert_null (gb_nearest_best (&nearest));
}

/* --- Mappings -------------------------------------------------------------------------------- */

typedef struct {
  const GbYamlNode *node;
  const char *id;
  int rank;
} Item;

typedef struct {
  const GbYamlNode *node;
  const char *text;
  GbList texts;
  GbList words;
  GbList agencies;
  const char *number;
  const char *id;
  const char *clause;
  const char *url;
  const char *maybe;
  GbDate date;
  GbList dates;
  GbWhen when;
  GbMonthDay day;
  GbYears years;
  int integer;
  gboolean boolean;
  gboolean on;
  int choice;
  int shifted;
  gboolean shifted_given;
  Item *item;
  GbList items;
} Thing;

GB_PART (item, Item, "item", "项", "试验用", NULL,
         GB_FIELD (Item, id, ID, "标识", .required = TRUE),
         GB_FIELD (Item, rank, INTEGER, "名次", .minimum = 1, .maximum = 9));
static const char *const choice_words[] = { "day-before", "anniversary", NULL };
static const char *const any_of[] = { "text", "texts", NULL };
GB_PART (thing, Thing, "thing", "物", "试验用", any_of, GB_FIELD (Thing, text, TEXT, "文字"),
         GB_FIELD (Thing, texts, TEXTS, "文字"),
         GB_FIELD (Thing, words, TEXTS, "词", .choices = choice_words),
         GB_FIELD (Thing, agencies, TEXTS, "机构", .refers = GB_REFERS_AGENCY),
         GB_FIELD (Thing, number, NUMBER, "数"), GB_FIELD (Thing, id, ID, "标识"),
         GB_FIELD (Thing, clause, CLAUSE, "条款"), GB_FIELD (Thing, url, URL, "网址"),
         GB_FIELD (Thing, maybe, TEXT, "可空", .nullable = TRUE),
         GB_FIELD (Thing, date, DATE, "日期"), GB_FIELD (Thing, dates, DATES, "日期"),
         GB_FIELD (Thing, when, WHEN, "日期"), GB_FIELD (Thing, day, MONTH_DAY, "月日"),
         GB_FIELD (Thing, years, YEARS, "年份"),
         GB_FIELD (Thing, integer, INTEGER, "整数", .minimum = 3, .maximum = 7, .initial = -1),
         GB_FIELD (Thing, boolean, BOOLEAN, "真假"),
         GB_FIELD (Thing, on, BOOLEAN, "真假", .initial = TRUE),
         GB_FIELD (Thing, choice, CHOICE, "选择", .choices = choice_words),
         GB_FIELD (Thing, shifted, CHOICE, "选择", .choices = choice_words, .minimum = 1,
                   .given = G_STRUCT_OFFSET (Thing, shifted_given)),
         GB_FIELD (Thing, item, OBJECT, "项", .schema = &item_schema),
         GB_FIELD (Thing, items, OBJECTS, "项", .schema = &item_schema, .unique = TRUE));

typedef struct {
  GbArena *arena;
  GbDiagnostics *diagnostics;
  Thing *thing;
} Decoded;

static void
decoded_init (Decoded *decoded, const char *text)
{
  decoded->arena = gb_arena_new ();
  decoded->diagnostics = gb_diagnostics_new ();
  gboolean is_empty;
  const GbYamlNode *node
    = gb_yaml_parse (decoded->arena, "f", text, strlen (text), 1, decoded->diagnostics, &is_empty);
  g_assert_nonnull (node);
  decoded->thing
    = gb_schema_decode (&thing_schema, decoded->arena, "f", node, decoded->diagnostics);
  gb_diagnostics_sort (decoded->diagnostics);
}

static void
decoded_clear (Decoded *decoded)
{
  gb_arena_free (decoded->arena);
  gb_diagnostics_free (decoded->diagnostics);
}

static void
test_absent (void)
{
  Decoded decoded;
  decoded_init (&decoded, "text: x");
  const Thing *thing = decoded.thing;
  g_assert_cmpuint (gb_diagnostics_count (decoded.diagnostics), ==, 0);
  g_assert_nonnull (thing->node);
  g_assert_cmpuint (thing->texts.length, ==, 0);
  g_assert_null (thing->number);
  g_assert_null (thing->item);
  g_assert_cmpint (thing->date, ==, GB_DATE_NONE);
  g_assert_cmpint (thing->when.first, ==, GB_DATE_NONE);
  g_assert_cmpint (thing->when.last, ==, GB_DATE_NONE);
  g_assert_cmpint (thing->day.month, ==, 0);
  g_assert_cmpint (thing->years.from, ==, 0);
  g_assert_cmpint (thing->integer, ==, -1);
  g_assert_false (thing->boolean);
  g_assert_true (thing->on);
  g_assert_cmpint (thing->choice, ==, 0);
  g_assert_cmpint (thing->shifted, ==, 0);
  g_assert_false (thing->shifted_given);
  decoded_clear (&decoded);
}

static void
test_present (void)
{
  Decoded decoded;
  decoded_init (&decoded, "text: no\n"
                          "texts: [甲, 'null', 1.10]\n"
                          "words: anniversary\n"
                          "agencies: [a, b-2]\n"
                          "number: 1.50\n"
                          "id: 2022\n"
                          "clause: p#art-1\n"
                          "url: /a\n"
                          "maybe: null\n"
                          "date: 2024-02-29\n"
                          "dates: [2023-01-01, \"2023-01-02\"]\n"
                          "when: 2023-05\n"
                          "day: 12-31\n"
                          "years: 2023-2025\n"
                          "integer: 7\n"
                          "boolean: true\n"
                          "'on': false\n"
                          "choice: anniversary\n"
                          "shifted: day-before\n"
                          "item: {id: x}\n"
                          "items:\n- id: a\n  rank: 9\n- id: b\n");
  const Thing *thing = decoded.thing;
  g_assert_cmpuint (gb_diagnostics_count (decoded.diagnostics), ==, 0);
  g_assert_cmpstr (thing->text, ==, "no");
  g_assert_cmpuint (thing->texts.length, ==, 3);
  g_assert_cmpstr (GB_TEXT_AT (thing->texts, 1), ==, "null");
  g_assert_cmpstr (GB_TEXT_AT (thing->texts, 2), ==, "1.10");
  g_assert_cmpuint (thing->words.length, ==, 1);
  g_assert_cmpstr (GB_TEXT_AT (thing->words, 0), ==, "anniversary");
  g_assert_cmpuint (thing->agencies.length, ==, 2);
  g_assert_cmpstr (thing->number, ==, "1.50");
  g_assert_cmpstr (thing->id, ==, "2022");
  g_assert_cmpstr (thing->clause, ==, "p#art-1");
  g_assert_cmpstr (thing->url, ==, "/a");
  g_assert_null (thing->maybe);
  g_assert_cmpint (thing->date, ==, gb_date_new (2024, 2, 29));
  g_assert_cmpuint (thing->dates.length, ==, 2);
  g_assert_cmpint (GPOINTER_TO_INT (thing->dates.items[1]), ==, gb_date_new (2023, 1, 2));
  g_assert_cmpint (thing->when.last, ==, gb_date_new (2023, 5, 31));
  g_assert_cmpint (thing->day.day, ==, 31);
  g_assert_cmpint (thing->years.to, ==, 2025);
  g_assert_cmpint (thing->integer, ==, 7);
  g_assert_true (thing->boolean);
  g_assert_false (thing->on);
  g_assert_cmpint (thing->choice, ==, 1);
  g_assert_cmpint (thing->shifted, ==, 1);
  g_assert_true (thing->shifted_given);
  g_assert_cmpstr (thing->item->id, ==, "x");
  g_assert_cmpuint (thing->items.length, ==, 2);
  g_assert_cmpint (GB_LIST_AT (Item, thing->items, 0)->rank, ==, 9);
  g_assert_cmpuint (GB_LIST_AT (Item, thing->items, 1)->node->line, ==, 24);
  decoded_clear (&decoded);
}

/* Each after "texts: x" on a line of its own: what is said first. */
static const char *const mistakes[][3] = {
  { "textt: x", "2:1 unknown-key", "unknown key 'textt' in thing; did you mean 'text'?" },
  { "colour: x", "2:1 unknown-key", "its keys are: text, texts, words" },
  { "text:", "2:6 empty-text", "'text' has no value; write one or leave the key out" },
  { "text: ~", "2:7 empty-text", "put the word '~' in quotes, or leave the key out" },
  { "text: null", "2:7 empty-text", "put the word 'null' in quotes" },
  { "text: ''", "2:7 empty-text", "has no value" },
  { "text: ' 　'", "2:7 empty-text", "has no value" },
  { "text: [x]", "2:7 wrong-type", "must be one text, not a list" },
  { "text: {x: y}", "2:7 wrong-type", "must be a text, not a mapping" },
  { "words: [day-before, weekly]", "2:21 bad-choice", "possible are: day-before, anniversary" },
  { "words: {a: b}", "2:8 wrong-type", "must be a list, not a mapping" },
  { "agencies: [a, B]", "2:15 bad-id", "such as b" },
  { "agencies: [[a]]", "2:12 wrong-type", "not a list" },
  { "agencies: [a, ~]", "2:15 empty-text", "read as nothing" },
  { "number: 40%", "2:9 bad-number", "'number': '40%' is not a number" },
  { "id: A", "2:5 bad-id", "'id': 'A' is no id" },
  { "clause: 第一条", "2:9 bad-clause", "art-14 for 第十四条" },
  { "url: www", "2:6 bad-url", "http://" },
  { "date: 2023-02-30", "2:7 bad-date", "February 2023 has 28 days" },
  { "date: [2023-02-01]", "2:7 wrong-type", "must be one text" },
  { "dates: [2023-02-01, 2023-02-29]", "2:21 bad-date", "28 days" },
  { "when: soon", "2:7 bad-date", "YYYY-MM or YYYY" },
  { "day: 31.12.", "2:6 bad-date", "MM-DD" },
  { "years: 23", "2:8 bad-date", "YYYY-YYYY" },
  { "integer: 010", "2:10 bad-number", "leading zeros" },
  { "integer: 2", "2:10 out-of-range", "'integer' is 2, but must be from 3 to 7" },
  { "integer: 8", "2:10 out-of-range", "from 3 to 7" },
  { "boolean: yes", "2:10 wrong-type", "'yes' is neither true nor false; write true" },
  { "boolean: {a: b}", "2:10 wrong-type", "not a mapping" },
  { "choice: anniversery", "2:9 bad-choice", "did you mean 'anniversary'?" },
  { "choice:", "2:8 empty-text", "has no value" },
  { "item: x", "2:7 wrong-type", "must be a mapping, written as 'key: value'" },
  { "item: {rank: 1}", "2:7 missing-key", "the key 'id' is missing; every item needs it" },
  { "item: {id: a, x: 1}", "2:15 unknown-key", "unknown key 'x' in item; its keys are: id, rank" },
  { "item:", "2:6 empty-text", "has no value" },
  { "items: {id: a}", "2:8 wrong-type", "begin each of them on a line of its own" },
  { "items: [x]", "2:9 wrong-type", "must be a mapping" },
  { "items: [{id: a}, {id: b}, {id: a}]", "2:32 duplicate-id", "on line 2, column 14" },
};

static void
test_mistakes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (mistakes); i++) {
    g_autofree char *text = g_strconcat ("texts: x\n", mistakes[i][0], "\n", NULL);
    Decoded decoded;
    decoded_init (&decoded, text);
    g_test_message ("%s", mistakes[i][0]);
    g_assert_cmpuint (gb_diagnostics_count (decoded.diagnostics), ==, 1);
    const GbDiagnostic *item = gb_diagnostics_get (decoded.diagnostics, 0);
    g_autofree char *said
      = g_strdup_printf ("%u:%u %s", item->place.line, item->place.column, item->code);
    g_assert_cmpstr (said, ==, mistakes[i][1]);
    if (strstr (item->message, mistakes[i][2]) == NULL)
      g_test_message ("said: %s", item->message);
    g_assert_nonnull (strstr (item->message, mistakes[i][2]));
    g_assert_nonnull (decoded.thing);
    /* What is wrong stays empty. */
    g_assert_cmpint (decoded.thing->integer, ==, -1);
    g_assert_cmpint (decoded.thing->date, ==, GB_DATE_NONE);
    g_assert_null (decoded.thing->id);
    decoded_clear (&decoded);
  }
}

static void
test_whole (void)
{
  static const char *const texts[][2] = {
    { "[a]", "1:1 wrong-type" },
    { "办法", "1:1 wrong-type" },
    { "on: true", "1:1 missing-key" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    Decoded decoded;
    decoded_init (&decoded, texts[i][0]);
    const GbDiagnostic *item = gb_diagnostics_get (decoded.diagnostics, 0);
    g_autofree char *said
      = g_strdup_printf ("%u:%u %s", item->place.line, item->place.column, item->code);
    g_assert_cmpstr (said, ==, texts[i][1]);
    g_assert_cmpint (decoded.thing != NULL, ==, i == 2);
    decoded_clear (&decoded);
  }
}

/* Not one mistake hides another. */
static void
test_all_at_once (void)
{
  g_autoptr (GString) text = g_string_new ("texts: x\n");
  guint n = 0;
  for (guint i = 0; i < G_N_ELEMENTS (mistakes); i++) {
    g_autofree char *key = g_strndup (mistakes[i][0], strcspn (mistakes[i][0], ":"));
    g_autofree char *line = g_strconcat ("\n", key, ":", NULL);
    if (strstr (text->str, line) != NULL)
      continue;
    g_string_append_printf (text, "%s\n", mistakes[i][0]);
    n++;
  }
  Decoded decoded;
  decoded_init (&decoded, text->str);
  g_assert_cmpuint (n, >, 15);
  g_assert_cmpuint (gb_diagnostics_errors (decoded.diagnostics), ==, n);
  decoded_clear (&decoded);
}

static void
test_too_many (void)
{
  g_autoptr (GString) text = g_string_new ("texts: x\n");
  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (text, "unknown-%u: x\n", i);
  Decoded decoded;
  decoded_init (&decoded, text->str);
  g_assert_cmpuint (gb_diagnostics_count (decoded.diagnostics), ==, GB_SCHEMA_ERRORS_MAX + 1);
  decoded_clear (&decoded);
}

static void
test_many_items (void)
{
  g_autoptr (GString) text = g_string_new ("texts: x\nitems:\n");
  for (guint i = 0; i < 50000; i++)
    g_string_append_printf (text, "- id: a-%u\n", i == 49999 ? 7 : i);
  Decoded decoded;
  decoded_init (&decoded, text->str);
  g_assert_cmpuint (decoded.thing->items.length, ==, 50000);
  g_assert_cmpuint (gb_diagnostics_count (decoded.diagnostics), ==, 1);
  const GbDiagnostic *item = gb_diagnostics_get (decoded.diagnostics, 0);
  g_assert_cmpstr (item->code, ==, "duplicate-id");
  g_assert_cmpuint (item->place.line, ==, 50002);
  g_assert_nonnull (strstr (item->message, "on line 10, column 7"));
  decoded_clear (&decoded);
}

/* --- The dictionary -------------------------------------------------------------------------- */

static gboolean
is_chinese (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text)) {
    gunichar c = g_utf8_get_char (text);
    if (c >= 0x4e00 && c < 0xa000)
      return TRUE;
  }
  return FALSE;
}

static gsize
size_of (const GbField *field)
{
  switch (field->type) {
  case GB_FIELD_TEXTS:
  case GB_FIELD_DATES:
  case GB_FIELD_OBJECTS:
    return sizeof (GbList);
  case GB_FIELD_DATE:
    return sizeof (GbDate);
  case GB_FIELD_WHEN:
    return sizeof (GbWhen);
  case GB_FIELD_MONTH_DAY:
    return sizeof (GbMonthDay);
  case GB_FIELD_YEARS:
    return sizeof (GbYears);
  case GB_FIELD_INTEGER:
  case GB_FIELD_BOOLEAN:
  case GB_FIELD_CHOICE:
    return sizeof (int);
  case GB_FIELD_TEXT:
  case GB_FIELD_NUMBER:
  case GB_FIELD_ID:
  case GB_FIELD_CLAUSE:
  case GB_FIELD_URL:
  case GB_FIELD_OBJECT:
  default:
    return sizeof (gpointer);
  }
}

static void
check_schema (const GbSchema *schema, GHashTable *seen)
{
  const GbSchema *known = g_hash_table_lookup (seen, schema->name);
  if (known != NULL) {
    g_assert_true (known == schema);
    return;
  }
  g_hash_table_insert (seen, (gpointer)schema->name, (gpointer)schema);
  g_test_message ("%s", schema->name);
  g_assert_true (gb_scalar_is_id (schema->name, strlen (schema->name)));
  g_assert_true (is_chinese (schema->title));
  g_assert_true (is_chinese (schema->about));
  g_assert_cmpuint (schema->n_fields, >, 0);
  g_assert_cmpuint (schema->n_fields, <=, 64);
  for (guint i = 0; i < schema->n_fields; i++) {
    const GbField *field = &schema->fields[i];
    g_test_message ("%s.%s", schema->name, field->key);
    g_assert_cmpuint (strspn (field->key, "abcdefghijklmnopqrstuvwxyz_"), ==, strlen (field->key));
    g_assert_true (is_chinese (field->about));
    g_assert_cmpuint (field->offset, >=, sizeof (gpointer));
    g_assert_cmpuint (field->offset + size_of (field), <=, schema->size);
    /* No two keys share a place in the struct or a name. */
    for (guint k = 0; k < i; k++) {
      const GbField *other = &schema->fields[k];
      g_assert_cmpstr (other->key, !=, field->key);
      g_assert_true (other->offset + size_of (other) <= field->offset
                     || field->offset + size_of (field) <= other->offset);
    }
    gboolean holds = field->type == GB_FIELD_OBJECT || field->type == GB_FIELD_OBJECTS;
    g_assert_cmpint (field->schema != NULL, ==, holds);
    g_assert_true (field->type != GB_FIELD_INTEGER || field->minimum < field->maximum);
    g_assert_true (field->type != GB_FIELD_CHOICE || field->choices != NULL);
    for (guint k = 0; field->choices != NULL && field->choices[k] != NULL; k++) {
      /* The words are explained where the key is. */
      g_assert_nonnull (strstr (field->about, field->choices[k]));
    }
    if (holds)
      check_schema (field->schema, seen);
    if (field->unique)
      g_assert_cmpstr (field->schema->fields[0].key, ==, "id");
  }
  for (guint k = 0; schema->any_of != NULL && schema->any_of[k] != NULL; k++) {
    guint i = 0;
    while (i < schema->n_fields && strcmp (schema->fields[i].key, schema->any_of[k]) != 0)
      i++;
    g_assert_cmpuint (i, <, schema->n_fields);
  }
}

static void
test_dictionary (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  const GbSchema *const *kinds = gb_dictionary ();
  guint n = 0;
  for (; kinds[n] != NULL; n++)
    check_schema (kinds[n], seen);
  g_assert_cmpuint (n, ==, 10);
}

/* The words stand in the order of the values they mean. */
static void
assert_words (const GbSchema *schema, const char *key, int value, const char *word)
{
  for (guint i = 0; i < schema->n_fields; i++) {
    const GbField *field = &schema->fields[i];
    if (strcmp (field->key, key) == 0) {
      g_assert_cmpstr (field->choices[value - field->minimum], ==, word);
      return;
    }
  }
  g_assert_not_reached ();
}

static const GbSchema *
part (const GbSchema *schema, const char *key)
{
  for (guint i = 0; i < schema->n_fields; i++) {
    if (strcmp (schema->fields[i].key, key) == 0)
      return schema->fields[i].schema;
  }
  g_assert_not_reached ();
}

static void
test_words (void)
{
  const GbSchema *agency = part (&gb_schema_agencies, "agencies");
  assert_words (agency, "level", GB_LEVEL_NATIONAL, "national");
  assert_words (agency, "level", GB_LEVEL_TOWN, "town");
  assert_words (&gb_schema_policy, "kind", GB_KIND_NORMATIVE, "normative");
  assert_words (&gb_schema_policy, "kind", GB_KIND_NOTICE, "notice");
  assert_words (&gb_schema_policy, "kind", GB_KIND_OTHER, "other");
  assert_words (part (&gb_schema_policy, "validity"), "end", GB_TERM_DAY_BEFORE, "day-before");
  assert_words (part (&gb_schema_policy, "validity"), "end", GB_TERM_ANNIVERSARY, "anniversary");
  assert_words (&gb_schema_registry, "kind", GB_REGISTRY_CLUSTER, "cluster");
  assert_words (&gb_schema_registry, "kind", GB_REGISTRY_PILOT, "pilot");
  const GbSchema *notice = part (&gb_schema_registry, "notice");
  assert_words (notice, "unit", GB_UNIT_WORKING_DAYS, "working");
  assert_words (notice, "unit", GB_UNIT_CALENDAR_DAYS, "calendar");
  assert_words (notice, "first_day", GB_FIRST_DAY_INCLUDED, "included");
  assert_words (notice, "first_day", GB_FIRST_DAY_EXCLUDED, "excluded");
  assert_words (part (&gb_schema_site, "counting"), "first_day", GB_FIRST_DAY_INCLUDED, "included");
  assert_words (part (&gb_schema_registry, "duties"), "every", GB_DUTY_QUARTERLY, "quarterly");
  assert_words (part (&gb_schema_registry, "caps"), "scope", GB_CAP_PER_INDUSTRY, "per-industry");
  assert_words (part (&gb_schema_registry, "caps"), "scope", GB_CAP_PER_YEAR, "per-year");
  const GbSchema *criterion = part (&gb_schema_registry, "criteria");
  assert_words (criterion, "comparison", GB_AT_LEAST, "at-least");
  assert_words (criterion, "comparison", GB_AT_MOST, "at-most");
  assert_words (criterion, "comparison", GB_MORE_THAN, "more-than");
  assert_words (criterion, "comparison", GB_LESS_THAN, "less-than");
  assert_words (criterion, "comparison", GB_EQUALS, "equals");
  assert_words (criterion, "comparison", GB_MET, "met");
  const GbSchema *event = part (part (&gb_schema_batch, "entries"), "events");
  for (int kind = GB_EVENT_APPLIED; kind <= GB_EVENT_RENAMED; kind++)
    assert_words (event, "kind", kind, gb_event_name ((GbEventKind)kind));
  assert_words (event, "result", 1, "passed");
  assert_words (event, "result", 2, "failed");
  const GbSchema *outcome = part (&gb_schema_notice, "outcome");
  assert_words (outcome, "kind", GB_OUTCOME_CERTIFIED, "certified");
  assert_words (outcome, "kind", GB_OUTCOME_PARTLY, "partly");
  assert_words (outcome, "kind", GB_OUTCOME_WITHDRAWN, "withdrawn");
  assert_words (outcome, "kind", GB_OUTCOME_RESTARTED, "restarted");
  assert_words (&gb_schema_calendar, "status", 0, "published");
  assert_words (&gb_schema_calendar, "status", 1, "not_published");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schema/dates", test_dates);
  g_test_add_func ("/schema/inexact-dates", test_inexact_dates);
  g_test_add_func ("/schema/numbers", test_numbers);
  g_test_add_func ("/schema/ids", test_ids);
  g_test_add_func ("/schema/nearest", test_nearest);
  g_test_add_func ("/schema/absent", test_absent);
  g_test_add_func ("/schema/present", test_present);
  g_test_add_func ("/schema/mistakes", test_mistakes);
  g_test_add_func ("/schema/whole", test_whole);
  g_test_add_func ("/schema/all-at-once", test_all_at_once);
  g_test_add_func ("/schema/too-many", test_too_many);
  g_test_add_func ("/schema/many-items", test_many_items);
  g_test_add_func ("/schema/dictionary", test_dictionary);
  g_test_add_func ("/schema/words", test_words);
  return g_test_run ();
}
