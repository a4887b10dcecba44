/* The window of a review, at the ends of months, years and the calendar. */
#include "law/review.h"

typedef struct {
  const char *last_day;
  int months;
  const char *start; /* "" for none */
} Row;

static const Row rows[] = {
  /* Counted back from the day after the last: 1 July, 1 January, 10 July. */
  { "2026-06-30", 6, "2026-01-01" },
  { "2025-12-31", 3, "2025-10-01" },
  { "2026-07-09", 1, "2026-06-10" },
  { "2026-07-09", 6, "2026-01-10" },
  { "2026-07-09", 12, "2025-07-10" },
  { "2026-07-09", 18, "2025-01-10" },
  /* From the last day itself it would be 30 August, 28 January. */
  { "2026-09-30", 1, "2026-09-01" },
  { "2026-02-28", 1, "2026-02-01" },
  { "2024-02-28", 1, "2024-01-29" },
  { "2024-02-29", 12, "2023-03-01" },
  /* 31 March, one month back: February has no 31st. */
  { "2025-03-30", 1, "2025-02-28" },
  { "2024-03-30", 1, "2024-02-29" },
  { "2024-08-30", 6, "2024-02-29" },
  { "2026-12-30", 6, "2026-06-30" },
  /* No window, no last day, and the ends of the calendar. */
  { "2026-07-09", 0, "" },
  { "2026-07-09", -1, "" },
  { "", 6, "" },
  { "2999-12-30", 1, "2999-11-30" },
  { "2999-12-31", 1, "" },
  { "1900-01-31", 1, "1900-01-01" },
  { "1900-01-30", 1, "" },
};

static GbDate
day (const char *text)
{
  GbDate date = GB_DATE_NONE;
  g_assert_true (text[0] == '\0' || gb_date_parse (text, &date));
  return date;
}

static void
test_windows (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    char text[GB_DATE_LENGTH];
    GbDate last_day = day (rows[i].last_day);
    g_assert_cmpstr (gb_date_format (gb_review_start (last_day, rows[i].months), text), ==,
                     rows[i].start);
    GbDerivation review = gb_review_before (last_day, rows[i].months, "rules#art-8");
    g_assert_cmpint (review.date, ==, day (rows[i].start));
    g_assert_cmpint (review.rule, ==, GB_RULE_MONTHS_BEFORE);
    g_assert_cmpint (review.from, ==, last_day);
    g_assert_cmpint (review.count, ==, rows[i].months);
    g_assert_cmpstr (review.clause, ==, "rules#art-8");
  }
}

static void
test_derive (void)
{
  static const struct {
    const char *date;
    int months;
    const char *last_day;
    const char *due;
    GbRule rule;
    const char *from;
    int count;
  } cases[] = {
    { "2026-01-15", 0, "2026-06-30", "2026-01-15", GB_RULE_RECORDED, "", 0 },
    { "2026-01-15", 6, "2026-06-30", "2026-01-15", GB_RULE_RECORDED, "", 0 },
    { "2026-01-15", 0, "", "2026-01-15", GB_RULE_RECORDED, "", 0 },
    { "", 6, "2026-06-30", "2026-01-01", GB_RULE_MONTHS_BEFORE, "2026-06-30", 6 },
    { "", 1, "2026-06-30", "2026-06-01", GB_RULE_MONTHS_BEFORE, "2026-06-30", 1 },
    { "", 6, "", "", GB_RULE_NONE, "", 0 },
    { "", 0, "2026-06-30", "", GB_RULE_NONE, "", 0 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    GbDerivation review = gb_review_derive (day (cases[i].date), cases[i].months,
                                            day (cases[i].last_day), "rules#art-8");
    g_assert_cmpint (review.date, ==, day (cases[i].due));
    g_assert_cmpint (review.rule, ==, cases[i].rule);
    g_assert_cmpint (review.from, ==, day (cases[i].from));
    g_assert_cmpint (review.count, ==, cases[i].count);
    g_assert_cmpstr (review.clause, ==, "rules#art-8");
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/review/windows", test_windows);
  g_test_add_func ("/review/derive", test_derive);
  return g_test_run ();
}
