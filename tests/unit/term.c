/* Terms of years under both rules, with the days that have no anniversary. */
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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/term/terms", test_terms);
  g_test_add_func ("/term/limits", test_limits);
  return g_test_run ();
}
