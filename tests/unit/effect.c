/* The day of effect: one row for each way to state it, and for each way it fails. */
#include "law/effect.h"

typedef struct {
  const char *name;
  const char *date;
  gboolean on_issue;
  int days_after;
  gboolean none_stated;
  const char *issued, *signed_, *published;
  GbEffectProblem problem;
  const char *effective; /* "" for none */
  GbRule rule;
  const char *from;
  int count;
} Row;

static const Row rows[] = {
  { "a day is stated", "2024-02-01", FALSE, 0, FALSE, "2024-01-20", "", "2024-01-25", GB_EFFECT_OK,
    "2024-02-01", GB_RULE_RECORDED, "", 0 },
  { "the first day there is", "1900-01-01", FALSE, 0, FALSE, "", "", "", GB_EFFECT_OK, "1900-01-01",
    GB_RULE_RECORDED, "", 0 },
  { "the last day there is", "2999-12-31", FALSE, 0, FALSE, "", "", "", GB_EFFECT_OK, "2999-12-31",
    GB_RULE_RECORDED, "", 0 },
  { "on issue", "", TRUE, 0, FALSE, "2021-06-22", "2021-06-18", "2021-07-01", GB_EFFECT_OK,
    "2021-06-22", GB_RULE_ON_ISSUE, "2021-06-22", 0 },
  { "on issue, signed only", "", TRUE, 0, FALSE, "", "2021-06-18", "2021-07-01", GB_EFFECT_OK,
    "2021-06-18", GB_RULE_ON_ISSUE, "2021-06-18", 0 },
  { "on issue, published only", "", TRUE, 0, FALSE, "", "", "2021-07-01", GB_EFFECT_WITHOUT_ISSUE,
    "", GB_RULE_NONE, "", 0 },
  /* Published on 28 February: 29 February (or 1 March) is the first of the days. */
  { "the day after publication", "", FALSE, 1, FALSE, "2023-01-01", "", "2023-02-28", GB_EFFECT_OK,
    "2023-03-01", GB_RULE_DAYS_AFTER, "2023-02-28", 1 },
  { "the day after, in a leap year", "", FALSE, 1, FALSE, "", "", "2024-02-28", GB_EFFECT_OK,
    "2024-02-29", GB_RULE_DAYS_AFTER, "2024-02-28", 1 },
  /* 28 February 2023 and 30 days: 30 March. */
  { "thirty days after", "", FALSE, 30, FALSE, "", "", "2023-02-28", GB_EFFECT_OK, "2023-03-30",
    GB_RULE_DAYS_AFTER, "2023-02-28", 30 },
  { "into the next year", "", FALSE, 30, FALSE, "", "", "2023-12-02", GB_EFFECT_OK, "2024-01-01",
    GB_RULE_DAYS_AFTER, "2023-12-02", 30 },
  { "up to the last day there is", "", FALSE, 30, FALSE, "", "", "2999-12-01", GB_EFFECT_OK,
    "2999-12-31", GB_RULE_DAYS_AFTER, "2999-12-01", 30 },
  { "beyond the last day there is", "", FALSE, 31, FALSE, "", "", "2999-12-01", GB_EFFECT_OK, "",
    GB_RULE_DAYS_AFTER, "2999-12-01", 31 },
  { "far beyond it", "", FALSE, G_MAXINT, FALSE, "", "", "2024-01-01", GB_EFFECT_OK, "",
    GB_RULE_DAYS_AFTER, "2024-01-01", G_MAXINT },
  { "days after a publication not on record", "", FALSE, 30, FALSE, "2023-02-28", "2023-02-28", "",
    GB_EFFECT_WITHOUT_PUBLICATION, "", GB_RULE_NONE, "", 0 },
  { "the text is silent", "", FALSE, 0, TRUE, "2023-02-28", "2023-02-28", "2023-02-28",
    GB_EFFECT_OK, "", GB_RULE_NONE, "", 0 },
  { "nothing is stated", "", FALSE, 0, FALSE, "2023-02-28", "", "2023-02-28", GB_EFFECT_NOTHING, "",
    GB_RULE_NONE, "", 0 },
  { "a day and silence", "2024-02-01", FALSE, 0, TRUE, "", "", "", GB_EFFECT_CONFLICT, "",
    GB_RULE_NONE, "", 0 },
  { "a day and issue", "2024-02-01", TRUE, 0, FALSE, "2024-02-01", "", "", GB_EFFECT_CONFLICT, "",
    GB_RULE_NONE, "", 0 },
  { "issue and days", "", TRUE, 30, FALSE, "2024-02-01", "", "2024-02-01", GB_EFFECT_CONFLICT, "",
    GB_RULE_NONE, "", 0 },
  { "days and silence", "", FALSE, 30, TRUE, "", "", "2024-02-01", GB_EFFECT_CONFLICT, "",
    GB_RULE_NONE, "", 0 },
};

static GbDate
day (const char *text)
{
  GbDate date = GB_DATE_NONE;
  g_assert_true (text[0] == '\0' || gb_date_parse (text, &date));
  return date;
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  const GbEffectFacts facts = {
    .date = day (row->date),
    .on_issue = row->on_issue,
    .days_after = row->days_after,
    .none_stated = row->none_stated,
    .clause = "rules#art-9",
    .issued = day (row->issued),
    .signed_ = day (row->signed_),
    .published = day (row->published),
  };
  GbDerivation effect;
  g_assert_cmpint (gb_effect_derive (&facts, &effect), ==, row->problem);
  g_assert_cmpint (effect.date, ==, day (row->effective));
  g_assert_cmpint (effect.rule, ==, row->rule);
  g_assert_cmpint (effect.from, ==, day (row->from));
  g_assert_cmpint (effect.count, ==, row->count);
  g_assert_cmpstr (effect.clause, ==, "rules#art-9");
  g_assert_false (effect.provisional);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *path = g_strdup_printf ("/effect/%s", rows[i].name);
    g_test_add_data_func (path, &rows[i], test_row);
  }
  return g_test_run ();
}
