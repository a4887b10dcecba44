/* Findings: from what was seen, never from a missing complaint. */
#include "commands/findings.h"

enum { ONE = 1 << 0, OTHER = 1 << 1 };

static void
test_verdict (void)
{
  GbFindings findings;
  gb_findings_init (&findings, ONE | OTHER);
  g_assert_cmpint (gb_findings_verdict (&findings), ==, GB_VERDICT_CANNOT_TELL);
  gb_findings_see (&findings, ONE);
  g_assert_cmpint (gb_findings_verdict (&findings), ==, GB_VERDICT_CANNOT_TELL);
  gb_findings_see (&findings, OTHER);
  g_assert_cmpint (gb_findings_verdict (&findings), ==, GB_VERDICT_GENUINE);
  gb_findings_doubt (&findings, "%s", "one thing could not be read");
  g_assert_cmpint (gb_findings_verdict (&findings), ==, GB_VERDICT_CANNOT_TELL);
  g_assert_false (findings.unread);
  gb_findings_lack (&findings, "%s", "an object is missing");
  g_assert_true (findings.unread);
  /* What is wrong counts, whatever else is not known. */
  gb_findings_deny (&findings, "%s", "a\nname");
  g_assert_cmpint (gb_findings_verdict (&findings), ==, GB_VERDICT_NOT_GENUINE);
  g_assert_cmpstr (findings.denials->pdata[0], ==, "a?name");
  gb_findings_clear (&findings);
}

enum { THREADS = 4, LINES = 20000 };

static gpointer
add_findings (gpointer data)
{
  for (int i = 0; i < LINES; i++) {
    gb_findings_lack (data, "%d", i);
    gb_findings_deny (data, "%d", i);
  }
  return NULL;
}

static void
test_threads (void)
{
  GbFindings findings;
  GThread *threads[THREADS];
  gb_findings_init (&findings, ONE);
  for (int i = 0; i < THREADS; i++)
    threads[i] = g_thread_new (NULL, add_findings, &findings);
  for (int i = 0; i < THREADS; i++)
    (void)g_thread_join (threads[i]);
  g_assert_cmpuint (findings.doubts->len, ==, THREADS * LINES);
  g_assert_cmpuint (findings.denials->len, ==, THREADS * LINES);
  g_assert_true (findings.unread);
  gb_findings_clear (&findings);
}

static void
test_status (void)
{
  g_assert_cmpint (gb_findings_status (GB_VERDICT_GENUINE), ==, 0);
  g_assert_cmpint (gb_findings_status (GB_VERDICT_NOT_GENUINE), ==, 1);
  g_assert_cmpint (gb_findings_status (GB_VERDICT_CANNOT_TELL), ==, 3);
  /* Of several publications a forged one counts more than one that cannot be told. */
  g_assert_cmpint (GB_VERDICT_NOT_GENUINE, >, GB_VERDICT_CANNOT_TELL);
  g_assert_cmpint (GB_VERDICT_CANNOT_TELL, >, GB_VERDICT_GENUINE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/findings/verdict", test_verdict);
  g_test_add_func ("/findings/threads", test_threads);
  g_test_add_func ("/findings/status", test_status);
  return g_test_run ();
}
