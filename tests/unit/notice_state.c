/* The state of a notice on the days around each of its dates. */
#include "law/notice_state.h"

typedef struct {
  const char *opens;        /* a day, a month, or "" */
  const char *first, *last; /* of the days on which it may close, or "" */
  const char *concluded;    /* the day of the outcome, "?" for one without a day, "" for none */
  const char *day;
  GbNoticeState state;
  const char *turns;
} Row;

static const Row rows[] = {
  { "2024-03-04", "2024-03-08", "2024-03-08", "", "2024-03-03", GB_NOTICE_UPCOMING, "2024-03-04" },
  { "2024-03-04", "2024-03-08", "2024-03-08", "", "2024-03-04", GB_NOTICE_OPEN, "2024-03-09" },
  { "2024-03-04", "2024-03-08", "2024-03-08", "", "2024-03-08", GB_NOTICE_OPEN, "2024-03-09" },
  { "2024-03-04", "2024-03-08", "2024-03-08", "", "2024-03-09", GB_NOTICE_CLOSED, "" },
  /* An outcome after it closed, and one before. */
  { "2024-03-04", "2024-03-08", "2024-03-08", "2024-04-01", "2024-03-03", GB_NOTICE_UPCOMING,
    "2024-03-04" },
  { "2024-03-04", "2024-03-08", "2024-03-08", "2024-04-01", "2024-03-08", GB_NOTICE_OPEN,
    "2024-03-09" },
  { "2024-03-04", "2024-03-08", "2024-03-08", "2024-04-01", "2024-03-09", GB_NOTICE_CLOSED,
    "2024-04-01" },
  { "2024-03-04", "2024-03-08", "2024-03-08", "2024-04-01", "2024-03-31", GB_NOTICE_CLOSED,
    "2024-04-01" },
  { "2024-03-04", "2024-03-08", "2024-03-08", "2024-04-01", "2024-04-01", GB_NOTICE_CONCLUDED, "" },
  { "2024-03-04", "2024-03-08", "2024-03-08", "2024-03-06", "2024-03-05", GB_NOTICE_OPEN,
    "2024-03-06" },
  { "2024-03-04", "2024-03-08", "2024-03-08", "2024-03-06", "2024-03-06", GB_NOTICE_CONCLUDED, "" },
  { "2024-03-04", "2024-03-08", "2024-03-08", "?", "2024-03-03", GB_NOTICE_CONCLUDED, "" },
  /* The last day is not known. */
  { "2024-03-04", "", "", "", "2024-03-03", GB_NOTICE_UPCOMING, "2024-03-04" },
  { "2024-03-04", "", "", "", "2024-03-04", GB_NOTICE_UNKNOWN, "" },
  { "2024-03-04", "", "", "2024-04-01", "2024-03-04", GB_NOTICE_UNKNOWN, "2024-04-01" },
  { "2024-03-04", "", "", "2024-04-01", "2024-04-01", GB_NOTICE_CONCLUDED, "" },
  /* The opening is not known. */
  { "", "2024-03-08", "2024-03-08", "", "2024-03-01", GB_NOTICE_OPEN, "2024-03-09" },
  { "", "2024-03-08", "2024-03-08", "", "2024-03-09", GB_NOTICE_CLOSED, "" },
  /* Opens in March, closes on a day that is known: it is said to be open once it certainly is. */
  { "2024-03", "2024-04-10", "2024-04-10", "", "2024-02-29", GB_NOTICE_UPCOMING, "2024-04-11" },
  { "2024-03", "2024-04-10", "2024-04-10", "", "2024-03-30", GB_NOTICE_UPCOMING, "2024-04-11" },
  { "2024-03", "2024-04-10", "2024-04-10", "", "2024-03-31", GB_NOTICE_OPEN, "2024-04-11" },
  { "2024-03", "2024-04-10", "2024-04-10", "", "2024-04-11", GB_NOTICE_CLOSED, "" },
  { "2024-03", "2024-04-10", "2024-04-10", "2024-03-20", "2024-03-19", GB_NOTICE_UPCOMING,
    "2024-03-20" },
  { "2024-03", "2024-04-10", "2024-04-10", "2024-03-20", "2024-03-20", GB_NOTICE_CONCLUDED, "" },
  /* Opens in March and closes five working days later: no day is known but that it has passed. */
  { "2024-03", "2024-03-07", "2024-04-08", "", "2024-02-29", GB_NOTICE_UPCOMING, "" },
  { "2024-03", "2024-03-07", "2024-04-08", "", "2024-03-01", GB_NOTICE_UNKNOWN, "" },
  { "2024-03", "2024-03-07", "2024-04-08", "", "2024-04-08", GB_NOTICE_UNKNOWN, "" },
  { "2024-03", "2024-03-07", "2024-04-08", "", "2024-04-09", GB_NOTICE_CLOSED, "" },
};

static GbDate
day (const char *text)
{
  GbDate date = GB_DATE_NONE;
  g_assert_true (text[0] == '\0' || gb_date_parse (text, &date));
  return date;
}

static void
test_days (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    const Row *row = &rows[i];
    gboolean dayless = row->concluded[0] == '?';
    GbNoticeDates dates = {
      .opens = GB_WHEN_NONE,
      .closes = { day (row->first), day (row->last) },
      .has_outcome = row->concluded[0] != '\0',
      .concluded = day (dayless ? "" : row->concluded),
    };
    g_assert_true (row->opens[0] == '\0' || gb_when_parse (row->opens, &dates.opens));
    GbDate turns;
    g_test_message ("row %u", (guint)i);
    g_assert_cmpint (gb_notice_state_on (&dates, day (row->day), &turns), ==, row->state);
    g_assert_cmpint (turns, ==, day (row->turns));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/notice-state/days", test_days);
  return g_test_run ();
}
