/* The last day of a policy: one row for each way to state it, and for each way it fails. */
#include "law/validity.h"

typedef struct {
  const char *name;
  const char *until;
  int years, first_year, last_year;
  gboolean none_stated, indefinite;
  GbTermEnd end;
  const char *effective;
  GbValidityProblem problem;
  const char *last_day; /* "" for none */
  GbRule rule;
  const char *from;
  int count;
} Row;

static const Row rows[] = {
  { "a day is stated", "2025-12-31", 0, 0, 0, FALSE, FALSE, GB_TERM_DAY_BEFORE, "2023-03-30",
    GB_VALIDITY_OK, "2025-12-31", GB_RULE_RECORDED, "", 0 },
  { "a day is stated, no day of effect", "2025-12-31", 0, 0, 0, FALSE, FALSE, GB_TERM_ANNIVERSARY,
    "", GB_VALIDITY_OK, "2025-12-31", GB_RULE_RECORDED, "", 0 },
  { "years, the day before", "", 3, 0, 0, FALSE, FALSE, GB_TERM_DAY_BEFORE, "2023-02-28",
    GB_VALIDITY_OK, "2026-02-27", GB_RULE_YEARS_BEFORE, "2023-02-28", 3 },
  { "years, the anniversary", "", 3, 0, 0, FALSE, FALSE, GB_TERM_ANNIVERSARY, "2023-02-28",
    GB_VALIDITY_OK, "2026-02-28", GB_RULE_YEARS_ANNIVERSARY, "2023-02-28", 3 },
  { "years from 29 February", "", 3, 0, 0, FALSE, FALSE, GB_TERM_DAY_BEFORE, "2024-02-29",
    GB_VALIDITY_OK, "2027-02-28", GB_RULE_YEARS_BEFORE, "2024-02-29", 3 },
  { "years from 1 January", "", 1, 0, 0, FALSE, FALSE, GB_TERM_DAY_BEFORE, "2024-01-01",
    GB_VALIDITY_OK, "2024-12-31", GB_RULE_YEARS_BEFORE, "2024-01-01", 1 },
  { "years without a day of effect", "", 3, 0, 0, FALSE, FALSE, GB_TERM_DAY_BEFORE, "",
    GB_VALIDITY_WITHOUT_EFFECT, "", GB_RULE_NONE, "", 0 },
  { "years beyond the calendar", "", 3, 0, 0, FALSE, FALSE, GB_TERM_DAY_BEFORE, "2998-01-01",
    GB_VALIDITY_OK, "", GB_RULE_YEARS_BEFORE, "2998-01-01", 3 },
  /* Whole years do not care for the day of effect. */
  { "whole years", "", 0, 2023, 2025, FALSE, FALSE, GB_TERM_ANNIVERSARY, "2023-03-30",
    GB_VALIDITY_OK, "2025-12-31", GB_RULE_WHOLE_YEARS, "2023-01-01", 3 },
  { "one whole year", "", 0, 2024, 2024, FALSE, FALSE, GB_TERM_DAY_BEFORE, "", GB_VALIDITY_OK,
    "2024-12-31", GB_RULE_WHOLE_YEARS, "2024-01-01", 1 },
  { "indefinite", "", 0, 0, 0, FALSE, TRUE, GB_TERM_DAY_BEFORE, "2024-01-01", GB_VALIDITY_OK, "",
    GB_RULE_NONE, "", 0 },
  { "the text is silent", "", 0, 0, 0, TRUE, FALSE, GB_TERM_DAY_BEFORE, "2024-01-01",
    GB_VALIDITY_OK, "", GB_RULE_NONE, "", 0 },
  { "nothing is stated", "", 0, 0, 0, FALSE, FALSE, GB_TERM_DAY_BEFORE, "2024-01-01",
    GB_VALIDITY_NOTHING, "", GB_RULE_NONE, "", 0 },
  { "a day and years", "2025-12-31", 3, 0, 0, FALSE, FALSE, GB_TERM_DAY_BEFORE, "2023-01-01",
    GB_VALIDITY_CONFLICT, "", GB_RULE_NONE, "", 0 },
  { "years and whole years", "", 3, 2023, 2025, FALSE, FALSE, GB_TERM_DAY_BEFORE, "2023-01-01",
    GB_VALIDITY_CONFLICT, "", GB_RULE_NONE, "", 0 },
  { "whole years and silence", "", 0, 2023, 2025, TRUE, FALSE, GB_TERM_DAY_BEFORE, "2023-01-01",
    GB_VALIDITY_CONFLICT, "", GB_RULE_NONE, "", 0 },
  { "silence and no end", "", 0, 0, 0, TRUE, TRUE, GB_TERM_DAY_BEFORE, "2023-01-01",
    GB_VALIDITY_CONFLICT, "", GB_RULE_NONE, "", 0 },
  { "a day and no end", "2025-12-31", 0, 0, 0, FALSE, TRUE, GB_TERM_DAY_BEFORE, "2023-01-01",
    GB_VALIDITY_CONFLICT, "", GB_RULE_NONE, "", 0 },
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
  const GbValidityFacts facts = {
    .until = day (row->until),
    .years = row->years,
    .first_year = row->first_year,
    .last_year = row->last_year,
    .none_stated = row->none_stated,
    .indefinite = row->indefinite,
    .end = row->end,
    .clause = "rules#art-9",
    .effective = day (row->effective),
  };
  GbDerivation last_day;
  g_assert_cmpint (gb_validity_derive (&facts, &last_day), ==, row->problem);
  g_assert_cmpint (last_day.date, ==, day (row->last_day));
  g_assert_cmpint (last_day.rule, ==, row->rule);
  g_assert_cmpint (last_day.from, ==, day (row->from));
  g_assert_cmpint (last_day.count, ==, row->count);
  g_assert_cmpstr (last_day.clause, ==, "rules#art-9");
  g_assert_false (last_day.provisional);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *path = g_strdup_printf ("/validity/%s", rows[i].name);
    g_test_add_data_func (path, &rows[i], test_row);
  }
  return g_test_run ();
}
