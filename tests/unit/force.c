/* The force of a policy: first, middle and last days of every status, and who outranks whom. */
#include "law/force.h"

#define NONE GB_DATE_NONE
#define NO_DATES ((GbForceDates){ NONE, NONE, NONE, NONE, NONE, NONE, NONE })

static GbDate
day_of (const char *text)
{
  GbDate date = GB_DATE_NONE;
  if (*text != '\0' && !gb_date_parse (text, &date))
    g_error ("no date: %s", text);
  return date;
}

typedef struct {
  const char *day;
  GbForce force;
  gboolean tail;
  gboolean review;
  const char *turns; /* "" for none */
} Expected;

static void
assert_force (const GbForceDates *dates, const Expected *expected, guint n)
{
  for (guint i = 0; i < n; i++) {
    GbForceState state = gb_force_on (dates, day_of (expected[i].day));
    char turns[GB_DATE_LENGTH];
    g_test_message ("%s", expected[i].day);
    g_assert_cmpstr (gb_force_name (state.force), ==, gb_force_name (expected[i].force));
    g_assert_cmpint (state.tail_running, ==, expected[i].tail);
    g_assert_cmpint (state.review_due, ==, expected[i].review);
    g_assert_cmpstr (gb_date_format (state.turns, turns), ==, expected[i].turns);
  }
}

static void
test_life (void)
{
  /* The dates of a real policy: in force 2021-06-22 to 2022-12-31, spending until 2023-12-31. */
  GbForceDates dates = NO_DATES;
  dates.effective = day_of ("2021-06-22");
  dates.review = day_of ("2022-07-01");
  dates.last_day = day_of ("2022-12-31");
  dates.tail = day_of ("2023-12-31");
  static const Expected expected[] = {
    { "1999-01-01", GB_FORCE_NOT_YET, FALSE, FALSE, "2021-06-22" },
    { "2021-06-21", GB_FORCE_NOT_YET, FALSE, FALSE, "2021-06-22" },
    { "2021-06-22", GB_FORCE_IN_FORCE, FALSE, FALSE, "2022-07-01" },
    { "2022-06-30", GB_FORCE_IN_FORCE, FALSE, FALSE, "2022-07-01" },
    { "2022-07-01", GB_FORCE_IN_FORCE, FALSE, TRUE, "2023-01-01" },
    { "2022-12-31", GB_FORCE_IN_FORCE, FALSE, TRUE, "2023-01-01" },
    { "2023-01-01", GB_FORCE_EXPIRED, TRUE, FALSE, "2024-01-01" },
    { "2023-12-31", GB_FORCE_EXPIRED, TRUE, FALSE, "2024-01-01" },
    { "2024-01-01", GB_FORCE_EXPIRED, FALSE, FALSE, "" },
    { "2999-12-31", GB_FORCE_EXPIRED, FALSE, FALSE, "" },
  };
  assert_force (&dates, expected, G_N_ELEMENTS (expected));
}

static void
test_unknown (void)
{
  GbForceDates dates = NO_DATES;
  static const Expected nothing[]
    = { { "1900-01-01", GB_FORCE_EFFECT_NOT_RECORDED, FALSE, FALSE, "" },
        { "2999-12-31", GB_FORCE_EFFECT_NOT_RECORDED, FALSE, FALSE, "" } };
  assert_force (&dates, nothing, G_N_ELEMENTS (nothing));

  dates.last_day = day_of ("2025-12-31");
  static const Expected only_end[]
    = { { "1900-01-01", GB_FORCE_EFFECT_NOT_RECORDED, FALSE, FALSE, "2026-01-01" },
        { "2025-12-31", GB_FORCE_EFFECT_NOT_RECORDED, FALSE, FALSE, "2026-01-01" },
        { "2026-01-01", GB_FORCE_EXPIRED, FALSE, FALSE, "" } };
  assert_force (&dates, only_end, G_N_ELEMENTS (only_end));

  /* Nor is it by a review; a decision that ends it is known all the same. */
  dates.review = day_of ("2025-07-01");
  dates.repealed = day_of ("2025-10-01");
  static const Expected ended[]
    = { { "2025-06-30", GB_FORCE_EFFECT_NOT_RECORDED, FALSE, FALSE, "2025-07-01" },
        { "2025-07-01", GB_FORCE_EFFECT_NOT_RECORDED, FALSE, TRUE, "2025-10-01" },
        { "2025-10-01", GB_FORCE_REPEALED, FALSE, FALSE, "" } };
  assert_force (&dates, ended, G_N_ELEMENTS (ended));

  /* A tail without a term is no tail; a term that ends with the calendar never ends. */
  dates = NO_DATES;
  dates.effective = day_of ("2020-01-01");
  dates.tail = day_of ("2025-12-31");
  static const Expected no_end[] = { { "2020-01-01", GB_FORCE_IN_FORCE, FALSE, FALSE, "" },
                                     { "2026-01-01", GB_FORCE_IN_FORCE, FALSE, FALSE, "" } };
  assert_force (&dates, no_end, G_N_ELEMENTS (no_end));
  dates.last_day = GB_DATE_LAST;
  assert_force (&dates, no_end, G_N_ELEMENTS (no_end));
  /* No day follows the last: nothing turns, rather than on a day that is none. */
  g_assert_cmpint (gb_force_on (&dates, day_of ("2026-01-01")).turns, ==, GB_DATE_NONE);
}

static void
test_decisions (void)
{
  GbForceDates dates = NO_DATES;
  dates.effective = day_of ("2020-01-01");
  dates.last_day = day_of ("2024-12-31");
  dates.tail = day_of ("2025-12-31");
  dates.repealed = day_of ("2023-06-01");
  static const Expected repealed[]
    = { { "2023-05-31", GB_FORCE_IN_FORCE, FALSE, FALSE, "2023-06-01" },
        { "2023-06-01", GB_FORCE_REPEALED, FALSE, FALSE, "" },
        { "2025-01-01", GB_FORCE_REPEALED, FALSE, FALSE, "" } };
  assert_force (&dates, repealed, G_N_ELEMENTS (repealed));

  /* Void from the start, but the record of the days before said otherwise. */
  dates.annulled = day_of ("2023-03-01");
  static const Expected annulled[]
    = { { "2019-12-31", GB_FORCE_NOT_YET, FALSE, FALSE, "2020-01-01" },
        { "2023-02-28", GB_FORCE_IN_FORCE, FALSE, FALSE, "2023-03-01" },
        { "2023-03-01", GB_FORCE_ANNULLED, FALSE, FALSE, "" },
        { "2023-06-01", GB_FORCE_ANNULLED, FALSE, FALSE, "" } };
  assert_force (&dates, annulled, G_N_ELEMENTS (annulled));

  /* Replaced while in force: the term was cut off, and its tail begins only after the term. */
  dates.repealed = dates.annulled = NONE;
  dates.replaced = day_of ("2024-07-01");
  dates.review = day_of ("2024-06-30");
  static const Expected replaced[]
    = { { "2024-06-29", GB_FORCE_IN_FORCE, FALSE, FALSE, "2024-06-30" },
        { "2024-06-30", GB_FORCE_IN_FORCE, FALSE, TRUE, "2024-07-01" },
        { "2024-07-01", GB_FORCE_REPLACED, FALSE, FALSE, "2025-01-01" },
        { "2025-01-01", GB_FORCE_REPLACED, TRUE, FALSE, "2026-01-01" },
        { "2026-01-01", GB_FORCE_REPLACED, FALSE, FALSE, "" } };
  assert_force (&dates, replaced, G_N_ELEMENTS (replaced));

  /* Replaced, then repealed during the tail, which ends with it. */
  dates.repealed = day_of ("2025-03-01");
  static const Expected both[] = { { "2025-02-28", GB_FORCE_REPLACED, TRUE, FALSE, "2025-03-01" },
                                   { "2025-03-01", GB_FORCE_REPEALED, FALSE, FALSE, "" } };
  assert_force (&dates, both, G_N_ELEMENTS (both));

  /* A decision before the first day of force. */
  dates = NO_DATES;
  dates.effective = day_of ("2024-01-01");
  dates.repealed = day_of ("2023-12-01");
  static const Expected early[] = { { "2023-11-30", GB_FORCE_NOT_YET, FALSE, FALSE, "2023-12-01" },
                                    { "2023-12-01", GB_FORCE_REPEALED, FALSE, FALSE, "" },
                                    { "2024-01-01", GB_FORCE_REPEALED, FALSE, FALSE, "" } };
  assert_force (&dates, early, G_N_ELEMENTS (early));
}

/* All 64 ways to have reached the dates or not: the first of the ranking that is reached wins. */
static void
test_ranking (void)
{
  for (guint set = 0; set < 64; set++) {
    GbDate day = day_of ("2024-05-05");
    GbForceDates dates = NO_DATES;
    dates.annulled = set & 1 ? day : day + 1;
    dates.repealed = set & 2 ? day : day + 1;
    dates.replaced = set & 4 ? day : day + 1;
    dates.last_day = set & 8 ? day - 1 : day;
    dates.effective = set & 16 ? day + 1 : day;
    dates.review = set & 32 ? day : day + 1;
    GbForce expected = set & 1    ? GB_FORCE_ANNULLED
                       : set & 2  ? GB_FORCE_REPEALED
                       : set & 4  ? GB_FORCE_REPLACED
                       : set & 8  ? GB_FORCE_EXPIRED
                       : set & 16 ? GB_FORCE_NOT_YET
                                  : GB_FORCE_IN_FORCE;
    GbForceState state = gb_force_on (&dates, day);
    g_assert_cmpint (state.force, ==, expected);
    g_assert_cmpint (state.review_due, ==, expected == GB_FORCE_IN_FORCE && (set & 32) != 0);
    /* Whatever is to come, it comes tomorrow; only annulment is final. */
    g_assert_cmpint (state.turns, ==, set & 1 ? NONE : day + 1);
  }
}

/* Following the turns visits every change, and nothing changes between them. */
static void
test_turns (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20240505);
  for (guint round = 0; round < 3000; round++) {
    GbDate start = day_of ("2024-01-01");
    GbDate dates[7];
    for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
      dates[i]
        = g_rand_int_range (random, 0, 3) == 0 ? NONE : start + g_rand_int_range (random, 0, 20);
    GbForceDates facts = { dates[0], dates[1], dates[2], dates[3], dates[4], dates[5], dates[6] };
    GbForceState last = gb_force_on (&facts, start - 1);
    GbDate turns = last.turns;
    for (GbDate day = start; day < start + 23; day++) {
      GbForceState state = gb_force_on (&facts, day);
      gboolean changed = state.force != last.force || state.tail_running != last.tail_running
                         || state.review_due != last.review_due;
      g_assert_cmpint (changed, ==, day == turns);
      g_assert_true (day == turns || state.turns == turns);
      turns = state.turns;
      last = state;
    }
    g_assert_cmpint (turns, ==, NONE);
  }
}

static void
test_names (void)
{
  for (int a = 0; a < GB_FORCE_COUNT; a++) {
    for (int b = 0; b < a; b++)
      g_assert_cmpstr (gb_force_name ((GbForce)a), !=, gb_force_name ((GbForce)b));
  }
  g_assert_cmpstr (gb_force_name (GB_FORCE_IN_FORCE), ==, "in-force");
}

static void
test_last_day (void)
{
  static const struct {
    const char *last_day, *repealed, *annulled, *replaced, *expected;
  } rows[] = {
    { "", "", "", "", "" },
    { "2022-12-31", "", "", "", "2022-12-31" },
    { "2022-12-31", "2022-06-01", "", "", "2022-05-31" },
    { "2022-12-31", "2023-01-01", "", "", "2022-12-31" },
    { "2022-12-31", "", "2022-03-01", "2022-06-01", "2022-02-28" },
    { "", "2022-06-01", "", "2022-05-01", "2022-04-30" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    GbForceDates dates = NO_DATES;
    dates.last_day = day_of (rows[i].last_day);
    dates.repealed = day_of (rows[i].repealed);
    dates.annulled = day_of (rows[i].annulled);
    dates.replaced = day_of (rows[i].replaced);
    g_assert_cmpint (gb_force_last_day (&dates), ==, day_of (rows[i].expected));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/force/life", test_life);
  g_test_add_func ("/force/unknown", test_unknown);
  g_test_add_func ("/force/decisions", test_decisions);
  g_test_add_func ("/force/ranking", test_ranking);
  g_test_add_func ("/force/turns", test_turns);
  g_test_add_func ("/force/names", test_names);
  g_test_add_func ("/force/last-day", test_last_day);
  return g_test_run ();
}
