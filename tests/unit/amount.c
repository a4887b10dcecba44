/* Amounts as documents write them: the same one in several ways, and what is another. */
#include "text/amount.h"

#include <string.h>

static void
test_holds (void)
{
  static const struct {
    const char *words;
    const char *number;
    const char *unit;
    gboolean held;
  } rows[] = {
    { "有效期五年", "5", "年", TRUE },
    { "有效期5年", "5", "年", TRUE },
    { "有效期十五年", "5", "年", FALSE },
    { "产值不低于50000万元", "5", "亿元", TRUE },
    { "产值不低于5亿元", "50000", "万元", TRUE },
    { "产值不低于五亿元", "5", "亿元", TRUE },
    { "产值不低于5亿元", "5", "万元", FALSE },
    { "补助一千万元", "1000", "万元", TRUE },
    { "补助1,000万元", "10000000", "元", TRUE },
    { "投资1亿2000万元", "1.2", "亿元", TRUE },
    { "投资一万亿元", "10000", "亿元", TRUE },
    { "投资二百五十万元", "250", "万元", TRUE },
    { "投资一百〇五万元", "105", "万元", TRUE },
    { "产值12.5亿元以上", "12.5", "亿元", TRUE },
    { "不低于20%", "20", "%", TRUE },
    { "不低于百分之二十", "20", "%", TRUE },
    { "不低于百分之一百二十", "120", "%", TRUE },
    { "不低于五分之一", "20", "%", TRUE },
    { "不低于二成", "20", "%", TRUE },
    { "配套比例不低于1:0.5", "50", "%", TRUE },
    { "配套比例不低于1：1", "100", "%", TRUE },
    { "不低于千分之五", "0.5", "%", TRUE },
    { "不少于20家", "20", "%", FALSE },
    { "不低于20%", "20", "家", FALSE },
    { "第20条规定的", "20", "家", FALSE },
    { "第二十条规定的", "20", "家", FALSE },
    { "数千万元", "1000", "万元", FALSE },
    { "若干家企业", "1", "家", FALSE },
    { "", "1", "家", FALSE },
    { "不少于20家", "若干", NULL, TRUE },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_test_message ("%s: %s%s", rows[i].words, rows[i].number, rows[i].unit);
    g_assert_cmpint (gb_amount_holds (rows[i].words, rows[i].number, rows[i].unit), ==,
                     rows[i].held);
  }
}

static void
test_next (void)
{
  const char *at = "近3年产值5亿元，第2条，增长10%。";
  GbAmount amount;
  g_assert_true (gb_amount_next (&at, &amount));
  g_assert_cmpfloat (amount.value, ==, 3);
  g_assert_true (g_str_has_prefix (amount.unit, "年"));
  g_assert_true (gb_amount_next (&at, &amount));
  g_assert_cmpfloat (amount.value, ==, 5e8);
  g_assert_true (g_str_has_prefix (amount.unit, "元"));
  g_assert_true (gb_amount_next (&at, &amount));
  g_assert_cmpfloat (amount.value, ==, 0.1);
  g_assert_true (amount.share);
  g_assert_false (gb_amount_next (&at, &amount));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/amount/holds", test_holds);
  g_test_add_func ("/amount/next", test_next);
  return g_test_run ();
}
