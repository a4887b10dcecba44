/* Notices corrected while they run: the days counted by hand. */
#include "publication.h"

#include <string.h>

#define RULES                                                                                      \
  "---\n"                                                                                          \
  "title: 示例市集群办法\n"                                                                 \
  "issuer: example-city\n"                                                                         \
  "kind: other\n"                                                                                  \
  "effect: {date: 2024-02-01}\n"                                                                   \
  "---\n"                                                                                          \
  "第一条　公示期为5个工作日。\n"

typedef struct {
  const char *name;
  const char *rule; /* keys of the scheme's notice, after days and unit */
  const char *opens;
  const char *notice; /* further keys of the notice */
  const char *computed;
  const char *closes;
  const char *restarted; /* the day of the correction, or "" */
  const char *codes;
} Change;

#define ON(day, more) "corrections:\n  - {date: " day ", text: 更正" more "}\n"

/* March 2024: the 4th is a Monday.  Five working days from it: 4 5 6 7 8. */
static const Change changes[] = {
  { "none", "on_change: restart", "2024-03-04", "", "2024-03-08", "2024-03-08", "", "" },
  /* 6 7 8 11 12 */
  { "restart", "on_change: restart", "2024-03-04", ON ("2024-03-06", ""), "2024-03-12",
    "2024-03-12", "2024-03-06", "" },
  /* The first day left out: 7 8 11 12 13. */
  { "restart, the first day excluded", "on_change: restart, first_day: excluded", "2024-03-04",
    ON ("2024-03-06", ""), "2024-03-13", "2024-03-13", "2024-03-06", "" },
  { "restart on the last day", "on_change: restart", "2024-03-04", ON ("2024-03-08", ""),
    "2024-03-14", "2024-03-14", "2024-03-08", "" },
  { "after closing", "on_change: restart", "2024-03-04", ON ("2024-03-09", ""), "2024-03-08",
    "2024-03-08", "", "" },
  { "before opening", "on_change: restart", "2024-03-04", ON ("2024-03-01", ""), "2024-03-08",
    "2024-03-08", "", "" },
  { "on the opening day", "on_change: restart", "2024-03-04", ON ("2024-03-04", ""), "2024-03-08",
    "2024-03-08", "", "" },
  { "editorial", "on_change: restart", "2024-03-04", ON ("2024-03-06", ", editorial: true"),
    "2024-03-08", "2024-03-08", "", "" },
  /* To the 12th, and from the 12th again: 12 13 14 15 18.  Written in the wrong order. */
  { "twice", "on_change: restart", "2024-03-04",
    ON ("2024-03-12", "") "  - {date: 2024-03-06, text: 更正}\n", "2024-03-18", "2024-03-18",
    "2024-03-12", "" },
  { "the second after the restarted period", "on_change: restart", "2024-03-04",
    ON ("2024-03-06", "") "  - {date: 2024-03-13, text: 更正}\n", "2024-03-12", "2024-03-12",
    "2024-03-06", "" },
  /* 28 29 of March, 1 2 3 of April; from the 3rd: 3, the 4th to 6th are Qingming, Sunday the 7th is
   * worked, 8 9 10. */
  { "restart across a holiday", "on_change: restart", "2024-03-28", ON ("2024-04-03", ""),
    "2024-04-10", "2024-04-10", "2024-04-03", "" },
  /* On Saturday the 9th within ten working days (to the 15th): 11 to 15 and 18 to 22. */
  { "restart on a Saturday", "on_change: restart", "2024-03-04",
    "period: {days: 10}\n" ON ("2024-03-09", ""), "2024-03-22", "2024-03-22", "2024-03-09", "" },
  { "an end that no longer fits", "on_change: restart", "2024-03-04",
    "closes: 2024-03-08\n" ON ("2024-03-06", ""), "2024-03-12", "2024-03-08", "2024-03-06",
    "notice-end-differs notice-too-short " },
  { "an end that does", "on_change: restart", "2024-03-04",
    "closes: 2024-03-12\n" ON ("2024-03-06", ""), "2024-03-12", "2024-03-12", "2024-03-06", "" },
  /* Restarted to the 12th, then two calendar days' worth of working days more: 13 14. */
  { "restarted and extended", "on_change: restart", "2024-03-04",
    "extension: {days: 2, reason: 台风}\n" ON ("2024-03-06", ""), "2024-03-12", "2024-03-14",
    "2024-03-06", "" },
  { "given up", "on_change: restart", "2024-03-04",
    "outcome: {date: 2024-03-07, kind: restarted}\n" ON ("2024-03-06", ""), "2024-03-08",
    "2024-03-08", "", "" },
  { "extend, unsaid", "on_change: extend", "2024-03-04", ON ("2024-03-06", ""), "2024-03-08",
    "2024-03-08", "", "change-without-extension " },
  { "extend, said", "on_change: extend", "2024-03-04",
    "extension: {to: 2024-03-15, reason: 更正}\n" ON ("2024-03-06", ""), "2024-03-08", "2024-03-15",
    "", "" },
  { "extend, editorial", "on_change: extend", "2024-03-04", ON ("2024-03-06", ", editorial: true"),
    "2024-03-08", "2024-03-08", "", "" },
  { "the rules say nothing", "required: true", "2024-03-04", ON ("2024-03-06", ""), "2024-03-08",
    "2024-03-08", "", "change-while-open " },
  { "the rules say nothing, the notice does", "required: true", "2024-03-04",
    "period: {on_change: restart}\n" ON ("2024-03-06", ""), "2024-03-12", "2024-03-12",
    "2024-03-06", "" },
  { "the notice overrides the scheme", "on_change: restart", "2024-03-04",
    "period: {on_change: extend}\nextension: {to: 2024-03-15, reason: 更正}\n" ON ("2024-03-06",
                                                                                   ""),
    "2024-03-08", "2024-03-15", "", "" },
  /* What cannot be counted anew does not restart: 20 days from the 15th end in the year 3000. */
  { "restart beyond the calendar", "on_change: restart", "2999-12-01",
    "period: {days: 20, unit: calendar}\n" ON ("2999-12-15", ""), "2999-12-20", "2999-12-20", "",
    "out-of-range " },
  { "restart to the last day there is", "on_change: restart", "2999-12-01",
    "period: {days: 20, unit: calendar}\n" ON ("2999-12-12", ""), "2999-12-31", "2999-12-31",
    "2999-12-12", "" },
};

static void
test_change (gconstpointer data)
{
  const Change *change = data;
  Publication publication = publication_new ();
  publication_put (&publication, "policies/rules/policy.md", RULES);
  g_autofree char *scheme
    = g_strdup_printf ("title: 示例集群\nauthority: example-city\nkind: cluster\npolicy: rules\n"
                       "notice: {days: 5, unit: working, clause: art-1, %s}\n",
                       change->rule);
  publication_put (&publication, "registries/clusters/registry.yaml", scheme);
  g_autofree char *notice
    = g_strdup_printf ("---\ntitle: 示例公示\nregistry: clusters\nissuer: example-city\n"
                       "opens: %s\nchannels:\n  - {kind: 电话, value: 000-0000}\n%s---\n公示。\n",
                       change->opens, change->notice);
  publication_put (&publication, "notices/n.md", notice);
  publication_open (&publication, "2024-06-01");
  g_autofree char *codes = publication_codes (&publication);
  g_assert_cmpstr (codes, ==, change->codes);
  const GbNoticeCase *found = gb_corpus_notice (publication.corpus, "n");
  publication_assert_day (found->computed.date, change->computed);
  publication_assert_day (found->closes.date, change->closes);
  publication_assert_day (found->restarted_by == NULL ? GB_DATE_NONE : found->restarted_by->date,
                          change->restarted);
  publication_assert_day (found->counted_from,
                          change->restarted[0] == '\0' ? change->opens : change->restarted);
  guint n_restarts = change->restarted[0] == '\0' ? 0 : strcmp (change->name, "twice") == 0 ? 2 : 1;
  g_assert_cmpuint (found->n_restarts, ==, n_restarts);
  if (n_restarts > 0)
    g_assert_true (found->restarts[n_restarts - 1] == found->restarted_by);
  g_assert_cmpint (found->computed.restarted, ==, found->restarted_by != NULL);
  publication_assert_day (found->computed.from,
                          found->restarted_by != NULL ? change->restarted : change->opens);
  publication_free (&publication);
}

/* Neither the notice nor a scheme says how long it is. */
static void
test_no_length (void)
{
  Publication publication = publication_new ();
  publication_put (
    &publication, "notices/n.md",
    "---\ntitle: 示例公示\nissuer: example-city\nopens: 2024-03-04\n"
    "closes: 2024-03-15\nperiod: {on_change: restart}\n"
    "channels:\n  - {kind: 电话, value: 000-0000}\n" ON ("2024-03-06", "") "---\n公示。\n");
  publication_open (&publication, "2024-06-01");
  g_autofree char *codes = publication_codes (&publication);
  g_assert_cmpstr (codes, ==, "restart-without-length ");
  publication_assert_day (gb_corpus_notice (publication.corpus, "n")->closes.date, "2024-03-15");
  publication_free (&publication);
}

/* Days before the restart are shown and do not count. */
static void
test_days (void)
{
  Publication publication = publication_new ();
  publication_put (
    &publication, "notices/n.md",
    "---\ntitle: 示例公示\nissuer: example-city\nopens: 2024-03-04\n"
    "period: {days: 5, on_change: restart}\n"
    "channels:\n  - {kind: 电话, value: 000-0000}\n" ON ("2024-03-06", "") "---\n公示。\n");
  publication_open (&publication, "2024-06-01");
  const GbNoticeCase *notice = gb_corpus_notice (publication.corpus, "n");
  /* The 4th to the 12th: Mon Tue | Wed Thu Fri, Sat Sun, Mon Tue. */
  static const int ordinals[] = { 0, 0, 1, 2, 3, 0, 0, 4, 5 };
  GbPeriodDay days[G_N_ELEMENTS (ordinals)];
  g_assert_cmpuint (gb_notice_case_days (publication.corpus, notice, &notice->rule,
                                         notice->closes.date, days, G_N_ELEMENTS (days)),
                    ==, G_N_ELEMENTS (ordinals));
  for (gsize i = 0; i < G_N_ELEMENTS (ordinals); i++) {
    g_assert_cmpint (days[i].ordinal, ==, ordinals[i]);
    g_assert_cmpint (days[i].day.date, ==, publication_day ("2024-03-04") + (GbDate)i);
  }
  /* Room that ends before the restart, and behind it. */
  for (guint room = 1; room < 4; room++) {
    GbPeriodDay few[4];
    few[room].ordinal = 9;
    g_assert_cmpuint (gb_notice_case_days (publication.corpus, notice, &notice->rule,
                                           notice->closes.date, few, room),
                      ==, room);
    g_assert_cmpint (few[room].ordinal, ==, 9);
  }
  publication_free (&publication);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++) {
    g_autofree char *path = g_strdup_printf ("/notice-change/%s", changes[i].name);
    g_test_add_data_func (path, &changes[i], test_change);
  }
  g_test_add_func ("/notice-change/no length", test_no_length);
  g_test_add_func ("/notice-change/days", test_days);
  return g_test_run ();
}
