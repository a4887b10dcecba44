/* The notices of the State Council for 2019 to 2026 and the statutory days of 2027, for tests: the
 * arrangement as it was carried out, after the amendments of 2019 (劳动节) and 2020 (春节).
 */
#pragma once

#include "law/calendar.h"

#include <string.h>

typedef struct {
  const char *name;
  const char *from;
  const char *to;
} TestHoliday;

typedef struct {
  int year;
  gboolean published;
  TestHoliday holidays[8];
  const char *workdays[9];
} TestYear;

static const TestYear test_years[] = {
  { 2019,
    TRUE,
    {
      { "元旦", "2018-12-30", "2019-01-01" },
      { "春节", "2019-02-04", "2019-02-10" },
      { "清明节", "2019-04-05", "2019-04-05" },
      { "劳动节", "2019-05-01", "2019-05-04" },
      { "端午节", "2019-06-07", "2019-06-07" },
      { "中秋节", "2019-09-13", "2019-09-13" },
      { "国庆节", "2019-10-01", "2019-10-07" },
    },
    { "2018-12-29", "2019-02-02", "2019-02-03", "2019-04-28", "2019-05-05", "2019-09-29",
      "2019-10-12" } },
  { 2020,
    TRUE,
    {
      { "元旦", "2020-01-01", "2020-01-01" },
      { "春节", "2020-01-24", "2020-02-02" },
      { "清明节", "2020-04-04", "2020-04-06" },
      { "劳动节", "2020-05-01", "2020-05-05" },
      { "端午节", "2020-06-25", "2020-06-27" },
      { "国庆节、中秋节", "2020-10-01", "2020-10-08" },
    },
    { "2020-01-19", "2020-04-26", "2020-05-09", "2020-06-28", "2020-09-27", "2020-10-10" } },
  { 2021,
    TRUE,
    {
      { "元旦", "2021-01-01", "2021-01-03" },
      { "春节", "2021-02-11", "2021-02-17" },
      { "清明节", "2021-04-03", "2021-04-05" },
      { "劳动节", "2021-05-01", "2021-05-05" },
      { "端午节", "2021-06-12", "2021-06-14" },
      { "中秋节", "2021-09-19", "2021-09-21" },
      { "国庆节", "2021-10-01", "2021-10-07" },
    },
    { "2021-02-07", "2021-02-20", "2021-04-25", "2021-05-08", "2021-09-18", "2021-09-26",
      "2021-10-09" } },
  { 2022,
    TRUE,
    {
      { "元旦", "2022-01-01", "2022-01-03" },
      { "春节", "2022-01-31", "2022-02-06" },
      { "清明节", "2022-04-03", "2022-04-05" },
      { "劳动节", "2022-04-30", "2022-05-04" },
      { "端午节", "2022-06-03", "2022-06-05" },
      { "中秋节", "2022-09-10", "2022-09-12" },
      { "国庆节", "2022-10-01", "2022-10-07" },
    },
    { "2022-01-29", "2022-01-30", "2022-04-02", "2022-04-24", "2022-05-07", "2022-10-08",
      "2022-10-09" } },
  { 2023,
    TRUE,
    {
      { "元旦", "2022-12-31", "2023-01-02" },
      { "春节", "2023-01-21", "2023-01-27" },
      { "清明节", "2023-04-05", "2023-04-05" },
      { "劳动节", "2023-04-29", "2023-05-03" },
      { "端午节", "2023-06-22", "2023-06-24" },
      { "中秋节、国庆节", "2023-09-29", "2023-10-06" },
    },
    { "2023-01-28", "2023-01-29", "2023-04-23", "2023-05-06", "2023-06-25", "2023-10-07",
      "2023-10-08" } },
  { 2024,
    TRUE,
    {
      { "元旦", "2024-01-01", "2024-01-01" },
      { "春节", "2024-02-10", "2024-02-17" },
      { "清明节", "2024-04-04", "2024-04-06" },
      { "劳动节", "2024-05-01", "2024-05-05" },
      { "端午节", "2024-06-10", "2024-06-10" },
      { "中秋节", "2024-09-15", "2024-09-17" },
      { "国庆节", "2024-10-01", "2024-10-07" },
    },
    { "2024-02-04", "2024-02-18", "2024-04-07", "2024-04-28", "2024-05-11", "2024-09-14",
      "2024-09-29", "2024-10-12" } },
  { 2025,
    TRUE,
    {
      { "元旦", "2025-01-01", "2025-01-01" },
      { "春节", "2025-01-28", "2025-02-04" },
      { "清明节", "2025-04-04", "2025-04-06" },
      { "劳动节", "2025-05-01", "2025-05-05" },
      { "端午节", "2025-05-31", "2025-06-02" },
      { "国庆节、中秋节", "2025-10-01", "2025-10-08" },
    },
    { "2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11" } },
  { 2026,
    TRUE,
    {
      { "元旦", "2026-01-01", "2026-01-03" },
      { "春节", "2026-02-15", "2026-02-23" },
      { "清明节", "2026-04-04", "2026-04-06" },
      { "劳动节", "2026-05-01", "2026-05-05" },
      { "端午节", "2026-06-19", "2026-06-21" },
      { "中秋节", "2026-09-25", "2026-09-27" },
      { "国庆节", "2026-10-01", "2026-10-07" },
    },
    { "2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10" } },
  { 2027,
    FALSE,
    {
      { "元旦", "2027-01-01", "2027-01-01" },
      { "春节", "2027-02-05", "2027-02-08" },
      { "清明节", "2027-04-05", "2027-04-05" },
      { "劳动节", "2027-05-01", "2027-05-02" },
      { "端午节", "2027-06-09", "2027-06-09" },
      { "中秋节", "2027-09-15", "2027-09-15" },
      { "国庆节", "2027-10-01", "2027-10-03" },
    },
    { NULL } },
};

/* 劳动节 of 2019 as the first notice had it (国办发明电〔2018〕15号): one day, no make-up days. */
static const TestYear test_year_2019_first
  = { 2019,
      TRUE,
      { { "元旦", "2018-12-30", "2019-01-01" },
        { "春节", "2019-02-04", "2019-02-10" },
        { "清明节", "2019-04-05", "2019-04-05" },
        { "劳动节", "2019-05-01", "2019-05-01" },
        { "端午节", "2019-06-07", "2019-06-07" },
        { "中秋节", "2019-09-13", "2019-09-13" },
        { "国庆节", "2019-10-01", "2019-10-07" } },
      { "2018-12-29", "2019-02-02", "2019-02-03", "2019-09-29", "2019-10-12" } };

/* Storage for a calendar built of the above; may be static or on the stack, and must not move. */
typedef struct {
  GbCalendar calendar;
  GbCalendarYear years[16];
  GbHoliday holidays[16][8];
  GbDate workdays[16][9];
} TestCalendar;

static inline GbDate
test_day (const char *text)
{
  GbDate date = GB_DATE_NONE;
  if (!gb_date_parse (text, &date))
    g_error ("no date: %s", text);
  return date;
}

/* Adds a year after those already there. */
static inline void
test_calendar_add (TestCalendar *test, const TestYear *source)
{
  guint at = test->calendar.n_years++;
  g_assert_cmpuint (at, <, G_N_ELEMENTS (test->years));
  GbCalendarYear *year = &test->years[at];
  test->calendar.years = test->years;
  *year = (GbCalendarYear){ .year = source->year,
                            .published = source->published,
                            .holidays = test->holidays[at],
                            .workdays = test->workdays[at] };
  for (guint i = 0; i < G_N_ELEMENTS (source->holidays) && source->holidays[i].name != NULL; i++) {
    const TestHoliday *holiday = &source->holidays[i];
    test->holidays[at][year->n_holidays++]
      = (GbHoliday){ holiday->name, test_day (holiday->from), test_day (holiday->to) };
  }
  for (guint i = 0; i < G_N_ELEMENTS (source->workdays) && source->workdays[i] != NULL; i++)
    test->workdays[at][year->n_workdays++] = test_day (source->workdays[i]);
}

/* The years @first…@last of those above. */
static inline const GbCalendar *
test_calendar_init (TestCalendar *test, int first, int last)
{
  memset (test, 0, sizeof *test);
  for (guint i = 0; i < G_N_ELEMENTS (test_years); i++) {
    if (test_years[i].year >= first && test_years[i].year <= last)
      test_calendar_add (test, &test_years[i]);
  }
  return &test->calendar;
}
