/* What lies in a region by the words of both, and what these words do not tell. */
#include "law/region.h"

static void
test_relations (void)
{
  static const struct {
    const char *region;
    const char *of;
    GbRegionRelation expected;
  } rows[] = {
    { "示例省示例市", "示例省示例市", GB_REGION_INSIDE },
    { "示例省示例市示例区", "示例省示例市", GB_REGION_INSIDE },
    { "示例省示例市示例区示例街道", "示例省示例市", GB_REGION_INSIDE },
    { "示例省示例市示例区示例街道", "示例省示例市示例区", GB_REGION_INSIDE },
    { "示例省示例市市北区", "示例省示例市", GB_REGION_INSIDE },
    { "示例省示例市滨海高新区", "示例省示例市", GB_REGION_INSIDE },
    { "示例省示例市滨海湾", "示例省示例市", GB_REGION_INSIDE },
    { "示例自治区示例盟示例旗", "示例自治区示例盟", GB_REGION_INSIDE },
    { "示例省另一市示例区", "示例省示例市", GB_REGION_OUTSIDE },
    { "另一省示例市", "示例省示例市", GB_REGION_OUTSIDE },
    { "示例省示例市示例区", "示例省示例市示例镇", GB_REGION_OUTSIDE },
    /* The same letters, another unit. */
    { "示例省沙市区", "示例省沙市", GB_REGION_OUTSIDE },
    { "示例省津市市", "示例省津市", GB_REGION_OUTSIDE },
    { "示例省示例市示例区", "示例省示例", GB_REGION_OUTSIDE },
    /* Not written, or not in full. */
    { NULL, "示例省示例市", GB_REGION_NOT_KNOWN },
    { "示例省", "示例省示例市", GB_REGION_NOT_KNOWN },
    { "示例省示例市", "示例省示例市示例区", GB_REGION_NOT_KNOWN },
    { "示例市示例区", "示例省示例市", GB_REGION_NOT_KNOWN },
    { "示例市", "示例省示例市", GB_REGION_NOT_KNOWN },
    { "示例区示例镇", "示例省示例市示例区", GB_REGION_NOT_KNOWN },
    { "另一市示例区", "示例省示例市", GB_REGION_OUTSIDE },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_test_message ("%s in %s", rows[i].region, rows[i].of);
    g_assert_cmpint (gb_region_relation (rows[i].region, rows[i].of), ==, rows[i].expected);
  }
}

static void
test_units (void)
{
  static const char *const units[] = { "示例省", "示例省示例市", "示例自治州", "示例盟",
                                       "示例旗", "示例县",       "示例乡",     "示例街道" };
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    g_assert_true (gb_region_is_unit (units[i]));
  static const char *const others[] = { "", "市", "示例", "示例省示例", "示例市内", "街道" };
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_false (gb_region_is_unit (others[i]));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/region/relations", test_relations);
  g_test_add_func ("/region/units", test_units);
  return g_test_run ();
}
