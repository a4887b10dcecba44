/* Civil dates: known days, every day's round trip, month arithmetic, inexact dates. */
#include "law/date.h"

#include <string.h>

static void
test_known_days (void)
{
  g_assert_cmpint (gb_date_new (1970, 1, 1), ==, 0);
  g_assert_cmpint (gb_date_new (1969, 12, 31), ==, -1);
  g_assert_cmpint (gb_date_new (1970, 1, 2), ==, 1);
  g_assert_cmpint (gb_date_new (1970, 2, 1), ==, 31);
  /* Ten years with the leap days of 1972 and 1976. */
  g_assert_cmpint (gb_date_new (1980, 1, 1), ==, 3652);
  g_assert_cmpint (gb_date_new (1960, 1, 1), ==, -3653);
  /* Second 1 000 000 000 fell on 2001-09-09; the last of 31 bits falls on 2038-01-19. */
  g_assert_cmpint (gb_date_new (2001, 9, 9), ==, 1000000000 / 86400);
  g_assert_cmpint (gb_date_new (2038, 1, 19), ==, G_MAXINT32 / 86400);
  g_assert_cmpint (gb_date_new (1900, 1, 1), ==, GB_DATE_FIRST);
  g_assert_cmpint (gb_date_new (2999, 12, 31), ==, GB_DATE_LAST);
}

static void
test_leap (void)
{
  g_assert_cmpint (gb_date_month_length (1900, 2), ==, 28);
  g_assert_cmpint (gb_date_month_length (2000, 2), ==, 29);
  g_assert_cmpint (gb_date_month_length (2023, 2), ==, 28);
  g_assert_cmpint (gb_date_month_length (2024, 2), ==, 29);
  g_assert_cmpint (gb_date_month_length (2100, 2), ==, 28);
  g_assert_cmpint (gb_date_month_length (2400, 2), ==, 29);
  g_assert_cmpint (gb_date_month_length (2023, 4), ==, 30);
  g_assert_cmpint (gb_date_month_length (2023, 12), ==, 31);
  g_assert_cmpint (gb_date_month_length (2023, 0), ==, 0);
  g_assert_cmpint (gb_date_month_length (2023, 13), ==, 0);
  g_assert_cmpint (gb_date_new (1900, 2, 29), ==, GB_DATE_NONE);
  g_assert_cmpint (gb_date_new (2000, 2, 29), !=, GB_DATE_NONE);
  g_assert_cmpint (gb_date_new (1900, 3, 1) - gb_date_new (1900, 2, 28), ==, 1);
  g_assert_cmpint (gb_date_new (2000, 3, 1) - gb_date_new (2000, 2, 28), ==, 2);
}

static void
test_impossible (void)
{
  static const int bad[][3]
    = { { 1899, 12, 31 },   { 3000, 1, 1 },       { 2023, 0, 1 },  { 2023, 13, 1 },
        { 2023, 1, 0 },     { 2023, 1, 32 },      { 2023, 4, 31 }, { 2023, 2, 29 },
        { G_MININT, 1, 1 }, { G_MAXINT, 1, 1 },   { 2023, -1, 1 }, { 2023, 1, -1 },
        { 0, 0, 0 },        { 2023, G_MAXINT, 1 } };
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_cmpint (gb_date_new (bad[i][0], bad[i][1], bad[i][2]), ==, GB_DATE_NONE);

  static const GbDate no_dates[]
    = { GB_DATE_NONE, GB_DATE_FIRST - 1, GB_DATE_LAST + 1, G_MAXINT32 };
  for (guint i = 0; i < G_N_ELEMENTS (no_dates); i++) {
    int year = 1, month = 1, day = 1;
    char text[GB_DATE_LENGTH] = "x";
    gb_date_split (no_dates[i], &year, &month, &day);
    g_assert_cmpint (year, ==, 0);
    g_assert_cmpint (month, ==, 0);
    g_assert_cmpint (day, ==, 0);
    g_assert_cmpint (gb_date_year (no_dates[i]), ==, 0);
    g_assert_cmpint (gb_date_weekday (no_dates[i]), ==, 0);
    g_assert_cmpstr (gb_date_format (no_dates[i], text), ==, "");
    g_assert_cmpint (gb_date_add_months (no_dates[i], 0), ==, GB_DATE_NONE);
    g_assert_cmpint (gb_date_add_years (no_dates[i], 1), ==, GB_DATE_NONE);
    g_assert_false (gb_date_is_valid (no_dates[i]));
    g_assert_cmpint (gb_date_next (no_dates[i]), ==, GB_DATE_NONE);
  }
  g_assert_cmpint (gb_date_next (GB_DATE_LAST), ==, GB_DATE_NONE);
  g_assert_cmpint (gb_date_next (GB_DATE_LAST - 1), ==, GB_DATE_LAST);
  g_assert_cmpint (gb_date_next (GB_DATE_FIRST), ==, GB_DATE_FIRST + 1);
}

static void
test_weekday (void)
{
  g_assert_cmpint (gb_date_weekday (gb_date_new (1970, 1, 1)), ==, 4);
  g_assert_cmpint (gb_date_weekday (gb_date_new (1969, 12, 31)), ==, 3);
  g_assert_cmpint (gb_date_weekday (gb_date_new (1949, 10, 1)), ==, 6);
  g_assert_cmpint (gb_date_weekday (gb_date_new (1900, 1, 1)), ==, 1);
  g_assert_cmpint (gb_date_weekday (gb_date_new (2000, 1, 1)), ==, 6);
  g_assert_cmpint (gb_date_weekday (gb_date_new (2000, 2, 29)), ==, 2);
  g_assert_cmpint (gb_date_weekday (gb_date_new (2008, 8, 8)), ==, 5);
  g_assert_cmpint (gb_date_weekday (gb_date_new (2023, 10, 7)), ==, 6);
  g_assert_cmpint (gb_date_weekday (gb_date_new (2023, 10, 8)), ==, 7);
  g_assert_cmpint (gb_date_weekday (gb_date_new (2024, 10, 21)), ==, 1);
}

/* Walks a calendar of its own, a day at a time, beside the day numbers. */
static void
test_every_day (void)
{
  int year = 1900, month = 1, day = 1, weekday = 1;
  for (GbDate date = GB_DATE_FIRST; date <= GB_DATE_LAST; date++) {
    int y, m, d;
    gb_date_split (date, &y, &m, &d);
    if (y != year || m != month || d != day)
      g_error ("%d splits into %d-%d-%d, not %d-%d-%d", date, y, m, d, year, month, day);
    g_assert_true (gb_date_new (y, m, d) == date);
    g_assert_true (gb_date_year (date) == year);
    g_assert_true (gb_date_weekday (date) == weekday);
    char text[GB_DATE_LENGTH];
    GbDate again = 0;
    g_assert_true (gb_date_parse (gb_date_format (date, text), &again));
    g_assert_true (again == date);
    weekday = weekday % 7 + 1;
    if (++day > gb_date_month_length (year, month)) {
      day = 1;
      if (++month > 12) {
        month = 1;
        year++;
      }
    }
  }
  g_assert_cmpint (year, ==, 3000);
}

static void
test_parse (void)
{
  GbDate date = GB_DATE_NONE;
  char text[GB_DATE_LENGTH];
  g_assert_true (gb_date_parse ("2023-02-28", &date));
  g_assert_cmpint (date, ==, gb_date_new (2023, 2, 28));
  g_assert_cmpstr (gb_date_format (date, text), ==, "2023-02-28");
  g_assert_true (gb_date_parse ("1900-01-01", &date));
  g_assert_true (gb_date_parse ("2999-12-31", &date));

  static const char *bad[] = { "",           "2023",        "2023-02",     "2023-02-29",
                               "2023-2-28",  "2023-02-28 ", " 2023-02-28", "2023/02/28",
                               "2023-02-2x", "2023-0２-28", "20230228",    "1899-12-31",
                               "3000-01-01", "-023-02-28",  "+023-02-28",  "2023-13-01",
                               "2023-00-01", "2023-02-00",  "0000-00-00",  "2023-02-28T" };
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    date = 7;
    g_assert_false (gb_date_parse (bad[i], &date));
    g_assert_cmpint (date, ==, 7);
  }
  g_assert_false (gb_date_parse (NULL, &date));
}

static void
assert_months (const char *from, int months, const char *expected)
{
  GbDate date = GB_DATE_NONE;
  char text[GB_DATE_LENGTH];
  g_assert_true (gb_date_parse (from, &date));
  g_assert_cmpstr (gb_date_format (gb_date_add_months (date, months), text), ==, expected);
  if (months % 12 == 0)
    g_assert_cmpstr (gb_date_format (gb_date_add_years (date, months / 12), text), ==, expected);
}

static void
test_months (void)
{
  assert_months ("2023-01-31", 1, "2023-02-28");
  assert_months ("2024-01-31", 1, "2024-02-29");
  assert_months ("2024-01-31", 2, "2024-03-31");
  assert_months ("2024-01-31", 3, "2024-04-30");
  assert_months ("2023-12-31", 1, "2024-01-31");
  assert_months ("2023-12-31", 2, "2024-02-29");
  assert_months ("2023-03-31", -1, "2023-02-28");
  assert_months ("2023-01-15", -1, "2022-12-15");
  assert_months ("2023-01-15", -13, "2021-12-15");
  assert_months ("2024-02-29", 12, "2025-02-28");
  assert_months ("2024-02-29", 48, "2028-02-29");
  assert_months ("2024-02-29", -12, "2023-02-28");
  assert_months ("2023-02-28", 12, "2024-02-28");
  assert_months ("2023-07-10", 36, "2026-07-10");
  assert_months ("2023-07-10", 0, "2023-07-10");
  assert_months ("1969-12-31", 2, "1970-02-28");
  assert_months ("1970-01-01", -1, "1969-12-01");
  assert_months ("1900-01-31", 13199, "2999-12-31");
  assert_months ("2999-12-31", -13199, "1900-01-31");
  assert_months ("1900-01-31", 13200, "");
  assert_months ("1900-01-31", -1, "");
  assert_months ("2999-12-31", 1, "");
  assert_months ("2023-01-01", G_MAXINT, "");
  assert_months ("2023-01-01", G_MININT, "");
  g_assert_cmpint (gb_date_add_years (0, G_MAXINT), ==, GB_DATE_NONE);
  g_assert_cmpint (gb_date_add_years (0, G_MININT), ==, GB_DATE_NONE);
}

static void
assert_when (const char *text, const char *first, const char *last, GbPrecision precision)
{
  GbWhen when = GB_WHEN_NONE;
  char formatted[GB_DATE_LENGTH];
  g_assert_true (gb_when_parse (text, &when));
  g_assert_cmpstr (gb_date_format (when.first, formatted), ==, first);
  g_assert_cmpstr (gb_date_format (when.last, formatted), ==, last);
  g_assert_cmpint (gb_when_precision (when), ==, precision);
  g_assert_cmpstr (gb_when_format (when, formatted), ==, text);
  g_assert_cmpint (gb_when_day (when), ==,
                   precision == GB_PRECISION_DAY ? when.first : GB_DATE_NONE);
}

static void
test_when (void)
{
  assert_when ("2023-07-10", "2023-07-10", "2023-07-10", GB_PRECISION_DAY);
  assert_when ("2023-07-01", "2023-07-01", "2023-07-01", GB_PRECISION_DAY);
  assert_when ("2023-07", "2023-07-01", "2023-07-31", GB_PRECISION_MONTH);
  assert_when ("2024-02", "2024-02-01", "2024-02-29", GB_PRECISION_MONTH);
  assert_when ("2023-01", "2023-01-01", "2023-01-31", GB_PRECISION_MONTH);
  assert_when ("2023-12", "2023-12-01", "2023-12-31", GB_PRECISION_MONTH);
  assert_when ("2023", "2023-01-01", "2023-12-31", GB_PRECISION_YEAR);

  static const char *bad[]
    = { "",        "202",     "20234",   "2023-",   "2023-1", "2023-00",  "2023-13", "1899", "3000",
        "1899-12", "3000-01", "2023-1x", "2023/01", "202x",   "2023-01-", "20x3-01", "２023" };
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    GbWhen when = { 7, 8 };
    g_assert_false (gb_when_parse (bad[i], &when));
    g_assert_cmpint (when.first, ==, 7);
    g_assert_cmpint (when.last, ==, 8);
  }
  GbWhen when = GB_WHEN_NONE;
  char text[GB_DATE_LENGTH] = "x";
  g_assert_false (gb_when_parse (NULL, &when));
  g_assert_cmpint (gb_when_precision (GB_WHEN_NONE), ==, GB_PRECISION_NONE);
  g_assert_cmpstr (gb_when_format (GB_WHEN_NONE, text), ==, "");
  GbWhen odd = { gb_date_new (2023, 1, 1), gb_date_new (2023, 3, 31) };
  g_assert_cmpint (gb_when_precision (odd), ==, GB_PRECISION_DAY);
  g_assert_cmpstr (gb_when_format (odd, text), ==, "2023-03-31");
}

static void
test_earlier (void)
{
  g_assert_cmpint (gb_date_earlier (3, 4), ==, 3);
  g_assert_cmpint (gb_date_earlier (4, 3), ==, 3);
  g_assert_cmpint (gb_date_earlier (3, 3), ==, 3);
  g_assert_cmpint (gb_date_earlier (-4, 3), ==, -4);
  g_assert_cmpint (gb_date_earlier (GB_DATE_NONE, 3), ==, 3);
  g_assert_cmpint (gb_date_earlier (3, GB_DATE_NONE), ==, 3);
  g_assert_cmpint (gb_date_earlier (GB_DATE_NONE, GB_DATE_NONE), ==, GB_DATE_NONE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/known-days", test_known_days);
  g_test_add_func ("/date/leap", test_leap);
  g_test_add_func ("/date/impossible", test_impossible);
  g_test_add_func ("/date/weekday", test_weekday);
  g_test_add_func ("/date/every-day", test_every_day);
  g_test_add_func ("/date/parse", test_parse);
  g_test_add_func ("/date/months", test_months);
  g_test_add_func ("/when/all", test_when);
  g_test_add_func ("/date/earlier", test_earlier);
  return g_test_run ();
}
