/* The standing of an entry: its whole life day by day, renewals, endings, and what moves nothing.
 */
#include "law/standing.h"

#include <string.h>

#define NONE GB_DATE_NONE

static GbDate
day_of (const char *text)
{
  GbDate date = NONE;
  if (*text != '\0' && !gb_date_parse (text, &date))
    g_error ("no date: %s", text);
  return date;
}

/* "2023", "2023-07", "2023-07-10"; of a notice also "2023-07-04..2023-07-12", all that may be. */
static GbWhen
when_of (const char *text)
{
  GbWhen when = GB_WHEN_NONE;
  if (strlen (text) > strlen ("2023-07-10")) {
    g_autofree char *first = g_strndup (text, strlen ("2023-07-10"));
    return (GbWhen){ day_of (first), day_of (strstr (text, "..") + 2) };
  }
  if (*text != '\0' && !gb_when_parse (text, &when))
    g_error ("no date: %s", text);
  return when;
}

/* One line of a record, in text; empty for none. */
typedef struct {
  GbEventKind kind;
  const char *day;
  const char *closes;
  const char *from;
  const char *to;
  const char *name;
  const char *lapses; /* NULL for none */
} Line;

typedef struct {
  const char *day;
  GbStanding standing;
  const char *turns;
} Expected;

static guint
steps_of (const Line *lines, guint n, GbStep *steps)
{
  for (guint i = 0; i < n; i++)
    steps[i] = (GbStep){ .kind = lines[i].kind,
                         .when = when_of (lines[i].day),
                         .closes = when_of (lines[i].closes),
                         .from = day_of (lines[i].from),
                         .to = day_of (lines[i].to),
                         .lapses = lines[i].lapses == NULL ? NONE : day_of (lines[i].lapses),
                         .name = lines[i].name };
  return n;
}

static GbStandingState
state_on (const Line *lines, guint n, int review_months, const char *day)
{
  GbStep steps[16];
  g_assert_cmpuint (n, <=, G_N_ELEMENTS (steps));
  return gb_standing_on (steps, steps_of (lines, n, steps), review_months, day_of (day));
}

static void
assert_life (const Line *lines, guint n, int review_months, const Expected *expected,
             guint n_expected)
{
  for (guint i = 0; i < n_expected; i++) {
    GbStandingState state = state_on (lines, n, review_months, expected[i].day);
    char turns[GB_DATE_LENGTH];
    g_test_message ("%s", expected[i].day);
    g_assert_cmpstr (gb_standing_name (state.standing), ==,
                     gb_standing_name (expected[i].standing));
    g_assert_cmpstr (gb_date_format (state.turns, turns), ==, expected[i].turns);
  }
}

#define ASSERT_LIFE(lines, review_months, expected)                                                \
  assert_life (lines, G_N_ELEMENTS (lines), review_months, expected, G_N_ELEMENTS (expected))

static void
assert_term (const GbStandingState *state, const char *from, const char *last_day)
{
  char text[GB_DATE_LENGTH];
  g_assert_cmpstr (gb_date_format (state->from, text), ==, from);
  g_assert_cmpstr (gb_date_format (state->last_day, text), ==, last_day);
}

static const Line whole_life[] = {
  { GB_EVENT_APPLIED, "2023-05-01", "", "", "", NULL },
  { GB_EVENT_PROPOSED, "2023-06-20", "", "", "", NULL },
  { GB_EVENT_NOTICED, "2023-06-26", "2023-07-04", "", "", NULL },
  { GB_EVENT_CERTIFIED, "2023-07-10", "", "2023-07-10", "2026-07-09", NULL },
  { GB_EVENT_REPORTED, "2024-03-31", "", "", "", NULL },
  { GB_EVENT_RENAMED, "2024-09-01", "", "", "", "示例新名" },
  { GB_EVENT_EVALUATED, "2026-06-01", "", "", "", NULL },
};

static void
test_whole_life (void)
{
  static const Expected expected[] = {
    { "2023-04-30", GB_STANDING_NONE, "2023-05-01" },
    { "2023-05-01", GB_STANDING_PROPOSED, "2023-06-20" },
    { "2023-06-20", GB_STANDING_PROPOSED, "2023-06-26" },
    { "2023-06-25", GB_STANDING_PROPOSED, "2023-06-26" },
    { "2023-06-26", GB_STANDING_ON_NOTICE, "2023-07-05" },
    { "2023-07-04", GB_STANDING_ON_NOTICE, "2023-07-05" },
    { "2023-07-05", GB_STANDING_NOTICE_CLOSED, "2023-07-10" },
    { "2023-07-09", GB_STANDING_NOTICE_CLOSED, "2023-07-10" },
    { "2023-07-10", GB_STANDING_CERTIFIED, "2024-03-31" },
    { "2024-03-31", GB_STANDING_CERTIFIED, "2024-09-01" },
    { "2024-09-01", GB_STANDING_CERTIFIED, "2026-04-10" },
    { "2026-04-09", GB_STANDING_CERTIFIED, "2026-04-10" },
    { "2026-04-10", GB_STANDING_REVIEW_DUE, "2026-06-01" },
    { "2026-06-01", GB_STANDING_REVIEW_DUE, "2026-07-10" },
    { "2026-07-09", GB_STANDING_REVIEW_DUE, "2026-07-10" },
    { "2026-07-10", GB_STANDING_TERM_ENDED, "" },
    { "2999-12-31", GB_STANDING_TERM_ENDED, "" },
  };
  ASSERT_LIFE (whole_life, 3, expected);

  /* A scheme without a window. */
  static const Expected windowless[] = { { "2026-06-01", GB_STANDING_CERTIFIED, "2026-07-10" },
                                         { "2026-07-09", GB_STANDING_CERTIFIED, "2026-07-10" },
                                         { "2026-07-10", GB_STANDING_TERM_ENDED, "" } };
  ASSERT_LIFE (whole_life, 0, windowless);
  ASSERT_LIFE (whole_life, -3, windowless);
  ASSERT_LIFE (whole_life, G_MAXINT, windowless);

  GbStandingState state = state_on (whole_life, G_N_ELEMENTS (whole_life), 3, "2024-08-31");
  assert_term (&state, "2023-07-10", "2026-07-09");
  g_assert_cmpint (gb_when_day (state.certified), ==, day_of ("2023-07-10"));
  g_assert_cmpint (gb_when_day (state.ended), ==, NONE);
  g_assert_null (state.name);
  state = state_on (whole_life, G_N_ELEMENTS (whole_life), 3, "2024-09-01");
  g_assert_cmpstr (state.name, ==, "示例新名");
  state = state_on (whole_life, G_N_ELEMENTS (whole_life), 3, "2023-07-09");
  assert_term (&state, "", "");
  g_assert_cmpint (gb_when_day (state.certified), ==, NONE);
}

static void
test_nothing (void)
{
  GbStandingState state = gb_standing_on (NULL, 0, 3, day_of ("2024-01-01"));
  g_assert_cmpint (state.standing, ==, GB_STANDING_NONE);
  g_assert_cmpint (state.turns, ==, NONE);
  /* A step without a day is not on record. */
  static const Line lines[] = { { GB_EVENT_CERTIFIED, "", "", "", "", NULL } };
  static const Expected expected[] = { { "2024-01-01", GB_STANDING_NONE, "" } };
  ASSERT_LIFE (lines, 3, expected);
}

static void
test_notice (void)
{
  static const Line open_ended[] = { { GB_EVENT_NOTICED, "2024-10-09", "", "", "", NULL } };
  static const Expected stays[] = { { "2024-10-08", GB_STANDING_NONE, "2024-10-09" },
                                    { "2024-10-09", GB_STANDING_ON_NOTICE, "" },
                                    { "2030-01-01", GB_STANDING_ON_NOTICE, "" } };
  ASSERT_LIFE (open_ended, 0, stays);

  /* A second notice, and a proposal known only to the month, which sorts after its notice. */
  static const Line twice[] = { { GB_EVENT_NOTICED, "2024-10-09", "2024-10-21", "", "", NULL },
                                { GB_EVENT_PROPOSED, "2024-10-31", "", "", "", NULL },
                                { GB_EVENT_NOTICED, "2024-11-04", "2024-11-12", "", "", NULL } };
  static const Expected two[] = { { "2024-10-21", GB_STANDING_ON_NOTICE, "2024-10-22" },
                                  { "2024-10-22", GB_STANDING_NOTICE_CLOSED, "2024-10-31" },
                                  { "2024-10-31", GB_STANDING_NOTICE_CLOSED, "2024-11-04" },
                                  { "2024-11-04", GB_STANDING_ON_NOTICE, "2024-11-13" },
                                  { "2024-11-12", GB_STANDING_ON_NOTICE, "2024-11-13" },
                                  { "2024-11-13", GB_STANDING_NOTICE_CLOSED, "" } };
  ASSERT_LIFE (twice, 0, two);

  /* Decided on the day it was noticed: as written. */
  static const Line same_day[] = { { GB_EVENT_NOTICED, "2024-10-09", "2024-10-21", "", "", NULL },
                                   { GB_EVENT_CERTIFIED, "2024-10-09", "", "", "", NULL } };
  static const Expected at_once[] = { { "2024-10-09", GB_STANDING_CERTIFIED, "" } };
  ASSERT_LIFE (same_day, 0, at_once);
}

static void
test_from (void)
{
  /* The term begins after the decision: until then what was before. */
  static const Line later[]
    = { { GB_EVENT_NOTICED, "2023-06-26", "2023-07-04", "", "", NULL },
        { GB_EVENT_CERTIFIED, "2023-07-01", "", "2023-07-10", "2026-07-09", NULL } };
  static const Expected waits[] = { { "2023-07-01", GB_STANDING_ON_NOTICE, "2023-07-05" },
                                    { "2023-07-05", GB_STANDING_NOTICE_CLOSED, "2023-07-10" },
                                    { "2023-07-10", GB_STANDING_CERTIFIED, "2026-07-10" } };
  ASSERT_LIFE (later, 0, waits);
  GbStandingState state = state_on (later, G_N_ELEMENTS (later), 0, "2023-07-01");
  g_assert_cmpint (gb_when_day (state.certified), ==, day_of ("2023-07-01"));
  assert_term (&state, "2023-07-10", "2026-07-09");

  static const Line bare[]
    = { { GB_EVENT_CERTIFIED, "2023-07-01", "", "2023-07-10", "2026-07-09", NULL } };
  static const Expected proposed[] = { { "2023-06-30", GB_STANDING_NONE, "2023-07-01" },
                                       { "2023-07-01", GB_STANDING_PROPOSED, "2023-07-10" },
                                       { "2023-07-10", GB_STANDING_CERTIFIED, "2026-07-10" } };
  ASSERT_LIFE (bare, 0, proposed);

  /* The term began before the list came out: nobody knew. */
  static const Line earlier[]
    = { { GB_EVENT_CERTIFIED, "2023-07-20", "", "2023-07-10", "2026-07-09", NULL } };
  static const Expected unknown[] = { { "2023-07-19", GB_STANDING_NONE, "2023-07-20" },
                                      { "2023-07-20", GB_STANDING_CERTIFIED, "2026-07-10" } };
  ASSERT_LIFE (earlier, 0, unknown);

  /* Recorded after its term; and a term whose last day is not known. */
  static const Line late[]
    = { { GB_EVENT_CERTIFIED, "2026-08-01", "", "2023-07-10", "2026-07-09", NULL } };
  static const Expected over[] = { { "2026-08-01", GB_STANDING_TERM_ENDED, "" } };
  ASSERT_LIFE (late, 6, over);
  static const Line endless[] = { { GB_EVENT_CERTIFIED, "2023-07-10", "", "", "", NULL } };
  static const Expected forever[]
    = { { "2023-07-10", GB_STANDING_CERTIFIED, "" }, { "2999-12-31", GB_STANDING_CERTIFIED, "" } };
  ASSERT_LIFE (endless, 6, forever);
  state = state_on (endless, 1, 6, "2023-07-10");
  assert_term (&state, "2023-07-10", "");
}

static void
test_renewed (void)
{
  /* Early: the running term goes on and the new one follows without a seam. */
  static const Line early[] = { { GB_EVENT_CERTIFIED, "2023-07-10", "", "", "2026-07-09", NULL },
                                { GB_EVENT_RENEWED, "2026-05-20", "", "", "2029-07-09", NULL } };
  static const Expected seamless[] = { { "2026-04-10", GB_STANDING_REVIEW_DUE, "2026-05-20" },
                                       { "2026-05-19", GB_STANDING_REVIEW_DUE, "2026-05-20" },
                                       { "2026-05-20", GB_STANDING_CERTIFIED, "2029-04-10" },
                                       { "2026-07-10", GB_STANDING_CERTIFIED, "2029-04-10" },
                                       { "2029-04-10", GB_STANDING_REVIEW_DUE, "2029-07-10" },
                                       { "2029-07-09", GB_STANDING_REVIEW_DUE, "2029-07-10" },
                                       { "2029-07-10", GB_STANDING_TERM_ENDED, "" } };
  ASSERT_LIFE (early, 3, seamless);
  GbStandingState state = state_on (early, G_N_ELEMENTS (early), 3, "2026-05-19");
  assert_term (&state, "2023-07-10", "2026-07-09");
  state = state_on (early, G_N_ELEMENTS (early), 3, "2026-05-20");
  assert_term (&state, "2026-07-10", "2029-07-09");
  g_assert_cmpint (gb_when_day (state.certified), ==, day_of ("2023-07-10"));

  /* Late: the term had ended, and for those days the record said so. */
  static const Line late[] = { { GB_EVENT_CERTIFIED, "2023-07-10", "", "", "2026-07-09", NULL },
                               { GB_EVENT_RENEWED, "2026-09-01", "", "", "2029-07-09", NULL } };
  static const Expected gap[] = { { "2026-07-09", GB_STANDING_CERTIFIED, "2026-07-10" },
                                  { "2026-07-10", GB_STANDING_TERM_ENDED, "2026-09-01" },
                                  { "2026-08-31", GB_STANDING_TERM_ENDED, "2026-09-01" },
                                  { "2026-09-01", GB_STANDING_CERTIFIED, "2029-07-10" } };
  ASSERT_LIFE (late, 0, gap);
  state = state_on (late, G_N_ELEMENTS (late), 0, "2026-09-01");
  assert_term (&state, "2026-07-10", "2029-07-09");

  /* A stated first day that leaves a gap, decided before and in it. */
  static const Line before[]
    = { { GB_EVENT_CERTIFIED, "2023-07-10", "", "", "2026-07-09", NULL },
        { GB_EVENT_RENEWED, "2026-07-01", "", "2026-08-01", "2029-07-31", NULL },
        { GB_EVENT_RENEWED, "2029-01-01", "", "", "2032-07-31", NULL } };
  static const Expected between[] = { { "2026-07-09", GB_STANDING_CERTIFIED, "2026-07-10" },
                                      { "2026-07-10", GB_STANDING_TERM_ENDED, "2026-08-01" },
                                      { "2026-07-31", GB_STANDING_TERM_ENDED, "2026-08-01" },
                                      { "2026-08-01", GB_STANDING_CERTIFIED, "2029-01-01" },
                                      { "2029-08-01", GB_STANDING_CERTIFIED, "2032-08-01" },
                                      { "2032-08-01", GB_STANDING_TERM_ENDED, "" } };
  ASSERT_LIFE (before, 0, between);
  static const Line within[]
    = { { GB_EVENT_CERTIFIED, "2023-07-10", "", "", "2026-07-09", NULL },
        { GB_EVENT_RENEWED, "2026-07-15", "", "2026-08-01", "2029-07-31", NULL } };
  static const Expected waiting[] = { { "2026-07-15", GB_STANDING_TERM_ENDED, "2026-08-01" },
                                      { "2026-08-01", GB_STANDING_CERTIFIED, "2029-08-01" } };
  ASSERT_LIFE (within, 0, waiting);

  /* Nothing before it on record; and a term without a known end. */
  static const Line alone[] = { { GB_EVENT_RENEWED, "2025-01-01", "", "", "2027-12-31", NULL } };
  static const Expected begins[] = { { "2025-01-01", GB_STANDING_CERTIFIED, "2028-01-01" } };
  ASSERT_LIFE (alone, 0, begins);
  state = state_on (alone, 1, 0, "2025-01-01");
  g_assert_cmpint (gb_when_day (state.certified), ==, NONE);
  assert_term (&state, "2025-01-01", "2027-12-31");
  static const Line unknown[] = { { GB_EVENT_CERTIFIED, "2023-07-10", "", "", "", NULL },
                                  { GB_EVENT_RENEWED, "2026-05-20", "", "", "2029-07-09", NULL } };
  static const Expected known[] = { { "2026-05-20", GB_STANDING_CERTIFIED, "2029-07-10" },
                                    { "2029-07-10", GB_STANDING_TERM_ENDED, "" } };
  ASSERT_LIFE (unknown, 0, known);
}

static void
test_ended (void)
{
  static const Line revoked[] = { { GB_EVENT_CERTIFIED, "2023-07-10", "", "", "2026-07-09", NULL },
                                  { GB_EVENT_REVOKED, "2025-03-01", "", "", "", NULL },
                                  { GB_EVENT_RENEWED, "2025-06-01", "", "", "2029-07-09", NULL } };
  static const Expected ends[] = { { "2025-02-28", GB_STANDING_CERTIFIED, "2025-03-01" },
                                   { "2025-03-01", GB_STANDING_REVOKED, "2025-06-01" },
                                   { "2025-06-01", GB_STANDING_REVOKED, "" },
                                   { "2026-07-10", GB_STANDING_REVOKED, "" } };
  ASSERT_LIFE (revoked, 3, ends);
  GbStandingState state = state_on (revoked, G_N_ELEMENTS (revoked), 3, "2026-01-01");
  g_assert_cmpint (gb_when_day (state.ended), ==, day_of ("2025-03-01"));
  assert_term (&state, "2023-07-10", "2026-07-09");

  /* Back again by the whole way. */
  static const Line again[] = { { GB_EVENT_CERTIFIED, "2023-07-10", "", "", "2026-07-09", NULL },
                                { GB_EVENT_WITHDRAWN, "2024-03-01", "", "", "", NULL },
                                { GB_EVENT_APPLIED, "2025-03-01", "", "", "", NULL },
                                { GB_EVENT_NOTICED, "2025-05-06", "2025-05-14", "", "", NULL },
                                { GB_EVENT_CERTIFIED, "2025-06-01", "", "", "2028-05-31", NULL } };
  static const Expected returns[] = { { "2024-03-01", GB_STANDING_WITHDRAWN, "2025-03-01" },
                                      { "2025-02-28", GB_STANDING_WITHDRAWN, "2025-03-01" },
                                      { "2025-03-01", GB_STANDING_PROPOSED, "2025-05-06" },
                                      { "2025-05-06", GB_STANDING_ON_NOTICE, "2025-05-15" },
                                      { "2025-05-15", GB_STANDING_NOTICE_CLOSED, "2025-06-01" },
                                      { "2025-06-01", GB_STANDING_CERTIFIED, "2028-06-01" } };
  ASSERT_LIFE (again, 0, returns);
  state = state_on (again, G_N_ELEMENTS (again), 0, "2025-05-06");
  g_assert_cmpint (gb_when_day (state.ended), ==, day_of ("2024-03-01"));
  state = state_on (again, G_N_ELEMENTS (again), 0, "2025-06-01");
  g_assert_cmpint (gb_when_day (state.ended), ==, NONE);
  g_assert_cmpint (gb_when_day (state.certified), ==, day_of ("2023-07-10"));
  assert_term (&state, "2025-06-01", "2028-05-31");

  /* An application withdrawn; a withdrawal made a revocation. */
  static const Line never[] = { { GB_EVENT_APPLIED, "2023-05-01", "", "", "", NULL },
                                { GB_EVENT_WITHDRAWN, "2023-06-01", "", "", "", NULL },
                                { GB_EVENT_REVOKED, "2023-07-01", "", "", "", NULL } };
  static const Expected gone[] = { { "2023-05-31", GB_STANDING_PROPOSED, "2023-06-01" },
                                   { "2023-06-01", GB_STANDING_WITHDRAWN, "2023-07-01" },
                                   { "2023-07-01", GB_STANDING_REVOKED, "" } };
  ASSERT_LIFE (never, 0, gone);

  /* Revoked before the term begins: the beginning brings nothing. */
  static const Line before[]
    = { { GB_EVENT_CERTIFIED, "2023-07-01", "", "2023-07-10", "2026-07-09", NULL },
        { GB_EVENT_REVOKED, "2023-07-05", "", "", "", NULL } };
  static const Expected void_of[] = { { "2023-07-04", GB_STANDING_PROPOSED, "2023-07-05" },
                                      { "2023-07-05", GB_STANDING_REVOKED, "" },
                                      { "2023-07-10", GB_STANDING_REVOKED, "" } };
  ASSERT_LIFE (before, 0, void_of);
}

/* The notice of a renewal hides neither a running certification nor one that ran out. */
static void
test_renewal_notice (void)
{
  static const Line lines[] = { { GB_EVENT_CERTIFIED, "2023-07-10", "", "", "2026-07-09", NULL },
                                { GB_EVENT_APPLIED, "2026-06-01", "", "", "", NULL },
                                { GB_EVENT_NOTICED, "2026-07-06", "2026-07-14", "", "", NULL },
                                { GB_EVENT_PROPOSED, "2026-08-03", "", "", "", NULL },
                                { GB_EVENT_NOTICED, "2026-08-03", "2026-08-11", "", "", NULL } };
  static const Expected expected[] = { { "2026-06-01", GB_STANDING_CERTIFIED, "2026-07-06" },
                                       { "2026-07-06", GB_STANDING_CERTIFIED, "2026-07-10" },
                                       { "2026-07-10", GB_STANDING_TERM_ENDED, "2026-08-03" },
                                       { "2026-08-03", GB_STANDING_TERM_ENDED, "" } };
  ASSERT_LIFE (lines, 0, expected);
}

/* What is known to the month or the year happened by its end; no day of the state comes from it. */
static void
test_inexact (void)
{
  static const Line noticed[]
    = { { GB_EVENT_NOTICED, "2025-06", "2025-06-10..2025-07-08", "", "", NULL } };
  static const Expected passed[] = { { "2025-06-29", GB_STANDING_NONE, "" },
                                     { "2025-06-30", GB_STANDING_ON_NOTICE, "" },
                                     { "2025-07-08", GB_STANDING_ON_NOTICE, "" },
                                     { "2025-07-09", GB_STANDING_NOTICE_CLOSED, "" } };
  ASSERT_LIFE (noticed, 0, passed);
  GbStandingState state = state_on (noticed, 1, 0, "2025-06-30");
  g_assert_cmpint (state.moves, ==, day_of ("2025-07-09"));
  g_assert_cmpint (gb_when_day (state.closes), ==, NONE);
  g_assert_cmpint (state.closes.last, ==, day_of ("2025-07-08"));

  /* The term of an inexact day has no first day, and an end only where one is stated. */
  static const Line certified[] = { { GB_EVENT_CERTIFIED, "2021", "", "", "2024-12-31", NULL },
                                    { GB_EVENT_REVOKED, "2023-03", "", "", "", NULL } };
  static const Expected ended[] = { { "2021-12-30", GB_STANDING_NONE, "" },
                                    { "2021-12-31", GB_STANDING_CERTIFIED, "2025-01-01" },
                                    { "2023-03-30", GB_STANDING_CERTIFIED, "2025-01-01" },
                                    { "2023-03-31", GB_STANDING_REVOKED, "" } };
  ASSERT_LIFE (certified, 0, ended);
  state = state_on (certified, 2, 0, "2022-01-01");
  assert_term (&state, "", "2024-12-31");
  g_assert_cmpint (gb_when_precision (state.certified), ==, GB_PRECISION_YEAR);
  g_assert_cmpint (state.moves, ==, day_of ("2023-03-31"));
  state = state_on (certified, 2, 0, "2024-01-01");
  g_assert_cmpint (gb_when_precision (state.ended), ==, GB_PRECISION_MONTH);

  /* Renewed in some month: the new term follows the old one, whose last day is known. */
  static const Line renewed[]
    = { { GB_EVENT_CERTIFIED, "2021-03-01", "", "2021-03-01", "2024-02-29", NULL },
        { GB_EVENT_RENEWED, "2024-02", "", "2024-03-01", "2027-02-28", NULL } };
  static const Expected longer[] = { { "2024-02-28", GB_STANDING_CERTIFIED, "2024-03-01" },
                                     { "2024-02-29", GB_STANDING_CERTIFIED, "2027-03-01" } };
  ASSERT_LIFE (renewed, 0, longer);
  state = state_on (renewed, 2, 0, "2024-02-29");
  assert_term (&state, "2024-03-01", "2027-02-28");

  /* What is known to the day turns on its day, whatever inexact comes before it. */
  static const Line mixed[] = { { GB_EVENT_CERTIFIED, "2024", "", "", "", NULL },
                                { GB_EVENT_WITHDRAWN, "2025-05-06", "", "", "", NULL } };
  static const Expected then[] = { { "2024-06-01", GB_STANDING_NONE, "2025-05-06" },
                                   { "2024-12-31", GB_STANDING_CERTIFIED, "2025-05-06" },
                                   { "2025-05-06", GB_STANDING_WITHDRAWN, "" } };
  ASSERT_LIFE (mixed, 0, then);
}

/* Rules that set no term and end on 2022-12-31: what was certified under them is on record then. */
static void
test_lapsed (void)
{
  static const Line open_ended[]
    = { { GB_EVENT_CERTIFIED, "2021-06-22", "", "2021-06-22", "", NULL, "2022-12-31" } };
  static const Expected lapses[] = { { "2021-06-21", GB_STANDING_NONE, "2021-06-22" },
                                     { "2021-06-22", GB_STANDING_CERTIFIED, "2023-01-01" },
                                     { "2022-12-31", GB_STANDING_CERTIFIED, "2023-01-01" },
                                     { "2023-01-01", GB_STANDING_ON_RECORD, "" },
                                     { "2030-01-01", GB_STANDING_ON_RECORD, "" } };
  ASSERT_LIFE (open_ended, 3, lapses);

  /* Known to the year only, which is no day to turn on; the end of the rules is. */
  static const Line year[] = { { GB_EVENT_CERTIFIED, "2021", "", "", "", NULL, "2022-12-31" } };
  static const Expected later[] = { { "2021-12-30", GB_STANDING_NONE, "" },
                                    { "2021-12-31", GB_STANDING_CERTIFIED, "2023-01-01" },
                                    { "2022-12-31", GB_STANDING_CERTIFIED, "2023-01-01" },
                                    { "2023-01-01", GB_STANDING_ON_RECORD, "" } };
  ASSERT_LIFE (year, 0, later);

  /* A term that is stated outlives the rules; without an end of the rules nothing lapses. */
  static const Line termed[]
    = { { GB_EVENT_CERTIFIED, "2021-06-22", "", "2021-06-22", "2024-06-21", NULL, "2022-12-31" } };
  static const Expected runs[] = { { "2023-01-01", GB_STANDING_CERTIFIED, "2024-06-22" },
                                   { "2024-06-22", GB_STANDING_TERM_ENDED, "" } };
  ASSERT_LIFE (termed, 0, runs);
  static const Line endless[]
    = { { GB_EVENT_CERTIFIED, "2021-06-22", "", "2021-06-22", "", NULL, NULL } };
  static const Expected stays[] = { { "2030-01-01", GB_STANDING_CERTIFIED, "" } };
  ASSERT_LIFE (endless, 0, stays);

  /* Certified only after the rules had ended; revoked all the same; renewed for a term. */
  static const Line late[]
    = { { GB_EVENT_CERTIFIED, "2023-03-01", "", "2023-03-01", "", NULL, "2022-12-31" },
        { GB_EVENT_REVOKED, "2024-05-06", "", "", "", NULL, NULL } };
  static const Expected after[] = { { "2023-02-28", GB_STANDING_NONE, "2023-03-01" },
                                    { "2023-03-01", GB_STANDING_ON_RECORD, "2024-05-06" },
                                    { "2024-05-06", GB_STANDING_REVOKED, "" } };
  ASSERT_LIFE (late, 0, after);
  static const Line renewed[]
    = { { GB_EVENT_CERTIFIED, "2021-06-22", "", "2021-06-22", "", NULL, "2022-12-31" },
        { GB_EVENT_RENEWED, "2023-05-04", "", "2023-05-04", "2026-05-03", NULL, NULL } };
  static const Expected again[] = { { "2023-01-01", GB_STANDING_ON_RECORD, "2023-05-04" },
                                    { "2023-05-04", GB_STANDING_CERTIFIED, "2026-05-04" },
                                    { "2026-05-04", GB_STANDING_TERM_ENDED, "" } };
  ASSERT_LIFE (renewed, 0, again);
}

/* Following the turns visits every change of standing, whatever is on record. */
static void
test_turns (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20230710);
  for (guint round = 0; round < 4000; round++) {
    GbDate start = day_of ("2024-01-01");
    GbStep steps[6];
    guint n = (guint)g_rand_int_range (random, 0, 7);
    GbDate day = start;
    gboolean exact = TRUE;
    for (guint i = 0; i < n; i++) {
      day += g_rand_int_range (random, 0, 40);
      GbDate dates[3];
      for (guint k = 0; k < 3; k++)
        dates[k]
          = g_rand_int_range (random, 0, 3) == 0 ? NONE : day + g_rand_int_range (random, -20, 90);
      /* One event in four is known less well than to the day. */
      GbDate spread = g_rand_int_range (random, 0, 4) == 0 ? g_rand_int_range (random, 1, 20) : 0;
      steps[i] = (GbStep){ .kind = (GbEventKind)g_rand_int_range (random, 0, GB_EVENT_RENAMED + 1),
                           .when = { day - spread, day },
                           .closes = { dates[0] == NONE ? NONE : dates[0] - spread, dates[0] },
                           .from = dates[1],
                           .to = dates[2],
                           .lapses = g_rand_int_range (random, 0, 2) == 0
                                       ? NONE
                                       : day + g_rand_int_range (random, -20, 90) };
      exact &= spread == 0;
    }
    GbStandingState last = gb_standing_on (steps, n, 1, start - 1);
    g_assert_cmpint (last.standing, ==, GB_STANDING_NONE);
    GbDate moves = last.moves;
    for (GbDate at = start; at < start + 400; at++) {
      GbStandingState state = gb_standing_on (steps, n, 1, at);
      g_assert_true (state.standing == last.standing || at == moves);
      g_assert_true (at == moves || state.moves == moves);
      g_assert_true (state.moves == NONE || state.moves > at);
      g_assert_true (state.turns == NONE || state.turns >= state.moves);
      if (exact)
        g_assert_cmpint (state.turns, ==, state.moves);
      moves = state.moves;
      last = state;
    }
    g_assert_cmpint (moves, ==, NONE);
  }
}

static void
test_names (void)
{
  for (int a = 0; a < GB_STANDING_COUNT; a++) {
    for (int b = 0; b < a; b++)
      g_assert_cmpstr (gb_standing_name ((GbStanding)a), !=, gb_standing_name ((GbStanding)b));
    g_assert_cmpint (gb_standing_is_certified ((GbStanding)a), ==,
                     a == GB_STANDING_CERTIFIED || a == GB_STANDING_REVIEW_DUE);
    g_assert_cmpint (gb_standing_is_listed ((GbStanding)a), ==,
                     a == GB_STANDING_CERTIFIED || a == GB_STANDING_REVIEW_DUE
                       || a == GB_STANDING_ON_RECORD);
  }
  for (int a = 0; a <= GB_EVENT_RENAMED; a++) {
    for (int b = 0; b < a; b++)
      g_assert_cmpstr (gb_event_name ((GbEventKind)a), !=, gb_event_name ((GbEventKind)b));
  }
  g_assert_cmpstr (gb_standing_name (GB_STANDING_TERM_ENDED), ==, "term-ended");
  g_assert_cmpstr (gb_event_name (GB_EVENT_NOTICED), ==, "noticed");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/standing/whole-life", test_whole_life);
  g_test_add_func ("/standing/nothing", test_nothing);
  g_test_add_func ("/standing/notice", test_notice);
  g_test_add_func ("/standing/from", test_from);
  g_test_add_func ("/standing/renewed", test_renewed);
  g_test_add_func ("/standing/ended", test_ended);
  g_test_add_func ("/standing/renewal-notice", test_renewal_notice);
  g_test_add_func ("/standing/inexact", test_inexact);
  g_test_add_func ("/standing/lapsed", test_lapsed);
  g_test_add_func ("/standing/turns", test_turns);
  g_test_add_func ("/standing/names", test_names);
  return g_test_run ();
}
