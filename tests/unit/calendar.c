/* Working days: what the notices say, day by day, and what is known without them. */
#include "calendars.h"

static void
assert_day (const GbCalendar *calendar, const char *date, GbDayKind kind, const char *name,
            int notice_year, int missing_year, gboolean provisional)
{
  GbDay day = gb_calendar_day (calendar, test_day (date));
  g_test_message ("%s", date);
  g_assert_cmpint (day.date, ==, test_day (date));
  g_assert_cmpint (day.kind, ==, kind);
  g_assert_cmpstr (day.name, ==, name);
  g_assert_cmpint (day.notice_year, ==, notice_year);
  g_assert_cmpint (day.missing_year, ==, missing_year);
  g_assert_cmpint (day.provisional, ==, provisional);
  g_assert_cmpint (gb_calendar_is_working (&day), ==,
                   kind == GB_DAY_WORKING || kind == GB_DAY_MAKEUP);
}

/* The published figures. */
static void
test_years_count (void)
{
  static const int expected[] = { 250, 249, 250, 249, 249, 251, 248, 248 };
  TestCalendar test;
  const GbCalendar *calendar = test_calendar_init (&test, 2019, 2027);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpint (gb_calendar_count_year (calendar, 2019 + (int)i), ==, expected[i]);
  g_assert_cmpint (gb_calendar_count_year (calendar, 1899), ==, 0);
  g_assert_cmpint (gb_calendar_count_year (calendar, 3000), ==, 0);
}

static void
test_years_find (void)
{
  TestCalendar test;
  const GbCalendar *calendar = test_calendar_init (&test, 2019, 2027);
  for (int year = 2019; year <= 2027; year++)
    g_assert_cmpint (gb_calendar_year (calendar, year)->year, ==, year);
  g_assert_null (gb_calendar_year (calendar, 2018));
  g_assert_null (gb_calendar_year (calendar, 2028));
  g_assert_null (gb_calendar_year (NULL, 2023));
  calendar = test_calendar_init (&test, 3000, 3000);
  g_assert_null (gb_calendar_year (calendar, 2023));
  /* A gap between the years. */
  test_calendar_init (&test, 2021, 2021);
  test_calendar_add (&test, &test_years[5]);
  g_assert_null (gb_calendar_year (&test.calendar, 2022));
  g_assert_cmpint (gb_calendar_year (&test.calendar, 2024)->year, ==, 2024);
}

static void
test_kinds (void)
{
  TestCalendar test;
  const GbCalendar *calendar = test_calendar_init (&test, 2019, 2027);
  assert_day (calendar, "2023-09-28", GB_DAY_WORKING, NULL, 0, 0, FALSE);
  assert_day (calendar, "2023-09-29", GB_DAY_HOLIDAY, "中秋节、国庆节", 2023, 0, FALSE);
  assert_day (calendar, "2023-09-30", GB_DAY_HOLIDAY, "中秋节、国庆节", 2023, 0, FALSE);
  assert_day (calendar, "2023-10-06", GB_DAY_HOLIDAY, "中秋节、国庆节", 2023, 0, FALSE);
  assert_day (calendar, "2023-10-07", GB_DAY_MAKEUP, NULL, 2023, 0, FALSE);
  assert_day (calendar, "2023-10-08", GB_DAY_MAKEUP, NULL, 2023, 0, FALSE);
  assert_day (calendar, "2023-10-09", GB_DAY_WORKING, NULL, 0, 0, FALSE);
  assert_day (calendar, "2023-10-14", GB_DAY_WEEKEND, NULL, 0, 0, FALSE);
  assert_day (calendar, "2023-10-15", GB_DAY_WEEKEND, NULL, 0, 0, FALSE);
  /* Both amendments: 2019-05-02 and 2020-01-31 were made holidays. */
  assert_day (calendar, "2019-05-02", GB_DAY_HOLIDAY, "劳动节", 2019, 0, FALSE);
  assert_day (calendar, "2019-05-05", GB_DAY_MAKEUP, NULL, 2019, 0, FALSE);
  assert_day (calendar, "2020-01-31", GB_DAY_HOLIDAY, "春节", 2020, 0, FALSE);
  assert_day (calendar, "2020-02-01", GB_DAY_HOLIDAY, "春节", 2020, 0, FALSE);
  assert_day (calendar, "2020-02-03", GB_DAY_WORKING, NULL, 0, 0, FALSE);
}

static void
test_year_ends (void)
{
  TestCalendar test;
  const GbCalendar *calendar = test_calendar_init (&test, 2019, 2027);
  /* What stands in the next year's notice needs no file of its own year. */
  assert_day (calendar, "2018-12-28", GB_DAY_WORKING, NULL, 0, 2018, TRUE);
  assert_day (calendar, "2018-12-29", GB_DAY_MAKEUP, NULL, 2019, 0, FALSE);
  assert_day (calendar, "2018-12-30", GB_DAY_HOLIDAY, "元旦", 2019, 0, FALSE);
  assert_day (calendar, "2018-12-31", GB_DAY_HOLIDAY, "元旦", 2019, 0, FALSE);
  assert_day (calendar, "2022-12-30", GB_DAY_WORKING, NULL, 0, 0, FALSE);
  assert_day (calendar, "2022-12-31", GB_DAY_HOLIDAY, "元旦", 2023, 0, FALSE);
  assert_day (calendar, "2023-12-31", GB_DAY_WEEKEND, NULL, 0, 0, FALSE);
  /* The notice of 2027 may reach into December 2026, from the 25th. */
  assert_day (calendar, "2026-12-24", GB_DAY_WORKING, NULL, 0, 0, FALSE);
  assert_day (calendar, "2026-12-25", GB_DAY_WORKING, NULL, 0, 0, TRUE);
  assert_day (calendar, "2026-12-26", GB_DAY_WEEKEND, NULL, 0, 0, TRUE);
  assert_day (calendar, "2026-12-31", GB_DAY_WORKING, NULL, 0, 0, TRUE);
  assert_day (calendar, "2027-12-24", GB_DAY_WORKING, NULL, 0, 0, TRUE);
  assert_day (calendar, "2027-12-27", GB_DAY_WORKING, NULL, 0, 2028, TRUE);

  calendar = test_calendar_init (&test, 2019, 2022);
  assert_day (calendar, "2022-12-24", GB_DAY_WEEKEND, NULL, 0, 0, FALSE);
  assert_day (calendar, "2022-12-30", GB_DAY_WORKING, NULL, 0, 2023, TRUE);
  assert_day (calendar, "2022-12-31", GB_DAY_WEEKEND, NULL, 0, 2023, TRUE);
  assert_day (calendar, "2023-01-01", GB_DAY_HOLIDAY, "元旦", 0, 2023, TRUE);
}

static void
test_without_notice (void)
{
  TestCalendar test;
  const GbCalendar *calendar = test_calendar_init (&test, 2019, 2027);
  assert_day (calendar, "2027-01-01", GB_DAY_HOLIDAY, "元旦", 2027, 0, TRUE);
  assert_day (calendar, "2027-02-05", GB_DAY_HOLIDAY, "春节", 2027, 0, TRUE);
  assert_day (calendar, "2027-02-08", GB_DAY_HOLIDAY, "春节", 2027, 0, TRUE);
  assert_day (calendar, "2027-02-09", GB_DAY_WORKING, NULL, 0, 0, TRUE);
  assert_day (calendar, "2027-02-14", GB_DAY_WEEKEND, NULL, 0, 0, TRUE);
  assert_day (calendar, "2027-10-04", GB_DAY_WORKING, NULL, 0, 0, TRUE);

  static const char *const fixed[][2] = {
    { "2028-01-01", "元旦" },   { "2028-05-01", "劳动节" }, { "2028-05-02", "劳动节" },
    { "2028-10-01", "国庆节" }, { "2028-10-02", "国庆节" }, { "2028-10-03", "国庆节" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (fixed); i++)
    assert_day (calendar, fixed[i][0], GB_DAY_HOLIDAY, fixed[i][1], 0, 2028, TRUE);
  assert_day (calendar, "2028-01-03", GB_DAY_WORKING, NULL, 0, 2028, TRUE);
  assert_day (calendar, "2028-05-03", GB_DAY_WORKING, NULL, 0, 2028, TRUE);
  assert_day (calendar, "2028-09-30", GB_DAY_WEEKEND, NULL, 0, 2028, TRUE);
  assert_day (calendar, "2028-10-04", GB_DAY_WORKING, NULL, 0, 2028, TRUE);
  assert_day (NULL, "2028-10-03", GB_DAY_HOLIDAY, "国庆节", 0, 2028, TRUE);
  /* 2 May came with the revision that holds from 2025. */
  assert_day (NULL, "2018-05-01", GB_DAY_HOLIDAY, "劳动节", 0, 2018, TRUE);
  assert_day (NULL, "2018-05-02", GB_DAY_WORKING, NULL, 0, 2018, TRUE);

  GbDay day = gb_calendar_day (calendar, GB_DATE_NONE);
  g_assert_false (gb_calendar_is_working (&day));
  day = gb_calendar_day (calendar, GB_DATE_LAST + 1);
  g_assert_false (gb_calendar_is_working (&day));
}

/* Careless notices, made up: what wins. */
static void
test_precedence (void)
{
  static const TestYear careless[]
    = { { 2023,
          TRUE,
          { { "甲", "2023-03-03", "2023-03-05" }, { "乙", "2023-12-29", "2023-12-31" } },
          { "2023-03-04", "2023-03-08", "2023-12-30" } },
        { 2024, TRUE, { { "丙", "2023-12-28", "2023-12-29" } }, { "2023-12-31", "2023-12-23" } } };
  TestCalendar test;
  test_calendar_init (&test, 3000, 3000);
  test_calendar_add (&test, &careless[0]);
  test_calendar_add (&test, &careless[1]);
  const GbCalendar *calendar = &test.calendar;
  assert_day (calendar, "2023-03-03", GB_DAY_HOLIDAY, "甲", 2023, 0, FALSE);
  assert_day (calendar, "2023-03-04", GB_DAY_HOLIDAY, "甲", 2023, 0, FALSE); /* over make-up */
  assert_day (calendar, "2023-03-08", GB_DAY_WORKING, NULL, 0, 0, FALSE);    /* a Wednesday */
  assert_day (calendar, "2023-12-28", GB_DAY_HOLIDAY, "丙", 2024, 0, FALSE);
  assert_day (calendar, "2023-12-29", GB_DAY_HOLIDAY, "丙", 2024, 0, FALSE); /* the later notice */
  assert_day (calendar, "2023-12-30", GB_DAY_HOLIDAY, "乙", 2023, 0, FALSE);
  assert_day (calendar, "2023-12-31", GB_DAY_MAKEUP, NULL, 2024, 0, FALSE);
  assert_day (calendar, "2023-12-23", GB_DAY_WEEKEND, NULL, 0, 0, FALSE); /* too early to be read */
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/calendar/years-count", test_years_count);
  g_test_add_func ("/calendar/years-find", test_years_find);
  g_test_add_func ("/calendar/kinds", test_kinds);
  g_test_add_func ("/calendar/year-ends", test_year_ends);
  g_test_add_func ("/calendar/without-notice", test_without_notice);
  g_test_add_func ("/calendar/precedence", test_precedence);
  return g_test_run ();
}
