/* The words for rules in data files: each has one, no two the same. */
#include "law/derivation.h"

static void
test_names (void)
{
  for (int a = GB_RULE_NONE; a <= GB_RULE_RECORDED; a++) {
    const char *name = gb_rule_name ((GbRule)a);
    g_assert_nonnull (name);
    for (const char *c = name; *c != '\0'; c++)
      g_assert_true (g_ascii_islower (*c) || *c == '-');
    for (int b = GB_RULE_NONE; b < a; b++)
      g_assert_cmpstr (name, !=, gb_rule_name ((GbRule)b));
  }
  g_assert_cmpstr (gb_rule_name (GB_RULE_WORKING_DAYS), ==, "working-days");
  g_assert_cmpstr (gb_rule_name (GB_RULE_WORKING_DAYS_AFTER), ==, "working-days-after");
  g_assert_cmpstr (gb_rule_name ((GbRule)1000), ==, "none");
  g_assert_cmpstr (gb_rule_name ((GbRule)-1), ==, "none");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/derivation/names", test_names);
  return g_test_run ();
}
