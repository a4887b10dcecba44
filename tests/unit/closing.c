/* When a notice closes: counted, restarted, extended, and known to a month only.  In March 2024 the
 * 4th is a Monday; the 4th to the 6th of April are Qingming, Sunday the 7th is worked. */
#include "law/closing.h"

#include "calendars.h"

static const GbPeriodRule working = { 5, GB_UNIT_WORKING_DAYS, FALSE };
static const GbPeriodRule working_after = { 5, GB_UNIT_WORKING_DAYS, TRUE };
static const GbPeriodRule days = { 20, GB_UNIT_CALENDAR_DAYS, FALSE };
static const GbPeriodRule days_after = { 20, GB_UNIT_CALENDAR_DAYS, TRUE };

static GbDate
day (const char *text)
{
  return text[0] == '\0' ? GB_DATE_NONE : test_day (text);
}

static void
test_count (void)
{
  static const struct {
    const GbPeriodRule *rule;
    const char *from;
    const char *last_day; /* "" where it cannot be counted */
    GbRule named;
  } rows[] = {
    /* 4 5 6 7 8 */
    { &working, "2024-03-04", "2024-03-08", GB_RULE_WORKING_DAYS },
    { &working_after, "2024-03-04", "2024-03-11", GB_RULE_WORKING_DAYS_AFTER },
    { &days, "2024-03-04", "2024-03-23", GB_RULE_CALENDAR_DAYS },
    { &days_after, "2024-03-04", "2024-03-24", GB_RULE_CALENDAR_DAYS_AFTER },
    { &days, "2999-12-12", "2999-12-31", GB_RULE_CALENDAR_DAYS },
    { &days, "2999-12-13", "", GB_RULE_NONE },
    { &days, "", "", GB_RULE_NONE },
  };
  TestCalendar test;
  const GbCalendar *calendar = test_calendar_init (&test, 2019, 2027);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    GbClosing closing;
    gboolean counted = gb_closing_count (calendar, rows[i].rule, day (rows[i].from), &closing);
    g_assert_cmpint (counted, ==, rows[i].last_day[0] != '\0');
    if (!counted)
      continue;
    g_assert_cmpint (closing.last_day.date, ==, day (rows[i].last_day));
    g_assert_cmpint (closing.last_day.rule, ==, rows[i].named);
    g_assert_cmpint (closing.last_day.from, ==, day (rows[i].from));
    g_assert_cmpint (closing.last_day.count, ==, rows[i].rule->length);
    g_assert_false (closing.last_day.provisional);
    g_assert_false (closing.last_day.restarted);
    g_assert_cmpint (closing.missing_year, ==, 0);
  }
  GbClosing closing;
  g_assert_true (gb_closing_count (NULL, &working, day ("2024-03-04"), &closing));
  g_assert_true (closing.last_day.provisional);
  g_assert_cmpint (closing.missing_year, ==, 2024);
}

static void
test_span (void)
{
  TestCalendar test;
  const GbCalendar *calendar = test_calendar_init (&test, 2019, 2027);
  /* From Friday the 1st: 1 4 5 6 7.  From Sunday the 31st: 1 2 3 7 8 of April. */
  GbWhen march = { day ("2024-03-01"), day ("2024-03-31") };
  GbWhen closes = gb_closing_span (calendar, &working, march);
  g_assert_cmpint (closes.first, ==, day ("2024-03-07"));
  g_assert_cmpint (closes.last, ==, day ("2024-04-08"));
  /* A year: 2 January (the 1st is a holiday) to the 8th, as the 6th and 7th are no working days;
   * from 31 December: 31, then 2, 3, 6, 7 of January 2025. */
  GbWhen year = { day ("2024-01-01"), day ("2024-12-31") };
  closes = gb_closing_span (calendar, &working, year);
  g_assert_cmpint (closes.first, ==, day ("2024-01-08"));
  g_assert_cmpint (closes.last, ==, day ("2025-01-07"));
  GbWhen one = { day ("2024-03-04"), day ("2024-03-04") };
  closes = gb_closing_span (calendar, &working, one);
  g_assert_cmpint (closes.first, ==, day ("2024-03-08"));
  g_assert_cmpint (closes.last, ==, day ("2024-03-08"));

  static const GbPeriodRule no_length = { 0, GB_UNIT_WORKING_DAYS, FALSE };
  GbWhen last = { day ("2999-12-01"), day ("2999-12-31") };
  const GbWhen none[] = {
    gb_closing_span (calendar, &no_length, march),
    gb_closing_span (calendar, &working, GB_WHEN_NONE),
    gb_closing_span (calendar, &days, last),
  };
  for (gsize i = 0; i < G_N_ELEMENTS (none); i++) {
    g_assert_cmpint (none[i].first, ==, GB_DATE_NONE);
    g_assert_cmpint (none[i].last, ==, GB_DATE_NONE);
  }
}

static void
test_restart (void)
{
  static const struct {
    const GbPeriodRule *rule; /* NULL: no length is known */
    const char *last_day, *change;
    GbRestartProblem problem;
    const char *restarted; /* the new last day */
  } rows[] = {
    /* On the first day, on the last, and on the day after it. */
    { &working, "2024-03-08", "2024-03-04", GB_RESTART_OK, "2024-03-08" },
    { &working, "2024-03-08", "2024-03-08", GB_RESTART_OK, "2024-03-14" },
    { &working, "2024-03-08", "2024-03-09", GB_RESTART_TOO_LATE, "" },
    /* 6 7 8 11 12; with the first left out 7 8 11 12 13. */
    { &working, "2024-03-08", "2024-03-06", GB_RESTART_OK, "2024-03-12" },
    { &working_after, "2024-03-11", "2024-03-06", GB_RESTART_OK, "2024-03-13" },
    { &working, "", "2024-03-06", GB_RESTART_TOO_LATE, "" },
    { NULL, "2024-03-08", "2024-03-08", GB_RESTART_WITHOUT_LENGTH, "" },
    { NULL, "2024-03-08", "2024-03-09", GB_RESTART_TOO_LATE, "" },
    { &days, "2999-12-20", "2999-12-12", GB_RESTART_OK, "2999-12-31" },
    { &days, "2999-12-20", "2999-12-13", GB_RESTART_OUT_OF_RANGE, "" },
  };
  TestCalendar test;
  const GbCalendar *calendar = test_calendar_init (&test, 2019, 2027);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    GbClosing closing = { .missing_year = -1 };
    g_assert_cmpint (gb_closing_restart (calendar, rows[i].rule, day (rows[i].last_day),
                                         day (rows[i].change), &closing),
                     ==, rows[i].problem);
    if (rows[i].problem != GB_RESTART_OK) {
      g_assert_cmpint (closing.missing_year, ==, -1);
      continue;
    }
    g_assert_cmpint (closing.last_day.date, ==, day (rows[i].restarted));
    g_assert_cmpint (closing.last_day.from, ==, day (rows[i].change));
    g_assert_true (closing.last_day.restarted);
    g_assert_cmpint (closing.missing_year, ==, 0);
  }
}

static void
test_extend (void)
{
  static const struct {
    const GbPeriodRule *rule;
    const char *last_day;
    gboolean provisional;
    const char *to;
    int days;
    GbExtensionProblem problem;
    const char *extended;
    gboolean is_provisional;
  } rows[] = {
    { &working, "2024-03-08", FALSE, "2024-03-15", 0, GB_EXTENSION_OK, "2024-03-15", FALSE },
    { &working, "2024-03-08", TRUE, "2024-03-09", 0, GB_EXTENSION_OK, "2024-03-09", FALSE },
    { &working, "2024-03-08", FALSE, "2024-03-08", 0, GB_EXTENSION_TOO_EARLY, "2024-03-08", FALSE },
    { &working, "2024-03-08", FALSE, "2024-03-07", 0, GB_EXTENSION_TOO_EARLY, "2024-03-07", FALSE },
    { &working, "", FALSE, "2024-03-15", 0, GB_EXTENSION_OK, "2024-03-15", FALSE },
    /* The day after is a Saturday; where the first day of the period does not count, that of the
     * extension does. */
    { &working, "2024-03-08", FALSE, "", 1, GB_EXTENSION_OK, "2024-03-11", FALSE },
    { &working, "2024-03-08", TRUE, "", 2, GB_EXTENSION_OK, "2024-03-12", TRUE },
    { &working_after, "2024-03-11", FALSE, "", 1, GB_EXTENSION_OK, "2024-03-12", FALSE },
    { &days, "2024-03-08", FALSE, "", 1, GB_EXTENSION_OK, "2024-03-09", FALSE },
    { &days_after, "2024-03-08", FALSE, "", 3, GB_EXTENSION_OK, "2024-03-11", FALSE },
    { &days, "2999-12-30", FALSE, "", 1, GB_EXTENSION_OK, "2999-12-31", FALSE },
    { &days, "2999-12-30", FALSE, "", 2, GB_EXTENSION_WITHOUT_LAST_DAY, "", FALSE },
    { &days, "2999-12-31", FALSE, "", 1, GB_EXTENSION_WITHOUT_LAST_DAY, "", FALSE },
    { &working, "", FALSE, "", 1, GB_EXTENSION_WITHOUT_LAST_DAY, "", FALSE },
    { &working, "2024-03-08", FALSE, "", 0, GB_EXTENSION_CONFLICT, "", FALSE },
    { &working, "2024-03-08", FALSE, "2024-03-15", 5, GB_EXTENSION_CONFLICT, "", FALSE },
  };
  TestCalendar test;
  const GbCalendar *calendar = test_calendar_init (&test, 2019, 2027);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    const GbDerivation last_day
      = { .date = day (rows[i].last_day), .provisional = rows[i].provisional };
    GbClosing closing = { .missing_year = -1 };
    g_assert_cmpint (gb_closing_extend (calendar, rows[i].rule, &last_day, day (rows[i].to),
                                        rows[i].days, &closing),
                     ==, rows[i].problem);
    if (rows[i].extended[0] == '\0') {
      g_assert_cmpint (closing.missing_year, ==, -1);
      continue;
    }
    g_assert_cmpint (closing.last_day.date, ==, day (rows[i].extended));
    g_assert_cmpint (closing.last_day.rule, ==, GB_RULE_EXTENDED);
    g_assert_cmpint (closing.last_day.from, ==, day (rows[i].last_day));
    g_assert_cmpint (closing.last_day.count, ==, rows[i].days);
    g_assert_cmpint (closing.last_day.provisional, ==, rows[i].is_provisional);
    g_assert_cmpint (closing.missing_year, ==, 0);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/closing/count", test_count);
  g_test_add_func ("/closing/span", test_span);
  g_test_add_func ("/closing/restart", test_restart);
  g_test_add_func ("/closing/extend", test_extend);
  return g_test_run ();
}
