/* Notice periods: the real ones, the first-day conventions, ends of years, and the inverse. */
#include "law/period.h"

#include "calendars.h"

#define WORKING(n) ((GbPeriodRule){ (n), GB_UNIT_WORKING_DAYS, FALSE })
#define WORKING_AFTER(n) ((GbPeriodRule){ (n), GB_UNIT_WORKING_DAYS, TRUE })
#define DAYS(n) ((GbPeriodRule){ (n), GB_UNIT_CALENDAR_DAYS, FALSE })
#define DAYS_AFTER(n) ((GbPeriodRule){ (n), GB_UNIT_CALENDAR_DAYS, TRUE })

static void
assert_period (const GbCalendar *calendar, const char *opens, GbPeriodRule rule, const char *closes,
               int missing_year, gboolean provisional)
{
  GbPeriod period;
  char text[GB_DATE_LENGTH];
  g_test_message ("%s + %d", opens, rule.length);
  g_assert_true (gb_period_compute (calendar, &rule, test_day (opens), &period));
  g_assert_cmpint (period.opens, ==, test_day (opens));
  g_assert_cmpstr (gb_date_format (period.closes, text), ==, closes);
  g_assert_cmpint (period.missing_year, ==, missing_year);
  g_assert_cmpint (period.provisional, ==, provisional);
  g_assert_cmpint (gb_period_count (calendar, &rule, period.opens, period.closes), ==, rule.length);
}

static void
test_real (void)
{
  TestCalendar test;
  const GbCalendar *calendar = test_calendar_init (&test, 2019, 2027);
  /* Fri 22, Mon 25 to Thu 28, make-up Sat 7 and Sun 8. */
  assert_period (calendar, "2023-09-22", WORKING (7), "2023-10-08", 0, FALSE);
  /* Wed 9 to Fri 11, make-up Sat 12, Mon 14 to Fri 18, Mon 21. */
  assert_period (calendar, "2024-10-09", WORKING (10), "2024-10-21", 0, FALSE);
  /* Thu 29, Fri 30, holidays to 2 January, Tue 3 to Thu 5. */
  assert_period (calendar, "2022-12-29", WORKING (5), "2023-01-05", 0, FALSE);
  assert_period (calendar, "2023-10-14", DAYS (7), "2023-10-20", 0, FALSE);
  /* The first day left out. */
  assert_period (calendar, "2023-09-22", WORKING_AFTER (7), "2023-10-09", 0, FALSE);
  assert_period (calendar, "2024-10-09", WORKING_AFTER (10), "2024-10-22", 0, FALSE);
  assert_period (calendar, "2022-12-29", WORKING_AFTER (5), "2023-01-06", 0, FALSE);
  assert_period (calendar, "2023-10-14", DAYS_AFTER (7), "2023-10-21", 0, FALSE);
}

/* The amendment of 劳动节 2019 moved periods that were already announced. */
static void
test_amended (void)
{
  TestCalendar test;
  const GbCalendar *calendar = test_calendar_init (&test, 2019, 2020);
  /* Mon 29, Tue 30, make-up Sun 5, Mon 6 to Thu 9. */
  assert_period (calendar, "2019-04-29", WORKING (7), "2019-05-09", 0, FALSE);
  assert_period (calendar, "2019-04-29", WORKING_AFTER (7), "2019-05-10", 0, FALSE);

  test_calendar_init (&test, 3000, 3000);
  test_calendar_add (&test, &test_year_2019_first);
  test_calendar_add (&test, &test_years[1]);
  /* Mon 29, Tue 30, Thu 2, Fri 3, Mon 6 to Wed 8. */
  assert_period (&test.calendar, "2019-04-29", WORKING (7), "2019-05-08", 0, FALSE);
  assert_period (&test.calendar, "2019-04-29", WORKING_AFTER (7), "2019-05-09", 0, FALSE);
}

static void
test_starts (void)
{
  TestCalendar test;
  const GbCalendar *calendar = test_calendar_init (&test, 2019, 2027);
  /* A Saturday: the Monday is the first day under both rules. */
  assert_period (calendar, "2024-10-19", WORKING (1), "2024-10-21", 0, FALSE);
  assert_period (calendar, "2024-10-19", WORKING_AFTER (1), "2024-10-21", 0, FALSE);
  /* A holiday: back to work on Tuesday 8 October. */
  assert_period (calendar, "2024-10-01", WORKING (1), "2024-10-08", 0, FALSE);
  assert_period (calendar, "2024-10-01", WORKING_AFTER (1), "2024-10-08", 0, FALSE);
  assert_period (calendar, "2024-10-01", WORKING (5), "2024-10-12", 0, FALSE);
  /* A make-up Saturday is a first day like any other. */
  assert_period (calendar, "2024-10-12", WORKING (1), "2024-10-12", 0, FALSE);
  assert_period (calendar, "2024-10-12", WORKING_AFTER (1), "2024-10-14", 0, FALSE);
  assert_period (calendar, "2024-10-09", WORKING (1), "2024-10-09", 0, FALSE);
  /* Calendar days do not care, and need no calendar. */
  assert_period (calendar, "2024-10-01", DAYS (1), "2024-10-01", 0, FALSE);
  assert_period (NULL, "2027-12-25", DAYS (7), "2027-12-31", 0, FALSE);
  assert_period (NULL, "2024-02-28", DAYS (2), "2024-02-29", 0, FALSE);
  assert_period (NULL, "2023-02-28", DAYS (2), "2023-03-01", 0, FALSE);
}

static void
test_provisional (void)
{
  TestCalendar test;
  const GbCalendar *calendar = test_calendar_init (&test, 2019, 2027);
  assert_period (calendar, "2026-12-23", WORKING (2), "2026-12-24", 0, FALSE);
  assert_period (calendar, "2026-12-24", WORKING (2), "2026-12-25", 0, TRUE);
  /* Wed 30, Thu 31, New Year on Friday, Mon 4. */
  assert_period (calendar, "2026-12-30", WORKING (3), "2027-01-04", 0, TRUE);
  /* Thu 4 February, 春节 on the 5th to the 8th, Tue 9. */
  assert_period (calendar, "2027-02-04", WORKING (2), "2027-02-09", 0, TRUE);
  assert_period (calendar, "2027-12-24", WORKING (2), "2027-12-27", 2028, TRUE);

  calendar = test_calendar_init (&test, 2019, 2026);
  assert_period (calendar, "2026-12-24", WORKING (1), "2026-12-24", 0, FALSE);
  assert_period (calendar, "2026-12-30", WORKING (1), "2026-12-30", 2027, TRUE);
  assert_period (calendar, "2026-12-30", WORKING (3), "2027-01-04", 2027, TRUE);
  /* 春节 of 2027 is not known without a file; 1 and 2 May are. */
  assert_period (calendar, "2027-02-04", WORKING (2), "2027-02-05", 2027, TRUE);
  assert_period (calendar, "2027-04-30", WORKING (2), "2027-05-03", 2027, TRUE);
  /* The first missing year is named, not the last.  31 December is one; the 261 Mondays to Fridays
   * of 2027 without the two Fridays 1 January and 1 October are 259; then Mon 3 January. */
  assert_period (calendar, "2026-12-31", WORKING (261), "2028-01-03", 2027, TRUE);
}

static void
test_limits (void)
{
  TestCalendar test;
  const GbCalendar *calendar = test_calendar_init (&test, 2019, 2027);
  GbDate day = test_day ("2024-10-09");
  GbPeriod period = { .closes = 7 };
  const GbPeriodRule bad[]
    = { WORKING (0),    WORKING (-1), DAYS (0), DAYS (G_MININT), WORKING (GB_PERIOD_LENGTH_MAX + 1),
        DAYS (G_MAXINT) };
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (gb_period_compute (calendar, &bad[i], day, &period));
  const GbPeriodRule one = WORKING (1);
  const GbPeriodRule many = WORKING (GB_PERIOD_LENGTH_MAX);
  const GbPeriodRule days = DAYS (2);
  const GbPeriodRule after = DAYS_AFTER (1);
  g_assert_false (gb_period_compute (calendar, &one, GB_DATE_NONE, &period));
  g_assert_false (gb_period_compute (calendar, &one, GB_DATE_LAST + 1, &period));
  g_assert_false (gb_period_compute (calendar, &many, GB_DATE_LAST - 100, &period));
  g_assert_false (gb_period_compute (calendar, &days, GB_DATE_LAST, &period));
  g_assert_false (gb_period_compute (calendar, &after, GB_DATE_LAST, &period));
  g_assert_cmpint (period.closes, ==, 7);

  g_assert_cmpint (gb_period_count (calendar, &one, day, day), ==, 1);
  g_assert_cmpint (gb_period_count (calendar, &one, day, day - 1), ==, 0);
  g_assert_cmpint (gb_period_count (calendar, &days, day, day - 1), ==, 0);
  g_assert_cmpint (gb_period_count (calendar, &after, day, day), ==, 0);
  g_assert_cmpint (gb_period_count (calendar, &one, GB_DATE_NONE, day), ==, 0);
  g_assert_cmpint (gb_period_count (calendar, &one, day, GB_DATE_NONE), ==, 0);
  g_assert_cmpint (gb_period_count (calendar, &one, day, G_MAXINT32), ==, 0);
}

/* From every day of 2018-12 to 2028-01, for every convention: the period closes on a day that
 * counts, and counting it gives its length back. */
static void
test_inverse (void)
{
  TestCalendar test;
  const GbCalendar *calendar = test_calendar_init (&test, 2019, 2027);
  static const int lengths[] = { 1, 2, 5, 7, 10, 20, 30 };
  for (GbDate opens = test_day ("2018-12-01"); opens <= test_day ("2028-01-31"); opens++) {
    for (guint i = 0; i < G_N_ELEMENTS (lengths) * 4; i++) {
      GbPeriodRule rule
        = { lengths[i / 4], i % 2 ? GB_UNIT_CALENDAR_DAYS : GB_UNIT_WORKING_DAYS, i % 4 >= 2 };
      GbPeriod period;
      g_assert_true (gb_period_compute (calendar, &rule, opens, &period));
      g_assert_true (gb_period_count (calendar, &rule, opens, period.closes) == rule.length);
      g_assert_true (gb_period_count (calendar, &rule, opens, period.closes - 1)
                     == rule.length - 1);
    }
  }
}

static void
test_days (void)
{
  TestCalendar test;
  const GbCalendar *calendar = test_calendar_init (&test, 2019, 2027);
  GbPeriodRule rule = WORKING (7);
  GbDate opens = test_day ("2023-09-22");
  GbDate closes = test_day ("2023-10-08");
  GbPeriodDay days[17];
  /* 22 Fri … 8 Sun: two weekends, eight days of holiday, and the make-up days at the end. */
  static const int ordinals[] = { 1, 0, 0, 2, 3, 4, 5, 0, 0, 0, 0, 0, 0, 0, 0, 6, 7 };
  g_assert_cmpuint (gb_period_days (calendar, &rule, opens, closes, days, G_N_ELEMENTS (days)), ==,
                    17);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++) {
    g_assert_cmpint (days[i].day.date, ==, opens + (int)i);
    g_assert_cmpint (days[i].ordinal, ==, ordinals[i]);
    g_assert_false (days[i].first_excluded);
  }
  g_assert_cmpint (days[1].day.kind, ==, GB_DAY_WEEKEND);
  g_assert_cmpint (days[7].day.kind, ==, GB_DAY_HOLIDAY);
  g_assert_cmpint (days[16].day.kind, ==, GB_DAY_MAKEUP);

  rule.exclude_first = TRUE;
  g_assert_cmpuint (gb_period_days (calendar, &rule, opens, closes, days, G_N_ELEMENTS (days)), ==,
                    17);
  g_assert_true (days[0].first_excluded);
  g_assert_cmpint (days[0].ordinal, ==, 0);
  g_assert_cmpint (days[3].ordinal, ==, 1);
  g_assert_cmpint (days[16].ordinal, ==, 6);
  g_assert_false (days[1].first_excluded);

  /* An excluded first day that would not count anyway is not said to be excluded. */
  g_assert_cmpuint (
    gb_period_days (calendar, &rule, opens + 1, opens + 3, days, G_N_ELEMENTS (days)), ==, 3);
  g_assert_false (days[0].first_excluded);
  g_assert_cmpint (days[2].ordinal, ==, 1);

  rule.unit = GB_UNIT_CALENDAR_DAYS;
  g_assert_cmpuint (
    gb_period_days (calendar, &rule, opens + 1, opens + 3, days, G_N_ELEMENTS (days)), ==, 3);
  g_assert_true (days[0].first_excluded);
  g_assert_cmpint (days[1].ordinal, ==, 1);
  g_assert_cmpint (days[1].day.kind, ==, GB_DAY_WEEKEND);

  /* No room, or too little: only what there is room for is written. */
  days[2].ordinal = 9;
  g_assert_cmpuint (gb_period_days (calendar, &rule, opens, closes, days, 2), ==, 2);
  g_assert_cmpint (days[1].ordinal, ==, 1);
  g_assert_cmpint (days[2].ordinal, ==, 9);
  g_assert_cmpuint (gb_period_days (calendar, &rule, opens, closes, NULL, 0), ==, 0);

  g_assert_cmpuint (gb_period_days (calendar, &rule, opens, opens - 1, days, G_N_ELEMENTS (days)),
                    ==, 0);
  g_assert_cmpuint (
    gb_period_days (calendar, &rule, GB_DATE_NONE, opens, days, G_N_ELEMENTS (days)), ==, 0);
  g_assert_cmpuint (
    gb_period_days (calendar, &rule, opens, GB_DATE_NONE, days, G_N_ELEMENTS (days)), ==, 0);
}

static void
test_long (void)
{
  TestCalendar test;
  const GbCalendar *calendar = test_calendar_init (&test, 2019, 2027);
  const GbPeriodRule rule = WORKING (GB_PERIOD_LENGTH_MAX);
  GbPeriod period;
  g_test_timer_start ();
  for (guint i = 0; i < 100; i++)
    g_assert_true (gb_period_compute (calendar, &rule, test_day ("2019-01-02") + (int)i, &period));
  g_test_message ("%d working days: %.3f ms", rule.length, g_test_timer_elapsed () * 10);
  g_assert_true (period.provisional);
  g_assert_cmpint (period.missing_year, ==, 2028);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/period/real", test_real);
  g_test_add_func ("/period/amended", test_amended);
  g_test_add_func ("/period/starts", test_starts);
  g_test_add_func ("/period/provisional", test_provisional);
  g_test_add_func ("/period/limits", test_limits);
  g_test_add_func ("/period/inverse", test_inverse);
  g_test_add_func ("/period/days", test_days);
  g_test_add_func ("/period/long", test_long);
  return g_test_run ();
}
