/* Terms of years under both rules, with the days that have no anniversary; the terms of
 * certifications and renewals, a row for each thing that may set them. */
#include "law/term.h"

static void
assert_term (const char *from, int years, const char *day_before, const char *anniversary)
{
  GbDate date = GB_DATE_NONE;
  char text[GB_DATE_LENGTH];
  g_assert_true (gb_date_parse (from, &date));
  g_assert_cmpstr (gb_date_format (gb_term_last_day (date, years, GB_TERM_DAY_BEFORE), text), ==,
                   day_before);
  g_assert_cmpstr (gb_date_format (gb_term_last_day (date, years, GB_TERM_ANNIVERSARY), text), ==,
                   anniversary);
}

static void
test_terms (void)
{
  assert_term ("2023-07-10", 3, "2026-07-09", "2026-07-10");
  assert_term ("2024-07-10", 3, "2027-07-09", "2027-07-10");
  assert_term ("2023-02-28", 3, "2026-02-27", "2026-02-28");
  assert_term ("2024-10-21", 3, "2027-10-20", "2027-10-21");
  assert_term ("2024-01-01", 1, "2024-12-31", "2025-01-01");
  assert_term ("2024-02-29", 3, "2027-02-28", "2027-02-28");
  assert_term ("2024-02-29", 4, "2028-02-28", "2028-02-29");
  assert_term ("2096-02-29", 4, "2100-02-28", "2100-02-28");
  assert_term ("2023-03-01", 1, "2024-02-29", "2024-03-01");
  assert_term ("2024-03-01", 1, "2025-02-28", "2025-03-01");
  assert_term ("2021-02-28", 3, "2024-02-27", "2024-02-28");
  assert_term ("2000-05-31", 200, "2200-05-30", "2200-05-31");
}

static void
test_limits (void)
{
  g_assert_cmpint (gb_term_last_day (GB_DATE_NONE, 3, GB_TERM_DAY_BEFORE), ==, GB_DATE_NONE);
  static const int bad[] = { 0, -1, 201, G_MAXINT, G_MININT };
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_cmpint (gb_term_last_day (0, bad[i], GB_TERM_DAY_BEFORE), ==, GB_DATE_NONE);
  assert_term ("2998-06-01", 1, "2999-05-31", "2999-06-01");
  assert_term ("2998-06-01", 2, "", "");
}

/* -- certifications -- */

typedef struct {
  const char *name;
  const char *certified, *from, *to; /* "" for none */
  int first_year, last_year, own_years, batch_years;
  gboolean not_known;
  const GbTermScheme *scheme;
  GbTermEnd end;
  const char *first_day;
  GbRule first_rule;
  const char *last_day;
  GbRule last_rule;
  int count;
  gboolean by_clause; /* the last day is by the scheme's clause */
} Certification;

#define NO_UNTIL .until = GB_DATE_NONE, .until_rule = GB_RULE_NONE, .clause = "rules#art-6"
/* 2026-12-31 */
#define UNTIL .until = 20818, .until_rule = GB_RULE_STATED, .clause = "rules#art-6"

static const GbTermScheme three = { .years = 3, NO_UNTIL };
static const GbTermScheme three_until = { .years = 3, UNTIL };
static const GbTermScheme whole = { .first_year = 2024, .last_year = 2026, NO_UNTIL };
static const GbTermScheme only_until = { UNTIL };
static const GbTermScheme says_nothing = { NO_UNTIL };
static const GbTermScheme silent = { .none_stated = TRUE, NO_UNTIL };

static const Certification certifications[] = {
  { "three years from the day of certification", "2023-07-10", "", "", 0, 0, 0, 0, FALSE, &three,
    GB_TERM_DAY_BEFORE, "2023-07-10", GB_RULE_CERTIFIED, "2026-07-09", GB_RULE_YEARS_BEFORE, 3,
    TRUE },
  { "to the anniversary", "2023-07-10", "", "", 0, 0, 0, 0, FALSE, &three, GB_TERM_ANNIVERSARY,
    "2023-07-10", GB_RULE_CERTIFIED, "2026-07-10", GB_RULE_YEARS_ANNIVERSARY, 3, TRUE },
  { "from the first day that is printed", "2023-07-10", "2023-08-01", "", 0, 0, 0, 0, FALSE, &three,
    GB_TERM_DAY_BEFORE, "2023-08-01", GB_RULE_RECORDED, "2026-07-31", GB_RULE_YEARS_BEFORE, 3,
    TRUE },
  { "to the last day that is printed", "2023-07-10", "", "2025-01-01", 0, 0, 2, 1, TRUE, &three,
    GB_TERM_DAY_BEFORE, "2023-07-10", GB_RULE_CERTIFIED, "2025-01-01", GB_RULE_RECORDED, 0, FALSE },
  { "whole years of the batch", "2023-07-10", "", "", 2023, 2025, 1, 1, TRUE, &three,
    GB_TERM_DAY_BEFORE, "2023-01-01", GB_RULE_WHOLE_YEARS_FROM, "2025-12-31", GB_RULE_WHOLE_YEARS,
    3, FALSE },
  { "one whole year", "2024-02-29", "", "", 2024, 2024, 0, 0, FALSE, NULL, GB_TERM_DAY_BEFORE,
    "2024-01-01", GB_RULE_WHOLE_YEARS_FROM, "2024-12-31", GB_RULE_WHOLE_YEARS, 1, FALSE },
  { "whole years of the scheme", "2024-05-01", "", "", 0, 0, 0, 0, FALSE, &whole,
    GB_TERM_DAY_BEFORE, "2024-05-01", GB_RULE_CERTIFIED, "2026-12-31", GB_RULE_WHOLE_YEARS, 3,
    TRUE },
  { "the batch outranks the scheme", "2023-07-10", "", "", 0, 0, 0, 2, FALSE, &three,
    GB_TERM_DAY_BEFORE, "2023-07-10", GB_RULE_CERTIFIED, "2025-07-09", GB_RULE_YEARS_BEFORE, 2,
    TRUE },
  { "its own outrank the batch", "2023-07-10", "", "", 0, 0, 1, 2, FALSE, &three,
    GB_TERM_DAY_BEFORE, "2023-07-10", GB_RULE_CERTIFIED, "2024-07-09", GB_RULE_YEARS_BEFORE, 1,
    TRUE },
  { "years of a batch without a scheme", "2023-07-10", "", "", 0, 0, 0, 2, FALSE, NULL,
    GB_TERM_DAY_BEFORE, "2023-07-10", GB_RULE_CERTIFIED, "2025-07-09", GB_RULE_YEARS_BEFORE, 2,
    FALSE },
  { "years of a batch under a silent scheme", "2023-07-10", "", "", 0, 0, 0, 2, FALSE, &silent,
    GB_TERM_DAY_BEFORE, "2023-07-10", GB_RULE_CERTIFIED, "2025-07-09", GB_RULE_YEARS_BEFORE, 2,
    TRUE },
  /* The scheme certifies up to 2026-12-31: the day before, the day, the day after. */
  { "not cut", "2023-12-31", "", "", 0, 0, 0, 0, FALSE, &three_until, GB_TERM_DAY_BEFORE,
    "2023-12-31", GB_RULE_CERTIFIED, "2026-12-30", GB_RULE_YEARS_BEFORE, 3, TRUE },
  { "ends on the very day", "2024-01-01", "", "", 0, 0, 0, 0, FALSE, &three_until,
    GB_TERM_DAY_BEFORE, "2024-01-01", GB_RULE_CERTIFIED, "2026-12-31", GB_RULE_YEARS_BEFORE, 3,
    TRUE },
  { "cut by a day", "2024-01-02", "", "", 0, 0, 0, 0, FALSE, &three_until, GB_TERM_DAY_BEFORE,
    "2024-01-02", GB_RULE_CERTIFIED, "2026-12-31", GB_RULE_STATED, 0, TRUE },
  { "its own years are cut too", "2024-01-02", "", "", 0, 0, 5, 0, FALSE, &three_until,
    GB_TERM_DAY_BEFORE, "2024-01-02", GB_RULE_CERTIFIED, "2026-12-31", GB_RULE_STATED, 0, TRUE },
  { "a printed last day is not cut", "2024-01-02", "", "2027-06-30", 0, 0, 0, 0, FALSE,
    &three_until, GB_TERM_DAY_BEFORE, "2024-01-02", GB_RULE_CERTIFIED, "2027-06-30",
    GB_RULE_RECORDED, 0, FALSE },
  { "no years, only a day", "2024-05-01", "", "", 0, 0, 0, 0, FALSE, &only_until,
    GB_TERM_DAY_BEFORE, "2024-05-01", GB_RULE_CERTIFIED, "2026-12-31", GB_RULE_STATED, 0, TRUE },
  /* What is not known is not made up. */
  { "certified in a month", "", "", "", 0, 0, 0, 0, FALSE, &three, GB_TERM_DAY_BEFORE, "",
    GB_RULE_NONE, "", GB_RULE_NONE, 0, FALSE },
  { "certified in a month, up to a day", "", "", "", 0, 0, 0, 0, FALSE, &only_until,
    GB_TERM_DAY_BEFORE, "", GB_RULE_NONE, "2026-12-31", GB_RULE_STATED, 0, TRUE },
  { "the batch does not know", "2023-07-10", "", "", 0, 0, 0, 0, TRUE, &three, GB_TERM_DAY_BEFORE,
    "2023-07-10", GB_RULE_CERTIFIED, "", GB_RULE_NONE, 0, FALSE },
  { "the scheme sets none", "2023-07-10", "", "", 0, 0, 0, 0, FALSE, &silent, GB_TERM_DAY_BEFORE,
    "2023-07-10", GB_RULE_CERTIFIED, "", GB_RULE_NONE, 0, FALSE },
  { "there is no scheme", "2023-07-10", "", "", 0, 0, 0, 0, FALSE, NULL, GB_TERM_DAY_BEFORE,
    "2023-07-10", GB_RULE_CERTIFIED, "", GB_RULE_NONE, 0, FALSE },
  { "the scheme names a clause and no more", "2023-07-10", "", "", 0, 0, 0, 0, FALSE, &says_nothing,
    GB_TERM_DAY_BEFORE, "2023-07-10", GB_RULE_CERTIFIED, "", GB_RULE_NONE, 0, TRUE },
  { "beyond the calendar", "2998-01-01", "", "", 0, 0, 0, 0, FALSE, &three, GB_TERM_DAY_BEFORE,
    "2998-01-01", GB_RULE_CERTIFIED, "", GB_RULE_YEARS_BEFORE, 3, TRUE },
};

static GbDate
day (const char *text)
{
  GbDate date = GB_DATE_NONE;
  g_assert_true (text[0] == '\0' || gb_date_parse (text, &date));
  return date;
}

static void
test_certification (gconstpointer data)
{
  const Certification *row = data;
  const GbTermFacts facts = {
    .certified = day (row->certified),
    .from = day (row->from),
    .to = day (row->to),
    .first_year = row->first_year,
    .last_year = row->last_year,
    .own_years = row->own_years,
    .batch_years = row->batch_years,
    .not_known = row->not_known,
    .end = row->end,
    .scheme = row->scheme,
  };
  GbTerm term = gb_term_derive (&facts);
  g_assert_cmpint (term.from.date, ==, day (row->first_day));
  g_assert_cmpint (term.from.rule, ==, row->first_rule);
  g_assert_null (term.from.clause);
  g_assert_cmpint (term.to.date, ==, day (row->last_day));
  g_assert_cmpint (term.to.rule, ==, row->last_rule);
  g_assert_cmpint (term.to.count, ==, row->count);
  g_assert_cmpstr (term.to.clause, ==, row->by_clause ? "rules#art-6" : NULL);
  if (row->last_rule == GB_RULE_YEARS_BEFORE || row->last_rule == GB_RULE_YEARS_ANNIVERSARY)
    g_assert_cmpint (term.to.from, ==, term.from.date);
}

/* -- renewals -- */

typedef struct {
  const char *name;
  const char *from, *to;
  int own_years, review_years, scheme_years;
  const char *old_last_day;
  GbTermEnd end;
  const char *first_day;
  GbRule first_rule;
  const char *last_day;
  GbRule last_rule;
  int count;
} Renewal;

static const Renewal renewals[] = {
  { "from the day after the old term", "", "", 0, 0, 3, "2026-07-09", GB_TERM_DAY_BEFORE,
    "2026-07-10", GB_RULE_DAY_AFTER, "2029-07-09", GB_RULE_RENEWED, 3 },
  { "to the anniversary", "", "", 0, 0, 3, "2026-07-10", GB_TERM_ANNIVERSARY, "2026-07-11",
    GB_RULE_DAY_AFTER, "2029-07-11", GB_RULE_RENEWED, 3 },
  { "after the last of a year", "", "", 0, 0, 1, "2025-12-31", GB_TERM_DAY_BEFORE, "2026-01-01",
    GB_RULE_DAY_AFTER, "2026-12-31", GB_RULE_RENEWED, 1 },
  { "after 28 February of a leap year", "", "", 0, 0, 3, "2024-02-28", GB_TERM_DAY_BEFORE,
    "2024-02-29", GB_RULE_DAY_AFTER, "2027-02-28", GB_RULE_RENEWED, 3 },
  { "from the day that is printed", "2026-09-01", "", 0, 0, 3, "2026-07-09", GB_TERM_DAY_BEFORE,
    "2026-09-01", GB_RULE_RECORDED, "2029-08-31", GB_RULE_RENEWED, 3 },
  { "to the day that is printed", "", "2028-12-31", 5, 2, 3, "2026-07-09", GB_TERM_DAY_BEFORE,
    "2026-07-10", GB_RULE_DAY_AFTER, "2028-12-31", GB_RULE_RECORDED, 0 },
  { "the rule of reviews outranks that of terms", "", "", 0, 2, 3, "2026-07-09", GB_TERM_DAY_BEFORE,
    "2026-07-10", GB_RULE_DAY_AFTER, "2028-07-09", GB_RULE_RENEWED, 2 },
  { "its own years outrank both", "", "", 5, 2, 3, "2026-07-09", GB_TERM_DAY_BEFORE, "2026-07-10",
    GB_RULE_DAY_AFTER, "2031-07-09", GB_RULE_RENEWED, 5 },
  { "no years", "", "", 0, 0, 0, "2026-07-09", GB_TERM_DAY_BEFORE, "2026-07-10", GB_RULE_DAY_AFTER,
    "", GB_RULE_NONE, 0 },
  { "the old term is not known", "", "", 0, 0, 3, "", GB_TERM_DAY_BEFORE, "", GB_RULE_NONE, "",
    GB_RULE_NONE, 0 },
  { "not known, to a printed day", "", "2028-12-31", 0, 0, 3, "", GB_TERM_DAY_BEFORE, "",
    GB_RULE_NONE, "2028-12-31", GB_RULE_RECORDED, 0 },
  { "after the last day there is", "", "", 0, 0, 3, "2999-12-31", GB_TERM_DAY_BEFORE, "",
    GB_RULE_NONE, "", GB_RULE_NONE, 0 },
};

static void
test_renewal (gconstpointer data)
{
  const Renewal *row = data;
  const GbTermRenewal facts = {
    .from = day (row->from),
    .to = day (row->to),
    .own_years = row->own_years,
    .review_years = row->review_years,
    .scheme_years = row->scheme_years,
    .old_last_day = day (row->old_last_day),
    .end = row->end,
    .clause = "rules#art-8",
  };
  GbTerm term = gb_term_renew (&facts);
  g_assert_cmpint (term.from.date, ==, day (row->first_day));
  g_assert_cmpint (term.from.rule, ==, row->first_rule);
  g_assert_cmpint (term.from.from, ==,
                   row->first_rule == GB_RULE_DAY_AFTER ? day (row->old_last_day) : GB_DATE_NONE);
  g_assert_cmpint (term.to.date, ==, day (row->last_day));
  g_assert_cmpint (term.to.rule, ==, row->last_rule);
  g_assert_cmpint (term.to.count, ==, row->count);
  g_assert_cmpstr (term.to.clause, ==, row->last_rule == GB_RULE_RENEWED ? "rules#art-8" : NULL);
}

static void
test_names (void)
{
  g_assert_cmpstr (gb_term_end_name (GB_TERM_DAY_BEFORE), ==, "day-before");
  g_assert_cmpstr (gb_term_end_name (GB_TERM_ANNIVERSARY), ==, "anniversary");
  g_assert_cmpstr (gb_term_end_name ((GbTermEnd)2), ==, "none");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/term/terms", test_terms);
  g_test_add_func ("/term/limits", test_limits);
  g_test_add_func ("/term/names", test_names);
  for (gsize i = 0; i < G_N_ELEMENTS (certifications); i++) {
    g_autofree char *path = g_strdup_printf ("/term/certification/%s", certifications[i].name);
    g_test_add_data_func (path, &certifications[i], test_certification);
  }
  for (gsize i = 0; i < G_N_ELEMENTS (renewals); i++) {
    g_autofree char *path = g_strdup_printf ("/term/renewal/%s", renewals[i].name);
    g_test_add_data_func (path, &renewals[i], test_renewal);
  }
  return g_test_run ();
}
